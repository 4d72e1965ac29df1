"""The denominator: the same posts ranked three times, side by side."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from mktlib.core.figure import BLUE, FAINT, GREY, INK, QUIET
from mktlib.core.sheet import emphasise, line, sheet, write
from mktlib.core.text import Text, number, percent

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from mktlib.core.lab import Update

PANELS = {
    "followers": (
        Text(en="per follower", fr="par abonné"),
        Text(en="÷ {followers} followers", fr="÷ {followers} abonnés"),
    ),
    "reach": (
        Text(en="per person reached", fr="par personne touchée"),
        Text(en="÷ people reached", fr="÷ personnes touchées"),
    ),
    "impressions": (
        Text(en="per impression", fr="par impression"),
        Text(en="÷ impressions", fr="÷ impressions"),
    ),
}
SAME_POSTS = Text(en="the same posts,", fr="les mêmes publications,")
THREE_RATES = Text(en="three engagement rates", fr="trois taux d’engagement")
ENGAGEMENTS = Text(en="{n} engagements", fr="{n} engagements")
BOOSTED = Text(en="{n} engagements, boosted", fr="{n} engagements, sponsorisée")
BEFORE = Text(en="before the boost", fr="avant sponsorisation")
WINNER = Text(en="first by this rate", fr="première selon ce taux")

LEFTS, WIDTH = (194, 348, 502), 90
TOP, PITCH, THICKNESS = 82, 36, 18


def draw_denominator(figure: Figure, corners: list[Any]) -> Update:
    page = sheet(figure)
    names = corners[0].names
    followers = number(corners[0].posts["followers"].iloc[0])
    rows = [float(TOP + i * PITCH) for i in range(len(names))]
    bottom = rows[-1] + PITCH / 2 + 6
    write(page, 14, 22, SAME_POSTS)
    write(page, 14, 39, THREE_RATES)
    page.hlines(bottom, 14, 634, FAINT, lw=1)
    write(page, 14, bottom + 22, WINNER)
    counts = []
    for y, name in zip(rows, names.values(), strict=True):
        write(page, 14, y - 7, name, 12, INK, bold=True)
        counts.append(write(page, 14, y + 9, moving=True))
    x, y = LEFTS[0] + 1.0, bottom + 45
    legend: list[Artist] = [
        *page.plot([x, x], [y - 6, y + 6], color=INK, lw=2.4, animated=True),
        write(page, x + 8, y, BEFORE, moving=True),
    ]
    panels = []
    for left, (key, (title, divisor)) in zip(LEFTS, PANELS.items(), strict=True):
        write(page, left, 22, title, 11, INK, bold=True)
        write(page, left, 39, divisor.format(followers=followers))
        highest = max(result.rates[key]["rate"].max() for result in corners)
        panels.append(_panel(page, key, left, rows, WIDTH / highest))

    def update(result: Any) -> None:
        boosted = list(names).index(result.boosted) if result.impressions_bought else None
        for i, (text, count) in enumerate(zip(counts, result.posts["engagements"], strict=True)):
            text.set_text((BOOSTED if i == boosted else ENGAGEMENTS).format(n=number(count)))
            text.set_color(INK if i == boosted else QUIET)
        for artist in legend:
            artist.set_visible(boosted is not None)
        for panel in panels:
            panel(result, boosted)

    return update


def _panel(
    page: Axes, key: str, left: float, rows: list[float], scale: float
) -> Callable[[Any, int | None], None]:
    """The posts by one rate; `scale`: points of width for a rate of 1."""
    bars = page.barh(rows, 0, left=left, height=THICKNESS, animated=True)
    way, mark = line(page, INK, 1), line(page, INK)
    rates = [write(page, 0, y, "", 11.5, moving=True) for y in rows]
    winner = write(page, left, rows[-1] + PITCH / 2 + 28, "", 12, BLUE, bold=True, moving=True)

    def update(result: Any, boosted: int | None) -> None:
        table = result.rates[key]
        ends = left + scale * table["rate"].to_numpy()
        before = left + scale * result.organic[key]["rate"].to_numpy()
        for i, (rate, rank) in enumerate(zip(table["rate"], table["rank"], strict=True)):
            bars[i].set_width(ends[i] - left)
            bars[i].set_facecolor(BLUE if rank == 1 else GREY)
            rates[i].set_x(5 + (max(ends[i], before[i]) if i == boosted else ends[i]))
            rates[i].set_text(percent(rate))
            emphasise(rates[i], rank == 1, BLUE if rank == 1 else INK)
        if boosted is not None:
            y = rows[boosted]
            way.set_data([ends[boosted], before[boosted]], [y, y])
            mark.set_data([before[boosted]] * 2, [y - 12, y + 12])
        for artist in (way, mark):
            artist.set_visible(boosted is not None)
        winner.set_text(f"★ {result.names[first_post(table)]}")

    return update


def first_post(table: pd.DataFrame) -> str:
    """The post with the highest rate."""
    return table["post"].iloc[table["rate"].argmax()]


def tell_denominator(result: Any) -> str:
    (a, p), (b, q), (c, r) = (
        (str(result.names[first_post(table)]), percent(table["rate"].max()))
        for table in result.rates.values()
    )
    said = _FIRSTS.format(winners=_WINNERS[len({a, b, c})], a=a, p=p, b=b, q=q, c=c, r=r)
    if not result.impressions_bought:
        return f"{said} {_NOTHING_BOUGHT}"
    post = list(result.names).index(result.boosted)
    bought = _BOUGHT.format(
        n=number(result.impressions_bought),
        name=result.names[result.boosted],
        low=percent(result.organic["followers"]["rate"].iloc[post]),
        high=percent(result.rates["followers"]["rate"].iloc[post]),
        before=percent(result.organic["reach"]["rate"].iloc[post]),
        after=percent(result.rates["reach"]["rate"].iloc[post]),
    )
    return f"{said} {bought}"


_WINNERS = {
    1: Text(en="one winner for once", fr="une seule gagnante, pour une fois"),
    2: Text(en="two winners", fr="deux gagnantes"),
    3: Text(en="three winners", fr="trois gagnantes"),
}
_FIRSTS = Text(
    en='Same six posts, {winners}: "{a}" per follower ({p}), "{b}" per person reached ({q}), '
    '"{c}" per impression ({r}).',
    fr="Mêmes six publications, {winners} : « {a} » par abonné ({p}), « {b} » par personne "
    "touchée ({q}), « {c} » par impression ({r}).",
)
_BOUGHT = Text(
    en='Buying {n} impressions lifted "{name}" from {low} to {high} per follower and sank it from '
    "{before} to {after} per person reached: same post, opposite verdicts.",
    fr="Acheter {n} impressions a fait monter « {name} » de {low} à {high} par abonné et l’a fait "
    "tomber de {before} à {after} par personne touchée : même publication, verdicts contraires.",
)
_NOTHING_BOUGHT = Text(
    en="No impression is bought yet: buy some, and see which rate rises and which two fall.",
    fr="Aucune impression n’est achetée : achetez-en, et voyez quel taux monte, lesquels tombent.",
)
