"""What the pictures of this topic share: the colours of push and pull, a distance to beat."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from mktlib.core.figure import BLUE, FAINT, GREEN, INK, QUIET, VERMILION
from mktlib.core.sheet import line, write
from mktlib.core.text import Text, number

if TYPE_CHECKING:
    from matplotlib.axes import Axes

PUSH, PULL, BEST = VERMILION, BLUE, GREEN

DISTANCE = Text(en="your error", fr="votre erreur")
BEST_DISTANCE = Text(en="least squares: {best}", fr="moindres carrés : {best}")
BEST_HIDDEN = Text(en="least squares: hidden", fr="moindres carrés : cachés")


def draw_distance(
    page: Axes, x: float, y: float, width: float, most: float, unit: Text, digits: int = 1
) -> Callable[[float, float | None], None]:
    """How far the hand's curve is from the points, and, once shown, the best one."""
    write(page, x, y, DISTANCE)
    amount = write(page, x, y + 25, "", 24, INK, bold=True, moving=True)
    page.barh([y + 50], [width], left=x, height=9, color=FAINT)
    bar = page.barh([y + 50], [0], left=x, height=9, color=INK, animated=True)[0]
    mark = line(page, BEST, 3, solid_capstyle="butt")
    best = write(page, x, y + 69, "", moving=True)

    def update(distance: float, least: float | None) -> None:
        amount.set_text(f"{number(distance, digits if distance < 10 else 1)} {unit}")
        bar.set_width(width * min(distance / most, 1))
        mark.set_visible(least is not None)
        if least is None:
            best.set_text(str(BEST_HIDDEN))
        else:
            mark.set_data([x + width * least / most] * 2, [y + 43, y + 57])
            best.set_text(BEST_DISTANCE.format(best=f"{number(least, digits)} {unit}"))
        best.set_color(QUIET if least is None else BEST)

    return update
