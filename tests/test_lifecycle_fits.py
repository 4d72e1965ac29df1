"""Models fitted to customers: published digits, the definition by brute force, and refusals."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

import numpy as np
import pandas as pd
import pytest

from mktlib.core.dataset import load
from mktlib.core.text import PlainError, Text, set_language
from mktlib.customer_lifecycle.model import (
    BgBb,
    BgNbd,
    GammaGamma,
    ShiftedBetaGeometric,
    donors,
    fit_bg_bb,
    fit_bg_nbd,
    fit_gamma_gamma,
    fit_sbg,
    fitting,
    repeat_purchases,
    retention,
    spend,
)

PAST = ["repeat_purchases", "weeks_to_last_purchase", "weeks_observed"]
GIFTS = ["repeat_donations", "periods_to_last_donation", "periods"]


def cdnow() -> list[np.ndarray]:
    return [load("cdnow")[name].to_numpy(dtype=float) for name in PAST]


def radio() -> list[np.ndarray]:
    return [load("radio_donations")[name].to_numpy() for name in (*GIFTS, "donors")]


def spending() -> tuple[np.ndarray, np.ndarray]:
    table = load("cdnow").query("repeat_purchases > 0")
    return table["repeat_purchases"].to_numpy(float), table["mean_repeat_value_usd"].to_numpy(float)


def tier(name: str) -> np.ndarray:
    table = load("subscription_cohorts").query("tier == @name and year <= 7")
    return 1000 * table["survival_share"].to_numpy()


@cache
def shop() -> BgNbd:
    return fit_bg_nbd(*cdnow())


@cache
def station() -> BgBb:
    return fit_bg_bb(*radio())


# ------------------------------------------------------------------ published figures


def test_cdnow_by_bg_nbd() -> None:
    # Fader, Hardie & Lee (2005), table 2
    found = shop()
    assert found.customers == 2357
    assert (round(found.r, 3), round(found.alpha, 3)) == (0.243, 4.414)
    assert (round(found.a, 3), round(found.b, 3)) == (0.793, 2.426)
    assert round(found.log_likelihood, 1) == -9582.4


def test_spending_on_cdnow_by_gamma_gamma() -> None:
    # Fader, Hardie & Lee (2005); means rounded to the cent, as in the published table, give 15.45.
    found = fit_gamma_gamma(*spending())
    assert found.customers == 946
    assert (round(found.p, 2), round(found.q, 2), round(found.v, 2)) == (6.25, 3.74, 15.44)
    assert round(np.corrcoef(*spending())[0, 1], 2) == 0.11  # the model's docstring says so
    assert found == fit_gamma_gamma(*(load("cdnow")[name] for name in (PAST[0], SPENT)))


SPENT = "mean_repeat_value_usd"


@pytest.mark.parametrize(
    ("name", "published"),
    [("high_end", (0.668, 3.806, -1611.16)), ("regular", (0.704, 1.182, -1680.27))],
)
def test_two_tiers_by_sbg(name: str, published: tuple[float, ...]) -> None:
    # Fader & Hardie (2007), fitted to the first seven years of 1,000 customers
    found = fit_sbg(tier(name))
    assert (round(found.alpha, 3), round(found.beta, 3)) == published[:2]
    assert round(found.log_likelihood, 2) == published[2]


def test_donors_of_a_radio_by_bg_bb() -> None:
    # Fader, Hardie & Shang (2010), table 3
    found = station()
    assert found.donors == 11_104
    shown = [round(value, 3) for value in (found.alpha, found.beta, found.gamma, found.delta)]
    assert shown == [1.204, 0.750, 0.657, 2.783]
    assert round(found.log_likelihood, 1) == -33225.6


def test_what_remains_of_a_subscription() -> None:
    # Fader & Hardie (2010), table 3: 10 % a period, before the renewals 1 to 5
    for alpha, beta, published in (
        (3.80, 15.20, [3.31, 3.45, 3.59, 3.72, 3.84]),
        (0.067, 0.267, [7.68, 9.46, 9.86, 10.06, 10.19]),
    ):
        found = ShiftedBetaGeometric(alpha, beta, log_likelihood=0, customers=0)
        values = [found.retention_rate(n) * found.expected_lifetime(0.1, n) for n in range(1, 6)]
        assert values == pytest.approx(published, abs=0.0151)  # their parameters are rounded


def test_a_fit_shows_its_digits() -> None:
    assert repr(shop()) == (
        "BgNbd(r=0.2426, alpha=4.414, a=0.7929, b=2.426, log_likelihood=-9582.4, customers=2357)"
    )


# ------------------------------------------------------------------ the driver

LIKELIHOODS: dict[str, Callable[[], tuple[Any, np.ndarray]]] = {
    "bg_nbd": lambda: (
        repeat_purchases._likelihood(*fitting.unique_rows(*cdnow(), counts=np.ones(2357))),
        np.array([0.3, 5.0, 0.7, 2.0]),
    ),
    "gamma_gamma": lambda: (
        spend._likelihood(*fitting.unique_rows(*spending(), counts=np.ones(946))),
        np.array([5.0, 3.0, 12.0]),
    ),
    "bg_bb": lambda: (donors._likelihood(*radio()), np.array([1.0, 0.8, 0.7, 2.5])),
    "sbg": lambda: (retention._likelihood(tier("regular")), np.array([0.6, 1.3])),
}


@pytest.mark.parametrize("name", LIKELIHOODS)
def test_slopes_are_those_of_the_likelihood(name: str) -> None:
    likelihood, at = LIKELIHOODS[name]()
    rng = np.random.default_rng(5)
    for _ in range(10):
        point = at * np.exp(rng.normal(size=at.size))
        steps = 1e-5 * point * np.eye(at.size)
        by_hand = [
            (likelihood(point + step)[0] - likelihood(point - step)[0]) / (2 * step.sum())
            for step in steps
        ]
        slopes = likelihood(point)[1]
        assert slopes == pytest.approx(by_hand, rel=1e-5, abs=1e-5 * np.abs(slopes).max())


@pytest.mark.parametrize("name", LIKELIHOODS)
def test_every_start_climbs_to_the_same_top(name: str) -> None:
    likelihood, at = LIKELIHOODS[name]()
    rng = np.random.default_rng(6)
    tops = []
    for _ in range(8):
        start = at * np.exp(rng.uniform(-2.5, 2.5, size=at.size))
        named = {f"parameter {place}": float(value) for place, value in enumerate(start)}
        tops.append(fitting.maximise(likelihood, named, lambda *_: pytest.fail()))
    values = [list(top.parameters.values()) for top in tops]
    assert np.ptp([top.log_likelihood for top in tops]) < 1e-6
    assert np.ptp(values, axis=0) == pytest.approx(0, abs=1e-3 * np.max(values))


def test_a_row_that_counts_for_many_is_as_many_rows() -> None:
    x, last, periods, people = radio()
    people = people // 50
    each = [np.repeat(column, people) for column in (x, last, periods)]
    together, apart = fit_bg_bb(x, last, periods, people), fit_bg_bb(*each)
    assert together.log_likelihood == pytest.approx(apart.log_likelihood, abs=1e-8)
    assert together.donors == apart.donors == people.sum()


def test_the_unit_of_time_is_free() -> None:
    x, last, observed = cdnow()
    days = fit_bg_nbd(x, 7 * last, 7 * observed)
    assert (days.r, days.a, days.b) == pytest.approx((shop().r, shop().a, shop().b), rel=1e-3)
    assert days.alpha == pytest.approx(7 * shop().alpha, rel=1e-3)


def test_a_sum_of_logarithms_is_the_gamma_function() -> None:
    from scipy.special import digamma, gammaln

    counts = np.arange(31)
    for start in (0.01, 0.7, 5.0, 300.0):
        log, slope = fitting.rising(start, 30)
        assert log == pytest.approx(gammaln(start + counts) - gammaln(start), abs=1e-9)
        assert slope == pytest.approx(digamma(start + counts) - digamma(start), abs=1e-9)


# ------------------------------------------------------------------ the definition, by brute force


def customers(fit: BgNbd, weeks: float, ahead: float, people: int, seed: int) -> pd.DataFrame:
    """People who live the story of the BG/NBD: what is seen, whether alive, what comes."""
    rng = np.random.default_rng(seed)
    pace = rng.gamma(fit.r, 1 / fit.alpha, people)
    leaves = rng.beta(fit.a, fit.b, people)
    bought, later = np.zeros(people, int), np.zeros(people, int)
    last, now = np.zeros(people), np.zeros(people)
    gone_at = np.full(people, np.inf)
    active = np.arange(people)
    while active.size:
        now[active] += rng.exponential(1 / pace[active])
        active = active[now[active] < weeks + ahead]
        seen = active[now[active] < weeks]
        bought[seen] += 1
        last[seen] = now[seen]
        later[active[now[active] >= weeks]] += 1
        goes = rng.random(active.size) < leaves[active]
        gone_at[active[goes]] = now[active[goes]]
        active = active[~goes]
    return pd.DataFrame({"x": bought, "last": last, "alive": gone_at > weeks, "later": later})


STORY = BgNbd(r=1.5, alpha=6, a=0.9, b=2.5, log_likelihood=0, customers=0)


@cache
def lived() -> pd.DataFrame:
    return customers(STORY, weeks=30, ahead=20, people=400_000, seed=11)


def test_alive_and_expected_are_those_of_people_who_live_the_story() -> None:
    people = lived()
    people = people.assign(
        chance=STORY.alive_share(people["x"], people["last"], 30),
        expected=STORY.expected_purchases(20, people["x"], people["last"], 30),
        silence=(30 - people["last"]) // 5,
    )
    groups = people[people["x"] > 0].groupby([people["x"].clip(upper=8), "silence"])
    table = groups.agg(["mean", "std", "size"])
    table = table[table[("x", "size")] > 800]
    assert len(table) > 25
    error = 1 / np.sqrt(table[("x", "size")])
    for seen, said in (("alive", "chance"), ("later", "expected")):
        spread = np.maximum(people[seen].astype(float).groupby(people["x"]).std().mean(), 0.5)
        gaps = (table[(seen, "mean")] - table[(said, "mean")]) / (spread * error)
        assert gaps.abs().max() < 6
    never = people[people["x"] == 0]
    assert never["alive"].all() and (never["chance"] == 1).all()


def test_a_new_customer_is_one_who_lives_the_story() -> None:
    people = lived()
    for weeks, seen in ((30, people["x"]), (50, people["x"] + people["later"])):
        error = seen.std() / math.sqrt(len(seen))
        assert abs(seen.mean() - STORY.purchases_of_new_customer(weeks)) < 4 * error


def test_the_fit_finds_the_story_again() -> None:
    sample = lived().head(40_000)
    found = fit_bg_nbd(sample["x"], sample["last"], np.full(len(sample), 30.0))
    assert (found.r, found.alpha, found.a, found.b) == pytest.approx((1.5, 6, 0.9, 2.5), rel=0.08)


def integral(fit: BgNbd, x: int, observed: float, ahead: float) -> float:
    """Purchases ahead while alive: over p, (1 - (1 + p w / (α + T))^-(r + x)) / p, on a fine net."""
    from scipy.integrate import quad
    from scipy.special import betaln

    def inside(p: float) -> float:
        ends = -math.expm1(-(fit.r + x) * math.log1p(p * ahead / (fit.alpha + observed))) / p
        weight = (fit.a - 1) * math.log(p) + (fit.b + x - 1) * math.log1p(-p)
        return ends * math.exp(weight - betaln(fit.a, fit.b + x))

    # p = u^(1 / a) takes away the pole at 0
    power = 1 / min(fit.a, 1)
    swapped = lambda u: inside(u**power) * power * u ** (power - 1)
    return quad(swapped, 0, 1, limit=500, epsabs=0, epsrel=1e-10)[0]


@pytest.mark.parametrize("a", [0.2, 0.793, 1.0, 1 + 1e-7, 3.0])
@pytest.mark.parametrize("past", [(1, 39.0, 39.0), (29, 39.0, 500.0), (400, 200.0, 2000.0)])
def test_the_hypergeometric_function_holds_far_out(
    a: float, past: tuple[int, float, float]
) -> None:
    x, observed, ahead = past
    fit = BgNbd(0.243, 4.414, a, 2.426, log_likelihood=0, customers=0)
    expected = fit.expected_purchases(ahead, x, observed, observed)
    alive = fit.alive_share(x, observed, observed)
    assert expected / alive == pytest.approx(integral(fit, x, observed, ahead), rel=1e-7)


def test_where_the_formula_divides_by_nothing() -> None:
    fit = BgNbd(0.5, 4.0, 0.4, 0.6, log_likelihood=0, customers=0)  # a + b = 1, no purchase
    around = [
        BgNbd(0.5, 4.0, 0.4, b, log_likelihood=0, customers=0).purchases_of_new_customer(39)
        for b in (0.599, 0.601)
    ]
    assert fit.purchases_of_new_customer(39) == pytest.approx(np.mean(around), rel=1e-6)


def test_silence_speaks_louder_from_who_bought_often() -> None:
    silent = shop().alive_share([1, 4, 12], 12, 39)
    assert silent[0] > silent[1] > silent[2]
    assert shop().alive_share(0, 0, 39) == 1.0


def test_a_grid_of_chances_is_quick() -> None:
    x, last = np.arange(1, 101)[:, None], np.linspace(0, 39, 100)
    times = []
    for _ in range(20):
        start = time.perf_counter()
        grid = shop().alive_share(x, last, 39.0)
        times.append(time.perf_counter() - start)
    assert grid.shape == (100, 100) and np.all((grid > 0) & (grid <= 1))
    assert np.diff(grid, axis=1).min() > 0  # the later the last purchase, the likelier
    assert min(times) < 0.005


def test_the_holdout_of_cdnow() -> None:
    # 1,882 purchases in the 39 weeks that the fit has not seen: it expects 12 % fewer
    expected = shop().expected_purchases(39, *cdnow())
    assert load("cdnow")["holdout_purchases"].sum() == 1882
    assert round(expected.sum()) == 1653
    groups = load("cdnow").groupby(load("cdnow")["repeat_purchases"].clip(upper=7))
    seen, said = groups["holdout_purchases"].mean(), expected
    by_group = pd.Series(said).groupby(load("cdnow")["repeat_purchases"].clip(upper=7)).mean()
    assert np.corrcoef(seen, by_group)[0, 1] > 0.98


def test_spending_by_the_definition() -> None:
    from scipy.integrate import quad

    fit = GammaGamma(6.25, 3.74, 15.44, log_likelihood=0, customers=0)
    for x, mean in ((1, 10.0), (3, 80.0), (20, 35.0)):
        # of a customer of rate u: gamma of q and v beforehand, x purchases of sum x z seen
        log_weight = lambda u, x=x, mean=mean: (
            (fit.q + fit.p * x - 1) * math.log(u) - u * (fit.v + x * mean)
        )
        top = (fit.q + fit.p * x - 1) / (fit.v + x * mean)
        weight = lambda u, f=log_weight, top=top: math.exp(f(u) - f(top))
        whole = quad(weight, 0, 20 * top, points=[top], limit=200)[0]
        mean_of = quad(lambda u, w=weight: w(u) * fit.p / u, 0, 20 * top, points=[top], limit=200)
        assert fit.expected_value(x, mean) == pytest.approx(mean_of[0] / whole, rel=1e-6)
    assert fit.expected_value(0, 0) == pytest.approx(fit.population_mean)


def test_the_likelihood_of_spending_is_a_density() -> None:
    from scipy.integrate import quad

    parameters = np.array([6.25, 3.74, 15.44])
    for x in (1.0, 4.0):
        density = lambda z, x=x: math.exp(
            spend._likelihood(np.array([x]), np.array([z]), np.ones(1))(parameters)[0]
        )
        parts = [quad(density, *ends, limit=200)[0] for ends in ((0, 50), (50, 500), (500, 1e5))]
        assert sum(parts) == pytest.approx(1, abs=1e-6)


def pasts(n: int) -> pd.DataFrame:
    """Each past of n occasions, with how many series of yes and no make it."""
    series = (np.arange(2**n)[:, None] >> np.arange(n)) & 1
    last = np.where(series.any(axis=1), n - np.argmax(series[:, ::-1], axis=1), 0)
    table = pd.DataFrame({"x": series.sum(axis=1), "last": last, "n": n})
    return table.groupby(list(table), as_index=False).size()


def chance(fit: BgBb, table: pd.DataFrame) -> np.ndarray:
    """The probability of one series of each past."""
    parameters = np.array([fit.alpha, fit.beta, fit.gamma, fit.delta])
    return np.array(
        [
            math.exp(donors._likelihood(*np.array([[*row]]).T, np.ones(1))(parameters)[0])
            for row in table[["x", "last", "n"]].to_numpy()
        ]
    )


GIVING = BgBb(1.2, 0.75, 0.66, 2.8, log_likelihood=0, donors=0)


def test_the_pasts_of_donors_make_one() -> None:
    table = pasts(6)
    assert len(table) == 22  # as the table of the radio
    assert (table["size"] * chance(GIVING, table)).sum() == pytest.approx(1, abs=1e-12)


def test_what_donors_will_do_is_what_longer_pasts_say() -> None:
    """P(the next three) = P(all nine) / P(the first six), by counting every series."""
    now, more = 3, 3
    series = (np.arange(2 ** (now + more))[:, None] >> np.arange(now + more)) & 1

    def told(rows: np.ndarray) -> pd.DataFrame:
        n = rows.shape[1]
        last = np.where(rows.any(axis=1), n - np.argmax(rows[:, ::-1], axis=1), 0)
        return pd.DataFrame({"x": rows.sum(axis=1), "last": last, "n": n})

    whole, first = told(series), told(series[:, :now])
    weight = chance(GIVING, whole)
    gifts = pd.Series(series[:, now:].sum(axis=1) * weight).groupby([first["x"], first["last"]])
    expected = gifts.sum() / pd.Series(weight).groupby([first["x"], first["last"]]).sum()
    for (x, last), value in expected.items():
        assert GIVING.expected_donations(more, x, last, now) == pytest.approx(value, rel=1e-9)
    everything = (whole["x"] * weight).sum()
    assert GIVING.donations_of_new_donor(now + more) == pytest.approx(everything, rel=1e-9)


def test_donors_by_the_published_closed_forms() -> None:
    from scipy.special import betaln, gammaln

    al, be, ga, de = (getattr(GIVING, name) for name in ("alpha", "beta", "gamma", "delta"))
    table = pasts(6)
    x, last, n, m = table["x"], table["last"], 6, 5
    likelihood = chance(GIVING, table)
    ratio = lambda k: np.exp(gammaln(1 + de + k) - gammaln(ga + de + k))
    lead = de / (ga - 1) * np.exp(gammaln(ga + de) - gammaln(1 + de))
    ahead = np.exp(betaln(al + x + 1, be + n - x) - betaln(al, be)) * lead  # (13)
    assert GIVING.expected_donations(m, x, last, n) == pytest.approx(
        ahead * (ratio(n) - ratio(n + m)) / likelihood, rel=1e-9
    )
    still = betaln(al + x, be + n - x) - betaln(al, be) + betaln(ga, de + n + 1) - betaln(ga, de)
    assert GIVING.alive_share(x, last, n) == pytest.approx(np.exp(still) / likelihood, rel=1e-9)
    new = al / (al + be) * lead * (ratio(0) - ratio(n))  # (8)
    assert GIVING.donations_of_new_donor(n) == pytest.approx(new, rel=1e-9)
    assert GIVING.alive_share(x[last == 6], 6, 6, periods_ahead=0) == pytest.approx(1)


def test_subscribers_who_live_the_story() -> None:
    rng = np.random.default_rng(3)
    fit = ShiftedBetaGeometric(0.668, 3.806, log_likelihood=0, customers=0)
    leaves = rng.geometric(rng.beta(fit.alpha, fit.beta, 200_000))  # renewal at which they leave
    years = np.arange(13)
    survivors = (leaves[:, None] > years).sum(axis=0)
    assert fit.survival_share(years) == pytest.approx(survivors / 200_000, abs=0.005)
    assert fit.retention_rate(years[1:]) == pytest.approx(survivors[1:] / survivors[:-1], abs=0.006)
    assert fit.alive_after(4, 3) == pytest.approx(survivors[7] / survivors[3], abs=0.006)
    assert fit.expected_remaining_periods(3, 9) == pytest.approx(
        survivors[4:].sum() / survivors[3], abs=0.03
    )
    assert fit_sbg(survivors).alpha == pytest.approx(fit.alpha, rel=0.03)


def test_a_mean_life_is_infinite_or_a_sum() -> None:
    assert fit_sbg(tier("regular")).expected_remaining_periods(7) == math.inf
    fit = ShiftedBetaGeometric(3.0, 4.0, log_likelihood=0, customers=0)
    assert fit.expected_remaining_periods(2) == pytest.approx(
        fit.expected_remaining_periods(2, 100_000), rel=1e-6
    )
    assert fit.expected_lifetime(1e-6) == pytest.approx(1 + 2, rel=1e-4)


# ------------------------------------------------------------------ refusals


def flock(x: Sequence[float], last: Sequence[float], observed: float) -> tuple[Any, Any, Any]:
    return np.array(x), np.array(last), np.full(len(x), observed)


def steady(seed: int = 4) -> tuple[Any, Any, Any]:
    """Customers of different paces whom nobody loses."""
    rng = np.random.default_rng(seed)
    x = rng.poisson(rng.gamma(1, 5, 500))
    return flock(x, np.where(x > 0, 50 * rng.random(500) ** (1 / np.maximum(x, 1)), 0), 50)


def alike() -> tuple[np.ndarray, np.ndarray]:
    """Spending that comes ever nearer to one and the same mean."""
    x = np.repeat(np.arange(1, 9), 20)
    return x, 20 * (1 + np.tile([-0.4, 0.4], 80) / x)


def own_sums() -> tuple[np.ndarray, np.ndarray]:
    """Customers who differ as much after eight purchases as after one: each has a sum of their own."""
    return np.repeat(np.arange(1, 9), 20), 20 / np.tile(np.linspace(0.1, 2, 20), 8)


REFUSALS: list[tuple[str, Callable[..., Any], Sequence[Any], str]] = [
    ("one customer", fit_bg_nbd, ([3], [20], [39]), "at least 5 different histories, not 1"),
    ("alike", fit_bg_nbd, flock([2] * 50, [20] * 50, 39), "5 different histories, not 1"),
    ("no repeat", fit_bg_nbd, flock([0] * 9, [0] * 9, 39), "Nobody bought again"),
    (
        "until the end",
        fit_bg_nbd,
        flock(range(1, 31), [39] * 30, 39),
        "a, which shrinks to nothing",
    ),
    ("nobody leaves", fit_bg_nbd, steady(), "nobody seems to leave"),
    ("after the end", fit_bg_nbd, ([1], [40], [39]), "cannot come after"),
    ("no time", fit_bg_nbd, ([1], [0], [39]), "takes time"),
    ("no purchase", fit_bg_nbd, ([0], [3], [39]), "the first is the last"),
    ("half a purchase", fit_bg_nbd, ([1.5], [3], [39]), "whole numbers"),
    ("below 0", fit_bg_nbd, ([-1], [3], [39]), "negative"),
    ("blank", fit_bg_nbd, ([1, np.nan], [3, 3], [39, 39]), "without blanks"),
    ("too short", fit_bg_nbd, ([1, 2], [3], [39]), "as many rows"),
    ("same sum", fit_gamma_gamma, ([1, 2, 3, 4], [20] * 4), "Everyone spends the same"),
    ("one spender", fit_gamma_gamma, ([2], [30]), "at least 4 different histories, not 1"),
    ("nobody back", fit_gamma_gamma, ([0, 0], [0, 0]), "Nobody bought again"),
    ("for nothing", fit_gamma_gamma, ([1, 2], [0, 30]), "above 0"),
    ("same mean", fit_gamma_gamma, alike(), "around the same mean"),
    ("own sums", fit_gamma_gamma, own_sums(), "do not seem to vary"),
    ("wild", fit_gamma_gamma, ([1] * 6, [1e-3, 1, 10, 1e3, 1e6, 1e9]), "cannot be told"),
    ("all give", fit_bg_bb, ([6], [6], [6], [500]), "5 different histories, not 1"),
    ("always", fit_bg_bb, (*[range_ := np.arange(1, 7)] * 3,), "give at each occasion"),
    ("no gift", fit_bg_bb, ([0] * 3, [0] * 3, [6] * 3), "Nobody gave again"),
    ("all alive", fit_bg_bb, (range_, [6] * 6, [6] * 6, [99] * 6), "nobody seems to leave"),
    ("two a period", fit_bg_bb, ([3], [2], [6]), "At most one gift a period"),
    ("later gift", fit_bg_bb, ([3], [7], [6]), "cannot come after"),
    ("a gift and none", fit_bg_bb, ([0], [3], [6]), "both are 0 together"),
    (
        "rows of nobody",
        fit_bg_bb,
        ([0, 1, 1, 2, 1], [0, 1, 2, 2, 3], [2, 2, 2, 2, 3], [9, 9, 9, 9, 0]),
        "histories, not 4",
    ),
    ("two periods", fit_bg_bb, ([0, 1, 1, 2], [0, 1, 2, 2], [2] * 4), "histories, not 4"),
    ("shares", fit_sbg, ([1, 0.8, 0.7],), "multiply the shares"),
    ("one renewal", fit_sbg, ([100, 80],), "at least two renewals"),
    ("back again", fit_sbg, ([100, 80, 90],), "never rises"),
    ("all stay", fit_sbg, ([100, 100, 100],), "Nobody has left yet"),
    ("all go", fit_sbg, ([100, 0, 0],), "Everyone left"),
    ("one rate", fit_sbg, ([1000, 800, 640, 512],), "one rate says it all"),
    ("falling", fit_sbg, ([1000, 900, 700, 400],), "does not rise"),
    ("now or never", fit_sbg, ([1000, 500, 500, 500],), "at once or never"),
]


@pytest.mark.parametrize(
    ("fit", "given", "said"), [row[1:] for row in REFUSALS], ids=[row[0] for row in REFUSALS]
)
def test_a_fit_says_why_there_is_none(fit: Any, given: Sequence[Any], said: str) -> None:
    told = []
    for language in ("fr", "en"):
        set_language(language)
        with pytest.raises(PlainError) as refusal:
            fit(*given)
        told.append(str(refusal.value))
    assert said in told[1]
    assert told[0] != told[1]


def test_what_it_means_that_chances_run_away() -> None:
    chances = fitting.Chances(*(Text(en=word, fr=word) for word in ("never", "always", "=", "0/1")))
    for first, second, said in (
        (0.001, 9, "never"),
        (9, 0.001, "always"),
        (60, 30, "="),
        (0.6, 0.3, "0/1"),
    ):
        assert chances.why(first, second).en == said
    for r, said in ((50, "same pace"), (0.01, "nearly all purchases")):
        assert said in repeat_purchases._why("r", {"r": r}).en


def test_a_search_that_stops_early_is_walked_to_the_top() -> None:
    """Before a likelihood so large, the search takes the last gains for none."""
    steep = np.array([3.0, 40.0])

    def hill(parameters: np.ndarray) -> tuple[float, np.ndarray]:
        off = np.log(parameters) - [1.0, -1.0]
        rises = np.exp(off)
        return -1e12 - steep @ (rises - off), -steep * (rises - 1) / parameters

    found = fitting.maximise(hill, {"one": 1.0, "other": 1.0}, lambda *_: Text(en="", fr=""))
    assert np.log(list(found.parameters.values())) == pytest.approx([1, -1], abs=1e-4)


def test_a_small_sample_gives_a_round_top_or_none() -> None:
    """Of 25 customers drawn from CDNOW: a top that every neighbour is below, or a refusal."""
    past, rng = cdnow(), np.random.default_rng(9)
    refused = 0
    for _ in range(30):
        rows = rng.integers(0, 2357, 25)
        columns = [column[rows] for column in past]
        likelihood = repeat_purchases._likelihood(*columns, np.ones(25))
        try:
            found = fit_bg_nbd(*columns)
        except PlainError:
            refused += 1
            continue
        top = np.array([found.r, found.alpha, found.a, found.b])
        for _ in range(20):
            near = top * np.exp(rng.normal(scale=2, size=4))
            assert likelihood(near)[0] < found.log_likelihood
    assert 0 < refused < 30


def test_forecasts_refuse_what_cannot_be() -> None:
    for asked in (
        lambda: shop().alive_share(1, 40, 39),
        lambda: shop().expected_purchases(-1, 1, 3, 39),
        lambda: station().alive_share(3, 2, 6),
        lambda: station().expected_donations(1.5, 3, 3, 6),
        lambda: GammaGamma(5, 0.9, 10, log_likelihood=0, customers=0).population_mean,
        lambda: GammaGamma(0.5, 0.3, 10, log_likelihood=0, customers=0).expected_value(1, 20),
        lambda: fit_sbg(tier("regular")).retention_rate(0),
        lambda: fit_sbg(tier("regular")).survival_share(math.inf),
        lambda: fit_sbg(tier("regular")).expected_lifetime(0),
    ):
        with pytest.raises(PlainError):
            asked()
