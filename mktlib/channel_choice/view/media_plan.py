"""The media plan: people side by side, the contacts each receives on their heads, twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from mktlib.core.figure import BLUE, FAINT, GREEN, INK, ORANGE, PURPLE, tidy, write_percent
from mktlib.core.sheet import place, sheet, together, write
from mktlib.core.text import Text, money, number, percent

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from mktlib.core.lab import Update

MEDIA = {
    "newspaper": (BLUE, Text(en="newspaper", fr="journal")),
    "reading": (ORANGE, Text(en="magazines", fr="magazines")),
    "radio": (GREEN, Text(en="radio", fr="radio")),
    "lectures": (PURPLE, Text(en="lectures", fr="conférences")),
}
CONTACTS = Text(en="contacts per person", fr="contacts par personne")
COUNTED = Text(
    en="{count} people, side by side, as they are",
    fr="{count} personnes côte à côte, telles quelles",
)
INDEPENDENT = Text(en="if habits were independent", fr="si les habitudes étaient indépendantes")
NONE = Text(en="{share} use none of the four", fr="{share} : aucun des quatre")
MET = Text(
    en="{once} met, {thrice} three times or more", fr="{once} touchés, {thrice} trois fois ou plus"
)
HOW_OFTEN = Text(en="people by number of contacts", fr="les gens par nombre de contacts")
LINE = Text(en="line: if independent", fr="trait : si indépendance")
DARK = Text(en="dark grey: 3 contacts or more", fr="gris foncé : 3 contacts ou plus")
BEYOND = Text(en="↑ {share}", fr="↑ {share}")
SUMS = (
    Text(en="points (GRP)", fr="points (GRP)"),
    Text(en="people met", fr="personnes touchées"),
    Text(en="times each", fr="fois chacune"),
    Text(en="cost", fr="coût"),
    Text(en="cost of a point", fr="coût du point"),
)

LIGHT, STRONG = "#b5b5b5", "#4d4d4d"  # met; met three times or more
LEFT, WIDTH = 34, 360
TOPS, HEIGHT = (58, 190), 92
BAR = 10
RIGHT, RIGHT_WIDTH, RIGHT_TOP, RIGHT_HEIGHT = 448, 186, 58, 206
MOST = 10  # contacts shown one by one; the last place holds that many and more
HIGHEST = 0.6  # a share beyond is written
COLUMNS = (14, 158, 302, 424, 536)
SIGNS = ((138, "="), (284, "×"), (522, "→"))


def draw_media_plan(figure: Figure, corners: list[Any]) -> Update:
    page = sheet(figure)
    write(page, 14, 18, CONTACTS)
    x = 152.0
    for color, name in MEDIA.values():
        page.barh([18], [9], left=x, height=9, color=color)
        write(page, x + 14, 18, name, color=INK)
        x += 22 + 6.6 * len(str(name))
    write(page, 634, 18, DARK, side="right")
    highest = max(result.contacts.sum(axis=1).max() for result in corners)
    people = corners[0].people
    parts = (
        _heads(
            figure,
            page,
            TOPS[0],
            highest,
            COUNTED.format(count=number(people.count)),
            people,
            "counted",
            "observed",
        ),
        _heads(
            figure, page, TOPS[1], highest, str(INDEPENDENT), people, "independent", "independent"
        ),
        _exposures(figure, page),
        _sums(page),
    )

    return together(*parts)


def _heads(
    figure: Figure,
    page: Axes,
    top: float,
    highest: float,
    title: str,
    people: Any,
    weights: str,
    delivery: str,
) -> Update:
    """Every combination of media as wide as its people; each medium's contacts piled on it.

    The area of a colour is the medium's rating points.  Below, who is met at all.
    """
    axes = place(figure, LEFT, top, WIDTH, HEIGHT)
    axes.set(xlim=(0, 1), ylim=(0, highest), xticks=[], yticks=[0, 3, 6, 9])
    tidy(axes, hide=("left",), grid="y")
    write(page, LEFT, top - 13, title, 11.5, INK, bold=True)
    piles = [
        axes.fill([0], [0], color=color, lw=0, animated=True)[0] for color, _ in MEDIA.values()
    ]
    y = top + HEIGHT + BAR
    page.barh([y], [WIDTH], left=LEFT, height=BAR, color=FAINT, alpha=0.5)
    once, thrice = (
        page.barh([y], [0], left=LEFT, height=BAR, color=color, animated=True)[0]
        for color in (LIGHT, STRONG)
    )
    ends = np.concatenate([[0], np.cumsum(getattr(people, weights))])
    none = getattr(people, weights)[-1]
    write(page, LEFT + WIDTH, top + 16, NONE.format(share=percent(none, 0)), 9, side="right")
    met = write(page, LEFT + WIDTH, top + 2, "", 10.5, INK, "right", moving=True)

    across = np.repeat(ends, 2)[1:-1]

    def update(result: Any) -> None:
        levels = np.column_stack([np.zeros(len(result.contacts)), result.contacts.cumsum(axis=1)])
        for pile, low, high in zip(piles, levels.T, levels.T[1:], strict=False):
            outline = np.repeat(high, 2), np.repeat(low, 2)[::-1]
            pile.set_xy(np.column_stack([[*across, *across[::-1]], np.concatenate(outline)]))
        met_by = getattr(result.plan, delivery)
        once.set_width(WIDTH * met_by.net_reach_share)
        thrice.set_width(WIDTH * met_by.effective_reach_share)
        met.set_text(
            MET.format(
                once=percent(met_by.net_reach_share, 0),
                thrice=percent(met_by.effective_reach_share, 0),
            )
        )

    return update


def _exposures(figure: Figure, page: Axes) -> Update:
    """How many people receive no contact, one, two..."""
    axes = place(figure, RIGHT, RIGHT_TOP, RIGHT_WIDTH, RIGHT_HEIGHT)
    axes.set(xlim=(-0.6, MOST + 0.6), ylim=(0, HIGHEST))
    axes.set_xticks(range(0, MOST + 1, 2), [*map(str, range(0, MOST, 2)), f"{MOST}+"])
    axes.set_yticks(np.arange(0, HIGHEST + 0.01, 0.2))
    write_percent(axes.yaxis)
    tidy(axes, hide=("left",), grid="y")
    write(page, 634, RIGHT_TOP - 13, HOW_OFTEN, 11.5, INK, "right", bold=True)
    write(page, 634, RIGHT_TOP + 12, LINE, side="right")
    places = np.arange(MOST + 1)
    colors = [LIGHT] * 3 + [STRONG] * (MOST - 2)
    bars = axes.bar(places, 0, width=0.8, color=colors, animated=True)
    (line,) = axes.step(places, places, where="mid", color=INK, lw=1.6, animated=True)
    beyond = write(axes, 0.6, 0.95 * HIGHEST, "", 10.5, INK, moving=True)

    def update(result: Any) -> None:
        none = result.plan.observed.exposures[0]
        beyond.set_visible(none > HIGHEST)
        beyond.set_text(BEYOND.format(share=percent(none, 0)))
        for bar, share in zip(bars, _shares(result.plan.observed), strict=True):
            bar.set_height(min(share, HIGHEST))
        line.set_ydata(_shares(result.plan.independent).clip(max=HIGHEST))

    return update


def _shares(delivery: Any) -> np.ndarray:
    """The share of people by number of contacts, the last place holding all beyond."""
    exposures = delivery.exposures.to_numpy()
    shares = np.zeros(MOST + 1)
    np.add.at(shares, np.minimum(np.arange(len(exposures)), MOST), exposures)
    return shares


def _sums(page: Axes) -> Update:
    """Points are people met times how often; and what they cost."""
    page.hlines(308, 14, 634, FAINT, lw=1)
    texts = []
    for x, sign in SIGNS:
        write(page, x, 343, sign, 14, side="center")
    for x, name in zip(COLUMNS, SUMS, strict=True):
        write(page, x, 322, name)
        texts.append(write(page, x, 343, "", 16, INK, bold=True, moving=True))

    def update(result: Any) -> None:
        plan = result.plan
        written = (
            number(plan.gross_rating_points),
            percent(plan.observed.net_reach_share, 1),
            number(plan.observed.average_frequency, 2),
            money(plan.cost_eur),
            money(plan.cost_per_point_eur) if plan.gross_rating_points else "–",
        )
        for text, words in zip(texts, written, strict=True):
            text.set_text(words)

    return update


def tell_media_plan(result: Any) -> str:
    plan = result.plan
    bought = [name for name, insertions in plan.insertions.items() if insertions]
    if not bought:
        return str(_NOTHING)
    values = {
        "points": number(plan.gross_rating_points),
        "met": percent(plan.observed.net_reach_share, 1),
        "times": number(plan.observed.average_frequency, 1),
        "guess": percent(plan.independent.net_reach_share, 1),
        "thrice": percent(plan.observed.effective_reach_share, 0),
        "thrice_guess": percent(plan.independent.effective_reach_share, 0),
        "missed": number(
            result.people.count * (plan.independent.net_reach_share - plan.observed.net_reach_share)
        ),
        "of": number(result.people.count),
    }
    if len(bought) == 1:
        return _ALONE.format(**values)
    return f"{_MET.format(**values)} {_THRICE.format(**values)}"


_NOTHING = Text(en="No insertion, nobody met.", fr="Aucune insertion, personne de touché.")
_ALONE = Text(
    en="{points} points: {met} of people are met, {times} times each. In one medium alone there "
    "is no overlap to guess, and both pictures agree.",
    fr="{points} points : {met} des gens sont touchés, {times} fois chacun. Dans un seul média, il "
    "n’y a pas de recoupement à deviner, et les deux images concordent.",
)
_MET = Text(
    en="{points} points meet {met} of people, {times} times each. Independence promises {guess}: "
    "{missed} people of {of} too many, for those who use one medium are likelier to use "
    "another.",
    fr="{points} points touchent {met} des gens, {times} fois chacun. L’indépendance promet "
    "{guess} : {missed} personnes de trop sur {of}, car qui utilise un média en utilise plus "
    "souvent un autre.",
)
_THRICE = Text(
    en="Met three times or more: {thrice}, against {thrice_guess}.",
    fr="Touchés trois fois ou plus : {thrice}, contre {thrice_guess}.",
)
