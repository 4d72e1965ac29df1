"""Trust and intent: whom people say they believe, and the way from knowing to buying."""

from __future__ import annotations

import pandas as pd

from mktlib.core.dataset import load
from mktlib.core.exercise import Choice, Exercise, Misconception, Number, Numbers, Table
from mktlib.core.prediction import Prediction
from mktlib.core.text import Text

_RECOMMENDATIONS, _TELEVISION = "recommendations from people I know", "TV adverts"


def _trust(channel: str, year: int) -> float:
    table = load("channel_trust").set_index(["channel", "year"])
    return float(table["trust_share"][(channel, year)])


tv_trust_guess = Prediction(
    name="tv_trust_guess",
    question=Text(
        en="In 2015 Nielsen asked people online what they trust. What share "
        "trusts television adverts, “completely” or “somewhat”?",
        fr="En 2015, Nielsen demande à des internautes à quoi ils font confiance. Quelle "
        "proportion fait confiance, « tout à fait » ou « plutôt », aux spots de télévision ?",
    ),
    share=True,
    answer=lambda: _trust(_TELEVISION, 2015),
    reveal=Text(
        en="{truth} say so; 62% in 2009: no real change. That consumers no longer like intrusion "
        "deserves a second look.",
        fr="{truth} le disent ; 62 % en 2009 : pas de vrai changement. Que les consommateurs "
        "n’apprécient plus l’intrusion mérite d’y regarder à deux fois.",
    ),
)


def _by_type(table: pd.DataFrame) -> pd.DataFrame:
    return table.groupby("media_type")[["trust_share"]].mean()


def _in_2015() -> pd.DataFrame:
    table = load("channel_trust")
    return table[table["year"] == 2015]


def _latest() -> pd.DataFrame:
    return load("channel_trust").sort_values("year").drop_duplicates("channel", keep="last")


trust_by_type = Exercise(
    name="trust_by_type",
    question=Text(
        en="In 2015, what is the mean share of trust in paid, owned and earned channels?",
        fr="En 2015, quelle est la proportion moyenne de confiance dans les canaux payés (`paid`), "
        "possédés (`owned`) et gagnés (`earned`) ?",
    ),
    kind=Table(rows="media_type", columns={"trust_share": Number(share=True)}),
    answer=lambda: _by_type(_in_2015()),
    praise=Text(
        en="Yes: earned, then owned, then paid, within twelve points. All three have a majority; "
        "and a mean of two or three channels is a small thing to build a strategy on.",
        fr="Oui : gagné, puis possédé, puis payé, en douze points. Les trois ont la majorité ; et "
        "une moyenne de deux ou trois canaux est bien peu pour fonder une stratégie.",
    ),
    misconceptions=(
        Misconception(
            name="all_years_together",
            answer=lambda: _by_type(load("channel_trust")),
            hint=Text(
                en="You took the means of all years, with other channels in each. "
                "Which year is asked for?",
                fr="Vous avez pris toutes les années, où les canaux ne sont pas les mêmes. "
                "Quelle année est demandée ?",
            ),
        ),
        Misconception(
            name="latest_of_each",
            answer=lambda: _by_type(_latest()),
            hint=Text(
                en="You took the last figure of every channel, some of them of 2009. "
                "Which rows are of the year asked for?",
                fr="Vous avez pris le dernier chiffre de chaque canal, dont certains de 2009. "
                "Quelles lignes sont de l’année demandée ?",
            ),
        ),
        Misconception(
            name="push_and_pull_for_type",
            answer=lambda: _in_2015().groupby("direction")[["trust_share"]].mean(),
            hint=Text(
                en="You grouped by push and pull. Which column says paid, owned or earned?",
                fr="Vous avez groupé par push et pull. Quelle colonne dit payé, possédé ou gagné ?",
            ),
        ),
        Misconception(
            name="best_channel_only",
            answer=lambda: _in_2015().groupby("media_type")[["trust_share"]].max(),
            hint=Text(
                en="That is the most trusted channel of each type. What is the mean of the type?",
                fr="C’est le canal le plus cru de chaque type. Quelle est la moyenne du type ?",
            ),
        ),
        Misconception(
            name="sum_for_mean",
            answer=lambda: _in_2015().groupby("media_type")[["trust_share"]].sum(),
            hint=Text(
                en="More than everybody? You added the channels: how many are there of each type?",
                fr="Plus que tout le monde ? Vous avez additionné les canaux : "
                "combien y en a-t-il par type ?",
            ),
        ),
    ),
)


def _levels(year: int) -> dict[str, float]:
    return {
        "recommendations": _trust(_RECOMMENDATIONS, year),
        "television": _trust(_TELEVISION, year),
    }


def _changes(since: int = 2009) -> dict[str, float]:
    return {name: level - _levels(since)[name] for name, level in _levels(2015).items()}


trust_change = Exercise(
    name="trust_change",
    question=Text(
        en="From 2009 to 2015, by how many points did trust change in recommendations from people "
        "one knows, and in television adverts? (A rise of 5 points is 0.05.)",
        fr="De 2009 à 2015, de combien de points a changé la confiance dans les recommandations de "
        "proches, et dans les spots de télévision ? (Une hausse de 5 points s’écrit 0.05.)",
    ),
    kind=Numbers(keys=dict.fromkeys(("recommendations", "television"), Number(share=True))),
    answer=_changes,
    praise=Text(
        en="Yes: recommendations fell. One point, up on television or down in newspapers and "
        "magazines, is nothing between surveys of different countries. A claim that things change "
        "needs two dates.",
        fr="Oui : les recommandations ont baissé. Un point, en plus à la télévision ou en moins dans "
        "la presse, n’est rien entre enquêtes de pays différents. Qui affirme que les choses changent "
        "doit montrer deux dates.",
    ),
    misconceptions=(
        Misconception(
            name="backwards",
            answer=lambda: {name: -change for name, change in _changes().items()},
            hint=Text(
                en="You went back in time. Which year is taken away from which?",
                fr="Vous remontez le temps. Quelle année retire-t-on de quelle autre ?",
            ),
        ),
        Misconception(
            name="since_2013",
            answer=lambda: _changes(since=2013),
            hint=Text(
                en="That is the change since 2013. Which year does the question start from?",
                fr="C’est le changement depuis 2013. De quelle année part la question ?",
            ),
        ),
        Misconception(
            name="relative_for_points",
            answer=lambda: {
                name: change / _levels(2009)[name] for name, change in _changes().items()
            },
            hint=Text(
                en="You divided by the first value: a relative change. How many points is it?",
                fr="Vous avez divisé par la valeur de départ : un changement relatif. "
                "Combien de points cela fait-il ?",
            ),
        ),
        Misconception(
            name="level_for_change",
            answer=lambda: _levels(2015),
            hint=Text(
                en="That is the level of 2015. How far is it from that of 2009?",
                fr="C’est le niveau de 2015. À quelle distance est-il de celui de 2009 ?",
            ),
        ),
        Misconception(
            name="first_level_for_change",
            answer=lambda: _levels(2009),
            hint=Text(
                en="That is where trust started from. Where had it arrived in 2015, and how far "
                "is that?",
                fr="C’est d’où part la confiance. Où arrive-t-elle en 2015, et quel chemin "
                "a-t-elle fait ?",
            ),
        ),
        Misconception(
            name="order_swapped",
            answer=lambda: dict(zip(_changes(), reversed(_changes().values()), strict=True)),
            hint=Text(
                en="Your two numbers have changed places. Which channel does the question name "
                "first?",
                fr="Vos deux nombres ont échangé leurs places. Quel canal la question "
                "nomme-t-elle d’abord ?",
            ),
        ),
    ),
)

rule_on_intrusion = Exercise(
    name="rule_on_intrusion",
    question=Text(
        en="“Les consommateurs n’apprécient plus du tout l’intrusivité du push marketing.” (consumers "
        "no longer like the intrusion of push at all, Alexandre Gor). Your verdict, after "
        "`channel_trust`?",
        fr="« Les consommateurs n’apprécient plus du tout l’intrusivité du push marketing » "
        "(Alexandre Gor). Votre verdict, après `channel_trust` ?",
    ),
    kind=Choice(
        options={
            "a": Text(
                en="Confirmed: in 2015 the earned channels are trusted by more people than the paid "
                "ones, on average, and nobody pays to be recommended.",
                fr="Confirmé : en 2015, les canaux gagnés inspirent confiance à plus de gens que les "
                "canaux payés, en moyenne, et nul ne paie pour être recommandé.",
            ),
            "b": Text(
                en="Refuted: most people trust television adverts, so they like push.",
                fr="Réfuté : la plupart croient les spots de télévision, donc ils aiment le push.",
            ),
            "c": Text(
                en="Not settled: trust was asked, not annoyance; look for a measure of intrusion.",
                fr="Non tranché : on a demandé la confiance, pas la gêne ; cherchez une mesure de "
                "l’intrusion.",
            ),
            "d": Text(
                en="Confirmed: Nielsen measured push and pull, and pull wins.",
                fr="Confirmé : Nielsen a mesuré le push et le pull, et le pull gagne.",
            ),
        }
    ),
    answer=lambda: "c",
    praise=Text(
        en="Yes: one may trust an advert and be annoyed by it. What would settle the matter? Shares "
        "of people who block, skip or unsubscribe, at two dates, counted by somebody who sells "
        "neither side.",
        fr="Oui : on peut croire une publicité et en être agacé. Qu’est-ce qui trancherait ? La "
        "proportion de gens qui bloquent, passent ou se désabonnent, à deux dates, comptée par "
        "quelqu’un qui ne vend ni l’un ni l’autre.",
    ),
    misconceptions=(
        Misconception(
            name="level_for_trend",
            answer=lambda: "a",
            hint=Text(
                en="“No longer” speaks of a change. Which way did each of them move since 2009?",
                fr="« Ne… plus » parle d’un changement. "
                "Dans quel sens chacun a-t-il bougé depuis 2009 ?",
            ),
        ),
        Misconception(
            name="trust_for_liking",
            answer=lambda: "b",
            hint=Text(
                en="Were people asked whether they like to be interrupted?",
                fr="A-t-on demandé aux gens s’ils aiment être interrompus ?",
            ),
        ),
        Misconception(
            name="our_label_for_measure",
            answer=lambda: "d",
            hint=Text(
                en="Read the card of the table: who wrote the column `direction`?",
                fr="Lisez la fiche du tableau : qui a écrit la colonne `direction` ?",
            ),
        ),
    ),
)

_AWARE, _CONSIDERING, _INTENDING = 0.60, 0.24, 0.06

rates_to_intent = Exercise(
    name="rates_to_intent",
    question=Text(
        en="Invented survey: 60% of people know the brand, 24% would consider it, 6% intend to buy. "
        "What share of those who know it would consider it, and what share of these intend to buy?",
        fr="Enquête inventée : 60 % des gens connaissent la marque, 24 % l’envisageraient, 6 % ont "
        "l’intention d’acheter. Quelle proportion de ceux qui la connaissent l’envisageraient, et "
        "quelle proportion de ceux-ci ont l’intention d’acheter ?",
    ),
    kind=Numbers(keys=dict.fromkeys(("considering", "intending"), Number(share=True))),
    answer=lambda: {
        "considering": _CONSIDERING / _AWARE,
        "intending": _INTENDING / _CONSIDERING,
    },
    praise=Text(
        en="Yes. Each step leaks at its own rate: being known, being considered and being bought "
        "are three different jobs. Which of them would you pay for?",
        fr="Oui. Chaque étape fuit à son propre rythme : être connu, être envisagé et être acheté "
        "sont trois affaires différentes. Laquelle paieriez-vous ?",
    ),
    misconceptions=(
        Misconception(
            name="out_of_everybody",
            answer=lambda: {"considering": _CONSIDERING, "intending": _INTENDING},
            hint=Text(
                en="Those are shares of everybody. Of those who reached the step before, how many "
                "went on?",
                fr="Ce sont des proportions de tout le monde. "
                "Parmi ceux de l’étape d’avant, combien ont continué ?",
            ),
        ),
        Misconception(
            name="lost_for_passed",
            answer=lambda: {
                "considering": 1 - _CONSIDERING / _AWARE,
                "intending": 1 - _INTENDING / _CONSIDERING,
            },
            hint=Text(
                en="Those are the shares lost at each step. Which ones go on?",
                fr="Ce sont les proportions perdues à chaque étape. Lesquelles continuent ?",
            ),
        ),
        Misconception(
            name="always_out_of_the_aware",
            answer=lambda: {
                "considering": _CONSIDERING / _AWARE,
                "intending": _INTENDING / _AWARE,
            },
            hint=Text(
                en="For the second step you still divide by those who know the brand. "
                "Out of whom is the question?",
                fr="À la seconde étape, vous divisez encore par ceux qui connaissent la marque. "
                "Parmi qui, dit la question ?",
            ),
        ),
        Misconception(
            name="points_for_rates",
            answer=lambda: {
                "considering": _AWARE - _CONSIDERING,
                "intending": _CONSIDERING - _INTENDING,
            },
            hint=Text(
                en="Those are differences, in points. What is divided by what?",
                fr="Ce sont des différences, en points. Que divise-t-on par quoi ?",
            ),
        ),
        Misconception(
            name="upside_down",
            answer=lambda: {
                "considering": _AWARE / _CONSIDERING,
                "intending": _CONSIDERING / _INTENDING,
            },
            hint=Text(
                en="A share above 1? At each step, which of the two groups contains the other?",
                fr="Une proportion supérieure à 1 ? À chaque étape, lequel des deux groupes "
                "contient l’autre ?",
            ),
        ),
    ),
)
