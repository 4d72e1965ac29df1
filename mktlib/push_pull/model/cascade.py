"""Sharing: each person reached brings R more on average, and most cascades die at once.

R, the reproduction number, is shares per person reached x people newly reached per share.
Everywhere below each person's number is drawn from a Poisson distribution of mean R,
independently: a teaching assumption, and a mild one.  Real audiences are far more unequal,
so that real cascades are both more often nothing and more often enormous.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import pandas as pd

from mktlib.core.inputs import counted, positive, whole
from mktlib.core.text import PlainError, Text


def expected_cascade(reproduction: float) -> float:
    """People reached for each person of the seed, once sharing has run its course.

    1 + R + R^2 + ... = 1 / (1 - R), for R < 1; the seed itself is the 1.
    Limits: a mean, which few cascades resemble; the audience is taken as endless.
    Source: Harris, The Theory of Branching Processes (1963), ch. I.

    >>> expected_cascade(0.5), sum(0.5**generation for generation in range(60))
    (2.0, 2.0)
    >>> expected_cascade(1)
    Traceback (most recent call last):
    mktlib.core.text.PlainError: From a reproduction of 1 on, sharing has no end: write less than 1.
    """
    if not counted("reproduction", reproduction) < 1:
        raise PlainError(
            Text(
                en="From a reproduction of 1 on, sharing has no end: write less than 1.",
                fr="À partir d’une reproduction de 1, le partage est sans fin : "
                "écrivez moins que 1.",
            )
        )
    return 1 / (1 - reproduction)


def cascade_sizes(reproduction: float, largest: int = 100) -> pd.Series:
    """The share of cascades that reach 1, 2, 3 ... `largest` people, the first included.

    P(n) = exp(-R n) (R n)^(n - 1) / n!  (Borel); index `people_reached`.  Up to
    R = 1 it sums to 1 over all n (beyond, to the share of cascades that end); for R < 1 its
    mean is `expected_cascade`.
    Limits: light tail.  Twitter had 0.025 % of cascades with 100 retweets or more, at a mean
    size of 2 (Goel et al., The Structural Virality of Online Diffusion, Management Science 62,
    2016); R = 0.5 has the same mean and practically none.
    Source: Borel (Comptes rendus 214, 1942); Otter, The Multiplicative Process (1949).

    >>> cascade_sizes(0.5, largest=3).round(4).to_dict()
    {1: 0.6065, 2: 0.1839, 3: 0.0837}
    >>> sizes = cascade_sizes(0.5, largest=400)
    >>> float(round((sizes * sizes.index).sum(), 6)), expected_cascade(0.5)
    (2.0, 2.0)
    """
    sizes = np.arange(1, whole("largest", largest, 1) + 1)
    if counted("reproduction", reproduction) == 0:
        shares = (sizes == 1).astype(float)
    else:
        mean = reproduction * sizes
        shares = np.exp((sizes - 1) * np.log(mean) - mean - _log_factorials(len(sizes)))
    return pd.Series(shares, index=pd.Index(sizes, name="people_reached"), name="share")


def local_or_global(
    local_seed: float, local_reproduction: float, global_seed: float, global_reproduction: float
) -> pd.DataFrame:
    """A post for few people who share it, beside a post for many who do not.

    reach = seed / (1 - R); the seed is the people who see the post itself.  Rows local, global;
    columns seed, reproduction, reach, reproduction_to_match (the R at which this row would
    reach as many people as the other one).

    >>> table = local_or_global(20_000, 0.8, 60_000, 0.2)
    >>> table["reach"].round(6).tolist()
    [100000.0, 75000.0]
    >>> table["reproduction_to_match"].round(6).tolist()
    [0.733333, 0.4]
    """
    seeds = (local_seed, global_seed)
    rates = (local_reproduction, global_reproduction)
    reach = [
        positive("seed", seed) * expected_cascade(rate)
        for seed, rate in zip(seeds, rates, strict=True)
    ]
    return pd.DataFrame(
        {
            "seed": seeds,
            "reproduction": rates,
            "reach": reach,
            "reproduction_to_match": [
                reproduction_to_match(local_seed, reach[1]),
                reproduction_to_match(global_seed, reach[0]),
            ],
        },
        index=pd.Index(["local", "global"], name="post"),
    )


def reproduction_to_match(seed: float, reach: float) -> float:
    """The R with which a seed comes to reach so many people; 0 if the seed alone is enough.

    1 - seed / reach, from reach = seed / (1 - R).

    >>> reproduction_to_match(seed=25_000, reach=100_000), 25_000 / (1 - 0.75)
    (0.75, 100000.0)
    """
    return max(0.0, 1 - positive("seed", seed) / positive("reach", reach))


@lru_cache(maxsize=16)
def _log_factorials(largest: int) -> np.ndarray:
    return np.cumsum(np.log(np.arange(1, largest + 1)))
