"""Allocate: a channel a column, its curve above, and below it what its next euro brings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from mktlib.core.figure import FAINT, INK, QUIET, SERIES, VERMILION, tidy
from mktlib.core.sheet import emphasise, place, sheet, write
from mktlib.core.text import Text, money, number, percent

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from mktlib.core.lab import Update

BRINGS = Text(
    en="margin it brings, by what is spent on it (thousands of euros)",
    fr="marge qu’il rapporte, selon ce qu’on y dépense (milliers d’euros)",
)
NEXT_EURO = Text(en="what its next euro brings back", fr="ce que rapporte son euro suivant")
BEST = Text(en="◇ best {amount}", fr="◇ optimum {amount}")
EVERYWHERE = Text(en="— best plan: {amount}", fr="— meilleur plan : {amount}")
SUMS = (
    Text(en="margin", fr="marge"),
    Text(en="budget", fr="budget"),
    Text(en="left over", fr="reste"),
    Text(en="regret (margin missed)", fr="regret (marge manquée)"),
)

LEFT, PITCH, WIDTH = 42, 152, 132
TOP, HEIGHT = 54, 120
BARS_TOP, BARS_HEIGHT = 262, 62
MOST_BACK_EUR = 3.0  # a bar that would go beyond has an arrow
TANGENT = 0.13  # of the width of a curve's picture, on each side of the point


def draw_allocate(figure: Figure, corners: list[Any]) -> Update:
    page = sheet(figure)
    write(page, 14, 16, BRINGS)
    write(page, 14, BARS_TOP - 16, NEXT_EURO)
    result = corners[0]
    highest = 1.05 * result.curves.to_numpy().max()
    columns = [
        _column(figure, page, i, str(name), result.curves[channel.name], highest, channel)
        for i, (name, channel) in enumerate(
            zip(result.names.values(), result.channels, strict=True)
        )
    ]
    parts = _next_euros(figure, page, len(columns)), _sums(page)

    def update(result: Any) -> None:
        for column in columns:
            column(result)
        for part in parts:
            part(result)

    return update


def _column(
    figure: Figure, page: Axes, i: int, name: str, curve: Any, highest: float, channel: Any
) -> Update:
    """A channel's curve; the plan's point on it, with its slope; and the best plan's."""
    left = LEFT + PITCH * i
    most = curve.index[-1]
    axes = place(figure, left, TOP, WIDTH, HEIGHT)
    axes.set(xlim=(0, most), ylim=(0, highest))
    thousands = [0, 30_000, 60_000, 90_000]
    axes.set_xticks(thousands, [number(euros / 1000) for euros in thousands])
    heights = [0, 20_000, 40_000, 60_000, 80_000]
    axes.set_yticks(heights, ["" if i else number(euros / 1000) for euros in heights])
    tidy(axes, hide=("left",), grid="y")
    starts = curve.index >= channel.least_eur
    axes.plot(curve.index[starts], curve[starts], color=SERIES[i], lw=2.6)
    if channel.least_eur:
        jump = curve[starts].iloc[0]
        axes.plot([0, channel.least_eur], [0, 0], color=SERIES[i], lw=2.6)
        axes.plot([channel.least_eur] * 2, [0, jump], color=SERIES[i], lw=1.2, ls=(0, (2, 2)))
    page.barh([TOP - 16], [9], left=left, height=9, color=SERIES[i])  # as on the control
    write(page, left + 14, TOP - 16, name, 11.5, INK, bold=True)
    (slope,) = axes.plot([], [], color=INK, lw=1.6, ls=(0, (3, 1.5)), animated=True)
    (fall,) = axes.plot([], [], color=INK, lw=1, animated=True)
    (dot,) = axes.plot([], [], "o", ms=10, color=INK, mec="white", animated=True)
    (ring,) = axes.plot([], [], "D", ms=8, mfc="white", mec=INK, mew=2, animated=True)
    for point in (dot, ring):
        point.set_clip_on(False)
    middle = left + WIDTH / 2
    spent = write(page, middle, TOP + HEIGHT + 30, "", 12, INK, "center", bold=True, moving=True)
    best = write(page, middle, TOP + HEIGHT + 47, "", 10.5, INK, "center", moving=True)

    def update(result: Any) -> None:
        row = result.plan.iloc[i]
        spend, value, rate = row["spend_eur"], row["value"], row["value_of_next_euro"]
        run = TANGENT * most / np.hypot(1, rate * most / highest * HEIGHT / WIDTH)
        ends = np.array([spend - run, spend + run])
        slope.set_data(ends, value + rate * (ends - spend))
        fall.set_data([spend, spend], [0, value])
        dot.set_data([spend], [value])
        dot.set_color(VERMILION if row["wasted"] else INK)
        spent.set_text(money(spend))
        spent.set_color(VERMILION if row["wasted"] else INK)
        there = result.revealed
        target = row["best_eur"]
        reached = np.interp(target, curve.index, curve) if target >= channel.least_eur else 0
        ring.set_data(([target], [reached]) if there else ([], []))
        best.set_visible(there)
        best.set_text(BEST.format(amount=money(round(target, -2))))

    return update


def _next_euros(figure: Figure, page: Axes, count: int) -> Update:
    """What one euro more brings back in each channel, beside the euro itself."""
    middles = [LEFT + PITCH * i + WIDTH / 2 - 22 for i in range(count)]
    right = LEFT + PITCH * (count - 1) + WIDTH
    axes = place(figure, 0, BARS_TOP, figure.get_size_inches()[0] * 72, BARS_HEIGHT)
    axes.set(xlim=(0, figure.get_size_inches()[0] * 72), ylim=(0, MOST_BACK_EUR))
    axes.axis("off")
    axes.hlines(0, LEFT, right, QUIET, lw=0.8)
    axes.hlines(1, LEFT, right, FAINT, lw=1)
    write(axes, LEFT - 5, 1, money(1), side="right")
    bars = axes.bar(middles, [0] * count, width=48, color=SERIES[:count], animated=True)
    levels = axes.hlines([0] * count, 0, 0, INK, lw=2, animated=True)
    worth = write(page, right, BARS_TOP - 16, "", 10.5, INK, "right", moving=True)
    values = [write(axes, x + 35, 0, "", 12, moving=True) for x in middles]

    def update(result: Any) -> None:
        euros = result.plan["value_of_next_euro"].to_numpy()
        for i, (bar, value, back) in enumerate(zip(bars, values, euros, strict=True)):
            most = i == euros.argmax()
            bar.set_height(min(back, MOST_BACK_EUR))
            value.set_text(("↑ " if back > MOST_BACK_EUR else "") + money(back, 2))
            value.set_y(max(0.35, min(back, MOST_BACK_EUR) - 0.3))
            emphasise(value, most, INK)
        price = result.best.value_of_next_euro
        levels.set_visible(result.revealed)
        levels.set_segments([[(x - 31, price), (x + 31, price)] for x in middles])
        worth.set_visible(result.revealed)
        worth.set_text(EVERYWHERE.format(amount=money(price, 2)))

    return update


def _sums(page: Axes) -> Update:
    """Margin less budget; and how much more the best plan would have brought."""
    page.hlines(BARS_TOP + BARS_HEIGHT + 14, 14, 634, FAINT, lw=1)
    name_y, y = BARS_TOP + BARS_HEIGHT + 29, BARS_TOP + BARS_HEIGHT + 51
    sums = []
    for x, name, sign in zip((14, 160, 306, 440), SUMS, ("−", "=", "", ""), strict=True):
        write(page, x, name_y, name)
        write(page, x + 122, y, sign, 14, side="center")
        sums.append(write(page, x, y, "", 16, bold=True, moving=True))

    def update(result: Any) -> None:
        left_over = result.value - result.total_eur
        regret = money(round(result.regret_eur, -1)) if result.revealed else "?"
        written = (money(result.value), money(result.total_eur), money(left_over), regret)
        for text, amount in zip(sums, written, strict=True):
            text.set_text(amount)
            text.set_color(INK)
        sums[2].set_color(VERMILION if left_over < 0 else INK)
        sums[3].set_color(INK if result.revealed else QUIET)

    return update


def tell_allocate(result: Any) -> str:
    plan = result.plan
    most, least = plan["value_of_next_euro"].idxmax(), plan["value_of_next_euro"].idxmin()
    names = result.names
    said = []
    for channel in result.channels:
        if plan.loc[channel.name, "wasted"]:
            said.append(
                _WASTED.format(
                    name=names[channel.name],
                    spend=money(plan.loc[channel.name, "spend_eur"]),
                    least=money(channel.least_eur),
                )
            )
    values = {
        "value": money(result.value),
        "total": money(result.total_eur),
        "best": money(result.best.value),
        "regret": money(round(result.regret_eur, -1)),
        "lost": percent(result.regret_eur / result.best.value, 0),
        "price": money(result.best.value_of_next_euro, 2),
        "most": names[most],
        "least": names[least],
        "high": money(plan.loc[most, "value_of_next_euro"], 2),
        "low": money(plan.loc[least, "value_of_next_euro"], 2),
    }
    if not result.revealed:
        return " ".join([_MINE.format(**values), *said])
    close = result.regret_eur < 0.01 * result.best.value
    said = [(_CLOSE if close else _BEST).format(**values), *said]
    at_work = plan.loc[plan["value"] > 0, "value_of_next_euro"]
    alike = len(at_work) > 1 and at_work.max() < 1.3 * at_work.min()
    if alike and result.regret_eur > 0.05 * result.best.value:
        said.append(str(_ALIKE))
    for channel in result.channels:
        spend = plan.loc[channel.name, "best_eur"]
        if spend < 1:
            said.append(_LEFT_OUT.format(name=names[channel.name]))
        elif channel.least_eur and spend < channel.least_eur + 1:
            said.append(_AT_LEAST.format(name=names[channel.name]))
    return " ".join(said)


_MINE = Text(
    en="Your plan brings {value} of margin for {total}. The next euro brings most in {most} "
    "({high}), least in {least} ({low}).",
    fr="Votre plan rapporte {value} de marge pour {total}. L’euro suivant rapporte le plus en "
    "« {most} » ({high}), le moins en « {least} » ({low}).",
)
_WASTED = Text(
    en="{name}: {spend} buy nothing, the least is {least}.",
    fr="{name} : {spend} n’achètent rien, le minimum est de {least}.",
)
_BEST = Text(
    en="The best plan brings {best}: yours leaves {regret} on the table, {lost} of it. There, the "
    "next euro brings {price} in each channel that is neither left out nor held at its minimum.",
    fr="Le meilleur plan rapporte {best} : le vôtre en laisse {regret}, soit {lost}. L’euro "
    "suivant y rapporte {price} dans chaque canal ni écarté ni tenu à son minimum.",
)
_CLOSE = Text(
    en="The best plan brings {best}, yours {value}: steps of 5% hardly do better. The next euro "
    "brings about {price} in each channel that is neither left out nor held at its minimum.",
    fr="Le meilleur plan rapporte {best}, le vôtre {value} : des pas de 5 % ne font guère mieux. "
    "L’euro suivant rapporte environ {price} dans chaque canal ni écarté ni tenu à son minimum.",
)
_ALIKE = Text(
    en="Yours are nearly equal too: with an S-shaped curve that is not enough.",
    fr="Les vôtres sont presque égaux aussi : avec une courbe en S, cela ne suffit pas.",
)
_LEFT_OUT = Text(en="Left out: {name}.", fr="Écarté : {name}.")
_AT_LEAST = Text(en="At its minimum: {name}.", fr="À son minimum : {name}.")
