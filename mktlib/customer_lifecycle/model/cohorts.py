"""Cohorts: customers acquired together, followed as they leave; and how totals mislead."""

from __future__ import annotations

import numpy as np
import pandas as pd

from mktlib.core.inputs import Quantity, column, one, proportion, whole
from mktlib.core.text import PlainError, Text


def _survivors(survivors: Quantity) -> np.ndarray:
    row = column("survivors", survivors)
    if row[0] == 0 or np.any(np.diff(row) > 0):
        raise PlainError(
            Text(
                en="survivors starts above 0 and never rises: follow one cohort, "
                "without adding newcomers.",
                fr="« survivors » commence au-dessus de 0 et ne remonte jamais : suivez une "
                "seule cohorte, sans y ajouter de nouveaux clients.",
            )
        )
    return row


def survival_shares(survivors: Quantity) -> np.ndarray:
    """The share of a cohort still there after each period: n_t / n_0.

    >>> survival_shares([1000, 869, 743]).tolist()
    [1.0, 0.869, 0.743]
    """
    row = _survivors(survivors)
    return np.asarray(row / row[0])


def retention_rates(survivors: Quantity) -> np.ndarray:
    """The share of those still there who stay one period more: n_t / n_(t-1), blank at 0.

    >>> retention_rates([1000, 800, 720, 0, 0]).tolist()
    [nan, 0.8, 0.9, 0.0, nan]
    """
    row = _survivors(survivors)
    before = np.append(np.nan, row[:-1])
    return np.divide(row, before, out=np.full(row.size, np.nan), where=before > 0)


def cohort_table(survivors: Quantity) -> pd.DataFrame:
    """A cohort followed: how many are left, are lost, stay, period after period.

    survival_share = n_t / n_0;  retention_rate = n_t / n_(t-1);  lost = n_(t-1) - n_t

    `survivors`: customers left after 0, 1, 2, … periods (or percent of the first ones).
    Rows: `period`; columns survivors, lost, retention_rate, survival_share.
    The product of the retention rates up to t is the survival share: 0.8 x 0.9 = 0.72.

    >>> cohort_table([1000, 800, 720])[["lost", "retention_rate"]].values.tolist()
    [[0.0, nan], [200.0, 0.8], [80.0, 0.9]]
    """
    row = _survivors(survivors)
    return pd.DataFrame(
        {
            "survivors": row,
            "lost": np.append(0.0, row[:-1] - row[1:]),
            "retention_rate": retention_rates(row),
            "survival_share": survival_shares(row),
        },
        index=pd.RangeIndex(row.size, name="period"),
    )


def aggregate_retention(
    loyal_share: float, loyal_retention: float, fleeting_retention: float, periods: int = 8
) -> pd.DataFrame:
    """Two kinds of customers, neither of whom changes, and an overall retention that rises.

    S_t = w a^t + (1 - w) b^t;  r_t = S_t / S_(t-1) = w_(t-1) a + (1 - w_(t-1)) b,
    w_t = w a^t / S_t

    w: `loyal_share` of the cohort at the start; a, b: retention of the loyal and of the
    fleeting, the same for ever; w_t: share of the loyal among those left.  The fleeting leave
    first, so w_t rises and takes r_t with it, towards a: whatever one did in between.
    Rows: `period` 0 to `periods`; columns loyal, fleeting (shares of the first ones),
    survival_share, retention_rate (blank at 0, or once nobody is left), loyal_share.
    Teaching assumption: two kinds only.  Fader & Hardie (2007) let retention vary without
    kinds, and it rises in the same way: see the shifted-beta-geometric fit.
    Source: Vaupel & Yashin, Heterogeneity's Ruses (The American Statistician 39, 1985).

    >>> table = aggregate_retention(0.4, loyal_retention=0.9, fleeting_retention=0.5, periods=4)
    >>> table["retention_rate"].round(3).tolist()
    [nan, 0.66, 0.718, 0.773, 0.818]
    >>> table["loyal_share"].round(3).tolist()
    [0.4, 0.545, 0.684, 0.795, 0.875]
    """
    age = np.arange(whole("periods", periods, least=1) + 1)
    weight = one("loyal_share", loyal_share, proportion)
    loyal = weight * one("loyal_retention", loyal_retention, proportion) ** age
    fleeting = (1 - weight) * one("fleeting_retention", fleeting_retention, proportion) ** age
    left = loyal + fleeting
    return pd.DataFrame(
        {
            "loyal": loyal,
            "fleeting": fleeting,
            "survival_share": left,
            "retention_rate": retention_rates(left),
            "loyal_share": np.divide(loyal, left, out=np.full(left.size, np.nan), where=left > 0),
        },
        index=pd.RangeIndex(age.size, name="period"),
    )


def company_retention(new_customers: Quantity, survival_share: Quantity) -> pd.DataFrame:
    """All cohorts of a company added up: what its one retention rate shows, year after year.

    customers_t = Σ new_(t-a) S_a over ages a;  kept_t = the same without a = 0;
    retention_t = kept_t / customers_(t-1)

    `new_customers`: acquired in each period; `survival_share`: S_0 = 1, S_1, … of every
    cohort, as many ages as there are periods at least.
    Rows: `period` from 0; columns new, customers (new ones included), kept, retention_rate.
    The rate depends on how old the customers are: it rises when a company stops acquiring
    and falls when it acquires more, though every cohort leaves exactly as the others do.

    >>> table = company_retention([100, 100, 0, 0], [1, 0.6, 0.48, 0.42])
    >>> table["retention_rate"].round(3).tolist()
    [nan, 0.6, 0.675, 0.833]
    """
    new = column("new_customers", new_customers)
    survival = survival_shares(survival_share)
    if survival.size < new.size:
        raise PlainError(
            Text(
                en=f"survival_share has {survival.size} ages for {new.size} periods: "
                "it needs as many.",
                fr=f"« survival_share » a {survival.size} âges pour {new.size} périodes : "
                "il en faut autant.",
            )
        )
    customers = np.convolve(new, survival)[: new.size]
    kept = customers - new
    before = np.append(np.nan, customers[:-1])
    return pd.DataFrame(
        {
            "new": new,
            "customers": customers,
            "kept": kept,
            "retention_rate": np.divide(
                kept, before, out=np.full(new.size, np.nan), where=before > 0
            ),
        },
        index=pd.RangeIndex(new.size, name="period"),
    )
