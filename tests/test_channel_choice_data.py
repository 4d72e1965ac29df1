"""The datasets of channel_choice say what the lessons and their published sources say."""

from __future__ import annotations

import numpy as np
import pandas as pd

from mktlib.core import dataset

# --- platform_use ------------------------------------------------------------------------


def test_a_use_is_told_once() -> None:
    use = dataset.load("platform_use")
    assert not use.duplicated(["survey", "platform", "group", "base", "frequency", "device"]).any()
    assert use[["use_share", "users_millions"]].notna().any(axis=1).all()
    assert set(use.groupby("group")["dimension"].nunique()) == {1}


def test_sixty_eight_and_seventy_nine_percent_are_one_survey() -> None:
    """One share of adults online, whatever the rounding, explains all five platforms."""
    use = dataset.load("platform_use")
    whole = use[(use["survey"] == "Pew 2016") & (use["dimension"] == "all")]
    by_base = whole.pivot(index="platform", columns="base", values="use_share")
    assert by_base.loc["Facebook"].to_dict() == {"all adults": 0.68, "online adults": 0.79}
    of_all, of_online = by_base["all adults"], by_base["online adults"]
    least = ((of_all - 0.005) / (of_online + 0.005)).max()
    most = ((of_all + 0.005) / (of_online - 0.005)).min()
    assert len(by_base) == 5 and 0.84 < least < most < 0.87


def test_the_young_french_have_an_index_of_130() -> None:
    use = dataset.load("platform_use")
    daily = use[(use["survey"] == "Médiamétrie 2018") & use["use_share"].notna()]
    share = daily.set_index("group")["use_share"]
    assert share.to_dict() == {"all": 0.471, "15-24": 0.613}
    assert round(100 * share["15-24"] / share["all"]) == 130


def test_the_table_of_2021_is_whole() -> None:
    """Three platforms by twenty groups and three by seven (all, sex, age), from one table."""
    use = dataset.load("platform_use")
    table = use[use["source_title"].str.startswith("Pew 2021 fact sheet")]
    groups = table.groupby("platform")["group"].nunique()
    assert groups[["Facebook", "Instagram", "LinkedIn"]].tolist() == [20, 20, 20]
    assert groups[["Twitter", "Pinterest", "Snapchat"]].tolist() == [7, 7, 7]


# --- platform_history --------------------------------------------------------------------


def test_members_are_not_active_users() -> None:
    history = dataset.load("platform_history")
    linkedin = history[(history["platform"] == "LinkedIn") & (history["as_of"] == "2014-01-01")]
    accounts = linkedin.set_index("fact")["accounts"]
    assert round(accounts["monthly_active_users"] / accounts["registered_members"], 2) == 0.62


def test_what_became_of_the_platforms() -> None:
    history = dataset.load("platform_history")
    closed = history[history["fact"] == "closing"].set_index("platform")["as_of"]
    assert str(closed["Klout"].date()) == "2018-05-25"
    assert str(closed["Google+"].date()) == "2019-04-02"
    assert len(closed) == 6
    viadeo = history[history["platform"] == "Viadeo"].set_index("fact")
    assert str(viadeo.loc["receivership", "as_of"].date()) == "2016-11-29"
    assert viadeo.loc["market_value", "amount_millions"] == 150
    assert viadeo.loc["acquisition_price", "amount_millions"] == 1.5


def test_a_fact_fills_the_column_of_its_kind() -> None:
    history = dataset.load("platform_history")
    columns = {
        "accounts": ["registered_members", "monthly_active_users", "profiles_scored"],
        "amount_millions": ["market_value", "loss", "acquisition_price"],
        "currency": ["market_value", "loss", "acquisition_price"],
        "relative_change": ["revenue_change"],
    }
    for column, facts in columns.items():
        assert (history[column].notna() == history["fact"].isin(facts)).all()


# --- ad_market_france and ad_spend_world ---------------------------------------------------


def test_the_growths_imply_another_base_than_the_published_one() -> None:
    market = dataset.load("ad_market_france").query("medium == 'all media' and period == 'year'")
    level = market[market["measure"] == "level"].set_index("year")["amount_eur_millions"]
    since_2019 = market[market["compared_with_year"] == 2019].set_index("year")["relative_change"]
    assert since_2019.to_dict() == {2022: 0.103, 2023: 0.141}
    implied = level[[2022, 2023]] / (1 + since_2019)
    assert implied.round(-1).tolist() == [15_170, 15_180]
    assert level[2019] == 15_062
    rounding = 0.0005 * implied / (1 + since_2019)
    assert (implied - rounding > level[2019]).all()  # not explained by rounding
    assert implied.max() - implied.min() < rounding.sum()  # and one base explains both


def test_a_figure_fills_the_column_of_its_measure() -> None:
    market = dataset.load("ad_market_france")
    columns = {
        "level": "amount_eur_millions",
        "growth": "relative_change",
        "market_share": "market_share",
    }
    for measure, column in columns.items():
        assert (market[column].notna() == (market["measure"] == measure)).all()
    assert (market["compared_with_year"].notna() == (market["measure"] == "growth")).all()
    assert (market["compared_with_year"] < market["year"]).sum() == (
        market["measure"] == "growth"
    ).sum()
    key = ["year", "period", "medium", "measure", "compared_with_year"]
    assert not market.duplicated(key).any()


def test_a_forecast_was_said_before_the_end_of_its_year() -> None:
    spend = dataset.load("ad_spend_world")
    before = spend["published"].dt.year <= spend["year"]
    assert (before == (spend["status"] == "forecast")).all()
    filled = spend[["spend_usd_billions", "market_share"]].notna().sum(axis=1)
    assert (filled == 1).all()
    assert (spend["market_share"].notna() == spend["share_of"].notna()).all()


def test_houses_disagree_on_one_year() -> None:
    totals = dataset.load("ad_spend_world").query("medium == 'all media'")
    in_2016 = totals[totals["year"] == 2016]
    assert sorted(in_2016["spend_usd_billions"]) == [493, 539, 579]
    [quoted] = totals.loc[totals["spend_usd_billions"] == 560, "status"]
    assert quoted == "forecast"


# --- knowledge_sources ---------------------------------------------------------------------


def test_four_media_reach_72_percent_of_1729_people() -> None:
    cells = dataset.load("knowledge_sources")
    media = ["newspaper", "reading", "radio", "lectures"]
    assert len(cells) == 16 and not cells.duplicated(media).any()
    total = cells["people"].sum()
    assert total == 1_729
    assert (cells["good_knowledge"] + cells["poor_knowledge"] == cells["people"]).all()
    alone = [round(100 * cells.loc[cells[one], "people"].sum() / total, 1) for one in media]
    assert alone == [56.3, 47.4, 23.8, 7.8]
    net = cells.loc[cells[media].any(axis=1), "people"].sum() / total
    assert round(100 * net, 1) == 72.4


# --- crackers, vote_share, tv_days -----------------------------------------------------------


def test_the_crackers_are_those_of_the_panel() -> None:
    purchases = dataset.load("crackers")
    assert len(purchases) == 3_292 and purchases["household"].nunique() == 136
    assert purchases["last_purchase"].sum() == 136
    rank = purchases.groupby("household").cumcount() + 1
    size = purchases.groupby("household")["purchase"].transform("size")
    assert (purchases["purchase"] == rank).all()
    assert (purchases["last_purchase"] == (rank == size)).all()
    share = purchases["brand"].value_counts(normalize=True).round(3)
    expected = {"nabisco": 0.544, "private": 0.314, "sunshine": 0.073, "keebler": 0.069}
    assert share.to_dict() == expected


def test_three_prices_are_zero_as_the_card_says() -> None:
    purchases = dataset.load("crackers")
    prices = purchases.filter(like="_usd")
    free = purchases[(prices == 0).any(axis=1)]
    assert (prices == 0).sum().sum() == (prices < 0.3).sum().sum() == len(free) == 3
    assert (free["price_nabisco_usd"] == 0).all() and set(free["brand"]) == {"nabisco"}
    assert set(free["household"]) == {14, 44}


def test_the_votes_follow_the_spending_as_in_the_textbook() -> None:
    """Wooldridge, example 2.9: voteA = 26.81 + .464 shareA, n = 173, R2 = .856."""
    races = dataset.load("vote_share")
    spend, vote = 100 * races["spend_a_share"], 100 * races["vote_a_share"]
    slope, intercept = np.polyfit(spend, vote, 1)
    assert len(races) == 173
    assert (round(intercept, 2), round(slope, 3)) == (26.81, 0.464)
    assert round(spend.corr(vote) ** 2, 3) == 0.856
    shared = races["spend_a_usd"] / (races["spend_a_usd"] + races["spend_b_usd"])
    assert (shared - races["spend_a_share"]).abs().max() < 1e-6


def test_the_old_watch_the_news_twice_as_often_as_the_young() -> None:
    people = dataset.load("tv_days")
    ages = pd.cut(people["age"], [0, 29, 59, 120], labels=["29-", "30-59", "60+"])
    days = people.groupby(ages, observed=True)["tv_news_days_per_week"].mean().round(2)
    assert len(people) == 944
    assert (days["29-"], days["60+"]) == (2.44, 5.36)
    assert people.groupby("education_level")["education"].nunique().tolist() == [1] * 7
