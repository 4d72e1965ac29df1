"""Donors asked once a period, who give or not and leave without saying so: the BG/BB model.

The BG/NBD's story where there is one occasion a period (an appeal a year):
1. a donor still there gives at each occasion with chance p;
2. before each occasion a donor leaves for good with chance θ;
3. p differs from donor to donor: beta of alpha and beta, mean alpha / (alpha + beta);
4. θ differs too: beta of gamma and delta;  5. p and θ have nothing to do with each other.
Of a donor it needs x gifts after the first (at most one a period), t the period of the last one
(0: none), n periods since the first gift.  So a whole file of donors is a short table of pasts,
each with how many donors have it.
Limits: as many occasions for everyone, the same appeal each time; the amount plays no part; nobody
comes back once gone.
Source: Fader, Hardie & Shang, Customer-Base Analysis in a Discrete-Time Noncontractual Setting
(Marketing Science 29, 2010); (n) below: its equations.  Its fit to the 11,104 new donors of 1995 of
a public radio is found again: 1.204, .750, .657, 2.783, log-likelihood -33225.6.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from mktlib.core.inputs import Quantity, counted, plain, whole
from mktlib.core.text import Text

from .fitting import (
    Chances,
    Fitted,
    Likelihood,
    enough_histories,
    maximise,
    refuse_if,
    rising,
    rows,
    unique_rows,
    whole_numbers,
)

GIVING = Chances(
    never=Text(
        en="almost nobody gives again",
        fr="presque personne ne redonne",
    ),
    always=Text(
        en="donors seem to give at each occasion for as long as they are there",
        fr="les donateurs semblent donner à chaque occasion tant qu’ils sont là",
    ),
    alike=Text(
        en="all donors seem to give with the same chance",
        fr="tous les donateurs semblent donner avec la même chance",
    ),
    either=Text(
        en="donors seem to give always or never",
        fr="les donateurs semblent donner toujours ou jamais",
    ),
)
LEAVING = Chances(
    never=Text(
        en="nobody seems to leave",
        fr="personne ne semble partir",
    ),
    always=Text(
        en="everyone seems to leave at once",
        fr="tous semblent partir tout de suite",
    ),
    alike=Text(
        en="all donors seem to leave at the same rate",
        fr="tous les donateurs semblent partir au même rythme",
    ),
    either=Text(
        en="donors seem to leave at once or never",
        fr="les donateurs semblent partir tout de suite ou jamais",
    ),
)


@dataclass(frozen=True, repr=False)
class BgBb(Fitted):
    """A fitted BG/BB: giving alpha, beta; leaving gamma, delta; and what it was fitted to."""

    alpha: float
    beta: float
    gamma: float
    delta: float
    log_likelihood: float
    donors: int

    def alive_share(
        self,
        repeat_donations: Quantity,
        periods_to_last_donation: Quantity,
        periods: Quantity,
        periods_ahead: int = 1,
    ) -> Quantity:
        """The chance that a donor with this past is still one at the next occasion: (11).

        `periods_ahead`: 1 for the next occasion, as published; 0 for the last one observed, of
        which a gift is proof.
        P(all of it, and still there) / P(all of it): the terms of `fit_bg_bb`.

        >>> radio = BgBb(alpha=1, beta=1, gamma=1, delta=1, log_likelihood=0, donors=0)
        >>> round(radio.alive_share(1, 1, 1), 6)  # stayed once: now leaves with beta of 1 and 2
        0.666667
        """
        x, last, n, shape = _past(repeat_donations, periods_to_last_donation, periods)
        ahead = whole("periods_ahead", periods_ahead)
        still, _ = self._still_there(int(n.max(initial=0)) + ahead)
        return plain((still[n + ahead] * np.exp(self._through(x, last, n))).reshape(shape))

    def expected_donations(
        self,
        periods_ahead: int,
        repeat_donations: Quantity,
        periods_to_last_donation: Quantity,
        periods: Quantity,
    ) -> Quantity:
        """How many gifts to expect at the next `periods_ahead` occasions from this past: (13).

        The sum over these occasions of P(still there) x (alpha + x) / (alpha + beta + n), the
        chance to give of one who gave x times in n.

        >>> radio = BgBb(alpha=1, beta=1, gamma=1, delta=1, log_likelihood=0, donors=0)
        >>> round(radio.expected_donations(1, 1, 1, 1), 6)  # 2/3 still there x 2/3 gives
        0.444444
        """
        x, last, n, shape = _past(repeat_donations, periods_to_last_donation, periods)
        ahead = whole("periods_ahead", periods_ahead)
        _, occasions = self._still_there(int(n.max(initial=0)) + ahead)
        gives = (self.alpha + x) / (self.alpha + self.beta + n)
        there = (occasions[n + ahead] - occasions[n]) * np.exp(self._through(x, last, n))
        return plain((gives * there).reshape(shape))

    def donations_of_new_donor(self, periods: Quantity) -> Quantity:
        """How many gifts to expect after the first from a new donor, in so many periods: (8).

        >>> radio = BgBb(alpha=1, beta=1, gamma=1, delta=1, log_likelihood=0, donors=0)
        >>> round(radio.donations_of_new_donor(2), 6)  # still there 1/2, then 1/3; gives 1/2
        0.416667
        """
        n = whole_numbers("periods", np.asarray(counted("periods", periods)))
        _, occasions = self._still_there(int(n.max(initial=0)))
        return plain(self.alpha / (self.alpha + self.beta) * (occasions[n] - 1))

    def _still_there(self, most: int) -> tuple[np.ndarray, np.ndarray]:
        """The share of new donors still there at each occasion 0 … most, and its running sum."""
        stays, whole_ = rising(self.delta, most)[0], rising(self.gamma + self.delta, most)[0]
        share = np.exp(stays - whole_)
        return share, np.cumsum(share)

    def _through(self, x: np.ndarray, last: np.ndarray, n: np.ndarray) -> np.ndarray:
        """ln(P(this past | there all along) / P(this past)): the latter without the former."""
        parameters = np.array([self.alpha, self.beta, self.gamma, self.delta])
        terms, _, top = _terms(parameters, x, last, n)
        whole_ = rising(self.gamma + self.delta, top)[0]
        stays = rising(self.delta, top)[0]
        likelihood = np.logaddexp.reduce(terms, axis=1)
        return terms[:, 0] - (stays - whole_)[n] - likelihood


def fit_bg_bb(
    repeat_donations: Quantity,
    periods_to_last_donation: Quantity,
    periods: Quantity,
    donors: Quantity | None = None,
) -> BgBb:
    """The BG/BB under which these donors were the most probable.

    One row a past, `donors` people each; without `donors`, one row a donor.
    Likelihood of a past (5): with (u)_k = u (u + 1) … (u + k - 1), there all along:
    (alpha)_x (beta)_(n - x) / (alpha + beta)_n x (delta)_n / (gamma + delta)_n; plus, for each
    occasion t + i, i = 0 … n - t - 1, after which the donor may have left, (alpha)_x (beta)_(t - x
    + i) / (alpha + beta)_(t + i) x gamma (delta)_(t + i) / (gamma + delta)_(t + i + 1).
    Refused, with the reason: fewer than five different pasts, nobody who gave again, a past that
    cannot be, and pasts so alike that a parameter runs away.
    """
    x, last, n, count = rows(
        repeat_donations=repeat_donations,
        periods_to_last_donation=periods_to_last_donation,
        periods=periods,
        donors=np.ones(np.shape(repeat_donations)) if donors is None else donors,
    )
    x, last, n = (
        whole_numbers(name, each)
        for name, each in (
            ("repeat_donations", x),
            ("periods_to_last_donation", last),
            ("periods", n),
        )
    )
    people = int(whole_numbers("donors", count).sum())
    some = count > 0
    x, last, n, count = x[some], last[some], n[some], count[some]
    _check(x, last, n)
    refuse_if(
        not x.any(),
        Text(
            en="Nobody gave again: nothing tells who is still a donor.",
            fr="Personne n’a redonné : rien ne dit qui est encore donateur.",
        ),
    )
    unique = unique_rows(x, last, n, counts=count)
    enough_histories(unique[0].size, parameters=4)
    start = dict.fromkeys(("alpha", "beta", "gamma"), 1.0) | {"delta": 2.0}
    found = maximise(_likelihood(*unique), start, _why)
    return BgBb(**found.parameters, log_likelihood=found.log_likelihood, donors=people)


def _terms(
    parameters: np.ndarray, x: np.ndarray, last: np.ndarray, n: np.ndarray
) -> tuple[np.ndarray, np.ndarray, int]:
    """ln of each term of the likelihood, a row a past; their slopes; the largest n.

    The first term: there all along; the next ones: left after occasion t + i.
    """
    alpha, beta, gamma, delta = parameters
    top = int(n.max(initial=0))
    (gave, gave_a), (not_, not_b) = rising(alpha, top), rising(beta, top)
    (asked, asked_ab), (stays, stays_d) = rising(alpha + beta, top), rising(delta, top)
    there, there_cd = rising(gamma + delta, top + 1)
    ends = np.column_stack([n, last[:, None] + np.arange(top)])  # occasions answered, term by term
    real = ends < n[:, None]
    real[:, 0] = True
    ends = np.where(real, ends, n[:, None])
    left = np.ones(ends.shape, dtype=int)
    left[:, 0] = 0
    gifts = x[:, None]
    log = (
        gave[gifts]
        + not_[ends - gifts]
        - asked[ends]
        + stays[ends]
        - there[ends + left]
        + left * np.log(gamma)
    )
    slopes = np.array(
        [
            gave_a[gifts] - asked_ab[ends],
            not_b[ends - gifts] - asked_ab[ends],
            left / gamma - there_cd[ends + left],
            stays_d[ends] - there_cd[ends + left],
        ]
    )
    return np.where(real, log, -np.inf), slopes, top


def _likelihood(x: np.ndarray, last: np.ndarray, n: np.ndarray, count: np.ndarray) -> Likelihood:
    """The log-likelihood of (alpha, beta, gamma, delta) and its slopes."""
    x, last, n = x.astype(int), last.astype(int), n.astype(int)

    def value(parameters: np.ndarray) -> tuple[float, np.ndarray]:
        terms, slopes, _ = _terms(parameters, x, last, n)
        each = np.logaddexp.reduce(terms, axis=1)
        weight = count[:, None] * np.exp(terms - each[:, None])
        return float(count @ each), np.einsum("knt,nt->k", slopes, weight)

    return value


def _why(name: str, found: Mapping[str, float]) -> Text:
    if name in ("alpha", "beta"):
        return GIVING.why(found["alpha"], found["beta"])
    return LEAVING.why(found["gamma"], found["delta"])


def _past(*values: Quantity) -> tuple[np.ndarray, np.ndarray, np.ndarray, tuple[int, ...]]:
    names = ("repeat_donations", "periods_to_last_donation", "periods")
    found = [
        whole_numbers(name, np.asarray(counted(name, value)))
        for name, value in zip(names, values, strict=True)
    ]
    x, last, n = np.broadcast_arrays(*found)
    _check(x, last, n)
    return x.ravel(), last.ravel(), n.ravel(), x.shape


def _check(x: np.ndarray, last: np.ndarray, n: np.ndarray) -> None:
    refuse_if(
        last > n,
        Text(
            en="A last gift cannot come after the last period.",
            fr="Un dernier don ne peut pas suivre la dernière période.",
        ),
    )
    refuse_if(
        (x > last) | ((x == 0) & (last > 0)),
        Text(
            en="At most one gift a period: repeat_donations cannot exceed "
            "periods_to_last_donation, and both are 0 together.",
            fr="Un don par période au plus : « repeat_donations » ne peut pas dépasser "
            "« periods_to_last_donation », et les deux valent 0 ensemble.",
        ),
    )
