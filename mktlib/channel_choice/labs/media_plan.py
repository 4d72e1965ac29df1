"""The media plan: the same contacts on fewer heads, because the same people use several media."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from mktlib.core.dataset import load
from mktlib.core.lab import Lab, Slider
from mktlib.core.text import Text

from .. import model, view

CHANCE_OF_SEEING = 0.5
COST_PER_INSERTION_EUR = {"newspaper": 2400, "reading": 2200, "radio": 800, "lectures": 600}
AT_LEAST = 3


@dataclass(frozen=True)
class People:
    """Combinations of media, from all people of the first to those who use none.

    `uses`: a row a combination, a column a medium; `counted`, `independent`: its share of
    all people, in the survey, and if using one medium told nothing about another.
    """

    uses: np.ndarray
    counted: np.ndarray
    independent: np.ndarray
    count: int


@dataclass(frozen=True)
class PlanOnPeople:
    """A media plan and the people it falls on; `contacts`: of a person, as `people.uses`."""

    plan: model.MediaPlan
    people: People
    contacts: np.ndarray


def plan_on_people(newspaper: int, reading: int, radio: int, lectures: int) -> PlanOnPeople:
    """What so many insertions in each medium deliver to the people of the survey."""
    insertions = dict(zip(model.MEDIA, (newspaper, reading, radio, lectures), strict=True))
    people = _people()
    plan = model.media_plan(
        insertions,
        load("knowledge_sources"),
        COST_PER_INSERTION_EUR,
        CHANCE_OF_SEEING,
        AT_LEAST,
    )
    contacts = people.uses * (CHANCE_OF_SEEING * np.array(list(insertions.values())))
    return PlanOnPeople(plan, people, contacts)


@cache
def _people() -> People:
    sources = load("knowledge_sources")
    media = list(model.MEDIA)
    order = np.arange(2 ** len(media))[::-1]
    gray = order ^ (order >> 1)  # Gray's code: neighbours differ by one medium
    uses = (gray[:, None] >> np.arange(len(media))[::-1] & 1).astype(bool)
    people = sources.set_index(media)["people"]
    counts = np.array([people[tuple(row)] for row in uses])
    reach = model.reach_by_medium(sources).to_numpy()
    return People(
        uses=uses,
        counted=counts / counts.sum(),
        independent=np.prod(np.where(uses, reach, 1 - reach), axis=1),
        count=int(counts.sum()),
    )


INSERTIONS = {
    "newspaper": (Text(en="Insertions in the newspaper", fr="Insertions dans le journal"), 4),
    "reading": (Text(en="Insertions in magazines", fr="Insertions dans les magazines"), 4),
    "radio": (Text(en="Spots on the radio", fr="Passages à la radio"), 4),
    "lectures": (Text(en="Lectures", fr="Conférences"), 2),
}

media_plan = Lab(
    name="media_plan",
    title=Text(
        en="How many people does a plan meet, and how often?",
        fr="Combien de personnes un plan touche-t-il, et combien de fois ?",
    ),
    model=plan_on_people,
    view=view.draw_media_plan,
    words=view.tell_media_plan,
    controls=tuple(
        Slider(name=name, label=label, low=0, high=6, step=1, default=default)
        for name, (label, default) in INSERTIONS.items()
    ),
    caption=Text(
        en="Real: 1,729 people, by the media they use (published in 1952, in a study of what "
        "people know of cancer, by Dyke & Patterson; where we say magazines, it says solid "
        "reading). Old, but one of the few surveys that publish every combination. Assumed: a "
        "user of a medium sees any one insertion with a chance of 50%; an insertion costs "
        "€2,400 in the newspaper, €2,200 in magazines, €800 on the radio, €600 in lectures. If "
        "independent: each medium keeps its audience, and using one tells nothing about using "
        "another (Sainsbury).",
        fr="Réel : 1 729 personnes, selon les médias qu’elles utilisent (publié en 1952, dans une "
        "étude de ce que l’on sait du cancer, par Dyke & Patterson ; là où nous disons "
        "magazines, elle dit lectures sérieuses). Ancien, mais l’une des rares enquêtes à "
        "publier chaque combinaison. Supposé : l’utilisateur d’un média a 50 % de chances de voir "
        "une insertion donnée ; une insertion coûte 2 400 € dans le journal, 2 200 € dans les "
        "magazines, 800 € à la radio, 600 € en conférence. Si indépendance : chaque média "
        "garde son audience, et utiliser l’un ne dit rien de l’autre (Sainsbury).",
    ),
    size=(9, 5),
)
