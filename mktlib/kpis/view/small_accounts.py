"""Small accounts: the funnel that chance draws, and the league table read against it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from mktlib.core.figure import BLUE, FAINT, INK, QUIET, SKY, VERMILION, tidy, write_percent
from mktlib.core.sheet import area, emphasise, line, outline, place, sheet, together, write
from mktlib.core.text import Text, number, percent

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from mktlib.core.lab import Update

RATE = Text(en="engagements per impression", fr="engagements par impression")
IMPRESSIONS = Text(
    en="impressions of the account (each label ten times the one before)",
    fr="impressions du compte (chaque repère vaut dix fois le précédent)",
)
LEAGUE = Text(en="the ranking that managers see", fr="le classement que voit la direction")
SHADED = Text(
    en="shaded: where chance alone keeps an account {confidence} of the time",
    fr="zone teintée : là où le seul hasard tient un compte {confidence} du temps",
)
ALL_ACCOUNTS = Text(en="all accounts {rate}", fr="ensemble {rate}")
VERDICTS = {
    "above": Text(en="▲ above", fr="▲ au-dessus"),
    "inside": Text(en="● chance", fr="● hasard"),
    "below": Text(en="▼ below", fr="▼ au-dessous"),
}
OUTSIDE = {
    "above": Text(en="above", fr="au-dessus"),
    "below": Text(en="below", fr="au-dessous"),
}
LOOKS = {  # the dot, its colour, that of the line to the ranking
    "above": ("^", BLUE, BLUE),
    "inside": ("o", "#8a8a8a", FAINT),
    "below": ("v", VERMILION, VERMILION),
}

LEFT, TOP, WIDTH, HEIGHT = 50, 36, 352, 250
ROW = 33
HIGHEST = 0.05  # a tiny account above it stands on the edge, with its rate written


def draw_small_accounts(figure: Figure, corners: list[Any]) -> Update:
    page = sheet(figure)
    axes = place(figure, LEFT, TOP, WIDTH, HEIGHT)
    sizes = corners[0].limits["trials"].to_numpy()
    axes.set(xscale="log", xlim=(sizes[0], sizes[-1]), ylim=(0, HIGHEST))
    decades = [10**power for power in range(1, 6)]
    axes.set_xticks(decades, [number(size) for size in decades])
    axes.minorticks_off()
    axes.set_yticks(np.arange(0, HIGHEST + 0.001, 0.01))
    write_percent(axes.yaxis)
    axes.set_xlabel(str(IMPRESSIONS), labelpad=5)
    tidy(axes, hide=("left",), grid="y")
    write(page, 14, 18, RATE)
    write(page, 634, 18, LEAGUE, side="right")
    return together(_limits(axes, page, sizes), _accounts(axes, page, len(corners[0].accounts)))


def _limits(axes: Axes, page: Axes, sizes: np.ndarray) -> Update:
    """Between which rates chance alone keeps an account of each size."""
    band = area(axes, SKY, 0.2)
    low_edge, high_edge = line(axes, SKY, 1.6), line(axes, SKY, 1.6)
    centre = line(axes, INK, 1, ls=(0, (5, 3)))
    across = axes.get_yaxis_transform()
    all_accounts = write(axes, 0.01, 0, color=INK, moving=True, va="top", transform=across)
    page.barh([333], [22], left=LEFT, height=9, color=SKY, alpha=0.3)
    shaded = write(page, LEFT + 30, 333, moving=True)

    def update(result: Any) -> None:
        low, high = result.limits["low"].to_numpy(), result.limits["high"].to_numpy()
        band.set_xy(outline(sizes, low, high))
        low_edge.set_data(sizes, low)
        high_edge.set_data(sizes, high)
        centre.set_data(sizes, np.full_like(low, result.centre_rate))
        all_accounts.set_y(result.centre_rate - 0.0004)
        all_accounts.set_text(ALL_ACCOUNTS.format(rate=percent(result.centre_rate, 2)))
        digits = 1 if result.confidence > 0.99 else 0
        shaded.set_text(SHADED.format(confidence=percent(result.confidence, digits)))

    return update


def _accounts(axes: Axes, page: Axes, count: int) -> Update:
    """The ranking on the right, and a line from each of its rows to the account's dot."""
    rows = [TOP + 12 + ROW * i for i in range(count)]
    ends = [HIGHEST * (1 - (y - TOP) / HEIGHT) for y in rows]
    edge = axes.get_xlim()[1]
    leaders, dots = {}, {}
    for verdict, (shape, color, faint) in LOOKS.items():
        leaders[verdict] = line(axes, faint, 0.9)
        dots[verdict] = axes.plot([], [], shape, ms=9, color=color, mec="white", animated=True)[0]
        leaders[verdict].set(clip_on=False, zorder=2.5)
        dots[verdict].set(clip_on=False, zorder=4)
    texts = []
    for i, y in enumerate(rows):
        write(page, 432, y, number(i + 1), 11, side="right")
        texts.append(
            (
                write(page, 444, y, "", 12, moving=True),
                write(page, 512, y, moving=True),
                write(page, 634, y, "", 12, side="right", moving=True),
            )
        )
    off_scale = write(axes, 0, HIGHEST - 0.0016, color=INK, moving=True)

    def update(result: Any) -> None:
        accounts = result.accounts
        lines: dict[str, list[tuple[float, float]]] = {verdict: [] for verdict in LOOKS}
        for row, end, written in zip(accounts.itertuples(), ends, texts, strict=True):
            height = min(row.rate, HIGHEST)
            lines[row.verdict] += [(row.trials, height), (edge, end), (np.nan, np.nan)]
            chance = row.verdict == "inside"
            name, judged, rate = written
            name.set_text(row.account)
            judged.set_text(str(VERDICTS[row.verdict]))
            rate.set_text(percent(row.rate, 2))
            for text in written:
                bold = not chance and text is not judged
                emphasise(text, bold, QUIET if chance else LOOKS[row.verdict][1])
        for verdict, points in lines.items():
            x, y = np.array(points).reshape(-1, 2).T
            leaders[verdict].set_data(x, y)
            dots[verdict].set_data(x[::3], y[::3])
        first = accounts.iloc[0]
        off_scale.set_visible(first["rate"] > HIGHEST)
        off_scale.set_text(f"  ↑ {percent(first['rate'])}")
        off_scale.set_x(first["trials"])

    return update


def tell_small_accounts(result: Any) -> str:
    last = result.accounts.iloc[-1]
    others = [row for row in result.accounts[:-1].itertuples() if row.verdict != "inside"]
    alone = result.first_month == result.last_month
    when = (_ALONE if alone else _OVER).format(first=result.first_month, last=result.last_month)
    innocent = last["verdict"] == "inside"
    said = (_INNOCENT if innocent else _SUSPECT).format(
        when=when,
        name=last["account"],
        rate=percent(last["rate"], 2),
        successes=number(last["successes"]),
        trials=number(last["trials"]),
        centre=percent(result.centre_rate, 2),
    )
    if not others:
        return f"{said} {_NOISE if innocent else _NO_OTHER}"
    listed = ", ".join(f"{row.account} ({OUTSIDE[row.verdict]})" for row in others)
    return f"{said} {_OUTSIDE.format(listed=listed)}"


_ALONE = Text(en="In month {last} alone", fr="Sur le seul mois {last}")
_OVER = Text(en="Over months {first} to {last}", fr="Sur les mois {first} à {last}")
_INNOCENT = Text(
    en="{when}, {name} is last with {rate} ({successes} of {trials} impressions), yet inside the "
    "limits: chance is enough to explain it.",
    fr="{when}, la dernière place revient à {name} avec {rate} ({successes} sur {trials} "
    "impressions), mais dans les limites : le hasard suffit à l’expliquer.",
)
_SUSPECT = Text(
    en="{when}, {name} is last and below its limits, {rate} against {centre} for all: "
    "that is a question to ask, not yet a verdict.",
    fr="{when}, la dernière place revient à {name}, et au-dessous de ses limites, "
    "{rate} contre {centre} pour l’ensemble : une question à poser, pas encore un verdict.",
)
_OUTSIDE = Text(
    en="Outside the limits, and worth a question: {listed}.",
    fr="Hors des limites, et dignes d’une question : {listed}.",
)
_NO_OTHER = Text(
    en="The other seven differ by no more than chance.",
    fr="Les sept autres ne diffèrent pas plus que par hasard.",
)
_NOISE = Text(
    en="So is everybody else: this ranking proves nothing; pool more months.",
    fr="Tous les autres aussi : ce classement ne prouve rien ; cumulez davantage de mois.",
)
