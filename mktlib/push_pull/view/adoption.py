"""Adoption: a curve fitted by hand to the surveys, and who brings the new users, year by year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mktlib.core.figure import INK, ORANGE, QUIET, tidy, write_percent
from mktlib.core.sheet import area, line, outline, place, sheet, sticks, together, write
from mktlib.core.text import Text, number, percent

from .parts import BEST, PULL, PUSH, draw_distance

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from mktlib.core.lab import Update

USERS = Text(
    en="American adults who use social media", fr="Américains adultes sur les réseaux sociaux"
)
NEW_USERS = Text(en="new users a year: who brought them?", fr="nouveaux par an : venus par qui ?")
POINTS = Text(en="points", fr="points")
YOURS = Text(en="your curve", fr="votre courbe")
SURVEYS = Text(en="surveys", fr="enquêtes")
LATER = Text(en="2021, kept apart", fr="2021, mise à part")
FIT = Text(en="p {p}, q {q}, m {m}", fr="p {p}, q {q}, m {m}")
AT_END_2016 = Text(en="your users, end of 2016", fr="vos utilisateurs, fin 2016")
OUTSIDE = Text(en="from outside\n(push)", fr="extérieur\n(push)")
OTHERS = Text(en="word of mouth\n(pull)", fr="bouche-à-oreille\n(pull)")

LEFT, TOP, WIDTH, HEIGHT = 48, 32, 372, 174
LOW_TOP, LOW_HEIGHT = 244, 74
SIDE, SIDE_WIDTH = 456, 176
FARTHEST = 30  # points, the end of the bar


def draw_adoption(figure: Figure, corners: list[Any]) -> Update:
    page = sheet(figure)
    shares, rates = (
        place(figure, LEFT, TOP, WIDTH, HEIGHT),
        place(figure, LEFT, LOW_TOP, WIDTH, LOW_HEIGHT),
    )
    first, last = corners[0].years[[0, -1]]
    shares.set(xlim=(first, last), ylim=(0, 1))
    fastest = max(result.rate_by_year.max() for result in corners)
    rates.set(xlim=(first, last), ylim=(0, 1.02 * fastest))
    years = range(int(first), int(last) + 1, 3)
    shares.set_xticks(years, [])
    rates.set_xticks(years)
    shares.set_yticks([0, 0.25, 0.5, 0.75, 1])
    rates.set_yticks([0, 0.1, 0.2])
    for axes in (shares, rates):
        write_percent(axes.yaxis)
        tidy(axes, hide=("left",), grid="y")
    write(page, 14, 14, USERS, 11, INK, bold=True)
    write(page, 14, LOW_TOP - 16, NEW_USERS, 11, INK, bold=True)
    distance = draw_distance(page, SIDE, 30, SIDE_WIDTH, FARTHEST, POINTS)

    def miss(result: Any) -> None:
        least = result.best.rmse_share * 100 if result.shown else None
        distance(100 * result.distance_share, least)

    return together(miss, _shares(page, shares, corners[0]), _rates(rates), _who(page))


def _shares(page: Axes, axes: Axes, any_result: Any) -> Update:
    """The surveys, the hand's curve, how far it misses each, and least squares once shown."""
    surveys, later = any_result.surveys, any_result.later
    misses = line(axes, ORANGE, 2.2, solid_capstyle="butt")
    axes.plot(surveys["year"], surveys["use_share"], "o", ms=6.5, mfc="white", mec=QUIET, mew=1.6)
    axes.plot(later["year"], later["use_share"], "D", ms=7, mfc="white", mec=QUIET, mew=1.6)
    right = LEFT + WIDTH
    y = TOP + HEIGHT - 14
    page.plot([right - 150], [y], "o", ms=6.5, mfc="white", mec=QUIET, mew=1.6)
    write(page, right - 142, y, SURVEYS, 9.5)
    page.plot([right - 82], [y], "D", ms=6, mfc="white", mec=QUIET, mew=1.6)
    write(page, right - 74, y, LATER, 9.5)
    ceiling = line(axes, QUIET, 1.2, ls=(0, (1, 2)))
    named = write(page, right + 8, 0, "m", 12, INK, moving=True, bold=True)
    yours = line(axes, INK, 3.2)
    best = line(axes, BEST, 3, ls=(0, (4, 2)))
    page.plot([right - 154, right - 134], [y - 20] * 2, color=INK, lw=3.2)
    write(page, right - 128, y - 20, YOURS, 10, INK, bold=True)
    fitted = write(page, SIDE, 116, "", 10, BEST, moving=True)

    def update(result: Any) -> None:
        ceiling.set_data(axes.get_xlim(), [result.ceiling_share] * 2)
        named.set_y(TOP + HEIGHT * (1 - result.ceiling_share))
        yours.set_data(result.years, result.share_by_year)
        x, share = surveys["year"].to_numpy(), surveys["use_share"].to_numpy()
        misses.set_data(*sticks(x, share, result.at_surveys))
        for artist in (best, fitted):
            artist.set_visible(result.shown)
        best.set_data(result.years, result.best_by_year)
        fitted.set_text(
            FIT.format(
                p=number(result.best.p, 3),
                q=number(result.best.q, 2),
                m=percent(result.best.ceiling_share, 0),
            )
        )

    return update


def _rates(axes: Axes) -> Update:
    """New users a year: those brought from outside, and on top those brought by users."""
    push, pull = area(axes, PUSH, 0.85), area(axes, PULL, 0.8)

    def update(result: Any) -> None:
        push.set_xy(outline(result.years, 0, result.push_by_year))
        pull.set_xy(outline(result.years, result.push_by_year, result.rate_by_year))

    return update


def _who(page: Axes) -> Update:
    """Of all users at the end of 2016, how many came by pull and how many by push."""
    write(page, SIDE, 178, AT_END_2016, 11, INK, bold=True)
    end = SIDE + SIDE_WIDTH
    page.barh([200], [SIDE_WIDTH], left=SIDE, height=16, color=PUSH, alpha=0.85)
    bar = page.barh([200], [0], left=SIDE, height=16, color=PULL, animated=True)[0]
    pull = write(page, SIDE, 228, "", 22, PULL, bold=True, moving=True)
    push = write(page, end, 228, "", 22, PUSH, "right", bold=True, moving=True)
    for x, side, words, color in ((SIDE, "left", OTHERS, PULL), (end, "right", OUTSIDE, PUSH)):
        write(page, x, 248, words, 10.5, color, side, va="top", linespacing=1.3)

    def update(result: Any) -> None:
        part = result.push_part_2016
        bar.set_width(SIDE_WIDTH * (1 - part))
        pull.set_text(percent(1 - part, 0))
        push.set_text(percent(part, 0))

    return update


def tell_adoption(result: Any) -> str:
    off = number(100 * result.distance_share, 1)
    said = _OFF.format(
        off=off, forecast=percent(result.forecast_2021, 0), real=percent(result.real_2021, 0)
    )
    if not result.shown:
        return f"{said} {_side(result)}"
    best = _BEST.format(
        best=number(100 * result.best.rmse_share, 1),
        p=number(result.best.p, 3),
        q=number(result.best.q, 2),
        m=percent(result.best.ceiling_share, 0),
    )
    return f"{said} {best}"


def _side(result: Any) -> Text:
    """What to look at next: on which side of the surveys the curve lies."""
    if result.rate_by_year.argmax() == 0:
        return _NO_IMITATION
    miss = result.at_surveys - result.surveys["use_share"].to_numpy()
    half = len(miss) // 2
    early, late = miss[:half].mean(), miss[half:].mean()
    if max(abs(early), abs(late)) < 0.01:
        return _CLOSE
    if early > 0 and late > 0:
        return _ABOVE
    if early < 0 and late < 0:
        return _BELOW
    return _EARLY if early > 0 else _LATE


_OFF = Text(
    en="Your curve is off the surveys of 2005 to 2016 by about {off} points; it says {forecast} "
    "for 2021, where Pew then found {real}.",
    fr="Votre courbe s’écarte d’environ {off} points des enquêtes de 2005 à 2016 ; elle dit "
    "{forecast} pour 2021, où Pew a ensuite trouvé {real}.",
)
_NO_IMITATION = Text(
    en="It bends from the first day: what would give it the slow start of an S?",
    fr="Elle fléchit dès le premier jour : qu’est-ce qui lui donnerait le départ lent d’un S ?",
)
_CLOSE = Text(en="Hard to do better by hand.", fr="Difficile de faire mieux à la main.")
_ABOVE = Text(
    en="It lies above them: what would slow it down, or stop it lower?",
    fr="Elle passe au-dessus : qu’est-ce qui la ralentirait, ou l’arrêterait plus bas ?",
)
_BELOW = Text(
    en="It lies below them: what would speed it up, or let it rise higher?",
    fr="Elle passe au-dessous : qu’est-ce qui l’accélérerait, ou la laisserait monter ?",
)
_EARLY = Text(
    en="It is too high at first and too low later: less push at the start, more word of mouth?",
    fr="Elle est trop haute d’abord, trop basse ensuite : moins de push au départ, plus de "
    "bouche-à-oreille ?",
)
_LATE = Text(
    en="It is too low at first and too high later: does everybody end up as a user?",
    fr="Elle est trop basse d’abord, trop haute ensuite : tout le monde finit-il utilisateur ?",
)
_BEST = Text(
    en="The best Bass curve is still off by {best} points, with p = {p}, q = {q} and {m} for m.",
    fr="La meilleure courbe de Bass se trompe encore de {best} points, avec p = {p}, q = {q} et {m} "
    "pour m.",
)
