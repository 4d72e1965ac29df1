"""How many letters should a charity send?  A slope, and what it is mixed with.

The charity of `charity_mailings` did not draw by lot who was written to more often: it
wrote more to those who had given more.  So donors with more letters give more, whatever the
letters do; comparing like with like takes part of that away, only an experiment all of it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from mktlib.core.inputs import column, counted, one
from mktlib.core.text import PlainError, Text

GIFT = "gift_guilders"
LETTERS = "mailings_per_year"
LAST_GIFT = "last_gift_guilders"
PAST_RESPONSE = "response_rate"
PAST_GIFT = "mean_gift_guilders"

READINGS = ("simple", "past_response", "past_response_and_gifts", "within_groups")
_CONTROLS = {
    "simple": (),
    "past_response": (LAST_GIFT, PAST_RESPONSE),
    "past_response_and_gifts": (LAST_GIFT, PAST_RESPONSE, PAST_GIFT),
}


@dataclass(frozen=True)
class Regression:
    """A straight line through the donors, by least squares.

    `coefficients` and their `standard_errors` (all donors equally scattered around the
    line), one row for the `intercept` and each variable; `r_squared`; `donors`.
    """

    coefficients: pd.Series
    standard_errors: pd.Series
    r_squared: float
    donors: int


def _regression(outcome: np.ndarray, variables: pd.DataFrame, groups: int = 0) -> Regression:
    """`groups`: means already taken out of all columns, which replace the intercept."""
    design = variables.to_numpy(dtype=float)
    freedom = outcome.size - design.shape[1] - groups
    if freedom <= 0 or np.linalg.matrix_rank(design) < design.shape[1]:
        raise PlainError(
            Text(
                en="These donors are too few, or too much alike, to fit a line: "
                "each variable must vary by itself.",
                fr="Ces donateurs sont trop peu nombreux, ou trop semblables, pour ajuster une "
                "droite : chaque variable doit varier d’elle-même.",
            )
        )
    coefficients = np.linalg.lstsq(design, outcome, rcond=None)[0]
    residual = ((outcome - design @ coefficients) ** 2).sum()
    spread = np.linalg.inv(design.T @ design).diagonal() * residual / freedom
    total = ((outcome - outcome.mean()) ** 2).sum()
    return Regression(
        coefficients=pd.Series(coefficients, index=variables.columns, name="coefficient"),
        standard_errors=pd.Series(np.sqrt(spread), index=variables.columns, name="standard_error"),
        r_squared=float(1 - residual / total) if total else float("nan"),
        donors=outcome.size,
    )


def gift_regressions(charity: pd.DataFrame) -> dict[str, Regression]:
    """Three readings of the same donors: gift = intercept + slope x letters + ….

    simple: letters a year alone;  past_response: and the last gift and the share of past
    letters answered;  past_response_and_gifts: and the average of past gifts.

    `charity`: rows of `charity_mailings`, in Dutch guilders.
    Limits: a line, though gifts are 0 for six donors out of ten and a few are very large; the
    share of letters answered is itself the work of past letters; what the charity knew of
    its donors beyond these columns is not held equal.
    Source: Wooldridge, Introductory Econometrics (5th ed., 2013), computer exercises of
    chapters 2 (its simple regression: 2.01 + 2.65 letters, R² .0138) and 3 (the two others),
    with data of Franses & Paap (2001).
    """
    ones = pd.Series(1.0, index=charity.index, name="intercept")
    gift = column(GIFT, charity[GIFT])
    return {
        reading: _regression(gift, pd.concat([ones, charity[[LETTERS, *controls]]], axis=1))
        for reading, controls in _CONTROLS.items()
    }


_NOTHING = 1e-9  # letters a year: a difference that only rounding makes
_CUTS = {PAST_RESPONSE: (0.25, 0.40, 0.60), PAST_GIFT: (10.0, 20.0)}


def donor_groups(charity: pd.DataFrame) -> list[pd.Series]:
    """The two groups of each donor: how many past letters they answered, how much they gave.

    The share of past letters answered, cut at 25, 40 and 60 %, and the average of past gifts,
    cut at 10 and 20 guilders: twelve groups.  A value on a cut is in the lower group; 0 is the
    lowest.  For `groupby`.
    Limits: the cuts are a choice; inside a group donors still differ.
    """
    return [
        pd.Series(np.digitize(charity[name], cuts, right=True), index=charity.index, name=name)
        for name, cuts in _CUTS.items()
    ]


def _within_groups(charity: pd.DataFrame) -> Regression:
    grouped = charity.groupby(donor_groups(charity))
    inside = charity[[GIFT, LETTERS]] - grouped[[GIFT, LETTERS]].transform("mean")
    letters = inside[[LETTERS]].where(inside[[LETTERS]].abs() > _NOTHING, 0.0)
    return _regression(inside[GIFT].to_numpy(), letters, groups=grouped.ngroups)


def net_gift_per_letter(
    charity: pd.DataFrame,
    cost_per_letter_guilders: float = 1.0,
    largest_past_gift_guilders: float | None = None,
) -> pd.DataFrame:
    """What one more letter a year seems to bring, its cost paid, by four ways of reading.

    net = slope on letters - cost of a letter.  simple, past_response and
    past_response_and_gifts: as `gift_regressions`; within_groups: one slope for all, donors
    compared only inside the groups of `donor_groups`.

    `cost_per_letter_guilders`: 1 guilder is the textbook's assumption.
    `largest_past_gift_guilders`: leave out donors whose average past gift exceeds it.
    Rows: `reading`; columns gift_per_letter, standard_error, cost_per_letter,
    net_gift_per_letter.
    Limits: who got more letters was chosen, not drawn; the less alike those compared, the
    more the slope says about donors and the less about letters.  The gift is that to one
    mailing, the cost that of a letter a year.  The standard errors suppose an equal scatter;
    without that (White) they are about a sixth larger, past_response_and_gifts two fifths.
    """
    cost = one("cost_per_letter_guilders", cost_per_letter_guilders, counted)
    if largest_past_gift_guilders is not None:
        largest = one("largest_past_gift_guilders", largest_past_gift_guilders, counted)
        charity = charity[charity[PAST_GIFT] <= largest]
    fits = gift_regressions(charity)
    fits["within_groups"] = _within_groups(charity)
    slopes = [fits[reading].coefficients[LETTERS] for reading in READINGS]
    return pd.DataFrame(
        {
            "gift_per_letter": slopes,
            "standard_error": [fits[reading].standard_errors[LETTERS] for reading in READINGS],
            "cost_per_letter": cost,
            "net_gift_per_letter": np.array(slopes) - cost,
        },
        index=pd.Index(READINGS, name="reading"),
    )
