"""The plan's simulator and its search: cost per plan, and the regret of the standing strategies.

`python benchmarks/plan.py [markets]`: so many markets, of names "market 0", "market 1", ...
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT)]

from mktlib.plan.model import (
    Plan,
    best_plan,
    market_of,
    random_plans,
    standing_strategies,
    value_eur,
    values_of,
)
from mktlib.plan.model.levers import Levers, levers_of
from mktlib.plan.model.search import search

SIZES = (1, 10, 100, 1_000, 10_000, 100_000)
LONG = {"climbs": 8, "steps": 200, "monthly_climbs": 5, "monthly_steps": 400}
LONG_MARKETS = 8


class Case(NamedTuple):
    """One market: the values of the three strategies and of the best plan, and the search's ms."""

    standing: list[float]
    best: float
    search_ms: float


def timed(action: Callable[..., Any], *given: Any) -> tuple[Any, float]:
    start = time.perf_counter()
    result = action(*given)
    return result, 1000 * (time.perf_counter() - start)


def cost_per_plan(rounds: int) -> Iterator[str]:
    """How long a plan-year takes, by how many are simulated at once."""
    market = market_of("benchmark")
    thousand = levers_of(random_plans(1_000))
    levers = {
        size: Levers(
            *(
                np.resize(getattr(thousand, name), (size, *getattr(thousand, name).shape[1:]))
                for name in thousand.__dataclass_fields__
            )
        )
        for size in SIZES
    }
    values_of(levers[1], market)
    taken: dict[int, list[float]] = {size: [] for size in SIZES}
    for _ in range(rounds):
        for size in SIZES:
            taken[size].append(timed(values_of, levers[size], market)[1])
    one = statistics.median(taken[1])
    yield "| plans at once | ms in all | ms a plan-year | ÷ one at a time |"
    yield "|--:|--:|--:|--:|"
    for size in SIZES:
        ms = statistics.median(taken[size])
        yield f"| {size:,} | {ms:,.1f} | {ms / size:.4f} | {ms / size / one:.3f} |"


def measure(markets: int) -> list[Case]:
    found = []
    plans = list(standing_strategies().values())
    for number in range(markets):
        market = market_of(f"market {number}")
        best, ms = timed(best_plan, market)
        found.append(Case(values_of(plans, market).tolist(), value_eur(best, market), ms))
    return found


def regrets(found: list[Case]) -> Iterator[str]:
    """What the three strategies leave on the table."""
    standing, best = np.array([case.standing for case in found]), np.array([c.best for c in found])
    regret = best[:, None] - standing
    yield (
        f"| {len(found):,} markets, euros | regret: mean | median | least | most "
        "| best of the three | value: median |"
    )
    yield "|---|--:|--:|--:|--:|--:|--:|"
    winner = standing.argmax(axis=1)
    for place, name in enumerate(standing_strategies()):
        each = regret[:, place]
        yield (
            f"| {name} | {each.mean():,.0f} | {np.median(each):,.0f} | {each.min():,.0f} "
            f"| {each.max():,.0f} | {(winner == place).mean():.1%} "
            f"| {np.median(standing[:, place]):,.0f} |"
        )
    yield f"| best plan found | | | | | | {np.median(best):,.0f} |"


def searches(found: list[Case], markets: int) -> Iterator[str]:
    """How long the search takes, and what a much longer one would find."""
    times = [case.search_ms for case in found]
    gains, ratios = [], []
    for number in range(markets):
        market = market_of(f"market {number}")
        starts = [*standing_strategies().values(), Plan(ask_preference=True), *random_plans(200)]
        plans, ms = timed(lambda m=market, s=starts: search(m, s, **LONG))
        gains.append(float(values_of(plans, market).max()) / found[number].best - 1)
        ratios.append(ms / found[number].search_ms)
    yield "| search for the best plan | |"
    yield "|---|--:|"
    yield f"| time, median, ms | {statistics.median(times):,.0f} |"
    yield f"| time, 95 % of them within, ms | {float(np.quantile(times, 0.95)):,.0f} |"
    yield f"| a longer one, {markets} markets: its time, median ratio | {statistics.median(ratios):.0f} |"
    yield (
        f"| it finds more, median (largest), of the value "
        f"| {statistics.median(gains):.2%} ({max(gains):.2%}) |"
    )


def tables(markets: int, rounds: int) -> Iterator[str]:
    yield from cost_per_plan(rounds)
    found = measure(markets)
    yield ""
    yield from regrets(found)
    yield ""
    yield from searches(found, min(LONG_MARKETS, markets))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("markets", type=int, nargs="?", default=1_000, help="1000 unless told")
    for line in tables(parser.parse_args().markets, rounds=9):
        print(line, flush=True)


if __name__ == "__main__":
    main()
