"""Alive: customers by purchases and silence, the chance that silence leaves, and real purchases."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from mktlib.core.figure import (
    BLUE,
    FAINT,
    GREY,
    INK,
    ORANGE,
    QUIET,
    SKY,
    VERMILION,
    tidy,
    write_percent,
)
from mktlib.core.sheet import area, line, place, sheet, together, write
from mktlib.core.text import Text, number, percent

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from mktlib.core.lab import Update

CUSTOMERS = Text(en="repeat purchases of each customer", fr="réachats de chaque client")
CHANCE = Text(en="chance to be still alive", fr="chances d’être encore client")
SILENT = Text(en="weeks of silence", fr="semaines de silence")
BANDS = (  # down to this chance, colour, words
    (0.75, BLUE, Text(en="alive: over 75%", fr="client : plus de 75 %")),
    (0.5, SKY, Text(en="over 50%", fr="plus de 50 %")),
    (0.25, ORANGE, Text(en="over 25%", fr="plus de 25 %")),
    (0, VERMILION, Text(en="less", fr="moins")),
)
CHANCES = tuple(least for least, _, _ in BANDS[:-1])
HALF = Text(en="50%", fr="50 %")
UNDER_ONE = Text(en="under 1%", fr="moins de 1 %")
BELOW_ONE = Text(en="< 1%", fr="< 1 %")
YOURS = Text(en="yours", fr="le vôtre")
WITH = Text(en="with {n}", fr="avec {n}")
STILL_ALIVE = Text(en="your customer is still alive", fr="il est encore client")
EXPECTED = Text(
    en="purchases expected\nin the next {weeks} weeks",
    fr="achats attendus dans\nles {weeks} semaines à venir",
)
LIKE = Text(en="in the box, {n} real ones", fr="dans le cadre, {n} vrais clients")
LIKE_ONE = Text(en="in the box, 1 real one", fr="dans le cadre, 1 vrai client")
LIKE_NONE = Text(en="in the box, nobody", fr="dans le cadre, personne")
EACH_EXPECTED = Text(en="purchases expected of each", fr="achats attendus de chacun")
EACH_MADE = Text(en="purchases then made by each", fr="achats faits ensuite par chacun")
AGAIN = Text(en="{share} came back to buy", fr="{share} sont revenus acheter")

LEFT, WIDTH = 48, 372
TOP, HEIGHT = 46, 150
LOW_TOP, LOW_HEIGHT = 240, 76
SIDE, SIDE_WIDTH = 456, 176
PURCHASES = (0, 1, 2, 5, 10, 20)
KEYS = (48, 184, 278, 370)  # where the words on the colours stand
SIZES = {2.6: 1, 4.2: 2, 6: 6, 9: 20}  # of a dot: from so many customers on
MOST = 8  # purchases, the end of the bars


def height_of(purchases: Any) -> Any:
    """The height of a number of purchases: its root, since most customers made few."""
    return np.sqrt(purchases)


def draw_alive(figure: Figure, corners: list[Any]) -> Update:
    page = sheet(figure)
    some = corners[0]
    shop, chance = (
        place(figure, LEFT, TOP, WIDTH, HEIGHT),
        place(figure, LEFT, LOW_TOP, WIDTH, LOW_HEIGHT),
    )
    shop.set(xlim=(-1, some.weeks), ylim=(-0.35, 5.7))
    shop.set_yticks(height_of(np.array(PURCHASES)), [number(n) for n in PURCHASES])
    chance.set(xlim=(-1, some.weeks), ylim=(0, 1))
    chance.set_yticks([0, 0.5, 1])
    write_percent(chance.yaxis)
    weeks = range(0, some.weeks, 5)
    shop.set_xticks(weeks, [])
    chance.set_xticks(weeks)
    for axes in (shop, chance):
        tidy(axes, hide=("left",), grid="y")
    write(page, 14, 14, CUSTOMERS, 11, INK, bold=True)
    write(page, 14, LOW_TOP - 16, CHANCE, 11, INK, bold=True)
    write(page, LEFT + WIDTH + 6, LOW_TOP + LOW_HEIGHT + 10, SILENT, 9.5)
    _crowd(page, shop, some)
    return together(_customer(shop), _chance(page, chance, some), _verdict(page), _real(page))


def _crowd(page: Axes, axes: Axes, some: Any) -> None:
    """The real customers, who do not move, and the silence after which half are gone."""
    dots: pd.DataFrame = some.dots
    again = dots["repeat_purchases"] > 0
    for (least, color, words), most, x in zip(BANDS, (2, *CHANCES), KEYS, strict=True):
        band = dots[again & (dots["alive_share"] >= least) & (dots["alive_share"] < most)]
        _dots(axes, band, color=color, mew=0)
        page.plot([x + 4], [32], "o", ms=6.5, color=color, mew=0)
        write(page, x + 13, 32, words, 9.5)
    _dots(axes, dots[~again], mfc="white", mec=QUIET, mew=0.8)
    half = some.half_way
    axes.plot(half, height_of(half.index.to_numpy()), color=INK, lw=1.4, ls=(0, (4, 2)))
    write(axes, half.iloc[-1] - 0.2, 5.6, HALF, 9.5, INK, bold=True, side="center")


def _dots(axes: Axes, dots: pd.DataFrame, **look: Any) -> None:
    """Dots of a few sizes, each size one shape of the picture: it stays light."""
    for size, fewest in SIZES.items():
        larger = [n for n in SIZES.values() if n > fewest]
        now = dots[dots["customers"].between(fewest, min(larger, default=np.inf), "left")]
        heights = height_of(now["repeat_purchases"])
        axes.plot(now["weeks_silent"], heights, "o", ms=size, clip_on=False, zorder=2, **look)


def _customer(axes: Axes) -> Update:
    """The customer of the controls, in the box of those who are like them."""
    ground = area(axes, GREY, 0.35, zorder=1)
    edge = line(axes, INK, 1)
    (spot,) = axes.plot([], [], "D", ms=11, mfc="white", mec=INK, mew=2.4, animated=True)
    spot.set_zorder(6)
    spot.set_clip_on(False)

    def update(result: Any) -> None:
        purchases, weeks = result.repeat_purchases, result.weeks_silent
        more, longer = result.nearby
        low, high = height_of(purchases - more - 0.45), height_of(purchases + more + 0.45)
        left, right = max(weeks - longer, 0) - 0.5, min(weeks + longer, result.weeks - 0.5) + 0.5
        corners = [(left, low), (left, high), (right, high), (right, low), (left, low)]
        ground.set_xy(corners)
        edge.set_data(*zip(*corners, strict=True))
        spot.set_data([weeks], [height_of(purchases)])

    return update


def _chance(page: Axes, axes: Axes, some: Any) -> Update:
    """How the chance falls with silence: for this customer, for one of few and one of many."""
    top = LOW_TOP - 16
    for x, n, curve, style in (
        (LEFT + 274, some.few, some.few_curve, (0, (1, 1.5))),
        (LEFT + 336, some.many, some.many_curve, (0, (4, 2))),
    ):
        axes.plot(some.silences, curve, color=QUIET, lw=1.6, ls=style)
        page.plot([x - 22, x - 5], [top] * 2, color=QUIET, lw=1.6, ls=style)
        write(page, x, top, WITH.format(n=number(n)), 9.5)
    page.plot([LEFT + 170, LEFT + 186], [top] * 2, color=INK, lw=3)
    write(page, LEFT + 191, top, YOURS, 9.5, INK, bold=True)
    yours = line(axes, INK, 3)
    drop = line(axes, INK, 1, ls=(0, (1, 2)))
    (spot,) = axes.plot([], [], "D", ms=9, mfc="white", mec=INK, mew=2.2, animated=True)
    spot.set_zorder(6)
    spot.set_clip_on(False)

    def update(result: Any) -> None:
        yours.set_data(result.silences, result.curve)
        drop.set_data([result.weeks_silent] * 2, [0, 1])
        spot.set_data([result.weeks_silent], [result.alive_share])

    return update


def chance_of(share: float, least: Text) -> str:
    """A chance in words; a model never says never."""
    return str(least) if share < 0.005 else percent(share, 0)


def color_of(share: float) -> str:
    return next(color for least, color, _ in BANDS if share >= least)


def _verdict(page: Axes) -> Update:
    """The chance of this customer, and the purchases to expect."""
    write(page, SIDE, 14, STILL_ALIVE)
    chance = write(page, SIDE, 42, "", 27, INK, bold=True, moving=True)
    page.barh([68], [SIDE_WIDTH], left=SIDE, height=9, color=FAINT)
    bar = page.barh([68], [0], left=SIDE, height=9, color=INK, animated=True)[0]
    words = write(page, SIDE, 98, "", moving=True, linespacing=1.3)
    count = write(page, SIDE, 134, "", 22, INK, bold=True, moving=True)

    def update(result: Any) -> None:
        chance.set_text(chance_of(result.alive_share, BELOW_ONE))
        bar.set_width(SIDE_WIDTH * result.alive_share)
        bar.set_facecolor(color_of(result.alive_share))
        words.set_text(EXPECTED.format(weeks=number(result.weeks)))
        count.set_text(number(result.expected_purchases, 1))

    return update


def _real(page: Axes) -> Update:
    """What the model expected of the real customers in the box, and what they then did."""
    page.hlines(164, SIDE, SIDE + SIDE_WIDTH, FAINT, lw=1)
    heading = write(page, SIDE, 182, "", 11, INK, bold=True, moving=True)
    rows = []
    for y, words, color in ((202, EACH_EXPECTED, GREY), (242, EACH_MADE, INK)):
        name = write(page, SIDE, y, words, moving=True)
        bar = page.barh([y + 17], [0], left=SIDE, height=13, color=color, animated=True)[0]
        value = write(page, SIDE, y + 16.5, "", 12, INK, bold=True, moving=True)
        rows.append((name, bar, value))
    back = write(page, SIDE, 286, "", 10.5, INK, moving=True)

    def update(result: Any) -> None:
        like = result.like
        heading.set_text(_how_many(len(like)))
        for artist in (back, *(part for row in rows for part in row)):
            artist.set_visible(len(like) > 0)
        if not len(like):
            return
        means = like["expected_purchases"].mean(), like["holdout_purchases"].mean()
        for (_, bar, value), mean in zip(rows, means, strict=True):
            width = (SIDE_WIDTH - 52) * min(mean / MOST, 1)
            bar.set_width(width)
            value.set_x(SIDE + width + 5)
            value.set_text(f"▸ {number(mean, 1)}" if mean > MOST else number(mean, 1))
        back.set_text(AGAIN.format(share=percent((like["holdout_purchases"] > 0).mean(), 0)))

    return update


def _how_many(count: int) -> str:
    if count < 2:
        return str(LIKE_ONE if count else LIKE_NONE)
    return LIKE.format(n=number(count))


def tell_alive(result: Any) -> str:
    purchases, other = result.repeat_purchases, result.other_purchases
    said = (_ONE if purchases == 1 else _MANY).format(
        weeks=_weeks(result.weeks_silent),
        purchases=number(purchases),
        chance=chance_of(result.alive_share, UNDER_ONE),
        other=number(other),
        other_chance=chance_of(result.other_share, UNDER_ONE),
    )
    more, fewer = (
        (result.alive_share, result.other_share)
        if purchases > other
        else (result.other_share, result.alive_share)
    )
    why = _USUAL if abs(more - fewer) < 0.05 else (_TRUSTED if more > fewer else _SUSPECT)
    like = result.like
    if not len(like):
        return f"{said} {why} {_NOBODY}"
    real = (_REAL if len(like) > 1 else _REAL_ONE).format(
        n=number(len(like)),
        expected=number(like["expected_purchases"].mean(), 1),
        made=number(like["holdout_purchases"].mean(), 1),
        weeks=number(result.weeks),
    )
    return f"{said} {why} {real}"


def _weeks(weeks: int) -> str:
    if weeks == 0:
        return str(_NO_SILENCE)
    return str(_ONE_WEEK) if weeks == 1 else _SOME_WEEKS.format(n=number(weeks))


_NO_SILENCE = Text(en="On the day of the last purchase", fr="Le jour du dernier achat")
_ONE_WEEK = Text(en="After a week of silence", fr="Après une semaine de silence")
_SOME_WEEKS = Text(en="After {n} weeks of silence", fr="Après {n} semaines de silence")
_ONE = Text(
    en="{weeks}, a customer with 1 repeat purchase is still alive with a chance of {chance}; with "
    "{other}, {other_chance}.",
    fr="{weeks}, un acheteur à 1 réachat est encore client avec une probabilité de {chance} ; avec {other}, "
    "{other_chance}.",
)
_MANY = Text(
    en="{weeks}, a customer with {purchases} repeat purchases is still alive with a chance of "
    "{chance}; with {other}, {other_chance}.",
    fr="{weeks}, un acheteur à {purchases} réachats est encore client avec une probabilité de {chance} ; "
    "avec {other}, {other_chance}.",
)
_SUSPECT = Text(
    en="The same silence says more of the one who bought often: so long a pause is not like them.",
    fr="Le même silence en dit plus sur qui achetait souvent : une si longue pause ne lui ressemble pas.",
)
_TRUSTED = Text(
    en="So short a silence says nothing yet: the one who bought often is the safer.",
    fr="Un silence si court ne dit encore rien : qui achetait souvent est le plus sûr.",
)
_USUAL = Text(
    en="Here both are about as safe: purchases and silence pull in opposite ways.",
    fr="Ici les deux se valent : les achats rassurent autant que le silence inquiète.",
)
_REAL = Text(
    en="Of each of the {n} real customers in the box the model expects {expected} purchases in the "
    "next {weeks} weeks; they made {made}.",
    fr="Des {n} vrais clients du cadre, le modèle attend, en achats par personne sur {weeks} semaines, "
    "{expected} ; ils en ont fait {made}.",
)
_REAL_ONE = Text(
    en="Of the one real customer in the box the model expects {expected} purchases in the next "
    "{weeks} weeks; this one made {made}.",
    fr="Du seul vrai client du cadre, le modèle attend, en achats sur {weeks} semaines, {expected} ; "
    "il en a fait {made}.",
)
_NOBODY = Text(en="No real customer is in the box.", fr="Aucun vrai client n’est dans le cadre.")
