"""Push and pull budget: leads a week, cost of a lead so far, and what the end of the money leaves.

Push is vermilion and pull blue throughout; grey ground: the weeks without money.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from mktlib.core.figure import FAINT, INK, QUIET, tidy, write_number
from mktlib.core.sheet import (
    apart,
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
from mktlib.core.text import Text, money, number

from .parts import PULL, PUSH

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from mktlib.core.lab import Update

NAMES = {"push": Text(en="push", fr="push"), "pull": Text(en="pull", fr="pull")}
COLORS = {"push": PUSH, "pull": PULL}
LEADS = Text(en="leads a week", fr="leads par semaine")
COST = Text(en="cost of a lead so far: all money over all leads", fr="coût d’un lead à ce jour")
NO_MONEY = Text(en="the money stops", fr="l’argent s’arrête")
OVERTAKES = Text(
    en="pull overtakes push: week {week}", fr="le pull dépasse le push : semaine {week}"
)
AHEAD = Text(en="pull ahead at once: week 1", fr="le pull devant d’emblée : semaine 1")
WEEK = Text(en="week", fr="semaine")
IN_ALL = Text(en="leads in 2 years", fr="leads en 2 ans")
WHILE_PAID = Text(en="paid for", fr="payés")
AFTERWARDS = Text(en="after the stop", fr="après l’arrêt")
AFTER = Text(en="{leads} of them after the stop", fr="dont {leads} après l’arrêt")
CHEAPER = Text(
    en="pull is cheaper\nfrom week {week} on", fr="le pull moins cher\ndès la semaine {week}"
)
NOT_CHEAPER = Text(en="push is cheaper\nin the end", fr="le push moins cher\nau bout du compte")

LEFT, WIDTH = 40, 350
TOP, HEIGHT = 44, 146
LOW_TOP, LOW_HEIGHT = 236, 78
MOST_COST_EUR = 160
BARS, BARS_WIDTH = 478, 150


def draw_budget(figure: Figure, corners: list[Any]) -> Update:
    page = sheet(figure)
    weeks = corners[0].weeks
    highest = 1.2 * max(run.plan[["push_leads", "pull_leads"]].max().max() for run in corners)
    leads = place(figure, LEFT, TOP, WIDTH, HEIGHT)
    leads.set(xlim=(0, weeks), ylim=(0, highest))
    leads.set_xticks(range(0, weeks + 1, 26), [])
    leads.set_yticks(range(0, int(highest), 20))
    cost = place(figure, LEFT, LOW_TOP, WIDTH, LOW_HEIGHT)
    cost.set(xlim=(0, weeks), ylim=(0, MOST_COST_EUR))
    cost.set_xticks(range(0, weeks + 1, 26))
    cost.set_yticks([0, 50, 100, 150], [money(eur) for eur in (0, 50, 100, 150)])
    write_number(leads.yaxis)
    for axes in (leads, cost):
        tidy(axes, hide=("left",), grid="y")
    write(page, 14, 16, LEADS, 11, INK, bold=True)
    write(page, 14, LOW_TOP - 15, COST, 11, INK, bold=True)
    write(page, LEFT + WIDTH + 22, LOW_TOP + LOW_HEIGHT + 9, WEEK)
    return together(
        _stop(page, leads, cost), _leads(page, leads), _costs(page, cost), _sums(page, corners)
    )


def across(run: Any, week: float) -> float:
    """A week's place on the sheet."""
    return LEFT + WIDTH * week / run.weeks


def _stop(page: Axes, *charts: Axes) -> Update:
    """The weeks without money, on both charts."""
    grounds = [area(chart, FAINT, 0.55, zorder=0.4) for chart in charts]
    edges = [line(chart, QUIET, 1, ls=(0, (4, 3)), zorder=0.6) for chart in charts]
    words = write(page, 0, TOP - 9, NO_MONEY, side="center", moving=True)

    def update(run: Any) -> None:
        for ground, edge, chart in zip(grounds, edges, charts, strict=True):
            low, high = chart.get_ylim()
            ground.set_xy(
                [(run.stop_week, low), (run.stop_week, high), (run.weeks, high), (run.weeks, low)]
            )
            edge.set_data([run.stop_week] * 2, [low, high])
        words.set_x(min(max(across(run, run.stop_week), LEFT + 20), LEFT + WIDTH - 10))
        for artist in (*grounds, *edges, words):
            artist.set_visible(run.stops)

    return update


def _leads(page: Axes, axes: Axes) -> Update:
    """What each brings, week by week, and the week in which pull overtakes."""
    grounds = {name: area(axes, COLORS[name], 0.14, zorder=1.5) for name in NAMES}
    lines = {name: line(axes, COLORS[name], 3) for name in NAMES}
    labels = {
        name: write(page, 0, 0, "", 12, COLORS[name], "right", bold=True, moving=True)
        for name in NAMES
    }
    drop = line(axes, INK, 1, ls=(0, (1, 2)))
    (meeting,) = axes.plot([], [], "o", ms=9, mfc="white", mec=INK, mew=2, animated=True)
    meeting.set_clip_on(False)
    meeting.set_zorder(5)
    said = write(page, 0, TOP + HEIGHT + 13, "", 10.5, INK, bold=True, moving=True, ha="center")
    highest = axes.get_ylim()[1]

    def update(run: Any) -> None:
        weeks = run.plan.index.to_numpy()
        paid = run.stop_week
        heights = {}
        for name, called in NAMES.items():
            brought = run.plan[f"{name}_leads"].to_numpy()
            grounds[name].set_xy(outline(weeks, 0, brought))
            lines[name].set_data(weeks, brought)
            heights[name] = TOP + HEIGHT * (1 - brought[paid - 1] / highest)
            labels[name].set_text(f"{called} {few(brought[paid - 1])}")
            labels[name].set_visible(brought[paid - 1] > 0)
        upper, lower = sorted(heights, key=lambda name: heights[name])
        under = heights[lower] + 11
        early = across(run, paid) < LEFT + 70  # no room before the stop
        if paid < 30:  # no room under lines that are still rising
            under = max(heights[upper] - 10, TOP + 24)
        elif under > TOP + HEIGHT - 7:  # nor between a line and the axis
            under = heights[lower] - 10
        over = min(heights[upper] - 10, under - 16)
        for name, y in ((upper, over), (lower, under)):
            labels[name].set_position((across(run, paid) + (62 if early else -5), y))
        week = run.overtaking_week if run.leads["push"] else None
        if week is not None:
            both = run.plan.loc[week, ["push_leads", "pull_leads"]].mean()
            meeting.set_data([week], [both])
            drop.set_data([week, week], [0, both])
            said.set_text(OVERTAKES.format(week=number(week)) if week > 1 else str(AHEAD))
            said.set_x(min(max(across(run, week), LEFT + 84), LEFT + WIDTH - 60))
        for artist in (meeting, drop, said):
            artist.set_visible(week is not None)

    return update


def _costs(page: Axes, axes: Axes) -> Update:
    """What a lead of each has cost so far, all counted."""
    lines = {name: line(axes, COLORS[name], 3) for name in NAMES}
    labels = {
        name: write(page, LEFT + WIDTH + 8, 0, "", 12, COLORS[name], moving=True) for name in NAMES
    }
    (meeting,) = axes.plot([], [], "o", ms=7, mfc="white", mec=INK, mew=1.6, animated=True)
    meeting.set_clip_on(False)
    meeting.set_zorder(5)
    said = write(
        page, BARS, LOW_TOP + 26, "", 12, INK, bold=True, moving=True, va="top", linespacing=1.3
    )

    def update(run: Any) -> None:
        weeks = run.plan.index.to_numpy()
        ends = {}
        for name in NAMES:
            eur = run.plan[f"{name}_cost_per_lead_eur"].to_numpy()
            lines[name].set_data(weeks, eur)
            labels[name].set_visible(bool(np.isfinite(eur[-1])))
            if np.isfinite(eur[-1]):
                ends[name] = eur[-1]
        places = apart([_height(eur) for eur in ends.values()], 15)
        places -= max(0, places.max() - LOW_TOP - LOW_HEIGHT + 4)  # not down to the axis
        for (name, eur), y in zip(ends.items(), places, strict=True):
            labels[name].set_y(y)
            labels[name].set_text(f"↑ {money(eur)}" if eur > MOST_COST_EUR else money(eur))
            emphasise(labels[name], eur == min(ends.values()), COLORS[name])
        week = run.cheaper_week
        meeting.set_visible(week is not None)
        if week is not None:
            meeting.set_data([week], [run.plan.loc[week, "pull_cost_per_lead_eur"]])
        said.set_visible(len(ends) == 2)
        said.set_text(str(NOT_CHEAPER) if week is None else CHEAPER.format(week=number(week)))
        said.set_color(PUSH if week is None else PULL)

    return update


def _height(eur: float) -> float:
    return LOW_TOP + LOW_HEIGHT * (1 - min(eur / MOST_COST_EUR, 1))


def _sums(page: Axes, corners: list[Any]) -> Update:
    """All the leads of two years: those of paid weeks, and those of the weeks after."""
    write(page, BARS, 16, IN_ALL, 11, INK, bold=True)
    unit = BARS_WIDTH / max(max(run.leads.values()) for run in corners)
    rows = {}
    for name, y in (("push", 46), ("pull", 122)):
        write(page, BARS, y, NAMES[name], 14, COLORS[name], bold=True)
        end = BARS + BARS_WIDTH
        total = write(page, end, y, "", 17, COLORS[name], "right", bold=True, moving=True)
        paid, after = (
            page.barh([y + 20], [0], height=15, color=COLORS[name], alpha=alpha, animated=True)[0]
            for alpha in (1, 0.4)
        )
        paid.set_x(BARS)
        rest = write(page, BARS, y + 40, "", 10.5, INK, moving=True)
        rows[name] = total, paid, after, rest
    whole = write(page, BARS + BARS_WIDTH, 16, "", 12, INK, "right", bold=True, moving=True)
    key(page, BARS, TOP + HEIGHT, QUIET, WHILE_PAID)
    key(page, BARS + 62, TOP + HEIGHT, QUIET, AFTERWARDS, 0.4)

    def update(run: Any) -> None:
        whole.set_text(number(sum(run.leads.values())))
        for name, (total, paid, after, rest) in rows.items():
            leads = run.leads[name]
            later = run.leads_after[name]
            total.set_text(number(leads))
            paid.set_width(unit * (leads - later))
            after.set_x(BARS + unit * (leads - later))
            after.set_width(unit * later)
            rest.set_visible(run.stops and leads > 0)
            rest.set_text(AFTER.format(leads=number(later)))

    return update


def tell_budget(run: Any) -> str:
    push, pull = run.leads["push"], run.leads["pull"]
    if not push or not pull:
        only = _ONLY_PUSH if push else _ONLY_PULL
        said = only.format(leads=number(push + pull), cost=money(_last(run, "total")))
    elif run.overtaking_week is None:
        said = str(_NEVER)
    elif run.overtaking_week == 1:
        said = str(_AT_ONCE)
    else:
        after = run.overtaking_week > run.stop_week
        said = (_ONLY_AFTER if after else _OVERTAKES).format(week=number(run.overtaking_week))
    if push and pull:
        said = f"{said} {_IN_ALL.format(leads=number(push + pull))}"
    if not run.stops:
        return f"{said} {_ALWAYS_MONEY}"
    end = (_STOPS if push and pull else _STOPS_ONE).format(
        week=number(run.stop_week),
        last=number(run.weeks),
        later=number(sum(run.leads_after.values())),
        push=number(run.leads_after["push"]),
        pull=number(run.leads_after["pull"]),
    )
    return f"{said} {end}"


def _last(run: Any, name: str) -> float:
    return run.plan[f"{name}_cost_per_lead_eur"].iloc[-1]


_ONLY_PUSH = Text(
    en="All the money goes to push: {leads} leads in two years, at {cost} each.",
    fr="Tout l’argent va au push : {leads} leads en deux ans, à {cost} pièce.",
)
_ONLY_PULL = Text(
    en="All the money goes to pull: {leads} leads in two years, at {cost} each.",
    fr="Tout l’argent va au pull : {leads} leads en deux ans, à {cost} pièce.",
)
_NEVER = Text(
    en="In these two years pull never brings more leads in a week than push.",
    fr="En ces deux ans, le pull n’apporte jamais plus de leads en une semaine que le push.",
)
_OVERTAKES = Text(
    en="Push is quick, pull piles up: it passes push in week {week}.",
    fr="Le push va vite, le pull s’accumule : il passe devant en semaine {week}.",
)
_AT_ONCE = Text(
    en="Here pull is ahead of push from the very first week.",
    fr="Ici le pull devance le push dès la première semaine.",
)
_ONLY_AFTER = Text(
    en="Pull passes push in week {week} only, because push is no longer paid for.",
    fr="Le pull ne dépasse le push qu’en semaine {week}, parce que le push n’est plus payé.",
)
_IN_ALL = Text(
    en="Together they bring {leads} leads in two years.",
    fr="Ensemble, ils apportent {leads} leads en deux ans.",
)
_STOPS = Text(
    en="The money stops after week {week}: up to week {last} push still brings {push} leads, and "
    "content already published {pull}.",
    fr="L’argent s’arrête après la semaine {week} : jusqu’à la semaine {last}, le push apporte encore "
    "{push} leads, et les contenus déjà publiés {pull}.",
)
_STOPS_ONE = Text(
    en="The money stops after week {week}, and {later} of them come later.",
    fr="L’argent s’arrête après la semaine {week}, et {later} d’entre eux viennent plus tard.",
)
_ALWAYS_MONEY = Text(
    en="The money never stops here: stop it earlier to see what each leaves behind.",
    fr="Ici l’argent ne s’arrête jamais : arrêtez-le plus tôt pour voir ce que chacun laisse.",
)
