"""The tables of push and pull hold what their lesson relies on, and what their sources print."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from mktlib.core import dataset

# --- the astronaut ---------------------------------------------------------------------------


def counted(network: str) -> pd.DataFrame:
    table = dataset.load("proxima_audience")
    return table[table["network"] == network]


def test_the_misprint_is_there_and_no_column_gives_it_away() -> None:
    table = dataset.load("proxima_audience")
    wrong = table[table["followers"] == 51_000]
    assert len(table) == 22 and len(wrong) == 1
    row = wrong.iloc[0]
    twins = table[(table["network"] == row["network"]) & (table["as_of"] == row["as_of"])]
    assert sorted(twins["followers"]) == [51_000, 551_000]
    for column in set(table.columns) - {"followers", "source_title", "source_address"}:
        assert (table[column] == row[column]).sum() > 1, f"{column} singles it out"


@pytest.mark.parametrize("network", ["Twitter", "Facebook", "Instagram"])
def test_without_the_misprint_no_network_loses_followers(network: str) -> None:
    """That is how a student finds it."""
    followers = counted(network)["followers"]
    assert (51_000 in set(followers)) == (network == "Twitter")
    assert followers.is_monotonic_increasing == (network != "Twitter")
    assert followers[followers != 51_000].is_monotonic_increasing


def test_the_growth_of_the_first_mission_is_concave() -> None:
    """Gains a day on Twitter between the exactly dated counts: 3,276, then 2,854, then 1,897."""
    table = counted("Twitter").set_index("followers")["as_of"]
    steps = [60_000, 250_000, 367_000, 551_000]
    days = table[steps].diff().dt.days
    gains = pd.Series(steps, index=steps).diff() / days
    assert gains.dropna().round().astype(int).tolist() == [3276, 2854, 1897]


def test_the_campaign_is_a_funnel_of_photographs() -> None:
    value = dataset.load("proxima_campaign").set_index("fact")["value"]
    photos = value[["alpha_photos_taken", "alpha_photos_shortlisted", "alpha_photos_in_book"]]
    assert photos.tolist() == [245_000, 3_000, 300]
    copies = value[["book_print_run_announced", "book_print_run_afp"]]
    assert copies.tolist() == [66_000, 65_000]  # both sources are kept
    assert value["principia_campaign_cost"] / value["principia_young_people"] == 1.5


def test_an_event_has_a_date_and_no_value() -> None:
    table = dataset.load("proxima_campaign")
    assert ((table["unit"] == "event") == table["value"].isna()).all()
    day = table.set_index("fact")["as_of"]
    assert (day["proxima_landing"] - day["proxima_launch"]).days == 197
    assert (day["proxima_landing"] - day["proxima_docking"]).days == 195


# --- the insurer and the waiter --------------------------------------------------------------


def test_the_insurer_has_forty_months_and_a_repeated_start() -> None:
    table = dataset.load("insurance_quotes")
    assert table["month"].tolist() == list(pd.date_range("2002-01-01", "2005-04-01", freq="MS"))
    amounts = table[["quotes", "tv_advert_spend"]].to_numpy()
    repeated = [
        i for i in range(len(amounts)) for j in range(i) if (amounts[i] == amounts[j]).all()
    ]
    assert repeated == [3, 4] and (amounts[3:5] == amounts[:2]).all(), "as the card says"


def test_the_tips_are_those_of_the_paper() -> None:
    table = dataset.load("tip_experiment")
    by_card = table.groupby("card")["tipped"].agg(["sum", "size"])
    assert by_card.loc["advertising"].tolist() == [14, 74]
    assert by_card.loc["none"].tolist() == [16, 65]
    assert by_card.loc["joke"].tolist() == [30, 72]
    expected = by_card["size"] * by_card["sum"].sum() / len(table)
    untipped = by_card["size"] - expected
    chi_squared = ((by_card["sum"] - expected) ** 2 * (1 / expected + 1 / untipped)).sum()
    assert chi_squared == pytest.approx(9.953, abs=5e-4)


# --- trust and adoption ----------------------------------------------------------------------


def test_each_form_of_advertising_keeps_its_labels_and_one_figure_a_year() -> None:
    table = dataset.load("channel_trust")
    assert not table.duplicated(["channel", "year"]).any()
    assert (table.groupby("channel")[["channel_fr", "media_type", "direction"]].nunique() == 1).all(
        axis=None
    )
    assert set(table["direction"][table["media_type"] == "paid"]) == {"push"}
    latest = table[table["year"] == 2015].groupby("direction")["trust_share"]
    assert latest.min()["pull"] < latest.max()["push"], "the two overlap"


def test_the_computed_figures_of_trust_are_those_that_the_card_counts() -> None:
    table = dataset.load("channel_trust")
    assert (table["obtained"] == "computed").sum() == 5
    assert set(table["year"][table["obtained"] == "computed"]) == {2013}


def test_adoption_is_the_surveys_of_one_house_in_order() -> None:
    table = dataset.load("social_adoption")
    assert len(table) == 29 and table["survey_end"].is_monotonic_increasing
    share = table.set_index("survey_end")["use_share"]
    assert (share["2005-03-21"], share["2016-11-06"], share["2021-02-08"]) == (0.05, 0.69, 0.72)
    assert share["2012-08-07"] - share["2012-12-09"] == pytest.approx(0.05), "as the card says"
    surveys = table["survey_end"].dt.year.value_counts()
    assert 2007 not in surveys and surveys[2010] == 6
    assert surveys[[2014, 2015, 2016]].tolist() == [1, 1, 1]


# --- what others found -----------------------------------------------------------------------


def test_the_sources_of_the_bass_parameters_contradict_each_other() -> None:
    table = dataset.load("bass_parameters")
    assert len(table) == 34 and table["product"].nunique() == 33
    corn = table[table["product"] == "Hybrid corn"].set_index("source_kind")[["p", "q"]]
    assert corn.loc["compilation"].tolist() == [1e-8, 0.7975]
    assert corn.loc["teaching slides"].tolist() == [0.039, 1.01]
    q = table.set_index("product")["q"]
    assert (q["Cell telephone"], q["Cellular telephones"]) == (0.506, 1.76)
    assert table["source_kind"].value_counts().to_dict() == {
        "compilation": 22,
        "teaching slides": 12,
    }


def test_a_regularity_is_a_figure_or_a_range() -> None:
    table = dataset.load("regularities")
    one = table["value"].notna()
    two = table["low"].notna() & table["high"].notna()
    assert (one ^ two).all() and (table["low"].isna() == table["high"].isna()).all()
    assert (table["low"][two] < table["high"][two]).all()
    shares = table[table["unit"] == "share"][["value", "low", "high"]].to_numpy()
    shares = shares[~np.isnan(shares)]
    assert ((shares > 0) & (shares < 1)).all()
    assert (table["note"].isna() == table["note_fr"].isna()).all()


def test_the_regularities_agree_where_they_must() -> None:
    table = dataset.load("regularities").set_index("regularity")
    value = table["value"]
    short, long = (value[f"advertising_elasticity_{run}_run"] for run in ("short", "long"))
    assert (short, long) == (0.12, 0.24)
    assert long / short == pytest.approx(value["long_run_multiplier"])
    assert value["price_elasticity"] == -2.62
    assert (value["bass_p_mean"], value["bass_q_mean"]) == (0.03, 0.38)
    assert table.loc["carry_over_duration", ["low", "high"]].tolist() == [6, 9]
    assert table.loc["trivial_cascades", ["low", "high"]].tolist() == [0.7, 0.95]
    brands = ["persil", "ariel", "bold"]
    penetration = [value[f"{brand}_penetration"] for brand in brands]
    purchases = [value[f"{brand}_purchases"] for brand in brands]
    assert penetration == sorted(penetration, reverse=True)
    assert purchases == sorted(purchases, reverse=True), "the small are bought less often too"
