"""From a key to the painted picture: each lab, in turns with its baselines, in a real browser."""

from __future__ import annotations

import itertools
import math
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import nbformat
from browser import Notebook, browser, jupyterlab
from test_labs import all_labs
from variants import moved_slider

from mktlib.core.lab import Lab, Slider, Split

HERE = Path(__file__).parent
BURST_KEYS, BURST_MS, APART_MS = 30, 33, 150


class Variant(NamedTuple):
    """A function of variants.py; what takes the keys; how recorder.js reads which picture."""

    title: str
    function: str
    slider: str = ".noUi-handle"
    picture: str = ".mktlib-picture svg"
    how: str = "lab"


VARIANTS = (
    Variant("echo: a number in a label", "echo", picture=".echo", how="text"),
    Variant("**lab**", "as_shipped", "input[type=range]"),
    Variant("lab without look-ahead", "without_look_ahead", "input[type=range]"),
    Variant("plotly FigureWidget", "plotly", picture=".gtitle", how="text"),
    Variant("interact, same figure", "interact", picture=".widget-output img", how="image"),
)


def measure(rounds: int, moves: int) -> dict[str, dict[Variant, list[Any]]]:
    """For each lab and variant, two recordings a round: keys apart, and a held key."""
    found: dict[str, Any] = defaultdict(lambda: defaultdict(list))
    with tempfile.TemporaryDirectory() as folder, browser() as chrome:
        root, private = Path(folder) / "notebooks", Path(folder) / "private"
        root.mkdir()
        private.mkdir()
        with jupyterlab(root, private) as url:
            for turn, (n, lab) in itertools.product(range(rounds), enumerate(all_labs())):
                write(root / f"{lab.name}.ipynb", n)
                page = chrome.new_page(viewport={"width": 1300, "height": 1000})
                page.add_init_script(path=HERE / "recorder.js")
                notebook = Notebook(page, url, f"{lab.name}.ipynb")
                notebook.run(0)
                for variant in VARIANTS[turn % 5 :] + VARIANTS[: turn % 5]:
                    last = put(notebook, lab, variant)
                    apart = record(notebook, last, keys_apart(notebook, min(moves, last)))
                    put(notebook, lab, variant)
                    held = record(notebook, last, held_key(notebook))
                    found[lab.name][variant].append((apart, held))
                notebook.stop_kernel()
                page.close()
    return found


def write(path: Path, n: int) -> None:
    """A notebook with a cell for each variant of lab number n."""
    setup = f"import sys\nsys.path[:0] = [{str(HERE)!r}, {str(HERE.parent / 'tests')!r}]\n"
    setup += f"import variants\nfrom test_labs import all_labs\nlab = all_labs()[{n}]"
    cells = [setup, *(f"variants.{variant.function}(lab)" for variant in VARIANTS)]
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(cell) for cell in cells], metadata={"kernelspec": kernel}
    )
    nbformat.write(notebook, path)


def put(notebook: Notebook, lab: Lab, variant: Variant) -> int:
    """The variant alone on the page, made anew, its slider in focus at stop 0; the last stop."""
    page, moved = notebook.page, moved_slider(lab)
    notebook.command("notebook:clear-all-cell-outputs")
    notebook.run(1 + VARIANTS.index(variant))
    assert not notebook.errors, notebook.errors
    page.wait_for_selector(variant.picture, state="attached")
    sliders = [control for control in lab.controls if isinstance(control, Slider)]
    nth = sliders.index(moved) if variant.how == "lab" else 0
    page.locator(f".jp-OutputArea {variant.slider}").nth(nth).focus()
    page.keyboard.press("Home")
    page.wait_for_timeout(1000)
    before = lab.controls[: lab.controls.index(moved)]  # a split takes a number for each part
    place = sum(len(control.parts) if isinstance(control, Split) else 1 for control in before)
    probe = {"css": variant.picture, "how": variant.how, "place": place}
    page.evaluate("probe => recorder.aim(probe)", probe)
    return len(moved.choices) - 1


def keys_apart(notebook: Notebook, moves: int) -> Iterator[None]:
    """Each key when the one before has been painted, and a while after."""
    for _ in range(moves):
        yield notebook.page.keyboard.press("ArrowRight")
        notebook.page.wait_for_function(
            "recorder.frames.at(-1).painted > recorder.keys.at(-1)"
            " || performance.now() - recorder.keys.at(-1) > 3000"
        )
        notebook.page.wait_for_timeout(APART_MS)


def held_key(notebook: Notebook) -> Iterator[None]:
    start = time.perf_counter()
    for n in range(BURST_KEYS):
        time.sleep(max(0.0, start + n * BURST_MS / 1000 - time.perf_counter()))
        yield notebook.page.keyboard.down("ArrowRight")
    notebook.page.keyboard.up("ArrowRight")


def record(notebook: Notebook, last: int, keys: Iterator[None]) -> dict[str, Any]:
    """What happened while the keys were pressed, as numbers."""
    page = notebook.page
    page.evaluate("recorder.start()")
    page.wait_for_function("recorder.frames.at(-1)?.painted")
    for _ in keys:
        pass
    page.wait_for_function(
        "performance.now() - Math.max(recorder.keys.at(-1), recorder.frames.at(-1).painted) > 1500"
    )
    noted = page.evaluate("recorder.stop()")
    keys_at, frames = noted["keys"], noted["frames"]
    drawn, value = [frame["drawn"] for frame in frames], frames[-1]["value"]
    stays = next(n for n, each in enumerate(drawn) if len(set(drawn[n:])) == 1)
    return {
        "latencies": list(latencies(keys_at, frames, last)),
        "kernel_ms": kernel_ms(noted["busy"]) / len(keys_at),
        "settled_ms": max(0.0, frames[stays]["painted"] - keys_at[-1]),
        "shown": len(set(drawn)) - 1,
        "right": None if value is None else value == min(len(keys_at), last),
        "blanks": sum(frame["blank"] for frame in frames),
        "jumps": sum(a["height"] != b["height"] for a, b in itertools.pairwise(frames)),
    }


def latencies(keys: list[float], frames: list[dict[str, Any]], last: int) -> Iterator[float]:
    """From each key to the first frame with its own step drawn; equal pictures are left out."""
    for n, (key, until) in enumerate(itertools.pairwise([*keys, math.inf])):
        before = [frame["drawn"] for frame in frames if frame["painted"] < key][-1]
        for frame in frames:
            its_own = frame["value"] in (None, min(n + 1, last)) and frame["drawn"] != before
            if its_own and key <= frame["painted"] < until:
                yield frame["painted"] - key
                break


def kernel_ms(busy: list[tuple[str, str, float]]) -> float:
    """How long the kernel was at work, by its own clock."""
    started = {message: at for message, state, at in busy if state == "busy"}
    return sum(
        at - started[message]
        for message, state, at in busy
        if state == "idle" and message in started
    )


def table(found: dict[str, dict[Variant, list[Any]]]) -> Iterator[str]:
    """A line of Markdown for each lab and variant, over all rounds."""
    yield (
        "| lab | variant | key → paint p50 ms | p95 | ÷ echo | interact ÷ this | kernel ms a key "
        "| held key: settled ms | pictures | ended right | blank frames | height changes |"
    )
    yield "|---|---|" + "--:|" * 10
    for name, variants in found.items():
        waits = {
            variant.function: sorted(ms for apart, _ in trials for ms in apart["latencies"])
            for variant, trials in variants.items()
        }
        p50 = {function: statistics.median(ms) for function, ms in waits.items()}
        for variant in VARIANTS:
            apart, held = zip(*variants[variant], strict=True)
            mine, ms = p50[variant.function], waits[variant.function]
            right = {trial["right"] for trial in apart + held}
            cells = [
                *(name, variant.title, f"{mine:.0f}", f"{ms[math.ceil(0.95 * len(ms)) - 1]:.0f}"),
                *(f"{mine / p50['echo']:.2f}", f"{p50['interact'] / mine:.1f}"),
                f"{statistics.median(trial['kernel_ms'] for trial in apart):.0f}",
                f"{statistics.median(trial['settled_ms'] for trial in held):.0f}",
                f"{statistics.median(trial['shown'] for trial in held):.0f} of {BURST_KEYS} keys",
                "–" if None in right else "**no**" if False in right else "yes",
                str(sum(trial["blanks"] for trial in apart + held)),
                str(sum(trial["jumps"] for trial in apart + held)),
            ]
            yield f"| {' | '.join(cells)} |"
