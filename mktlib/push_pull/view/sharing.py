"""Sharing: a hundred cascades from the smallest to the largest, and what two posts reach."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from mktlib.core.figure import BLUE, FAINT, GREEN, GREY, INK, QUIET, tidy, write_number
from mktlib.core.sheet import emphasise, few, key, line, place, sheet, sticks, together, write
from mktlib.core.text import Text, number, percent

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from mktlib.core.lab import Update

HUNDRED = Text(
    en="100 first readers, one bar each: how many people they reach through sharing",
    fr="100 premiers lecteurs, une barre chacun : combien de personnes ils touchent par partage",
)
NAMES = {
    "local": Text(en="Local post", fr="Publication locale"),
    "global": Text(en="Global post", fr="Publication globale"),
}
COLORS = {"local": BLUE, "global": GREEN}
RATE = Text(en="R = {rate}", fr="R = {rate}")
STOP = Text(
    en="{n} pass it on to nobody (1: oneself)",
    fr="{n} sans aucun partage (1 : soi-même)",
)
MEAN = Text(en="mean {mean}", fr="moyenne {mean}")
LARGE = Text(en="100 people or more: {share}", fr="100 personnes ou plus : {share}")
REACH = Text(en="people reached in all", fr="personnes touchées en tout")
BY_POST = Text(en="by the post itself", fr="par la publication")
BY_SHARING = Text(en="by sharing", fr="par partage")
NEEDED = Text(
    en="the local post wins above R = {match}",
    fr="la publication locale gagne au-dessus de R = {match}",
)
ANYWAY = Text(
    en="the local post wins whatever its R", fr="la publication locale gagne quel que soit son R"
)
SUM = Text(en="{seed} × {times}", fr="{seed} × {times}")

TOP, HEIGHT = 76, 130
LEAST = 0.7  # people: the foot of the bars
COLUMNS = {"local": (44, 266), "global": (366, 266)}  # left, width
BARS, BARS_WIDTH, MOST = 164, 366, 8000
ROWS = {"local": 276, "global": 312}


def draw_sharing(figure: Figure, corners: list[Any]) -> Update:
    page = sheet(figure)
    write(page, 14, 16, HUNDRED, 11, INK, bold=True)
    largest = corners[0].largest
    return together(*(_hundred(figure, page, name, largest) for name in NAMES), _reach(page))


def _hundred(figure: Figure, page: Axes, name: str, largest: int) -> Update:
    """A hundred cascades in order of size: grey where nobody shares."""
    left, width = COLUMNS[name]
    axes = place(figure, left, TOP, width, HEIGHT)
    axes.set(xlim=(0, 101), ylim=(LEAST, largest), yscale="log", xticks=[])
    axes.set_yticks([1, 10, 100, 1000, 10_000])
    axes.minorticks_off()
    write_number(axes.yaxis)
    tidy(axes, hide=("left", "bottom"), grid="y")
    color = COLORS[name]
    write(page, left, 44, NAMES[name], 14, color, bold=True)
    rate = write(page, left + width, 44, "", 14, color, "right", bold=True, moving=True)
    (silent,) = axes.plot([], [], "o", ms=3.4, color=GREY, mec=QUIET, mew=0.4, animated=True)
    stems = line(axes, color, 1.9, solid_capstyle="butt")
    (heads,) = axes.plot([], [], "o", ms=3.8, color=color, animated=True)
    mean_line = line(axes, INK, 1.2, ls=(0, (4, 3)))
    mean_said = write(page, left + 6, 0, "", 10.5, INK, moving=True, bold=True)
    stop = write(page, left, TOP + HEIGHT + 12, "", 11, INK, moving=True, bold=True)
    large = write(page, left + width, 62, "", 10, QUIET, "right", moving=True)
    places = np.arange(1, 101)

    def update(result: Any) -> None:
        sizes, mean = result.sizes[name], result.posts.loc[name, "mean"]
        shared = sizes > 1
        silent.set_data(places[~shared], sizes[~shared])
        stems.set_data(*sticks(places[shared], np.full(shared.sum(), LEAST), sizes[shared]))
        heads.set_data(places[shared], sizes[shared])
        mean_line.set_data([0, 101], [mean, mean])
        mean_said.set_y(_height(mean, largest) - 9)
        mean_said.set_text(MEAN.format(mean=few(mean)))
        rate.set_text(RATE.format(rate=number(result.posts.loc[name, "reproduction"], 2)))
        stop.set_text(STOP.format(n=number(100 * result.silent_share[name])))
        large.set_text(LARGE.format(share=percent(result.large_share[name], 1)))

    return update


def _height(people: float, largest: int) -> float:
    """The height on the sheet of a number of people."""
    return float(TOP + HEIGHT * (1 - np.log(people / LEAST) / np.log(largest / LEAST)))


def _reach(page: Axes) -> Update:
    """What each post reaches: its own audience, and what sharing adds."""
    page.hlines(232, 14, 634, FAINT, lw=1)
    write(page, 14, 250, REACH, 11, INK, bold=True)
    for x, words, alpha in ((BARS + 196, BY_POST, 1), (BARS + 350, BY_SHARING, 0.4)):
        key(page, x, 250, QUIET, words, alpha)
    unit = BARS_WIDTH / MOST
    rows = {}
    for name, y in ROWS.items():
        write(page, 14, y, NAMES[name], 12, COLORS[name], bold=True)
        seed, more = (
            page.barh([y], [0], height=18, color=COLORS[name], alpha=alpha, animated=True)[0]
            for alpha in (1, 0.4)
        )
        seed.set_x(BARS)
        total = write(page, 0, y - 1, "", 15, COLORS[name], moving=True)
        product = write(page, BARS, y + 17, "", 9.5, moving=True)
        rows[name] = seed, more, total, product
    needed = write(page, 634, ROWS["global"] + 17, "", 11, BLUE, "right", bold=True, moving=True)

    def update(result: Any) -> None:
        winner = result.posts["reach"].idxmax()
        for name, (seed, more, total, product) in rows.items():
            row = result.posts.loc[name]
            first = unit * min(row["seed"], MOST)
            end = unit * min(row["reach"], MOST)
            seed.set_width(first)
            more.set_x(BARS + first)
            more.set_width(end - first)
            beyond = "▸ " if row["reach"] > MOST else ""
            total.set_x(BARS + end + 6)
            total.set_text(f"{beyond}{number(row['reach'])}")
            emphasise(total, name == winner, COLORS[name])
            product.set_text(SUM.format(seed=number(row["seed"]), times=few(row["mean"])))
        match = result.posts.loc["local", "reproduction_to_match"]
        needed.set_text(NEEDED.format(match=needed_rate(match)) if match else str(ANYWAY))

    return update


def needed_rate(match: float) -> str:
    return number(match, 2 if match < 0.99 else 4)


def tell_sharing(result: Any) -> str:
    local, world = result.posts.loc["local"], result.posts.loc["global"]
    silent = (_SILENT if local["reproduction"] else _NO_SHARING).format(
        rate=number(local["reproduction"], 2),
        silent=percent(result.silent_share["local"], 0),
        mean=few(local["mean"]),
        below=number(100 * result.below_mean_share["local"]),
    )
    match = local["reproduction_to_match"]
    wins = local["reach"] > world["reach"]
    said = (_LOCAL if wins else _GLOBAL).format(
        local=number(local["reach"]), world=number(world["reach"]), match=needed_rate(match)
    )
    if match == 0:
        said = _ANYWAY.format(local=number(local["reach"]), world=number(world["reach"]))
    return f"{silent} {said}"


_SILENT = Text(
    en="At R = {rate}, {silent} of first readers pass the local post on to nobody; the mean of "
    "{mean} is made by a few, {below} cascades of 100 stay below it.",
    fr="À R = {rate}, {silent} des premiers lecteurs ne transmettent la publication locale à personne ; la "
    "moyenne de {mean} est faite par quelques-uns, {below} cascades sur 100 restent au-dessous.",
)
_NO_SHARING = Text(
    en="At R = 0 nobody passes the local post on: its first readers are all it has.",
    fr="À R = 0, personne ne transmet la publication locale : ses premiers lecteurs sont tout ce qu’elle a.",
)
_LOCAL = Text(
    en="The local post ends up with {local} people against {world}: it needs R above {match}.",
    fr="La publication locale finit à {local} personnes contre {world} : il lui faut R au-dessus de "
    "{match}.",
)
_GLOBAL = Text(
    en="The global post ends up ahead, {world} people against {local}: the local one would need R "
    "above {match}.",
    fr="La publication globale finit devant, {world} personnes contre {local} : il faudrait à la locale R "
    "au-dessus de {match}.",
)
_ANYWAY = Text(
    en="The local post ends up with {local} people against {world}: its audience alone is enough.",
    fr="La publication locale finit à {local} personnes contre {world} : son seul public suffit.",
)
