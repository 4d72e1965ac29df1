"""Retention: the rates of a mix and of its two kinds, and who is left, beside real subscribers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from mktlib.core.figure import BLUE, FAINT, GREEN, GREY, INK, QUIET, VERMILION, tidy, write_percent
from mktlib.core.sheet import apart, key, line, place, sheet, together, write
from mktlib.core.text import Text, number, percent

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from mktlib.core.lab import Update

RATES = Text(
    en="share who stay, of those there a year before", fr="part qui reste, de ceux d’il y a un an"
)
LEFT_OF_ALL = Text(en="who is left, of 100 who came", fr="qui reste, de 100 venus")
YEAR = Text(en="year", fr="année")
REAL = Text(en="real subscribers", fr="vrais abonnés")
LAW = Text(en="sBG curve", fr="courbe sBG")
NAMES = {
    "loyal": Text(en="loyal", fr="fidèles"),
    "fleeting": Text(en="fleeting", fr="volages"),
    "all": Text(en="all", fr="tous"),
}
COLORS = {"loyal": BLUE, "fleeting": VERMILION, "all": INK}
APART = Text(en="kept apart", fr="mises de côté")
ALL_STAY = Text(en="all, from year 1 to {last}", fr="l’ensemble, de l’an 1 à l’an {last}")
LOYAL_LEFT = Text(en="loyal, among those who are left", fr="fidèles, parmi ceux qui restent")
OFF = Text(en="your mix, up to year {fitted}", fr="votre mélange, jusqu’à l’an {fitted}")
POINTS = Text(en="{off} points off", fr="écart en points : {off}")
LAST_LEFT = Text(en="left in year {last}, of 100", fr="restants en l’an {last}, sur 100")
COUNTS = (
    (INK, Text(en="your mix", fr="votre mélange")),
    (GREEN, LAW),
    (QUIET, REAL),
    (GREY, Text(en="if year 1 lasted", fr="si l’an 1 durait")),
)
CLOSE = 0.025  # a distance at which the mix imitates the real ones

LEFT, WIDTH = 48, 322
TOP, HEIGHT = 48, 150
LOW_TOP, LOW_HEIGHT = 242, 74
SIDE, SIDE_WIDTH = 466, 168
COUNTS_LEFT, COUNTS_WIDTH = SIDE + 94, 44


def draw_retention(figure: Figure, corners: list[Any]) -> Update:
    page = sheet(figure)
    some = corners[0]
    years = some.mix.index.to_numpy()
    rates, left = (
        place(figure, LEFT, TOP, WIDTH, HEIGHT),
        place(figure, LEFT, LOW_TOP, WIDTH, LOW_HEIGHT),
    )
    for axes in (rates, left):
        axes.set(xlim=(-0.5, years[-1] + 0.5), ylim=(0, 1))
        axes.set_yticks([0, 0.5, 1])
        tidy(axes, hide=("left",), grid="y")
        axes.axvspan(some.fitted_years + 0.5, years[-1] + 0.5, color=FAINT, alpha=0.5, lw=0)
    rates.set_xticks(years, [])
    left.set_xticks(years)
    write_percent(rates.yaxis)
    left.set_yticks([0, 0.5, 1], [number(n) for n in (0, 50, 100)])
    write(page, 14, 14, RATES, 11, INK, bold=True)
    write(page, 14, LOW_TOP - 18, LEFT_OF_ALL, 11, INK, bold=True)
    write(page, LEFT + WIDTH + 4, LOW_TOP + LOW_HEIGHT + 10, YEAR)
    write(page, LEFT + WIDTH - 62, 33, APART, 9.5, side="center")
    return together(_rates(page, rates), _left(page, left, years), _side(page, some))


def _rates(page: Axes, axes: Axes) -> Update:
    """Retention by year: two flat lines, and the one of all, that rises."""
    page.plot([LEFT + 4], [33], "o", ms=7, mfc="white", mec=QUIET, mew=1.6)
    write(page, LEFT + 12, 33, REAL, 9.5)
    page.plot([LEFT + 122, LEFT + 142], [33] * 2, color=GREEN, lw=2, ls=(0, (4, 2)))
    write(page, LEFT + 148, 33, LAW, 9.5, GREEN)
    law = line(axes, GREEN, 2, ls=(0, (4, 2)))
    flat = {name: line(axes, COLORS[name], 2.2) for name in ("loyal", "fleeting")}
    total = line(axes, INK, 3.6, marker="D", ms=6)
    (real,) = axes.plot([], [], "o", ms=6.5, mfc="white", mec=QUIET, mew=1.6, animated=True)
    labels = {
        name: write(page, LEFT + WIDTH + 4, 0, "", 12, color, bold=name == "all", moving=True)
        for name, color in COLORS.items()
    }
    for artist in (*flat.values(), total, real):
        artist.set_clip_on(False)
    real.set_zorder(4)

    def update(result: Any) -> None:
        years = result.mix.index.to_numpy()
        overall = result.mix["retention_rate"].to_numpy()
        total.set_data(years[1:], overall[1:])
        real.set_data(years[1:], result.real["retention_rate"].to_numpy()[1:])
        law.set_data(years[1:], result.curve["retention_rate"].to_numpy()[1:])
        ends = {"loyal": result.loyal_retention, "fleeting": result.fleeting_retention}
        present = {"loyal": result.loyal_share > 0, "fleeting": result.loyal_share < 1}
        for name, artist in flat.items():
            artist.set_data(years[[1, -1]], [ends[name]] * 2)
            artist.set_visible(present[name])
            labels[name].set_visible(present[name])
        ends = {name: end for name, end in ends.items() if present[name]} | {"all": overall[-1]}
        places = apart([TOP + HEIGHT * (1 - end) for end in ends.values()], 16)
        for (name, end), y in zip(ends.items(), places, strict=True):
            labels[name].set_text(f"{percent(end, 0)} {NAMES[name]}")
            labels[name].set_y(y)

    return update


def _left(page: Axes, axes: Axes, years: np.ndarray) -> Update:
    """Those who are left of a hundred: the loyal below, the fleeting above."""
    y = LOW_TOP - 18
    for x, name in ((LEFT + 206, "loyal"), (LEFT + 266, "fleeting")):
        key(page, x, y, COLORS[name], NAMES[name])
    loyal, fleeting = (
        axes.bar(years, [0] * len(years), width=0.62, color=COLORS[name], animated=True)
        for name in ("loyal", "fleeting")
    )
    (real,) = axes.plot([], [], "o", ms=6.5, mfc="white", mec=QUIET, mew=1.6, animated=True)
    real.set_clip_on(False)
    real.set_zorder(4)

    def update(result: Any) -> None:
        parts = result.mix[["loyal", "fleeting"]].to_numpy()
        for below, above, (stay, pass_by) in zip(loyal, fleeting, parts, strict=True):
            below.set_height(stay)
            above.set_y(stay)
            above.set_height(pass_by)
        real.set_data(years, result.real["survival_share"].to_numpy())

    return update


def _side(page: Axes, some: Any) -> Update:
    """What rises, why it rises, and how many are left in the end, told in four ways."""
    last = some.mix.index[-1]
    rising = ALL_STAY.format(last=number(last))
    blocks = []
    for y, words, color in ((14, rising, INK), (74, LOYAL_LEFT, BLUE)):
        write(page, SIDE, y, words)
        blocks.append(write(page, SIDE, y + 25, "", 19, color, bold=True, moving=True))
    page.hlines(122, SIDE, SIDE + SIDE_WIDTH, FAINT, lw=1)
    write(page, SIDE, 139, OFF.format(fitted=number(some.fitted_years)))
    off = write(page, SIDE, 161, "", 13, INK, bold=True, moving=True)
    page.hlines(184, SIDE, SIDE + SIDE_WIDTH, FAINT, lw=1)
    write(page, SIDE, 204, LAST_LEFT.format(last=number(last)), 11, INK, bold=True)
    rows = []
    for i, (color, words) in enumerate(COUNTS):
        y = 230 + 26 * i
        write(page, SIDE, y, words)
        bar = page.barh([y], [0], left=COUNTS_LEFT, height=14, color=color, animated=True)[0]
        rows.append((bar, write(page, 0, y - 0.5, "", 12, INK, bold=not i, moving=True)))

    def update(result: Any) -> None:
        mix = result.mix
        for text, column, first in zip(
            blocks, ("retention_rate", "loyal_share"), (1, 0), strict=True
        ):
            start, end = mix.loc[first, column], mix.loc[last, column]
            text.set_text(f"{percent(start, 0)} → {percent(end, 0)}")
        off.set_text(POINTS.format(off=number(100 * result.distance_share, 1)))
        left = [table.loc[last, "survival_share"] for table in (mix, result.curve, result.real)]
        for (bar, text), share in zip(rows, (*left, result.if_first_year_lasted), strict=True):
            bar.set_width(COUNTS_WIDTH * share)
            text.set_x(COUNTS_LEFT + COUNTS_WIDTH * share + 5)
            text.set_text(people(share))

    return update


def people(share: float) -> str:
    """So many of a hundred: a decimal where they are few."""
    return number(100 * share, 0 if share >= 0.1 else 1)


def tell_retention(result: Any) -> str:
    mix, last = result.mix, result.mix.index[-1]
    start, end = mix.loc[1, "retention_rate"], mix.loc[last, "retention_rate"]
    mixed = 0 < result.loyal_share < 1 and result.loyal_retention > result.fleeting_retention
    said = (_RISES if mixed else _FLAT).format(
        start=percent(start, 0),
        end=percent(end, 0),
        last=number(last),
        before=percent(result.loyal_share, 0),
        after=percent(mix.loc[last, "loyal_share"], 0),
    )
    real = result.real["retention_rate"]
    beside = _REAL.format(
        start=percent(real[1], 0),
        end=percent(real[last], 0),
        fitted=number(result.fitted_years),
        off=number(100 * result.distance_share, 1),
    )
    if not mixed:
        return f"{said} {beside}"
    lasting = _LASTING.format(
        left=people(mix.loc[last, "survival_share"]),
        believed=people(result.if_first_year_lasted),
        last=number(last),
    )
    enough = f" {_ENOUGH}" if result.distance_share < CLOSE else ""
    return f"{said} {lasting} {beside}{enough}"


_RISES = Text(
    en="Nobody becomes more loyal, and yet the rate of all rises from {start} to {end}: those who "
    "would go have gone, and the loyal grow from {before} to {after} of those who are left.",
    fr="Personne ne devient plus fidèle, et pourtant le taux d’ensemble monte de {start} à {end} : "
    "ceux qui devaient partir sont partis, et les fidèles passent de {before} à {after} de ceux qui "
    "restent.",
)
_FLAT = Text(
    en="There is one kind of customer only, and the rate of all stays at {end} every year: no mix, "
    "no rise.",
    fr="Il n’y a qu’une sorte de clients, et le taux d’ensemble reste à {end} chaque année : pas de "
    "mélange, pas de hausse.",
)
_LASTING = Text(
    en="Who took the first year’s rate for a law would expect {believed} left of 100 in year {last}, "
    "not {left}.",
    fr="Qui prendrait le taux du premier an pour une loi en attendrait encore {believed} sur 100 en "
    "l’an {last}, et non {left}.",
)
_REAL = Text(
    en="Real ones: from {start} to {end}; your mix is off by {off} points up to year {fitted}.",
    fr="Les vrais abonnés : de {start} à {end} ; jusqu’à l’an {fitted}, votre mélange s’en écarte, en "
    "points, de {off}.",
)
_ENOUGH = Text(
    en="People who never change are enough to imitate them; that does not prove that nobody did.",
    fr="Des gens qui ne changent jamais suffisent à les imiter ; cela ne prouve pas que personne "
    "n’a changé.",
)
