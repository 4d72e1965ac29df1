"""Subscribers who renew or not, and differ: the shifted beta-geometric model (sBG).

With a contract, leaving is seen.  The story:
1. at each renewal a customer leaves with chance θ, the same each time;
2. θ differs from customer to customer: beta of alpha and beta, mean alpha / (alpha + beta).
So nobody grows more loyal, and yet the retention rate of a cohort rises from year to year: those
apt to leave have left.  A forecast that keeps the first rates loses customers who will stay.
Limits: one cohort, acquired together; a customer's θ never changes; the chance to leave is taken
at renewals only.
Source: Fader & Hardie, How to Project Customer Retention (J. Interactive Marketing 21, 2007); (n)
below: its equations.  Its fits to seven years of two tiers, taken as 1,000 subscribers each (the
percentages alone are known), are found again: high end .668, 3.806, log-likelihood -1611.16;
regular .704, 1.182, -1680.27.  What remains of a life:
Fader & Hardie, Customer-Base Valuation in a Contractual Setting: The Perils of Ignoring
Heterogeneity (Marketing Science 29, 2010).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from mktlib.core.inputs import Quantity, column, counted, plain, positive, whole
from mktlib.core.text import Text

from .fitting import Chances, Fitted, Likelihood, maximise, refuse_if, rising, whole_numbers

LEAVING = Chances(
    never=Text(
        en="almost nobody leaves",
        fr="presque personne ne part",
    ),
    always=Text(
        en="almost everyone leaves at once",
        fr="presque tous partent tout de suite",
    ),
    alike=Text(
        en="the retention rate does not rise, so customers do not seem to differ, "
        "and one rate says it all",
        fr="le taux de fidélisation ne monte pas, donc les clients ne semblent pas différer, "
        "et un seul taux suffit",
    ),
    either=Text(
        en="customers seem to leave at once or never",
        fr="les clients semblent partir tout de suite ou jamais",
    ),
)


@dataclass(frozen=True, repr=False)
class ShiftedBetaGeometric(Fitted):
    """A fitted sBG: chances to leave alpha, beta; and what it was fitted to."""

    alpha: float
    beta: float
    log_likelihood: float
    customers: float

    def retention_rate(self, period: Quantity) -> Quantity:
        """Of those still there after period - 1 renewals, the share who renew once more: (8).

        (beta + t - 1) / (alpha + beta + t - 1), t = 1, 2, …

        >>> ShiftedBetaGeometric(1, 1, log_likelihood=0, customers=0).retention_rate([1, 2, 3])
        array([0.5       , 0.66666667, 0.75      ])
        """
        t = np.asarray(counted("period", period), dtype=float)
        refuse_if(
            t < 1,
            Text(
                en="The first retention rate is that of period 1.",
                fr="Le premier taux de fidélisation est celui de la période 1.",
            ),
        )
        return plain((self.beta + t - 1) / (self.alpha + self.beta + t - 1))

    def survival_share(self, period: Quantity) -> Quantity:
        """The share of the cohort still there after so many renewals; 1 at 0: (6).

        The product of the retention rates up to there.

        >>> ShiftedBetaGeometric(1, 1, log_likelihood=0, customers=0).survival_share([0, 1, 2])
        array([1.        , 0.5       , 0.33333333])
        """
        t = whole_numbers("period", np.asarray(counted("period", period)))
        return plain(self._survival(int(t.max(initial=0)))[t])

    def alive_after(self, periods_ahead: Quantity, period: Quantity) -> Quantity:
        """Of those still there after `period` renewals, the share there `periods_ahead` later.

        >>> tier = ShiftedBetaGeometric(1, 1, log_likelihood=0, customers=0)
        >>> round(tier.alive_after(1, period=1), 6) == round(tier.retention_rate(2), 6)
        True
        """
        t = np.asarray(counted("period", period))
        later = t + np.asarray(counted("periods_ahead", periods_ahead))
        return plain(np.asarray(self.survival_share(later)) / self.survival_share(t))

    def expected_remaining_periods(
        self, period: int = 0, periods_ahead: int | None = None
    ) -> float:
        """How many more renewals to expect from one who is still there after `period` of them.

        (beta + n) / (alpha - 1) for ever; infinite unless alpha is above 1: the loyal few
        stay too long for a mean.  `periods_ahead`: within so many periods, always finite.

        >>> ShiftedBetaGeometric(3, 4, log_likelihood=0, customers=0).expected_remaining_periods()
        2.0
        """
        n = whole("period", period)
        if periods_ahead is None:
            return (self.beta + n) / (self.alpha - 1) if self.alpha > 1 else math.inf
        ahead = np.arange(1, whole("periods_ahead", periods_ahead) + 1)
        return float(np.sum(self.alive_after(ahead, n)))

    def expected_lifetime(self, discount_rate: float, period: int = 0) -> float:
        """How many payments, in today's money, from one who is still there after `period` renewals.

        2F1(1, beta + n; alpha + beta + n; 1 / (1 + d)): the sum of the share there m periods
        later / (1 + d)^m, m = 0, 1, …; d: discount rate of a period, above 0.
        Timing: the payment due now counts, undiscounted, since the renewal was made.  Just before
        a renewal, multiply by its retention rate: the 2010 paper's residual lifetime.

        >>> tier = ShiftedBetaGeometric(3, 4, log_likelihood=0, customers=0)
        >>> later = np.arange(2000)
        >>> by_hand = np.sum(tier.survival_share(later) / 1.1**later)
        >>> round(tier.expected_lifetime(0.1), 9) == round(float(by_hand), 9)
        True
        """
        from scipy.special import hyp2f1

        n = whole("period", period)
        paid = 1 / (1 + positive("discount_rate", discount_rate))
        return float(hyp2f1(1, self.beta + n, self.alpha + self.beta + n, paid))

    def _survival(self, most: int) -> np.ndarray:
        return np.exp(rising(self.beta, most)[0] - rising(self.alpha + self.beta, most)[0])


def fit_sbg(survivors: Quantity) -> ShiftedBetaGeometric:
    """The sBG under which this cohort was the most probable.

    `survivors`: how many customers are still there after 0, 1, 2 … renewals; 0 is the cohort
    itself.  Counts, not shares: two hundred customers prove less than a thousand.
    Likelihood: each who left at renewal t has alpha (beta)_(t - 1) / (alpha + beta)_t, each
    still there after T has (beta)_T / (alpha + beta)_T (6); (u)_k = u (u + 1) … (u + k - 1).
    Refused, with the reason: shares, counts that rise, fewer than two renewals, nobody who left,
    nobody who stayed, and a retention rate that does not rise, where customers do not differ.
    """
    left_of = column("survivors", survivors)
    _check(left_of)
    found = maximise(_likelihood(left_of), {"alpha": 1.0, "beta": 1.0}, _why)
    return ShiftedBetaGeometric(
        **found.parameters, log_likelihood=found.log_likelihood, customers=float(left_of[0])
    )


def _likelihood(survivors: np.ndarray) -> Likelihood:
    """The log-likelihood of (alpha, beta) and its slopes."""
    last = survivors.size - 1
    lost, stayed = -np.diff(survivors), survivors[-1]

    def value(parameters: np.ndarray) -> tuple[float, np.ndarray]:
        alpha, beta = parameters
        (stays, stays_b), (whole_, whole_ab) = rising(beta, last), rising(alpha + beta, last)
        sums = lost @ (np.log(alpha) + stays[:-1] - whole_[1:]) + stayed * (stays - whole_)[-1]
        both = lost @ whole_ab[1:] + stayed * whole_ab[-1]
        slopes = [lost.sum() / alpha - both, lost @ stays_b[:-1] + stayed * stays_b[-1] - both]
        return float(sums), np.array(slopes)

    return value


def _why(name: str, found: Mapping[str, float]) -> Text:
    return LEAVING.why(found["alpha"], found["beta"])


def _check(survivors: np.ndarray) -> None:
    refuse_if(
        survivors.size < 3,
        Text(
            en="Two parameters need at least two renewals: three numbers of survivors.",
            fr="Deux paramètres demandent au moins deux renouvellements : trois nombres de "
            "survivants.",
        ),
    )
    refuse_if(
        survivors[0] <= 1,
        Text(
            en="survivors counts customers: multiply the shares by the size of the cohort.",
            fr="« survivors » compte des clients : multipliez les parts par la taille de la "
            "cohorte.",
        ),
    )
    refuse_if(
        np.diff(survivors) > 0,
        Text(
            en="survivors never rises: nobody who has left is counted again.",
            fr="« survivors » ne monte jamais : un client parti n’est plus compté.",
        ),
    )
    refuse_if(
        survivors[-1] == survivors[0],
        Text(
            en="Nobody has left yet: nothing tells how long customers stay.",
            fr="Personne n’est encore parti : rien ne dit combien de temps les clients restent.",
        ),
    )
    refuse_if(
        survivors[1] == 0,
        Text(
            en="Everyone left at the first renewal: nothing tells how customers differ.",
            fr="Tous sont partis au premier renouvellement : rien ne dit en quoi les clients "
            "diffèrent.",
        ),
    )
