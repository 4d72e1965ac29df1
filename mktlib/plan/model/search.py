"""The best plan that could have been made, and what any other one leaves on the table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd

from .levers import (
    AUDIENCES,
    BOUNDS,
    BUDGET_EUR,
    MONTHS,
    MOST_IN_A_MONTH,
    SPLITS,
    Levers,
    Plan,
    levers_of,
    spend,
)
from .market import Market
from .simulator import run, values_of

NUDGE = 1e-5  # of a coordinate, to feel the slope
LARGEST = 12.0  # coordinate: a share of exp(-12) is none


def standing_strategies() -> dict[str, Plan]:
    """Three plans that need no thought: all push, all pull, and 60:40.

    60:40 is the split between long-term brand building and activation in award entries of 2013
    (`regularities`: brand_building).  It is an average: "there really never was a 60:40 rule"
    (WARC, 2022); for brands that sell to businesses, 46 % is quoted (brand_building_business).
    Reading brand building as pull, and activation as push, is ours.  All else as in `Plan()`.

    >>> {name: plan.pull_share[0] for name, plan in standing_strategies().items()}
    {'all_push': 0.0, 'all_pull': 1.0, 'sixty_forty': 0.6}
    """
    return {
        "all_push": Plan(pull_share=0.0),
        "all_pull": Plan(pull_share=1.0),
        "sixty_forty": Plan(pull_share=0.6),
    }


class Shape:
    """Plans as rows of free numbers, so that a search may go anywhere and stay within bounds.

    Shares that add up to 1 are a softmax, bounded levers a sine between their ends.  `monthly`:
    each lever free in every month, or one value for the year (pull share and the money of each
    month are always free).
    """

    def __init__(self, monthly: bool, asked: np.ndarray):
        self.asked = asked
        self.parts = [
            *((name, MONTHS if monthly else 1, len(parts)) for name, parts in SPLITS.items()),
            ("budget_split", 1, MONTHS),
            ("pull_share", MONTHS, 1),
            *((name, MONTHS if monthly else 1, 1) for name in list(BOUNDS)[1:]),
        ]
        self.size = sum(rows * columns for _, rows, columns in self.parts)

    def columns(self, points: np.ndarray) -> dict[str, np.ndarray]:
        """The levers, by month, of plans in free numbers (N, size)."""
        found: dict[str, np.ndarray] = {}
        at, plans = 0, len(points)
        for name, rows, width in self.parts:
            piece = points[:, at : at + rows * width].reshape(plans, rows, width)
            at += rows * width
            if name in BOUNDS:
                low, high = BOUNDS[name]
                value = (low + (high - low) * (1 + np.sin(piece)) / 2)[..., 0]
                found[name] = np.broadcast_to(value, (plans, MONTHS))
                continue
            value = np.exp(piece - piece.max(axis=2, keepdims=True))
            value /= value.sum(axis=2, keepdims=True)
            if name == "budget_split":
                found[name] = _within_a_quarter(value[:, 0])
            else:
                found[name] = np.broadcast_to(value, (plans, MONTHS, width))
        found["ask_preference"] = np.broadcast_to(self.asked, (plans, MONTHS))
        return found

    def levers(self, points: np.ndarray) -> Levers:
        return spend(**self.columns(points))

    def point(self, plan: Plan) -> np.ndarray:
        """The free numbers of a plan (of its mean over the year, where a lever has one value)."""
        found = []
        for name, rows, width in self.parts:
            value = np.array(getattr(plan, name), dtype=float).reshape(
                1 if name == "budget_split" else MONTHS, width
            )
            value = value if len(value) == rows else value.mean(axis=0, keepdims=True)
            if name in BOUNDS:
                low, high = BOUNDS[name]
                inside = np.clip((value - low) / (high - low), 0.002, 0.998)  # slope 0 at the ends
                found.append(np.arcsin(2 * inside - 1))
            else:
                found.append(np.log(np.maximum(value, 1e-3)))
        return np.concatenate([each.ravel() for each in found])

    def plan(self, point: np.ndarray) -> Plan:
        """The plan that free numbers stand for."""
        column = {name: value[0] for name, value in self.columns(point[None]).items()}
        levers: dict[str, Any] = {
            name: list(map(tuple, value.tolist())) if name in SPLITS else value.tolist()
            for name, value in column.items()
        }
        levers["ask_preference"] = [bool(asked) for asked in self.asked]
        return Plan(**levers)


def climb(plan: Plan, market: Market, monthly: bool, steps: int) -> Plan:
    """A better plan near another: quasi-Newton steps, the slope felt on all plans nudged at once."""
    from scipy.optimize import minimize

    shape = Shape(monthly, np.array(plan.ask_preference, dtype=float))
    nudged = np.vstack([np.zeros(shape.size), NUDGE * np.eye(shape.size)])

    def value_and_slope(point: np.ndarray) -> tuple[float, np.ndarray]:
        values = values_of(shape.levers(point + nudged), market)
        return -values[0], (values[0] - values[1:]) / NUDGE

    found = minimize(
        value_and_slope,
        shape.point(plan),
        jac=True,
        method="L-BFGS-B",
        bounds=[(-LARGEST, LARGEST)] * shape.size,
        options={"maxiter": steps, "maxls": 20},
    )
    return shape.plan(found.x)


@lru_cache(maxsize=64)
def best_plan(market: Market, also: tuple[Plan, ...] = ()) -> Plan:
    """The best plan that the search finds in a market: one that knew everything.

    From the standing strategies, plans for one audience each, 200 random ones and those in
    `also`: the best four are climbed with each lever free for the year, then the best of
    these, and the plans in `also`, with each lever free in every month.  Nothing is left to
    chance: the random plans are always the same; rounding alone may move its value by some euros
    from one kind of processor to another.
    Limits: a search, not a proof.  No plan that it met is better; a much longer one
    finds up to 1 % more (`benchmarks/plan.py`).  It is the best year, not the best rest of one:
    months already played in `also` are not respected.
    """
    asking = [replace(plan, ask_preference=True) for plan in standing_strategies().values()]
    sprints = [replace(asking[2], target_shares={audience: 1.0}) for audience in AUDIENCES]
    starts = [*standing_strategies().values(), *asking, *sprints, *random_plans(200), *also]
    found = search(market, starts, also)
    return _best_of([*starts, *found], market, 1)[0]


def search(
    market: Market,
    starts: Sequence[Plan],
    also: Sequence[Plan] = (),
    climbs: int = 4,
    steps: int = 30,
    monthly_climbs: int = 1,
    monthly_steps: int = 60,
) -> list[Plan]:
    """Where the climbs end: `climbs` of the starts, `monthly_climbs` of these and all `also`."""
    roughly = _best_of(starts, market, climbs)
    yearly = [climb(plan, market, monthly=False, steps=steps) for plan in roughly]
    further = [*_best_of(yearly, market, monthly_climbs), *also]
    return yearly + [climb(plan, market, monthly=True, steps=monthly_steps) for plan in further]


def regret_eur(plan: Plan, market: Market) -> float:
    """What the best plan found would have brought more than this one, euros; never negative."""
    best = best_plan(market, (plan,))
    ours, its = values_of([plan, best], market)
    return float(max(its - ours, 0.0))


def regret_table(plan: Plan, market: Market) -> pd.DataFrame:
    """Your plan beside the three standing strategies and the best one, by what each is worth.

    Columns: `value_eur` (see `values_of`), `regret_eur`, and on 31 December `customers`,
    and `followers`, which is what the dashboard shows.
    """
    best = best_plan(market, (plan,))
    plans = {"your_plan": plan, **standing_strategies(), "best_plan": best}
    flows, worth = run(levers_of(list(plans.values())), market, keep=True)
    assert flows is not None
    value = worth.sum(axis=0) - BUDGET_EUR
    return pd.DataFrame(
        {
            "value_eur": value,
            "regret_eur": np.maximum(value[-1] - value, 0.0),
            "customers": flows.customers[:, -1].sum(axis=1),
            "followers": flows.followers[:, -1],
        },
        index=pd.Index(list(plans), name="plan"),
    )


def random_plans(how_many: int, seed: int = 0) -> list[Plan]:
    """Plans drawn at random: every split and lever anywhere, the same all year.

    >>> random_plans(2) == random_plans(2), random_plans(2) == random_plans(2, seed=1)
    (True, False)
    """
    draw = np.random.default_rng(seed)

    def split(parts: int) -> list[float]:
        gaps = -np.log(draw.random(parts))
        return (gaps / gaps.sum()).tolist()

    return [
        Plan(
            target_shares=split(3),
            push_split=split(4),
            pull_split=split(4),
            pull_share=float(draw.random()),
            messages_per_month=float(6 * draw.random()),
            care_share=float(0.25 * draw.random()),
            ask_preference=bool(draw.random() < 0.5),
            referral_reward_eur=float(150 * draw.random()),
        )
        for _ in range(how_many)
    ]


def _best_of(plans: Sequence[Plan], market: Market, how_many: int) -> list[Plan]:
    order = np.argsort(-values_of(plans, market), kind="stable")
    return [plans[place] for place in order[:how_many]]


def _within_a_quarter(shares: np.ndarray) -> np.ndarray:
    """Shares of the year, what a month has in excess given to the others as they have."""
    for _ in range(round(1 / MOST_IN_A_MONTH)):
        capped = np.minimum(shares, MOST_IN_A_MONTH)
        free = np.where(shares < MOST_IN_A_MONTH, capped, 0.0)
        excess = (shares - capped).sum(axis=1, keepdims=True)
        shares = capped + free * (excess / np.maximum(free.sum(axis=1, keepdims=True), 1e-300))
    return shares
