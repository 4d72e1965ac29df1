"""How many letters: the net gift by letters a year, and who was written to that often."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from mktlib.core.figure import BLUE, FAINT, GREY, INK, QUIET, VERMILION, tidy, write_percent
from mktlib.core.sheet import emphasise, line, place, sheet, sticks, together, write
from mktlib.core.text import Text, number, percent

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from mktlib.core.lab import Update

NET = Text(
    en="gift less the letters’ cost, in guilders", fr="don moins le coût des lettres, en florins"
)
AS_THEY_ARE = Text(en="donors as they are", fr="donateurs tels qu’ils sont")
ALIKE = Text(en="as if all had the same past", fr="à passé égal")
LETTERS = Text(en="letters received a year", fr="lettres reçues par an")
WHO = Text(en="who was written to that often?", fr="à qui écrivait-on autant ?")
BIG = Text(
    en="share who used to give over {big} guilders",
    fr="part de ceux qui donnaient plus de {big} florins",
)
DONORS = Text(en="donors", fr="donateurs")
UP_TO = Text(en="≤ {letters}", fr="≤ {letters}")
OVER = Text(en="> {letters}", fr="> {letters}")
ONE_MORE = Text(
    en="with one letter a year more, in guilders", fr="avec une lettre de plus par an, en florins"
)
SUMS = (
    Text(en="the gift is up by", fr="le don augmente de"),
    Text(en="goes with their past", fr="va avec leur passé"),
    Text(en="left over", fr="reste"),
    Text(en="its cost", fr="son coût"),
    Text(en="net", fr="net"),
)

LEFT, TOP, WIDTH, HEIGHT = 40, 56, 330, 196
RIGHT, RIGHT_WIDTH = 432, 202
MOST_LETTERS = 3.25
MOST_BIG = 0.9
COLUMNS = (14, 152, 296, 438, 540)
SIGNS = ((134, "−"), (278, "="), (420, "−"), (522, "="))


def draw_letters(figure: Figure, corners: list[Any]) -> Update:
    page = sheet(figure)
    write(page, 14, 14, NET, 11.5, INK, bold=True)
    return together(_gifts(figure, page, corners), _who(figure, page, corners[0]), _sums(page))


def _gifts(figure: Figure, page: Axes, corners: list[Any]) -> Update:
    """The net gift of each group and its line; and the same with the past made equal."""
    axes = place(figure, LEFT, TOP, WIDTH, HEIGHT)
    nets = np.concatenate([_nets(result, column) for result in corners for column in _SERIES])
    axes.set(xlim=(0, MOST_LETTERS), ylim=(np.floor(nets.min()) - 2, np.ceil(nets.max()) + 1))
    axes.set_xticks([0, 1, 2, 3])
    axes.set_xlabel(str(LETTERS), labelpad=4)
    axes.axhline(0, color=INK, lw=1)
    tidy(axes, hide=("left", "bottom"), grid="y")
    (mark,) = page.plot([19], [35], "o", ms=9, color=VERMILION, mec="white")
    mark.set_clip_on(False)
    write(page, 29, 35, AS_THEY_ARE, 10, VERMILION)
    moved = line(axes, QUIET, 1)
    slope, alike_slope = line(axes, VERMILION, 1.8), line(axes, BLUE, 1.8)
    (dots,) = axes.plot([], [], "o", ms=10, color=VERMILION, mec="white", animated=True)
    (alike,) = axes.plot([], [], "D", ms=8, color=BLUE, mec="white", animated=True)
    (sample,) = page.plot([199], [35], "D", ms=7, color=BLUE, mec="white", animated=True)
    named = write(page, 209, 35, ALIKE, 10, BLUE, moving=True)
    ends = np.array([0.15, MOST_LETTERS - 0.05])

    def update(result: Any) -> None:
        compared = result.alike != "simple"
        letters = result.groups["letters"].to_numpy()
        gifts, same = (_nets(result, column) for column in _SERIES)
        dots.set_data(letters, gifts)
        alike.set_data((letters, same) if compared else ([], []))
        moved.set_data(sticks(letters, gifts, same) if compared else ([], []))
        centre = result.mean_gift - result.cost_guilders * result.mean_letters
        for drawn, rise in ((slope, result.naive_net), (alike_slope, result.net)):
            drawn.set_data(ends, centre + rise * (ends - result.mean_letters))
        for artist in (alike_slope, sample, named):
            artist.set_visible(compared)

    return update


_SERIES = ("gift", "gift_if_alike")


def _nets(result: Any, column: str) -> np.ndarray:
    groups = result.groups
    return (groups[column] - result.cost_guilders * groups["letters"]).to_numpy()


def _who(figure: Figure, page: Axes, first: Any) -> Update:
    """Of those who got that many letters, the share who had been giving much."""
    axes = place(figure, RIGHT, TOP, RIGHT_WIDTH, HEIGHT)
    limits = [float(most) for most in first.groups.index]
    names = [UP_TO.format(letters=_short(most)) for most in limits[:-1]]
    names.append(OVER.format(letters=_short(limits[-2])))
    places = [float(place) for place in range(len(names))]
    axes.set(xlim=(-0.5, len(names) - 0.5), ylim=(0, MOST_BIG))
    axes.set_xticks(places, names)
    axes.set_yticks([0, 0.2, 0.4, 0.6, 0.8])
    axes.set_xlabel(str(LETTERS), labelpad=4)
    write_percent(axes.yaxis)
    tidy(axes, hide=("left",), grid="y")
    write(page, 634, 14, WHO, 11.5, INK, "right", bold=True)
    write(page, 634, 35, BIG.format(big=number(first.big_guilders)), 10, side="right")
    bars = axes.bar(places, 0, width=0.72, color=GREY, animated=True)
    shares = [write(axes, x, 0, "", 10.5, INK, "center", moving=True) for x in places]
    write(page, RIGHT - 8, TOP + HEIGHT + 44, DONORS, 9, side="right")
    step = RIGHT_WIDTH / len(names)
    counts = [
        write(page, RIGHT + step * (x + 0.5), TOP + HEIGHT + 44, "", 9, side="center", moving=True)
        for x in places
    ]

    def update(result: Any) -> None:
        groups = result.groups
        most = groups["big_share"].to_numpy().argmax()
        for i, row in enumerate(groups.itertuples()):
            bars[i].set_height(row.big_share)
            bars[i].set_facecolor(VERMILION if i == most else GREY)
            shares[i].set_text(percent(row.big_share, 0))
            shares[i].set_y(row.big_share + 0.035)
            emphasise(shares[i], i == most, VERMILION if i == most else INK)
            counts[i].set_text(number(row.donors))

    return update


def _short(letters: float) -> str:
    return number(letters, 0 if letters == round(letters) else 1)


def _sums(page: Axes) -> Update:
    """What a letter more goes with, less what the past explains, less its cost."""
    page.hlines(TOP + HEIGHT + 58, 14, 634, FAINT, lw=1)
    top = TOP + HEIGHT + 72
    write(page, 14, top, ONE_MORE, 10, INK, bold=True)
    texts = []
    for x, sign in SIGNS:
        write(page, x, top + 42, sign, 14, side="center")
    for x, name in zip(COLUMNS, SUMS, strict=True):
        write(page, x, top + 20, name)
        texts.append(write(page, x, top + 42, "", 16, INK, bold=True, moving=True))

    def update(result: Any) -> None:
        compared = result.alike != "simple"
        explained = round(result.naive_slope, 2) - round(result.slope, 2)  # the sum adds up
        past = number(explained, 2) if compared else "?"
        values = (result.naive_slope, None, result.slope, result.cost_guilders, result.net)
        for text, value in zip(texts, values, strict=True):
            text.set_text(past if value is None else number(value, 2))
        emphasise(texts[1], True, INK if compared else QUIET)
        emphasise(texts[-1], True, BLUE if result.net > 0 else VERMILION)

    return update


def tell_letters(result: Any) -> str:
    groups = result.groups
    most = groups.iloc[-1]
    others = groups.iloc[:-1]
    values = {
        "naive": number(result.naive_slope, 2),
        "naive_net": number(result.naive_net, 2),
        "slope": number(result.slope, 2),
        "net": number(result.net, 2),
        "low": number(result.net - result.margin, 2),
        "high": number(result.net + result.margin, 2),
        "alike": _ALIKE_IN[result.alike],
        "big": number(result.big_guilders),
        "most": percent(most["big_share"], 0),
        "others": percent(float(np.average(others["big_share"], weights=others["donors"])), 0),
    }
    if result.alike == "simple":
        return f"{_NAIVE.format(**values)} {_BUT.format(**values)}"
    if result.naive_net <= 0:
        verdict = _NEVER
    elif result.net > result.margin:
        verdict = _STILL
    else:
        verdict = _LOSS if result.net < -result.margin else _UNSURE
    return f"{_COMPARED.format(**values)} {verdict}"


_ALIKE_IN = {
    "simple": Text(en="nothing in common", fr="aucun point commun"),
    "past_response": Text(
        en="the same last gift and share of letters answered",
        fr="même dernier don et de même part de réponses",
    ),
    "past_response_and_gifts": Text(
        en="the same last gift, share of letters answered and average gift",
        fr="même dernier don, de même part de réponses et de même don moyen",
    ),
    "within_groups": Text(
        en="about the same share of letters answered and average gift",
        fr="part de réponses et de don moyen voisins",
    ),
}
_NAIVE = Text(
    en="One letter a year more goes with {naive} guilders more: {naive_net} once it is paid.",
    fr="Une lettre de plus par an va avec {naive} florins de plus : {naive_net} une fois payée.",
)
_BUT = Text(
    en="But look at the right: {most} of those written to most had been giving over {big} "
    "guilders, against {others} of the others. Did the letters make the donors, or the donors "
    "the letters?",
    fr="Mais regardez à droite : {most} de ceux à qui l’on écrivait le plus donnaient déjà plus de "
    "{big} florins, contre {others} des autres. Les lettres ont-elles fait les dons, ou les dons "
    "les lettres ?",
)
_COMPARED = Text(
    en="Among donors with {alike}, one letter a year more goes with {slope} guilders, "
    "instead of {naive}: {net} once it is paid, {low} to {high} at 95%.",
    fr="Entre donateurs de {alike}, une lettre de plus par an va avec {slope} florins au lieu "
    "de {naive} : {net} une fois payée, de {low} à {high} à 95 %.",
)
_NEVER = Text(
    en="It did not pay even before the comparison.",
    fr="Elle ne payait pas, même avant cette comparaison.",
)
_STILL = Text(
    en="It still pays, as far as these columns can tell; what the charity knew and did not write "
    "down may take more away.",
    fr="Elle paie encore, pour autant que ces colonnes le disent ; ce que l’association savait "
    "sans l’écrire peut en retirer davantage.",
)
_UNSURE = Text(
    en="The gain can no longer be told from chance.",
    fr="Le gain ne se distingue plus du hasard.",
)
_LOSS = Text(
    en="What looked like a gain is a loss.", fr="Ce qui ressemblait à un gain est une perte."
)
