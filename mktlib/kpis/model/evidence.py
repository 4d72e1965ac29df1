"""What chance does to a KPI: intervals, tests, sample sizes, and how often one is fooled.

The normal and binomial formulas are closed forms on the standard library, numpy and
scipy.special, because labs call them at every move of a slider and importing statsmodels
takes seconds; the tests hold them against statsmodels and scipy.stats.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from statistics import NormalDist
from typing import NamedTuple

import numpy as np
import pandas as pd

from mktlib.core.inputs import Quantity, counted, proportion
from mktlib.core.text import PlainError, Text

from .ratios import ratio, share

_NORMAL = NormalDist()


class Interval(NamedTuple):
    """The two ends of an interval, each of the kind that was given (number or column)."""

    low: Quantity
    high: Quantity


@dataclass(frozen=True)
class Difference:
    """A difference of two rates, first minus second, its interval and the test's p-value."""

    difference: float
    low: float
    high: float
    p_value: float


# One rate, two rates


def wilson_interval(successes: Quantity, trials: Quantity, confidence: float = 0.95) -> Interval:
    """The rates that would not be surprised by `successes` out of `trials`.

    Wilson's score interval: all p with |k/n - p| <= z sqrt(p (1 - p) / n); k successes,
    n trials, z the normal quantile of the confidence.  It stays within 0 and 1, and works
    for 0 successes, where the textbook k/n +- z sqrt(...) has no width.
    Limits: independent trials of one same rate; clicks of one person are not.
    Source: Wilson (JASA 22, 1927); Newcombe (Statistics in Medicine 17, 857-872, 1998).

    >>> low, high = wilson_interval(15, 148)  # Newcombe's table I: .0624 to .1605
    >>> round(low, 4), round(high, 4)
    (0.0624, 0.1605)
    >>> z = 1.959964  # at either end, k/n lies exactly z standard errors away
    >>> [round((15 / 148 - p) / (p * (1 - p) / 148) ** 0.5 / z, 5) for p in (low, high)]
    [1.0, -1.0]
    """
    successes, trials = counted("successes", successes), counted("trials", trials)
    rate = share(successes=successes, trials=trials)
    z = _two_sided_z(confidence)
    with np.errstate(divide="ignore", invalid="ignore"):
        shrink = 1 + z**2 / trials
        centre = (rate + z**2 / (2 * trials)) / shrink
        half = z / shrink * np.sqrt(rate * (1 - rate) / trials + z**2 / (4 * trials**2))
        low = np.maximum(0.0, np.minimum(rate, centre - half))
        high = np.minimum(1.0, np.maximum(rate, centre + half))
    return Interval(*(end.item() if isinstance(end, np.generic) else end for end in (low, high)))


def difference_of_proportions(
    successes_a: int,
    trials_a: int,
    successes_b: int,
    trials_b: int,
    confidence: float = 0.95,
) -> Difference:
    """The rate of A minus the rate of B: how large, how sure, and could it be chance alone?

    Interval: Newcombe's hybrid of the two Wilson intervals (his method 10).  p-value: the
    two-sided z test with the pooled rate, the chi-squared test without correction.
    Limits: independent trials; one comparison, decided on beforehand; fixed sample sizes.
    For very rare successes (under 5 an arm) use an exact test (scipy.stats.fisher_exact).
    Source: Newcombe, Interval Estimation for the Difference Between Independent Proportions
    (Statistics in Medicine 17, 873-890, 1998).

    >>> found = difference_of_proportions(56, 70, 48, 80)  # Newcombe: .0524 to .3339
    >>> round(found.difference, 4), round(found.low, 4), round(found.high, 4)
    (0.2, 0.0524, 0.3339)
    """
    rate_a = share(successes_a=successes_a, trials_a=trials_a)
    rate_b = share(successes_b=successes_b, trials_b=trials_b)
    low_a, high_a = wilson_interval(successes_a, trials_a, confidence)
    low_b, high_b = wilson_interval(successes_b, trials_b, confidence)
    difference = rate_a - rate_b
    pooled = (successes_a + successes_b) / (trials_a + trials_b)
    error = math.sqrt(pooled * (1 - pooled) * (1 / trials_a + 1 / trials_b))
    return Difference(
        difference=difference,
        low=difference - math.hypot(rate_a - low_a, high_b - rate_b),
        high=difference + math.hypot(high_a - rate_a, rate_b - low_b),
        p_value=2 * _NORMAL.cdf(-abs(difference) / error) if error else 1.0,
    )


# Before the test: how many are needed


def power_of_test(
    baseline_rate: float, difference: float, per_arm: float, significance: float = 0.05
) -> float:
    """How often a test of two arms would find this difference significant, 0 to 1.

    The pooled z test, two-sided, seen through the normal approximation; both tails count,
    so that a difference of 0 has a power equal to the significance.
    `difference`: rate of the new arm minus `baseline_rate`; `per_arm`: trials in each arm.
    Limits: under about 5 successes an arm the approximation is rough.
    Source: Fleiss, Levin & Paik, Statistical Methods for Rates and Proportions (2003), ch. 4.

    >>> round(power_of_test(0.50, 0.25, per_arm=50), 3)  # R, power.prop.test: 0.740
    0.74
    """
    if_equal, if_different = _standard_errors(baseline_rate, difference, per_arm)
    threshold = _two_sided_z(significance=significance) * if_equal
    return design_analysis(difference, if_different, threshold).power


def sample_size_per_arm(
    baseline_rate: float, difference: float, power: float = 0.8, significance: float = 0.05
) -> int:
    """How many trials each arm needs to find this difference with this power.

    n = ((z_a sqrt(2 m (1 - m)) + z_b sqrt(p (1 - p) + q (1 - q))) / d)^2, rounded up;
    p the baseline rate, q = p + d, m their mean, z_a and z_b the normal quantiles of
    1 - significance / 2 and of the power.  Halve the difference, quadruple the size.
    Limits: as `power_of_test`; the tail on the wrong side, negligible here, is left out.
    Source: Fleiss, Levin & Paik, Statistical Methods for Rates and Proportions (2003), ch. 4.

    >>> sample_size_per_arm(0.50, 0.25, power=0.90)  # R, power.prop.test: n = 76.7
    77
    >>> per_arm = sample_size_per_arm(0.005, 0.001)  # six clicks in a thousand, not five
    >>> [round(power_of_test(0.005, 0.001, n), 6) >= 0.8 for n in (per_arm - 1, per_arm)]
    [False, True]
    """
    if difference == 0:
        raise PlainError(
            Text(
                en="No sample is large enough to find a difference of 0.",
                fr="Aucun échantillon n’est assez grand pour trouver une différence de 0.",
            )
        )
    if_equal, if_different = _standard_errors(baseline_rate, difference, per_arm=1)
    proportion("power", power)
    z_sum = _two_sided_z(significance=significance) * if_equal
    z_sum += _NORMAL.inv_cdf(power) * if_different
    return math.ceil((max(z_sum, 0) / difference) ** 2 - 1e-9) or 1


def _standard_errors(baseline: float, difference: float, per_arm: float) -> tuple[float, float]:
    """Standard error of the observed difference: were both rates equal; as they are."""
    new = proportion("baseline_rate + difference", baseline + difference)
    mean = proportion("baseline_rate", baseline) + difference / 2
    if_equal = 2 * mean * (1 - mean)
    if_different = baseline * (1 - baseline) + new * (1 - new)
    if not (per_arm >= 1 and if_different > 0):
        raise PlainError(
            Text(
                en="An arm needs at least one trial, and a rate that is not always 0 or 1.",
                fr="Chaque bras demande au moins un essai, et un taux qui ne soit pas "
                "toujours 0 ou 1.",
            )
        )
    return math.sqrt(if_equal / per_arm), math.sqrt(if_different / per_arm)


def _two_sided_z(confidence: float | None = None, significance: float = 0.05) -> float:
    tails = significance if confidence is None else 1 - confidence
    if not 0 < tails < 1:
        raise PlainError(
            Text(
                en="Confidence and significance lie between 0 and 1: write 0.95, or 0.05.",
                fr="La confiance et le seuil sont compris entre 0 et 1 : écrivez 0.95, ou 0.05.",
            )
        )
    return -_NORMAL.inv_cdf(tails / 2)


# After many tests: how often one is fooled


@dataclass(frozen=True)
class DesignAnalysis:
    """What the significant results of a design are worth.

    `power`: how often a result is significant; of these, how often its sign is wrong
    (type S), and how many times too large it is on average (type M).
    """

    power: float
    wrong_sign_rate_if_significant: float
    exaggeration_if_significant: float


def design_analysis(
    true_difference: float,
    standard_error: float,
    threshold: float | None = None,
    significance: float = 0.05,
) -> DesignAnalysis:
    """How often, given the true difference, significance comes with a wrong sign or size.

    The estimate is normal around `true_difference` with `standard_error`, and significant
    beyond `threshold` (default: z x standard_error).  With D the estimate, d the truth:
    power = P(|D| > threshold), sign error = P(D has the other sign, |D| > threshold) / power,
    exaggeration = E(|D| given |D| > threshold) / |d|.  At d = 0 the last two are blank (NaN).
    Source: Gelman & Carlin, Beyond Power Calculations (Perspectives on Psychological Science
    9, 2014), which simulates; the closed form is Lu, Qiu & Deng's (2019).

    >>> found = design_analysis(2, 8.1)  # published: power 0.06, 24 %, and 9.7 by simulation
    >>> round(found.power, 2), round(found.wrong_sign_rate_if_significant, 2)
    (0.06, 0.24)
    >>> round(found.exaggeration_if_significant, 1)
    9.5
    """
    if threshold is None:
        threshold = _two_sided_z(significance=significance) * standard_error
    size = abs(true_difference)
    below = -ratio(distance=threshold + size, standard_error=standard_error)
    above = (size - threshold) / standard_error
    right, wrong = _NORMAL.cdf(above), _NORMAL.cdf(below)
    power = right + wrong
    if size == 0:
        return DesignAnalysis(power, math.nan, math.nan)
    mean_size = size * (right - wrong) + standard_error * (_NORMAL.pdf(above) + _NORMAL.pdf(below))
    return DesignAnalysis(power, wrong / power, mean_size / power / size)


@lru_cache(maxsize=256)
def false_alarm_rate(looks: int = 1, significance: float = 0.05) -> float:
    """How often a test of two equal arms cries victory if one looks `looks` times.

    The test is repeated at equal steps of the data and stopped at the first significant
    result.  Computed by integrating the running sum's density step by step (Gauss-Legendre).
    Limits: the same threshold at each look: this is the habit, not the remedy.
    Source: Armitage, McPherson & Rowe, Repeated Significance Tests on Accumulating Data
    (J. Royal Statistical Society A 132, 1969): .05, .083, .107, .126, .142; 10 looks .193.

    >>> [round(false_alarm_rate(looks), 3) for looks in (1, 2, 3, 4, 5, 10)]
    [0.05, 0.083, 0.107, 0.126, 0.142, 0.193]
    """
    z = _two_sided_z(significance=significance)
    nodes, weights = np.polynomial.legendre.leggauss(64)
    sums, masses = np.zeros(1), np.ones(1)
    for look in range(1, looks + 1):
        bound = z * math.sqrt(look)
        here = bound * nodes
        gaps = here[:, None] - sums[None, :]
        density = np.exp(-(gaps**2) / 2) @ masses / math.sqrt(2 * math.pi)
        sums, masses = here, density * bound * weights
    return float(1 - masses.sum())


@dataclass(frozen=True)
class AbTestOutcomes:
    """What would come of running the same A/B test again and again.

    `standard_error`: of the observed difference; `smallest_significant_difference`: what must
    be observed to be significant; `power`: how often it is; `false_alarm_rate`: how often two
    equal arms are declared different; the two `..._if_significant`: see DesignAnalysis;
    `needed_per_arm`: for a power of 0.8 (None if there is no difference to find).
    `curves`: columns observed_difference, density_if_equal, density_if_different.
    """

    standard_error: float
    smallest_significant_difference: float
    power: float
    false_alarm_rate: float
    wrong_sign_rate_if_significant: float
    exaggeration_if_significant: float
    needed_per_arm: int | None
    curves: pd.DataFrame


def ab_test_outcomes(
    baseline_rate: float,
    difference: float,
    per_arm: int,
    significance: float = 0.05,
    looks: int = 1,
) -> AbTestOutcomes:
    """How often an A/B test of this size would inform you, and how often it would fool you.

    Arms of `per_arm` visitors with rates `baseline_rate` and `baseline_rate + difference`;
    pooled z test, two-sided.  No simulation: normal densities integrated exactly.
    `looks` moves `false_alarm_rate` only; the rest is for one look, at the end.
    Limits: as `power_of_test`.  The truth is set here; in life it is what one looks for.

    >>> outcomes = ab_test_outcomes(0.02, 0.002, per_arm=2_000)
    >>> round(outcomes.power, 3) == round(power_of_test(0.02, 0.002, 2_000), 3)
    True
    >>> round(outcomes.power, 2), round(outcomes.wrong_sign_rate_if_significant, 2)
    (0.07, 0.11)
    >>> curves = outcomes.curves  # the definition: mean size of the significant differences
    >>> sizes = curves["observed_difference"].abs()
    >>> chosen = curves[sizes > outcomes.smallest_significant_difference]
    >>> mean_size = (chosen["observed_difference"].abs() * chosen["density_if_different"]).sum()
    >>> float(round(mean_size / chosen["density_if_different"].sum() / 0.002, 1))
    5.4
    >>> round(outcomes.exaggeration_if_significant, 1)
    5.4
    """
    if_equal, if_different = _standard_errors(baseline_rate, difference, per_arm)
    threshold = _two_sided_z(significance=significance) * if_equal
    design = design_analysis(difference, if_different, threshold)
    needed = (
        sample_size_per_arm(baseline_rate, difference, 0.8, significance) if difference else None
    )
    return AbTestOutcomes(
        standard_error=if_different,
        smallest_significant_difference=threshold,
        power=design.power,
        false_alarm_rate=false_alarm_rate(looks, significance),
        wrong_sign_rate_if_significant=design.wrong_sign_rate_if_significant,
        exaggeration_if_significant=design.exaggeration_if_significant,
        needed_per_arm=needed,
        curves=_two_bells(difference, if_equal, if_different),
    )


def _two_bells(difference: float, if_equal: float, if_different: float) -> pd.DataFrame:
    """The observed difference's density, were the arms equal and as they are."""
    reach = 4 * max(if_equal, if_different)
    observed = np.linspace(min(0, difference) - reach, max(0, difference) + reach, 161)

    def bell(centre: float, spread: float) -> np.ndarray:
        return np.exp(-(((observed - centre) / spread) ** 2) / 2) / spread / math.sqrt(2 * math.pi)

    return pd.DataFrame(
        {
            "observed_difference": observed,
            "density_if_equal": bell(0, if_equal),
            "density_if_different": bell(difference, if_different),
        }
    )
