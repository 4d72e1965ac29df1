"""The affinity map: size against affinity on the left, the cost of the target on the right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from mktlib.core.figure import BLUE, FAINT, GREY, INK, QUIET, SKY, VERMILION, tidy, write_percent
from mktlib.core.sheet import emphasise, place, sheet, together, write
from mktlib.core.text import Text, money, number, percent

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from mktlib.core.lab import Update

INDEX = Text(en="affinity index; 100 = {base}", fr="indice d’affinité ; 100 = {base}")
BASES = {
    "adults_2021": Text(en="all adults, 2021", fr="tous les adultes, 2021"),
    "online_2016": Text(en="online adults, 2016", fr="les internautes, 2016"),
    "adults_2016": Text(en="all adults, 2016", fr="tous les adultes, 2016"),
}
SIZE = Text(en="size: share of the target who use it", fr="taille : part de la cible qui l’utilise")
COST = Text(en="1,000 contacts in the target", fr="1 000 contacts dans la cible")
ONLY_TARGET = Text(
    en="€10 per 1,000 of anybody; only the target counts",
    fr="10 € les 1 000 contacts, mais seule la cible compte",
)
SHORT_INDEX = Text(en="index", fr="indice")
MORE = Text(
    en="used more by the target than by others", fr="la cible l’utilise plus que les autres"
)
LESS = Text(en="used less", fr="la cible l’utilise moins")
TRAP = Text(
    en="○ and | : on the right base, all adults of 2021",
    fr="○ et | : sur la bonne base, tous les adultes de 2021",
)
NO_FIGURE = Text(en="no figure in 2016: {listed}", fr="sans chiffre en 2016 : {listed}")
ON_TOP = Text(
    en="light blue: the {premium} more of {name}", fr="bleu clair : les {premium} de plus de {name}"
)

LEFT, TOP, WIDTH, HEIGHT = 40, 36, 316, 252
LOWEST, HIGHEST = 14, 320  # the indices drawn
LEAST = 20  # an index below it stands here, and is written
NAMES, INDICES, BARS, BARS_WIDTH, COSTS = 382, 490, 500, 82, 634
ROW = 30
MOST_EUR = 80  # the bars end here
DOT = 13


def draw_affinity_map(figure: Figure, corners: list[Any]) -> Update:
    page = sheet(figure)
    axes = place(figure, LEFT, TOP, WIDTH, HEIGHT)
    axes.set(xlim=(0, 1), ylim=(_height(LOWEST), _height(HIGHEST)))
    axes.set_yticks([_height(index) for index in (25, 50, 100, 200)], ["25", "50", "100", "200"])
    axes.set_xticks(np.arange(0, 1.01, 0.2))
    write_percent(axes.xaxis)
    tidy(axes, hide=("left",), grid="y")
    axes.axhspan(0, _height(HIGHEST), color=SKY, alpha=0.13, lw=0)
    axes.axhline(0, color=INK, lw=1.2)
    write(axes, 0.008, _height(HIGHEST) - 0.14, MORE, color=BLUE)
    write(axes, 0.99, _height(LOWEST) + 0.14, LESS, side="right")
    axes.set_xlabel(str(SIZE), labelpad=5)
    most = max(len(result.platforms) + len(result.without_figure) for result in corners)
    parts = _dots(axes, page, most), _costs(page, most)

    return together(*parts)


def _height(index: Any) -> Any:
    """How many times the index doubles 100."""
    return np.log2(np.asarray(index, dtype=float) / 100)


def _dots(axes: Axes, page: Axes, most: int) -> Update:
    """Each platform's place by the base chosen; a ring and a line where the right one puts it."""
    (ways,) = axes.plot([], [], color=VERMILION, lw=1.2, animated=True)
    (rings,) = axes.plot([], [], "o", ms=DOT, mfc="white", mec=QUIET, mew=1.2, animated=True)
    (low,) = axes.plot([], [], "o", ms=DOT, color="#8a8a8a", mec="white", animated=True)
    (high,) = axes.plot([], [], "o", ms=DOT, color=BLUE, mec="white", animated=True)
    labels = [write(axes, 0, 0, "", 10.5, moving=True) for _ in range(most)]
    base = write(page, 14, 18, "", moving=True)
    trap = write(page, COSTS, 330, TRAP, color=VERMILION, side="right", moving=True)
    for artist in (ways, rings, low, high):
        artist.set_clip_on(False)

    def update(result: Any) -> None:
        table = result.platforms
        wrong = result.base != "adults_2021"
        x, index = table["use_share"].to_numpy(), table["index"].to_numpy()
        y = _height(index.clip(LEAST))
        right = _height(table["true_index"].to_numpy().clip(LEAST))
        above = index >= 100
        high.set_data(x[above], y[above])
        low.set_data(x[~above], y[~above])
        rings.set_data((x, right) if wrong else ([], []))
        gaps = np.full_like(x, np.nan)
        ways.set_data(
            (np.ravel([x, x, gaps], "F"), np.ravel([right, y, gaps], "F")) if wrong else ([], [])
        )
        trap.set_visible(wrong)
        base.set_text(INDEX.format(base=BASES[result.base]))
        base.set_color(VERMILION if wrong else QUIET)
        names = [_labelled(name, value) for name, value in zip(table.index, index, strict=True)]
        taken = [(x, right)] if wrong else []
        spots = _spots(_in_points(x, y), [_in_points(*dots) for dots in taken], names)
        for i, label in enumerate(labels):
            label.set_visible(i < len(names))
            if i < len(names):
                label.set_text(names[i])
                label.set_position((spots[i][0] / WIDTH, _index_height(spots[i][1])))
                best = table.index[i] == result.dearer
                emphasise(label, best, BLUE if above[i] else QUIET)

    return update


def _labelled(name: str, index: float) -> str:
    """A platform's name, with an arrow where its index is off the scale."""
    return name if index >= LEAST else f"{name} ↓"


def _in_points(x: Any, y: Any) -> np.ndarray:
    """Places of the map in points, right and up from its corner."""
    low, high = _height(LOWEST), _height(HIGHEST)
    return np.column_stack([np.asarray(x) * WIDTH, (np.asarray(y) - low) / (high - low) * HEIGHT])


def _index_height(points: float) -> float:
    low, high = _height(LOWEST), _height(HIGHEST)
    return float(low + points / HEIGHT * (high - low))


def _spots(dots: np.ndarray, others: Sequence[np.ndarray], names: Sequence[str]) -> dict[int, Any]:
    """A place for each name beside its dot, as far as can be over no dot and no other name."""
    average = _in_points(0, 0)[0, 1]
    dots_at = [(x - 7, x + 7, y - 7, y + 7) for group in (dots, *others) for x, y in group]
    written = [(0, WIDTH, average - 1, average + 1)]
    spots: dict[int, Any] = {}
    for i in np.argsort(dots[:, 1]):  # the lowest have the fewest choices
        (x, y), wide = dots[i], 7.2 * len(names[i])
        middle = max(x - wide / 2, 1)
        starts = [x + 10, x - 10 - wide, middle, middle, x + 5, x - 5 - wide, x + 5, middle, middle]
        rises = [0, 0, -14, 14, 14, 14, -14, -28, 28]
        choices = [
            (
                4 * _shared(box, dots_at) + _shared(box, written) + 20 * place,
                box,
            )  # the first places are the best
            for place, (start, rise) in enumerate(zip(starts, rises, strict=True))
            if 0 <= start <= WIDTH + 20 - wide and 7 < y + rise < HEIGHT - 7
            for box in [(start, start + wide, y + rise - 6, y + rise + 6)]
        ]
        best = min(choices)[1]
        written.append(best)
        spots[i] = best[0], (best[2] + best[3]) / 2
    return spots


def _shared(box: Sequence[float], taken: Sequence[Sequence[float]]) -> float:
    """The area that a box shares with others."""
    left, right, low, high = box
    return sum(
        max(0, min(right, end) - max(left, start)) * max(0, min(high, top) - max(low, bottom))
        for start, end, bottom, top in taken
    )


def _costs(page: Axes, most: int) -> Update:
    """The platforms by what a thousand contacts in the target cost there, cheapest first."""
    write(page, INDICES, 9, SHORT_INDEX, side="right")
    write(page, COSTS, 9, COST, side="right")
    write(page, COSTS, 25, ONLY_TARGET, 9, side="right")
    rows = [TOP + 14 + ROW * i for i in range(most)]
    rules = page.hlines([y + ROW / 2 for y in rows], NAMES, COSTS, FAINT, lw=0.6, animated=True)
    bars = page.barh(rows, [0] * most, height=15, left=BARS, animated=True)
    extra = page.barh([0], [0], height=15, color=SKY, animated=True)[0]
    (true,) = page.plot([], [], "|", ms=18, mew=1.8, color=VERMILION, animated=True)
    texts = [
        (
            write(page, NAMES, y, "", 11.5, moving=True),
            write(page, INDICES, y, "", 11.5, side="right", moving=True),
            write(page, COSTS, y, "", 12, side="right", moving=True),
        )
        for y in rows
    ]
    on_top = write(page, COSTS, 310, color=BLUE, side="right", moving=True)
    missing = write(page, NAMES, 270, "", 9, moving=True)

    def update(result: Any) -> None:
        table = result.platforms
        rules.set_segments(
            [[(NAMES, y + ROW / 2), (COSTS, y + ROW / 2)] for y in rows[: len(table)]]
        )
        wide = BARS_WIDTH * (table["cost_eur"] / MOST_EUR).clip(upper=1).to_numpy()
        for i, written in enumerate(texts):
            there = i < len(table)
            for artist in (*written, bars[i]):
                artist.set_visible(there)
            if there:
                row, first = table.iloc[i], i == 0
                bars[i].set_width(wide[i])
                bars[i].set_facecolor(BLUE if first else GREY)
                cost = money(row["cost_eur"], 1 if row["cost_eur"] < 100 else 0)
                said = (table.index[i], number(row["index"]), cost)
                for text, words in zip(written, said, strict=True):
                    text.set_text(words)
                    emphasise(text, first, BLUE if first else INK)
        at = table.index.get_loc(result.dearer)
        without = wide[at] / (1 + result.premium)
        extra.set_bounds(BARS + without, rows[at] - 7.5, wide[at] - without, 15)
        on_top.set_visible(bool(result.premium))
        on_top.set_text(ON_TOP.format(premium=percent(result.premium, 0), name=result.dearer))
        wrong = result.base != "adults_2021"
        euros = table["true_cost_eur"].clip(upper=MOST_EUR)
        true.set_data(
            (BARS + BARS_WIDTH * euros / MOST_EUR, rows[: len(table)]) if wrong else ([], [])
        )
        missing.set_visible(bool(result.without_figure))
        missing.set_text(NO_FIGURE.format(listed=", ".join(result.without_figure)))

    return update


def tell_affinity_map(result: Any) -> str:
    table = result.platforms
    closest, cheapest = table.loc[result.dearer], table.index[0]
    values = {
        "target": result.target,
        "name": result.dearer,
        "share": percent(closest["use_share"], 0),
        "base_share": percent(closest["base_share"], 0),
        "index": number(closest["index"]),
        "true_index": number(closest["true_index"]),
        "premium": percent(result.premium, 0),
        "cost": money(closest["cost_eur"], 1),
        "cheapest": cheapest,
        "lowest": money(table["cost_eur"].iloc[0], 1),
    }
    if result.base != "adults_2021":
        return (_ONLINE if result.base == "online_2016" else _OLD).format(**values)
    worth = _WORTH if result.premium else _SAME_PRICE
    verdict = worth if cheapest == result.dearer else _TOO_DEAR
    return f"{_INDEX.format(**values)} {verdict.format(**values)}"


_INDEX = Text(
    en="{target}: {share} use {name}, against {base_share} of all adults, an index of {index}.",
    fr="{target} : {share} utilisent {name}, contre {base_share} de tous les adultes, soit un "
    "indice de {index}.",
)
_SAME_PRICE = Text(
    en="At the same price everywhere, it is the cheapest way to a thousand contacts: {cost}.",
    fr="Au même prix partout, c’est la voie la moins chère vers mille contacts : {cost}.",
)
_WORTH = Text(
    en="Even {premium} dearer, it is the cheapest way to a thousand contacts: {cost}.",
    fr="Même {premium} plus chère, c’est la voie la moins coûteuse vers mille contacts : {cost}.",
)
_TOO_DEAR = Text(
    en="{premium} dearer, it asks {cost} for a thousand contacts in the target, {cheapest} "
    "{lowest}: affinity is worth its price, and no more.",
    fr="{premium} plus chère, elle demande {cost} pour mille contacts dans la cible, {cheapest} "
    "{lowest} : l’affinité vaut son prix, et pas davantage.",
)
_ONLINE = Text(
    en="{name}: index {index} here, {true_index} over all adults of the target’s own survey. Two "
    "errors at once: another base (online people, which lowers an index) and another year "
    "(2016, which raises that of a network that has grown).",
    fr="{name} : indice {index} ici, {true_index} sur tous les adultes de l’enquête de la cible. "
    "Deux erreurs à la fois : une autre base (internautes, qui abaisse l’indice) et une autre "
    "année (2016, qui relève celui d’un réseau qui a grandi).",
)
_OLD = Text(
    en="{name}: index {index} here, {true_index} over all adults of the target’s own year. Use "
    "has changed since 2016: that is a network’s life, and no affinity.",
    fr="{name} : indice {index} ici, {true_index} sur tous les adultes de l’année de la cible. "
    "L’usage a changé depuis 2016 : c’est la vie d’un réseau, et non une affinité.",
)
