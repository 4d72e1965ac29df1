"""Mix shift: two rates that rise, a total that falls, and the two effects that make it up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mktlib.core.figure import BLUE, FAINT, INK, QUIET, VERMILION
from mktlib.core.sheet import apart, line, place, sheet, together, write
from mktlib.core.text import MINUS, Text, number, percent

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from mktlib.core.lab import Update

SHARE_WHO_BUY = Text(en="share of visitors who buy", fr="part des visiteurs qui achètent")
WHO_VISITS = Text(en="who visits", fr="qui visite")
WHY = Text(en="why the rate of all moved (points)", fr="pourquoi l’ensemble a bougé (points)")
BEFORE, AFTER = Text(en="before", fr="avant"), Text(en="after", fr="après")
STEPS = (
    BEFORE,
    Text(en="each group\nbuys more", fr="chacun\nachète plus"),
    Text(en="another\nmix", fr="autre\nmix"),
    AFTER,
)
NAMES = {
    "first": Text(en="returning", fr="habitués"),
    "second": Text(en="new", fr="nouveaux"),
    "total": Text(en="all", fr="ensemble"),
}
TOTAL = Text(en="all visitors: {change}", fr="ensemble : {change}")

DARK, LIGHT = "#7a7a7a", "#bdbdbd"  # returning, new: apart in shape and place too
TOP, HEIGHT = 52, 188
LINE_FROM, LINE_TO = 76, 262
BAR_FROM, BAR_TO = 118, 290
STEP_PLACES = (428, 492, 556, 620)
STEP_WIDTH = 40


def draw_mix_shift(figure: Figure, corners: list[Any]) -> Update:
    page = sheet(figure)
    highest = 1.1 * max(table[["rate_before", "rate_after"]].max().max() for table in corners)
    axes = place(figure, 0, TOP, 648, HEIGHT)  # both pictures share its scale of rates
    axes.set(xlim=(0, 648), ylim=(0, highest))
    axes.axis("off")
    move = together(_slopes(axes, page), _mix(page), _steps(axes, page))

    def update(table: pd.DataFrame) -> None:
        move(table.to_dict("index"))

    return update


def _slopes(axes: Axes, page: Axes) -> Update:
    """The three rates, before and after."""
    highest = axes.get_ylim()[1]
    write(page, 14, 20, SHARE_WHO_BUY)
    for x, words in [(LINE_FROM, BEFORE), (LINE_TO, AFTER)]:
        write(page, x, 40, words, side="center")
        axes.vlines(x, 0, highest, FAINT, lw=1)
    lines, labels = {}, {}
    for name, shape, color, width in [
        ("first", "o", DARK, 2.2),
        ("second", "s", LIGHT, 2.2),
        ("total", "D", INK, 4),
    ]:
        lines[name] = line(axes, color, width, marker=shape, ms=3 + 1.5 * width)
        total = name == "total"
        size = 13 if total else 11.5
        labels[name] = (
            write(axes, LINE_FROM - 12, 0, "", size, side="right", bold=total, moving=True),
            write(axes, LINE_TO + 12, 0, "", size, bold=total, moving=True),
        )

    def update(rows: Any) -> None:
        color = color_of(rows["total"]["change"])
        before, after = (
            [rows[name][column] for name in lines] for column in ("rate_before", "rate_after")
        )
        gap = 15 / HEIGHT * highest
        places = zip(apart(before, gap), apart(after, gap), strict=True)
        for name, start, end, ys in zip(lines, before, after, places, strict=True):
            lines[name].set_data([LINE_FROM, LINE_TO], [start, end])
            words = (percent(start, 2), f"{percent(end, 2)} {NAMES[name]}")
            for text, y, said in zip(labels[name], ys, words, strict=True):
                text.set_text(said)
                text.set_y(y)
        for artist in (lines["total"], *labels["total"]):
            artist.set_color(color)

    return update


def _mix(page: Axes) -> Update:
    """Of whom the visits are made, before and after."""
    top = TOP + HEIGHT + 26
    write(page, 14, top, WHO_VISITS)
    write(page, BAR_FROM, top, NAMES["first"])
    write(page, BAR_TO, top, NAMES["second"], side="right")
    rows = {}
    for y, column, words in [(top + 20, "share_before", BEFORE), (top + 46, "share_after", AFTER)]:
        write(page, 14, y, words, 11, INK)
        page.barh([y], [BAR_TO - BAR_FROM], left=BAR_FROM, height=18, color=LIGHT)
        bar = page.barh([y], [0], left=BAR_FROM, height=18, color=DARK, animated=True)[0]
        first = write(page, BAR_FROM - 8, y, "", 12, INK, "right", moving=True)
        second = write(page, BAR_TO + 8, y, "", 12, INK, moving=True)
        rows[column] = bar, first, second

    def update(table: Any) -> None:
        for column, (bar, first, second) in rows.items():
            share = table["first"][column]
            bar.set_width((BAR_TO - BAR_FROM) * share)
            first.set_text(percent(share, 0))
            second.set_text(percent(1 - share, 0))

    return update


def _steps(axes: Axes, page: Axes) -> Update:
    """From the rate before to the rate after: what the rates do, then what the mix does."""
    write(page, 404, 20, WHY)
    axes.hlines(0, STEP_PLACES[0] - 24, STEP_PLACES[-1] + 24, QUIET, lw=0.8)
    for x, words in zip(STEP_PLACES, STEPS, strict=True):
        write(page, x, TOP + HEIGHT + 6, words, side="center", va="top", linespacing=1.2)
    bars = axes.bar(STEP_PLACES, [0] * 4, width=STEP_WIDTH, color=DARK, animated=True)
    joints = [line(axes, QUIET, 0.8) for _ in range(3)]
    values = [
        write(axes, x, 0, "", 12.5, side="center", bold=True, moving=True, va="baseline")
        for x in STEP_PLACES
    ]
    verdict = write(page, 404, TOP + HEIGHT + 72, "", 15, bold=True, moving=True)
    lift = 0.022 * axes.get_ylim()[1]

    def update(rows: Any) -> None:
        total = rows["total"]
        start, end = total["rate_before"], total["rate_after"]
        middle = start + total["rate_effect"]
        levels = [(0, start), (start, middle), (middle, end), (0, end)]
        written = [
            percent(start, 2),
            signed(total["rate_effect"]),
            signed(total["mix_effect"]),
            percent(end, 2),
        ]
        colors = [INK, *map(color_of, (total["rate_effect"], total["mix_effect"], total["change"]))]
        for i, (low, high) in enumerate(levels):
            bars[i].set_y(low)
            bars[i].set_height(high - low)
            bars[i].set_facecolor(colors[i] if i else DARK)
            values[i].set_y(max(low, high) + lift)
            values[i].set_text(written[i])
            values[i].set_color(colors[i])
        for i, level in enumerate((start, middle, end)):
            ends = STEP_PLACES[i] - STEP_WIDTH / 2, STEP_PLACES[i + 1] + STEP_WIDTH / 2
            joints[i].set_data(ends, [level, level])
        verdict.set_text(TOTAL.format(change=relative(total)))
        verdict.set_color(colors[-1])

    return update


def color_of(effect: float) -> str:
    if abs(effect) < 1e-9:
        return QUIET
    return VERMILION if effect < 0 else BLUE


def signed(effect: float) -> str:
    """An effect in points, with its sign."""
    written = number(100 * effect, 2)
    return written if written.startswith(MINUS) else f"+{written}"


def relative(row: Any) -> str:
    """A rate's change as a percentage of what it was, with its sign."""
    written = percent(row["rate_after"] / row["rate_before"] - 1, 0)
    return written if written.startswith(MINUS) else f"+{written}"


def tell_mix_shift(table: Any) -> str:
    total, first = table.loc["total"], table.loc["first"]
    moved = round(100 * (first["share_after"] - first["share_before"]))
    mix = total["mix_effect"]
    improved = first["rate_after"] > first["rate_before"]
    if abs(mix) < 1e-9:
        said = _SAME_MIX if improved else _NOTHING
    elif not improved:
        said = _MIX_ALONE
    elif total["change"] < -1e-9:
        said = _PARADOX
    else:
        said = _HELD_BACK if mix < 0 else _PUSHED
    return said.format(
        improvement=relative(first).lstrip("+"),
        before=percent(total["rate_before"], 2),
        after=percent(total["rate_after"], 2),
        change=relative(total),
        rise=relative(total).lstrip("+"),
        moved=number(abs(moved)),
        who=_TOWARDS_FIRST if moved > 0 else _TOWARDS_SECOND,
        mix=signed(mix),
        rates=signed(total["rate_effect"]),
    )


_TOWARDS_FIRST = Text(
    en="returning visitors, who buy more", fr="les habitués, qui achètent davantage"
)
_TOWARDS_SECOND = Text(
    en="new visitors, who buy less", fr="les nouveaux visiteurs, qui achètent moins"
)
_PARADOX = Text(
    en="Both groups buy {improvement} more often, and yet the rate of all visitors falls from "
    "{before} to {after}: {moved} points of the visits moved to {who}.",
    fr="Les deux groupes achètent {improvement} plus souvent, et pourtant le taux d’ensemble tombe "
    "de {before} à {after} : {moved} points des visites sont passés vers {who}.",
)
_HELD_BACK = Text(
    en="Both groups buy {improvement} more often, but the rate of all visitors moves by {change} "
    "only: better rates bring {rates} points, the mix takes {mix}.",
    fr="Les deux groupes achètent {improvement} plus souvent, mais le taux d’ensemble ne bouge que "
    "de {change} : de meilleurs taux apportent {rates} point, le mix {mix}.",
)
_PUSHED = Text(
    en="The rate of all visitors rises by {rise} although each group gained only {improvement}: "
    "the rest is mix, {moved} points of the visits having moved to {who}.",
    fr="Le taux d’ensemble monte de {rise} alors que chaque groupe n’a gagné que {improvement} : "
    "le reste vient du mix, {moved} points des visites étant passés vers {who}.",
)
_MIX_ALONE = Text(
    en="Neither group changed, and yet the rate of all visitors goes from {before} to {after}: "
    "{moved} points of the visits moved to {who}.",
    fr="Aucun des deux groupes n’a changé, et pourtant le taux d’ensemble passe de {before} à "
    "{after} : {moved} points des visites sont passés vers {who}.",
)
_SAME_MIX = Text(
    en="The mix moves nothing here: the rate of all visitors rises as its parts do, by "
    "{improvement}, from {before} to {after}.",
    fr="Ici le mix ne déplace rien : le taux d’ensemble monte comme ses parties, de "
    "{improvement}, de {before} à {after}.",
)
_NOTHING = Text(
    en="Nothing moves the rate of all visitors, {after}: move a share or the improvement.",
    fr="Rien ne déplace le taux d’ensemble, {after} : déplacez une part ou le progrès.",
)
