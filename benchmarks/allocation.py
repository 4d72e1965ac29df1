"""The best split of a budget against a brute-force grid and against scipy's SLSQP.

`python benchmarks/allocation.py [cases]`: so many random cases of three channels, concave and
S-shaped, with minima and maxima, drawn as in the tests.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.optimize import minimize

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from test_channel_choice import grid_value, random_channels

from mktlib.channel_choice.model import Channel, best_allocation, response

TOTAL_EUR = 10_000.0
STEPS = 400  # of the grid: 25 euros, then zoomed in four times
ALIKE = 1e-6  # of the value: what does not count as losing


class Case(NamedTuple):
    """One budget: the values found (euros) and the times taken (ms)."""

    best: float
    grid: float
    slsqp: float
    best_ms: float
    slsqp_ms: float


def slsqp(channels: Sequence[Channel]) -> float:
    """The value that scipy finds from the even split, given the exact slopes."""
    bounds = [(channel.least_eur, min(channel.most_eur, TOTAL_EUR)) for channel in channels]
    low, high = np.array(bounds).T
    inside = lambda split: np.clip(split, np.maximum(low, 1e-9), high)
    found = minimize(
        lambda split: (
            -sum(
                channel.value(spend) for channel, spend in zip(channels, inside(split), strict=True)
            )
        ),
        np.full(len(channels), TOTAL_EUR / len(channels)),
        jac=lambda split: np.array(
            [
                -channel.value_of_next_euro(spend)
                for channel, spend in zip(channels, inside(split), strict=True)
            ]
        ),
        method="SLSQP",
        bounds=bounds,
        constraints={
            "type": "eq",
            "fun": lambda split: split.sum() - TOTAL_EUR,
            "jac": np.ones_like,
        },
    )
    return response(channels, np.maximum(found.x, 0))


def timed(action: Callable[..., Any], *given: Any) -> tuple[Any, float]:
    start = time.perf_counter()
    result = action(*given)
    return result, 1000 * (time.perf_counter() - start)


def measure(cases: int) -> list[Case]:
    found = []
    for seed in range(cases):
        channels = random_channels(np.random.default_rng(seed), 3, TOTAL_EUR)
        best, best_ms = timed(best_allocation, channels, TOTAL_EUR)
        local, slsqp_ms = timed(slsqp, channels)
        grid = grid_value(channels, TOTAL_EUR, STEPS)
        found.append(Case(best.value, grid, local, best_ms, slsqp_ms))
    return found


def table(found: Sequence[Case]) -> Iterator[str]:
    """What the cases show, in Markdown."""
    regret = [max(case.grid - case.best, 0) for case in found]
    share = [each / case.best for each, case in zip(regret, found, strict=True)]
    coarse = [(case.best - case.grid) / case.best for case in found]
    lost = [1 - case.slsqp / case.grid for case in found]
    losses = [each for each in lost if each > ALIKE]
    ours, its = ([getattr(case, name) for case in found] for name in ("best_ms", "slsqp_ms"))

    def spread(times: Sequence[float]) -> tuple[float, float]:
        return statistics.median(times), float(np.quantile(times, 0.95))

    (median, p95), (its_median, its_p95) = spread(ours), spread(its)
    yield f"| {len(found)} random budgets of €{TOTAL_EUR:,.0f}, three channels | |"
    yield "|---|--:|"
    yield f"| the grid beats `best_allocation`, largest, euros | {max(regret):.2g} |"
    yield f"| the same as a share of the value | {max(share):.1g} |"
    yield f"| `best_allocation` beats the grid, largest, share of the value | {max(coarse):.1g} |"
    yield f"| time of `best_allocation`, median (p95), ms | {median:.2f} ({p95:.2f}) |"
    yield f"| time of SLSQP from one start, median (p95), ms | {its_median:.2f} ({its_p95:.2f}) |"
    yield f"| ratio of the medians (of the p95) | {median / its_median:.2f} ({p95 / its_p95:.2f}) |"
    yield f"| SLSQP loses to the grid, cases | {len(losses)} ({len(losses) / len(found):.0%}) |"
    if losses:
        typical = statistics.median(losses)
        yield f"| its loss then, median (largest) | {typical:.1%} ({max(losses):.0%}) of the value |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", type=int, nargs="?", default=1_000, help="1000 unless told")
    print(*table(measure(parser.parse_args().cases)), sep="\n")


if __name__ == "__main__":
    main()
