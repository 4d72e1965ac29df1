"""Share of voice: the part of what is said that a brand says, and what it may bring.

Share of voice itself is one of the KPI topic's ratios; here are its distance from the
share of market, the rule of thumb that joins the two, and a field where both are measured.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from mktlib.core.inputs import Quantity, counted, numeric, proportion
from mktlib.core.text import PlainError, Text
from mktlib.kpis.model.ratios import ratio


def excess_share_of_voice(share_of_voice: Quantity, share_of_market: Quantity) -> Quantity:
    """ESOV: by how many points a brand speaks louder than it sells.

    100 x (share_of_voice - share_of_market), in points; negative for a brand that lives
    on its past.  `share_of_voice`: its spend / all spend; `share_of_market`: its sales / all
    sales; both 0 to 1, same market and same period.
    Limits: whoever draws the market draws both shares.
    Source: Jones, Ad Spending: Maintaining Market Share (Harvard Business Review 68, 1990).

    >>> round(excess_share_of_voice(share_of_voice=0.25, share_of_market=0.15), 6)
    10.0
    """
    voice = proportion("share_of_voice", share_of_voice)
    return 100 * (voice - proportion("share_of_market", share_of_market))


def expected_share_change(esov_points: Quantity, points_per_10: float = 0.5) -> Quantity:
    """How many points of market share a year an excess share of voice goes with.

    esov_points / 10 x points_per_10, in points a year.  `points_per_10`: points of market
    share per 10 points of excess: 0.5 (Nielsen / IPA), 0.6 (consumer brands), 0.7 (brands
    that sell to firms), as quoted from Binet & Field.
    Limits: an average over brands whose campaigns were entered for a prize, and a correlation:
    a brand that grows for other reasons has money to speak.  Nothing says that the straight
    line goes on beyond the brands that were studied.

    >>> expected_share_change(esov_points=20, points_per_10=0.6)
    1.2
    """
    return numeric("esov_points", esov_points) / 10 * counted("points_per_10", points_per_10)


@dataclass(frozen=True)
class SpendAndVote:
    """A straight line from share of spend to share of vote, both 0 to 1."""

    intercept: float
    slope: float
    r_squared: float
    slope_standard_error: float
    races: int

    def expected_vote_share(self, spend_share: Quantity) -> Quantity:
        """The share of the vote on the line at a share of spend: intercept + slope x share."""
        return self.intercept + self.slope * numeric("spend_share", spend_share)


def spend_and_vote(races: pd.DataFrame) -> SpendAndVote:
    """How the share of the vote goes with the share of the spend, over two-candidate races.

    Least squares of `vote_a_share` on `spend_a_share` (both 0-1, one row a race): slope =
    covariance / variance of spend; intercept = mean vote - slope x mean spend; r_squared =
    share of the variance of the vote that lies on the line.
    Limits: donors give to likely winners, so that the line is not what a dollar buys; the
    share of voice is not the share of votes even here: from 0 to 100 % of the spend the
    line goes from 27 to 73 % of the vote.
    Source: Wooldridge, Introductory Econometrics (vote1): in percent, 26.81 + .464 shareA,
    R-squared .856, 173 races.

    >>> races = pd.DataFrame({"spend_a_share": [0.0, 0.5, 1.0], "vote_a_share": [0.3, 0.5, 0.7]})
    >>> line = spend_and_vote(races)
    >>> round(line.intercept, 6), round(line.slope, 6), round(line.r_squared, 6)
    (0.3, 0.4, 1.0)
    """
    spend, vote = (
        races[column].to_numpy(dtype=float) for column in ("spend_a_share", "vote_a_share")
    )
    if len(spend) < 3 or np.ptp(spend) == 0:
        raise PlainError(
            Text(
                en="A line needs at least three races that differ in spend.",
                fr="Il faut au moins trois scrutins dont les dépenses diffèrent.",
            )
        )
    spread = spend - spend.mean()
    slope = float(spread @ vote / (spread @ spread))
    intercept = float(vote.mean() - slope * spend.mean())
    left = float(np.sum((vote - intercept - slope * spend) ** 2))
    whole = float(np.sum((vote - vote.mean()) ** 2))
    return SpendAndVote(
        intercept=intercept,
        slope=slope,
        r_squared=1 - ratio(left=left, whole=whole),
        slope_standard_error=float(np.sqrt(left / (len(vote) - 2) / (spread @ spread))),
        races=len(vote),
    )
