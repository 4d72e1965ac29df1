"""Experiments in several arms: could the difference be chance alone?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from mktlib.core.inputs import counted
from mktlib.core.text import PlainError, Text


@dataclass(frozen=True)
class IndependenceTest:
    """Pearson's chi-squared, its degrees of freedom and p-value; the counts expected by chance."""

    chi_squared: float
    degrees_of_freedom: int
    p_value: float
    expected: pd.DataFrame


def independence_test(table: pd.DataFrame) -> IndependenceTest:
    """Do the answers depend on the arm, or would chance alone make such a table?

    chi^2 = sum of (observed - expected)^2 / expected; expected = row total x column total /
    total; (rows - 1)(columns - 1) degrees of freedom; no continuity correction.
    `table`: counts, one row an arm, one column an answer (yes *and* no, not yes and total).
    For two arms and two answers it is kpis' `difference_of_proportions`.
    Limits: independent persons; expected counts of about 5 and more.  It tells that the arms
    differ, not which one, nor by how much, nor why.
    Source: Pearson (Philosophical Magazine 50, 1900); Fisher (J. Royal Statistical Society
    85, 1922) for the degrees of freedom.

    >>> tips = pd.DataFrame(  # Guéguen (2002): a joke, an advertisement or nothing with the bill
    ...     {"tip": [30, 14, 16], "no_tip": [42, 60, 49]}, index=["joke", "advert", "none"])
    >>> found = independence_test(tips)
    >>> round(found.chi_squared, 3), found.degrees_of_freedom, round(found.p_value, 4)
    (9.953, 2, 0.0069)
    """
    frame = counted("table", pd.DataFrame(table))
    observed = frame.to_numpy(dtype=float)
    arms, answers = observed.sum(axis=1), observed.sum(axis=0)
    if (
        min(observed.shape) < 2
        or not np.isfinite(observed).all()
        or not (arms.all() and answers.all())
    ):
        raise PlainError(
            Text(
                en="The table needs two arms and two answers or more, none of them empty.",
                fr="Le tableau demande au moins deux bras et deux réponses, aucun n’étant vide.",
            )
        )
    from scipy.special import chdtrc

    expected = np.outer(arms, answers) / arms.sum()
    chi_squared = float(((observed - expected) ** 2 / expected).sum())
    degrees = (len(arms) - 1) * (len(answers) - 1)
    return IndependenceTest(
        chi_squared=chi_squared,
        degrees_of_freedom=degrees,
        p_value=float(chdtrc(degrees, chi_squared)),
        expected=pd.DataFrame(expected, index=frame.index, columns=frame.columns),
    )
