"""The mix moves: every part improves and the whole falls."""

from __future__ import annotations

import pandas as pd

from mktlib.core.exercise import Choice, Exercise, Misconception, Number, Numbers
from mktlib.core.text import Text

_BEFORE = pd.DataFrame(  # an illustration; its first rates are those of B2B in google_ads
    {"segment": ["search", "display"], "successes": [2410, 460], "trials": [100_000, 100_000]}
)
_AFTER = pd.DataFrame(
    {"segment": ["search", "display"], "successes": [1325, 1771], "trials": [50_000, 350_000]}
)


def _rate(table: pd.DataFrame) -> float:
    return table["successes"].sum() / table["trials"].sum()


def _parts(table: pd.DataFrame) -> pd.Series:
    return table["successes"] / table["trials"]


total_rates = Exercise(
    name="total_rates",
    question=Text(
        en="Search and display together: what is the click-through rate before, and after?",
        fr="Search et display ensemble : quel est le taux de clics avant, et après ?",
    ),
    kind=Numbers(keys={"before": Number(share=True), "after": Number(share=True)}),
    answer=lambda: {"before": _rate(_BEFORE), "after": _rate(_AFTER)},
    praise=Text(
        en="Yes: nearly halved, while both networks improved by 10%. "
        "No advert got worse: the impressions moved to the network where clicks are rare.",
        fr="Oui : presque divisé par deux, alors que les deux réseaux progressent de 10 %. Aucune "
        "annonce n’a baissé : les impressions sont passées au réseau où les clics sont rares.",
    ),
    misconceptions=(
        Misconception(
            name="mean_of_ratios",
            answer=lambda: {"before": _parts(_BEFORE).mean(), "after": _parts(_AFTER).mean()},
            hint=Text(
                en="You took the mean of the two networks' rates. "
                "How many impressions does each have, after?",
                fr="Vous avez fait la moyenne des taux des deux réseaux. "
                "Combien d’impressions chacun a-t-il, après ?",
            ),
        ),
        Misconception(
            name="showings_of_one_network",
            answer=lambda: {
                "before": _BEFORE["successes"].sum() / _BEFORE["trials"][0],
                "after": _AFTER["successes"].sum() / _AFTER["trials"][0],
            },
            hint=Text(
                en="You divided the clicks of both networks by the impressions of one. "
                "How many impressions in all?",
                fr="Vous avez divisé les clics des deux réseaux par les impressions d’un seul. "
                "Combien d’impressions en tout ?",
            ),
        ),
        Misconception(
            name="sum_of_ratios",
            answer=lambda: {"before": _parts(_BEFORE).sum(), "after": _parts(_AFTER).sum()},
            hint=Text(
                en="You added two rates. Can the whole be clicked more often than its best part?",
                fr="Vous avez additionné deux taux. "
                "L’ensemble peut-il être plus cliqué que sa meilleure partie ?",
            ),
        ),
        Misconception(
            name="one_network_only",
            answer=lambda: {"before": _parts(_BEFORE)[0], "after": _parts(_AFTER)[0]},
            hint=Text(
                en="That is search alone. Where are the banners?",
                fr="C’est le réseau search seul. Où sont les bannières ?",
            ),
        ),
        Misconception(
            name="after_for_before",
            answer=lambda: {"before": _rate(_AFTER), "after": _rate(_BEFORE)},
            hint=Text(
                en="The two periods have changed places. Which table comes first?",
                fr="Les deux périodes ont échangé leurs places. Quel tableau vient en premier ?",
            ),
        ),
        Misconception(
            name="upside_down",
            answer=lambda: {"before": 1 / _rate(_BEFORE), "after": 1 / _rate(_AFTER)},
            hint=Text(
                en="Those are impressions for one click. What goes on top in a click-through rate?",
                fr="Ce sont des impressions pour un clic. Que met-on au numérateur d’un taux de "
                "clics ?",
            ),
        ),
        Misconception(
            name="clicks_for_rates",
            answer=lambda: {
                "before": _BEFORE["successes"].sum(),
                "after": _AFTER["successes"].sum(),
            },
            hint=Text(
                en="Those are clicks, and they rose. Out of how many impressions, before and "
                "after?",
                fr="Ce sont des clics, et ils ont augmenté. Sur combien d’impressions, avant et "
                "après ?",
            ),
        ),
    ),
)

sentence_to_the_client = Exercise(
    name="sentence_to_the_client",
    question=Text(
        en="The decomposition reads: rates +0.11 points, mix −0.77 points. "
        "Which sentence goes to the client?",
        fr="La décomposition donne : taux +0,11 point, mix −0,77 point. "
        "Quelle phrase part chez le client ?",
    ),
    kind=Choice(
        options={
            "a": Text(
                en="Our adverts have lost their appeal: the click-through rate was nearly halved.",
                fr="Nos annonces n’attirent plus : le taux de clics a presque été divisé par deux.",
            ),
            "b": Text(
                en="Both networks do better; the total fell because seven impressions in eight are "
                "now banners.",
                fr="Les deux réseaux font mieux ; le total baisse car sept impressions sur huit sont "
                "désormais des bannières.",
            ),
            "c": Text(
                en="Go back to the former split: the click-through rate will rise.",
                fr="Revenons à l’ancienne répartition : le taux de clics remontera.",
            ),
            "d": Text(
                en="Leave display out of the report: it spoils the rate.",
                fr="Retirons le display du rapport : il gâche le taux.",
            ),
        }
    ),
    answer=lambda: "b",
    praise=Text(
        en="Yes. And clicks rose, from 2,870 to 3,096: whether the move was wise depends on what a "
        "click costs and brings on each network.",
        fr="Oui. Et les clics ont augmenté, de 2 870 à 3 096 : pour juger du choix, il faut savoir "
        "ce qu’un clic coûte et rapporte sur chaque réseau.",
    ),
    misconceptions=(
        Misconception(
            name="total_for_parts",
            answer=lambda: "a",
            hint=Text(
                en="That would be a rate effect. What is the sign of the rates' part?",
                fr="Ce serait un effet de taux. Quel est le signe de la part des taux ?",
            ),
        ),
        Misconception(
            name="rate_for_goal",
            answer=lambda: "c",
            hint=Text(
                en="The rate would rise, surely. Did the number of clicks fall?",
                fr="Le taux remonterait, sans doute. Le nombre de clics a-t-il baissé ?",
            ),
        ),
        Misconception(
            name="hide_the_part",
            answer=lambda: "d",
            hint=Text(
                en="The rate would look better and the client would pay for banners unseen in the "
                "report. What does he need in order to decide?",
                fr="Le taux serait plus beau, et le client paierait des bannières absentes du "
                "rapport. De quoi a-t-il besoin pour décider ?",
            ),
        ),
    ),
)
