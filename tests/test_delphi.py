"""The Delphi: published results, identities, a class's file and its faults, the lab made of it."""

from __future__ import annotations

import math
import re
from itertools import pairwise, product
from pathlib import Path

import french
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_labs import collisions

import mktlib
from mktlib.channel_choice import labs, model
from mktlib.core.text import LANGUAGES, PlainError, set_language

patient = settings(deadline=None)
ratings = st.integers(min_value=1, max_value=9)
PANEL = mktlib.load("delphi_panel")
KEYS = mktlib.load("delphi_keys")


def lawshe() -> dict[int, float]:
    rows = KEYS[KEYS["key"].str.startswith("lawshe")]
    return {int(row.experts_min): row.value for row in rows.itertuples()}


# ------------------------------------------------------------------ Lawshe's ratio


def test_the_exact_ratio_is_the_least_that_chance_rarely_gives() -> None:
    from scipy.stats import binom

    for experts in range(5, 61):
        needed = model.critical_count(experts)
        assert binom.sf(needed - 1, experts, 0.5) <= 0.05 < binom.sf(needed - 2, experts, 0.5)
        assert model.critical_ratio(experts) == pytest.approx(2 * needed / experts - 1)


def test_lawshe_s_step_from_8_to_9_is_exact_and_other_rows_are_not() -> None:
    table = lawshe()
    assert (table[8], table[9]) == (0.75, 0.78), "published: one expert more, a higher ratio"
    assert [round(model.critical_ratio(n), 2) for n in (8, 9)] == [0.75, 0.78]
    agree = {n for n, value in table.items() if round(model.critical_ratio(n), 2) == value}
    assert agree == {8, 9, 13, 30, 35}, "to the two digits printed"
    assert all(model.critical_ratio(n) == 1 for n in (5, 6, 7)), "printed as .99"
    # at 10, the ratios possible on either side of the printed .62 are .6 and .8
    assert model.content_validity_ratio(8, 10) < table[10] < model.critical_ratio(10) == 0.8


def test_the_exact_ratio_goes_up_and_down() -> None:
    """Discreteness, and no misprint, makes the table non-monotone: it happens again."""
    ratios = [model.critical_ratio(n) for n in range(5, 41)]
    rises = [n + 6 for n, (one, two) in enumerate(pairwise(ratios)) if two > one + 1e-12]
    assert rises[:4] == [9, 10, 12, 14] and len(rises) > 10


def test_wilson_2012_is_the_normal_curve() -> None:
    published = KEYS.set_index("key").loc["wilson_13", "value"]
    assert round(model.critical_ratio(13, exact=False), 3) == published == 0.456
    assert model.critical_count(13) == 10, "the page says 10 or more of 13"


def test_four_experts_prove_nothing() -> None:
    with pytest.raises(PlainError, match="even a unanimous answer"):
        model.critical_count(4)


@pytest.mark.parametrize(("favourable", "experts"), [(11, 10), (-1, 10), (0, 0)])
def test_a_ratio_refuses_what_cannot_be(favourable: int, experts: int) -> None:
    with pytest.raises(PlainError):
        model.content_validity_ratio(favourable, experts)


# ------------------------------------------------------------------ Kendall's W

SCORECARD = [  # 12 items by 5 raters; rater 2 ties two of them
    [4, 3, 1, 5, 6, 9, 8, 2, 7, 11, 10, 12],
    [1, 2, 6, 3, 5, 4, 8, 9, 10, 11, 6, 12],
    [1, 2, 6, 3, 4, 5, 8, 7, 10, 9, 11, 12],
    [2, 3, 5, 6, 7, 1, 4, 10, 8, 9, 11, 12],
    [1, 6, 2, 5, 3, 8, 4, 9, 7, 10, 11, 12],
]
BIRDS = [  # ranks of 12 birds by wing, tail and bill, many tied
    [4, 8.5, 10, 1.5, 3, 1.5, 7, 5, 8.5, 11, 6, 12],
    [5, 7, 11, 2.5, 5, 1, 5, 2.5, 9.5, 8, 9.5, 12],
    [5.5, 5.5, 9.5, 2, 3, 1, 8, 4, 11, 9.5, 7, 12],
]


def test_kendall_as_r_has_it() -> None:
    # I. Kemp, Scorecard Example (2016), printed by irr::kendall(correct = TRUE):
    # Wt = 0.735, Chisq(11) = 40.5, p-value = 2.99e-05
    found = model.kendall_w(SCORECARD)
    assert (round(found.w, 3), round(found.chi_squared, 1)) == (0.735, 40.5)
    assert (found.degrees_of_freedom, f"{found.p_value:.2e}") == (11, "2.99e-05")
    assert (found.experts, found.themes) == (5, 12)


def test_kendall_on_tied_ranks_from_its_definition() -> None:
    # Zar, Biostatistical Analysis (2010), example 20.5; rank sums as UNISTAT prints them
    sums = np.array([14.5, 21, 30.5, 6, 11, 3.5, 20, 11.5, 29, 28.5, 22.5, 36])
    assert np.sum(BIRDS, axis=0).tolist() == sums.tolist()
    spread = ((sums - 19.5) ** 2).sum()
    ties = (2 * 6) + (24 + 6 + 6) + (2 * 6)  # two pairs; a trio and two pairs; two pairs
    expected = 12 * spread / (9 * (12**3 - 12) - 3 * ties)
    assert model.kendall_w(BIRDS).w == pytest.approx(expected)


@patient
@given(st.lists(st.lists(ratings, min_size=4, max_size=4), min_size=3, max_size=12))
def test_kendall_is_friedman_s_test(table: list[list[int]]) -> None:
    from scipy.stats import friedmanchisquare

    found = model.kendall_w(table)
    if all(len(set(row)) == 1 for row in table):
        assert math.isnan(found.w), "nobody ranks anything"
        return
    friedman = friedmanchisquare(*np.array(table).T)
    assert found.chi_squared == pytest.approx(friedman.statistic, abs=1e-9)
    assert found.p_value == pytest.approx(friedman.pvalue, abs=1e-9)
    assert -1e-12 <= found.w <= 1 + 1e-12


def test_kendall_leaves_out_whoever_skipped_a_theme_and_refuses_too_few() -> None:
    assert model.kendall_w([[9, 7, 2], [8, 6, 1], [5, math.nan, 3]]).experts == 2
    for few in ([[9, 7, 2]], [[9], [8]], [[9, math.nan], [8, 1]], [1, 2, 3]):
        with pytest.raises(PlainError, match="at least two experts"):
            model.kendall_w(few)


# ------------------------------------------------------------------ the middle of the answers


@patient
@given(st.lists(ratings, min_size=1, max_size=30))
def test_quartiles_without_weights_are_numpy_s(given_ratings: list[int]) -> None:
    expected = np.quantile(given_ratings, [0.25, 0.5, 0.75], method="averaged_inverted_cdf")
    assert model.quartiles(given_ratings) == tuple(expected)
    assert model.quartiles(given_ratings).median == np.median(given_ratings)


@patient
@given(st.lists(st.tuples(ratings, st.integers(1, 5)), min_size=1, max_size=15))
def test_a_weight_of_two_is_two_experts(pairs: list[tuple[int, int]]) -> None:
    values, weights = zip(*pairs, strict=True)
    repeated = np.repeat(values, weights)
    assert model.quartiles(values, weights) == model.quartiles(repeated)
    assert model.quartiles(values, np.array(weights) / 7) == model.quartiles(repeated)
    assert model.share_rating(values, 7, 9, weights) == pytest.approx(np.mean(repeated >= 7))


@pytest.mark.parametrize(
    ("values", "weights"), [([], None), ([5], [0]), ([5, 6], [1, -1]), ([5, 6], [1]), ([5], [2, 1])]
)
def test_quartiles_refuse_what_weighs_nothing(values: list[int], weights: list[int] | None) -> None:
    with pytest.raises(PlainError):
        model.quartiles(values, weights)


# ------------------------------------------------------------------ rules of consensus


def test_the_rand_rule_as_published() -> None:
    # BMJ Open 2012;2:e001431, table 1: median 7, P30 7, P70 8, range 1.0, limit 6.1; accepted
    # since at most four of 15 stand outside.  (Its note prints 2.5 for the 2.35 that gives 6.1.)
    answers = [4, 5, 6, *[7] * 5, *[8] * 5, 9, 9]
    assert model.quartiles(answers).median == 7
    assert model.rand_disagreement(answers) == (1.0, 6.1, False)
    rules = model.consensus(answers)
    assert rules.loc["within_one_third", ["measure", "limit"]].tolist() == [3, 4]
    assert rules.loc["within_one_third", "reached"]


def test_a_panel_split_in_two_disagrees() -> None:
    rules = model.consensus([1, 1, 2, 2, 2, 8, 8, 9, 9, 9])
    assert not rules["reached"].any()
    assert model.rand_disagreement([1, 1, 2, 2, 2, 8, 8, 9, 9, 9]).disagreement


def test_how_many_may_stand_outside_is_the_published_table() -> None:
    tables = KEYS[KEYS["key"].str.startswith("outside")]
    assert len(tables) == 9
    for row in tables.itertuples():
        for experts in range(row.experts_min, row.experts_max + 1):
            assert model.answers_allowed_outside(experts) == row.value


def test_the_published_consensus_of_a_second_round() -> None:
    keys = KEYS.set_index("key")["value"]
    assert model.is_consensus(keys["in_round_2"], keys["in_against"] - 0.01)
    assert not model.is_consensus(keys["in_round_2"] - 0.01, 0)
    assert not model.is_consensus(1, keys["in_against"]), "published as less than 15 %"


# ------------------------------------------------------------------ rounds and panels


def test_the_panel_is_what_its_card_says() -> None:
    assert PANEL.groupby("round")["expert"].nunique().tolist() == [22, 10]
    assert PANEL.drop_duplicates("expert")["profile"].value_counts().tolist() == [11, 11]
    second = PANEL[PANEL["round"] == 2].drop_duplicates("expert")
    assert set(second["expert"]) == set(model.keep_experts(PANEL, 10))
    assert (second["profile"] == "professional").sum() == 9
    assert tuple(PANEL["theme"].unique()) == tuple(theme.en for theme in model.THEMES)
    assert tuple(PANEL["theme_fr"].unique()) == tuple(theme.fr for theme in model.THEMES)
    expertise = PANEL.drop_duplicates("expert")["expertise"].sort_values(ascending=False)
    assert expertise.iloc[9] > expertise.iloc[10], "no tie between the last kept and the next"


def test_what_was_built_into_the_panel_shows() -> None:
    table = model.passage(PANEL, model.keep_experts(PANEL, 10))
    assert (table["selection"] + table["feedback"]).tolist() == pytest.approx(
        (table["kept_second"] - table["all_first"]).tolist()
    )
    agreed = table[["all_first", "kept_first", "kept_second"]] >= 0.7 - 1e-9
    assert agreed.sum().tolist() == [1, 2, 6]
    assert not agreed.loc["Preferred channels"].any()
    assert table.loc["Spreading the word", "feedback"] == 0
    moved = model.stability(model.ratings_table(PANEL, 1), model.ratings_table(PANEL, 2))
    assert moved.loc[["Preferred channels", "Spreading the word"], "unchanged_share"].eq(1).all()
    others = moved.drop(["Preferred channels", "Spreading the word", "Monitoring"])
    assert (others["closer_share"] > 0).all()
    assert (others["interquartile_range_change"] < 0).all()


def test_weights_change_the_summary_and_none_counts_heads() -> None:
    plain = model.weighted_summary(PANEL, weights=None)
    weighed = model.weighted_summary(PANEL)
    heads = PANEL[PANEL["round"] == 1].groupby("theme")["rating"].agg(lambda r: (r >= 7).mean())
    assert plain.loc[1, "high_share"].to_dict() == pytest.approx(heads.to_dict())
    assert (weighed["high_share"] != plain["high_share"]).any()
    assert plain.loc[(1, "Monitoring"), "interquartile_range"] == 2
    with pytest.raises(PlainError, match='no column "credit"'):
        model.weighted_summary(PANEL, weights="credit")


def test_keeping_everybody_is_no_selection() -> None:
    table = model.passage(PANEL, model.keep_experts(PANEL, 22))
    assert (table["selection"] == 0).all()
    for count in (0, 23):
        with pytest.raises(PlainError, match="keep from 1 to 22"):
            model.keep_experts(PANEL, count)
    with pytest.raises(PlainError, match='takes a column "expertise"'):
        model.keep_experts(PANEL.drop(columns="expertise"), 3)


def test_rounds_that_share_nothing_are_refused() -> None:
    one, two = (pd.DataFrame({"content": [5.0]}, index=[name]) for name in ("Ada", "Bob"))
    with pytest.raises(PlainError, match="both rounds"):
        model.stability(one, two)
    with pytest.raises(PlainError, match="no answer in round 3"):
        model.ratings_table(PANEL, 3)
    with pytest.raises(PlainError, match="answers twice"):
        model.ratings_table(pd.concat([PANEL, PANEL]), 1)


# ------------------------------------------------------------------ a class's own file

LONG = [
    ("Ada", 15, 1, "Prix, qualité", 7.5),
    ("Ada", 15, 1, "Contenu", 8),
    ("Bob", 9, 1, "Prix, qualité", 3),
    ("Bob", 9, 1, "Contenu", 6),
    ("Chloé", 12, 1, "Prix, qualité", 9),
    ("Chloé", 12, 1, "Contenu", 2),
    ("Ada", 15, 2, "Prix, qualité", 8),
    ("Ada", 15, 2, "Contenu", 8),
    ("Chloé", 12, 2, "Prix, qualité", 8),
    ("Chloé", 12, 2, "Contenu", 5),
]
EXPECTED = pd.DataFrame(LONG, columns=["expert", "expertise", "round", "theme", "rating"])


def written(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


def as_csv(titles: list[str], rows: list[tuple], separator: str, decimal: str) -> str:
    def cell(value: object) -> str:
        text = str(value).replace(".", decimal) if isinstance(value, float) else str(value)
        return f'"{text}"' if separator in text else text

    return "\r\n".join(separator.join(map(cell, row)) for row in [titles, *rows]) + "\r\n"


@pytest.mark.parametrize(
    ("separator", "decimal", "encoding"),
    [*product(",;\t", ",.", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])],
)
@pytest.mark.parametrize(
    "titles", ["expert expertise round theme rating", "Nom Poids Tour Thème Note"]
)
def test_a_long_file_however_it_was_saved(
    tmp_path: Path, titles: str, separator: str, decimal: str, encoding: str
) -> None:
    text = as_csv(titles.split(), LONG, separator, decimal)
    read = model.read_answers(written(tmp_path / "a.csv", text, encoding))
    pd.testing.assert_frame_equal(
        read[EXPECTED.columns], EXPECTED, check_dtype=False, check_column_type=False
    )


def test_a_wide_file_with_what_a_form_adds(tmp_path: Path) -> None:
    text = (
        "Horodateur;Nom de l’expert;Votre expertise;Tour;Prix;Contenu\n"
        "2026/11/22 10:00;Ada;15,5;Tour 1;7,5;8\n"
        ";Bob;9;1er;3;\n"
        ";Chloé;12;T1;9;2\n"
        "\n"
        ";Ada;;2,0;8;8\n"
        ";Chloé;;round 2;8;5\n"
        ";Bob;;2;;\n"
    )
    read = model.read_answers(written(tmp_path / "a.csv", text, "cp1252"))
    assert read["round"].tolist() == [1] * 5 + [2] * 4
    assert read.groupby("expert")["expertise"].first().to_dict() == {
        "Ada": 15.5, "Bob": 9.0, "Chloé": 12.0
    }  # fmt: skip
    assert model.ratings_table(read, 1).isna().sum().tolist() == [0, 1]
    assert read["theme"].unique().tolist() == ["Prix", "Contenu"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_empty_sheet_comes_back_once_filled_in(tmp_path: Path, language: str) -> None:
    set_language(language)  # type: ignore[arg-type]
    sheet = model.answer_sheet(["Ada", "Bob", "Chloé"])
    sheet.to_csv(tmp_path / "empty.csv", index=False, encoding="utf-8-sig")
    with pytest.raises(PlainError, match="no rating yet|encore aucune note"):
        model.read_answers(tmp_path / "empty.csv")
    themes = [str(theme) for theme in model.THEMES]
    sheet.assign(**dict.fromkeys(themes, 7)).to_csv(tmp_path / "full.csv", index=False)
    read = model.read_answers(tmp_path / "full.csv")
    assert len(read) == 3 * 2 * 7 and "expertise" not in read
    assert read["theme"].unique().tolist() == themes


HEADER = "expert,round,theme,rating\n"
GOOD = "".join(
    f"{who},{turn},{theme},{rating}\n"
    for turn in (1, 2)
    for who, rating in (("Anna", 7), ("Bob", 5), ("Carl", 9))
    for theme in ("price", "content")
)
FAULTS = {
    "empty": ("", "is empty"),
    "blank": ("\n,,\n", "is empty"),
    "one column": ("expert\nAnna\n", "single column"),
    "no expert": ("who,round,theme,rating\nAnna,1,price,7\n", '"expert" is missing.*who, round'),
    "no round": ("expert,theme,rating\nAnna,price,7\n", '"round" is missing'),
    "no theme": ("expert,round,rating\nAnna,1,7\n", '"theme" is missing'),
    "no rating": ("expert,round,theme\nAnna,1,price\n", '"rating" is missing'),
    "two names": ("expert,name,round,a,b\nA,B,1,7,7\n", 'Two columns are called "expert"'),
    "two themes alike": ("expert,round,a,a\nA,1,7,7\n", 'Two columns are called "a"'),
    "title alone": (HEADER, "no rating yet"),
    "ten": (HEADER + GOOD.replace("Bob,1,price,5", "Bob,1,price,10"), "Bob rates price 10"),
    "zero": (HEADER + GOOD.replace("Bob,2,price,5", "Bob,2,price,0"), "from 1 to 9"),
    "a word": (HEADER + GOOD.replace("Bob,1,price,5", "Bob,1,price,yes"), 'Line 4: "yes" is not'),
    "decimal comma": (HEADER + "Anna,1,price,7,5\n" + GOOD, "Line 2 has 5 cells for 4 columns"),
    "twice": (HEADER + GOOD + "Bob,2,price,6\n", "Bob answers twice on price in round 2"),
    "round 3": (HEADER + GOOD + "Bob,3,price,6\n", 'round is 1 or 2, not "3"'),
    "round 12": (HEADER + GOOD + "Bob,12,price,6\n", 'not "12"'),
    "no name": (HEADER + GOOD + ",2,price,6\n", "Line 14 does not name its expert"),
    "one round": (HEADER + GOOD.replace(",2,", ",1,").replace("Bob,1", "Ed,1", 2), None),
    "round 1 only": (HEADER + GOOD[: len(GOOD) // 2], "no answer in round 2"),
    "round 2 only": (HEADER + GOOD[len(GOOD) // 2 :], "no answer in round 1"),
    "misspelt": (HEADER + GOOD.replace("Anna,2", "Ana,2"), "Ana answers.*is it Anna"),
    "a newcomer": (HEADER + GOOD + "Zoe,2,price,6\n", "Zoe answers.*take these answers out"),
    "theme misspelt": (HEADER + GOOD.replace("2,price", "2,prices"), "price is rated in round 1"),
    "one theme": (HEADER + GOOD.replace("content", "price"), None),
    "one theme alone": (
        HEADER + "".join(line for line in GOOD.splitlines(True) if "price" in line),
        "At least two themes",
    ),
    "two experts": (
        HEADER + "".join(line for line in GOOD.splitlines(True) if "Carl" not in line),
        "Round 1 needs at least 3 experts; it has 2",
    ),
    "some expertise": ("expert,expertise,round,a,b\nA,5,1,7,7\nB,,1,7,7\n", None),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_told_in_one_sentence_of_each_language(tmp_path: Path, fault: str) -> None:
    text, told = FAULTS[fault]
    path = written(tmp_path / "answers.csv", text)
    said = {}
    for language in LANGUAGES:
        set_language(language)
        with pytest.raises(PlainError) as refusal:
            model.read_answers(path)
        said[language] = str(refusal.value)
    assert told is None or re.search(told, said["en"]), said["en"]
    assert said["en"] != said["fr"] and not french.faults(said["fr"])
    assert "\n" not in said["en"] and not re.search(r"[{}]|nan\b", said["en"] + said["fr"])


def test_a_good_file_is_not_refused(tmp_path: Path) -> None:
    assert len(model.read_answers(written(tmp_path / "a.csv", HEADER + GOOD))) == 12


@pytest.mark.parametrize("language", LANGUAGES)
def test_expertise_is_one_number_an_expert(tmp_path: Path, language: str) -> None:
    set_language(language)  # type: ignore[arg-type]
    good = pd.read_csv(written(tmp_path / "a.csv", HEADER + GOOD)).assign(expertise=5.0)
    for place, value in ((0, 6.0), (slice(0, 12, 6), -1.0)):
        wrong = good.copy()
        wrong.loc[good.index[place], "expertise"] = value
        with pytest.raises(PlainError, match="Anna"):
            model.checked_answers(wrong)
    with pytest.raises(PlainError, match="Bob"):
        model.checked_answers(
            good.assign(expertise=good["expertise"].mask(good["expert"] == "Bob"))
        )


def test_a_file_that_is_not_there_suggests_its_neighbours(tmp_path: Path) -> None:
    with pytest.raises(PlainError, match="nor any CSV file"):
        model.read_answers(tmp_path / "answers.csv")
    written(tmp_path / "answer.csv", HEADER)
    with pytest.raises(PlainError, match="Did you mean: answer.csv"):
        model.read_answers(tmp_path / "answers.csv")
    with pytest.raises(PlainError, match="is a workbook"):
        model.read_answers(tmp_path / "answers.xlsx")
    with pytest.raises(PlainError, match="not a text file"):
        model.read_answers(written(tmp_path / "renamed.csv", "PK\x00\x01"))


@patient
@given(st.binary(max_size=200))
def test_whatever_the_file_holds_nothing_but_a_plain_refusal(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.csv"
    path.write_bytes(data)
    with pytest.raises(PlainError):
        model.read_answers(path)


# ------------------------------------------------------------------ the lab


def test_the_lab_shows_the_model_s_numbers() -> None:
    result = labs.delphi.run(kept=10, weighting="expertise")
    table = model.passage(PANEL, model.keep_experts(PANEL, 10), weights="expertise")
    for name, step in result.steps.items():
        assert step.high_shares.tolist() == pytest.approx(table[name].tolist())
    second = model.kendall_w(model.ratings_table(PANEL, 2))
    assert result.steps["kept_second"].w == pytest.approx(second.w)
    assert [step.needed for step in result.steps.values()] == [16, 9, 9]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lab_says_where_a_consensus_comes_from(language: str) -> None:
    set_language(language)  # type: ignore[arg-type]
    name = "Spreading the word" if language == "en" else "Essaimage"
    before = labs.delphi.words(labs.delphi.run())
    assert re.search(r"\b1\b.*\b22\b", before) and name not in before, "round 2 is yet to come"
    said = labs.delphi.words(labs.delphi.run(shown="kept_second"))
    assert name in said
    assert re.search(r"\b1\b.*\b22\b.*\b2\b.*\b10\b.*\b6\b", said)
    assert not french.faults(said) or language == "en"


def a_class(experts: int, themes: int, seed: int, expertise: bool, second: int) -> pd.DataFrame:
    random = np.random.default_rng(seed)
    rows = [
        (f"E{i}", turn, f"A rather long theme, of $ {t}", float(random.integers(2, 19)) / 2)
        for turn, count in ((1, experts), (2, second))
        for i in range(count)
        for t in range(themes)
    ]
    table = pd.DataFrame(rows, columns=["expert", "round", "theme", "rating"])
    table["profile"] = table["expert"].str[-1].isin(list("02468")).map({True: "a", False: ""})
    weight = table["expert"].map(lambda name: 1 + hash_of(name) % 7)
    return table.assign(expertise=weight) if expertise else table


def hash_of(name: str) -> int:
    return sum(map(ord, name)) * 31


CLASSES = [(60, 12, 1, True, 60), (3, 2, 2, False, 2), (25, 7, 3, True, 24), (12, 10, 4, False, 5)]


@pytest.mark.parametrize("case", CLASSES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_class_s_lab_is_whole_at_every_corner(case: tuple, language: str) -> None:
    set_language(language)  # type: ignore[arg-type]
    lab = labs.delphi_of(a_class(*case))
    assert ("kept" in lab.defaults) == case[3]
    figure, update = lab.stage()
    turned = [control for control in lab.controls if control.name in ("shown", "kept")]
    for ends in product(*(control.extremes for control in turned)):
        values = {control.name: end for control, end in zip(turned, ends, strict=True)}
        result = lab.run(**values)
        update(result)
        assert not collisions(figure), values
        assert not re.search(r"nan\b|[{}]", lab.words(result))


def test_a_class_s_lab_shows_every_answer() -> None:
    """Each dot is one expert: none is lost where many gave the same rating."""
    lab = labs.delphi_of(a_class(60, 12, 1, True, 60))
    figure, update = lab.stage()
    update(lab.run(shown="all_first", kept=20))
    dots = [line for line in figure.axes[0].lines if line.get_marker() in ("o", "s")]
    moving = [line for line in dots if line.get_animated()]
    spots = [spot for line in moving for spot in zip(*line.get_data(), strict=True)]
    assert len(spots) == len(set(spots)) == 60 * 12


def test_the_lab_of_the_panel_and_the_lab_of_its_table_agree() -> None:
    own = labs.delphi_of(PANEL)
    assert own.run().steps["kept_second"].high_shares.tolist() == (
        labs.delphi.run().steps["kept_second"].high_shares.tolist()
    )


def test_what_the_picture_has_no_room_for_is_refused() -> None:
    for case in ((61, 3, 1, False, 10), (5, 13, 1, False, 4)):
        with pytest.raises(PlainError, match="has room for 60 experts and 12 themes"):
            labs.delphi_of(a_class(*case))
    with pytest.raises(PlainError, match="read_answers"):
        labs.delphi_of("answers.csv")  # type: ignore[arg-type]
