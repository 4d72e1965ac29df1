"""Reach: the same people twice, what a medium adds, and how often they are met."""

from __future__ import annotations

from functools import cache

import pandas as pd

from mktlib.core.dataset import load
from mktlib.core.drawing import DrawnPrediction
from mktlib.core.exercise import Exercise, Misconception, Number
from mktlib.core.text import Text

from .. import model

MOST_INSERTIONS = 14


@cache
def _plan(**insertions: int) -> model.MediaPlan:
    return model.media_plan(insertions, load("knowledge_sources"))


def _net_reach_by_insertions() -> pd.Series:
    """The net reach of so many insertions, placed in each of the four media in turn."""
    media = model.MEDIA
    reach = {}
    for count in range(MOST_INSERTIONS + 1):
        turns = {
            medium: count // len(media) + (place < count % len(media))
            for place, medium in enumerate(media)
        }
        reach[count] = _plan(**turns).observed.net_reach_share if count else 0.0
    return pd.Series(reach)


reach_curve = DrawnPrediction(
    name="reach_curve",
    question=Text(
        en="You buy insertions one by one: newspaper, magazines (in the survey, “solid reading”), "
        "radio, lectures, newspaper again… A user of a medium sees an insertion one time in "
        "two. Draw the share of people met at least once.",
        fr="Vous achetez des insertions une à une : journal, magazines (dans l’enquête, « "
        "lectures sérieuses »), radio, conférences, journal encore… L’utilisateur d’un média voit "
        "une insertion une fois sur deux. Dessinez la proportion de gens touchés au moins une "
        "fois.",
    ),
    answer=_net_reach_by_insertions,
    known=lambda: _net_reach_by_insertions().loc[:1],
    places=tuple(range(2, MOST_INSERTIONS + 1)),
    low=0,
    high=1,
    step=0.01,
    share=True,
    across=Text(en="insertions bought", fr="insertions achetées"),
    up=Text(en="People met at least once", fr="Personnes touchées au moins une fois"),
    place=Text(en="insertion {place}", fr="insertion {place}"),
    reveal=Text(
        en="You drew {guess}; the survey gives {truth}. It bends, and it stays under 72.4%: the "
        "others use none of the four media, whatever you spend.",
        fr="Vous avez dessiné {guess} ; l’enquête donne {truth}. Elle plie, et reste sous "
        "72,4 % : les autres n’utilisent aucun des quatre médias, quoi que vous dépensiez.",
    ),
)


def _sources() -> pd.DataFrame:
    return load("knowledge_sources")


def _reaches() -> pd.Series:
    return model.reach_by_medium(_sources())


net_reach = Exercise(
    name="net_reach",
    question=Text(
        en="What share of the 1,729 people uses at least one of the four media?",
        fr="Quelle proportion des 1 729 personnes utilise au moins un des quatre médias ?",
    ),
    kind=Number(share=True),
    answer=lambda: model.net_reach_observed(_sources()),
    praise=Text(
        en="Yes. The four reaches add up to 135%: nearly half of it is people met once more. And "
        "independence promises 84%: it forgets that the same people use several.",
        fr="Oui. Les quatre couvertures font 135 % : près de la moitié, ce sont des gens touchés une "
        "fois de plus. Et l’indépendance promet 84 % : elle oublie que les mêmes en utilisent "
        "plusieurs.",
    ),
    misconceptions=(
        Misconception(
            name="reaches_added",
            answer=lambda: _reaches().sum(),
            hint=Text(
                en="More people than there are? Who is counted twice?",
                fr="Plus de gens qu’il n’y en a ? Qui est compté deux fois ?",
            ),
        ),
        Misconception(
            name="independence_assumed",
            answer=lambda: model.net_reach_independent(_reaches().to_list()),
            hint=Text(
                en="You multiplied as if a reader were no likelier to listen to the radio. "
                "Which row of the table counts those who use nothing?",
                fr="Vous multipliez comme si un lecteur n’écoutait pas plus la radio qu’un autre. "
                "Quelle ligne du tableau compte ceux qui n’utilisent rien ?",
            ),
        ),
        Misconception(
            name="largest_alone",
            answer=lambda: _reaches().max(),
            hint=Text(
                en="That is the largest medium alone. Do the others add nobody?",
                fr="C’est le plus grand média seul. Les autres n’ajoutent-ils personne ?",
            ),
        ),
        Misconception(
            name="missed_for_met",
            answer=lambda: 1 - model.net_reach_observed(_sources()),
            hint=Text(
                en="Those are the people you miss. Who is left?",
                fr="Ce sont ceux que vous manquez. Qui reste-t-il ?",
            ),
        ),
        Misconception(
            name="mean_of_reaches",
            answer=lambda: _reaches().mean(),
            hint=Text(
                en="A mean is below the largest medium. Can four media meet fewer than one?",
                fr="Une moyenne est sous le plus grand média. "
                "Quatre médias peuvent-ils toucher moins qu’un ?",
            ),
        ),
        Misconception(
            name="people_for_share",
            answer=lambda: _sources()["people"].sum() * model.net_reach_observed(_sources()),
            hint=Text(
                en="Those are people: out of how many?",
                fr="Ce sont des personnes : sur combien ?",
            ),
        ),
    ),
)

_READ = ["newspaper", "reading"]


def _added() -> float:
    with_radio = model.net_reach_observed(_sources(), [*_READ, "radio"])
    return with_radio - model.net_reach_observed(_sources(), _READ)


def _radio_only() -> float:
    table = _sources()
    others = table[["newspaper", "reading", "lectures"]].any(axis="columns")
    return float(table.loc[table["radio"] & ~others, "people"].sum() / table["people"].sum())


radio_adds = Exercise(
    name="radio_adds",
    question=Text(
        en="Your plan already has the newspaper and the magazines (solid reading). By how much "
        "does the radio raise its net reach? (5 points is 0.05.)",
        fr="Votre plan a déjà le journal et les magazines (lectures sérieuses). De combien la "
        "radio relève-t-elle sa couverture nette ? (5 points s’écrivent 0.05.)",
    ),
    kind=Number(share=True),
    answer=_added,
    praise=Text(
        en="Yes: of the radio's 24%, only this is new. In this sense a complementary channel is "
        "one that meets people whom the others miss, not one that is large.",
        fr="Oui : des 24 % de la radio, cela seul est nouveau. En ce sens, un canal "
        "complémentaire touche ceux que les autres manquent ; il n’est pas forcément grand.",
    ),
    misconceptions=(
        Misconception(
            name="reach_for_addition",
            answer=lambda: _reaches()["radio"],
            hint=Text(
                en="That is the whole reach of the radio. How many of them did you already have?",
                fr="C’est toute la couverture de la radio. Combien en aviez-vous déjà ?",
            ),
        ),
        Misconception(
            name="independence_assumed",
            answer=lambda: _reaches()["radio"] * (1 - model.net_reach_observed(_sources(), _READ)),
            hint=Text(
                en="You assumed that those who read nothing listen as much as the others. "
                "What does the table count?",
                fr="Vous supposez que ceux qui ne lisent rien écoutent autant que les autres. "
                "Que compte le tableau ?",
            ),
        ),
        Misconception(
            name="share_of_the_missed",
            answer=lambda: _added() / (1 - model.net_reach_observed(_sources(), _READ)),
            hint=Text(
                en="That is a share of those you missed. Net reach is a share of everybody.",
                fr="C’est une proportion de ceux que vous manquiez. "
                "La couverture nette est une proportion de tout le monde.",
            ),
        ),
        Misconception(
            name="relative_for_points",
            answer=lambda: _added() / model.net_reach_observed(_sources(), _READ),
            hint=Text(
                en="That is the relative rise. What is the difference, in points?",
                fr="C’est la hausse relative. Quelle est la différence, en points ?",
            ),
        ),
        Misconception(
            name="whole_for_addition",
            answer=lambda: model.net_reach_observed(_sources(), [*_READ, "radio"]),
            hint=Text(
                en="That is the reach of all three: minus what?",
                fr="C’est la couverture des trois : moins quoi ?",
            ),
        ),
        Misconception(
            name="newspaper_alone",
            answer=lambda: (
                model.net_reach_observed(_sources(), [*_READ, "radio"]) - _reaches()["newspaper"]
            ),
            hint=Text(
                en="You took off the newspaper alone. What else does the plan already have?",
                fr="Vous n’avez ôté que le journal. Qu’y a-t-il déjà d’autre dans le plan ?",
            ),
        ),
        Misconception(
            name="one_row_only",
            answer=_radio_only,
            hint=Text(
                en="You counted those who use the radio and nothing else. Some of them go to "
                "lectures: does your plan reach those without the radio?",
                fr="Vous avez compté ceux qui n’ont que la radio. Certains vont aussi à des "
                "conférences : votre plan les touche-t-il sans elle ?",
            ),
        ),
        Misconception(
            name="people_for_share",
            answer=lambda: _sources()["people"].sum() * _added(),
            hint=Text(
                en="You counted people, and the right ones. Out of how many?",
                fr="Vous avez compté des personnes, et ce sont les bonnes. Sur combien ?",
            ),
        ),
    ),
)


def _four() -> model.MediaPlan:
    return _plan(newspaper=4, reading=4, radio=4, lectures=2)


average_contacts = Exercise(
    name="average_contacts",
    question=Text(
        en="`plan` makes so many contacts for a hundred people (`gross_rating_points`, GRP). How "
        "many contacts does a person who is met have, on average?",
        fr="`plan` obtient tant de contacts pour cent personnes (`gross_rating_points`, le GRP). "
        "Combien de contacts une personne touchée a-t-elle, en moyenne ?",
    ),
    kind=Number(unit=Text(en="contacts", fr="contacts")),
    answer=lambda: _four().observed.average_frequency,
    praise=Text(
        en="Yes: GRP is reach times average frequency. Whoever quotes GRP alone does not say whether many "
        "were met once or a few until they were tired of it.",
        fr="Oui : le GRP, c’est la couverture multipliée par la répétition moyenne. Qui cite le GRP seul ne "
        "dit pas si beaucoup ont été touchés une fois, ou quelques-uns jusqu’à l’ennui.",
    ),
    misconceptions=(
        Misconception(
            name="everybody_for_met",
            answer=lambda: _four().gross_rating_points / 100,
            hint=Text(
                en="You divided by everybody, met or not. Who had a contact?",
                fr="Vous avez divisé par tout le monde. Qui a eu un contact ?",
            ),
        ),
        Misconception(
            name="insertions_for_contacts",
            answer=lambda: sum(_four().insertions.values()),
            hint=Text(
                en="Those are insertions bought. Does each person see all of them?",
                fr="Ce sont les insertions achetées. Chacun les voit-il toutes ?",
            ),
        ),
        Misconception(
            name="independence_assumed",
            answer=lambda: _four().independent.average_frequency,
            hint=Text(
                en="You took the net reach of independent media. Which one was observed?",
                fr="Vous avez pris la couverture de médias indépendants. Laquelle est observée ?",
            ),
        ),
        Misconception(
            name="points_for_share",
            answer=lambda: _four().gross_rating_points / _four().observed.net_reach_share,
            hint=Text(
                en="Points go by the hundred people, the net reach by one. Put both on one scale.",
                fr="Les points vont par cent personnes, la couverture par une. Une seule échelle.",
            ),
        ),
        Misconception(
            name="points_for_contacts",
            answer=lambda: _four().gross_rating_points,
            hint=Text(
                en="Those are the contacts of a hundred people, met or not. How many of the "
                "hundred are met?",
                fr="Ce sont les contacts de cent personnes, touchées ou non. Combien de ces cent "
                "sont touchées ?",
            ),
        ),
    ),
)
