"""Plan desk: one plan in twenty markets drawn as the student's own was, never in that one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from mktlib.core.lab import Lab, Menu, Slider
from mktlib.core.text import Text

from .. import model, view
from ..model.levers import levers_of
from ..model.market import SEASON
from ..model.simulator import run

NEIGHBOURS = 20
STOPS = tuple(round(0.05 * i, 2) for i in range(21))  # of the pull share: see `_years`
PUSHED, PAID = len(model.PUSH_CHANNELS), len(model.CHANNELS)


def _months(weights: np.ndarray) -> tuple[float, ...]:
    return tuple((weights / weights.sum()).tolist())


MONTHS = {
    "even": _months(np.ones(model.MONTHS)),
    "early": _months(np.array([2.0] * 4 + [0.5] * 8)),
    "demand": _months(SEASON.mean(axis=1)),
}


@dataclass(frozen=True)
class DeskRun:
    """A plan in twenty markets, everything as expected.

    `leads`: of push and of pull, (20, 12) each; `value_eur`: (20,), as `values_of`;
    `recipe_eur`: what 60:40 is worth in the same markets; `followers`: (20,), 31 December.
    """

    leads: dict[str, np.ndarray]
    value_eur: np.ndarray
    recipe_eur: np.ndarray
    followers: np.ndarray

    @property
    def better(self) -> int:
        """Markets in which the plan beats 60:40 by a euro or more."""
        return int((self.value_eur > self.recipe_eur + 1).sum())

    @property
    def worse(self) -> int:
        return int((self.value_eur < self.recipe_eur - 1).sum())


@cache
def neighbours() -> tuple[model.Market, ...]:
    return tuple(model.market_of(f"neighbour {i}") for i in range(NEIGHBOURS))


@cache
def _recipe() -> np.ndarray:
    plan = model.standing_strategies()["sixty_forty"]
    return np.array([model.value_eur(plan, market) for market in neighbours()])


@cache
def _years(
    shares: tuple[float, ...], messages_per_month: float, care_share: float, months: str
) -> list[DeskRun]:
    """A year for each pull share, in each market: the shares go through a market together."""
    ends = levers_of(
        [
            model.Plan(
                pull_share=end,
                messages_per_month=messages_per_month,
                care_share=care_share,
                budget_split=MONTHS[months],
            )
            for end in (0, 1)
        ]
    )
    push, pull = ends.channel_eur  # money is a straight line between the two ends
    share = np.array(shares)[:, None, None]
    same = {name: np.repeat(array[:1], len(shares), 0) for name, array in vars(ends).items()}
    levers = replace(ends, **{**same, "channel_eur": (1 - share) * push + share * pull})
    leads, value, followers = [], [], []
    for market in neighbours():
        flows, worth = run(levers, market, keep=True)
        assert flows is not None
        leads.append(flows.leads.sum(axis=3))
        value.append(worth.sum(axis=0) - model.BUDGET_EUR)
        followers.append(flows.followers[:, -1])
    by_source, worths, counters = np.array(leads), np.array(value), np.array(followers)
    return [
        DeskRun(
            leads={
                "push": by_source[:, i, :, :PUSHED].sum(axis=2),
                "pull": by_source[:, i, :, PUSHED:PAID].sum(axis=2),
            },
            value_eur=worths[:, i],
            recipe_eur=_recipe(),
            followers=counters[:, i],
        )
        for i in range(len(shares))
    ]


def desk_run(
    pull_share: float, messages_per_month: float, care_share: float, months: str
) -> DeskRun:
    """A year of a plan that is even otherwise, in each of the twenty markets."""
    shares = STOPS if pull_share in STOPS else (pull_share,)
    years = _years(shares, messages_per_month, care_share, months)
    return years[shares.index(pull_share)]


desk = Lab(
    name="desk",
    title=Text(
        en="Plan desk: one plan, twenty neighbours' markets",
        fr="Le banc d’essai : un plan, les marchés de vingt voisins",
    ),
    model=desk_run,
    view=view.draw_desk,
    words=view.tell_desk,
    controls=(
        Slider(
            name="pull_share",
            label=Text(en="Share that goes to pull", fr="Part consacrée au pull"),
            low=0.0,
            high=1.0,
            step=0.05,
            default=0.5,
            percent=True,
        ),
        Slider(
            name="messages_per_month",
            label=Text(en="Messages a month to customers", fr="Messages par mois aux clients"),
            low=0,
            high=8,
            step=1,
            default=1,
        ),
        Slider(
            name="care_share",
            label=Text(
                en="Share for care (patient answers)", fr="Accompagnement (réponses patientes)"
            ),
            low=0.0,
            high=0.3,
            step=0.05,
            default=0.05,
            percent=True,
        ),
        Menu(
            name="months",
            label=Text(en="The money comes", fr="L’argent vient"),
            options={
                "even": Text(en="evenly", fr="également"),
                "early": Text(en="two thirds by April", fr="aux deux tiers avant mai"),
                "demand": Text(en="with demand", fr="avec la demande"),
            },
            default="even",
        ),
    ),
    caption=Text(
        en="Synthetic: twenty markets drawn between the ends that parameter_table() lists (published "
        "ranges where the course has them, teaching assumptions elsewhere); yours is not among them. "
        "Everything as expected, without chance; audiences and channels evenly. Value: margin of the "
        "year and customers' value on 31 December, less the budget.",
        fr="Synthétique : vingt marchés tirés entre les bornes que donne parameter_table() (plages "
        "publiées quand le cours en a, hypothèses pédagogiques sinon) ; le vôtre n’en est pas. Tout "
        "est conforme à l’attente, sans hasard ; publics et canaux à parts égales. Valeur : marge de "
        "l’année et valeur des clients au 31 décembre, moins le budget.",
    ),
)
