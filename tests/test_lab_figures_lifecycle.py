"""What the labs on the customer lifecycle say and draw, computed again by another road.

Flows are followed person by person from month to month, chances are integrals by steps over
customers of every kind, slopes are small differences.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from matplotlib.colors import to_hex
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon, Rectangle
from scipy.special import hyp2f1
from scipy.stats import beta, gamma
from test_lab_figures import bars, figures, marks, points, told, widths, written

from mktlib.core.dataset import load
from mktlib.core.figure import BLUE, GREEN, GREY, INK, SKY, VERMILION
from mktlib.core.text import PlainError
from mktlib.customer_lifecycle import labs

# ---- flow

COSTS = {"acquisition": 400, "activation": 2000, "retention": 1200, "loyalty": 250, "referral": 10}


def base(months: int, acquisition, activation, retention, loyalty, referral):
    """Of each month: customers, loyal, advocates and lapsed, from 2,000 prospects a month on."""
    visitors = customers = loyal = advocates = lapsed = 0.0
    rows = []
    for _ in range(months + 1):
        rows.append([customers, loyal, advocates, lapsed])
        new, back = activation * visitors, 0.03 * lapsed
        gone = (1 - retention) * (customers + loyal + advocates)
        kept, kept_loyal, kept_advocates = (
            retention * people for people in (customers, loyal, advocates)
        )
        lapsed = (lapsed - back) * 0.9 + gone
        visitors = acquisition * 2000 + referral * advocates
        customers = new + back + kept * (1 - loyalty)
        loyal = kept * loyalty + kept_loyal * 0.95
        advocates = kept_loyal * 0.05 + kept_advocates
    return np.array(rows)


def margin(rows: np.ndarray) -> np.ndarray:
    return rows[:, :3] @ [20, 50, 50]


@pytest.mark.parametrize(
    "rates",
    [
        (0.2, 0.05, 0.9, 0.1, 2.0),
        (0.26, 0.03, 0.86, 0.04, 1.0),
        (0.12, 0.07, 0.92, 0, 2.5),
        (0.15, 0.07, 0.93, 0.1, 2.0),
    ],
)
def test_flow_follows_people_from_month_to_month(rates):
    start = labs.flow.defaults.values()
    setting = dict(zip(labs.flow.defaults, rates, strict=True))
    rows, dashed = base(36, *rates), base(36, *start)
    end = base(3000, *rates)[-1:]
    now, final = rows[-1, :3].sum(), end[0, :3].sum()
    point = 1e-5
    euros = {}
    for i, (name, cost) in enumerate(COSTS.items()):
        more, less = (
            margin(base(3000, *[rate + side * (i == j) for j, rate in enumerate(rates)])[-1:])[0]
            for side in (point, -point)
        )
        euros[name] = (more - less) / (2 * point) * 0.01 / cost
    best, second = sorted(euros.values(), reverse=True)[:2]
    words = ["36", f"{now:,.0f}", f"€{margin(rows)[-1]:,.0f}", f"{final:,.0f}", f"€{best:.2f}"]
    assert told(labs.flow, **setting) == words + [f"€{second:.2f}"] * int(best > 1)

    figure = labs.flow.draw(**setting)
    assert {f"{now:,.0f}", f"{final:,.0f}", f"€{margin(end)[0]:,.0f}"} <= figures(figure, INK)
    back = np.array([*euros.values()])
    shown = back.clip(max=4)
    assert [text.removeprefix("▸ ") for text in written(figure, like=r"(▸ )?€\d+\.\d\d")] == [
        f"€{eur:.2f}" for eur in back
    ]
    drawn = widths(figure, BLUE, GREY)
    assert drawn / drawn[0] == pytest.approx(shown / shown[0])
    tops = rows[:, :3].cumsum(axis=1).T
    for color, top in zip((SKY, BLUE, GREEN), tops, strict=True):
        (area,) = [
            patch
            for patch in marks(figure, Polygon)
            if not isinstance(patch, Rectangle) and to_hex(patch.get_facecolor()) == color
        ]
        assert area.get_xy()[37:74, 1][::-1] == pytest.approx(top)
    (lapsed,) = marks(figure, Line2D, VERMILION)
    assert np.asarray(lapsed.get_ydata()) == pytest.approx(rows[:, 3])
    black = [line.get_ydata() for line in marks(figure, Line2D, INK)]
    for expected in (margin(rows), margin(dashed), dashed[:, :3].sum(axis=1)):
        assert any(np.allclose(line, expected) for line in black)


def test_flow_does_not_settle_when_each_customer_brings_another():
    """The customers of customers: a generation is followed alone, with no prospect any more."""
    rates = {"activation_rate": 0.08, "retention_rate": 0.94, "loyalty_rate": 0.2}
    setting = {**rates, "referral_per_advocate": 2.0}
    state, brought = np.array([1.0, 0, 0, 0]), 0.0  # customer, loyal, advocate, lapsed
    moves = np.array(
        [
            [0.94 * 0.8, 0, 0, 0.03],
            [0.94 * 0.2, 0.94 * 0.95, 0, 0],
            [0, 0.94 * 0.05, 0.94, 0],
            [0.06, 0.06, 0.06, 0.97 * 0.9],
        ]
    )
    for _ in range(3000):
        brought += state[2] * 2.0 * 0.08
        state = moves @ state
    assert brought > 1
    assert f"{brought:.2f}" in told(labs.flow, **setting)
    figure = labs.flow.draw(**setting)
    assert f"{brought:.2f}" in figures(figure, VERMILION) and not widths(figure, BLUE, GREY).size


# ---- alive

R, ALPHA, A, B = 0.243, 4.414, 0.793, 2.426  # CDNOW: Fader, Hardie & Lee, 2005


def kinds() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Customers of every kind: purchases a week and how frequent; chances to leave after one."""
    rates = (np.arange(1500)[:, None] + 0.5) / 500
    leave = beta.ppf((np.arange(300) + 0.5) / 300, A, B)
    return rates, gamma.pdf(rates, R, scale=1 / ALPHA), leave


def still_there(purchases: int, last: float, weeks: float) -> tuple[float, float]:
    """The chance to be alive, and the purchases of the next 39 weeks, by Bayes over all kinds."""
    rate, frequent, leave = kinds()
    made = frequent * rate**purchases * (1 - leave) ** (purchases - 1)
    alive = made * (1 - leave) * np.exp(-rate * weeks)
    gone = made * leave * np.exp(-rate * last)
    ahead = (1 - np.exp(-rate * leave * 39)) / leave
    return alive.sum() / (alive + gone).sum(), (alive * ahead).sum() / (alive + gone).sum()


@pytest.mark.parametrize(
    ("purchases", "silent", "other", "within"), [(2, 8, 10, 0), (3, 23, 10, 0), (9, 8, 1, 2)]
)
def test_alive_weighs_every_kind_of_customer(purchases, silent, other, within):
    table = load("cdnow").assign(silent=lambda t: t["weeks_observed"] - t["weeks_to_last_purchase"])
    box = (table["repeat_purchases"] - purchases).abs() <= within
    like = table[box & table["silent"].round().between(silent - 4, silent + 4)]
    each = [
        still_there(row.repeat_purchases, row.weeks_to_last_purchase, row.weeks_observed)[1]
        for row in like.itertuples()
    ]
    chance, ahead = still_there(purchases, 39 - silent, 39)
    compared = still_there(other, 39 - silent, 39)[0]
    setting = {"repeat_purchases": purchases, "weeks_silent": silent}
    means = [f"{np.mean(each):.1f}", "39", f"{like['holdout_purchases'].mean():.1f}"]
    said = [str(silent), str(purchases), f"{chance:.0%}", str(other), f"{compared:.0%}"]
    assert told(labs.alive, **setting) == [*said, str(len(like)), *means]

    figure = labs.alive.draw(**setting)
    back = (like["holdout_purchases"] > 0).mean()
    shown = {f"{chance:.0%}", f"{ahead:.1f}", means[0], means[2], str(len(like)), f"{back:.0%}"}
    assert shown <= figures(figure, INK)
    on_map, on_curve = [spot.get_ydata()[0] for spot in points(figure, "D")]
    assert on_map**2 == pytest.approx(purchases)
    assert on_curve == pytest.approx(chance, abs=0.005)


def test_alive_compares_with_a_customer_unlike_this_one():
    for purchases in range(1, 21):
        run = labs.alive.run(repeat_purchases=purchases)
        assert abs(run.other_purchases - purchases) >= 4


def test_alive_draws_every_customer_and_where_half_are_gone():
    table = load("cdnow")
    silent = (table["weeks_observed"] - table["weeks_to_last_purchase"]).round()
    figure = labs.alive.draw()
    dashed = [line for line in figure.findobj(Line2D) if line.get_linestyle() == "--"]
    (half,) = [line for line in dashed if len(line.get_xdata()) == 29]
    drawn = [
        (round(y**2), round(x))
        for dots in half.axes.get_lines()
        if dots.get_marker() == "o"
        for x, y in dots.get_xydata()
    ]
    assert len(drawn) == len(set(drawn))
    assert set(drawn) == set(zip(table["repeat_purchases"], silent.astype(int), strict=True))
    for purchases in (1, 4, 10):
        weeks = half.get_xdata()[purchases - 1]
        assert half.get_ydata()[purchases - 1] ** 2 == pytest.approx(purchases)
        assert still_there(purchases, 39 - weeks, 39)[0] == pytest.approx(0.5, abs=0.01)


# ---- retention

PUBLISHED = {"regular": (0.704, 1.182), "high_end": (0.668, 3.806)}  # Fader & Hardie, 2007


@pytest.mark.parametrize(
    ("mix", "tier"), [((0.4, 0.95, 0.45), "regular"), ((0.65, 0.97, 0.7), "high_end")]
)
def test_retention_counts_two_kinds_year_by_year(mix, tier):
    share, loyal_stay, fleeting_stay = mix
    loyal, fleeting, rates, left = share, 1 - share, [], [1.0]
    for _ in range(12):
        loyal, fleeting = loyal * loyal_stay, fleeting * fleeting_stay
        rates.append((loyal + fleeting) / left[-1])
        left.append(loyal + fleeting)
    table = load("subscription_cohorts").query("tier == @tier").sort_values("year")
    there = table["survival_share"].to_numpy()
    real = there[1:] / there[:-1]
    off = np.mean((np.array(rates) - real)[:7] ** 2) ** 0.5
    after = f"{loyal / (loyal + fleeting):.0%}"
    believed = 100 * rates[0] ** 12
    setting = dict(zip(labs.retention.defaults, (*mix, tier), strict=True))
    words = [f"{rates[0]:.0%}", f"{rates[-1]:.0%}", f"{share:.0%}", after]
    words += [f"{believed:.{int(believed < 10)}f}", "100", "12", f"{100 * left[-1]:.0f}"]
    words += [f"{real[0]:.0%}", f"{real[-1]:.0%}", f"{100 * off:.1f}", "7"]
    assert told(labs.retention, **setting) == words

    figure = labs.retention.draw(**setting)
    assert set(words) - {"100", "12", "7"} - set(words[-4:-2]) <= figures(figure)
    (law,) = marks(figure, Line2D, GREEN)
    a, b = PUBLISHED[tier]
    lost, stay, kept = a / (a + b), 1.0, []
    for year in range(1, 13):  # P(leaves in year t) from that of the year before
        lost = lost * (b + year - 2) / (a + b + year - 1) if year > 1 else lost
        kept.append((stay - lost) / stay)
        stay -= lost
    assert law.get_ydata() == pytest.approx(kept, abs=1e-3)
    (line,) = points(figure, "D")
    assert line.get_ydata() == pytest.approx(rates)
    dots = [np.asarray(dots.get_ydata()) for dots in points(figure, "o")]
    for seen in (real, there):
        assert any(len(dot) == len(seen) and np.allclose(dot, seen) for dot in dots)


def test_retention_of_one_kind_is_flat():
    said = labs.retention.words(labs.retention.run(loyal_share=0.0, fleeting_retention=0.5))
    assert "one kind" in said and "50%" in said
    rates = points(labs.retention.draw(loyal_share=0.0, fleeting_retention=0.5), "D")[0].get_ydata()
    assert pd.Series(rates).tolist() == pytest.approx([0.5] * 12)


# ---- letters

ALIKE = {
    "simple": [],
    "past_response": ["last_gift_guilders", "response_rate"],
    "past_response_and_gifts": ["last_gift_guilders", "response_rate", "mean_gift_guilders"],
}
ANSWERED = {"all": (0, 1), "seldom": (0, 0.25), "sometimes": (0.25, 0.6), "often": (0.6, 1)}


@pytest.mark.parametrize(
    ("alike", "donors", "cost"),
    [(name, "all", 1.5) for name in [*ALIKE, "within_groups"]]
    + [("within_groups", "often", 0.3), ("past_response", "often", 1.0)]
    + [("past_response_and_gifts", "sometimes", 0.5), ("past_response", "seldom", 0.0)],
)
def test_letters_takes_off_what_the_past_explains(alike, donors, cost):
    """The past is regressed out of gifts and of letters first; what is left of both is compared."""
    table = load("charity_mailings")
    assert (len(table), (table["mean_gift_guilders"] > 500).sum()) == (4268, 2)
    above, up_to = ANSWERED[donors]
    table = table[table["response_rate"].between(above, up_to, inclusive="right")]
    answered, gave = (
        pd.cut(table[column], [-1, *cuts, np.inf], labels=False)
        for column, cuts in (("response_rate", (0.25, 0.4, 0.6)), ("mean_gift_guilders", (10, 20)))
    )
    groups = pd.get_dummies(3 * answered + gave).to_numpy(dtype=float)
    assert donors != "all" or groups.shape[1] == 12
    ones = np.ones((len(table), 1))
    past = groups if alike == "within_groups" else np.hstack([ones, table[ALIKE[alike]]])
    letters, gift = (table[name].to_numpy() for name in ("mailings_per_year", "gift_guilders"))

    def besides(values, known):
        return values - known @ np.linalg.lstsq(known, values, rcond=None)[0]

    free, left = besides(letters, past), besides(gift, past)
    slope = free @ left / (free @ free)
    freedom = len(table) - past.shape[1] - 1
    margin = 1.96 * (((left - slope * free) ** 2).sum() / freedom / (free @ free)) ** 0.5
    naive = np.polyfit(letters, gift, 1)[0]
    if donors == "all":
        published = {"simple": 2.65, "past_response": 2.17, "past_response_and_gifts": 1.20}
        assert round(naive, 2) == 2.65 and slope == pytest.approx(
            published.get(alike, slope), abs=0.005
        )

    big = table["mean_gift_guilders"] > 20
    most, others = (f"{big[chosen].mean():.0%}" for chosen in (letters > 2.5, letters <= 2.5))
    ends = [f"{slope - cost + side * margin:.2f}" for side in (-1, 1)]
    compared = [f"{slope:.2f}", f"{naive:.2f}", f"{slope - cost:.2f}", *ends, "95%"]
    alone = [f"{naive:.2f}", f"{naive - cost:.2f}", most, "20", others]
    setting = {"cost_guilders": cost, "alike": alike, "donors": donors}
    words = alone if alike == "simple" else compared
    assert told(labs.letters, **setting) == [word.replace("-", "−") for word in words]

    figure = labs.letters.draw(**setting)
    through = "?" if alike == "simple" else f"{round(naive, 2) - round(slope, 2):.2f}"
    sums = [f"{naive:.2f}", through, f"{slope:.2f}", f"{cost:.2f}", f"{slope - cost:.2f}"]
    assert written(figure, like=r"[−\d.?]{4,}|\?") == [text.replace("-", "−") for text in sums]
    bin_of = np.searchsorted([1, 1.5, 2, 2.5], letters)
    as_they_are, same = gift, gift.mean() + left + slope * (letters - letters.mean() - free)
    shown = [("o", VERMILION, as_they_are)] + [("D", BLUE, same)] * (alike != "simple")
    for marker, color, values in shown:
        (dots,) = [dot for dot in points(figure, marker, color) if len(dot.get_xdata()) == 5]
        nets = [(values - cost * letters)[bin_of == i].mean() for i in range(5)]
        assert dots.get_ydata() == pytest.approx(nets)
    assert bars(figure, 5) == pytest.approx([big[bin_of == i].mean() for i in range(5)])
    counts = written(figure, like=r"\d,\d{3}|\d{2,3}")
    assert counts == [f"{(bin_of == i).sum():,}" for i in range(5)]


# ---- RFM desk

NAMES = ["champions", "regulars", "promising", "cooling", "to win back", "sleeping"]


def expected_dollars(table: pd.DataFrame) -> pd.Series:
    """Of the next 39 weeks: purchases (Fader, Hardie & Lee, 2005, eq. 10), at the price expected."""
    made, last, weeks = (
        table[name] for name in ("repeat_purchases", "weeks_to_last_purchase", "weeks_observed")
    )
    ratio = ((ALPHA + weeks) / (ALPHA + weeks + 39)) ** (R + made)
    curve = hyp2f1(R + made, B + made, A + B + made - 1, 39 / (ALPHA + weeks + 39))
    ahead = (A + B + made - 1) / (A - 1) * (1 - ratio * curve)
    gone = A / (B + made - 1).where(made > 0, 1) * ((ALPHA + weeks) / (ALPHA + last)) ** (R + made)
    p, q, v = 6.25, 3.74, 15.44  # Fader & Hardie, 2013
    weight = p * made / (p * made + q - 1)
    price = (1 - weight) * p * v / (q - 1) + weight * table["mean_repeat_value_usd"]
    return ahead / (1 + gone * (made > 0)) * price


@pytest.mark.parametrize(
    "cuts", [(10, 3, 200, 400), (2, 6, 300, 1500), (24, 1, 10, 100), (24, 1, 100, 400)]
)
def test_rfm_contacts_one_segment_after_the_other(cuts):
    recent, often, big, contacts = cuts
    table = load("cdnow")
    made, mean = table["repeat_purchases"], table["mean_repeat_value_usd"]
    before, after = table["first_purchase_value_usd"] + made * mean, table["holdout_spend_usd"]
    rows = zip(table["weeks_observed"] - table["weeks_to_last_purchase"], made, before, strict=True)
    place = []
    for silent, times, dollars in rows:
        if silent <= recent:
            place.append(2 if times < often else int(dollars < big))
        else:
            place.append(5 if times < often else 3 + int(silent > 26))
    place, room, shares, named = np.array(place), contacts, np.zeros(2), []
    for segment, name in enumerate(NAMES):
        there = place == segment
        taken = min(room, there.sum())
        room -= taken
        if taken:
            named.append(name)
            for i, spent in enumerate((before, after)):
                shares[i] += taken / there.sum() * spent[there].sum() / spent.sum()

    def best(by: pd.Series) -> float:
        return after[by.sort_values(ascending=False).index[:contacts]].sum() / after.sum()

    mine, lot, model, perfect = (
        f"{share:.0%}"
        for share in (shares[1], contacts / 2357, best(expected_dollars(table)), best(after))
    )
    keys = ("recent_weeks", "frequent_purchases", "big_spend", "contacts")
    setting = dict(zip(keys, cuts, strict=True))
    start, dollars = [f"{contacts:,}", f"{shares[0]:.0%}", "1", "39"], shares[1] * after.sum()
    scores = [mine, f"{dollars:,.0f}", lot, model, perfect]
    close = best(expected_dollars(table)) - shares[1] < 0.02
    assert told(labs.rfm, **setting) == [*start, "39"]
    assert told(labs.rfm, **setting, reveal="after") == [*start, "40", "78", *scores] + (
        [] if close else [f"{recent}", f"{recent + 1}"]
    )
    said = labs.rfm.words(labs.rfm.run(**setting))
    assert f'"{named[0]}"' in said and f'"{named[-1]}"' in said

    hidden, figure = labs.rfm.draw(**setting), labs.rfm.draw(**setting, reveal="after")
    assert written(hidden, like=r"\d+%|\?") == ["?"] * 6 + [lot] + ["?"] * 3
    assert written(figure, like=r"\d+%|\?") == [lot, mine, model, perfect]
    counts = np.bincount(place, minlength=6)
    assert written(figure, like=r"[\d,]+") == [f"{count:,}" for count in counts]
    means = [
        f"${spent[place == i].mean():,.0f}" if counts[i] else "–"
        for i in range(6)
        for spent in (before, after)
    ]
    assert written(figure, like=r"\$[\d,]+|–") == means
    dark = widths(figure, BLUE)
    assert dark / dark.sum() == pytest.approx(
        np.diff(np.minimum(contacts, np.append(0, counts.cumsum()))) / contacts
    )
    assert widths(figure, GREY)[:6] / dark.sum() == pytest.approx(counts / contacts)


def test_rfm_hides_what_came_after_from_those_who_have_not_tried():
    with pytest.raises(PlainError, match="Try first"):
        labs.rfm.run(reveal="after")
