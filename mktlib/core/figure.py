"""One quiet style, and figures whose moving marks can be redrawn alone.

Drawing axes, ticks and labels is what makes matplotlib slow, and encoding
pixels comes second.  A `LiveFigure` therefore draws the frame once, as SVG,
and then only the artists created with `animated=True` (matplotlib's own word
for "I am drawn apart from the rest"), each into a fragment of SVG that a
browser can put in place of the one before.
"""

from __future__ import annotations

import base64
import hashlib
import html
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Literal

from .text import number, percent

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.axis import Axis
    from matplotlib.backends.backend_svg import RendererSVG
    from matplotlib.figure import Figure

# Okabe & Ito's palette (2008), told apart with any colour vision; ink and greys for the rest.
INK = "#222222"
QUIET = "#6b6b6b"
FAINT = "#d9d9d9"
GREY = "#c2c2c2"  # bars that do not matter now: darker than FAINT, for projectors
BLUE = "#0072b2"
SKY = "#56b4e9"
GREEN = "#009e73"
ORANGE = "#e69f00"
VERMILION = "#d55e00"
PURPLE = "#cc79a7"
SERIES = (BLUE, ORANGE, GREEN, PURPLE, SKY, VERMILION)  # parts of a whole, in this order

_STYLE: Any = {
    "font.family": ["DejaVu Sans"],
    "font.size": 10.5,
    "text.color": INK,
    "axes.titlesize": 11.5,
    "axes.titleweight": "bold",
    "axes.titlelocation": "left",
    "axes.titlepad": 10,
    "axes.labelcolor": QUIET,
    "axes.labelsize": 10,
    "axes.edgecolor": QUIET,
    "axes.linewidth": 0.8,
    "axes.axisbelow": True,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.unicode_minus": True,
    "xtick.color": QUIET,
    "ytick.color": QUIET,
    "xtick.labelsize": 10,
    "ytick.labelsize": 10,
    "xtick.major.size": 3,
    "ytick.major.size": 3,
    "grid.color": FAINT,
    "grid.linewidth": 0.8,
    "lines.linewidth": 2.2,
    "lines.solid_capstyle": "round",
}

# Matplotlib measures text in DejaVu Sans, which Linux has; Verdana, which Windows and
# macOS have, is as wide, so that labels laid out here do not collide there.
_FONTS = re.compile(r"""(['"]?)DejaVu Sans\1(, ['"]?[\w ]+['"]?)*""")
_BROWSER_FONTS = "DejaVu Sans, Verdana, sans-serif"

# No date: the same picture is the same text.
_NO_METADATA = {"Date": None, "Creator": None, "Format": None, "Type": None}


@contextmanager
def style() -> Iterator[None]:
    """The style, for the time of a `with`; the student's own settings come back after it."""
    import matplotlib

    with matplotlib.rc_context(_STYLE):
        yield


def new_figure(width: float = 9, height: float = 4.8) -> Figure:
    """An empty figure, width and height in inches; call it and draw inside `style()`."""
    from matplotlib.figure import Figure

    return Figure(figsize=(width, height), dpi=72, facecolor="white")  # 72: SVG counts in points


def tidy(
    axes: Axes, *, grid: Literal["x", "y", "both"] | None = None, hide: tuple[str, ...] = ()
) -> None:
    """Take away what does not inform: spines named in `hide`, tick marks, all but one grid."""
    for side in hide:
        axes.spines[side].set_visible(False)
        axis = axes.xaxis if side in ("bottom", "top") else axes.yaxis
        axis.set_tick_params(length=0)
    if grid:
        axes.grid(True, axis=grid)


def write_percent(axis: Axis, digits: int = 0) -> None:
    """Write an axis of shares (0-1) as percentages, in the current language."""
    axis.set_major_formatter(lambda value, _: percent(value, digits))


def write_number(axis: Axis, digits: int = 0) -> None:
    """Write an axis of numbers in the current language."""
    axis.set_major_formatter(lambda value, _: number(value, digits))


def to_html(svg: str, alt: str, caption: str = "") -> str:
    """A still picture with its text alternative, as HTML: what a saved notebook keeps.

    An `<img alt>` because every notebook viewer and nbconvert keep it, while
    they ignore alternative text given to an image output.
    """
    data = base64.b64encode(svg.encode()).decode()
    below = f"<figcaption>{html.escape(caption)}</figcaption>" if caption else ""
    return (
        f'<figure class="mktlib-still" style="margin:0;max-width:900px">'
        f'<img style="width:100%" alt="{html.escape(alt)}" src="data:image/svg+xml;base64,{data}">'
        f"{below}</figure>"
    )


def _svg_renderer(salt: str, width: float, height: float, page: io.StringIO) -> RendererSVG:
    """An SVG renderer that asks no global setting.

    JupyterLab has a lab answer in a thread of its own while a cell runs: a setting changed
    for the time of an answer would change, or stay in, the figure that the cell draws.
    """
    from matplotlib.backends.backend_svg import RendererSVG

    class Renderer(RendererSVG):
        _draw_text_as_path = RendererSVG._draw_text_as_text  # sharp, selectable, small

        def _make_id(self, type: str, content: object) -> str:
            return type + hashlib.sha256(f"{salt}{content}".encode()).hexdigest()[:10]

    return Renderer(width, height, page, metadata=_NO_METADATA)


class LiveFigure:
    """A drawn figure as SVG: the frame once, its moving marks as often as they move.

    `svg`: the whole picture; mark number i lies in the i-th `<g class="mktlib-mark">`.
    `marks()`: the content of these groups, as the artists stand now.

    A mark is an artist created with `animated=True`.  Its visibility, colour,
    place and text may change; which axes it lies in may not.
    """

    def __init__(self, figure: Figure, salt: str = "mktlib"):
        self._moving: list[Artist] = sorted(
            figure.findobj(lambda artist: artist.get_animated()),
            key=lambda artist: artist.get_zorder(),
        )
        self._drawn: dict[Artist, str] = {}
        self._page = io.StringIO()
        with style():
            self._renderer = _svg_renderer(salt, *figure.bbox.size, self._page)
            figure.draw(self._renderer)
            marks = [f'<g class="mktlib-mark">{mark}</g>' for mark in self.marks()]
            self._page.write("".join(marks))
            self._renderer.finalize()
        self.svg = _for_a_web_page(self._page.getvalue())

    def marks(self) -> list[str]:
        """One fragment of SVG for each moving artist; what did not move is not drawn again.

        One renderer serves for all, since it remembers how wide words are, which is half the
        work of writing them.  It must forget the markers it has defined, for each fragment
        stands alone: the one that holds a definition may be gone when another is put in place.
        """
        for artist in self._moving:
            if artist.stale or artist not in self._drawn:
                self._renderer._markers.clear()
                self._renderer._groupd.clear()
                start = self._page.tell()
                artist.draw(self._renderer)
                self._drawn[artist] = _FONTS.sub(_BROWSER_FONTS, self._page.getvalue()[start:])
                self._page.seek(start)
                self._page.truncate()
                artist.stale = False
        return [self._drawn[artist] for artist in self._moving]


def _for_a_web_page(svg: str) -> str:
    """Without a size of its own, nor a style sheet, which would hold for the whole page."""
    svg = _FONTS.sub(_BROWSER_FONTS, svg[svg.index("<svg") :])
    svg = re.sub(r"<style[^>]*>[^<]*</style>", "", svg)
    opening, rest = svg.split(">", 1)
    opening = re.sub(r' (width|height)="[^"]*"', "", opening)
    return f'{opening} style="stroke-linejoin: round; stroke-linecap: butt">{rest}'
