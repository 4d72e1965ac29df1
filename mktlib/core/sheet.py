"""The parts of a picture: axes placed in points, words on them, marks that move."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from .figure import QUIET
from .text import Text, number

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.lines import Line2D
    from matplotlib.patches import Polygon
    from matplotlib.text import Text as Writing

    from .lab import Update


def place(figure: Figure, left: float, top: float, width: float, height: float) -> Axes:
    """New axes without a ground, in points from the figure's top left corner."""
    across, down = figure.get_size_inches() * 72
    axes = figure.add_axes(
        (left / across, 1 - (top + height) / down, width / across, height / down)
    )
    axes.patch.set_visible(False)
    return axes


def sheet(figure: Figure) -> Axes:
    """Invisible axes over the whole figure, in points from its top left corner."""
    across, down = figure.get_size_inches() * 72
    axes = place(figure, 0, 0, across, down)
    axes.set(xlim=(0, across), ylim=(down, 0))
    axes.set_zorder(1)  # its words stand over the marks of other axes
    axes.axis("off")
    return axes


def write(
    axes: Axes,
    x: float,
    y: float,
    words: Text | str = "",
    size: float = 10,
    color: str = QUIET,
    side: str = "left",
    bold: bool = False,
    moving: bool = False,
    **more: Any,
) -> Writing:
    """Words with their middle at height y, a quiet note unless said otherwise.

    `side`: the one that stands at x; `moving`: a mark, not part of the frame.
    """
    weight = "bold" if bold else "normal"
    more = {"ha": side, "va": "center", "fontsize": size, "fontweight": weight, **more}
    return axes.text(x, y, str(words), color=color, animated=moving, **more)


def key(axes: Axes, x: float, y: float, color: str, words: Text, alpha: float = 1) -> None:
    """What a colour stands for: a small bar of it on a sheet, and words to the right."""
    axes.barh([y], [10], left=x, height=9, color=color, alpha=alpha)
    write(axes, x + 15, y, words, 9.5)


def emphasise(writing: Writing, bold: bool, color: str) -> None:
    """Bold or not, in a colour; what stays as it was need not be drawn again."""
    weight = "bold" if bold else "normal"
    if (writing.get_fontweight(), writing.get_color()) != (weight, color):
        writing.set_fontweight(weight)
        writing.set_color(color)


def line(axes: Axes, color: str, width: float = 2.4, **more: Any) -> Line2D:
    """A line that moves."""
    return axes.plot([], [], color=color, lw=width, animated=True, **more)[0]


def area(axes: Axes, color: str, alpha: float, **more: Any) -> Polygon:
    """A surface that moves: give it its outline with `set_xy(outline(...))`."""
    return axes.fill([0], [0], color=color, alpha=alpha, lw=0, animated=True, **more)[0]


def outline(x: np.ndarray, low: Any, high: Any) -> np.ndarray:
    """The outline of the surface between two curves, or between a curve and a level."""
    low, high = np.broadcast_to(low, x.shape), np.broadcast_to(high, x.shape)
    return np.column_stack([[*x, *x[::-1]], [*low, *high[::-1]]])


def sticks(x: np.ndarray, low: np.ndarray, high: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Upright sticks from one height to another, as the points of a single line."""
    gap = np.full(len(x), np.nan)
    return np.repeat(x, 3), np.column_stack([low, high, gap]).ravel()


def together(*parts: Update) -> Update:
    """One update that moves every part of a picture to the same result."""

    def update(result: Any) -> None:
        for part in parts:
            part(result)

    return update


def apart(wanted: Sequence[float], gap: float) -> np.ndarray:
    """The places wanted, pushed until neighbours are `gap` apart; their order stays.

    >>> apart([1.0, 5.0, 1.0], gap=2).round(2).tolist()
    [0.0, 5.0, 2.0]
    """
    order = np.argsort(wanted, kind="stable")
    places = np.asarray(wanted, dtype=float)[order]
    for _ in range(60):
        short = np.clip(gap - np.diff(places), 0, None)
        places[1:] += short / 2
        places[:-1] -= short / 2
    found = np.empty_like(places)
    found[order] = places
    return found


def few(count: float) -> str:
    """An expected count: whole, or with one decimal where it is small."""
    return number(count, 0 if count >= 10 else 1)
