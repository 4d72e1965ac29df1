"""The RFM desk: segments in the order of contact, and what contacting in that order captures."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np

from mktlib.core.figure import BLUE, FAINT, GREY, INK, ORANGE, QUIET, SKY, tidy, write_percent
from mktlib.core.sheet import emphasise, line, place, sheet, together, write
from mktlib.core.text import Text, money, number, percent

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from mktlib.core.lab import Update

ORDER = Text(en="in the order of contact", fr="dans l’ordre de contact")
PEOPLE = Text(en="customers", fr="clients")
CONTACTED = Text(en="dark: contacted", fr="foncé : contactés")
SPENT = Text(en="dollars each", fr="dollars chacun")
BEFORE = Text(en="before", fr="avant")
AFTER = Text(en="after", fr="après")
CURVE = Text(en="share of all dollars", fr="part de tous les dollars")
MANY = Text(en="customers contacted", fr="clients contactés")
PAST = Text(en="dashes: of those before", fr="tirets : de ceux d’avant")
BRING = Text(
    en="of all dollars of weeks 40 to 78 (after), those contacted bring",
    fr="de tous les dollars des semaines 40 à 78 (après), les contactés apportent",
)
NAMES = {
    "champions": Text(en="champions", fr="champions"),
    "regulars": Text(en="regulars", fr="réguliers"),
    "promising": Text(en="promising", fr="prometteurs"),
    "cooling": Text(en="cooling", fr="tièdes"),
    "win_back": Text(en="to win back", fr="à reconquérir"),
    "sleeping": Text(en="sleeping", fr="endormis"),
}
RULES = {
    "champions": Text(
        en="≤ {recent} wk · ≥ {often} · ≥ {big}", fr="≤ {recent} sem. · ≥ {often} · ≥ {big}"
    ),
    "regulars": Text(
        en="≤ {recent} wk · ≥ {often} · < {big}", fr="≤ {recent} sem. · ≥ {often} · < {big}"
    ),
    "promising": Text(en="≤ {recent} wk · < {often}", fr="≤ {recent} sem. · < {often}"),
    "cooling": Text(
        en="{recent} to {silent} wk · ≥ {often}", fr="{recent} à {silent} sem. · ≥ {often}"
    ),
    "win_back": Text(en="> {silent} wk · ≥ {often}", fr="> {silent} sem. · ≥ {often}"),
    "sleeping": Text(en="> {recent} wk · < {often}", fr="> {recent} sem. · < {often}"),
}
SCORES = {
    "chance": (GREY, Text(en="drawn by lot", fr="tirés au sort")),
    "mine": (BLUE, Text(en="your segments", fr="vos segments")),
    "model": (ORANGE, Text(en="BG/NBD × spend", fr="BG/NBD × dépense")),
    "perfect": (INK, Text(en="perfect foresight", fr="prescience parfaite")),
}

TOP, ROW = 62, 33
BAR_LEFT, BAR_WIDTH, BAR_HEIGHT = 158, 84, 15
COUNTS, BEFORES, AFTERS = 288, 346, 396
LEFT, WIDTH, HEIGHT = 446, 184, 186
COLUMNS = (14, 172, 330, 488)


def draw_rfm(figure: Figure, corners: list[Any]) -> Update:
    page = sheet(figure)
    first = corners[0]
    return together(
        _segments(page, list(first.segments.index), first.customers),
        _curves(figure, page, first),
        _scores(page, TOP + ROW * len(first.segments) + 12),
    )


def _segments(page: Axes, names: list[str], customers: int) -> Update:
    """A segment a row: who is in it, how many, and what each of them spends."""
    write(page, 14, 16, ORDER, 11.5, INK, bold=True)
    write(page, COUNTS, 16, PEOPLE, side="right")
    write(page, BAR_LEFT, 34, CONTACTED, 10, BLUE)
    write(page, AFTERS, 16, SPENT, side="right")
    write(page, BEFORES, 34, BEFORE, side="right")
    write(page, AFTERS, 34, AFTER, side="right")
    rows = [TOP + ROW * i for i in range(len(names))]
    page.hlines([y + ROW / 2 + 3 for y in rows[:-1]], 14, AFTERS, FAINT, lw=0.6)
    parts = {
        name: _segment(page, name, y, BAR_WIDTH / customers)
        for name, y in zip(names, rows, strict=True)
    }

    def update(result: Any) -> None:
        for name, row in result.segments.to_dict("index").items():
            parts[name](result, row)

    return update


def _segment(
    page: Axes, name: str, y: float, scale: float
) -> Callable[[Any, dict[str, float]], None]:
    write(page, 14, y - 5, NAMES[name], 11.5, INK, bold=True)
    rule = write(page, 14, y + 9, "", 9, moving=True)
    everyone, contacted = (
        page.barh([y], [0], left=BAR_LEFT, height=BAR_HEIGHT, color=color, animated=True)[0]
        for color in (GREY, BLUE)
    )
    count, before, after = (
        write(page, x, y, "", 11, INK, "right", moving=True) for x in (COUNTS, BEFORES, AFTERS)
    )

    def update(result: Any, row: dict[str, float]) -> None:
        rule.set_text(_rule(name, result))
        everyone.set_width(scale * row["customers"])
        contacted.set_width(scale * row["contacted"])
        count.set_text(number(row["customers"]))
        before.set_text(_each(row["spend_each_usd"]))
        after.set_text(_each(row["holdout_each_usd"]) if result.revealed else "?")
        for text in (count, before, after):
            hidden = text is after and not result.revealed
            emphasise(text, False, INK if row["contacted"] and not hidden else QUIET)

    return update


def _rule(name: str, result: Any) -> str:
    return RULES[name].format(
        recent=number(result.cuts.recent_weeks),
        silent=number(result.cuts.silent_weeks),
        often=number(result.cuts.frequent_purchases),
        big=money(result.cuts.big_spend, currency="USD"),
    )


def _each(dollars: float) -> str:
    return money(dollars, currency="USD") if np.isfinite(dollars) else "–"


def _curves(figure: Figure, page: Axes, first: Any) -> Update:
    """The share of all dollars that the first so many customers spend, by who comes first."""
    customers = first.customers
    axes = place(figure, LEFT, TOP - 10, WIDTH, HEIGHT)
    axes.set(xlim=(0, customers), ylim=(0, 1))
    axes.set_xticks([0, 1000, 2000], [number(people) for people in (0, 1000, 2000)])
    axes.set_yticks(np.arange(0, 1.01, 0.25))
    axes.set_xlabel(str(MANY), labelpad=3)
    write_percent(axes.yaxis)
    tidy(axes, hide=("left",), grid="y")
    axes.plot([0, customers], [0, 1], color=GREY, lw=1.6)
    write(page, 634, 16, CURVE, 11.5, INK, "right", bold=True)
    write(page, 634, 34, PAST, 10, BLUE, "right")
    budget = line(axes, QUIET, 1, ls=(0, (4, 2)))
    past = line(axes, SKY, 1.6, ls=(0, (3, 1.5)))
    curves = {
        name: line(axes, SCORES[name][0], width, zorder=2 + width)
        for name, width in (("perfect", 1.4), ("model", 1.8), ("mine", 2.6))
    }
    for name, drawn in curves.items():
        drawn.set_data(*first.curves[name])  # of these, the cut-offs move mine alone

    def update(result: Any) -> None:
        budget.set_data([result.contacts] * 2, [0, 1])
        past.set_data(*result.past_curve)
        curves["mine"].set_data(*result.curves["mine"])
        for drawn in curves.values():
            drawn.set_visible(result.revealed)

    return update


def _scores(page: Axes, top: float) -> Update:
    """What those contacted spend afterwards, by who chose them."""
    page.hlines(top, 14, 634, FAINT, lw=1)
    write(page, 14, top + 16, BRING, 10, INK, bold=True)
    parts: list[Callable[[Any], None]] = []
    for x, (name, (color, words)) in zip(COLUMNS, SCORES.items(), strict=True):
        page.barh([top + 38], [10], left=x, height=9, color=color)
        write(page, x + 16, top + 38, words, 10.5)
        parts.append(_score(page, x, top + 62, name))
    return together(*parts)


def _score(page: Axes, x: float, y: float, name: str) -> Update:
    text = write(page, x, y, "", 16, bold=True, moving=True)

    def update(result: Any) -> None:
        known = result.revealed or name == "chance"
        text.set_text(percent(result.scores[name], 0) if known else "?")
        text.set_color(INK if known else QUIET)

    return update


def tell_rfm(result: Any) -> str:
    segments = result.segments
    named = [
        str(NAMES[name])
        for name in segments.index[(segments["contacted"] > 0) & (segments["customers"] > 0)]
    ]
    values = {
        "contacts": number(result.contacts),
        "first": named[0],
        "last": named[-1],
        "before": percent(result.past_share, 0),
        "mine": percent(result.scores["mine"], 0),
        "dollars": money(result.scores["mine"] * result.holdout_usd, currency="USD"),
        "chance": percent(result.scores["chance"], 0),
        "model": percent(result.scores["model"], 0),
        "perfect": percent(result.scores["perfect"], 0),
        "recent": number(result.cuts.recent_weeks),
        "next": number(result.cuts.recent_weeks + 1),
    }
    said = [(_WHO if len(named) > 1 else _WHO_ALONE).format(**values)]
    if not result.revealed:
        return f"{said[0]} {_AND_NEXT}"
    said.append(_SCORED.format(**values))
    gap = result.scores["mine"] - result.scores["model"]
    said.append((_AS_WELL if gap > -CLOSE else _WORSE).format(**values))
    return " ".join(said)


CLOSE = 0.02  # of all dollars: cut-offs that come this near do as well as the model
_WHO = Text(
    en='Your {contacts} contacts, from "{first}" down to "{last}", had spent {before} of all '
    "dollars in weeks 1 to 39.",
    fr="Vos {contacts} contacts, de « {first} » à « {last} », avaient dépensé {before} de tous les "
    "dollars des semaines 1 à 39.",
)
_WHO_ALONE = Text(
    en='Your {contacts} contacts, all of them "{first}", had spent {before} of all dollars in '
    "weeks 1 to 39.",
    fr="Vos {contacts} contacts, tous « {first} », avaient dépensé {before} de tous les dollars des "
    "semaines 1 à 39.",
)
_AND_NEXT = Text(
    en="What will they spend in the 39 weeks that follow?",
    fr="Que dépenseront-ils dans les 39 semaines qui suivent ?",
)
_SCORED = Text(
    en="In weeks 40 to 78 they spend {mine} ({dollars}): drawn by lot, as many spend {chance}; "
    "chosen by the BG/NBD, {model}; with perfect foresight, {perfect}.",
    fr="Dans les semaines 40 à 78, ils en dépensent {mine} ({dollars}) : tirés au sort, autant de "
    "clients en dépensent {chance} ; choisis par le BG/NBD, {model} ; avec une prescience "
    "parfaite, {perfect}.",
)
_AS_WELL = Text(
    en="Three cut-offs well chosen do as well as the model.",
    fr="Trois seuils bien choisis font aussi bien que le modèle.",
)
_WORSE = Text(
    en="The model, which draws no line between {recent} weeks and {next}, does better: move yours.",
    fr="Le modèle, qui ne trace aucune ligne entre {recent} semaines et {next}, fait mieux : déplacez les "
    "vôtres.",
)
