"""How KPIs combine: they multiply along a funnel, they do not average, the mix moves them.

All of it is arithmetic: given the counts, nothing here is a matter of chance.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd

from mktlib.core.inputs import Quantity, counted, proportion
from mktlib.core.text import PlainError, Text

from .ratios import (
    engagement_rate_by_followers,
    engagement_rate_by_impressions,
    engagement_rate_by_reach,
    ratio,
    share,
)


@dataclass(frozen=True)
class MarketingFunnel:
    """What a media budget becomes, stage by stage, and where the next euro works hardest.

    `stages`: rows impressions, clicks, leads, customers; columns `count`,
    `cost_per_unit_eur`.
    `levers`: rows spend_eur and the three rates; columns
    `value`, `margin_of_one_percent_eur` (from raising it by 1 % of itself),
    `cost_of_one_percent_eur`, `margin_of_next_euro_eur` (the first divided by the last cost).
    """

    stages: pd.DataFrame
    levers: pd.DataFrame
    spend_eur: float
    gross_margin_eur: float
    return_on_marketing_investment: float
    best_lever: str


def marketing_funnel(
    spend_eur: float,
    cost_per_mille_eur: float,
    click_through_rate: float,
    click_to_lead_rate: float,
    lead_to_customer_rate: float,
    margin_per_customer_eur: float,
    click_through_effort_eur: float = 100.0,
    click_to_lead_effort_eur: float = 100.0,
    lead_to_customer_effort_eur: float = 100.0,
) -> MarketingFunnel:
    """From media money to customers, and what one more euro would bring at each stage.

    impressions = 1000 x spend / CPM; each next count = the count before x its rate;
    gross margin = customers x margin per customer.  Margin is a product, so that raising
    any one factor by 1 % of itself brings the same margin; only its cost differs.
    The three `..._effort_eur` say what raising a rate by 1 % of itself costs (a better
    picture, a shorter form, a quicker call back); 1 % more media costs 1 % of the spend.

    Teaching assumptions: double the budget and everything doubles (no saturation, one
    price), better rates bring as good customers, efforts have a constant price.
    Limits: where media is paid by the click, a better click-through rate brings no more
    clicks.  A rate stops at 1.

    >>> funnel = marketing_funnel(10_000, 5, 0.01, 0.05, 0.10, 150)
    >>> funnel.stages["count"].round(6).tolist()
    [2000000.0, 20000.0, 1000.0, 100.0]
    >>> funnel.stages["cost_per_unit_eur"].round(6).tolist()
    [0.005, 0.5, 10.0, 100.0]
    >>> funnel.levers["margin_of_one_percent_eur"].round(6).tolist()
    [150.0, 150.0, 150.0, 150.0]
    """
    rates = {
        "click_through_rate": click_through_rate,
        "click_to_lead_rate": click_to_lead_rate,
        "lead_to_customer_rate": lead_to_customer_rate,
    }
    steps = np.array([proportion(name, value) for name, value in rates.items()])
    impressions = 1000 * ratio(spend_eur=spend_eur, cost_per_mille_eur=cost_per_mille_eur)
    counts = impressions * np.cumprod([1.0, *steps])
    gross_margin_eur = counts[-1] * margin_per_customer_eur
    with np.errstate(divide="ignore", invalid="ignore"):
        costs = np.where(counts > 0, spend_eur / counts, np.nan)

    margin_per_unit_of_rate = (
        impressions
        * margin_per_customer_eur
        * np.array([steps[1] * steps[2], steps[0] * steps[2], steps[0] * steps[1]])
    )
    one_percent = np.minimum(1.01 * steps, 1) - steps
    efforts = np.array(
        [
            0.01 * spend_eur,
            counted("click_through_effort_eur", click_through_effort_eur),
            counted("click_to_lead_effort_eur", click_to_lead_effort_eur),
            counted("lead_to_customer_effort_eur", lead_to_customer_effort_eur),
        ]
    )
    gains = np.append(0.01 * gross_margin_eur, margin_per_unit_of_rate * one_percent)
    levers = pd.DataFrame(
        {
            "value": [spend_eur, *steps],
            "margin_of_one_percent_eur": gains,
            "cost_of_one_percent_eur": efforts,
            "margin_of_next_euro_eur": gains / efforts,
        },
        index=pd.Index(["spend_eur", *rates], name="lever"),
    )
    return MarketingFunnel(
        stages=pd.DataFrame(
            {"count": counts, "cost_per_unit_eur": costs},
            index=pd.Index(["impressions", "clicks", "leads", "customers"], name="stage"),
        ),
        levers=levers,
        spend_eur=spend_eur,
        gross_margin_eur=float(gross_margin_eur),
        return_on_marketing_investment=float(gross_margin_eur / spend_eur - 1),
        best_lever=str(levers["margin_of_next_euro_eur"].idxmax()),
    )


Denominator = Literal["followers", "reach", "impressions"]
_ENGAGEMENT_RATES = {
    "followers": engagement_rate_by_followers,
    "reach": engagement_rate_by_reach,
    "impressions": engagement_rate_by_impressions,
}


def engagement_by_denominator(posts: pd.DataFrame, denominator: Denominator) -> pd.DataFrame:
    """The same posts, ranked by their engagement per follower, per person or per showing.

    `posts`: one row a post; columns post, engagements, followers, reach, impressions.
    Gives, in the same order of rows: post, engagements, denominator (its name),
    size (its value), rate, rank (1 is the best; equal rates share a rank).
    Limits: none of the three is "the" engagement rate; say which, or say nothing.

    >>> posts = pd.DataFrame({
    ...     "post": ["boosted", "debate", "tip"], "engagements": [450, 240, 90],
    ...     "followers": 10_000, "reach": [9_000, 1_500, 1_000],
    ...     "impressions": [14_000, 6_000, 1_100]})
    >>> for name in ("followers", "reach", "impressions"):
    ...     ranked = engagement_by_denominator(posts, name)
    ...     print(name, ranked.loc[ranked["rank"] == 1, ["post", "rate"]].round(3).values.tolist())
    followers [['boosted', 0.045]]
    reach [['debate', 0.16]]
    impressions [['tip', 0.082]]
    """
    if denominator not in _ENGAGEMENT_RATES:
        names = ", ".join(_ENGAGEMENT_RATES)
        raise PlainError(
            Text(
                en=f"The denominator is one of {names}, not {denominator!r}.",
                fr=f"Le dénominateur est à choisir parmi {names}, pas {denominator!r}.",
            )
        )
    rates = _ENGAGEMENT_RATES[denominator](posts["engagements"], posts[denominator])
    return pd.DataFrame(
        {
            "post": posts["post"],
            "engagements": posts["engagements"],
            "denominator": denominator,
            "size": posts[denominator],
            "rate": rates,
            "rank": rates.rank(ascending=False, method="min").astype(int),
        }
    )


def ratio_of_means(numerators: Quantity, denominators: Quantity) -> float:
    """The ratio of the whole: all the numerators over all the denominators.

    sum(numerators) / sum(denominators): each row weighs as much as its denominator.
    Rows with a blank on either side are left out of both.

    >>> ratio_of_means([90, 10], [100, 900])  # clicks, impressions of two adverts
    0.1
    """
    above, below = _pairs(numerators, denominators)
    return ratio(numerators=above.sum(), denominators=below.sum())


def mean_of_ratios(numerators: Quantity, denominators: Quantity) -> float:
    """The mean of the rows' own ratios: each row counts once, however small.

    mean(numerators / denominators).  Right for "the typical account", wrong for "the whole".
    Rows with a blank on either side are left out; a zero denominator is refused.

    >>> round(mean_of_ratios([90, 10], [100, 900]), 4)  # not 0.1: the small advert counts as much
    0.4556
    """
    above, below = _pairs(numerators, denominators)
    smallest = below.min(initial=np.inf) if below.size else 0.0
    ratio(numerators=1, denominators=smallest)
    return float((above / below).mean())


def _pairs(numerators: Quantity, denominators: Quantity) -> tuple[np.ndarray, np.ndarray]:
    above = np.asarray(counted("numerators", numerators), dtype=float)
    below = np.asarray(counted("denominators", denominators), dtype=float)
    complete = ~(np.isnan(above) | np.isnan(below))
    return above[complete], below[complete]


def simpson_decomposition(
    before: pd.DataFrame,
    after: pd.DataFrame,
    segment: str = "segment",
    successes: str = "successes",
    trials: str = "trials",
) -> pd.DataFrame:
    """How much of a change in the overall rate comes from the rates, how much from the mix.

    For segment i with share s of the trials and rate r, before (0) and after (1):
    rate effect = (r1 - r0) x (s0 + s1) / 2;
    mix effect = (s1 - s0) x ((r0 + r1) / 2 - (R0 + R1) / 2), R the overall rates.
    They add up exactly to R1 - R0.  Taking the mean overall rate away moves no total (shares
    sum to 1) and gives each segment's mix effect its natural sign: growing where the rate is
    below average lowers the whole.

    `before`, `after`: one row a segment, the same segments; "after" may be another group.
    Gives one row a segment and the row "total"; columns share_before, share_after,
    rate_before, rate_after, rate_effect, mix_effect, change (the sum of the two effects).
    Limits: arithmetic, not causes; another way of cutting segments splits it otherwise.
    Source: Kitagawa, Components of a Difference Between Two Rates (JASA 50, 1955).

    >>> open_surgery = pd.DataFrame({  # Charig et al. (BMJ 292, 1986)
    ...     "segment": ["small stones", "large stones"],
    ...     "successes": [81, 192], "trials": [87, 263]})
    >>> keyhole = pd.DataFrame({
    ...     "segment": ["small stones", "large stones"],
    ...     "successes": [234, 55], "trials": [270, 80]})
    >>> table = simpson_decomposition(open_surgery, keyhole)
    >>> table["rate_before"].round(2).to_dict()
    {'small stones': 0.93, 'large stones': 0.73, 'total': 0.78}
    >>> table["rate_after"].round(2).to_dict()
    {'small stones': 0.87, 'large stones': 0.69, 'total': 0.83}
    >>> table.loc["total", ["rate_effect", "mix_effect", "change"]].round(3).tolist()
    [-0.054, 0.099, 0.046]
    """
    first, second = before.set_index(segment), after.set_index(segment)
    once = first.index.is_unique and second.index.is_unique
    if not once or set(first.index) != set(second.index):
        raise PlainError(
            Text(
                en="The two tables must have the same segments, one row each.",
                fr="Les deux tableaux doivent avoir les mêmes segments, une ligne chacun.",
            )
        )
    second = second.loc[first.index]
    shares, rates = [], []
    for table in (first, second):
        ratio(**{"one": 1, trials: table[trials].min()})
        shares.append((table[trials] / table[trials].sum()).to_numpy())
        rates.append(share(**{successes: table[successes], trials: table[trials]}).to_numpy())
    return _rates_and_mix(first.index, *shares, *rates)


def _rates_and_mix(
    segments: pd.Index,
    share_before: np.ndarray,
    share_after: np.ndarray,
    rate_before: np.ndarray,
    rate_after: np.ndarray,
) -> pd.DataFrame:
    total_before = (share_before * rate_before).sum()
    total_after = (share_after * rate_after).sum()
    middle = (total_before + total_after) / 2
    rate_effect = (rate_after - rate_before) * (share_before + share_after) / 2
    mix_effect = (share_after - share_before) * ((rate_before + rate_after) / 2 - middle)
    return pd.DataFrame(
        {
            "share_before": np.append(share_before, 1.0),
            "share_after": np.append(share_after, 1.0),
            "rate_before": np.append(rate_before, total_before),
            "rate_after": np.append(rate_after, total_after),
            "rate_effect": np.append(rate_effect, rate_effect.sum()),
            "mix_effect": np.append(mix_effect, mix_effect.sum()),
            "change": np.append(rate_effect + mix_effect, (rate_effect + mix_effect).sum()),
        },
        index=pd.Index([*segments, "total"], name=segments.name),
    )


def mix_shift(
    first_share_before: float,
    first_share_after: float,
    first_rate: float,
    second_rate: float,
    improvement: float,
) -> pd.DataFrame:
    """Two segments improve alike while the mix moves between them: what does the total do?

    Each rate becomes rate x (1 + improvement); the first segment's share of the trials goes
    from `first_share_before` to `first_share_after`, the second has the rest.
    Gives the table of `simpson_decomposition`, with rows first, second, total.
    Teaching assumption: the improvement is the same in both segments.

    >>> table = mix_shift(0.60, 0.30, first_rate=0.04, second_rate=0.01, improvement=0.10)
    >>> table["rate_before"].round(4).to_dict()
    {'first': 0.04, 'second': 0.01, 'total': 0.028}
    >>> table["rate_after"].round(4).to_dict()
    {'first': 0.044, 'second': 0.011, 'total': 0.0209}
    """
    proportion("first_share_before", first_share_before)
    proportion("first_share_after", first_share_after)
    rate_before = np.array([first_rate, second_rate], dtype=float)
    rate_after = rate_before * (1 + improvement)
    for rate in (*rate_before, *rate_after):
        proportion("rate", rate)
    return _rates_and_mix(
        pd.Index(["first", "second"], name="segment"),
        np.array([first_share_before, 1 - first_share_before]),
        np.array([first_share_after, 1 - first_share_after]),
        rate_before,
        rate_after,
    )
