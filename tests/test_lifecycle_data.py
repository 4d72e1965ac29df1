"""The tables of the customer lifecycle hold what their lesson relies on, and what was published."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from mktlib.core import dataset

# --- the music shop ----------------------------------------------------------------------


def shop() -> pd.DataFrame:
    return dataset.load("cdnow").set_index("customer")


def test_the_customers_are_those_of_fader_hardie_and_lee() -> None:
    """2005: 2,357 customers, 946 of whom bought again in 39 weeks; how many 0 to 6 times, or more."""
    table = shop()
    assert list(table.index) == list(range(1, 2358))
    assert (table["repeat_purchases"] > 0).sum() == 946
    assert table["repeat_purchases"].sum() == 2457
    seen = table["repeat_purchases"].clip(upper=7).value_counts().sort_index()
    assert seen.tolist() == [1411, 439, 214, 100, 62, 38, 29, 64]


def test_the_first_customer_is_the_published_one() -> None:
    """Purchases on 1 January, 18 January and 2 August 1997, then on 12 December."""
    first = shop().loc[1]
    assert first["first_purchase"] == pd.Timestamp("1997-01-01")
    assert first["first_purchase_value_usd"] == 29.33
    assert first["repeat_purchases"] == 2
    assert first["weeks_to_last_purchase"] == round(213 / 7, 2) == 30.43
    assert first["weeks_observed"] == round(272 / 7, 2) == 38.86
    assert first["mean_repeat_value_usd"] == pytest.approx((29.73 + 14.96) / 2, abs=0.0051)
    assert (first["holdout_purchases"], first["holdout_spend_usd"]) == (1, 26.48)


def test_what_models_learn_from_and_what_tests_them_do_not_overlap() -> None:
    """39 weeks to 30 September 1997, then 39 more; all customers began in the first twelve."""
    table = shop()
    began = table["first_purchase"]
    assert (began.min(), began.max()) == (pd.Timestamp("1997-01-01"), pd.Timestamp("1997-03-25"))
    days = (pd.Timestamp("1997-09-30") - began).dt.days
    assert (table["weeks_observed"] - days / 7).abs().max() <= 0.005
    assert (table["weeks_to_last_purchase"] <= table["weeks_observed"]).all()
    never = table["repeat_purchases"] == 0
    assert (never == (table["weeks_to_last_purchase"] == 0)).all()
    assert (never == (table["mean_repeat_value_usd"] == 0)).all()
    assert ((table["holdout_purchases"] > 0) == (table["holdout_spend_usd"] > 0)).all()


def test_the_held_out_weeks_are_whole() -> None:
    table = shop()
    assert table["holdout_purchases"].sum() == 1882
    assert table["holdout_spend_usd"].sum() == pytest.approx(70_976.39)
    assert (table["holdout_purchases"] > 0).sum() == 684


def test_the_mean_repeat_purchase_is_worth_thirty_five_dollars() -> None:
    """A mean of customers' means, over the 946."""
    table = shop()
    back = table.loc[table["repeat_purchases"] > 0, "mean_repeat_value_usd"]
    assert round(back.mean(), 2) == 35.08
    assert round(back.std(), 2) == 30.28
    assert (round(back.min(), 2), round(back.max(), 2)) == (2.99, 299.63)


def test_the_card_of_the_shop_counts_right() -> None:
    table = shop()
    never = table[table["repeat_purchases"] == 0]
    assert (len(never), (never["holdout_purchases"] > 0).sum()) == (1411, 193)
    assert (table["first_purchase_value_usd"] == 0).sum() == 8
    assert table["first_purchase_value_usd"].max() == 506.97
    assert table["holdout_purchases"].max() == 34
    spend = table["holdout_spend_usd"].sort_values(ascending=False)
    assert round(spend.head(236).sum() / spend.sum(), 2) == 0.76


# --- the charity -------------------------------------------------------------------------


def charity() -> pd.DataFrame:
    return dataset.load("charity_mailings").set_index("donor")


def line(table: pd.DataFrame, *columns: str) -> tuple[np.ndarray, float]:
    """Least squares of the gift on the columns: intercept and slopes, R squared."""
    gift = table["gift_guilders"].to_numpy(float)
    known = np.column_stack([np.ones(len(table)), *(table[name] for name in columns)])
    found = np.linalg.lstsq(known, gift, rcond=None)[0]
    left = gift - known @ found
    return found, 1 - left @ left / ((gift - gift.mean()) ** 2).sum()


def test_the_published_regressions_come_out() -> None:
    """Wooldridge, computer exercises of chapters 2 and 3."""
    table = charity()
    assert len(table) == 4268
    simple, share = line(table, "mailings_per_year")
    assert simple.round(2).tolist() == [2.01, 2.65]
    assert round(share, 4) == 0.0138
    three = ("mailings_per_year", "last_gift_guilders", "response_rate")
    several, share = line(table, *three)
    assert several.round(4).tolist() == [-4.5515, 2.1663, 0.0059, 15.3586]
    assert round(share, 4) == 0.0834
    more, share = line(table, *three, "mean_gift_guilders")
    assert more.round(3).tolist() == [-7.328, 1.201, -0.261, 16.205, 0.527]
    assert round(share, 4) == 0.2005


def test_two_facts_of_the_charity() -> None:
    """60% gave nothing; the mean gift, with these zeros, is 7.44 guilders."""
    table = charity()
    assert (table["gave"] == (table["gift_guilders"] > 0)).all()
    assert table["gave"].sum() == 1707 and round(1 - table["gave"].mean(), 2) == 0.60
    assert round(table["gift_guilders"].mean(), 2) == 7.44
    assert (table["mailings_per_year"].min(), table["mailings_per_year"].max()) == (0.25, 3.5)


def test_one_donor_bends_the_slope_of_the_last_gift() -> None:
    table = charity()
    row = table.loc[678]
    assert row["last_gift_guilders"] == 10_000 == table["last_gift_guilders"].max()
    assert row["gift_guilders"] == 10
    three = ("mailings_per_year", "last_gift_guilders", "response_rate")
    assert round(line(table, *three)[0][2], 3) == 0.006
    assert round(line(table.drop(index=678), *three)[0][2], 2) == 0.30
    assert (line(table.drop(index=678), three[0])[0].round(2) == [2.01, 2.65]).all()


def test_the_charity_wrote_more_to_better_donors() -> None:
    table = charity().drop(index=678)
    with_letters = table.corr()["mailings_per_year"]
    assert (
        with_letters[["response_rate", "mean_gift_guilders", "last_gift_guilders"]] > 0.05
    ).all()
    assert with_letters["weeks_since_last_gift"] < -0.15


def test_the_card_of_the_charity_counts_right() -> None:
    table = charity()
    assert table.duplicated().sum() == 1417
    assert table["weeks_since_last_gift"].nunique() == 17
    days = table["weeks_since_last_gift"] * 7
    assert (days - days.round()).abs().max() < 0.001
    assert table["response_rate"].min() == pytest.approx(1 / 11, abs=1e-6)
    assert (table["mailings_per_year"] * 4 % 1 == 0).all()
    few = table[table["mailings_per_year"] <= 0.5]
    assert (len(few), (few["response_rate"] == 1).sum()) == (70, 64)
    one = table[table["mailings_per_year"] == 1]
    assert few["gift_guilders"].mean() > one["gift_guilders"].mean()
    for column in ("gift_guilders", "last_gift_guilders"):
        given = table.loc[table[column] > 0, column]
        assert set(given.value_counts().index[:3]) == {10, 25, 5}


# --- the subscribers ---------------------------------------------------------------------


def left() -> pd.DataFrame:
    return dataset.load("subscription_cohorts").pivot(
        index="year", columns="tier", values="survival_share"
    )


def test_the_subscribers_are_those_of_table_1() -> None:
    """Fader & Hardie 2007: the first, seventh and last year of each tier."""
    shares = left()
    assert list(shares.index) == list(range(13))
    assert shares.loc[[0, 1, 7, 12], "regular"].tolist() == [1, 0.631, 0.241, 0.173]
    assert shares.loc[[0, 1, 7, 12], "high_end"].tolist() == [1, 0.869, 0.491, 0.394]
    assert (shares.diff().iloc[1:] < 0).all(axis=None)


def test_the_years_held_out_follow_the_seventh() -> None:
    table = dataset.load("subscription_cohorts")
    assert ((table["role"] == "holdout") == (table["year"] > 7)).all()


def test_those_who_stay_leave_less_and_less() -> None:
    shares = left()
    retention = (shares / shares.shift()).dropna()
    assert retention["regular"].is_monotonic_increasing
    assert retention["high_end"].iloc[-1] > retention["high_end"].iloc[0]
    assert (retention["high_end"].diff() < 0).sum() == 3
    assert (retention["high_end"] > retention["regular"]).all()


def test_the_published_estimates_are_the_most_likely_ones() -> None:
    """Fader & Hardie 2007: alpha and beta; a step to any side fits years 0 to 7 less well."""
    shares = left().loc[:7]
    published = {"regular": (0.704, 1.182), "high_end": (0.668, 3.806)}

    def likelihood(tier: str, alpha: float, beta: float) -> float:
        years = np.arange(1, 8)
        stay = np.cumprod((beta + years - 1) / (alpha + beta + years - 1))
        leave = -np.diff(np.concatenate([[1.0], stay]))
        gone = -shares[tier].diff().iloc[1:].to_numpy()
        return float(gone @ np.log(leave) + shares[tier].iloc[-1] * np.log(stay[-1]))

    for tier, (alpha, beta) in published.items():
        best = likelihood(tier, alpha, beta)
        for a, b in ((1.02, 1), (0.98, 1), (1, 1.02), (1, 0.98), (1.02, 1.02), (0.98, 0.98)):
            assert likelihood(tier, a * alpha, b * beta) < best, (tier, a, b)


# --- the radio ---------------------------------------------------------------------------


def test_the_donors_are_those_of_fader_hardie_and_shang() -> None:
    """2010: 11,104 donors, six years; every possible history is there once."""
    table = dataset.load("radio_donations")
    assert table["donors"].sum() == 11_104 and (table["periods"] == 6).all()
    pairs = list(zip(table["repeat_donations"], table["periods_to_last_donation"], strict=True))
    possible = {(0, 0)} | {(given, last) for last in range(1, 7) for given in range(1, last + 1)}
    assert len(pairs) == 22 and set(pairs) == possible
    counts = table.groupby("repeat_donations")["donors"].sum()
    assert counts.tolist() == [3464, 1823, 1430, 1085, 1036, 1063, 1203]


def test_the_card_of_the_radio_counts_right() -> None:
    table = dataset.load("radio_donations").set_index("periods_to_last_donation")["donors"]
    assert (table[0], table[6].sum()) == (3464, 3163)
    assert round(3464 / 11_104, 2) == 0.31
