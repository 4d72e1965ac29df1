"""What each lab says and draws, computed again by another road from its data and assumptions.

Sums are spelled out, integrals are steps, the best plan is the best of a grid.  Of words and
pictures the figures alone are read, so that both may be worded otherwise.
"""

from __future__ import annotations

import re

import numpy as np
import pandas as pd
import pytest
from matplotlib.collections import LineCollection
from matplotlib.colors import to_hex
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text as Writing
from scipy.integrate import solve_ivp
from scipy.stats import binom, norm, poisson

from mktlib.channel_choice import labs as channel_choice
from mktlib.core.dataset import load
from mktlib.core.figure import BLUE, GREY, SKY, VERMILION
from mktlib.kpis import labs as kpis
from mktlib.push_pull import labs as push_pull

FIGURE = re.compile(r"[+−]?€?\d+(?:,\d{3})*(?:\.\d+)?%?")


def told(lab, **values) -> list[str]:
    """The figures in a lab's words, in their order."""
    return FIGURE.findall(lab.words(lab.run(**values)))


def marks(figure, kind, *colors) -> list:
    """The moving marks of a kind (and colours) that are seen, row by row from the top left."""

    def color(mark) -> str:
        return to_hex(mark.get_facecolor() if kind is Rectangle else mark.get_color())

    def place(mark) -> tuple[int, float]:
        spot = mark.get_position() if kind is Writing else (0, 0)
        x, y = mark.get_transform().transform(spot)
        return -round(y), x

    found = [mark for mark in figure.findobj(kind) if mark.get_animated() and mark.get_visible()]
    return sorted((mark for mark in found if not colors or color(mark) in colors), key=place)


def written(figure, *colors, like: str = ".+") -> list[str]:
    """The moving words of a picture, row by row: those that are like a pattern as a whole."""
    texts = [text.get_text() for text in marks(figure, Writing, *colors)]
    return [text for text in texts if re.fullmatch(like, text, re.DOTALL)]


def figures(figure, *colors) -> set[str]:
    return set(FIGURE.findall(" ; ".join(written(figure, *colors))))


def widths(figure, *colors) -> np.ndarray:
    return np.array([bar.get_width() for bar in marks(figure, Rectangle, *colors)])


def bars(figure, count: int) -> list[float]:
    """The heights of the one row of so many moving bars."""
    rows = [row for axes in figure.axes for row in axes.containers if len(row) == count]
    (row,) = [row for row in rows if row[0].get_animated()]
    return [bar.get_height() for bar in row]


def points(figure, marker: str, *colors) -> list:
    return [line for line in marks(figure, Line2D, *colors) if line.get_marker() == marker]


# ---- push and pull


def test_budget_adds_up_week_by_week():
    setting = {"total_eur_per_week": 3000, "carry_over": 0.6, "stop_week": 50}
    setting |= {"content_half_life_weeks": 20, "reproduction": 0.3}
    heard = stock = 0.0
    push, pull = np.zeros(104), np.zeros(104)
    for week in range(104):
        paid = week < 50
        heard = 0.6 * heard + 1500 * paid
        stock = 0.5 ** (1 / 20) * stock + 1500 / 500 * paid  # a content costs 500
        readers = stock * sum(0.3**generation for generation in range(80))
        push[week] = 40 * heard / (heard + 2500)  # half of 40 leads with 2,500 in memory,
        pull[week] = 40 * readers / (readers + 60)  # and with 60 contents read
    ahead = (pull > push).argmax() + 1
    said = [ahead, sum(push + pull), 50, 104, sum(push[50:]), sum(pull[50:])]
    assert told(push_pull.budget, **setting) == [f"{number:,.0f}" for number in said]

    figure = push_pull.budget.draw(**setting)
    for leads, color in ((push, VERMILION), (pull, BLUE)):
        paid, later = widths(figure, color)
        assert later / paid == pytest.approx(leads[50:].sum() / leads[:50].sum())
        cost = 50 * 1500 / leads.sum()
        assert {f"{leads.sum():,.0f}", f"€{cost:.0f}", f"{leads[49]:.0f}"} <= figures(figure, color)


@pytest.mark.parametrize(
    ("rate", "silent", "below", "large"), [(0.88, "41%", "81", "1.2%"), (0.8, "45%", "75", "0.1%")]
)
def test_sharing_shows_the_sizes_of_cascades(rate, silent, below, large):
    """Dwass: a cascade has n people as often as n of them bring n - 1, one time in n."""
    n, mean = np.arange(1, 2000), 1 / (1 - rate)
    share = poisson.pmf(n - 1, n * rate) / n
    assert f"{share[0]:.0%}" == silent
    assert f"{100 * share[n < mean - 1e-9].sum():.0f}" == below
    assert f"{1 - share[n < 100].sum():.1%}" == large
    setting = {"local_reproduction": rate, "local_seed": 300}
    assert {silent, below, f"{300 * mean:,.0f}"} <= set(told(push_pull.sharing, **setting))
    figure = push_pull.sharing.draw(**setting)
    assert large in figures(figure)
    first, more = widths(figure, BLUE)
    assert (first + more) / first == pytest.approx(mean)


@pytest.mark.parametrize(
    ("p", "q", "ceiling", "side", "signs"),
    [
        (0.01, 0.3, 0.8, "below", [-1, -1]),
        (0.06, 0.3, 0.7, "high at first", [1, -1]),
        (0.01, 0.5, 1, "low at first", [-1, 1]),
    ],
)
def test_adoption_integrates_who_joins(p, q, ceiling, side, signs):
    def joining(_, state):
        return (p + q * state[0] / ceiling) * (ceiling - state[0]), p * (ceiling - state[0])

    def years(date):
        return (pd.to_datetime(date) - pd.Timestamp("2004-01-01")) / pd.Timedelta(days=365.25)

    path = solve_ivp(joining, (0, 20), [0, 0], dense_output=True, rtol=1e-9, atol=1e-12).sol
    table = load("social_adoption").assign(curve=lambda t: path(years(t["survey_end"]))[0])
    miss = (table["curve"] - table["use_share"])[table["survey_end"] < "2017"]
    shown = {f"{100 * (miss**2).mean() ** 0.5:.1f}"}
    shown |= {f"{share:.0%}" for share in table.iloc[-1][["curve", "use_share"]]}
    assert [np.sign(part.mean()) for part in (miss[:14], miss[14:])] == signs
    lab, setting = push_pull.adoption, {"p": p, "q": q, "ceiling_share": ceiling}
    assert shown <= set(told(lab, **setting)) and side in lab.words(lab.run(**setting))
    users, from_outside = path(years("2016-12-31"))
    figure, pushed = lab.draw(**setting), from_outside / users
    assert written(figure, VERMILION) == [f"{pushed:.0%}"]
    assert written(figure, BLUE) == [f"{1 - pushed:.0%}"]
    under = [bar for bar in figure.findobj(Rectangle) if to_hex(bar.get_facecolor()) == VERMILION]
    assert widths(figure, BLUE) / under[0].get_width() == pytest.approx(1 - pushed, abs=1e-3)


def test_carry_over_passes_the_pressure_on_from_month_to_month():
    table = load("insurance_quotes")
    pressure, rebuilt = table["tv_advert_spend"].mean() / (1 - 0.6), []
    for adverts in table["tv_advert_spend"]:
        pressure = adverts + 0.6 * pressure
        rebuilt.append(3 + 0.7 * pressure)
    off = ((table["quotes"] - rebuilt) ** 2).mean() ** 0.5
    setting = {"intercept": 3.0, "effect_now": 0.7, "carry_over": 0.6}
    assert told(push_pull.carry_over, **setting) == [f"{off:.2f}", "1.4"]  # 0.6^1.36 = 1/2
    figure = push_pull.carry_over.draw(**setting)
    assert bars(figure, 7)[:3] == pytest.approx([0.7, 0.42, 0.252])
    assert {"1.75", "40%"} <= figures(figure)  # 0.7 / 0.4, of which 0.7
    lines = [line.get_ydata() for line in marks(figure, Line2D)]
    assert any(np.allclose(line, rebuilt) for line in lines if len(line) == len(rebuilt))


# ---- KPIs


def test_funnel_is_a_product_and_a_rate_has_its_price():
    setting = {"spend_eur": 8000, "margin_per_customer_eur": 500, "click_through_rate": 0.03}
    setting |= {"click_to_lead_rate": 0.05, "lead_to_customer_rate": 0.1}
    rates = np.array([0.03, 0.05, 0.1])
    gross = 500 * 8000 / 90 * 1000 * rates.prod()  # at 90 euros per thousand
    euros = np.array([gross / 8000, *gross / rates / 100 / [2000, 1500, 160]])  # a point more
    words = ["€8,000", f"{gross / 500:.0f}", "€600", f"€{euros[3]:.2f}", f"€{euros[0]:.2f}"]
    assert words == told(kpis.funnel, **setting) == ["€8,000", "13", "€600", "€4.17", "€0.83"]
    figure = kpis.funnel.draw(**setting)
    assert {f"€{back:.2f}" for back in euros} <= figures(figure)
    drawn = widths(figure, BLUE, GREY)
    assert drawn / drawn[0] == pytest.approx(euros / euros[0])


def test_denominator_divides_three_times():
    """5,000 impressions on the debate: 3,125 people (0.625 each), 30 engagements (0.006 each)."""
    engagements = np.array([300, 330, 240 + 30, 90, 130, 60])
    reach = [3000, 4100, 1500 + 3125, 1000, 1350, 2200]
    impressions = [4200, 5600, 5200 + 5000, 1100, 1900, 3000]
    setting = {"boosted": "debate", "impressions_bought": 5000}
    rates = np.column_stack([engagements / 10_000, engagements / reach, engagements / impressions])
    drawn = written(kpis.denominator.draw(**setting), like=r"[\d.]+%")
    assert drawn == [f"{rate:.1%}" for rate in rates.ravel()]
    words = ["3.3%", "10.0%", "8.2%", "5,000", "2.4%", "2.7%", "16.0%", "5.8%"]
    assert sorted(told(kpis.denominator, **setting)) == sorted(words)


@pytest.mark.parametrize(("last", "months", "confidence"), [(12, 6, 0.95), (18, 12, 0.998)])
def test_small_accounts_pools_the_months_and_asks_the_binomial(last, months, confidence):
    table = load("ambassadors")
    window = table["month"].isin(sorted(table["month"].unique())[last - months : last])
    sums = table[window].groupby("account")[["engagements", "impressions"]].sum()
    k, n = sums["engagements"], sums["impressions"]
    centre, tail = k.sum() / n.sum(), (1 - confidence) / 2
    chances = binom.sf(k - 1, n, centre) < tail, binom.cdf(k, n, centre) < tail
    sums = sums.assign(verdict=np.select(chances, ["▲", "▼"], "●"), rate=k / n)
    sums = sums.sort_values("rate", ascending=False)
    rates = [f"{rate:.2%}" for rate in sums["rate"]]
    setting = {"last_month": last, "months": months, "confidence": confidence}
    figure = kpis.small_accounts.draw(**setting)
    assert written(figure, like="|".join(sums.index)) == list(sums.index)
    assert [text[0] for text in written(figure, like="[▲●▼].+")] == list(sums["verdict"])
    assert written(figure, like=r"\d\.\d\d%") == rates
    said = told(kpis.small_accounts, **setting)
    assert said == [str(last - months + 1), str(last), rates[-1], f"{centre:.2%}"]


def test_enough_data_counts_a_hundred_tests():
    a, b, visitors = 0.02, 0.022, 3000  # 7.8 found and 0.6 wrong: each rounded by itself
    edge = norm.isf(0.025) * ((a + b) * (1 - (a + b) / 2) / visitors) ** 0.5
    error = ((a * (1 - a) + b * (1 - b)) / visitors) ** 0.5
    seen = b - a + error * norm.ppf((np.arange(200_000) + 0.5) / 200_000)
    found, wrong = round(100 * (seen > edge).mean()), round(100 * (seen < -edge).mean())
    times = np.abs(seen[np.abs(seen) > edge]).mean() / (b - a)
    looks = np.random.default_rng(1).normal(size=(100_000, 5)).cumsum(axis=1)
    alarms = np.abs(looks) > norm.isf(0.025) * np.arange(1, 6) ** 0.5
    fooled = round(100 * alarms.any(axis=1).mean())
    assert (found, wrong, fooled) == (8, 1, 14)  # 14.2: Armitage, McPherson & Rowe, 1969
    setting = {"baseline_rate": a, "difference_points": 0.2, "per_arm": visitors, "looks": 5}
    words = ["100", "8", "91", "1", f"{times:.1f}", "14", "100", "5"]
    assert sorted(told(kpis.enough_data, **setting)) == sorted(words)
    figure = kpis.enough_data.draw(**setting)
    for marker, color, counts in (("o", BLUE, [0, found]), ("X", VERMILION, [wrong, fooled])):
        assert sorted(len(dots.get_xdata()) for dots in points(figure, marker, color)) == counts
    assert {f"+{100 * edge:.2f}", f"−{100 * edge:.2f}"} <= figures(figure)


def test_mix_shift_splits_the_change_in_two():
    """70 % returning, then 20 %; 4 and 2 % of them buy, then 4.8 and 2.4 %; all by hand."""
    rates, mix = 0.45 * 0.008 + 0.55 * 0.004, -0.5 * (0.044 - 0.022)
    before, after = 0.7 * 0.04 + 0.3 * 0.02, 0.2 * 0.048 + 0.8 * 0.024
    assert after - before == pytest.approx(rates + mix)
    shares = {"first_share_before": 0.7, "first_share_after": 0.2}
    setting = {**shares, "improvement": 0.2, "second_rate": 0.02}
    assert sorted(told(kpis.mix_shift, **setting)) == ["2.88%", "20%", "3.40%", "50"]
    figure = kpis.mix_shift.draw(**setting)
    assert {"3.40%", "2.88%", "4.80%", "2.40%", "+0.58", "−1.10", "−15%"} <= figures(figure)
    heights = [bar.get_height() for bar in marks(figure, Rectangle, BLUE, VERMILION)]
    assert {58, 110} <= {round(1e4 * abs(height)) for height in heights}


# ---- channel choice


def use_in_2021() -> pd.DataFrame:
    """By platform, the share of each group of Americans that ever uses it."""
    use = load("platform_use").query("survey == 'Pew 2021' and frequency == 'ever'")
    return use.pivot(index="platform", columns="group", values="use_share")


def test_affinity_counts_a_thousand_adults():
    use = use_in_2021()[["women", "all"]].dropna()
    index = 100 * use["women"] / use["all"]
    cost = 10 * (1000 * use["all"]) / (500 * use["women"])  # half of a thousand are women
    cost[index.idxmax()] *= 1.5
    table = use.assign(index=index, cost=cost).sort_values("cost", kind="stable")
    setting = {"target": "women", "premium": 0.5}
    lab = channel_choice.affinity_map
    assert {"46%", "31%", "148", "50%", "€20.2"} <= set(told(lab, **setting))
    figure = lab.draw(**setting)
    assert written(figure, like=r"\d+") == [f"{value:.0f}" for value in table["index"]]
    assert written(figure, like=r"€[\d.]+") == [f"€{value:.1f}" for value in table["cost"]]
    drawn = widths(figure, BLUE, GREY)
    assert drawn / drawn[0] == pytest.approx((table["cost"] / table["cost"].iloc[0]).to_numpy())
    assert widths(figure, SKY) / drawn[table.index.get_loc("Pinterest")] == pytest.approx(1 / 3)


@pytest.mark.parametrize("groups", [["women", "men"], ["18-29", "30-49", "50-64", "65+"]])
def test_affinity_s_groups_make_up_all_adults(groups):
    """The cost tells which share of adults a group is taken to be: 10 x all users / its own."""
    use, parts = use_in_2021(), {}
    for group in groups:
        table = channel_choice.affinity_map.run(target=group, premium=0).platforms
        parts[group] = (10 / table["cost_eur"] * use["all"] / use[group]).mean()
    assert sum(parts.values()) == pytest.approx(1)
    together = (use[groups] * pd.Series(parts)).sum(axis=1, skipna=False)
    assert (together - use["all"]).abs().max() < 0.02  # rounded answers


def brings(channels, spends) -> list[np.ndarray]:
    """Of each channel: Hill's curve, and nothing below the minimum."""
    values = []
    for channel, spend in zip(channels, np.asarray(spends, dtype=float), strict=True):
        odds = (spend / channel.half_saturation_eur) ** channel.shape
        values.append(channel.ceiling * odds / (1 + odds) * (spend >= channel.least_eur))
    return values


@pytest.mark.parametrize(("total", "fair"), [(40_000, 0), (60_000, 12_000)])
def test_allocate_knows_the_best_of_a_grid(total, fair):
    lab, split = channel_choice.allocate, (0.4, 0.3, 0.3, 0)
    channels = lab.run().channels
    plans = np.stack(np.meshgrid(*[np.arange(0, total + 1, 500)] * 3)).reshape(3, -1)
    plans = np.vstack([plans, total - plans.sum(axis=0)])[:, plans.sum(axis=0) <= total]
    values = sum(brings(channels, plans))
    plan, value = plans[:, values.argmax()], values.max()
    assert plan[3] == fair
    setting = {"total_eur": total, "split": split, "reveal": "best"}
    run, said = lab.run(**setting), told(lab, **setting)
    missed = run.best.value - sum(brings(channels, np.multiply(split, total)))
    assert 0 <= run.best.value - value < 1e-3 * value
    assert {f"€{run.best.value:,.0f}", f"€{round(missed, -1):,.0f}"} <= set(said)

    figure = lab.draw(**setting)
    rings = [ring.get_xdata()[0] for ring in points(figure, "D")]
    assert np.abs(rings - plan).max() <= 500
    spends = np.add.outer(rings, [-0.5, 0.5])
    price = np.diff(brings(channels, spends)[0])[0]  # of the next euro, in search
    (levels,) = marks(figure, LineCollection)
    assert np.concatenate(levels.get_segments())[:, 1] == pytest.approx([price] * 8)
    assert f"€{price:.2f}" in said and f"€{price:.2f}" in figures(figure)


def test_allocate_gives_nothing_for_less_than_the_minimum():
    lab, setting = channel_choice.allocate, {"total_eur": 60_000, "split": (0.3, 0.3, 0.35, 0.05)}
    values = brings(lab.run().channels, [18_000, 18_000, 21_000, 3000])
    assert values[3] == 0 and f"€{sum(values):,.0f}" == "€92,369"
    assert {"€92,369", "€3,000", "€12,000", "€0.00"} <= set(told(lab, **setting))
    figure = lab.draw(**setting)
    assert [dot.get_ydata()[0] for dot in points(figure, "o")] == pytest.approx(values)
    assert bars(figure, 4)[3] == 0 and "€3,000" in written(figure, VERMILION)


def panel(turn: int) -> pd.DataFrame:
    """Ratings of a round, an expert a row: those asked twice first, then the most expert."""
    table = load("delphi_panel")
    times = table.groupby("expert")["round"].transform("nunique")
    order = table.assign(times=times).sort_values(["times", "expertise"], ascending=False)
    ratings = table[table["round"] == turn].pivot(index="expert", columns="theme", values="rating")
    return ratings.reindex(order["expert"].unique())[list(table["theme"].unique())].dropna()


@pytest.mark.parametrize(
    "setting",
    [{}, {"kept": 15, "threshold": 0.65}, {"kept": 8, "threshold": 0.75}, {"weighting": "squared"}],
)
def test_delphi_counts_who_agrees(setting):
    kept, threshold = setting.get("kept", 10), setting.get("threshold", 0.7)
    weights = load("delphi_panel").groupby("expert")["expertise"].first()
    weights = weights ** (2 if "weighting" in setting else 0)
    shares, said = [], ["7", f"{threshold:.0%}", "7", "9"]
    for turn, ratings in (("1", panel(1)), ("1", panel(1)[:kept]), ("2", panel(2)[:kept])):
        high, low = (
            rated.T @ weights[ratings.index] / weights[ratings.index].sum()
            for rated in (ratings >= 7, ratings <= 3)
        )
        agreed = (high >= threshold - 1e-9) & (low < 0.15)
        said += [str(agreed.sum()), turn, str(len(ratings))]
        shares.append(high)
    setting = {"shown": "kept_second", **setting}
    assert told(channel_choice.delphi, **setting)[: len(said)] == said
    drawn = written(channel_choice.delphi.draw(**setting), like=r"\d+%")
    assert drawn == [f"{share:.0%}" for share in np.column_stack(shares).ravel()]


@pytest.mark.parametrize("kept", [10, 15])
def test_delphi_fills_the_dots_of_those_kept(kept):
    figure = channel_choice.delphi.draw(shown="all_first", kept=kept)
    scale = [mark for mark in figure.findobj(Writing) if re.fullmatch("[1-9]", mark.get_text())]
    places = {int(mark.get_text()): mark.get_position()[0] for mark in scale}
    for ratings, inside in ((panel(1)[:kept], BLUE), (panel(1)[kept:], "#ffffff")):
        dots = [*points(figure, "o"), *points(figure, "s")]
        across = [line.get_xdata() for line in dots if to_hex(line.get_mfc()) == inside]
        drawn = [min(places, key=lambda r: abs(places[r] - x)) for x in np.concatenate(across)]
        assert sorted(drawn) == sorted(ratings.to_numpy().ravel())


def test_media_plan_tosses_a_coin_for_every_insertion():
    """Chances being equal, who uses some media sees a binomial of all the insertions in them."""
    insertions = {"newspaper": 6, "reading": 1, "radio": 4, "lectures": 2}
    people = load("knowledge_sources")
    uses, part = people[list(insertions)].astype(int), people["people"] / people["people"].sum()
    reach = uses.T @ part
    by_chance = (uses * reach + (1 - uses) * (1 - reach)).prod(axis=1)
    contacts = np.arange(sum(insertions.values()) + 1)
    seen = binom.pmf(contacts, (uses @ pd.Series(insertions)).to_numpy()[:, None], 0.5)
    really, guessed = part.to_numpy() @ seen, by_chance.to_numpy() @ seen
    met, guess = 1 - really[0], 1 - guessed[0]
    thrice = [f"{row[3:].sum():.0%}" for row in (really, guessed)]
    sums = [f"{100 * contacts @ really:.0f}", f"{met:.1%}", f"{contacts @ really / met:.1f}"]
    words = [*sums, f"{guess:.1%}", f"{1729 * (guess - met):.0f}", "1,729", *thrice]
    assert sorted(told(channel_choice.media_plan, **insertions)) == sorted(words)

    figure = channel_choice.media_plan.draw(**insertions)
    above, below = (FIGURE.findall(text) for text in written(figure, like=".+%.+%.+"))
    assert (above, below) == ([f"{met:.0%}", thrice[0]], [f"{guess:.0%}", thrice[1]])
    cost = 6 * 2400 + 2200 + 4 * 800 + 2 * 600
    assert {f"€{cost:,}", f"€{cost / (100 * contacts @ really):.0f}"} <= figures(figure)
    assert bars(figure, 11) == pytest.approx([*really[:10], really[10:].sum()])
