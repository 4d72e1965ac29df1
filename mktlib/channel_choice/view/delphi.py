"""The Delphi: a dot an expert on each theme, and the consensus at each of three steps."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np

from mktlib.core.figure import BLUE, FAINT, GREY, INK, QUIET, SKY, VERMILION
from mktlib.core.sheet import emphasise, sheet, together, write
from mktlib.core.text import Text, number, percent

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.lines import Line2D

    from mktlib.core.lab import Update

STEPS = {  # the heading of a column, and of the dots
    "all_first": (
        Text(en="round 1", fr="tour 1"),
        Text(en="all {n}", fr="les {n}"),
        Text(en="Round 1, all {n} experts", fr="Tour 1, les {n} experts"),
    ),
    "kept_first": (
        Text(en="round 1", fr="tour 1"),
        Text(en="{n} kept", fr="{n} gardés"),
        Text(en="Round 1, the {n} kept", fr="Tour 1, les {n} gardés"),
    ),
    "kept_second": (
        Text(en="round 2", fr="tour 2"),
        Text(en="{n} answers", fr="{n} réponses"),
        Text(en="Round 2, the {n} who answer again", fr="Tour 2, les {n} qui répondent encore"),
    ),
}
KEY = Text(
    en="a dot: an expert; bar: the middle half; tick: the median",
    fr="un point : un expert ; barre : la moitié centrale ; trait : la médiane",
)
HIGH = Text(en="share of answers from 7 to 9", fr="part des notes de 7 à 9")
USELESS, ESSENTIAL = Text(en="useless", fr="inutile"), Text(en="essential", fr="essentiel")
NOT_KEPT = Text(en="hollow: not kept", fr="en creux : non gardé")
ORDER = Text(en="same order of themes? Kendall’s W", fr="même ordre des thèmes ? W de Kendall")
COINS = Text(en="answers needed to rule out coins", fr="notes qui écartent pile ou face")
OF = Text(en="{k} of {n}", fr="{k} sur {n}")
ORIGINS = {
    "start": (Text(en="consensus from the start", fr="consensus dès le départ"), BLUE),
    "feedback": (Text(en="consensus after feedback", fr="consensus après retour"), BLUE),
    "selection": (Text(en="consensus by selection", fr="consensus par sélection"), VERMILION),
    "lost": (Text(en="consensus lost", fr="consensus perdu"), VERMILION),
    "none": (Text(en="no consensus", fr="pas de consensus"), QUIET),
}
SIZES = {"o": 1.0, "s": 0.88, "^": 1.05}  # of one area
DELPHI_SHAPES = tuple(SIZES)

TOP, ROW, BELOW = 64, 33, 74
FIRST, PITCH = 192, 27  # the place of rating 1, and from one rating to the next
COLUMNS = (464, 536, 606)
CELL = (25, 20)  # the room for the dots of one rating
LONGEST = 22  # letters of a theme


def delphi_height(themes: int) -> float:
    """The height of the picture in inches."""
    return (TOP + ROW * themes + BELOW) / 72


def draw_delphi(figure: Figure, corners: list[Any]) -> Update:
    page = sheet(figure)
    panel = corners[0].panel
    rows = [TOP + ROW * (i + 0.5) for i in range(len(panel.themes))]
    bottom = rows[-1] + ROW / 2
    _frame(page, panel, rows, bottom)
    parts = (
        _dots(page, panel, rows, bottom),
        _middles(page, rows),
        _origins(page, rows),
        _columns(page, rows, bottom),
    )

    return together(*parts)


def _place(rating: Any) -> Any:
    return FIRST + PITCH * (rating - 1)


def _move(line: Line2D, points: np.ndarray) -> None:
    """Only what moves is drawn again, and the dots take longest."""
    if not np.array_equal(line.get_xydata(), points, equal_nan=True):
        line.set_data(*points.T)


def _frame(page: Axes, panel: Any, rows: list[float], bottom: float) -> None:
    zone = (_place(6.5), _place(9.5))
    page.fill_between(zone, TOP, bottom, color=SKY, alpha=0.18, lw=0)
    write(page, 14, 40, KEY, 9.5)
    write(page, COLUMNS[1], 16, HIGH, side="center")
    page.hlines([TOP, *(y + ROW / 2 for y in rows)], 14, 638, FAINT, lw=0.8)
    for y, theme in zip(rows, panel.themes, strict=True):
        name = str(theme)
        short = name if len(name) <= LONGEST else name[: LONGEST - 1] + "…"
        write(page, 14, y - 7, short, 11, INK, bold=True, parse_math=False)
    for rating in range(1, 10):
        write(page, _place(rating), bottom + 10, number(rating), side="center")
    write(page, _place(1), bottom + 24, USELESS, side="center")
    write(page, _place(9), bottom + 24, ESSENTIAL, side="center")
    write(page, COLUMNS[0] - 40, bottom + 46, ORDER, side="right")
    write(page, COLUMNS[0] - 40, bottom + 62, COINS, side="right")


def _dots(page: Axes, panel: Any, rows: list[float], bottom: float) -> Update:
    """Every answer shown: full if its expert is kept, hollow if not; a shape a profile."""
    across, step = _grid(max(_most(panel.first), _most(panel.second)))
    size = max(2.0, step - 0.9)
    layers: dict[tuple[int, bool], Any] = {}
    for profile, shape in enumerate(DELPHI_SHAPES[: max(1, len(panel.profile_names))]):
        for kept, inside in ((True, BLUE), (False, "white")):
            (layers[profile, kept],) = page.plot(
                [], [], shape, ms=size * SIZES[shape], mfc=inside, mec=BLUE, mew=0.8, animated=True
            )
    for i, name in enumerate(panel.profile_names):
        y = bottom + 12 + 16 * i
        page.plot([19], [y], DELPHI_SHAPES[i], ms=6, color=BLUE)
        write(page, 28, y, str(name)[:LONGEST], parse_math=False)
    hollow = write(page, 14, bottom + 12 + 16 * len(panel.profile_names), NOT_KEPT, moving=True)
    title = write(page, 14, 20, "", 13, INK, bold=True, moving=True)

    def update(result: Any) -> None:
        step_shown = result.steps[result.shown]
        ratings = step_shown.ratings
        points: dict[tuple[int, bool], list[tuple[float, float]]] = {layer: [] for layer in layers}
        for y, column in zip(rows, ratings.T, strict=True):
            cells = np.rint(column)
            for rating in range(1, 10):
                people = np.flatnonzero(cells == rating)
                for rank, person in enumerate(people):
                    line, place = divmod(rank, across)
                    lines = math.ceil(len(people) / across)
                    width = min(across, len(people) - line * across)
                    spot = (
                        _place(rating) + step * (place - (width - 1) / 2),
                        y - 4 + step * (line - (lines - 1) / 2),
                    )
                    points[int(panel.profiles[person]), bool(person < result.kept)].append(spot)
        for layer, places in points.items():
            _move(layers[layer], np.array(places).reshape(-1, 2))
        hollow.set_visible(len(ratings) > result.kept)
        title.set_text(STEPS[result.shown][2].format(n=step_shown.experts))

    return update


def _most(ratings: np.ndarray) -> int:
    """The most experts who gave one theme the same rating."""
    cells = np.rint(ratings)
    return max(int((cells == rating).sum(axis=0).max()) for rating in range(1, 10))


def _grid(most: int) -> tuple[int, float]:
    """How many dots stand side by side in a cell, and how far apart."""
    for step in np.arange(6.5, 1, -0.25):
        across, down = int(CELL[0] // step), int(CELL[1] // step)
        if across * down >= most:
            break
    return across, float(step)


def _middles(page: Axes, rows: list[float]) -> Update:
    """The middle half and the median: now, and thin in grey of all in round 1."""
    lines = {}
    for name, color, width, below in (("before", GREY, 2, 13), ("now", BLUE, 3.2, 9.5)):
        (bar,) = page.plot([], [], color=color, lw=width, solid_capstyle="butt", animated=True)
        (tick,) = page.plot([], [], color=QUIET if name == "before" else INK, lw=2, animated=True)
        tick.set_solid_capstyle("butt")
        lines[name] = bar, tick, [y + below for y in rows]

    def update(result: Any) -> None:
        both = {"before": result.steps["all_first"], "now": result.steps[result.shown]}
        for name, step in both.items():
            bar, tick, heights = lines[name]
            first, median, third = (_place(column) for column in step.quartiles.T)
            blank = np.full(len(rows), np.nan)
            ends = np.column_stack([first - 1.5, third + 1.5, blank]).ravel()
            _move(bar, np.column_stack([ends, np.repeat(heights, 3)]))
            reach = 2 if name == "before" else 3.5
            tops = np.column_stack([np.array(heights) - reach, np.array(heights) + reach, blank])
            _move(tick, np.column_stack([np.repeat(median, 3), tops.ravel()]))
        for artist in lines["before"][:2]:
            artist.set_visible(result.shown != "all_first")

    return update


def _origins(page: Axes, rows: list[float]) -> Update:
    """Where the consensus on each theme comes from, once round 2 is shown."""
    notes = [write(page, 14, y + 8, moving=True) for y in rows]

    def update(result: Any) -> None:
        for note, origin in zip(notes, origins(result), strict=True):
            words, color = ORIGINS[origin]
            note.set_text(str(words))
            emphasise(note, color == VERMILION, color)
            note.set_visible(result.shown == "kept_second")

    return update


def _columns(page: Axes, rows: list[float], bottom: float) -> Update:
    """The share of answers from 7 to 9 up to the step shown, and under it what it is worth."""
    band = page.bar([0], [bottom + 70 - 26], width=70, bottom=26, color=FAINT, animated=True)[0]
    band.set(alpha=0.45, zorder=0.5)
    columns = []
    for x, (key, (turn, who, _)) in zip(COLUMNS, STEPS.items(), strict=True):
        columns.append(_column(page, x, key, (turn, who), rows, bottom))

    def update(result: Any) -> None:
        band.set_x(COLUMNS[list(STEPS).index(result.shown)] - 35)
        for column in columns:
            column(result)

    return update


def _column(
    page: Axes, x: float, key: str, titles: tuple[Text, Text], rows: list[float], bottom: float
) -> Callable[[Any], None]:
    write(page, x, 36, titles[0], 10.5, INK, "center")
    who = write(page, x, 52, "", 10.5, INK, "center", moving=True)
    shares = [write(page, x, y, "", 12.5, side="center", moving=True) for y in rows]
    w = write(page, x, bottom + 46, "", 11, INK, "center", moving=True)
    needed = write(page, x, bottom + 62, "", 10.5, INK, "center", moving=True)

    def update(result: Any) -> None:
        step = result.steps[key]
        for text in (*shares, w, needed):
            text.set_visible(key in _until(result.shown))
        who.set_text(titles[1].format(n=step.experts))
        for text, share, reached in zip(shares, step.high_shares, step.reached, strict=True):
            text.set_text(percent(share, 0))
            emphasise(text, bool(reached), BLUE if reached else INK)
        w.set_text(number(step.w, 2))
        needed.set_text(OF.format(k=step.needed, n=step.experts) if step.needed else "–")

    return update


def _until(shown: str) -> list[str]:
    """The steps up to the one shown."""
    return list(STEPS)[: list(STEPS).index(shown) + 1]


def origins(result: Any) -> list[str]:
    """For each theme: is there a consensus at the end, and since which step?"""
    found = []
    for start, kept, end in zip(*(step.reached for step in result.steps.values()), strict=True):
        if not end:
            found.append("lost" if start or kept else "none")
        elif start:
            found.append("start")
        else:
            found.append("selection" if kept else "feedback")
    return found


def tell_delphi(result: Any) -> str:
    counts = [
        _COUNT[name].format(n=result.steps[name].experts, k=int(result.steps[name].reached.sum()))
        for name in _until(result.shown)
    ]
    said = [
        _COUNTS.format(
            weighed=_WEIGHED[result.weighting],
            themes=len(result.panel.themes),
            threshold=percent(result.threshold, 0),
            counts=", ".join(counts),
        )
    ]
    chosen = [
        str(theme)
        for theme, origin in zip(result.panel.themes, origins(result), strict=True)
        if origin == "selection"
    ]
    if chosen and result.shown == "kept_second":
        said.append((_ONE_CHOSEN if len(chosen) == 1 else _CHOSEN).format(names=_listed(chosen)))
    step = result.steps[result.shown]
    if not math.isnan(step.w):
        chance = percent(step.p_value, 0 if step.p_value >= 0.01 else 1)
        said.append(_W.format(w=number(step.w, 2), chance=chance))
    return " ".join(said)


def _listed(names: list[str]) -> str:
    return ", ".join(_QUOTED.format(name=name) for name in names)


_QUOTED = Text(en='"{name}"', fr="« {name} »")
_WEIGHED = {
    "none": Text(en="", fr=""),
    "expertise": Text(en=", each weighed by expertise,", fr=", chacun pesant son expertise,"),
    "squared": Text(
        en=", each weighed by the square of expertise,",
        fr=", chacun pesant le carré de son expertise,",
    ),
}
_COUNTS = Text(
    en="Themes agreed on, out of {themes}, if {threshold} of the experts{weighed} must answer 7 to "
    "9: {counts}.",
    fr="Thèmes qui font consensus, sur {themes}, s’il faut que {threshold} des experts{weighed} "
    "notent de 7 à 9 : {counts}.",
)
_COUNT = {
    "all_first": Text(en="{k} in round 1 with all {n}", fr="{k} au tour 1 avec les {n}"),
    "kept_first": Text(
        en="{k} in round 1 with the {n} kept", fr="{k} au tour 1 avec les {n} gardés"
    ),
    "kept_second": Text(
        en="{k} in round 2 with the {n} asked again", fr="{k} au tour 2 avec les {n}"
    ),
}
_ONE_CHOSEN = Text(
    en="{names} owes its consensus to the choice of experts: nobody had to change their mind.",
    fr="{names} doit son consensus au choix des experts : personne n’a eu à changer d’avis.",
)
_CHOSEN = Text(
    en="{names} owe their consensus to the choice of experts: nobody had to change their mind.",
    fr="{names} doivent leur consensus au choix des experts : personne n’a eu à changer d’avis.",
)
_W = Text(
    en="On the order of the themes, Kendall’s W is {w}; ranks drawn by lot do as well in about "
    "{chance} of cases.",
    fr="Sur l’ordre des thèmes, le W de Kendall vaut {w} ; des rangs tirés au sort font aussi bien "
    "dans {chance} des cas environ.",
)
