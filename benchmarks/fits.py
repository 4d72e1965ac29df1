"""The BG/NBD fitted to the 2,357 customers of CDNOW, against the package Lifetimes.

`python benchmarks/fits.py [rounds]`: both fits in turns, in one process, from the same arrays.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from mktlib.core.dataset import load
from mktlib.customer_lifecycle.model import (
    BgNbd,
    fit_bg_bb,
    fit_bg_nbd,
    fit_gamma_gamma,
    fit_sbg,
)

ALIKE = 1e-6  # of the log-likelihood: the same top


def lifetimes_fitter() -> Any:
    """The class to compare with, or None when the package is not there."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # its old spellings, not ours
            from lifetimes import BetaGeoFitter
    except ImportError:
        return None
    return BetaGeoFitter


def log_likelihood(parameters: Any, x: np.ndarray, last: np.ndarray, observed: np.ndarray) -> float:
    """Of a BG/NBD, as it is published, whoever fitted it."""
    from scipy.special import betaln, gammaln

    r, alpha, a, b = (float(parameters[name]) for name in ("r", "alpha", "a", "b"))
    start = gammaln(r + x) - gammaln(r) + r * np.log(alpha) - betaln(a, b)
    alive = betaln(a, b + x) - (r + x) * np.log(alpha + observed)
    gone = betaln(a + 1, b + np.maximum(x, 1) - 1) - (r + x) * np.log(alpha + last)
    return float(np.sum(start + np.logaddexp(alive, np.where(x > 0, gone, -np.inf))))


def timed_ms(action: Callable[..., Any], *given: Any) -> tuple[Any, float]:
    start = time.perf_counter()
    result = action(*given)
    return result, 1000 * (time.perf_counter() - start)


def table(rounds: int) -> Iterator[str]:
    """What was found and how long it took, in Markdown."""
    customers = load("cdnow")
    past = [
        customers[name].to_numpy(dtype=float)
        for name in ("repeat_purchases", "weeks_to_last_purchase", "weeks_observed")
    ]
    yield from others(customers, rounds)
    yield ""
    other = lifetimes_fitter()
    if other is None:
        yield "Lifetimes is not installed: `pip install lifetimes==0.11.3`, then run this again."
        return
    ours, theirs = [], []
    for turn in range(rounds + 1):
        found, ms = timed_ms(fit_bg_nbd, *past)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            fitted, its_ms = timed_ms(other().fit, *past)
        if turn:  # the first call of each imports what it needs
            ours.append(ms), theirs.append(its_ms)
    yield from compared(found, fitted.params_, past, ours, theirs)


def compared(
    found: BgNbd, its: Any, past: list[np.ndarray], ours: list[float], theirs: list[float]
) -> Iterator[str]:
    top = log_likelihood(vars(found), *past)
    its_top = log_likelihood(its, *past)
    gap = abs(top - its_top) / abs(its_top)
    if gap > ALIKE:
        raise SystemExit(f"Not the same top: {top} and {its_top}.")
    mine, other = statistics.median(ours), statistics.median(theirs)
    each = statistics.median(b / a for a, b in zip(ours, theirs, strict=True))
    yield f"| BG/NBD on {found.customers:,} customers | `fit_bg_nbd` | Lifetimes |"
    yield "|---|--:|--:|"
    for name in ("r", "alpha", "a", "b"):
        yield f"| {name} | {getattr(found, name):.4f} | {its[name]:.4f} |"
    yield f"| log-likelihood | {top:.6f} | {its_top:.6f} |"
    yield f"| ms, median of {len(ours)}, in turns (least) | {mine:.1f} ({min(ours):.1f}) " + (
        f"| {other:.1f} ({min(theirs):.1f}) |"
    )
    yield ""
    yield (
        f"The log-likelihoods differ by {gap:.0e} of their size; Lifetimes takes {other / mine:.1f} "
        f"times as long (median of the turns' own ratios {each:.1f}, worst "
        f"{min(b / a for a, b in zip(ours, theirs, strict=True)):.1f})."
    )


def others(customers: Any, rounds: int) -> Iterator[str]:
    """Each fit of the lesson, and how long it takes."""
    radio = load("radio_donations")
    tiers = load("subscription_cohorts").query("year <= 7")
    cohort = 1000 * tiers.loc[tiers["tier"] == "high_end", "survival_share"].to_numpy()
    spend = [customers[name].to_numpy() for name in ("repeat_purchases", "mean_repeat_value_usd")]
    columns = ("repeat_donations", "periods_to_last_donation", "periods", "donors")
    yield "| fit | ms, median | found |"
    yield "|---|--:|---|"
    for name, fit, given in (
        ("Gamma–Gamma", fit_gamma_gamma, spend),
        ("BG/BB", fit_bg_bb, [radio[name].to_numpy() for name in columns]),
        ("sBG, high end", fit_sbg, [cohort]),
    ):
        runs = [timed_ms(fit, *given) for _ in range(rounds)]
        yield f"| {name} | {statistics.median(ms for _, ms in runs):.1f} | `{runs[0][0]!r}` |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rounds", type=int, nargs="?", default=20, help="20 unless told")
    print(*table(parser.parse_args().rounds), sep="\n")


if __name__ == "__main__":
    main()
