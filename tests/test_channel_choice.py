"""Channel choice: published figures to the published digit, definitions, and a brute force."""

from __future__ import annotations

import inspect
import math
import time
from collections.abc import Sequence

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from mktlib.channel_choice import model
from mktlib.channel_choice.model import affinity, allocation, display_choice, reach, voice
from mktlib.channel_choice.model.allocation import Channel
from mktlib.core.dataset import load
from mktlib.core.text import PlainError

patient = settings(deadline=None)
shares = st.floats(min_value=0.01, max_value=0.99)
MODULES = (affinity, allocation, display_choice, reach, voice)

# ------------------------------------------------------------------ published figures


def test_affinity_of_the_young_french_on_social_networks() -> None:
    # Médiamétrie, May 2018: 61.3 % of people of 15 to 24, 47.1 % of the whole population
    assert round(model.affinity_index(0.613, 0.471)) == 130
    use = load("platform_use").query(
        "survey == 'Médiamétrie 2018' and platform == 'any social network' and frequency == 'daily'"
    )
    table = model.affinity_table(use, target="15-24")
    assert round(table.loc["any social network", "affinity_index"]) == 130


def test_one_survey_on_two_bases() -> None:
    # Pew Research Center, 2016: Facebook, 68 % of adults and 79 % of online adults
    facebook = load("platform_use").query(
        "survey == 'Pew 2016' and platform == 'Facebook' and group == 'all'"
    )
    by_base = facebook.set_index("base")["use_share"]
    assert by_base["all adults"] == 0.68 and by_base["online adults"] == 0.79
    online = model.implied_base(by_base["all adults"], by_base["online adults"])
    assert round(online, 2) == 0.86
    assert model.rebase(by_base["online adults"], online) == pytest.approx(0.68)


def test_reach_of_four_sources_of_knowledge() -> None:
    # Dyke & Patterson (Biometrics 8, 1952), from their 16 cells
    sources = load("knowledge_sources")
    by_medium = model.reach_by_medium(sources)
    assert (100 * by_medium).round(1).to_dict() == {
        "newspaper": 56.3,
        "reading": 47.4,
        "radio": 23.8,
        "lectures": 7.8,
    }
    assert round(100 * model.net_reach_observed(sources), 1) == 72.4
    assert round(100 * model.net_reach_independent(by_medium.tolist()), 1) == 83.9


def test_every_pair_of_media_is_used_together_more_than_chance_would_have_it() -> None:
    pairs = model.duplication_table(load("knowledge_sources"))
    assert len(pairs) == 6
    assert (pairs["duplication_index"] > 100).all()


def test_spend_and_vote_as_wooldridge_has_it() -> None:
    # Wooldridge, Introductory Econometrics: voteA = 26.81 + .464 shareA, n = 173, R2 = .856
    line = model.spend_and_vote(load("vote_share"))
    assert round(100 * line.intercept, 2) == 26.81
    assert round(line.slope, 3) == 0.464
    assert round(line.r_squared, 3) == 0.856
    assert line.races == 173
    assert round(line.slope_standard_error, 3) == 0.015  # ours


def test_television_days_by_age() -> None:
    # American National Election Study 1996; the two means are ours, from 944 people
    days = load("tv_days")
    young = days.loc[days["age"] <= 29, "tv_news_days_per_week"].mean()
    old = days.loc[days["age"] >= 60, "tv_news_days_per_week"].mean()
    assert (round(young, 2), round(old, 2)) == (2.44, 5.36)


def test_crackers_as_franses_and_paap_have_them() -> None:
    # Quantitative Models in Marketing Research (2001), ch. 5: the maximum of the likelihood
    crackers = load("crackers")
    fit = model.fit_display_choice(crackers[~crackers["last_purchase"]])
    assert round(fit.log_likelihood, 2) == -3215.83
    assert fit.purchases == 3292 - 136


def test_points_of_market_share_for_ten_of_voice() -> None:
    published = load("regularities").query("regularity.str.startswith('excess_share_of_voice')")
    published = published["value"]
    assert set(published) == {0.5, 0.6, 0.7}
    assert [model.expected_share_change(10, points) for points in published] == list(published)


# ------------------------------------------------------------------ definitions


@patient
@given(in_target=shares, among_others=shares, part=shares)
def test_affinity_is_the_same_read_by_rows_or_by_columns(
    in_target: float, among_others: float, part: float
) -> None:
    in_base = part * in_target + (1 - part) * among_others
    profile = model.profile_share(in_target, in_base, part)
    assert model.affinity_index(in_target, in_base) == pytest.approx(100 * profile / part)


@patient
@given(
    n=st.integers(min_value=0, max_value=20),
    a=st.floats(min_value=0.5, max_value=20),
    b=st.floats(min_value=0.5, max_value=20),
)
def test_beta_binomial_is_the_average_of_binomials(n: int, a: float, b: float) -> None:
    from scipy.integrate import quad
    from scipy.stats import beta, betabinom

    found = model.beta_binomial_exposure(n, a, b)
    assert found.sum() == pytest.approx(1)
    assert found.to_numpy() == pytest.approx(betabinom.pmf(range(n + 1), n, a, b), rel=1e-9)
    nobody = quad(lambda p: (1 - p) ** n * beta.pdf(p, a, b), 0, 1, limit=200)[0]
    assert found[0] == pytest.approx(nobody, rel=1e-5)


@patient
@given(a=st.floats(min_value=0.05, max_value=50), b=st.floats(min_value=0.05, max_value=50))
def test_beta_binomial_is_found_again_from_two_reaches(a: float, b: float) -> None:
    one, two = (
        model.effective_reach(model.beta_binomial_exposure(n, a, b), at_least=1) for n in (1, 2)
    )
    assert model.fit_beta_binomial(one, two) == pytest.approx((a, b), rel=1e-4)


def test_a_plan_against_a_crowd() -> None:
    """Real people, one by one, each tossing a coin for each advert in each of their media."""
    sources = load("knowledge_sources")
    adverts = {"newspaper": 4, "reading": 2, "radio": 6, "lectures": 1}
    plan = model.media_plan(adverts, sources, chance_of_seeing=0.4)
    rng = np.random.default_rng(2024)
    rows = rng.choice(
        len(sources), size=200_000, p=sources["people"].to_numpy() / sources["people"].sum()
    )
    uses = sources[list(adverts)].to_numpy(dtype=bool)[rows]
    seen = (rng.binomial(list(adverts.values()), 0.4, size=uses.shape) * uses).sum(axis=1)
    crowd = np.bincount(seen, minlength=14) / len(seen)
    assert plan.observed.exposures.to_numpy() == pytest.approx(crowd, abs=0.005)
    assert plan.observed.effective_reach_share == pytest.approx((seen >= 3).mean(), abs=0.005)


@patient
@given(
    adverts=st.fixed_dictionaries(
        {medium: st.integers(min_value=0, max_value=12) for medium in model.MEDIA}
    ),
    chance=shares,
)
def test_what_holds_of_every_plan(adverts: dict[str, int], chance: float) -> None:
    sources = load("knowledge_sources")
    plan = model.media_plan(adverts, sources, chance_of_seeing=chance)
    for people in (plan.observed, plan.independent):
        assert people.exposures.sum() == pytest.approx(1)
        points = model.gross_rating_points(people.net_reach_share, people.average_frequency)
        assert points == pytest.approx(plan.gross_rating_points)
        assert people.effective_reach_share <= people.net_reach_share + 1e-12
    # independence: a person is missed if every advert of every medium misses them
    missed = [
        1 - reach * (1 - (1 - chance) ** adverts[medium])
        for medium, reach in model.reach_by_medium(sources).items()
    ]
    assert plan.independent.net_reach_share == pytest.approx(1 - math.prod(missed))
    assert plan.observed.net_reach_share <= plan.independent.net_reach_share + 1e-12


def test_the_crackers_likelihood_is_at_its_top() -> None:
    """Against the definition written anew: no nudge of a coefficient does better."""
    crackers = load("crackers")
    fit = model.fit_display_choice(crackers)

    def log_likelihood(coefficients: pd.Series) -> float:
        utility = {}
        for brand in model.BRANDS:
            display, feature = crackers[f"display_{brand}"], crackers[f"feature_{brand}"]
            utility[brand] = (
                coefficients.get(brand, 0.0)
                + coefficients["display_only"] * ((display == 1) & (feature == 0))
                + coefficients["feature_only"] * ((display == 0) & (feature == 1))
                + coefficients["display_and_feature"] * ((display == 1) & (feature == 1))
                + coefficients["price"] * crackers[f"price_{brand}_usd"]
            )
        table = np.exp(pd.DataFrame(utility))
        chance = table.div(table.sum(axis=1), axis=0)
        chosen = chance.to_numpy()[range(len(crackers)), table.columns.get_indexer(crackers.brand)]
        return float(np.log(chosen).sum())

    best = log_likelihood(fit.coefficients)
    assert best == pytest.approx(fit.log_likelihood, abs=1e-8)
    for name, error in fit.standard_errors.items():
        nudged = [fit.coefficients.copy(), fit.coefficients.copy()]
        nudged[0][name] += error / 10
        nudged[1][name] -= error / 10
        falls = [best - log_likelihood(each) for each in nudged]
        assert min(falls) > 0
        # the standard error is one over the root of the curvature, the others free to follow:
        # held still, the fall is at least this much
        assert min(falls) > 0.9 * 0.5 * 0.1**2


def test_constants_make_the_shares_those_observed() -> None:
    """At the maximum, the mean fitted share of each brand is its share of purchases."""
    crackers = load("crackers")
    fit = model.fit_display_choice(crackers, base_brand="private")
    fitted = pd.DataFrame(
        [
            fit.choice_shares(
                {brand: getattr(row, f"price_{brand}_usd") for brand in model.BRANDS},
                displayed=[b for b in model.BRANDS if getattr(row, f"display_{b}")],
                featured=[b for b in model.BRANDS if getattr(row, f"feature_{b}")],
            )
            for row in crackers.itertuples()
        ]
    )
    observed = crackers["brand"].value_counts(normalize=True)
    assert fitted.mean().to_dict() == pytest.approx(observed.to_dict(), abs=1e-7)


def test_the_base_brand_changes_nothing_but_the_constants() -> None:
    crackers = load("crackers")
    one, other = (model.fit_display_choice(crackers, brand) for brand in ("nabisco", "sunshine"))
    assert one.log_likelihood == pytest.approx(other.log_likelihood)
    levers = list(model.LEVERS)
    assert one.coefficients[levers].tolist() == pytest.approx(other.coefficients[levers].tolist())


# ------------------------------------------------------------------ sharing a budget


def random_channels(rng: np.random.Generator, count: int, total_eur: float) -> list[Channel]:
    """Channels of all shapes, some with a minimum or a maximum; the total can be spent."""
    while True:
        channels = []
        for number in range(count):
            least = rng.choice([0, 0, rng.uniform(0, 0.8 / count)]) * total_eur
            most = max(least, rng.uniform(0.3, 1) * total_eur)
            channels.append(
                Channel(
                    name=f"channel {number + 1}",
                    ceiling=float(rng.lognormal(8, 1)),
                    half_saturation_eur=total_eur * math.exp(rng.uniform(math.log(0.03), 0.7)),
                    shape=math.exp(rng.uniform(math.log(0.4), math.log(6))),
                    least_eur=float(least),
                    most_eur=float(rng.choice([math.inf, math.inf, most])),
                )
            )
        if sum(channel.most_eur for channel in channels) >= total_eur:
            return channels


def grid_value(
    channels: Sequence[Channel], total_eur: float, steps: int = 100, zooms: int = 4
) -> float:
    """The best value among all splits of three channels in steps of total / steps, zoomed in.

    Each zoom is a grid ten times finer around the best of the grid before.
    """
    first, second, third = channels
    centre, step = np.zeros(2), total_eur / steps
    offsets = np.arange(steps + 1) * step
    best = -math.inf
    for _ in range(1 + zooms):
        x = np.clip(centre[0] + offsets, first.least_eur, min(first.most_eur, total_eur))
        y = np.clip(centre[1] + offsets, second.least_eur, min(second.most_eur, total_eur))
        rest = total_eur - np.add.outer(x, y)
        value = np.add.outer(first.value(x), second.value(y)) + third.value(np.maximum(rest, 0))
        value[(rest < third.least_eur) | (rest > third.most_eur)] = -math.inf
        at = np.unravel_index(np.argmax(value), value.shape)
        if value[at] >= best:
            best, centre = float(value[at]), np.array([x[at[0]], y[at[1]]])
        offsets, step = np.arange(-10, 11) * step / 10, step / 10
    return best


@pytest.mark.parametrize("seed", range(60))
def test_no_grid_beats_the_best_split(seed: int) -> None:
    total = 10_000.0
    channels = random_channels(np.random.default_rng(seed), 3, total)
    best = model.best_allocation(channels, total)
    grid = grid_value(channels, total)
    assert best.value >= grid * (1 - 1e-12)
    assert grid >= best.value * (1 - 1e-2), "the grid is near enough to be a judge"
    assert sum(best.split_eur) == pytest.approx(total, rel=1e-12)
    for channel, spend in zip(channels, best.split_eur, strict=True):
        assert channel.least_eur <= spend <= channel.most_eur
    assert model.response(channels, best.split_eur) == best.value
    assert model.regret_eur(channels, best.split_eur) == pytest.approx(0, abs=1e-9 * best.value)


def test_a_maximum_a_slow_start_and_a_steep_one() -> None:
    """A split that is easily missed: one channel full, the next just before its inflection."""
    channels = [
        Channel("full", 4991.4, 12226.8, 2.9125, most_eur=9103.9),
        Channel("slow start", 4005.4, 9936.6, 1.0938, most_eur=3141.2),
        Channel("steep start", 2991.5, 13063.6, 0.37145, most_eur=3349.3),
    ]
    best = model.best_allocation(channels, 10_000)
    assert best.split_eur[0] == 9103.9
    assert 150 < best.split_eur[1] < 250
    assert best.value >= grid_value(channels, 10_000, steps=400) * (1 - 1e-12)


def test_the_grid_can_be_beaten_by_none_of_the_easy_ways() -> None:
    """The cases above are hard enough: equal slopes from an even split often lose."""
    from scipy.optimize import minimize

    total, losses = 10_000.0, 0
    for seed in range(60):
        channels = random_channels(np.random.default_rng(seed), 3, total)
        bounds = [(channel.least_eur, min(channel.most_eur, total)) for channel in channels]
        found = minimize(
            lambda split, channels=channels: -model.response(channels, np.maximum(split, 0)),
            np.full(3, total / 3),
            method="SLSQP",
            bounds=bounds,
            constraints={"type": "eq", "fun": lambda split: split.sum() - total},
        )
        losses += -found.fun < grid_value(channels, total) * (1 - 1e-3)
    assert losses >= 5


@pytest.mark.parametrize("seed", range(20))
def test_next_euro_is_the_slope_of_the_best_value(seed: int) -> None:
    rng = np.random.default_rng(1000 + seed)
    count, total = int(rng.integers(1, 7)), 10_000.0
    channels = random_channels(rng, count, total * 1.01)
    here = model.best_allocation(channels, total)
    slopes = [
        (model.best_allocation(channels, total + step).value - here.value) / step
        for step in (-0.1, 0.1)
    ]
    assert slopes[1] <= slopes[0] * (1 + 1e-4) or here.value_of_next_euro == pytest.approx(
        slopes[1], rel=1e-3
    )
    assert here.value_of_next_euro == pytest.approx(slopes[1], rel=1e-3, abs=1e-9)


@patient
@given(
    st.lists(
        st.builds(
            Channel,
            name=st.just("a"),
            ceiling=st.floats(min_value=1, max_value=1e6),
            half_saturation_eur=st.floats(min_value=1, max_value=1e6),
            shape=st.floats(min_value=0.3, max_value=8),
            least_eur=st.sampled_from([0.0, 10.0, 500.0]),
            most_eur=st.sampled_from([500.0, 4_000.0, 1e5, math.inf]),
        ),
        min_size=1,
        max_size=5,
    ),
    st.floats(min_value=1, max_value=1e6),
    st.integers(min_value=0, max_value=2**32 - 1),
)
def test_no_random_split_beats_the_best(channels: list[Channel], total: float, seed: int) -> None:
    least = np.array([channel.least_eur for channel in channels])
    most = np.array([min(channel.most_eur, total) for channel in channels])
    assume(least.sum() <= total <= most.sum())
    best = model.best_allocation(channels, total)
    assert sum(best.split_eur) == pytest.approx(total, rel=1e-9)
    rng = np.random.default_rng(seed)
    for _ in range(50):  # fill the channels in a random order, each as far as a random part
        split = least.copy()
        for i in rng.permutation(len(channels)):
            room = min(most[i] - split[i], total - split.sum())
            split[i] += room * rng.choice([1, rng.random()])
        for i in rng.permutation(len(channels)):
            split[i] += max(min(most[i] - split[i], total - split.sum()), 0)
        split = np.clip(split, least, most)  # rounding
        if split.sum() <= total * (1 + 1e-12):
            assert model.response(channels, split) <= best.value * (1 + 1e-9)


def test_equal_slopes_where_there_is_room() -> None:
    channels = [
        Channel("search", 60_000, 8_000, 0.9, least_eur=1_000),
        Channel("social", 30_000, 5_000, 1.0, most_eur=3_000),
        Channel("events", 40_000, 12_000, 2.5),
    ]
    best = model.best_allocation(channels, 25_000)
    table = model.response_table(channels, best.split_eur)
    free = table.loc[["search", "events"], "value_of_next_euro"]
    assert free.tolist() == pytest.approx([best.value_of_next_euro] * 2, rel=1e-9)
    assert table.loc["social", "spend_eur"] == 3_000
    assert table.loc["social", "value_of_next_euro"] > best.value_of_next_euro


def test_an_s_shaped_channel_is_left_out_until_the_budget_is_large() -> None:
    channels = [Channel("radio", 10_000, 2_000), Channel("television", 60_000, 20_000, 4)]
    assert model.best_allocation(channels, 5_000).split_eur == (5_000, 0)
    assert model.best_allocation(channels, 30_000).split_eur[1] > 20_000


def test_best_split_is_quick_enough_for_a_slider() -> None:
    channels = random_channels(np.random.default_rng(5), 4, 10_000.0)
    model.best_allocation(channels, 10_000)
    times = []
    for total in range(9_000, 10_000, 50):
        start = time.perf_counter()
        model.best_allocation(channels, total)
        times.append(time.perf_counter() - start)
    assert min(times) < 0.005


# ------------------------------------------------------------------ plain refusals


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (
            lambda: model.best_allocation([Channel("a", 1, 1, least_eur=50)], 40),
            (
                "The minima add up to €50, more than the budget of €40: "
                "lower a minimum or raise the budget."
            ),
        ),
        (
            lambda: model.best_allocation([Channel("a", 1, 1, most_eur=50)], 60),
            (
                "The maxima add up to €50, less than the budget of €60: "
                "raise a maximum or lower the budget."
            ),
        ),
        (lambda: model.best_allocation([Channel("a", 1, 1, 2)] * 9, 60), "At most 8 channels"),
        (lambda: model.best_allocation([], 60), "no channel"),
        (lambda: Channel("a", 1, 0), "a: ceiling, half saturation and shape must be above 0."),
        (
            lambda: Channel("a", 1, 1, least_eur=2, most_eur=1),
            "a: the minimum must not be negative",
        ),
        (lambda: model.response([Channel("a", 1, 1)], [1, 2]), "one spend for each of the 1"),
        (lambda: model.response([Channel("a", 1, 1)], [-1]), "split_eur cannot be negative."),
        (lambda: model.fit_beta_binomial(0.3, 0.51), "The reach of two insertions"),
        (lambda: model.fit_beta_binomial(0.3, 0.3), "The reach of two insertions"),
        (lambda: model.beta_binomial_exposure(2, 0, 1), "a and b must be above 0."),
        (lambda: model.beta_binomial_exposure(1.5, 1, 1), "whole number"),
        (lambda: model.net_reach_observed(load("knowledge_sources"), ["tv"]), "Name media that"),
        (lambda: model.net_reach_independent([56.3]), "reach lies between 0 and 1"),
        (lambda: model.excess_share_of_voice(25, 0.1), "share_of_voice lies between 0 and 1"),
        (lambda: model.spend_and_vote(load("vote_share").head(2)), "at least three races"),
        (lambda: model.fit_display_choice(load("crackers"), "ritz"), "The brands are sunshine"),
        (lambda: model.affinity_table(load("platform_use"), "all"), "has several rows"),
        (lambda: model.affinity_table(load("platform_use"), "cats"), "There is no group 'cats'"),
        (lambda: model.rebase(79, 0.86), "share lies between 0 and 1"),
        (lambda: model.implied_base(0.79, 0.68), "have they been swapped?"),
    ],
)
def test_foreseeable_mistakes_are_told_in_one_sentence(wrong, said: str) -> None:
    with pytest.raises(PlainError) as caught:
        wrong()
    assert said in str(caught.value)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__.split(".")[-1])
def test_every_model_says_what_it_is_and_shows_it(module) -> None:
    for name, thing in vars(module).items():
        if inspect.isfunction(thing) and thing.__module__ == module.__name__ and name[0] != "_":
            assert ">>>" in (thing.__doc__ or ""), name
            assert getattr(model, name) is thing, "the package gathers every public name"
