"""What the plan's labs say and draw, computed again by another road.

The desk sends all pull shares through a market together: here it is one plan, one market at a
time.  The alarms of 400 drawn years are compared with their exact chances, an integral by steps.
"""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from matplotlib.colors import to_hex
from matplotlib.patches import Polygon
from scipy.stats import norm, poisson
from test_lab_figures import points, told, widths, written

from mktlib.core.figure import BLUE, GREEN, INK, VERMILION
from mktlib.plan import labs, model
from mktlib.plan.model.dashboard import WOBBLE

# ---- desk

WEIGHTS = {"even": [1] * 12, "early": [4] * 4 + [1] * 8}


def middle(values) -> float:
    """The mean of the tenth and the eleventh of twenty."""
    ranked = sorted(values)
    return (ranked[9] + ranked[10]) / 2


@pytest.mark.parametrize(
    "setting", [(0.5, 1, 0.05, "even"), (0.3, 2, 0.1, "early"), (1.0, 0, 0.0, "even")]
)
def test_desk_plays_one_plan_in_one_market_after_the_other(setting):
    pull_share, messages, care, months = setting
    weights = WEIGHTS[months]
    plan = model.Plan(
        pull_share=pull_share,
        messages_per_month=messages,
        care_share=care,
        budget_split=[weight / sum(weights) for weight in weights],
    )
    recipe = model.Plan(pull_share=0.6)
    years = [model.simulate(plan, model.market_of(f"neighbour {i}")) for i in range(20)]
    mine = np.array([year.margin_eur + year.lifetime_value_eur - 120_000 for year in years])
    theirs = np.array(
        [model.value_eur(recipe, model.market_of(f"neighbour {i}")) for i in range(20)]
    )
    leads = {
        name: [year.truth[f"leads_{name}"].to_numpy() for year in years]
        for name in ("push", "pull")
    }
    better, worse = sum(mine > theirs), sum(mine < theirs)
    of_year = [middle([each.sum() for each in leads[name]]) for name in ("push", "pull")]
    values = dict(zip(labs.desk.defaults, setting, strict=True))
    assert told(labs.desk, **values) == [
        *("60", "40", str(better), str(worse)),
        *(
            f"{'−' if eur < 0 else ''}€{abs(eur):,.0f}"
            for eur in (min(mine), middle(mine), max(mine))
        ),
        *(f"{count:,.0f}" for count in of_year),
    ]

    figure = labs.desk.draw(**values)
    followers = middle([year.truth["followers"].iloc[-1] for year in years])
    words = [f"{better} of 20", f"€{middle(mine):,.0f}", f"{followers:,.0f}"]
    assert written(figure, like=r".*\d.*") == words
    (dots,) = points(figure, "o", INK)
    assert sorted(dots.get_xdata()) == pytest.approx(sorted(mine))
    assert dots.get_xdata() == pytest.approx(mine[np.argsort(-theirs)])
    for color, gain in ((GREEN, mine > theirs), (VERMILION, mine < theirs)):
        strips = [line for line in points(figure, "None", color) if len(line.get_xdata()) != 12]
        drawn = np.concatenate([strip.get_xdata() for strip in strips] or [[]])
        ends = np.column_stack([theirs, mine])[gain]
        assert sorted(drawn[~np.isnan(drawn)]) == pytest.approx(sorted(ends.ravel()))
    for name, color in (("push", VERMILION), ("pull", BLUE)):
        (line,) = [each for each in points(figure, "None", color) if len(each.get_xdata()) == 12]
        rows = np.array(leads[name])
        assert line.get_ydata() == pytest.approx([middle(month) for month in rows.T])
        (ground,) = [
            area
            for area in figure.findobj(Polygon)
            if area.get_animated() and to_hex(area.get_facecolor()) == color
        ]
        heights = ground.get_xy()[:24, 1].reshape(2, 12)
        inside = (rows >= heights[0] - 1e-9) & (rows <= heights[1][::-1] + 1e-9)
        assert set(inside.sum(axis=0)) == {16 if rows.any() else 20}  # eight in ten of twenty


# ---- limits

STEPS = norm.ppf((np.arange(4000) + 0.5) / 4000)  # one year's luck, from worst to best


def chance_below(mean: float, lowest: float) -> float:
    """That a count of this mean, moved by 15 %, falls under a limit."""
    means = mean * np.exp(0.15 * STEPS - 0.15**2 / 2)
    return float(poisson.cdf(np.ceil(lowest) - 1, means).mean())


def chance_of_an_alarm(months: list[float], before: float, running: int) -> float:
    """At least one in these months: over every way in which they can lie below or not."""
    silent = 0.0
    chances = months if running == 1 else [before, *months]
    for below in product((False, True), repeat=len(chances)):
        rings = any(below) if running == 1 else any(a and b for a, b in pairwise(below))
        if not rings:
            silent += np.prod([p if low else 1 - p for p, low in zip(chances, below, strict=True)])
    return 1 - silent


@pytest.mark.parametrize(
    "setting",
    [
        (160, 0.3, 0.15, "one"),
        (160, 0.3, 0.35, "two"),
        (20, 0.0, 0.3, "one"),
        (60, 0.5, 0.2, "two"),
    ],
)
def test_limits_ring_as_often_as_chance_has_it(setting):
    leads, fall, below, rule = setting
    running = 1 if rule == "one" else 2
    before = chance_below(leads, leads * (1 - below))
    after = chance_below(leads * (1 - fall), leads * (1 - below))
    exact = [
        chance_of_an_alarm([before] * (6 if running == 1 else 5), before, running),
        chance_of_an_alarm([after] * 3, before, running),
    ]
    values = dict(zip(labs.limits.defaults, setting, strict=True))
    run = labs.limits.run(**values)
    for share, chance in zip((run.false_share, run.heard_share), exact, strict=True):
        assert share == pytest.approx(chance, abs=4 * np.sqrt(chance * (1 - chance) / 400) + 1e-9)

    figure = labs.limits.draw(**values)
    shares = [f"{run.false_share:.0%}", f"{run.heard_share:.0%}"]
    assert written(figure, like=r"\d+%") == shares
    assert told(labs.limits, **values) == [f"{leads * (1 - below):.0f}", *shares]
    drawn = widths(figure, VERMILION, GREEN)
    assert drawn / 172 == pytest.approx([run.false_share, run.heard_share])
    (dots,) = points(figure, "o", BLUE)
    seen = run.seen[0] / leads
    assert dots.get_ydata() == pytest.approx(np.minimum(seen, 1.8))
    low = seen < 1 - below
    ringing = low if running == 1 else [a and b for a, b in pairwise([False, *low])]
    (rings,) = [line for line in points(figure, "o") if line is not dots]
    assert list(rings.get_xdata()) == [month for month, on in enumerate(ringing, 1) if on]


def test_chance_is_what_the_lesson_says():
    """“Chance alone moves a month's leads by some 15%.”"""
    assert WOBBLE["leads"] == 0.15


@pytest.mark.parametrize(
    ("rule", "below", "false", "heard"), [("one", 0.3, 15, 90), ("two", 0.15, 16, 92)]
)
def test_no_rule_is_free(rule, below, false, heard):
    """“One month 30% below hears 9 falls in 10 … two months running 15% below, 92% and 16%.”"""
    run = labs.limits.run(leads_a_month=160, fall=0.3, below=below, rule=rule)
    assert [f"{run.false_share:.0%}", f"{run.heard_share:.0%}"] == [f"{false}%", f"{heard}%"]
