"""The parts of a picture drawn in points: axes placed, words on them, labels kept apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from .figure import QUIET
from .text import Text, number

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.text import Text as Writing

GREY = "#c2c2c2"  # bars that do not matter now: darker than FAINT, for projectors


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


def emphasise(writing: Writing, bold: bool, color: str) -> None:
    """Bold or not, in a colour; what stays as it was need not be drawn again."""
    weight = "bold" if bold else "normal"
    if (writing.get_fontweight(), writing.get_color()) != (weight, color):
        writing.set_fontweight(weight)
        writing.set_color(color)


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
