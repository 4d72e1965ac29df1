"""A weekly budget split between push and pull: what each brings, week after week.

Push is bought again every week and fades with its carry-over; pull adds contents that go
on bringing people until their interest is spent.  The two therefore differ less in what a
week brings than in what is left of it later.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd

from mktlib.core.inputs import counted, proportion
from mktlib.core.text import PlainError, Text

from .carry_over import adstock, carry_over_of
from .cascade import expected_cascade
from .response import hill_response

Approach = Literal["push", "pull", "total"]


@dataclass(frozen=True)
class Market:
    """What money does here: every figure is a teaching assumption.

    `leads_at_most`: per week, that push alone, or pull alone, tends to.
    `push_half_eur`: stock of advertising (adstock, euros) that brings half of these.
    `publication_eur`: cost of one content.
    `pull_half_contents`: stock of contents, times their reach by sharing, that brings half.
    """

    leads_at_most: float = 40.0
    push_half_eur: float = 2500.0
    publication_eur: float = 500.0
    pull_half_contents: float = 60.0


def content_stock(publications: object, half_life_weeks: float) -> np.ndarray:
    """How much interest all the contents published so far hold together, week by week.

    s_t = n_t + d s_(t-1), where d = 2^(-1/h).

    n_t: contents published in week t; h: weeks in which the interest in one halves;
    s_t: counted in fresh contents (a fresh one is worth 1, one of age h worth 1/2).
    It is the adstock of publications, with a memory of months rather than days.

    Limits: all contents alike, interest fades at one rate, none is ever updated.
    Source: the recursion is Koyck's (Econometrica, 1954), applied here to contents.

    >>> content_stock([1, 0, 0, 0, 0], half_life_weeks=2).round(3).tolist()
    [1.0, 0.707, 0.5, 0.354, 0.25]
    >>> by_age = [3 * 0.5 ** (age / 4) for age in range(10)]  # three a week, each one ageing
    >>> bool(np.isclose(content_stock([3] * 10, half_life_weeks=4)[-1], sum(by_age)))
    True
    """
    return np.asarray(adstock(publications, carry_over_of(half_life_weeks)))


def push_pull_plan(
    total_eur_per_week: float,
    pull_share: float,
    carry_over: float,
    content_half_life_weeks: float,
    reproduction: float,
    stop_week: int,
    weeks: int = 104,
    market: Market | None = None,
) -> pd.DataFrame:
    """What a weekly budget brings by push and by pull, and what its leads have cost so far.

    push: adstock A_t = x_t + c A_(t-1) of the money x_t, leads = M A_t / (A_t + K).
    pull: contents n_t = y_t / price, stock s_t (see `content_stock`), each reader brings
    1 / (1 - R) readers in all, leads = M u_t / (u_t + U), where u_t = s_t / (1 - R).

    x_t, y_t: euros of week t, (1 - pull_share) and pull_share of the total up to and with
    `stop_week`, none after; c: `carry_over`, 0 to below 1, per week; R: `reproduction`, new
    readers each reader brings, 0 to below 1; M, K, U, price: see `Market`.
    Rows: weeks 1 to `weeks`.  Columns, for push, pull and total: `..._eur` and `..._leads`
    of the week; `..._cost_per_lead_eur`, all money so far over all leads so far (blank
    while there is none).

    Teaching assumptions: both responses are Hill curves of shape 1, the two do not help
    each other, no lead comes without money, and nothing else changes in two years.

    >>> plan = push_pull_plan(2000, 0.5, 0.5, 13, 0.5, stop_week=52)
    >>> stock = 1000 / (1 - 0.5)  # of advertising, after many weeks
    >>> bool(np.isclose(plan["push_leads"][52], 40 * stock / (stock + 2500)))
    True
    >>> float(plan["total_eur"].sum()), float(plan["total_eur"][53:].sum())
    (104000.0, 0.0)
    """
    market = market or Market()
    share = proportion("pull_share", pull_share)
    week = np.arange(1, weeks + 1)
    money = np.where(week <= stop_week, counted("total_eur_per_week", total_eur_per_week), 0.0)
    contents = content_stock(share * money / market.publication_eur, content_half_life_weeks)
    readers = contents * expected_cascade(reproduction)
    euros = {"push": (1 - share) * money, "pull": share * money, "total": money}
    most = market.leads_at_most
    push = hill_response(adstock(euros["push"], carry_over), most, market.push_half_eur, 1)
    pull = hill_response(readers, most, market.pull_half_contents, 1)
    leads = {"push": push, "pull": pull, "total": push + pull}
    with np.errstate(divide="ignore", invalid="ignore"):
        costs = {name: euros[name].cumsum() / leads[name].cumsum() for name in euros}
    return pd.DataFrame(
        {f"{name}_eur": column for name, column in euros.items()}
        | {f"{name}_leads": column for name, column in leads.items()}
        | {f"{name}_cost_per_lead_eur": column for name, column in costs.items()},
        index=pd.Index(week, name="week"),
    )


def overtaking_week(plan: pd.DataFrame) -> int | None:
    """The first week in which pull brings more leads than push; None if there is none.

    >>> plan = push_pull_plan(2500, 0.5, 0.5, 13, 0.5, stop_week=104)
    >>> week = overtaking_week(plan)
    >>> bool((plan["pull_leads"] > plan["push_leads"])[week])
    True
    >>> bool((plan["pull_leads"] > plan["push_leads"])[: week - 1].any())
    False
    >>> overtaking_week(push_pull_plan(2500, 0, 0.5, 13, 0.5, stop_week=104))
    """
    return _first(plan["pull_leads"] > plan["push_leads"])


def cheaper_week(plan: pd.DataFrame) -> int | None:
    """The week from which a lead of pull has cost less, all counted, than one of push.

    From then on to the last week; None if push is cheaper in the end.  Later than
    `overtaking_week` when both get the same money: the early weeks, when contents brought
    little, are still in the average.

    >>> plan = push_pull_plan(2500, 0.5, 0.5, 13, 0.5, stop_week=104)
    >>> cheaper_week(plan) > overtaking_week(plan)
    True
    >>> cheaper_week(push_pull_plan(2500, 0, 0.5, 13, 0.5, stop_week=104))
    """
    cheaper = plan["pull_cost_per_lead_eur"] < plan["push_cost_per_lead_eur"]
    return _first(cheaper[::-1].cummin()[::-1])


def break_even_week(
    plan: pd.DataFrame, margin_per_lead_eur: float, approach: Approach = "total"
) -> int | None:
    """The first week in which all leads so far have repaid all the money so far.

    first t with  m (L_1 + ... + L_t) >= x_1 + ... + x_t

    m: `margin_per_lead_eur`, gross margin that a lead is worth on average (margin of a
    customer times the rate of leads that become customers); L, x: leads and euros of the
    week, of the approach named.  None if it has not come by the plan's last week, or if
    nothing was spent.
    Limits: money now and money in a year are worth the same.

    >>> plan = pd.DataFrame(
    ...     {"total_eur": [100, 100, 100, 0], "total_leads": [0, 2, 4, 6]}, index=[1, 2, 3, 4]
    ... )
    >>> break_even_week(plan, margin_per_lead_eur=50)  # 50 x 6 = 300 in week 3
    3
    >>> break_even_week(plan, margin_per_lead_eur=20)
    """
    if approach not in ("push", "pull", "total"):
        raise PlainError(
            Text(
                en=f"approach is 'push', 'pull' or 'total', not {approach!r}.",
                fr=f"approach vaut « push », « pull » ou « total », pas {approach!r}.",
            )
        )
    spent = plan[f"{approach}_eur"].cumsum()
    earned = counted("margin_per_lead_eur", margin_per_lead_eur) * plan[f"{approach}_leads"]
    return _first((earned.cumsum() >= spent) & (spent > 0))


def _first(true: pd.Series) -> int | None:
    return int(true.index[int(true.to_numpy().argmax())]) if true.any() else None
