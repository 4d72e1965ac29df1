"""Sharing a budget: the next euro, and the split at which it is worth the same everywhere."""

from __future__ import annotations

from mktlib.core.exercise import Choice, Exercise, Misconception, Number
from mktlib.core.text import Text

from .. import model

SEARCH = model.Channel("search", ceiling=50_000, half_saturation_eur=8_000)
SOCIAL = model.Channel("social", ceiling=60_000, half_saturation_eur=20_000)
PAIR = (SEARCH, SOCIAL)
TOTAL_EUR = 20_000
NOW_EUR = (12_000, 8_000)


def _best(by: str) -> str:
    """The letter of the channel that comes first in a column."""
    table = model.response_table(PAIR, NOW_EUR)
    return {"search": "a", "social": "b"}[str(table[by].idxmax())]


next_euro = Exercise(
    name="next_euro",
    question=Text(
        en="€12,000 on search, €8,000 on social. Where does the next euro bring more?",
        fr="12 000 € sur le search, 8 000 € sur le social. Où l’euro suivant rapporte-t-il le "
        "plus ?",
    ),
    kind=Choice(
        options={
            "a": Text(
                en="Search: its euros bring more on average.",
                fr="Sur le search : ses euros rapportent plus en moyenne.",
            ),
            "b": Text(
                en="Social: its next euro brings more, though its average is lower.",
                fr="Sur le social : son euro suivant rapporte plus, malgré une moyenne plus basse.",
            ),
            "c": Text(
                en="It does not matter: the total is the same.",
                fr="Peu importe : le total est le même.",
            ),
            "d": Text(
                en="Half and half: nobody knows, so be prudent.",
                fr="Moitié-moitié : nul ne sait, donc soyons prudents.",
            ),
        }
    ),
    answer=lambda: _best("value_of_next_euro"),
    praise=Text(
        en="Yes: averages look back, and the next euro looks ahead. The best average is often the "
        "channel that is already full.",
        fr="Oui : la moyenne regarde derrière, l’euro suivant devant. La meilleure moyenne est "
        "souvent celle du canal déjà plein.",
    ),
    misconceptions=(
        Misconception(
            name="average_for_marginal",
            answer=lambda: _best("value_per_euro"),
            hint=Text(
                en="That is what its euros brought so far. Which column speaks of one more?",
                fr="C’est ce qu’ont rapporté ses euros jusqu’ici. "
                "Quelle colonne parle d’un de plus ?",
            ),
        ),
        Misconception(
            name="euros_are_alike",
            answer=lambda: "c",
            hint=Text(
                en="Move a thousand from one to the other in `response_table`. Does nothing "
                "change?",
                fr="Déplacez mille euros de l’un à l’autre dans `response_table`. "
                "Rien ne change-t-il ?",
            ),
        ),
        Misconception(
            name="halves_for_prudence",
            answer=lambda: "d",
            hint=Text(
                en="The table knows, under its assumptions. What does it say of one euro more?",
                fr="Le tableau le sait, sous ses hypothèses. Que dit-il d’un euro de plus ?",
            ),
        ),
    ),
)

_EUROS = Text(en="euros", fr="euros")


def _in_proportion(search: float, social: float) -> float:
    return TOTAL_EUR * search / (search + social)


def _by_average() -> float:
    average = model.response_table(PAIR, NOW_EUR)["value_per_euro"]
    return _in_proportion(average["search"], average["social"])


best_for_search = Exercise(
    name="best_for_search",
    question=Text(
        en="Of these €20,000, about how many should go to search so that the two bring the most "
        "together?",
        fr="De ces 20 000 €, combien environ mettre sur le search pour que les deux rapportent le "
        "plus ensemble ?",
    ),
    kind=Number(unit=_EUROS, tolerance=0.03),  # within 0.05% of the best value
    answer=lambda: model.best_allocation(PAIR, TOTAL_EUR).split_eur[0],
    praise=Text(
        en="Yes: there the next euro is worth the same on both sides, and no euro gains by moving. "
        "The curves are assumed; yours would have to be measured.",
        fr="Oui : là, l’euro suivant vaut autant des deux côtés, et aucun euro ne gagne à bouger. Les "
        "courbes sont supposées ; les vôtres seraient à mesurer.",
    ),
    misconceptions=(
        Misconception(
            name="halves",
            answer=lambda: TOTAL_EUR / 2,
            hint=Text(
                en="Equal euros are not equal returns. Compare the two next euros at that split.",
                fr="Des euros égaux ne sont pas des rendements égaux. "
                "Comparez les deux euros suivants à ce partage.",
            ),
        ),
        Misconception(
            name="all_to_the_steepest",
            answer=lambda: float(TOTAL_EUR),
            hint=Text(
                en="The first euros of search are the best of all. And the last ones?",
                fr="Les premiers euros du search sont les meilleurs. Et les derniers ?",
            ),
        ),
        Misconception(
            name="in_proportion_to_ceilings",
            answer=lambda: _in_proportion(SEARCH.ceiling, SOCIAL.ceiling),
            hint=Text(
                en="You shared by the most that each can bring. How fast does each get there?",
                fr="Vous partagez selon le plafond de chacun. À quelle vitesse l’atteignent-ils ?",
            ),
        ),
        Misconception(
            name="in_proportion_to_averages",
            answer=_by_average,
            hint=Text(
                en="This is near a split by average returns. Run the table at this split: which "
                "next euro is larger?",
                fr="C’est à peu près partager selon les rendements moyens. Affichez le tableau à "
                "ce partage : quel euro suivant vaut le plus ?",
            ),
        ),
        Misconception(
            name="as_it_was",
            answer=lambda: NOW_EUR[0],
            hint=Text(
                en="That is the split of the table above. Which next euro is larger there? Move "
                "money towards it.",
                fr="C’est le partage du tableau ci-dessus. Quel euro suivant y vaut le plus ? "
                "Déplacez de l’argent vers lui.",
            ),
        ),
        Misconception(
            name="two_turned_round",
            answer=lambda: NOW_EUR[1],
            hint=Text(
                en="Run the table at this split too: you have passed the point where the next "
                "euros are equal.",
                fr="Affichez aussi le tableau à ce partage : vous avez dépassé le point où les "
                "euros suivants se valent.",
            ),
        ),
        Misconception(
            name="social_for_search",
            answer=lambda: model.best_allocation(PAIR, TOTAL_EUR).split_eur[1],
            hint=Text(
                en="At this split the other channel would have what this one should. Which of "
                "the two does the question name?",
                fr="À ce partage, l’autre canal recevrait ce que devrait recevoir celui-ci. "
                "Lequel des deux la question nomme-t-elle ?",
            ),
        ),
        Misconception(
            name="in_proportion_to_half_saturation",
            answer=lambda: _in_proportion(SEARCH.half_saturation_eur, SOCIAL.half_saturation_eur),
            hint=Text(
                en="You shared by the money that brings each channel to half of its ceiling. Run "
                "the table there: whose next euro is worth more?",
                fr="Vous partagez selon l’argent qui mène chaque canal à la moitié de son "
                "plafond. Affichez le tableau à ce partage : quel euro suivant vaut le plus ?",
            ),
        ),
    ),
)
