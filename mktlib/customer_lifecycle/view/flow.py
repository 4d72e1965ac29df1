"""Lifecycle flow: customers by stage, the margin of each month, and what the next euro brings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from mktlib.core.figure import BLUE, FAINT, GREEN, GREY, INK, QUIET, SKY, VERMILION, tidy
from mktlib.core.sheet import (
    area,
    emphasise,
    few,
    key,
    line,
    outline,
    place,
    sheet,
    together,
    write,
)
from mktlib.core.text import Text, money, number, percent

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from mktlib.core.lab import Update

STAGES = {
    "customer": (SKY, Text(en="customers", fr="clients")),
    "loyal": (BLUE, Text(en="loyal", fr="fidèles")),
    "advocate": (GREEN, Text(en="advocates", fr="ambassadeurs")),
}
LAPSED = Text(en="lapsed", fr="perdus")
AT_START = Text(en="starting rates", fr="réglages d’origine")
CUSTOMERS = Text(
    en="customers: {now} in month {last}, {end} in the end",
    fr="clients : {now} au mois {last}, {end} à terme",
)
CUSTOMERS_ENDLESS = Text(
    en="customers: {now} in month {last}, then no limit",
    fr="clients : {now} au mois {last}, puis sans limite",
)
MARGIN = Text(
    en="monthly margin: {now}, {end} in the end", fr="marge du mois : {now}, {end} à terme"
)
MARGIN_ENDLESS = Text(
    en="monthly margin: {now}, then no limit", fr="marge du mois : {now}, puis sans limite"
)
MONTH = Text(en="month", fr="mois")
NEXT_EURO = Text(en="one more euro brings back", fr="un euro de plus rapporte")
LEVERS = {
    "acquisition_rate": Text(en="acquisition", fr="acquisition"),
    "activation_rate": Text(en="activation", fr="activation"),
    "retention_rate": Text(en="retention", fr="fidélisation"),
    "loyalty_rate": Text(en="loyalty", fr="attachement"),
    "referral_per_advocate": Text(en="referral", fr="recommandation"),
}
WHERE = {
    "acquisition_rate": Text(en="on acquisition", fr="sur l’acquisition"),
    "activation_rate": Text(en="on activation", fr="sur l’activation"),
    "retention_rate": Text(en="on retention", fr="sur la fidélisation"),
    "loyalty_rate": Text(en="on loyalty", fr="sur l’attachement"),
    "referral_per_advocate": Text(en="on referral", fr="sur la recommandation"),
}
A_POINT = Text(en="+1 point: {gain} for {cost}", fr="+1 point : {gain} pour {cost}")
A_TENTH = Text(en="+0.1 visit: {gain} for {cost}", fr="+0,1 visite : {gain} pour {cost}")
POINTS_OF_A_TENTH = 10  # hundredths of a visit
BRINGS = Text(en="each customer brings {others} others", fr="clients amenés par chacun : {others}")
NO_ANSWER = Text(
    en="no answer:\nthe customer base\nnever settles",
    fr="pas de réponse :\nla clientèle ne se\nstabilise jamais",
)

LEFT, WIDTH = 62, 344
TOP, HEIGHT = 48, 150
LOW_TOP, LOW_HEIGHT = 244, 72
MOST, MOST_EUR = 500, 20_000  # the ends of the scales
SIDE, BARS_WIDTH = 446, 128
MOST_BACK = 4  # euros, the end of the bars
ROWS = [66 + 51 * i for i in range(len(LEVERS))]


def draw_flow(figure: Figure, corners: list[Any]) -> Update:
    page = sheet(figure)
    last = corners[0].months.index[-1]
    base, margin = (
        place(figure, LEFT, TOP, WIDTH, HEIGHT),
        place(figure, LEFT, LOW_TOP, WIDTH, LOW_HEIGHT),
    )
    base.set(xlim=(0, last), ylim=(0, MOST))
    margin.set(xlim=(0, last), ylim=(0, MOST_EUR))
    months = range(0, last + 1, 12)
    base.set_xticks(months, [])
    margin.set_xticks(months)
    for axes, ticks, say in (
        (base, (0, 250, 500), number),
        (margin, (0, 10_000, 20_000), money),
    ):
        axes.set_yticks(ticks, [say(tick) for tick in ticks])
        tidy(axes, hide=("left",), grid="y")
    write(page, LEFT + WIDTH - 14, LOW_TOP + LOW_HEIGHT + 10, MONTH, side="right")
    x = 14
    for (color, words), wide in zip(STAGES.values(), (86, 70, 104), strict=True):
        key(page, x, 33, color, words)
        x += wide
    page.plot([x, x + 14], [33] * 2, color=VERMILION, lw=2.2)
    write(page, x + 19, 33, LAPSED, 9.5)
    return together(_base(page, base), _margin(page, margin), _levers(page))


def _base(page: Axes, axes: Axes) -> Update:
    """The customers of each month by stage, and those who have lapsed."""
    grounds = {name: area(axes, color, 0.75) for name, (color, _) in STAGES.items()}
    lapsed = line(axes, VERMILION, 2.2)
    start = line(axes, INK, 1.4, ls=(0, (4, 3)))
    said = write(page, 14, 14, "", 11, INK, bold=True, moving=True)

    def update(result: Any) -> None:
        months, low = result.months.index.to_numpy(), 0.0
        for name, ground in grounds.items():
            high = low + result.months[name].to_numpy()
            ground.set_xy(outline(months, low, high))
            low = high
        lapsed.set_data(months, result.months["lapsed"])
        start.set_data(months, result.start["customers"])
        now = result.months["customers"].iloc[-1]
        words = CUSTOMERS if result.in_the_end else CUSTOMERS_ENDLESS
        said.set_text(
            words.format(
                now=arrow(number(now), now > MOST),
                last=number(months[-1]),
                end=number(result.in_the_end[0]) if result.in_the_end else "",
            )
        )

    return update


def arrow(written: str, beyond: bool) -> str:
    return f"↑ {written}" if beyond else written


def _margin(page: Axes, axes: Axes) -> Update:
    """The margin of each month, and what it would be with the rates of the start."""
    ground, top = area(axes, INK, 0.12), line(axes, INK, 2.6)
    start = line(axes, INK, 1.4, ls=(0, (4, 3)))
    page.plot([LEFT + 6, LEFT + 26], [LOW_TOP + 7] * 2, color=INK, lw=1.4, ls=(0, (4, 3)))
    write(page, LEFT + 31, LOW_TOP + 7, AT_START, 9.5)
    said = write(page, 14, LOW_TOP - 18, "", 11, INK, bold=True, moving=True)

    def update(result: Any) -> None:
        months = result.months.index.to_numpy()
        eur = result.months["margin_eur"].to_numpy()
        ground.set_xy(outline(months, 0, eur))
        top.set_data(months, eur)
        start.set_data(months, result.start["margin_eur"])
        said.set_text(
            (MARGIN if result.in_the_end else MARGIN_ENDLESS).format(
                now=arrow(money(eur[-1]), eur[-1] > MOST_EUR),
                end=money(result.in_the_end[1]) if result.in_the_end else "",
            )
        )

    return update


def _levers(page: Axes) -> Update:
    """What one more euro a month brings back, were it spent there."""
    write(page, SIDE, 14, NEXT_EURO, 11, INK, bold=True)
    one = SIDE + BARS_WIDTH / MOST_BACK
    write(page, one, 32, money(1), side="center")
    bars = page.barh([y + 2 for y in ROWS], 1, height=14, left=SIDE, zorder=0.5, animated=True)
    unit = page.vlines(
        [one] * len(ROWS), [y - 8 for y in ROWS], [y + 12 for y in ROWS], INK, lw=1, animated=True
    )
    texts = [
        (
            write(page, SIDE, y - 14, "", 11, moving=True),
            write(page, 0, y + 2, "", 12.5, moving=True),
            write(page, SIDE, y + 18, "", 9.5, moving=True),
        )
        for y in ROWS
    ]
    none = write(page, SIDE, 150, NO_ANSWER, 13, VERMILION, moving=True, linespacing=1.5)
    page.hlines(304, SIDE, 634, FAINT, lw=1)
    brings = write(page, SIDE, 320, "", 10, moving=True)

    def update(result: Any) -> None:
        brings.set_text(BRINGS.format(others=number(result.referral_coefficient, 2)))
        emphasise(brings, not result.in_the_end, QUIET if result.in_the_end else VERMILION)
        none.set_visible(result.levers is None)
        for artist in (*bars, unit, *(text for row in texts for text in row)):
            artist.set_visible(result.levers is not None)
        if result.levers is None:
            return
        best = result.levers["margin_of_next_euro_eur"].idxmax()
        for bar, row, (name, gain, because) in zip(
            bars, result.levers.itertuples(), texts, strict=True
        ):
            back, chosen = row.margin_of_next_euro_eur, row.Index == best
            bar.set_width(BARS_WIDTH * min(max(back, 0) / MOST_BACK, 1))
            bar.set_facecolor(BLUE if chosen else GREY)
            tenth = row.Index == "referral_per_advocate"
            value = number(row.value, 1) if tenth else percent(row.value, _digits(row.value))
            name.set_text(f"{'★ ' if chosen else ''}{LEVERS[row.Index]}, {value}")
            gain.set_text(f"▸ {money(back, 2)}" if back > MOST_BACK else money(abs(back), 2))
            gain.set_x(6 + max(one, SIDE + bar.get_width()))
            times = POINTS_OF_A_TENTH if tenth else 1
            because.set_text(
                (A_TENTH if tenth else A_POINT).format(
                    gain=money(abs(times * row.gain_eur)), cost=money(times * row.cost_eur)
                )
            )
            emphasise(name, chosen, BLUE if chosen else INK)
            emphasise(gain, chosen, BLUE if chosen else INK)

    return update


def _digits(rate: float) -> int:
    """The decimals of a percentage: one where it stands between two whole ones."""
    return 0 if np.isclose(100 * rate, round(100 * rate)) else 1


def tell_flow(result: Any) -> str:
    months = result.months
    now, last = months.iloc[-1], months.index[-1]
    said = _AFTER.format(
        customers=few(now["customers"]), last=number(last), margin=money(now["margin_eur"])
    )
    if result.levers is None:
        return f"{said} {_ENDLESS.format(others=number(result.referral_coefficient, 2))}"
    back = result.levers["margin_of_next_euro_eur"]
    best, second = back.sort_values(ascending=False, kind="stable").index[:2]
    settles = _SETTLES.format(customers=few(result.in_the_end[0]))
    where = (_LOSS if back[best] < 1 else _GAIN).format(
        where=WHERE[best],
        best=money(back[best], 2),
        elsewhere=WHERE[second],
        second=money(back[second], 2),
    )
    return f"{said} {settles} {where}"


_AFTER = Text(
    en="After {last} months there are {customers} customers, who leave a margin of {margin} a month.",
    fr="Après {last} mois, il y a {customers} clients, qui laissent une marge de {margin} par mois.",
)
_SETTLES = Text(
    en="Growth ends when as many leave as come, at {customers}.",
    fr="La croissance s’arrête quand il en part autant qu’il en vient, à {customers}.",
)
_GAIN = Text(
    en="The next euro works hardest {where}: it brings back {best} of margin, against {second} "
    "{elsewhere}.",
    fr="C’est {where} que l’euro suivant travaille le mieux : il rapporte {best} de marge, contre "
    "{second} {elsewhere}.",
)
_LOSS = Text(
    en="The next euro is lost wherever it goes: even {where} it brings back only {best} of margin.",
    fr="L’euro suivant est perdu où qu’il aille : même {where}, il ne rapporte que {best} de marge.",
)
_ENDLESS = Text(
    en="Each of them brings {others} others by word of mouth, so the base never settles: no market "
    "allows that for long. Which rate do you doubt?",
    fr="Par recommandation, chacun en amène {others} de plus, si bien que la clientèle ne se stabilise "
    "jamais : aucun marché ne le permet longtemps. De quel taux doutez-vous ?",
)
