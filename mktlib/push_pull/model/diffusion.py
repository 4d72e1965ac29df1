"""Diffusion: adopters come from outside (push, p) and from other adopters (pull, q).

Bass's model: of those who will ever adopt and have not yet, a part p + q x (share of them
who have) adopts each year.  p, external influence: advertising, press, sellers.  q, internal:
word of mouth, imitation.  The labels push and pull are this course's, not Bass's.
Source: Bass, A New Product Growth for Model Consumer Durables (Management Science 15, 1969).
Averages over products: p 0.03, q 0.38 (Sultan, Farley & Lehmann, A Meta-Analysis of
Applications of Diffusion Models, J. Marketing Research 27, 1990).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from mktlib.core.inputs import Quantity, counted, numeric, pair, plain, positive, proportion
from mktlib.core.text import PlainError, Text


def bass_share(time_years: Quantity, p: float, q: float, ceiling_share: float = 1.0) -> Quantity:
    """The share of people who have adopted, so many years after the launch.

    m (1 - e) / (1 + (q / p) e), e = exp(-(p + q) t); t years since the launch (before it, 0),
    p and q a year, m the ceiling: the share of people who will ever adopt.
    Limits: p > 0, or nobody starts; no second purchase, no competitor, nobody gives up.

    >>> now, soon = bass_share([5, 5.0001], p=0.03, q=0.38, ceiling_share=0.8).tolist()
    >>> left = 0.8 - now  # the definition: speed = (p + q x share of the ceiling) x those left
    >>> round((soon - now) / 0.0001, 4) == round((0.03 + 0.38 * now / 0.8) * left, 4)
    True
    """
    fading = _fading(time_years, p, q)
    return plain(_ceiling(ceiling_share) * (1 - fading) / (1 + q / p * fading))


def bass_rate(time_years: Quantity, p: float, q: float, ceiling_share: float = 1.0) -> Quantity:
    """How fast the share rises: new adopters a year, as a share of people.

    m (p + q)^2 / p x e / (1 + (q / p) e)^2: the slope of `bass_share`; m p at the launch.

    >>> round(bass_rate(0, p=0.03, q=0.38), 6)
    0.03
    """
    fading = _fading(time_years, p, q)
    steepness = (p + q) ** 2 / p * fading / (1 + q / p * fading) ** 2
    return plain(_ceiling(ceiling_share) * steepness)


def bass_push_share(
    time_years: Quantity, p: float, q: float, ceiling_share: float = 1.0
) -> Quantity:
    """Of the share who have adopted, those whom the outside brought; others brought the rest.

    The sum over time of p x those left: m (p / q) ln((1 + q / p) / (1 + (q / p) e)), e as in
    `bass_share`; m (1 - e) if q = 0.

    >>> round(bass_push_share(100, p=0.03, q=0.38), 2)  # in the end: one adopter in five
    0.21
    """
    fading = _fading(time_years, p, q)
    pull = q / p
    reached = (1 - fading) / (1 + pull * fading)
    part = np.log1p(pull * reached) / pull if pull > 1e-9 else 1 - fading
    return plain(_ceiling(ceiling_share) * part)


def bass_distance(
    time_years: Quantity, share: Quantity, p: float, q: float, ceiling_share: float = 1.0
) -> float:
    """How far the curve is from the observed shares, typically: a share, 0.02 for 2 points.

    Root mean squared error: sqrt(mean((observed - curve)^2)).

    >>> round(bass_distance([1, 2], [0.13, 0.04], 0.03, 0.38) ** 2, 6) == round(
    ...     sum((s - bass_share(t, 0.03, 0.38)) ** 2 for t, s in [(1, 0.13), (2, 0.04)]) / 2, 6)
    True
    """
    times, shares = _observed(time_years, share)
    gaps = shares - bass_share(times, p, q, ceiling_share)
    return float(np.sqrt(np.mean(gaps**2)))


@dataclass(frozen=True)
class BassFit:
    """p and q a year, the ceiling (a share), and the distance left (a share)."""

    p: float
    q: float
    ceiling_share: float
    rmse_share: float


def fit_bass(time_years: Quantity, share: Quantity) -> BassFit:
    """The p, q and ceiling nearest to the observed shares: least squares on the curve.

    `time_years`: years since the launch, which is yours to choose, and p and q follow;
    `share`: of all people, 0 to 1.  The logarithms of p and q are searched, from four starts.
    Limits: before the bend of the curve the ceiling is a guess (Van den Bulte & Lilien, Bias
    and Systematic Change, Marketing Science 16, 1997); neighbouring surveys weigh as much as
    distant ones.  Social media in the United States (Pew, launch set to 1 January 2004): p 0.036,
    q 0.44, ceiling 69.9 % with the survey of 2021; without it 0.033, 0.48 and 67.9 %.

    >>> times = np.arange(1.0, 15)
    >>> found = fit_bass(times, bass_share(times, 0.03, 0.38, 0.7))
    >>> round(found.p, 4), round(found.q, 4), round(found.ceiling_share, 4)
    (0.03, 0.38, 0.7)
    """
    from scipy.optimize import least_squares

    times, shares = _observed(time_years, share)
    if len(set(times.tolist())) < 4 or not shares.any():
        raise PlainError(
            Text(
                en="A curve of three parameters needs at least four dates, and some adopters.",
                fr="Une courbe à trois paramètres demande au moins quatre dates, "
                "et quelques adoptants.",
            )
        )

    def gaps(searched: np.ndarray) -> np.ndarray:
        p, q = np.exp(searched[:2])
        return bass_share(times, p, q, float(searched[2])) - shares

    top = float(shares.max())
    fits = [
        least_squares(
            gaps,
            [math.log(p), math.log(q), min(1.0, max(top * 1.1, 1e-6))],
            bounds=([-14, -14, 1e-9], [2, 3, 1]),
            x_scale=[1, 1, 0.1],
            xtol=1e-12,
            ftol=1e-12,
            gtol=1e-12,
        )
        for p in (0.003, 0.05)
        for q in (0.2, 0.8)
    ]
    best = min(fits, key=lambda fit: fit.cost).x
    p, q, ceiling = math.exp(best[0]), math.exp(best[1]), float(best[2])
    return BassFit(p, q, ceiling, bass_distance(times, shares, p, q, ceiling))


def _fading(time_years: Quantity, p: float, q: float) -> np.ndarray:
    positive("p", p), counted("q", q)
    times = np.asarray(numeric("time_years", time_years), dtype=float)
    return np.exp(-(p + q) * np.maximum(times, 0.0))


def _ceiling(share: float) -> float:
    return positive("ceiling_share", proportion("ceiling_share", share))


def _observed(time_years: Quantity, share: Quantity) -> tuple[np.ndarray, np.ndarray]:
    times, shares = pair(time_years=time_years, share=share)
    return times, proportion("share", shares)
