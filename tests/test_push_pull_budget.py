"""The push and pull budget: closed forms against the week-by-week definition."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mktlib.core.text import PlainError
from mktlib.push_pull import exercises, labs
from mktlib.push_pull.model import (
    Market,
    break_even_week,
    cheaper_week,
    content_stock,
    overtaking_week,
    push_pull_plan,
)

MARKET = Market()


def by_hand(total, share, carry_over, half_life, reproduction, stop, weeks):
    """The same plan as its author would tell it: one advert and one content at a time."""
    push, pull = [], []
    for week in range(1, weeks + 1):
        paid = range(1, min(week, stop) + 1)
        pressure = sum((1 - share) * total * carry_over ** (week - then) for then in paid)
        contents = sum(
            share * total / MARKET.publication_eur * 2 ** (-(week - then) / half_life)
            for then in paid
        )
        readers = contents * sum(reproduction**generation for generation in range(400))
        most = MARKET.leads_at_most
        push.append(most * pressure / (pressure + MARKET.push_half_eur))
        pull.append(most * readers / (readers + MARKET.pull_half_contents))
    return push, pull


@pytest.mark.parametrize(
    "setting",
    [
        (2500, 0.5, 0.5, 13, 0.5, 20, 30),
        (500, 0.2, 0.0, 1, 0.0, 5, 30),
        (5000, 0.95, 0.9, 52, 0.8, 30, 30),
    ],
)
def test_a_plan_is_the_sum_of_what_each_euro_does(setting):
    plan = push_pull_plan(*setting)
    push, pull = by_hand(*setting)
    assert np.allclose(plan["push_leads"], push)
    assert np.allclose(plan["pull_leads"], pull)
    assert np.allclose(plan["total_leads"], plan["push_leads"] + plan["pull_leads"])
    assert plan["total_eur"].sum() == pytest.approx(setting[0] * setting[5])


def test_the_cost_of_a_lead_counts_all_money_and_all_leads_so_far():
    plan = push_pull_plan(2000, 0.25, 0.3, 8, 0.4, stop_week=10, weeks=15)
    for name in ("push", "pull", "total"):
        spent, won = plan[f"{name}_eur"][:12].sum(), plan[f"{name}_leads"][:12].sum()
        assert plan.loc[12, f"{name}_cost_per_lead_eur"] == pytest.approx(spent / won)


@given(half_life=st.floats(0.5, 60), age=st.integers(0, 40))
def test_the_interest_in_a_content_halves_every_half_life(half_life, age):
    stock = content_stock([1] + [0] * age, half_life)
    assert stock[age] == pytest.approx(0.5 ** (age / half_life))


@given(
    share=st.floats(0, 1),
    carry_over=st.floats(0, 0.9),
    half_life=st.floats(1, 52),
    reproduction=st.floats(0, 0.8),
    stop=st.integers(1, 60),
)
def test_after_the_stop_leads_only_fall_and_cost_only_falls(
    share, carry_over, half_life, reproduction, stop
):
    plan = push_pull_plan(2500, share, carry_over, half_life, reproduction, stop, weeks=60)
    after = plan[stop - 1 :]
    assert (after["total_leads"].diff().dropna() <= 1e-9).all()
    assert (after["total_cost_per_lead_eur"].diff().dropna() <= 1e-9).all()
    assert (after["total_eur"][1:] == 0).all()


def test_more_sharing_and_longer_lives_bring_more_pull_and_leave_push_alone():
    start = push_pull_plan(2500, 0.5, 0.5, 13, 0.5, 52)
    for change in ((2500, 0.5, 0.5, 26, 0.5, 52), (2500, 0.5, 0.5, 13, 0.6, 52)):
        other = push_pull_plan(*change)
        assert (other["pull_leads"] >= start["pull_leads"]).all()
        assert other["pull_leads"].sum() > start["pull_leads"].sum()
        assert other["push_leads"].equals(start["push_leads"])


def toy(**columns) -> pd.DataFrame:
    return pd.DataFrame(columns, index=range(1, 6))


def test_overtaking_is_the_first_week_strictly_ahead():
    plan = toy(push_leads=[5, 5, 5, 5, 5], pull_leads=[1, 5, 6, 4, 9])
    assert overtaking_week(plan) == 3
    assert overtaking_week(toy(push_leads=[5] * 5, pull_leads=[5] * 5)) is None


def test_cheaper_means_to_the_end():
    plan = toy(push_cost_per_lead_eur=[50.0] * 5, pull_cost_per_lead_eur=[40.0, 60, 45, 44, 43])
    assert cheaper_week(plan) == 3
    plan["pull_cost_per_lead_eur"] = [40.0, 40, 40, 40, 60]
    assert cheaper_week(plan) is None


def test_an_approach_without_money_is_never_cheaper():
    assert cheaper_week(push_pull_plan(2500, 0, 0.5, 13, 0.5, 52)) is None
    assert cheaper_week(push_pull_plan(2500, 1, 0.5, 13, 0.5, 52)) is None


def test_break_even_pays_back_all_money_so_far():
    plan = toy(total_eur=[100, 100, 100, 0, 0], total_leads=[1, 1, 2, 3, 3])
    assert break_even_week(plan, 100) == 1
    assert break_even_week(plan, 50) == 4  # 50 x 7 = 350 against 300
    assert break_even_week(plan, 29) is None  # 10 leads are worth 290 in all
    assert break_even_week(push_pull_plan(2500, 0, 0.5, 13, 0.5, 52), 500, "pull") is None


@pytest.mark.parametrize(
    "change",
    [
        {"pull_share": 50},
        {"reproduction": 1},
        {"carry_over": 1},
        {"total_eur_per_week": -1},
    ],
)
def test_what_makes_no_plan_is_refused_in_a_sentence(change):
    setting = {
        "total_eur_per_week": 2500,
        "pull_share": 0.5,
        "carry_over": 0.5,
        "content_half_life_weeks": 13,
        "reproduction": 0.5,
        "stop_week": 52,
    }
    with pytest.raises(PlainError):
        push_pull_plan(**{**setting, **change})


def test_an_unknown_approach_is_refused():
    with pytest.raises(PlainError, match="'push', 'pull' or 'total'"):
        break_even_week(push_pull_plan(2500, 0.5, 0.5, 13, 0.5, 52), 100, "inbound")  # type: ignore[arg-type]


# The labs on top of the models


def test_the_labs_leads_after_the_stop_are_those_of_the_weeks_without_money():
    run = labs.budget.run(stop_week=30)
    for name in ("push", "pull"):
        unpaid = run.plan[f"{name}_leads"][run.plan["total_eur"] == 0]
        assert len(unpaid) == 74
        assert run.leads_after[name] == pytest.approx(unpaid.sum())


@pytest.mark.parametrize("lab", [labs.adoption, labs.carry_over], ids=lambda lab: lab.name)
def test_least_squares_is_shown_to_those_who_tried(lab):
    with pytest.raises(PlainError, match="Try first"):
        lab.run(shown=True)
    control = lab.controls[1]
    assert lab.run(shown=True, **{control.name: control.low}).shown


@pytest.mark.parametrize("lab", [labs.adoption, labs.carry_over], ids=lambda lab: lab.name)
def test_no_hand_does_better_than_least_squares(lab):
    """Not even the best stop of each slider around the fit."""
    random = np.random.default_rng(1)
    sliders = lab.controls[:3]
    for _ in range(300):
        tried = lab.run(**{s.name: s.choices[random.integers(len(s.choices))] for s in sliders})
        if lab is labs.adoption:
            assert tried.distance_share >= tried.best.rmse_share
        else:
            assert tried.distance >= tried.best.error


def test_a_hundred_cascades_stand_for_the_whole_distribution():
    shown = labs.sharing.run(local_reproduction=0.8)
    sizes = shown.sizes["local"]
    assert (np.diff(sizes) >= 0).all()
    assert (sizes == 1).sum() == round(100 * np.exp(-0.8))  # Poisson: nobody passes it on
    assert shown.silent_share["local"] == pytest.approx(np.exp(-0.8))
    assert shown.posts.loc["local", "mean"] == pytest.approx(5)
    assert shown.below_mean_share["local"] > 0.7  # the mean is made by a few


def test_the_figures_told_in_the_lesson_and_in_its_notes():
    def run(carry_over=0.5, share=0.5, half_life=13, stop=52):
        return push_pull_plan(2500, share, carry_over, half_life, 0.5, stop_week=stop)

    assert (overtaking_week(run()), cheaper_week(run())) == (19, 52)
    assert overtaking_week(run(half_life=2)) == 56
    all_leads = {share: run(share=share)["total_leads"].sum() for share in (0, 0.55, 0.65, 0.75, 1)}
    assert [round(all_leads[share]) for share in (0, 0.65, 1)] == [1426, 2739, 2254]
    assert min(all_leads[0.55], all_leads[0.75]) > 0.98 * all_leads[0.65]
    slow = run(carry_over=0.9).loc[53:]
    assert (round(slow["push_leads"].sum()), round(slow["pull_leads"].sum())) == (655, 611)
    reversed_by = run(half_life=2), run(carry_over=0.8), run(carry_over=0.9)
    assert [cheaper_week(plan) for plan in reversed_by] == [None, None, None]
    assert exercises.leads_after_the_stop.check([31, 611]).outcome == "correct"
