"""The gap between knowing a brand and meaning to buy it, which promotion is there to close."""

from __future__ import annotations

import numpy as np
import pandas as pd

from mktlib.core.inputs import proportion
from mktlib.core.text import PlainError, Text


def awareness_gap(
    aware_share: float, considering_share: float, intending_share: float
) -> pd.DataFrame:
    """Where the target is lost between awareness, consideration and intent to buy.

    Shares of the whole target, each stage inside the one before.  Rows aware, considering,
    intending; columns share, passing_rate (share / share before; of everybody for aware),
    lost_share (share before - share).  The losses after awareness add up to the gap,
    aware - intending.
    Limits: what people say; the stages are not a path everybody walks in this order.

    >>> gap = awareness_gap(aware_share=0.60, considering_share=0.24, intending_share=0.06)
    >>> gap["passing_rate"].round(6).tolist()
    [0.6, 0.4, 0.25]
    >>> gap["lost_share"].round(6).tolist()
    [0.4, 0.36, 0.18]
    """
    given = {
        "aware_share": aware_share,
        "considering_share": considering_share,
        "intending_share": intending_share,
    }
    shares = np.array([proportion(name, value) for name, value in given.items()], dtype=float)
    before = np.append(1.0, shares[:-1])
    if (shares > before).any():
        raise PlainError(
            Text(
                en="Each stage must lie inside the one before: aware, considering, intending.",
                fr="Chaque étape doit être comprise dans la précédente : "
                "notoriété, considération, intention.",
            )
        )
    passing = np.divide(shares, before, out=np.full(3, np.nan), where=before > 0)
    return pd.DataFrame(
        {"share": shares, "passing_rate": passing, "lost_share": before - shares},
        index=pd.Index(["aware", "considering", "intending"], name="stage"),
    )
