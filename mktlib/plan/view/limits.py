"""Alarm limits: one year month by month, and how often alarms are false, or heard in time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from mktlib.core.figure import BLUE, FAINT, GREEN, INK, QUIET, VERMILION, tidy, write_percent
from mktlib.core.sheet import area, line, outline, place, sheet, together, write
from mktlib.core.text import Text, number, percent

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from mktlib.core.lab import Update

SEEN = Text(
    en="one year: leads seen, in % of what is expected",
    fr="une année : leads vus, en % de l’attente",
)
MONTH = Text(en="month", fr="mois")
LIMIT = Text(en="limit", fr="seuil")
TRUTH = Text(en="truth", fr="vérité")
OF_400 = Text(en="of 400 such years", fr="sur 400 années pareilles")
FALSE = Text(en="false alarm before July", fr="fausse alerte avant juillet")
HEARD = Text(en="the fall is heard by September", fr="la chute est entendue avant octobre")
NO_FALL = Text(en="alarm in July to September", fr="alerte de juillet à septembre")

LEFT, TOP, WIDTH, HEIGHT = 46, 44, 330, 246
BARS, BARS_WIDTH = 452, 172
HIGHEST = 1.8  # of what is expected: higher months are drawn at the edge


def draw_limits(figure: Figure, corners: list[Any]) -> Update:
    page = sheet(figure)
    months = np.arange(1, len(corners[0].truth) + 1)
    axes = place(figure, LEFT, TOP, WIDTH, HEIGHT)
    axes.set(xlim=(0.5, months[-1] + 0.5), ylim=(0, HIGHEST))
    axes.set_xticks(months)
    axes.set_yticks([0, 0.5, 1, 1.5])
    write_percent(axes.yaxis)
    tidy(axes, hide=("left",), grid="y")
    write(page, 14, 16, SEEN, 11, INK, bold=True)
    write(page, LEFT + WIDTH / 2, TOP + HEIGHT + 28, MONTH, side="center")
    write(page, BARS, 16, OF_400, 11, INK, bold=True)
    return together(_year(page, axes, months), _shares(page))


def _year(page: Axes, axes: Axes, months: np.ndarray) -> Update:
    ground = area(axes, VERMILION, 0.10)
    limit = line(axes, VERMILION, 1.4, ls=(0, (4, 3)))
    truth = line(axes, INK, 2, drawstyle="steps-mid")
    seen = line(axes, QUIET, 1.4)
    (dots,) = axes.plot([], [], "o", ms=6, color=BLUE, animated=True)
    (rings,) = axes.plot([], [], "o", ms=13, mfc="none", mec=VERMILION, mew=2.2, animated=True)
    at_limit = write(page, LEFT + WIDTH + 5, 0, LIMIT, 10.5, VERMILION, bold=True, moving=True)
    at_truth = write(page, LEFT + WIDTH + 5, 0, TRUTH, 10.5, INK, bold=True, moving=True)
    ends = np.array([0.5, months[-1] + 0.5])

    def update(run: Any) -> None:
        lowest, true = run.lowest / run.expected, run.truth / run.expected
        year = np.minimum(run.seen[0] / run.expected, HIGHEST)
        ground.set_xy(outline(ends, 0, lowest))
        limit.set_data(ends, [lowest] * 2)
        truth.set_data(months, true)
        seen.set_data(months, year)
        dots.set_data(months, year)
        rings.set_data(months[run.rings[0]], year[run.rings[0]])
        lower, upper = (TOP + HEIGHT * (1 - share / HIGHEST) for share in (lowest, true[-1]))
        if abs(lower - upper) < 15:  # one above the other, the truth where it lies
            middle, side = (lower + upper) / 2, 8 if lower >= upper else -8
            lower, upper = middle + side, middle - side
        at_limit.set_y(lower)
        at_truth.set_y(upper)

    return update


def _shares(page: Axes) -> Update:
    """How often an alarm is false, and how often the fall is heard."""
    rows = []
    for y, color in ((62, VERMILION), (162, GREEN)):
        name = write(page, BARS, y, "", 10, INK, moving=True)
        page.barh([y + 52], [BARS_WIDTH], left=BARS, height=12, color=FAINT)
        bar = page.barh([y + 52], [0], left=BARS, height=12, color=color, animated=True)[0]
        rows.append((name, write(page, BARS, y + 26, "", 22, color, bold=True, moving=True), bar))

    def update(run: Any) -> None:
        names = (FALSE, HEARD if run.falls else NO_FALL)
        for (name, said, bar), words, share in zip(
            rows, names, (run.false_share, run.heard_share), strict=True
        ):
            name.set_text(str(words))
            said.set_text(percent(share, 0))
            bar.set_width(BARS_WIDTH * share)

    return update


def tell_limits(run: Any) -> str:
    words = (_FALLS if run.falls else _NO_FALL).format(
        limit=number(run.lowest),
        false=percent(run.false_share, 0),
        heard=percent(run.heard_share, 0),
    )
    if not run.falls:
        return words
    if run.false_share > 0.5:
        return f"{words} {_TOO_NARROW}"
    return f"{words} {_TOO_WIDE}" if run.heard_share < 0.5 else words


_FALLS = Text(
    en="With the limit at {limit} leads, {false} of years have a false alarm before July, and in "
    "{heard} the fall is heard by September.",
    fr="Avec le seuil à {limit} leads, {false} des années ont une fausse alerte avant juillet, et "
    "dans {heard} la chute est entendue avant octobre.",
)
_NO_FALL = Text(
    en="Nothing happens here. With the limit at {limit} leads, {false} of years still have an alarm "
    "before July, and {heard} one from July to September.",
    fr="Il ne se passe rien ici. Avec le seuil à {limit} leads, {false} des années ont pourtant une "
    "alerte avant juillet, et {heard} une de juillet à septembre.",
)
_TOO_NARROW = Text(
    en="So narrow a limit rings at chance.", fr="Un seuil si étroit sonne au hasard."
)
_TOO_WIDE = Text(
    en="So wide a limit sleeps through the fall.", fr="Un seuil si large dort pendant la chute."
)
