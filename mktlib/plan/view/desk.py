"""Plan desk: leads month by month, push against pull, and what the plan is worth to twenty.

Push is vermilion and pull blue, as everywhere; a grey ring is 60:40 in the same market.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from mktlib.core.figure import BLUE, FAINT, GREEN, GREY, INK, QUIET, VERMILION, tidy, write_number
from mktlib.core.sheet import apart, area, line, outline, place, sheet, together, write
from mktlib.core.text import Text, money, number

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from mktlib.core.lab import Update

NAMES = {"push": Text(en="push", fr="push"), "pull": Text(en="pull", fr="pull")}
COLORS = {"push": VERMILION, "pull": BLUE}
LEADS = Text(
    en="leads a month: the middle market, and 8 in 10",
    fr="leads par mois : le marché du milieu, et 8 sur 10",
)
MONTH = Text(en="month", fr="mois")
VALUE = Text(en="value in each market", fr="valeur dans chaque marché")
RECIPE = Text(en="60:40 there", fr="60/40 au même endroit")
MINE = Text(en="this plan", fr="ce plan")
BETTER = Text(en="better than 60:40 in", fr="meilleur que 60/40 dans")
OF_ALL = Text(en="{better} of {all}", fr="{better} sur {all}")
MIDDLE = Text(en="value in the middle", fr="valeur au milieu")
FOLLOWERS = Text(en="followers, 31 December", fr="abonnés au 31 décembre")

LEFT, TOP, WIDTH, HEIGHT = 40, 46, 216, 246
STRIP, STRIP_WIDTH = 318, 168
SUMS = 508
BAND = (10, 90)  # percentiles: eight markets in ten


def draw_desk(figure: Figure, corners: list[Any]) -> Update:
    page = sheet(figure)
    months = np.arange(1, corners[0].leads["push"].shape[1] + 1)
    highest = max(
        np.percentile(leads, BAND[1], axis=0).max()
        for run in corners
        for leads in run.leads.values()
    )
    leads = place(figure, LEFT, TOP, WIDTH, HEIGHT)
    leads.set(xlim=(1, months[-1]), ylim=(0, 1.08 * highest))
    leads.set_xticks([1, 4, 7, 10, 12])
    write_number(leads.yaxis)
    tidy(leads, hide=("left",), grid="y")
    write(page, 14, 16, LEADS, 10.5, INK, bold=True)
    write(page, LEFT + WIDTH / 2, TOP + HEIGHT + 28, MONTH, side="center")

    values = np.array([each for run in corners for each in (run.value_eur, run.recipe_eur)])
    low, high = values.min(), values.max()
    room = 0.04 * (high - low)
    strip = place(figure, STRIP, TOP, STRIP_WIDTH, HEIGHT)
    many = len(corners[0].value_eur)
    strip.set(xlim=(low - room, high + room), ylim=(many - 0.3, -0.7), yticks=[])
    strip.set_xticks(_rounds(low, high), [f"{number(eur / 1000)}" for eur in _rounds(low, high)])
    tidy(strip, hide=("left",), grid="x")
    strip.axvline(0, color=QUIET, lw=1)
    write(page, STRIP, 16, VALUE, 10.5, INK, bold=True)
    write(
        page,
        STRIP + STRIP_WIDTH / 2,
        TOP + HEIGHT + 28,
        Text(en="thousands of euros", fr="milliers d’euros"),
        side="center",
    )
    return together(_leads(page, leads, months), _values(page, strip, corners[0]), _sums(page))


def _rounds(low: float, high: float) -> list[float]:
    """Three or four round amounts between two."""
    step = next(s for s in (50_000, 100_000, 200_000, 500_000, 1e9) if (high - low) / s <= 4.5)
    return [float(eur) for eur in np.arange(np.ceil(low / step), high / step) * step]


def _leads(page: Axes, axes: Axes, months: np.ndarray) -> Update:
    grounds = {name: area(axes, COLORS[name], 0.15) for name in NAMES}
    lines = {name: line(axes, COLORS[name], 3) for name in NAMES}
    labels = {
        name: write(page, LEFT + WIDTH + 6, 0, called, 12, COLORS[name], bold=True, moving=True)
        for name, called in NAMES.items()
    }
    highest = axes.get_ylim()[1]

    def update(run: Any) -> None:
        ends = []
        for name in NAMES:
            low, middle, high = np.percentile(run.leads[name], (BAND[0], 50, BAND[1]), axis=0)
            grounds[name].set_xy(outline(months, low, high))
            lines[name].set_data(months, middle)
            ends.append(TOP + HEIGHT * (1 - middle[-1] / highest))
        for label, y in zip(labels.values(), apart(ends, 16), strict=True):
            label.set_y(y)

    return update


def _values(page: Axes, axes: Axes, first: Any) -> Update:
    """A row a market, the best for 60:40 on top."""
    order = np.argsort(-first.recipe_eur)
    rows = np.arange(len(order))
    axes.plot(first.recipe_eur[order], rows, "o", ms=6, mfc="white", mec=QUIET, mew=1.2)
    axes.hlines(rows, *axes.get_xlim(), color=FAINT, lw=0.5, zorder=0.5)
    gains = {color: line(axes, color, 2.4) for color in (GREEN, VERMILION)}
    (dots,) = axes.plot([], [], "o", ms=6.5, color=INK, animated=True)
    page.plot([STRIP + 3], [32], "o", ms=6.5, color=INK)
    write(page, STRIP + 11, 32, MINE, 9.5)
    page.plot([STRIP + 66], [32], "o", ms=6, mfc="white", mec=QUIET, mew=1.2)
    write(page, STRIP + 74, 32, RECIPE, 9.5)

    def update(run: Any) -> None:
        mine, recipe = run.value_eur[order], run.recipe_eur[order]
        dots.set_data(mine, rows)
        for color, chosen in ((GREEN, mine > recipe), (VERMILION, mine <= recipe)):
            ends = np.column_stack([recipe, mine, np.full(len(rows), np.nan)])[chosen].ravel()
            gains[color].set_data(ends, np.repeat(rows[chosen], 3))

    return update


def _sums(page: Axes) -> Update:
    """Three numbers: markets won, the value in the middle, and what the counter says."""
    said = []
    for y, words, color, size in (
        (62, BETTER, INK, 20),
        (142, MIDDLE, INK, 20),
        (222, FOLLOWERS, GREY, 20),
    ):
        write(page, SUMS, y, words, 8.5)
        said.append(write(page, SUMS, y + 22, "", size - 4, color, bold=True, moving=True))
    said[2].set_color(QUIET)

    def update(run: Any) -> None:
        said[0].set_text(OF_ALL.format(better=number(run.better), all=number(len(run.value_eur))))
        said[1].set_text(money(float(np.median(run.value_eur))))
        said[2].set_text(number(float(np.median(run.followers))))

    return update


def tell_desk(run: Any) -> str:
    best, worst = run.value_eur.max(), run.value_eur.min()
    said = (_SAME if run.better + run.worse == 0 else _SAID).format(
        better=number(run.better),
        worse=number(run.worse),
        middle=money(float(np.median(run.value_eur))),
        best=money(float(best)),
        worst=money(float(worst)),
    )
    push, pull = (float(np.median(run.leads[name].sum(axis=1))) for name in ("push", "pull"))
    return f"{said} {_LEADS.format(push=number(push), pull=number(pull))}"


_SAID = Text(
    en="Better than 60:40 for {better} neighbours, worse for {worse}. The same plan is worth "
    "{worst} to the unluckiest, {middle} in the middle, {best} to the luckiest.",
    fr="Meilleur que 60/40 pour {better} voisins, moins bon pour {worse}. Le même plan vaut "
    "{worst} au moins chanceux, {middle} au milieu, {best} au plus chanceux.",
)
_SAME = Text(
    en="This is 60:40 itself, or as good. The same plan is worth {worst} to the unluckiest, "
    "{middle} in the middle, {best} to the luckiest.",
    fr="C’est 60/40 même, ou aussi bon. Le même plan vaut {worst} au moins chanceux, {middle} au "
    "milieu, {best} au plus chanceux.",
)
_LEADS = Text(
    en="Leads of the year in the middle: {push} by push, {pull} by pull.",
    fr="Leads de l’année au milieu : {push} par le push, {pull} par le pull.",
)
