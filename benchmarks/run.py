"""Measure the course against named baselines, and print the tables in Markdown."""

from __future__ import annotations

import argparse
import contextlib
import importlib
import io
import json
import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path[:0] = [str(HERE), str(ROOT / "tests")]  # tests: the browser, and the list of labs
BASELINE = "import pandas, matplotlib.pyplot, ipywidgets"
TOPICS = [folder.parent.name for folder in sorted((ROOT / "mktlib").glob("*/exercises*"))]
IMPORTS = (
    "import mktlib",
    *(f"from mktlib.{topic} import exercises, labs" for topic in TOPICS),
)


def timed_ms(action: Callable[..., Any], *given: Any) -> float:
    start = time.perf_counter()
    action(*given)
    return (time.perf_counter() - start) * 1000


def fixed_loop_ms() -> float:
    """How slow is this machine just now?"""
    return min(timed_ms(lambda: sum(i & 7 for i in range(400_000))) for _ in range(5))


def fresh(*arguments: object) -> str:
    """What a fresh Python prints."""
    one_thread = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    command = [sys.executable, *map(str, arguments)]
    environment = {**os.environ, **one_thread}
    return subprocess.run(
        command, env=environment, cwd=ROOT, check=True, text=True, stdout=subprocess.PIPE
    ).stdout


def labs(quick: bool) -> Iterator[str]:
    import key_to_paint

    yield from key_to_paint.table(key_to_paint.measure(*((1, 8) if quick else (3, 16))))


def imports(quick: bool) -> Iterator[str]:
    steps = [f"{each}; clock.append(time.perf_counter())" for each in (BASELINE, *IMPORTS)]
    show = "print(*(1000 * (after - before) for before, after in zip(clock, clock[1:])))"
    code = "\n".join(["import time; clock = [time.perf_counter()]", *steps, show])
    runs = [[float(ms) for ms in fresh("-c", code).split()] for _ in range(9 if quick else 21)]
    base, *added = map(statistics.median, zip(*runs, strict=True))
    yield f"| in a fresh Python, median of {len(runs)} | ms | ÷ baseline |"
    yield "|---|--:|--:|"
    yield f"| `{BASELINE}` (baseline) | {base:.0f} | 100 % |"
    for name, ms in zip(IMPORTS, added, strict=True):
        yield f"| then `{name}` | {ms:.1f} | {100 * ms / base:.1f} % |"


def notebooks(quick: bool) -> Iterator[str]:
    yield "| notebook | nbval, wall s | sum of its cells s | ÷ |"
    yield "|---|--:|--:|--:|"
    wall, cells = [], []
    for path in sorted((ROOT / "notebooks").glob("student/*/*.ipynb" if quick else "*/*/*.ipynb")):
        cells.append(float(fresh(__file__, "--cells", path)))
        options = ("-q", "-p", "no:cacheprovider", "--nbval-lax", "--nbval-cell-timeout=120")
        wall.append(timed_ms(fresh, "-m", "pytest", *options, path) / 1000)
        name = path.relative_to(ROOT / "notebooks").as_posix()
        yield f"| {name} | {wall[-1]:.1f} | {cells[-1]:.1f} | {wall[-1] / cells[-1]:.1f} |"
    yield f"| all | {sum(wall):.1f} | {sum(cells):.1f} | {sum(wall) / sum(cells):.1f} |"


def cells_seconds(path: Path) -> float:
    """The cells of one notebook, timed in this process; outputs are made as for a notebook."""
    from IPython.core.interactiveshell import InteractiveShell

    shell = InteractiveShell.instance()
    run = lambda cell: shell.run_cell(cell).raise_error()
    shell.display_formatter.active_types = shell.display_formatter.format_types
    os.chdir(path.parent)
    cells = [
        "".join(cell["source"])
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]
        if cell["cell_type"] == "code"
    ]
    with contextlib.redirect_stdout(io.StringIO()):
        return sum(timed_ms(run, cell) for cell in cells) / 1000


def data(quick: bool) -> Iterator[str]:
    import pandas as pd
    from test_labs import all_labs

    from mktlib.core.dataset import load, names
    from mktlib.core.exercise import Exercise
    from mktlib.core.widgets import LabWidget

    def row(what: str, act: Any, items: list[Any], baseline: str, base: Any) -> str:
        def typical(action: Callable[..., Any]) -> list[float]:
            times = range(5 if quick else 25)
            return [statistics.median(timed_ms(action, item) for _ in times) for item in items]

        first = [timed_ms(act, item) for item in items]
        base_ms, after = typical(base), typical(act)
        ratio = statistics.median(mine / its for mine, its in zip(after, base_ms, strict=True))
        return (
            f"| {what}, {len(items)} of them | {max(first):.1f} | {statistics.median(after):.2f} "
            f"| {max(after):.2f} | {baseline} | {statistics.median(base_ms):.2f} | {ratio:.2f} |"
        )

    found = [vars(importlib.import_module(f"mktlib.{topic}.exercises")) for topic in TOPICS]
    exercises = [thing for each in found for thing in each.values() if isinstance(thing, Exercise)]
    right = [(exercise, exercise.answer()) for exercise in exercises]
    file = {name: ROOT / "datasets" / name / "data.csv" for name in names()}
    pd.read_csv(file["google_ads"])  # what pandas itself puts off until then

    yield (
        "| what | first ms, worst | after: median | after: worst | baseline | its median "
        "| ÷ baseline |"
    )
    yield "|---|--:|--:|--:|---|--:|--:|"
    yield row("`load`, datasets", load, list(file), "`read_csv`", lambda n: pd.read_csv(file[n]))
    answer = "to compute the answer"
    yield row(
        "`check`, exercises", lambda e: e[0].check(e[1]), right, answer, lambda e: e[0].answer()
    )
    yield row("`show`, labs", LabWidget, all_labs(), "one PNG of it", draw_once)


def draw_once(lab: Any) -> None:
    lab.draw().savefig(io.BytesIO(), format="png")


def allocation(quick: bool) -> Iterator[str]:
    from allocation import measure, table

    yield from table(measure(100 if quick else 1000))


def plan(quick: bool) -> Iterator[str]:
    from plan import tables

    yield from tables(*((100, 5) if quick else (1000, 21)))


def fits(quick: bool) -> Iterator[str]:
    from fits import table

    yield from table(5 if quick else 20)


PARTS = {
    "labs": labs,
    "imports": imports,
    "notebooks": notebooks,
    "data": data,
    "allocation": allocation,
    "fits": fits,
    "plan": plan,
}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python start.py bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer rounds: rougher figures")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS, help="some tables")
    parser.add_argument("--cells", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.cells:
        print(cells_seconds(options.cells.resolve()))
        return
    print(f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} processors")
    for name in options.only:
        before = fixed_loop_ms()
        lines = list(PARTS[name](options.quick))
        print(f"\n## {name}\n", *lines, "", sep="\n")
        print(f"A fixed loop took {before:.0f} ms before, {fixed_loop_ms():.0f} after.", flush=True)


if __name__ == "__main__":
    main()
