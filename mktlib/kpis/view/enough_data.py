"""Enough data: what a test would show if run again and again, and how often it fools."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np

from mktlib.core.figure import BLUE, FAINT, INK, QUIET, SKY, VERMILION, tidy, write_number
from mktlib.core.sheet import area, line, place, sheet, together, write
from mktlib.core.text import Text, number

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from mktlib.core.lab import Update

NEEDED = Text(
    en="Finding it 80 times out of 100 takes {n} visitors per version",
    fr="Le voir 80 fois sur 100 demande {n} visiteurs par version",
)
OBSERVED = Text(
    en="B minus A, as the test shows it (points)",
    fr="B moins A, tel que le test le montre (points)",
)
IF_EQUAL = Text(en="if A and B\nare equal", fr="si A et B\nse valent")
IF_BETTER = Text(en="if B is better\nby {points} points", fr="si B est meilleur\nde {points} point")
B_WINS = Text(en='"significant"\nfrom +{points}', fr="« significatif »\ndès +{points}")
A_WINS = Text(en='"significant"\nfrom −{points}', fr="« significatif »\ndès −{points}")
B_IS_BETTER = Text(en="B is better: of 100 tests", fr="B est meilleur : sur 100 tests")
B_IS_NO_BETTER = Text(en="B is no better: 100 tests", fr="B n’est pas meilleur : 100 tests")
ARE_EQUAL = Text(en="A and B are equal: of 100 tests", fr="A et B se valent : sur 100 tests")
FIND = Text(en="found in {n}", fr="vu dans {n}")
MISS = Text(en="missed in {n}", fr="manqué dans {n}")
PICK_A = Text(en="✕ A picked in {n}", fr="✕ A choisi dans {n}")
AT_TIMES = Text(en="at {times} times the truth", fr="à {times} fois la vérité")
TRUE = Text(en="true", fr="vrai")
FOOLED = Text(en="false alarm in {n}", fr="fausse alerte dans {n}")
NOT_FOOLED = Text(en="none in {n}", fr="aucune dans {n}")
NOTHING_TO_FIND = Text(en="nothing to find", fr="rien à trouver")

LEFT, TOP, WIDTH, HEIGHT = 20, 76, 384, 214
LOWEST, HIGHEST = -3.2, 3.8  # points
RIGHT, COLUMNS, STEP = 436, 20, 10.15  # the hundred dots
MOST_TIMES = 5


def draw_enough_data(figure: Figure, corners: list[Any]) -> Update:
    page = sheet(figure)
    axes = place(figure, LEFT, TOP, WIDTH, HEIGHT)
    axes.set(xlim=(LOWEST, HIGHEST), ylim=(0, 1.06), yticks=[])
    axes.set_xticks(np.arange(-3, 4))
    write_number(axes.xaxis)
    axes.set_xlabel(str(OBSERVED), labelpad=5)
    tidy(axes, hide=("left",))
    return together(_needed(page), _bells(axes, page), _if_better(page), _if_equal(page))


def _needed(page: Axes) -> Update:
    """How many visitors it takes to find the difference, most times."""
    needed = write(page, 14, 20, "", 11, INK, bold=True, moving=True)

    def update(result: Any) -> None:
        needed.set_visible(result.difference_points > 0)
        if result.difference_points > 0:
            needed.set_text(NEEDED.format(n=number(result.outcomes.needed_per_arm)))

    return update


def _bells(axes: Axes, page: Axes) -> Update:
    """What the test shows, over many runs: if nothing differs, and as things are."""
    zones, found = [area(axes, FAINT, 0.4) for _ in "AB"], area(axes, BLUE, 0.55)
    alarms = [area(axes, VERMILION, 0.9) for _ in "AB"]
    edges = [line(axes, QUIET, 1, ls=(0, (4, 3))) for _ in "AB"]
    wins = [
        write(axes, 0, 1.16, side=side, moving=True, linespacing=1.25) for side in ("right", "left")
    ]
    equal, better, to_equal, to_better = (
        line(axes, color, width)
        for color, width in [(QUIET, 2.2), (BLUE, 2.6), (QUIET, 0.8), (BLUE, 0.8)]
    )
    write(page, LEFT + 6, TOP + 44, IF_EQUAL, moving=True, linespacing=1.25)
    name = write(
        page, LEFT + WIDTH - 6, TOP + 44, "", 10, BLUE, "right", moving=True, linespacing=1.25
    )

    def update(result: Any) -> None:
        points, outcomes = result.difference_points, result.outcomes
        x, if_equal, if_better = outcomes.curves.to_numpy().T
        x = 100 * x
        top = max(if_equal.max(), if_better.max())
        if_equal, if_better = if_equal / top, if_better / top
        edge = 100 * outcomes.smallest_significant_difference
        equal.set_data(x, if_equal)
        better.set_data(x, if_better)
        found.set_xy(under(x, if_better, edge, max(edge, x[-1])))
        for i, (side, end, words) in enumerate([(-1, LOWEST, A_WINS), (1, HIGHEST, B_WINS)]):
            zones[i].set_xy([(side * edge, 0), (side * edge, 1.06), (end, 1.06), (end, 0)])
            tail = sorted([side * edge, side * max(edge, -x[0])])
            alarms[i].set_xy(under(x, if_equal, *tail))
            edges[i].set_data([side * edge] * 2, [0, 1.08])
            wins[i].set_x(max(side * edge, -1.5))  # room for the words on the left
            wins[i].set_text(words.format(points=number(edge, 2)))
        name.set_text(IF_BETTER.format(points=number(points, 1)))
        shoulder = 0.8 * 100 * outcomes.standard_error  # where a bell is 0.73 high
        to_equal.set_data([-2.05, -shoulder - 0.04], [0.84, 0.73])
        to_better.set_data([2.12, points + shoulder + 0.04], [0.84, 0.73])
        for artist in (better, found, name, to_better):
            artist.set_visible(points > 0)

    return update


def under(x: np.ndarray, curve: np.ndarray, low: float, high: float) -> np.ndarray:
    """The outline of the area under a curve between two places."""
    across = np.linspace(low, high, 40)
    heights = np.interp(across, x, curve, left=0, right=0)
    return np.column_stack([[low, *across, high], [0, *heights, 0]])


def _if_better(page: Axes) -> Update:
    """If B is better: how many tests find it, and how large they show it."""
    title = write(page, RIGHT, 20, "", 11, INK, bold=True, moving=True)
    hundred = _hundred(page, 40)
    find = write(page, RIGHT, 108, "", 14, bold=True, moving=True)
    miss = write(page, 634, 108, "", 11, side="right", moving=True)
    pick_a = write(page, 634, 126, "", 10, VERMILION, "right", moving=True)
    times = write(page, RIGHT, 141, "", 12, INK, moving=True)
    unit = (634 - RIGHT) / MOST_TIMES
    shown = page.barh([160], [1], left=RIGHT + unit, height=13, color=SKY, animated=True)[0]
    truth = page.barh([160], [unit], left=RIGHT, height=13, color=QUIET, animated=True)[0]
    true = write(page, RIGHT + 5, 160, TRUE, color="white", moving=True)
    (beyond,) = page.plot([638], [160], ">", color=SKY, ms=11, animated=True)

    def update(result: Any) -> None:
        found, wrong, missed, _ = counts(result)
        there_is = result.difference_points > 0
        factor = result.outcomes.exaggeration_if_significant if there_is else 1
        title.set_text(str(B_IS_BETTER if there_is else B_IS_NO_BETTER))
        hundred(found, wrong)
        find.set_text(FIND.format(n=found) if there_is else str(NOTHING_TO_FIND))
        find.set_color(BLUE if there_is else QUIET)
        miss.set_text(MISS.format(n=missed))
        pick_a.set_text(PICK_A.format(n=wrong))
        times.set_text(AT_TIMES.format(times=number(factor, 1 if factor < 10 else 0)))
        shown.set_width(unit * (min(factor, MOST_TIMES) - 1))
        for artist in (miss, times, shown, truth, true):
            artist.set_visible(there_is)
        pick_a.set_visible(wrong > 0)
        beyond.set_visible(factor > MOST_TIMES)

    return update


def _if_equal(page: Axes) -> Update:
    """If A and B are equal: how many tests cry wolf."""
    write(page, RIGHT, 196, ARE_EQUAL, 11, INK, bold=True)
    hundred = _hundred(page, 216)
    fooled = write(page, RIGHT, 284, "", 14, VERMILION, bold=True, moving=True)
    not_fooled = write(page, RIGHT, 303, "", 11, moving=True)

    def update(result: Any) -> None:
        *_, false = counts(result)
        hundred(0, false)
        fooled.set_text(FOOLED.format(n=false))
        not_fooled.set_text(NOT_FOOLED.format(n=100 - false))

    return update


def _hundred(page: Axes, top: float) -> Callable[[int, int], None]:
    """A hundred dots, a dot a test: some find, some are fooled, the others say nothing."""
    x = np.array([RIGHT + 3 + STEP * (i % COLUMNS) for i in range(100)])
    y = np.array([top + STEP * (i // COLUMNS) for i in range(100)])
    page.plot(x, y, "o", ms=6.4, mfc="white", mec="#9a9a9a", mew=0.9)
    (dots,) = page.plot([], [], "o", ms=6.8, color=BLUE, animated=True)
    (crosses,) = page.plot([], [], "X", ms=7.5, color=VERMILION, animated=True)

    def update(found: int, fooled: int) -> None:
        dots.set_data(x[:found], y[:found])
        crosses.set_data(x[found : found + fooled], y[found : found + fooled])

    return update


def counts(result: Any) -> tuple[int, int, int, int]:
    """Of 100 tests: those that find B better, that pick A, that miss it; false alarms."""
    outcomes = result.outcomes
    false = round(100 * outcomes.false_alarm_rate)
    if result.difference_points == 0:
        return 0, 0, 100, false
    wrong_share = outcomes.wrong_sign_rate_if_significant
    wrong = round(100 * outcomes.power * wrong_share)
    found = round(100 * outcomes.power * (1 - wrong_share))
    return found, wrong, 100 - found - wrong, false


def tell_enough_data(result: Any) -> str:
    found, wrong, missed, false = counts(result)
    equal = result.difference_points == 0
    fooled = (_LOOKS if result.looks > 1 else _ONE_LOOK).format(
        opening=_EVEN_SO if equal else _WERE_THEY_EQUAL, n=false, looks=result.looks
    )
    if equal:
        return f"{_EQUAL} {fooled}"
    factor = result.outcomes.exaggeration_if_significant
    said = (_FINDS if factor < 1.05 else _EXAGGERATES).format(
        found=found,
        missed=missed,
        wrong=_WRONG.format(n=wrong) if wrong else "",
        times=number(factor, 1 if factor < 10 else 0),
    )
    return f"{said} {fooled}"


_FINDS = Text(
    en="Of 100 such tests, {found} would find that B is better and {missed} would miss it{wrong}; "
    "a significant one shows about the true difference on average.",
    fr="Sur 100 tests pareils, B sort gagnant {found} fois et passe inaperçu {missed} "
    "fois{wrong} ; un test significatif montre en moyenne à peu près le vrai écart.",
)
_EXAGGERATES = Text(
    en="Of 100 such tests, {found} would find that B is better and {missed} would miss it{wrong}; "
    "a significant one shows on average {times} times the true difference.",
    fr="Sur 100 tests pareils, B sort gagnant {found} fois et passe inaperçu {missed} "
    "fois{wrong} ; un test significatif montre en moyenne {times} fois le vrai écart.",
)
_WRONG = Text(en=" ({n} would even pick A)", fr=" (et A gagne {n} fois)")
_EQUAL = Text(
    en="Here A and B are equal: there is nothing to find, only something to be fooled by.",
    fr="Ici A et B se valent : il n’y a rien à trouver, seulement de quoi se tromper.",
)
_WERE_THEY_EQUAL = Text(en="Were A and B equal,", fr="Si A et B se valaient,")
_EVEN_SO = Text(en="Even so,", fr="Et pourtant")
_ONE_LOOK = Text(
    en="{opening} {n} of 100 tests would call them different.",
    fr="{opening} {n} tests sur 100 les diraient différents.",
)
_LOOKS = Text(
    en="{opening} {n} of 100 tests would call them different, because you look {looks} times "
    "and stop at the first success.",
    fr="{opening} {n} tests sur 100 les diraient différents, parce que vous regardez {looks} "
    "fois et arrêtez au premier succès.",
)
