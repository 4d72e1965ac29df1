"""Lifecycle flows, pressure, lifetime value, segments, cohorts and mailings, by definition."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import mktlib
from mktlib.core.text import PlainError
from mktlib.customer_lifecycle.model import (
    RATES,
    SEGMENTS,
    STAGES,
    ChannelPreference,
    Lifecycle,
    Messages,
    RfmCuts,
    aggregate_retention,
    ask_preference,
    best_messages_per_month,
    break_even_acquisition_cost,
    capture_curve,
    captured_share,
    cohort_table,
    company_retention,
    customer_lifetime_value,
    donor_groups,
    gift_regressions,
    holdout_score,
    lifecycle_months,
    lifetime_value_of,
    margin_per_month,
    message_pressure,
    net_gift_per_letter,
    next_euro,
    payback_period,
    referral_coefficient,
    retention_rates,
    rfm_segments,
    rfm_table,
    segment_value,
    steady_state,
    survival_shares,
    value_of_a_person,
    value_of_a_point,
)

patient = settings(deadline=None)  # a busy machine is no failure


def rates(low: float, high: float) -> st.SearchStrategy[float]:
    return st.floats(low, high, allow_nan=False)


LIFECYCLES = st.builds(
    Lifecycle,
    prospects_per_month=rates(0, 5000),
    acquisition_rate=rates(0, 1),
    activation_rate=rates(0, 0.3),
    retention_rate=rates(0, 0.95),
    loyalty_rate=rates(0, 1),
    advocacy_rate=rates(0, 1),
    referral_per_advocate=rates(0, 3),
    return_rate=rates(0, 0.5),
    lost_rate=rates(0.02, 1),
    customer_margin_eur=rates(0, 100),
    loyal_margin_eur=rates(0, 300),
)
SETTLING = LIFECYCLES.filter(lambda lifecycle: referral_coefficient(lifecycle) < 0.95)


# Flow


def step_by_hand(a: Lifecycle, now: dict[str, float]) -> dict[str, float]:
    """One month, stage by stage, in words rather than in a matrix."""
    kept = {stage: a.retention_rate * now[stage] for stage in ("customer", "loyal", "advocate")}
    newly_loyal = a.loyalty_rate * kept["customer"]
    new_advocates = a.advocacy_rate * kept["loyal"]
    back = a.return_rate * now["lapsed"]
    lapsing = sum(now[stage] - kept[stage] for stage in kept)
    return {
        "prospect": a.prospects_per_month,
        "visitor": a.acquisition_rate * now["prospect"] + a.referral_per_advocate * now["advocate"],
        "customer": a.activation_rate * now["visitor"] + kept["customer"] - newly_loyal + back,
        "loyal": kept["loyal"] + newly_loyal - new_advocates,
        "advocate": kept["advocate"] + new_advocates,
        "lapsed": (now["lapsed"] - back) * (1 - a.lost_rate) + lapsing,
    }


@patient
@given(LIFECYCLES, st.lists(rates(0, 1000), min_size=6, max_size=6))
def test_months_follow_the_words(lifecycle, people):
    now = dict(zip(STAGES, people, strict=True))
    table = lifecycle_months(lifecycle, 5, start=now)
    for month in range(6):
        assert table.loc[month, list(STAGES)].to_dict() == pytest.approx(now, abs=1e-9)
        now = step_by_hand(lifecycle, now)


@patient
@given(LIFECYCLES, st.lists(rates(0, 1000), min_size=6, max_size=6))
def test_nobody_appears_or_vanishes(lifecycle, people):
    table = lifecycle_months(lifecycle, 24, start=dict(zip(STAGES, people, strict=True)))
    total = table[list(STAGES)].sum(axis=1)
    change = lifecycle.prospects_per_month + table["referrals"] - table["leavers"]
    assert total.to_numpy()[1:] == pytest.approx((total.shift() + change).to_numpy()[1:])
    assert (table >= 0).all(axis=None)


@patient
@given(LIFECYCLES)
def test_customers_are_those_before_and_new_and_back_less_those_lapsed(lifecycle):
    table = lifecycle_months(lifecycle, 24)
    before = table.shift()
    back = lifecycle.return_rate * before["lapsed"]
    expected = before["customers"] * lifecycle.retention_rate + table["new_customers"] + back
    assert table["customers"].to_numpy()[1:] == pytest.approx(expected.to_numpy()[1:])
    margins = [margin_per_month(lifecycle, row[list(STAGES)]) for _, row in table.iterrows()]
    assert table["margin_eur"].tolist() == pytest.approx(margins)


@patient
@given(SETTLING)
def test_the_steady_state_stays(lifecycle):
    steady = steady_state(lifecycle)
    after = lifecycle_months(lifecycle, 1, start=steady).loc[1]
    assert after[list(STAGES)].tolist() == pytest.approx(steady.tolist(), rel=1e-9, abs=1e-9)
    assert after["leavers"] == pytest.approx(lifecycle.prospects_per_month + after["referrals"])


def test_the_months_lead_to_the_steady_state():
    last = lifecycle_months(Lifecycle(), 600).loc[600, list(STAGES)]
    assert last.tolist() == pytest.approx(steady_state(Lifecycle()).tolist(), rel=1e-9)


@patient
@given(SETTLING)
def test_prospects_times_their_value_is_the_margin(lifecycle):
    """The same money counted by month or by person."""
    by_month = margin_per_month(lifecycle, steady_state(lifecycle))
    by_person = lifecycle.prospects_per_month * value_of_a_person(lifecycle)["prospect"]
    assert by_month == pytest.approx(by_person, rel=1e-9, abs=1e-9)


def test_the_value_of_a_person_is_what_comes_of_one():
    lifecycle = Lifecycle(prospects_per_month=0)
    for stage, value in value_of_a_person(lifecycle).items():
        months = lifecycle_months(lifecycle, 2000, start={stage: 1})
        assert months["margin_eur"].sum() == pytest.approx(value, rel=1e-6)


def test_the_referral_coefficient_is_the_next_generation_of_one_customer():
    """Follow one customer with advocates' visitors counted, not let in."""
    lifecycle = Lifecycle(prospects_per_month=0)
    alone = replace(lifecycle, referral_per_advocate=0)
    advocate_months = lifecycle_months(alone, 2000, start={"customer": 1})["advocate"].sum()
    brought = advocate_months * lifecycle.referral_per_advocate * lifecycle.activation_rate
    assert referral_coefficient(lifecycle) == pytest.approx(brought, rel=1e-9)


@patient
@given(SETTLING)
def test_referral_multiplies_what_advertising_brings(lifecycle):
    """Customers in the steady state = those without referral / (1 - R)."""
    stages = ["customer", "loyal", "advocate"]
    with_referral = steady_state(lifecycle)[stages].sum()
    without = steady_state(replace(lifecycle, referral_per_advocate=0))[stages].sum()
    multiplier = 1 / (1 - referral_coefficient(lifecycle))
    assert with_referral == pytest.approx(without * multiplier, rel=1e-9, abs=1e-9)


def test_at_one_the_base_neither_settles_nor_is_called_settled():
    at_one = replace(Lifecycle(), referral_per_advocate=2 / referral_coefficient(Lifecycle()))
    assert referral_coefficient(at_one) == pytest.approx(1)
    barely = replace(at_one, referral_per_advocate=1.001 * at_one.referral_per_advocate)
    with pytest.raises(PlainError, match="brings 1.00 others"):
        steady_state(barely)
    above = replace(at_one, referral_per_advocate=1.2 * at_one.referral_per_advocate)
    customers = lifecycle_months(above, 500)["customers"]
    assert (customers.diff()[400:] > customers.diff()[399:-1].to_numpy()[:101]).all()
    for model in (steady_state, value_of_a_person, value_of_a_point):
        with pytest.raises(PlainError, match="brings 1.20 others"):
            model(above)


@pytest.mark.parametrize("stuck", [{"retention_rate": 1}, {"return_rate": 1}, {"lost_rate": 0}])
def test_where_nobody_is_lost_nothing_settles(stuck):
    with pytest.raises(PlainError, match="never settles"):
        steady_state(Lifecycle(**stuck))


def test_where_few_are_lost_it_settles_late():
    slow = Lifecycle(lost_rate=0.005, referral_per_advocate=0)
    last = lifecycle_months(slow, 9000).loc[9000, list(STAGES)]
    assert last.tolist() == pytest.approx(steady_state(slow).tolist(), rel=1e-6)


INSIDE = st.builds(
    Lifecycle,
    prospects_per_month=rates(100, 5000),
    acquisition_rate=rates(0.05, 0.95),
    activation_rate=rates(0.02, 0.2),
    retention_rate=rates(0.3, 0.92),
    loyalty_rate=rates(0.05, 0.6),
    advocacy_rate=rates(0.05, 0.6),
    referral_per_advocate=rates(0.1, 1),
    return_rate=rates(0.02, 0.3),
    lost_rate=rates(0.05, 0.9),
).filter(lambda lifecycle: referral_coefficient(lifecycle) < 0.8)


@patient
@given(INSIDE)
def test_the_value_of_a_point_is_the_slope_of_the_margin(lifecycle):
    def margin(**change):
        changed = replace(lifecycle, **change)
        return margin_per_month(changed, steady_state(changed))

    step = 1e-6
    for rate, point in value_of_a_point(lifecycle).items():
        at = getattr(lifecycle, rate)
        slope = (margin(**{rate: at + step}) - margin(**{rate: at - step})) / (2 * step)
        assert point == pytest.approx(0.01 * slope, rel=2e-5, abs=1e-6)


def test_the_next_euro():
    lifecycle = Lifecycle(activation_rate=1, acquisition_rate=0.01, referral_per_advocate=0)
    costs = {"prospects_per_month": 4.0, "acquisition_rate": 50.0, "activation_rate": 70.0}
    table = next_euro(lifecycle, costs)
    gains = value_of_a_point(lifecycle)
    assert table.index.tolist() == list(costs)
    assert table.loc["activation_rate", "gain_eur"] == 0  # it is at 1: no point to be had
    assert gains["activation_rate"] > 0
    assert table.loc["acquisition_rate", "margin_of_next_euro_eur"] == pytest.approx(
        gains["acquisition_rate"] / 50
    )
    more = replace(lifecycle, prospects_per_month=lifecycle.prospects_per_month + 1)
    gain = margin_per_month(more, steady_state(more))
    gain -= margin_per_month(lifecycle, steady_state(lifecycle))
    assert table.loc["prospects_per_month", "gain_eur"] == pytest.approx(gain, rel=1e-6)
    with pytest.raises(PlainError, match="'lost_rate' is no lever"):
        next_euro(lifecycle, {"lost_rate": 1})
    with pytest.raises(PlainError, match="above 0"):
        next_euro(lifecycle, {"return_rate": 0})


def test_bad_lifecycles_are_refused():
    with pytest.raises(PlainError, match="write 0.05 for 5%"):
        Lifecycle(retention_rate=90)
    with pytest.raises(PlainError, match="cannot be negative"):
        Lifecycle(referral_per_advocate=-1)
    with pytest.raises(PlainError, match="'fan' is no stage"):
        lifecycle_months(Lifecycle(), 3, start={"fan": 1})
    with pytest.raises(PlainError, match="cannot be negative"):
        lifecycle_months(Lifecycle(), 3, start={"customer": -1})
    with pytest.raises(PlainError, match="whole number"):
        lifecycle_months(Lifecycle(), -1)


# Pressure

MESSAGES = st.builds(
    Messages,
    response_rate=rates(0, 0.3),
    fatigue=rates(0.01, 0.9),
    unsubscribe_rate=rates(0, 0.2),
    irritation=rates(0.01, 1),
    margin_per_response_eur=rates(0, 100),
    cost_per_message_eur=rates(0.005, 2),
    value_of_subscriber_eur=rates(0, 200),
)


def net_by_hand(messages: Messages, number: int) -> tuple[float, float, float]:
    """A month of one subscriber: net euros, responses, share who left."""
    there, net, responses = 1.0, 0.0, 0.0
    for k in range(number):
        answer = messages.response_rate * (1 - messages.fatigue) ** k
        leave = min(1.0, messages.unsubscribe_rate * (1 + messages.irritation) ** k)
        net += there * answer * messages.margin_per_response_eur
        net -= there * messages.cost_per_message_eur
        net -= there * leave * messages.value_of_subscriber_eur
        responses += there * answer
        there *= 1 - leave
    return net, responses, 1 - there


@patient
@given(MESSAGES)
def test_pressure_message_by_message(messages):
    table = message_pressure(messages, most=15)
    columns = ["net_eur", "responses", "unsubscribed_share"]
    for k in (1, 2, 7, 15):
        expected = net_by_hand(messages, k)
        assert table.loc[k, columns].tolist() == pytest.approx(expected, abs=1e-9)
    split = table["margin_eur"] - table["cost_eur"] - table["loss_eur"]
    assert split.tolist() == pytest.approx(table["gain_eur"].tolist())


@patient
@given(MESSAGES)
def test_no_number_of_messages_beats_the_best(messages):
    best = best_messages_per_month(messages)
    nets = [net_by_hand(messages, number)[0] for number in range(best + 40)]
    assert nets[best] == pytest.approx(max(nets), abs=1e-9)
    assert message_pressure(messages, best + 1)["gain_eur"][best + 1] <= 0
    if best:
        assert message_pressure(messages, best)["gain_eur"][best] >= 0


@patient
@given(
    MESSAGES,
    st.builds(
        ChannelPreference,
        preferred_share=rates(0, 1),
        other_response=rates(0, 1),
        other_unsubscribe=rates(0, 5),
        answer_share=rates(0, 1),
        cost_of_asking_eur=rates(0, 1),
    ),
)
def test_asking_which_channel(messages, preference):
    others = replace(
        messages,
        response_rate=messages.response_rate * preference.other_response,
        unsubscribe_rate=min(1.0, messages.unsubscribe_rate * preference.other_unsubscribe),
    )
    own = preference.preferred_share

    def everyone(number):
        return own * net_by_hand(messages, number)[0] + (1 - own) * net_by_hand(others, number)[0]

    asked = ask_preference(messages, preference)
    numbers = range(max(asked.everyone_best, asked.asked_best) + 40)
    nets = [everyone(number) for number in numbers]
    own_nets = [net_by_hand(messages, number)[0] for number in numbers]
    assert asked.everyone_net_eur == pytest.approx(max(nets), abs=1e-9)
    assert nets[asked.everyone_best] == pytest.approx(max(nets), abs=1e-9)
    assert asked.asked_net_eur == pytest.approx(max(own_nets), abs=1e-9)
    gain = preference.answer_share * (max(own_nets) - max(nets)) - preference.cost_of_asking_eur
    assert asked.gain_eur == pytest.approx(gain, abs=1e-9)
    enough = [number for number, net in enumerate(own_nets) if net >= max(nets) - 1e-9]
    fewest = asked.messages_for_same_margin
    assert fewest == (enough[0] if enough else None)
    assert asked.table["everyone_net_eur"].tolist() == pytest.approx(nets[:13], abs=1e-9)
    assert asked.table["asked_net_eur"].tolist() == pytest.approx(own_nets[:13], abs=1e-9)


def test_asked_people_need_fewer_messages_for_the_same():
    asked = ask_preference()
    assert asked.messages_for_same_margin < asked.everyone_best
    assert asked.gain_eur > 0
    assert asked.asked_best > asked.everyone_best  # welcome messages bear repeating


def test_a_short_table_still_finds_the_best_beyond_it():
    short, full = ask_preference(most=2), ask_preference()
    assert short.table.index.tolist() == [0, 1, 2]
    assert (
        (short.everyone_best, short.asked_best) == (full.everyone_best, full.asked_best) == (3, 5)
    )
    assert short.asked_net_eur == full.asked_net_eur


def test_bad_messages_are_refused():
    with pytest.raises(PlainError, match="fatigue lies between 0 and 1"):
        Messages(fatigue=25)
    with pytest.raises(PlainError, match="cannot be negative"):
        ChannelPreference(other_unsubscribe=-1)
    with pytest.raises(PlainError, match="1 or more"):
        message_pressure(most=0)


# Lifetime value


@patient
@given(rates(-50, 500), rates(0, 0.98), rates(0.001, 0.5), st.integers(1, 30))
def test_lifetime_value_by_adding_up(margin, kept, discount, periods):
    timing = {"now": (0, 0), "after_a_period": (1, 1), "in_arrears": (0, 1)}
    for first, (survived, waited) in timing.items():
        terms = [
            margin * (kept / (1 + discount)) ** t * kept**survived / (1 + discount) ** waited
            for t in range(1500)
        ]
        infinite = customer_lifetime_value(margin, kept, discount, first)
        assert infinite == pytest.approx(sum(terms), rel=1e-9, abs=1e-9)
        finite = customer_lifetime_value(margin, kept, discount, first, periods)
        assert finite == pytest.approx(sum(terms[:periods]), rel=1e-9, abs=1e-9)
        survival = kept ** np.arange(1500)
        by_survival = lifetime_value_of(survival, margin, discount, first)
        assert by_survival == pytest.approx(infinite, rel=1e-9, abs=1e-9)


@patient
@given(rates(1, 500), rates(0, 0.98), rates(0.001, 0.5))
def test_the_conventions_differ_by_what_they_say(margin, kept, discount):
    now, after, arrears = (
        customer_lifetime_value(margin, kept, discount, first)
        for first in ("now", "after_a_period", "in_arrears")
    )
    assert now - after == pytest.approx(margin)
    assert now / arrears == pytest.approx(1 + discount)


def test_lifetime_values_of_a_column():
    values = customer_lifetime_value(100, np.array([0.5, 0.8]), 0.0)
    assert values.tolist() == pytest.approx([200, 500])
    with pytest.raises(PlainError, match="endless sum"):  # one of them is enough
        customer_lifetime_value(100, np.array([0.5, 1.0]), 0.0)


def test_one_average_retention_undervalues_customers_who_differ():
    """Jensen: 1 / (1 + d - r) bends upwards in r."""
    mixed = aggregate_retention(0.5, 0.9, 0.5, periods=2000)["survival_share"]
    assert lifetime_value_of(mixed, 100, 0.1) > customer_lifetime_value(100, 0.7, 0.1)


def test_bad_lifetimes_are_refused():
    with pytest.raises(PlainError, match="endless sum"):
        customer_lifetime_value(100, 1, 0)
    assert customer_lifetime_value(100, 1, 0, periods=3) == 300
    with pytest.raises(PlainError, match="not 'later'"):
        customer_lifetime_value(100, 0.8, 0.1, "later")
    with pytest.raises(PlainError, match="not 'later'"):
        lifetime_value_of([1, 0.5], 100, 0.1, "later")
    with pytest.raises(PlainError, match="starts at 1 and never rises"):
        lifetime_value_of([1, 0.5, 0.6], 100, 0.1)
    with pytest.raises(PlainError, match="starts at 1"):
        payback_period([0.9, 0.5], 100, 100)


@patient
@given(rates(1, 500), rates(0, 2000), rates(0, 0.3))
def test_payback_is_the_first_period_that_repays(margin, cost, discount):
    survival = 0.8 ** np.arange(40)
    earned = [lifetime_value_of(survival[: n + 1], margin, discount) for n in range(40)]
    paid = [n + 1 for n, total in enumerate(earned) if total >= cost * (1 - 1e-12)]
    assert payback_period(survival, margin, cost, discount) == (paid[0] if paid else None)


def test_a_cost_just_reached_is_repaid():
    assert payback_period([1, 0.5, 0.5], 100, 150) == 2
    assert payback_period([1] * 10, 0.1, 1) == 10  # ten times 0.1 adds up to a little less than 1
    assert payback_period([1, 0.5, 0.5], 100, 150.001) == 3


def test_break_even_cost():
    assert break_even_acquisition_cost(200) == 200
    assert break_even_acquisition_cost(200, conversion_rate=0.25) == 50
    with pytest.raises(PlainError, match="write 0.05"):
        break_even_acquisition_cost(200, conversion_rate=25)


# Segments


def segment_by_hand(weeks, purchases, spend, cuts):
    if weeks <= cuts.recent_weeks:
        if purchases < cuts.frequent_purchases:
            return "promising"
        return "champions" if spend >= cuts.big_spend else "regulars"
    if purchases < cuts.frequent_purchases:
        return "sleeping"
    return "win_back" if weeks > cuts.silent_weeks else "cooling"


CUSTOMERS = st.lists(
    st.tuples(st.integers(0, 39), st.integers(0, 6), st.integers(0, 120), st.integers(0, 90)),
    min_size=1,
    max_size=30,
)


@patient
@given(CUSTOMERS, st.integers(1, 20), st.integers(0, 20), st.integers(1, 5), st.integers(0, 120))
def test_every_customer_is_in_the_segment_the_words_say(rows, recent, more, purchases, spend):
    cuts = RfmCuts(recent, recent + more, purchases, spend)
    weeks, bought, spent, after = (list(column) for column in zip(*rows, strict=True))
    segments = rfm_segments(weeks, bought, spent, cuts)
    by_hand = [segment_by_hand(*row[:3], cuts) for row in rows]
    assert segments.tolist() == by_hand
    table = segment_value(segments, spent, after)
    assert table.index.tolist() == list(SEGMENTS)
    assert table["customers"].sum() == len(rows)
    assert table["holdout_spend"].sum() == sum(after)
    if any(spent):
        assert (table["spend_share"] * sum(spent)).tolist() == pytest.approx(
            table["spend"].tolist()
        )
    for name in SEGMENTS:
        members = [a for a, segment in zip(after, by_hand, strict=True) if segment == name]
        each = table.loc[name, "holdout_spend_per_customer"]
        assert each == pytest.approx(np.mean(members)) if members else np.isnan(each)


SCORED = CUSTOMERS.filter(lambda rows: any(row[3] for row in rows))


@patient
@given(SCORED, st.integers(0, 30), st.permutations(SEGMENTS))
def test_the_score_is_the_average_over_lots(rows, contacts, order):
    contacts = min(contacts, len(rows))
    weeks, bought, spent, after = (list(column) for column in zip(*rows, strict=True))
    segments = rfm_segments(weeks, bought, spent)
    score = holdout_score(segments, weeks, after, contacts, order)

    def by_hand(keys):
        """Whole groups of equal keys while they fit, then the group's mean for the rest."""
        left, caught = contacts, 0.0
        for key in sorted(set(keys)):
            group = [a for a, k in zip(after, keys, strict=True) if k == key]
            taken = min(left, len(group))
            caught += taken * np.mean(group)
            left -= taken
        return caught / sum(after)

    assert score.captured_share == pytest.approx(by_hand([order.index(s) for s in segments]))
    assert score.recent_first_share == pytest.approx(by_hand(weeks))
    assert score.chance_share == pytest.approx(contacts / len(rows))
    perfect = sum(sorted(after, reverse=True)[:contacts]) / sum(after)
    assert score.perfect_share == pytest.approx(perfect)
    for share in (score.captured_share, score.recent_first_share, score.chance_share):
        assert share <= score.perfect_share + 1e-12
    assert score.plan["contacted"].sum() == contacts
    assert score.plan["holdout_spend_captured"].sum() / sum(after) == pytest.approx(
        score.captured_share
    )


def test_equal_priorities_are_an_average_over_real_lots():
    random = np.random.default_rng(3)
    priority, spend = np.array([2, 2, 2, 1, 1, 0]), np.array([0.0, 30, 6, 12, 2, 50])
    drawn = [
        spend[np.lexsort((random.random(6), -priority))[:4]].sum() / spend.sum()
        for _ in range(4000)
    ]
    error = np.std(drawn) / np.sqrt(len(drawn))
    assert captured_share(priority, spend, 4) == pytest.approx(np.mean(drawn), abs=4 * error)


def test_a_customer_on_a_cut_off_is_recent_frequent_big_and_not_silent():
    weeks, purchases, spend = (
        [13, 13, 13, 13.1, 26, 26.1],
        [2, 2, 1, 2, 2, 2],
        [50, 49, 50] + 3 * [50],
    )
    names = ["champions", "regulars", "promising", "cooling", "cooling", "win_back"]
    assert rfm_segments(weeks, purchases, spend).tolist() == names


def test_segments_left_out_of_the_order_come_last_together():
    segments = rfm_segments([1, 2, 30, 40], [3, 0, 3, 0], [80, 10, 60, 50])
    assert segments.tolist() == ["champions", "promising", "win_back", "sleeping"]
    after = [40.0, 30, 20, 10]
    score = holdout_score(segments, [1, 2, 30, 40], after, contacts=2, order=["win_back"])
    assert score.captured_share == pytest.approx((20 + (40 + 30 + 10) / 3) / 100)


def test_bad_segmentations_are_refused():
    with pytest.raises(PlainError, match="silent_weeks cannot be below"):
        RfmCuts(recent_weeks=20, silent_weeks=10)
    with pytest.raises(PlainError, match="above 0"):
        RfmCuts(frequent_purchases=0)
    with pytest.raises(PlainError, match="as many"):
        rfm_segments([1, 2], [1], [1])
    segments = rfm_segments([1, 2], [3, 0], [80, 0])
    with pytest.raises(PlainError, match="between 0 and the 2 customers"):
        holdout_score(segments, [1, 2], [1, 1], contacts=3)
    with pytest.raises(PlainError, match="each segment once"):
        holdout_score(segments, [1, 2], [1, 1], 1, order=["champions", "champions"])
    with pytest.raises(PlainError, match="Nobody bought"):
        capture_curve([1, 2], [0, 0])
    with pytest.raises(PlainError, match="one number for each row"):
        capture_curve([1, 2, 3], [0, 1])


def test_segments_of_cdnow():
    customers = mktlib.load("cdnow")
    table = rfm_table(customers)
    assert len(table) == 2357
    first = customers["first_purchase_value_usd"]
    again = rfm_table(customers.drop(columns="first_purchase_value_usd"))["spend_usd"]
    assert (table["spend_usd"] - again).tolist() == pytest.approx(first.tolist(), abs=1e-9)
    assert table["weeks_since_last_purchase"].between(0, 39).all()
    one_timers = customers["repeat_purchases"] == 0
    since = table.loc[one_timers, "weeks_since_last_purchase"]
    assert since.tolist() == customers.loc[one_timers, "weeks_observed"].tolist()
    assert not table.loc[one_timers, "segment"].isin(["champions", "regulars"]).any()
    weeks, spend = table["weeks_since_last_purchase"], table["holdout_spend_usd"]
    score = holdout_score(table["segment"], weeks, spend, contacts=300)
    assert score.chance_share < score.recent_first_share < score.perfect_share
    assert score.chance_share < score.captured_share < score.perfect_share


# Cohorts


@patient
@given(st.lists(st.integers(0, 400), min_size=1, max_size=10))
def test_a_cohort_is_its_losses_added_up(losses):
    survivors = np.cumsum([1, *losses])[::-1]
    table = cohort_table(survivors)
    assert table["lost"].sum() == survivors[0] - survivors[-1]
    assert table["retention_rate"][1:].cumprod().tolist() == pytest.approx(
        survival_shares(survivors)[1:].tolist()
    )
    assert np.isnan(retention_rates(survivors)[0])


@patient
@given(rates(0.01, 0.99), rates(0.5, 1), rates(0.01, 0.49))
def test_overall_retention_rises_though_nobodys_does(share, loyal, fleeting):
    table = aggregate_retention(share, loyal, fleeting, periods=6)
    rate = table["retention_rate"].to_numpy()[1:]
    assert (np.diff(rate) > 0).all()
    assert ((rate > fleeting) & (rate < loyal)).all()
    for kind, kept in (("loyal", loyal), ("fleeting", fleeting)):
        assert retention_rates(table[kind])[1:] == pytest.approx(np.full(6, kept))
    mixed = table["loyal_share"] * loyal + (1 - table["loyal_share"]) * fleeting
    assert rate == pytest.approx(mixed.to_numpy()[:-1])


@patient
@given(st.lists(st.integers(0, 500), min_size=1, max_size=8), rates(0.1, 0.9))
def test_a_company_is_its_cohorts_added_up(new, kept):
    survival = aggregate_retention(0.5, 0.95, kept, periods=8)["survival_share"]
    table = company_retention(new, survival)
    for t in range(len(new)):
        alive = sum(new[t - age] * survival[age] for age in range(t + 1))
        assert table["customers"][t] == pytest.approx(alive)
    change = table["kept"] + table["new"] - table["customers"]
    assert change.tolist() == pytest.approx([0] * len(new), abs=1e-9)


def test_a_company_may_be_told_in_counts_of_one_cohort():
    by_share = company_retention([10, 20, 0], [1, 0.6, 0.3])
    assert company_retention([10, 20, 0], [500, 300, 150]).equals(by_share)
    assert by_share["customers"].tolist() == pytest.approx([10, 26, 15])


def test_stopping_to_acquire_raises_retention():
    survival = aggregate_retention(0.4, 0.9, 0.5, periods=10)["survival_share"]
    growing = company_retention([100] * 11, survival)["retention_rate"]
    stopped = company_retention([100] * 5 + [0] * 6, survival)["retention_rate"]
    assert (stopped[6:] > growing[6:]).all()
    alike = 0.7 ** np.arange(11)  # customers who do not differ: nothing to select
    level = company_retention([100] * 5 + [0] * 6, alike)["retention_rate"]
    assert level[1:].tolist() == pytest.approx([0.7] * 10)


def test_bad_cohorts_are_refused():
    with pytest.raises(PlainError, match="never rises"):
        cohort_table([100, 110])
    with pytest.raises(PlainError, match="never rises"):
        cohort_table([100, 80, 90])
    with pytest.raises(PlainError, match="starts above 0"):
        survival_shares([0, 0])
    with pytest.raises(PlainError, match="2 ages for 3 periods"):
        company_retention([1, 1, 1], [1, 0.5])
    assert retention_rates([10, 0, 0])[1:].tolist() == pytest.approx([0, np.nan], nan_ok=True)


# Mailings


@cache
def donors() -> pd.DataFrame:
    return mktlib.load("charity_mailings")


def test_wooldridges_simple_regression():
    """Introductory Econometrics, chapter 2, computer exercise on the charity data."""
    fit = gift_regressions(donors())["simple"]
    assert fit.donors == 4268
    assert fit.coefficients.round(2).tolist() == [2.01, 2.65]
    assert round(fit.r_squared, 4) == 0.0138


def test_the_regressions_of_chapter_three():
    """Computer exercise C9, as readers who ran it in other languages report the answer."""
    fits = gift_regressions(donors())
    assert fits["past_response"].coefficients.iloc[[0, 1, 3]].round(2).tolist() == [
        -4.55,
        2.17,
        15.36,
    ]
    assert fits["past_response"].coefficients["last_gift_guilders"].round(4) == 0.0059
    assert fits["past_response"].standard_errors.round(3).tolist() == pytest.approx(
        [0.803, 0.332, 0.001, 0.875], abs=1e-3
    )
    assert round(fits["past_response"].r_squared, 4) == 0.0834


def test_all_regressions_against_statsmodels():
    import statsmodels.api as sm

    charity = donors()
    for fit in gift_regressions(charity).values():
        variables = charity[list(fit.coefficients.index[1:])].astype(float)
        other = sm.OLS(charity["gift_guilders"], sm.add_constant(variables)).fit()
        assert fit.coefficients.tolist() == pytest.approx(other.params.tolist(), rel=1e-9)
        assert fit.standard_errors.tolist() == pytest.approx(other.bse.tolist(), rel=1e-9)
        assert fit.r_squared == pytest.approx(other.rsquared, rel=1e-9)


def test_the_slope_within_groups_is_that_of_a_regression_with_a_line_for_each_group():
    import statsmodels.api as sm

    charity = donors()
    response = np.digitize(charity["response_rate"], [0.25, 0.4, 0.6], right=True)
    past = np.digitize(charity["mean_gift_guilders"], [10, 20], right=True)
    dummies = pd.get_dummies(pd.Series(10 * response + past, index=charity.index), dtype=float)
    design = dummies.assign(letters=charity["mailings_per_year"].astype(float))
    other = sm.OLS(charity["gift_guilders"], design).fit()
    within = net_gift_per_letter(charity).loc["within_groups"]
    assert within["gift_per_letter"] == pytest.approx(other.params["letters"], rel=1e-9)
    assert within["standard_error"] == pytest.approx(other.bse["letters"], rel=1e-9)


def test_groups_hold_every_donor_once_and_the_generous_are_written_to_more():
    charity = donors()
    groups = charity.groupby(donor_groups(charity))
    assert groups.ngroups == 12 and groups.size().sum() == len(charity)
    letters = groups["mailings_per_year"].mean().unstack()
    assert (letters[0] < letters[1]).all() and (letters[0] < letters[2]).all()
    ends = [0.25, 0.4, 0.6, np.inf], [10, 20, np.inf]
    for group, cuts in zip(donor_groups(charity), ends, strict=True):
        values = charity[group.name]
        by_hand = [min(i for i, end in enumerate(cuts) if value <= end) for value in values]
        assert group.tolist() == by_hand


def test_like_with_like_a_letter_no_longer_clearly_pays():
    readings = net_gift_per_letter(donors(), cost_per_letter_guilders=1)
    gifts = readings["gift_per_letter"]
    assert gifts.is_monotonic_decreasing  # the more alike those compared, the less
    assert gifts.round(2).tolist() == [2.65, 2.17, 1.20, 0.74]
    net = readings["net_gift_per_letter"]
    assert net["simple"] > 1.6 and net["within_groups"] < 0
    trimmed = net_gift_per_letter(donors(), largest_past_gift_guilders=500)["gift_per_letter"]
    assert (donors()["mean_gift_guilders"] > 500).sum() == 2
    assert trimmed.round(2)["past_response"] == 1.01  # two donors of 4,268 made the difference
    largest = float(donors()["mean_gift_guilders"].max())
    everybody = net_gift_per_letter(donors(), largest_past_gift_guilders=largest)
    assert everybody["gift_per_letter"].equals(gifts)  # a gift at the limit is kept


def test_selection_alone_makes_letters_look_good():
    """Letters that do nothing, sent by past gift: the simple slope is fooled, the others not."""
    random = np.random.default_rng(5)
    past = random.gamma(2, 10, 4000)
    letters = np.clip(np.round(past / 20 + random.normal(1.5, 0.5, 4000), 1), 0.2, None)
    charity = pd.DataFrame(
        {
            "gift_guilders": np.clip(past + random.normal(0, 3, 4000), 0, None),
            "mailings_per_year": letters,
            "last_gift_guilders": past + random.normal(0, 3, 4000),
            "response_rate": random.uniform(0.1, 1, 4000),
            "mean_gift_guilders": past,
        }
    )
    table = net_gift_per_letter(charity)
    slope, error = table["gift_per_letter"], table["standard_error"]
    assert slope["simple"] > 5
    assert abs(slope["past_response_and_gifts"]) < 4 * error["past_response_and_gifts"]


def test_too_few_donors_are_refused():
    with pytest.raises(PlainError, match="too few, or too much alike"):
        gift_regressions(donors().head(3))
    with pytest.raises(PlainError, match="too few, or too much alike"):
        gift_regressions(donors().assign(mailings_per_year=2.0))
    by_past_gift = 0.1 + 0.7 * (donors()["mean_gift_guilders"] > 10)  # no two alike differ in it
    alike = donors().assign(mailings_per_year=by_past_gift)
    with pytest.raises(PlainError, match="too few, or too much alike"):
        net_gift_per_letter(alike)


# Words for what is not right


SEGMENTED = rfm_segments([1, 2], [3, 0], [80, 0])


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (lambda: Lifecycle(retention_rate=90), "retention_rate lies between 0 and 1"),
        (lambda: Lifecycle(prospects_per_month=[1, 2]), "prospects_per_month must be a single"),
        (lambda: Lifecycle(customer_margin_eur=float("nan")), "customer_margin_eur must be a sing"),
        (lambda: Messages(fatigue="much"), "fatigue must be numbers, not 'much'"),
        (lambda: ChannelPreference(other_unsubscribe=[2]), "other_unsubscribe must be a single"),
        (lambda: RfmCuts(big_spend="much"), "big_spend must be numbers"),
        (lambda: lifecycle_months(Lifecycle(), [1, 2]), "months must be a single number"),
        (lambda: lifecycle_months(Lifecycle(), float("inf")), "months must be a whole number"),
        (lambda: lifecycle_months(Lifecycle(), 3, "customer"), "stages needs a number for each"),
        (lambda: margin_per_month(Lifecycle(), {"customer": "ten"}), "customer must be numbers"),
        (lambda: margin_per_month(Lifecycle(), {"customer": -1}), "customer cannot be negative"),
        (lambda: next_euro(Lifecycle(), ["retention_rate"]), "cost_of_a_point_eur needs a number"),
        (lambda: lifetime_value_of([1, 0.5], [100], 0.1), "margin_per_period_eur must be a single"),
        (lambda: lifetime_value_of([1, 0.5], 100, [0.1]), "discount_rate must be a single"),
        (lambda: break_even_acquisition_cost([100, 200]), "lifetime_value_eur must be a single"),
        (lambda: payback_period([1, 0.5], 100, [150]), "acquisition_cost_eur must be a single"),
        (lambda: segment_value(SEGMENTED, [1, 2, 3], [1, 2, 3]), "for each of the 3 customers"),
        (lambda: segment_value(["gold", "gold"], [1, 2], [1, 2]), "one of the six names"),
        (lambda: holdout_score("all", [1, 2], [1, 2], 1), "one of the six names"),
        (lambda: holdout_score(SEGMENTED, [1, 2], [1, 2], "all"), "contacts must be numbers"),
        (lambda: capture_curve(["a", "b"], [1, 2]), "priority must be numbers"),
        (lambda: aggregate_retention([0.5], 0.9, 0.5), "loyal_share must be a single number"),
        (lambda: net_gift_per_letter(donors(), [1, 2]), "cost_per_letter_guilders must be a sing"),
    ],
)
def test_what_is_not_right_is_said_in_a_sentence(asked, said):
    with pytest.raises(PlainError, match=said):
        asked()


# Numbers that the lesson says


def test_what_two_points_do_to_the_customers_of_the_lab():
    start = lifecycle_months(Lifecycle(), 36)["customers"]
    won = lifecycle_months(Lifecycle(acquisition_rate=0.22), 36)["customers"] / start
    assert won[2:].tolist() == pytest.approx([1.1] * 35)
    kept = lifecycle_months(Lifecycle(retention_rate=0.92), 36)["customers"] / start
    assert kept[[6, 36]].round(2).tolist() == [1.04, 1.22]
    stages = ["customer", "loyal", "advocate"]
    ends = [steady_state(Lifecycle(retention_rate=rate))[stages].sum() for rate in (0.90, 0.92)]
    assert ends[1] / ends[0] == pytest.approx(1.48, abs=0.005)


def test_how_far_a_draw_of_donors_knows_the_difference():
    gifts = donors()["gift_guilders"]
    for side, half in ((300, 2.4), (len(gifts) / 2, 0.9)):
        assert 1.96 * gifts.std() * (2 / side) ** 0.5 == pytest.approx(half, abs=0.05)


def test_unequal_scatter_widens_the_errors_as_said():
    import statsmodels.api as sm

    charity = donors()
    for reading, wider in (("simple", 1 / 6), ("past_response_and_gifts", 2 / 5)):
        fit = gift_regressions(charity)[reading]
        design = charity[list(fit.coefficients.index[1:])].astype(float)
        white = sm.OLS(charity["gift_guilders"], sm.add_constant(design)).fit(cov_type="HC0")
        letters = "mailings_per_year"
        ratio = white.bse[letters] / fit.standard_errors[letters]
        assert ratio == pytest.approx(1 + wider, abs=0.02)


def test_the_retention_of_the_high_end_tier_steps_back_three_times():
    table = mktlib.load("subscription_cohorts").set_index("year")
    for tier, back in (("regular", []), ("high_end", [2, 9, 11])):
        rate = retention_rates(table.loc[table["tier"] == tier, "survival_share"])
        assert (np.flatnonzero(np.diff(rate[1:]) < 0) + 2).tolist() == back


def test_every_rate_has_a_point():
    assert value_of_a_point(Lifecycle()).index.tolist() == list(RATES)
