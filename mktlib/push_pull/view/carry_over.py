"""Carry-over: forty months of quotes rebuilt from adverts, and how long one advert is heard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from mktlib.core.figure import GREY, INK, ORANGE, QUIET, tidy, write_number
from mktlib.core.sheet import key, line, place, sheet, sticks, together, write
from mktlib.core.text import Text, number, percent

from .parts import BEST, PUSH, draw_distance

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from mktlib.core.lab import Update

QUOTES = Text(
    en="quotes asked of an insurer, each month", fr="demandes de devis à un assureur, par mois"
)
ADVERTS = Text(
    en="effect of its TV adverts, in your model", fr="effet de ses spots TV selon votre modèle"
)
UNIT = Text(en="quotes", fr="/ mois")
REAL = Text(en="real", fr="réelles")
REBUILT = Text(en="rebuilt", fr="rebâties")
THIS_MONTH = Text(en="this month’s adverts", fr="spots du mois")
EARLIER = Text(en="left from earlier months", fr="reste des mois d’avant")
ECHO = Text(en="one unit of adverts brings", fr="demandes par unité de spots")
IN_ALL = Text(
    en="{total} quotes in all,\n{now} in its own month",
    fr="{total} en tout,\ndont {now} le mois même",
)
NOTHING = Text(en="no quote at all", fr="aucune demande")
CUT = Text(en="↑ beyond {most}", fr="↑ au-delà de {most}")
MONTHS = Text(en="months later", fr="mois après")
FIT = Text(
    en="intercept {intercept}, effect {effect},\ncarry-over {carry_over}",
    fr="départ {intercept}, effet {effect},\nrémanence {carry_over}",
)

LEFT, TOP, WIDTH, HEIGHT = 40, 34, 388, 160
LOW_TOP, LOW_HEIGHT = 250, 70
SIDE, SIDE_WIDTH = 462, 172
LEAST_QUOTES, MOST_QUOTES, MOST_ADVERTS, FARTHEST = 4, 22, 30, 10
ECHO_TOP, ECHO_HEIGHT = 158, 80


def draw_carry_over(figure: Figure, corners: list[Any]) -> Update:
    page = sheet(figure)
    months = np.arange(len(corners[0].table))
    quotes = place(figure, LEFT, TOP, WIDTH, HEIGHT)
    adverts = place(figure, LEFT, LOW_TOP, WIDTH, LOW_HEIGHT)
    januaries = [i for i, month in enumerate(corners[0].table["month"]) if month.month == 1]
    quotes.set(xlim=(-0.8, len(months) - 0.2), ylim=(LEAST_QUOTES, MOST_QUOTES))
    adverts.set(xlim=(-0.8, len(months) - 0.2), ylim=(0, MOST_ADVERTS))
    quotes.set_xticks(januaries, [])
    adverts.set_xticks(januaries, [str(corners[0].table["month"][i].year) for i in januaries])
    quotes.set_yticks(range(5, MOST_QUOTES, 5))
    adverts.set_yticks([0, 10, 20, 30])
    for axes in (quotes, adverts):
        write_number(axes.yaxis)
        tidy(axes, hide=("left",), grid="y")
    write(page, 14, 14, QUOTES, 11, INK, bold=True)
    write(page, 14, LOW_TOP - 34, ADVERTS, 11, INK, bold=True)
    distance = draw_distance(page, SIDE, 30, SIDE_WIDTH, FARTHEST, UNIT, digits=2)

    def miss(result: Any) -> None:
        distance(result.distance, result.best.error if result.shown else None)

    return together(
        miss,
        _quotes(page, quotes, corners[0].table["quotes"].to_numpy(), months),
        _adverts(page, adverts, corners[0].table["tv_advert_spend"].to_numpy(), months),
        _echo(figure, page, corners),
    )


def _quotes(page: Axes, axes: Axes, real: np.ndarray, months: np.ndarray) -> Update:
    """The real quotes, the rebuilt ones, and how far these miss."""
    misses = line(axes, ORANGE, 2.2, solid_capstyle="butt")
    axes.plot(months, real, color=GREY, lw=1.4, zorder=1.8)
    axes.plot(months, real, "o", ms=5.5, mfc="white", mec=QUIET, mew=1.5)
    rebuilt = line(axes, INK, 3)
    best = line(axes, BEST, 2.6, ls=(0, (4, 2)))
    y, right = TOP + HEIGHT - 10, LEFT + WIDTH
    page.plot([right - 146, right - 130], [y, y], color=GREY, lw=1.4)
    page.plot([right - 138], [y], "o", ms=5.5, mfc="white", mec=QUIET, mew=1.5)
    write(page, right - 124, y, REAL, 10)
    page.plot([right - 80, right - 62], [y, y], color=INK, lw=3)
    write(page, right - 56, y, REBUILT, 10, INK, bold=True)
    fitted = write(page, SIDE, 324, "", 10, BEST, moving=True, linespacing=1.3)

    def update(result: Any) -> None:
        rebuilt.set_data(months, result.rebuilt)
        misses.set_data(
            *sticks(months, real, np.clip(result.rebuilt, LEAST_QUOTES - 1, MOST_QUOTES + 1))
        )
        best.set_data(months, result.best_rebuilt)
        fitted.set_text(
            FIT.format(
                intercept=number(result.best.intercept, 1),
                effect=number(result.best.effect_now, 2),
                carry_over=number(result.best.carry_over, 2),
            )
        )
        for artist in (best, fitted):
            artist.set_visible(result.shown)

    return update


def _adverts(page: Axes, axes: Axes, spend: np.ndarray, months: np.ndarray) -> Update:
    """Each month's own adverts, and on top what is left of the earlier ones."""
    axes.bar(months, spend, width=0.8, color=PUSH)
    left_over = [
        axes.bar([x], [0], bottom=[y], width=0.8, color=PUSH, alpha=0.4, animated=True)[0]
        for x, y in zip(months, spend, strict=True)
    ]
    y = LOW_TOP - 14
    for x, words, alpha in ((LEFT, THIS_MONTH, 1), (LEFT + 150, EARLIER, 0.4)):
        key(page, x, y, PUSH, words, alpha)
    beyond = CUT.format(most=number(MOST_ADVERTS))
    cut = write(page, LEFT + WIDTH, y, beyond, 9.5, PUSH, "right", moving=True)

    def update(result: Any) -> None:
        cut.set_visible(bool(result.pressure.max() > MOST_ADVERTS))
        for bar, heard, now in zip(left_over, result.pressure, spend, strict=True):
            bar.set_height(heard - now)

    return update


def _echo(figure: Figure, page: Axes, corners: list[Any]) -> Update:
    """What one unit of adverts brings in its own month and in the ones that follow."""
    axes = place(figure, SIDE, ECHO_TOP, SIDE_WIDTH, ECHO_HEIGHT)
    months = range(len(corners[0].echo))
    highest = max(result.echo[0] for result in corners)
    axes.set(xlim=(-0.6, len(months) - 0.4), ylim=(0, highest), yticks=[])
    axes.set_xticks(months)
    write_number(axes.xaxis)
    tidy(axes, hide=("left",))
    write(page, SIDE, ECHO_TOP - 30, ECHO, 11, INK, bold=True)
    write(page, SIDE + SIDE_WIDTH, ECHO_TOP + ECHO_HEIGHT + 24, MONTHS, 9.5, side="right")
    bars = axes.bar(months, [0] * len(months), width=0.8, color=PUSH, animated=True)
    for bar in bars[1:]:
        bar.set_alpha(0.4)
    said = write(page, SIDE, ECHO_TOP + ECHO_HEIGHT + 50, "", 11, INK, moving=True, linespacing=1.3)

    def update(result: Any) -> None:
        for bar, heard in zip(bars, result.echo, strict=True):
            bar.set_height(heard)
        total = result.echo_total
        said.set_text(
            IN_ALL.format(total=number(total, 2), now=percent(result.echo[0] / total, 0))
            if total
            else str(NOTHING)
        )

    return update


def tell_carry_over(result: Any) -> str:
    said = _OFF.format(
        off=number(result.distance, 2 if result.distance < 10 else 1), half=_half_life(result)
    )
    if not result.shown:
        return f"{said} {_side(result)}"
    best = _BEST.format(
        best=number(result.best.error, 2),
        intercept=number(result.best.intercept, 1),
        effect=number(result.best.effect_now, 2),
        carry_over=number(result.best.carry_over, 2),
    )
    return f"{said} {best}"


def _half_life(result: Any) -> str:
    if not result.echo[0]:
        return str(_NO_EFFECT)
    if not result.half_life_months:
        return str(_NO_MEMORY)
    return _MEMORY.format(months=number(result.half_life_months, 1))


def _side(result: Any) -> Text:
    """What to look at next: the level, or the swings."""
    real = result.table["quotes"].to_numpy()
    level = result.rebuilt.mean() - real.mean()
    if abs(level) > 1:
        return _HIGH if level > 0 else _LOW
    swing = result.rebuilt.std() / real.std()
    if swing < 0.8:
        return _FLAT
    return _WILD if swing > 1.2 else _FINE


_OFF = Text(
    en="Your model is off by about {off} quotes a month; {half}.",
    fr="Votre modèle se trompe, en demandes de devis par mois, d’environ {off} ; {half}.",
)
_MEMORY = Text(
    en="in it, half of an advert’s pressure is gone after {months} months",
    fr="selon lui, la moitié de la pression d’un spot a disparu après {months} mois",
)
_NO_MEMORY = Text(
    en="in it, an advert is forgotten when its month is over",
    fr="selon lui, un spot est oublié dès la fin de son mois",
)
_NO_EFFECT = Text(en="in it, adverts do nothing", fr="selon lui, la publicité ne fait rien")
_HIGH = Text(en="It lies too high on average.", fr="Il passe trop haut en moyenne.")
_LOW = Text(en="It lies too low on average.", fr="Il passe trop bas en moyenne.")
_FLAT = Text(
    en="The level is right but the real quotes swing more: which control makes it livelier?",
    fr="Le niveau est bon, mais les vraies demandes bougent plus : quel réglage le rend plus vif ?",
)
_WILD = Text(
    en="The level is right but the real quotes swing less: which control calms it?",
    fr="Le niveau est bon, mais les vraies demandes bougent moins : quel réglage le calme ?",
)
_FINE = Text(
    en="Level and swings are right; does it turn in the right months?",
    fr="Niveau et amplitude sont bons ; tourne-t-il aux bons mois ?",
)
_BEST = Text(
    en="The best model of this kind is still off by {best}: intercept {intercept}, effect {effect}, "
    "carry-over {carry_over}.",
    fr="Le meilleur modèle de cette forme se trompe encore de {best} : départ {intercept}, effet "
    "{effect}, rémanence {carry_over}.",
)
