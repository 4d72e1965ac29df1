"""Exercises and predictions: the machine on small samples, then every topic's own."""

from __future__ import annotations

import base64
import datetime
import functools
import html
import importlib
import importlib.util
import itertools
import json
import math
import pkgutil
import re
import sys
import time
from decimal import Decimal
from fractions import Fraction
from types import SimpleNamespace
from xml.etree import ElementTree

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import mktlib
from mktlib.core.answer import Choice, Choices, Number, Numbers, Table
from mktlib.core.exercise import Exercise, Misconception
from mktlib.core.prediction import PREDICTION, Guess, Prediction, predict
from mktlib.core.text import LANGUAGES, PlainError, Text, number, percent, set_language
from mktlib.core.verdict import VERDICT, Outcome


def both(sentence: str) -> Text:
    return Text(en=f"{sentence} (en)", fr=f"{sentence} (fr)")


def exercise(kind, answer, **astray) -> Exercise:
    """An exercise whose hints are the names of its misconceptions."""
    return Exercise(
        name="sample",
        question=both("What is it?"),
        kind=kind,
        answer=answer,
        praise=both("Well reasoned."),
        misconceptions=tuple(
            Misconception(name=name, answer=value, hint=both(f"Hint: {name}."))
            for name, value in astray.items()
        ),
    )


OPTIONS = {letter: both(f"Option {letter}") for letter in "abcd"}
ADS = pd.DataFrame(
    {"impressions": [1000, 4000, 5000], "clicks": [31, 64, 222], "spend_usd": [62.0, 80.0, 333.0]},
    index=pd.Index(["legal", "travel", "retail"], name="industry"),
)


def rates(clicks: str = "clicks", over: str = "impressions") -> pd.DataFrame:
    return pd.DataFrame({"rate": ADS[clicks] / ADS[over], "cost_usd": ADS.spend_usd / ADS[clicks]})


RATE = exercise(
    Number(share=True),
    lambda: ADS.clicks.sum() / ADS.impressions.sum(),
    mean_of_ratios=lambda: (ADS.clicks / ADS.impressions).mean(),
    upside_down=lambda: ADS.impressions.sum() / ADS.clicks.sum(),
    wrong_denominator=lambda: ADS.clicks.sum() / ADS.spend_usd.sum(),
)
COST = exercise(
    Number(unit=Text(en="USD", fr="dollars")),
    lambda: ADS.spend_usd.sum() / ADS.clicks.sum(),
    mean_of_ratios=lambda: (ADS.spend_usd / ADS.clicks).mean(),
    upside_down=lambda: ADS.clicks.sum() / ADS.spend_usd.sum(),
    per_mille=lambda: 1000 * ADS.spend_usd.sum() / ADS.impressions.sum(),
)
LETTER = exercise(
    Choice(options=OPTIONS),
    lambda: "b",
    cause=lambda: "a",
    size=lambda: "c",
    luck=lambda: "d",
)
SEVERAL = exercise(
    Numbers(keys={"rate": Number(share=True), "cost": Number()}),
    lambda: {"rate": 317 / 10000, "cost": 475 / 317},
    swapped=lambda: [475 / 317, 317 / 10000],
    per_mille=lambda: {"rate": 317 / 10000, "cost": 47.5},
    mean_of_ratios=lambda: {"rate": 0.0305, "cost": 1.583},
)
SORTED = exercise(
    Choices(items={name: both(name) for name in ("reach", "sales", "likes")}, options=OPTIONS),
    lambda: {"reach": "a", "sales": "b", "likes": "a"},
    swapped=lambda: {"reach": "b", "sales": "a", "likes": "b"},
    likes_sell=lambda: {"reach": "a", "sales": "b", "likes": "b"},
    all_vanity=lambda: ["a", "a", "a"],
)
TABLE = exercise(
    Table(rows="industry", columns={"rate": Number(share=True), "cost_usd": Number()}),
    rates,
    upside_down=lambda: 1 / rates(),
    per_dollar=lambda: rates(over="spend_usd"),
    lost_row=lambda: rates().drop("retail"),
)
COLUMN = exercise(
    Table(rows="industry", columns={"rate": Number(share=True)}),
    lambda: rates().rate,
    upside_down=lambda: 1 / rates().rate,
    per_dollar=lambda: rates(over="spend_usd").rate,
    share_of_clicks=lambda: ADS.clicks / ADS.clicks.sum(),
)
SAMPLES = {
    "number": COST,
    "share": RATE,
    "choice": LETTER,
    "numbers": SEVERAL,
    "choices": SORTED,
    "table": TABLE,
    "column": COLUMN,
}
samples = pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES)


def outcome(sample: Exercise, answer: object) -> tuple[Outcome, str]:
    verdict = sample.check(answer)
    return verdict.outcome, verdict.misconception


def in_both_languages(shown: object) -> dict[str, str]:
    """What a student would read, HTML tags apart, by language."""
    words = {}
    for code in LANGUAGES:
        set_language(code)
        bundle = shown._repr_mimebundle_()  # type: ignore[attr-defined]
        assert bundle["text/plain"] == repr(shown)
        json.dumps([value for kind, value in bundle.items() if kind.endswith("json")])
        words[code] = html.unescape(re.sub("<[^>]+>", " ", bundle["text/html"]))
    set_language("en")
    return words


# What is right


@samples
def test_right_answer_is_praised(sample):
    verdict = sample.check(sample.answer())
    assert verdict.outcome is Outcome.CORRECT
    assert in_both_languages(verdict)["fr"].split() == ["✓", "Juste", "Well", "reasoned.", "(fr)"]


@samples
def test_each_misconception_gets_its_own_hint_and_no_other(sample):
    assert sample.faults() == []
    for each in sample.misconceptions:
        verdict = sample.check(each.answer())
        assert (verdict.outcome, verdict.misconception) == (Outcome.MISCONCEPTION, each.name)
        others = {m.hint.en for m in sample.misconceptions if m is not each}
        assert each.hint.en in repr(verdict)
        assert not any(hint in repr(verdict) for hint in others)


@pytest.mark.parametrize(
    "same",
    [
        0.0317,
        "0.0317",
        "0,0317",
        "3.17 %",
        "3,17\u00a0%",
        " 3.17% ",
        np.float64(0.0317),
        np.float32(0.0317),
        np.array(0.0317),
        np.array([[0.0317]]),
        [0.0317],
        (0.0317,),
        pd.Series([0.0317]),
        pd.DataFrame({"rate": [0.0317]}),
        Decimal("0.0317"),
        Fraction(317, 10000),
        0.032,
        0.0315,
    ],
    ids=repr,
)
def test_a_number_is_right_however_written_and_rounded(same):
    assert outcome(RATE, same) == (Outcome.CORRECT, "")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3.2", 3.2),
        ("3,2", 3.2),
        ("-3,2", -3.2),
        ("−3,2", -3.2),
        ("1 234,5", 1234.5),
        ("1\u202f234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("1.234,5", 1234.5),
        ("1,234,567", 1234567),
        ("1 234", 1234),
        ("$12", 12),
        ("-$12.50", -12.5),
        ("12 €", 12),
        ("12 USD", 12),
        ("1e-3", 0.001),
        (".5", 0.5),
        ("0,125", 0.125),
    ],
)
def test_text_is_read_as_the_number_it_can_only_mean(text, value):
    reading = Number().read(text)
    assert reading.parts[""] == pytest.approx(value, rel=1e-12)
    assert len(reading.notes) == 1


@pytest.mark.parametrize(
    "text", ["1,234", "3/4", "about 3", "", "3 4", "1,23,4", "nan", "--3", "%"]
)
def test_text_that_may_mean_something_else_is_not_guessed(text):
    verdict = COST.check(text)
    assert verdict.outcome is Outcome.UNREADABLE
    assert "without quotes" in repr(verdict)


def test_a_note_says_how_text_was_read():
    read = in_both_languages(RATE.check("3,17 %"))
    assert "read as the number 0.0317" in read["en"]
    assert "comme le nombre 0.0317" in read["fr"]


@pytest.mark.parametrize("letter", ["b", "B", " b ", "(b)", "B.", ["b"], pd.Series(["b"])])
def test_a_letter_is_right_however_written(letter):
    assert outcome(LETTER, letter) == (Outcome.CORRECT, "")


@pytest.mark.parametrize(
    "same",
    [
        {"cost": 1.498, "rate": 0.0317},
        {"cost": "1,4984", "rate": "3.17 %", "more": None},
        [0.0317, 1.498],
        (0.0317, 1.498),
        np.array([0.0317, 1.498]),
        pd.Series([0.0317, 1.498]),
        pd.Series({"cost": 1.498, "rate": 0.0317}),
        pd.DataFrame({"cost": [1.498], "rate": [0.0317]}),
    ],
    ids=repr,
)
def test_several_numbers_are_right_by_name_or_in_order(same):
    assert outcome(SEVERAL, same) == (Outcome.CORRECT, "")


@pytest.mark.parametrize(
    "same",
    [
        rates().iloc[::-1],
        rates().assign(more=1),
        rates()[["cost_usd", "rate"]],
        rates().reset_index(),
        rates().round(4),
    ],
    ids=["any row order", "more columns", "any column order", "rows in a column", "rounded"],
)
def test_a_table_is_compared_by_its_labels(same):
    assert outcome(TABLE, same) == (Outcome.CORRECT, "")


@pytest.mark.parametrize(
    "same",
    [rates().rate, rates().rate.rename("ctr"), rates()[["rate"]], rates().rate.to_dict()],
    ids=["series", "renamed", "frame", "dict"],
)
def test_a_table_of_one_column_may_be_a_series_or_a_dict(same):
    assert outcome(COLUMN, same) == (Outcome.CORRECT, "")


@given(
    answer=st.floats(1e-9, 1e12),
    sign=st.sampled_from([1, -1]),
    off=st.floats(-0.0099, 0.0099),
)
def test_the_tolerance_is_relative(answer, sign, off):
    kind = Number()
    assert kind.same(sign * answer * (1 + off), sign * answer)
    assert not kind.same(sign * answer * 1.011, sign * answer)
    assert kind.same(0.009, 0.0) and not kind.same(0.011, 0.0)


def test_the_right_answer_wins_over_a_misconception_too_close_to_it():
    sample = exercise(Number(), lambda: 10.0, near=lambda: 10.05)
    assert outcome(sample, 10.05) == (Outcome.CORRECT, "")
    assert "near cannot be told from the answer" in sample.faults()


def test_answers_are_computed_once():
    calls = []
    sample = exercise(Number(), lambda: calls.append("right") or 1, astray=lambda: 2)
    assert calls == []
    for guess in (1, 2, 3):
        sample.check(guess)
    assert calls == ["right"]


# What is wrong


def test_percent_for_share_and_share_for_percent():
    assert outcome(RATE, 3.17) == (Outcome.MISCONCEPTION, "percent_for_share")
    assert outcome(RATE, 0.000317) == (Outcome.MISCONCEPTION, "share_for_percent")
    points = exercise(Number(percent=True), lambda: 3.17)
    assert outcome(points, "3.17 %") == (Outcome.CORRECT, "")
    assert outcome(points, 0.0317) == (Outcome.MISCONCEPTION, "share_for_percent")
    assert outcome(COST, 149.8) == (Outcome.INCORRECT, "")  # not a share: only too large
    assert outcome(SEVERAL, [3.17, 1.498]) == (Outcome.MISCONCEPTION, "percent_for_share")
    assert outcome(COLUMN, rates().rate * 100) == (Outcome.MISCONCEPTION, "percent_for_share")


def test_a_misconception_in_percent_gets_its_hint_and_the_one_on_units():
    verdict = RATE.check(100 * (ADS.clicks / ADS.impressions).mean())
    assert verdict.misconception == "mean_of_ratios"
    assert "Hint: mean_of_ratios." in repr(verdict) and "percentage" in repr(verdict)


@pytest.mark.parametrize(
    ("answer", "nudge"),
    [
        (1.7, "Read the question again"),
        (-1.7, "sign is the opposite"),
        (20, "more than ten times too large"),
        (0.01, "more than ten times too small"),
        (2, "rounded too much"),
    ],
)
def test_an_unforeseen_number_gets_a_direction(answer, nudge):
    sample = exercise(Number(), lambda: 475 / 317)
    verdict = sample.check(answer)
    if answer == 2:  # 1.498 is 1 or 1.5 when rounded too much
        verdict = exercise(Number(), lambda: 1.96).check(answer)
    assert verdict.outcome is Outcome.INCORRECT
    assert nudge in repr(verdict)


def test_of_several_parts_the_right_ones_are_named():
    verdict = SEVERAL.check({"rate": 0.0317, "cost": 7})
    assert verdict.outcome is Outcome.INCORRECT
    assert "Right: rate." in repr(verdict) and "Not yet: cost." in repr(verdict)
    rows = TABLE.check(rates().drop("travel").rename({"legal": "law"}))
    assert "Missing: legal, rate" in repr(rows) and "Not asked for: law, rate" in repr(rows)
    assert "Il manque\u00a0: legal, rate" in in_both_languages(rows)["fr"]


def test_one_wrong_part_is_enough_to_recognise_a_misconception():
    assert outcome(SORTED, list("abc")) == (Outcome.INCORRECT, "")
    assert outcome(SORTED, list("aba")) == (Outcome.CORRECT, "")
    assert outcome(SORTED, list("bba")) == (Outcome.MISCONCEPTION, "swapped")


# What cannot be read

TABLE_OF_MANY = pd.DataFrame({"a": [1, 2], "b": [3, 4]})
UNREADABLE = {
    "none": (RATE, None, "This is None", "Ceci est None"),
    "nan": (RATE, math.nan, "missing (NaN)", "manquante (NaN)"),
    "NA": (RATE, pd.NA, "missing (NaN)", "manquante (NaN)"),
    "NaT": (RATE, pd.NaT, "missing (NaN)", "manquante (NaN)"),
    "inf": (RATE, -math.inf, "infinite", "infini"),
    "huge": (RATE, 10**400, "infinite", "infini"),
    "bool": (RATE, True, "True or False", "True ou False"),
    "numpy bool": (RATE, np.bool_(False), "True or False", "True ou False"),
    "function": (RATE, ADS.clicks.sum, "add parentheses", "ajoutez des parenthèses"),
    "class": (RATE, float, "add parentheses", "ajoutez des parenthèses"),
    "frame": (RATE, TABLE_OF_MANY, "holds 4 (DataFrame)", "contient 4 (DataFrame)"),
    "series": (RATE, ADS.clicks, "pick one", "choisissez-en une"),
    "list": (RATE, [1, 2, 3], "holds 3 (list)", "contient 3 (list)"),
    "dict": (RATE, {"a": 1, "b": 2}, "holds 2 (dict)", "contient 2 (dict)"),
    "empty frame": (RATE, ADS[ADS.clicks > 999], "nothing in it", "rien dedans"),
    "empty list": (RATE, [], "nothing in it", "rien dedans"),
    "complex": (RATE, 1j, "of type complex", "de type complex"),
    "bytes": (RATE, b"3.2", "of type bytes", "de type bytes"),
    "date": (RATE, datetime.date(2020, 1, 1), "of type date", "de type date"),
    "nested": (RATE, [[1]], "of type list", "de type list"),
    "text": (RATE, "three", "without quotes", "sans guillemets"),
    "thousand": (RATE, "1,234", "not surely one number", "pas sûrement"),
    "percent": (COST, "3 %", "No percentage", "pas de pourcentage"),
    "letter": (LETTER, "e", 'out of "a", "b", "c", "d"', 'parmi "a", "b", "c", "d"'),
    "number for letter": (LETTER, 2, "a letter, in quotes", "une lettre, entre guillemets"),
    "none for letter": (LETTER, None, "This is None", "Ceci est None"),
    "letters": (LETTER, ["a", "b"], "holds 2 (list)", "contient 2 (list)"),
    "one of several": (SEVERAL, 3, "2 numbers between square brackets", "2 nombres entre crochets"),
    "too many": (SEVERAL, [1, 2, 3], "in this order", "dans cet ordre"),
    "a set": (SEVERAL, {1, 2}, "in this order", "dans cet ordre"),
    "frame for several": (SEVERAL, TABLE_OF_MANY, "2 numbers", "2 nombres"),
    "missing key": (SEVERAL, {"rate": 1}, "Missing: cost", "Il manque\u00a0: cost"),
    "nan in a key": (SEVERAL, [1, math.nan], "cost: This value is", "cost\u00a0: Cette valeur"),
    "half filled in": (SEVERAL, {"rate": 1, "cost": ...}, "Still to fill in: cost", "À compléter"),
    "none for several": (SEVERAL, None, "This is None", "Ceci est None"),
    "bad letter": (SORTED, list("abz"), "likes: Give a letter", "likes\u00a0: Donnez une lettre"),
    "number for table": (TABLE, 3, "a short table", "un petit tableau"),
    "function for table": (TABLE, rates, "add parentheses", "ajoutez des parenthèses"),
    "no columns": (TABLE, ADS, '"rate", "cost_usd"', '"rate", "cost_usd"'),
    "no names": (
        TABLE,
        rates().reset_index(drop=True),
        '.set_index("industry")',
        '.set_index("industry")',
    ),
    "twice": (TABLE, pd.concat([rates(), rates()]), "appears twice", "apparaît deux fois"),
    "empty table": (TABLE, rates().iloc[:0], "nothing in it", "rien dedans"),
    "nan in a cell": (
        TABLE,
        rates().where(rates() < 1.4),
        "legal, cost_usd: This value is missing",
        "legal, cost_usd\u00a0: Cette valeur est manquante",
    ),
}


@pytest.mark.parametrize(("sample", "junk", "en", "fr"), UNREADABLE.values(), ids=UNREADABLE)
def test_junk_gets_a_helpful_sentence(sample, junk, en, fr):
    verdict = sample.check(junk)
    assert (verdict.outcome, verdict.fault) == (Outcome.UNREADABLE, "")
    shown = in_both_languages(verdict)
    assert en in shown["en"] and "Not readable" in shown["en"]
    assert fr in shown["fr"] and "Illisible" in shown["fr"]


@samples
def test_dots_are_an_answer_not_attempted(sample):
    for dots in (..., [...]):
        if dots is ... or isinstance(sample.kind, Number | Choice):
            assert outcome(sample, dots) == (Outcome.NOT_ATTEMPTED, "")
    assert outcome(SEVERAL, {"rate": ..., "cost": ...}) == (Outcome.NOT_ATTEMPTED, "")
    assert "Remplacez les ..." in in_both_languages(sample.check(...))["fr"]


class Hostile:
    """An object that fails whatever is done to it."""

    def _fail(self, *_, **__):
        raise RuntimeError("no")

    __eq__ = __ne__ = __repr__ = __str__ = __array__ = __float__ = __len__ = __iter__ = _fail
    __bool__ = __hash__ = __getattr__ = __index__ = __format__ = __add__ = __lt__ = _fail


class HostileFloat(float):
    __float__ = __repr__ = __eq__ = Hostile._fail
    __hash__ = None


class HostileText(str):
    strip = split = replace = __len__ = casefold = __str__ = Hostile._fail


class HostileList(list):
    __len__ = __iter__ = __repr__ = Hostile._fail


class HostileClass:
    @property
    def __class__(self):
        raise RuntimeError("no")


class HostileFrame(pd.DataFrame):
    @property
    def size(self):
        raise RuntimeError("no")

    squeeze = to_frame = set_index = Hostile._fail


ENDLESS: list = []
ENDLESS.append(ENDLESS)
EXOTIC = [
    Hostile(),
    HostileFloat(1),
    HostileText("1"),
    HostileList([1]),
    HostileClass(),
    HostileFrame({"rate": [1], "cost": [2]}),
    ENDLESS,
    {"rate": Hostile(), "cost": ENDLESS},
    {Hostile.__name__: 1, ("rate", 1): 2, "\ud800": 3},
    pd.DataFrame({("a", 1): [1], ("a", 2): [2]}),
    pd.DataFrame([[1, 2]], columns=["rate", "rate"]),
    pd.DataFrame({"industry": [[1]], "rate": [1], "cost_usd": [1]}),
    pd.DataFrame({"rate": [1.0]}, index=["\ud800"]),
    pd.Series([1, 2], index=pd.MultiIndex.from_tuples([("a", 1), ("b", 2)])),
    pd.Categorical(["a"]),
    pd.Timestamp("2020-01-01"),
    np.array([1, "a", None], dtype=object),
    np.array([(1, 2.0)], dtype=[("x", int), ("y", float)]),
    np.ma.masked,
    np.datetime64("NaT"),
    Decimal("sNaN"),
    (i for i in range(3)),
    range(10**12),
    "9" * 10**5,
    10**5000,
    RATE,
    sys,
    type,
]

plain = st.one_of(
    st.none(),
    st.just(...),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.complex_numbers(),
    st.text(),
    st.text("0123456789 .,-%$€e"),
    st.binary(),
    st.dates(),
    st.sampled_from("abcd"),
    st.integers(0, len(EXOTIC) - 1).map(lambda place: EXOTIC[place]),
)
keys = st.one_of(
    st.sampled_from(["rate", "cost", "reach", "sales", "likes", "industry"]), st.text(), st.floats()
)
nested = st.recursive(
    plain,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.tuples(inner, inner),
        st.dictionaries(keys, inner, max_size=4),
    ),
    max_leaves=8,
)


def cells(values, index=None) -> pd.Series:
    """A Series of any objects: filled cell by cell, so that nothing looks at them."""
    filled = np.empty(len(values), dtype=object)
    for place, value in enumerate(values):
        filled[place] = value
    return pd.Series(filled, index=index, dtype=object)


numbers = st.lists(st.floats() | st.none(), min_size=1, max_size=4)
rows = st.dictionaries(keys, plain, min_size=1, max_size=3)
junk = st.one_of(
    nested,
    st.lists(nested, max_size=3).map(cells),
    rows.map(lambda row: cells(list(row.values()), list(row))),
    rows.map(lambda row: pd.DataFrame({name: cells([cell]) for name, cell in row.items()})),
    numbers.map(lambda values: np.array(values, dtype=float)),
    numbers.map(lambda values: pd.DataFrame({"rate": values, "cost_usd": values})),
    numbers.map(lambda values: pd.DataFrame({"rate": values}, index=list("abcd")[: len(values)])),
)


def assert_survives(sample: Exercise, answer: object) -> None:
    verdict = sample.check(answer)
    assert verdict.outcome is not Outcome.UNJUDGED, verdict.fault
    assert len(verdict.given) <= 80
    json.dumps(verdict.record()).encode()
    in_both_languages(verdict)["fr"].encode()


@samples
@given(answer=junk)
@settings(deadline=None, max_examples=60)
def test_junk_never_crashes_a_check(sample, answer):
    assert_survives(sample, answer)


@samples
@pytest.mark.parametrize("place", range(len(EXOTIC)))
def test_exotic_objects_never_crash_a_check(sample, place):
    assert_survives(sample, EXOTIC[place])


# What is the exercise's own fault


def broken() -> float:
    raise KeyError("spend_eur")


@pytest.mark.parametrize("sample", [exercise(Number(), broken), exercise(Number(), lambda: None)])
def test_a_fault_of_the_exercise_is_never_held_against_the_student(sample):
    verdict = sample.check(3)
    assert verdict.outcome is Outcome.UNJUDGED
    shown = in_both_languages(verdict)
    assert "Not judged" in shown["en"] and "not you" in shown["en"]
    assert "Non jugé" in shown["fr"] and "pas vous" in shown["fr"]
    assert re.match("KeyError: 'spend_eur'|Unreadable: This is None", verdict.record()["fault"])


def test_a_broken_misconception_does_not_hide_a_right_answer():
    sample = exercise(Number(), lambda: 3, broken=broken)
    assert outcome(sample, 3) == (Outcome.CORRECT, "")
    assert outcome(sample, 4) == (Outcome.UNJUDGED, "")


def test_faults_are_found():
    sample = exercise(Number(), lambda: 10, a=lambda: 20, b=lambda: 20.1)
    assert sample.faults() == ["b cannot be told from a", "fewer than three misconceptions"]


# What is shown


def test_a_verdict_follows_the_language_in_which_it_is_shown():
    verdict = RATE.check((ADS.clicks / ADS.impressions).mean())
    shown = in_both_languages(verdict)
    assert shown["en"].split() == ["✗", "Not", "yet", "Hint:", "mean_of_ratios.", "(en)"]
    assert shown["fr"].split() == ["✗", "Pas", "encore", "Hint:", "mean_of_ratios.", "(fr)"]
    assert repr(verdict) == "✗ Not yet. Hint: mean_of_ratios. (en)"


def test_the_record_of_a_verdict():
    record = RATE.check(np.float64(3.17))._repr_mimebundle_()[VERDICT]
    assert record == {
        "version": 1,
        "exercise": "sample",
        "topic": RATE.topic,
        "outcome": "misconception",
        "misconception": "percent_for_share",
        "language": "en",
        "given": "3.17",
        "fault": "",
    }


def test_the_record_is_the_same_at_every_run():
    first, second = (RATE.check(lambda: 1).record() for _ in range(2))
    assert first == second and "0x" not in str(first)
    assert RATE.check(lambda: 1)._repr_mimebundle_() == RATE.check(lambda: 1)._repr_mimebundle_()


def test_html_is_announced_escaped_and_not_by_colour_alone():
    page = TABLE.check(rates().rename({"legal": "<script>"}))._repr_mimebundle_()["text/html"]
    assert 'role="status"' in page and 'lang="en"' in page and "✗ Not yet" in page
    assert "Not asked for: &lt;script&gt;" in page and "<script>" not in page


@samples
def test_an_exercise_shows_its_question_and_what_is_wanted(sample):
    for code in LANGUAGES:
        set_language(code)
        sentence, groups = sample.kind.wanted()
        for shown in (repr(sample), html.unescape(sample._repr_html_())):
            assert f"What is it? ({code})" in shown and str(sentence) in shown
            for lines in groups:
                assert all(label in shown and str(text) in shown for label, text in lines.items())
    assert "dollars" in repr(COST)


def test_letters_may_be_given_as_one_word():
    kind = Choices(items={"clicks": both("Clicks"), "reach": both("Reach")}, options=OPTIONS)
    assert kind.read("ab").parts == kind.read(["a", "b"]).parts == {"clicks": "a", "reach": "b"}
    for word in ("abc", "a", "a b", "az"):
        with pytest.raises(PlainError):
            kind.read(word)


def test_a_part_that_is_nothing_tells_no_unit():
    kind = Numbers(keys={"chosen": Number(share=True), "convinced": Number(share=True)})
    right, swapped = (dict(zip(kind.keys, pair, strict=True)) for pair in ((0.345, 0), (0, 0.345)))
    sample = exercise(kind, lambda: right, other_way_round=lambda: swapped)
    assert sample.check([0.36, 0]).outcome is Outcome.INCORRECT
    assert sample.check([34.5, 0]).misconception == "percent_for_share"


def test_a_series_that_pandas_labelled_is_read_in_order():
    kind = Numbers(keys={"push": Number(), "pull": Number()})
    assert kind.read(pd.Series({"push_leads": 1, "pull_leads": 2})).parts == {"push": 1, "pull": 2}
    assert kind.read(pd.Series({"pull": 2, "push": 1})).parts == {"push": 1, "pull": 2}
    for half_known in (pd.Series({"push": 1, "other": 2}), {"push_leads": 1, "pull_leads": 2}):
        with pytest.raises(PlainError, match="Missing"):
            kind.read(half_known)


# Predictions


def guessing(**changes) -> Prediction:
    values = {
        "name": "sample",
        "question": both("How many click?"),
        "answer": lambda: 317 / 10000,
        "low": 0,
        "high": 0.2,
        "step": 0.001,
        "share": True,
        "reveal": both("It is {truth}, you said {guess}."),
    }
    return Prediction(**(values | changes))


def choosing() -> Prediction:
    return Prediction(
        name="choice",
        question=both("Which one?"),
        answer=lambda: "b",
        options=OPTIONS,
        reveal=both("It is {truth}."),
    )


def test_a_guess_is_kept_when_the_cell_runs_again():
    prediction = guessing()
    assert "No guess yet" in repr(predict(prediction))
    assert predict(prediction, guess="8 %").value == pytest.approx(0.08)
    assert predict(prediction).value == pytest.approx(0.08)
    assert guessing().guess.value is None


def test_before_a_guess_the_reveal_tells_nothing():
    guess = guessing().guess
    reveal = guess.reveal()
    record = reveal._repr_mimebundle_()[PREDICTION]
    assert (record["outcome"], record["truth"]) == ("not_attempted", None)
    shown = in_both_languages(reveal)
    assert "No guess yet" in shown["en"] and "Pas encore" in shown["fr"]
    assert not any("3" in words for words in shown.values())
    assert guess.commit(0.05).startswith("Your guess: 5.0%. To keep it for another day")


def test_the_reveal_shows_guess_and_truth_together():
    guess = predict(guessing(), guess=0.08)
    reveal = guess.reveal()
    shown = in_both_languages(reveal)
    assert "Your guess: 8.0%. The truth: 3.2%. Your guess is too high, by a factor of 2.5." in (
        " ".join(shown["en"].split())
    )
    assert "8,0\u202f%" in shown["fr"] and "3,2\u202f%" in shown["fr"]
    labels = [text.get_text() for text in reveal.figure().axes[0].texts]
    assert labels == ["Your guess: 8.0%", "The truth: 3.2%"]
    page = reveal._repr_mimebundle_()["text/html"]
    assert 'alt="Your guess: 8.0%. The truth: 3.2%."' in page
    record = reveal.record()
    assert (record["outcome"], record["prediction"]) == ("revealed", "sample")
    assert record["off_by"] == pytest.approx(0.08 - 0.0317)
    assert record["guess"] == 0.08 and record["truth"] == 0.0317


def test_the_picture_of_a_reveal_is_sound_and_the_same_at_every_run():
    reveal = predict(guessing(), guess=0.08).reveal()
    page = reveal._repr_mimebundle_()["text/html"]
    encoded = re.search(r'src="data:image/svg\+xml;base64,([^"]+)"', page)
    assert encoded is not None
    ElementTree.fromstring(base64.b64decode(encoded[1]))
    time.sleep(0.01)  # a date in the picture would differ
    assert reveal._repr_mimebundle_()["text/html"] == page


@pytest.mark.parametrize(
    ("changes", "value", "words"),
    [
        ({}, 0.032, "Well guessed."),
        ({}, 0.04, "too high, by 0.8 points"),
        ({}, 0.001, "too low, by a factor of 32"),
        (
            {"answer": lambda: 300, "high": 900, "step": 10, "share": False, "unit": both("posts")},
            250,
            "too low, by 50 posts",
        ),
    ],
)
def test_how_far_off_is_said_in_words(changes, value, words):
    assert words in repr(predict(guessing(**changes), guess=value).reveal())


def test_a_guess_may_change_before_the_reveal_and_not_after():
    guess = guessing().guess
    guess.commit(0.02)
    guess.commit(0.05)
    guess.reveal()
    assert guess.commit(0.05).startswith("Your guess: 5.0%. To keep it for another day")
    with pytest.raises(PlainError, match="You have seen the truth, so your guess stays: 5.0%"):
        guess.commit(0.03)
    assert guess.value == 0.05


@pytest.mark.parametrize(
    ("bad", "sentence"),
    [
        (0.5, "between 0.0% and 20.0%"),
        (None, "This is None"),
        ("many", "without quotes"),
        (math.nan, "missing"),
        (..., "No guess yet"),
    ],
)
def test_a_bad_guess_is_refused_in_one_sentence(bad, sentence):
    guess = guessing().guess
    with pytest.raises(PlainError, match=sentence):
        guess.commit(bad)
    assert guess.value is None
    with pytest.raises(PlainError, match=r"takes a prediction.*not float"):
        predict(0.3)


def test_a_choice_is_revealed_in_words():
    guess = predict(choosing(), guess="A")
    reveal = guess.reveal()
    assert "A. Option a (en)" in repr(reveal) and "B. Option b (en)" in repr(reveal)
    assert "Another answer is true." in repr(reveal)
    assert reveal.record()["off_by"] is None and reveal.record()["truth"] == "b"
    assert "<img" not in reveal._repr_mimebundle_()["text/html"]
    assert "Well guessed." in repr(predict(choosing(), guess="b").reveal())


def test_in_a_notebook_the_guess_is_asked_on_the_page(monkeypatch):
    asked: list[Guess] = []
    shell = SimpleNamespace(kernel=object())
    monkeypatch.setitem(sys.modules, "IPython", SimpleNamespace(get_ipython=lambda: shell))
    door = SimpleNamespace(show_guess=asked.append)
    monkeypatch.setitem(sys.modules, "mktlib.core.widgets", door)
    guess = predict(guessing())
    assert asked == [guess]


# Every topic's own

TOPICS = [each.name for each in pkgutil.iter_modules(mktlib.__path__) if each.ispkg]
TOPICS = [topic for topic in TOPICS if topic != "core"]


def written_in(topic: str, kind: type) -> dict[str, object]:
    name = f"mktlib.{topic}.exercises"
    if importlib.util.find_spec(name) is None:  # test_every_topic_has_exercises says so
        return {}
    module = vars(importlib.import_module(name))
    return {variable: value for variable, value in module.items() if isinstance(value, kind)}


def everywhere(kind: type) -> list:
    found = [(topic, *pair) for topic in TOPICS for pair in written_in(topic, kind).items()]
    return [pytest.param(topic, name, each, id=f"{topic}.{name}") for topic, name, each in found]


every_exercise = pytest.mark.parametrize(("topic", "name", "real"), everywhere(Exercise))
every_prediction = pytest.mark.parametrize(("topic", "name", "real"), everywhere(Prediction))


@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_has_exercises_and_predictions(topic):
    assert len(written_in(topic, Exercise)) >= 12
    assert len(written_in(topic, Prediction)) >= 3


@pytest.mark.parametrize("topic", TOPICS)
def test_what_a_step_makes_its_topic_shows(topic):
    """An exercise that the package does not import escapes every test below."""
    package = importlib.import_module(f"mktlib.{topic}.exercises")
    steps = [each.name for each in pkgutil.iter_modules(getattr(package, "__path__", []))]
    made = {
        name
        for step in steps
        for name, value in vars(importlib.import_module(f"{package.__name__}.{step}")).items()
        if isinstance(value, Exercise | Prediction)
    }
    hidden = sorted(made - vars(package).keys())
    assert not hidden, f"import in {package.__name__}/__init__.py: {', '.join(hidden)}"


@every_exercise
def test_an_exercise_is_well_made(topic, name, real):
    assert (real.topic, real.name) == (topic, name)
    assert real.faults() == []
    assert real._repr_html_() and repr(real)


@every_exercise
def test_an_exercise_accepts_its_own_answer(topic, name, real):
    verdict = real.check(real.answer())
    assert verdict.outcome is Outcome.CORRECT, verdict.fault
    assert set(verdict.sentences) == {real.praise}


@every_exercise
def test_each_mistake_gets_its_own_hint(topic, name, real):
    for each in real.misconceptions:
        verdict = real.check(each.answer())
        assert (verdict.misconception, verdict.sentences[0]) == (each.name, each.hint)
        assert verdict.fault == ""


def number_forms(value: float) -> set[str]:
    """How a sentence might write a number, with at least two significant figures."""
    forms = set()
    for code, digits in itertools.product(LANGUAGES, range(5)):
        set_language(code)
        forms |= {number(value, digits), percent(value, digits)}
        forms |= {f"{value:.{digits}f}"}
    set_language("en")
    return {form for form in forms if len(re.sub(r"\D", "", form).strip("0")) >= 2}


def says(sentence: str, form: str) -> bool:
    return re.search(rf"(?<![\d.,]){re.escape(form)}(?![.,]?\d)", sentence) is not None


def test_number_forms_find_a_number_told():
    assert says("It is 3.17%.", "3.17%") and "3,17\u202f%" in number_forms(0.0317)
    assert not says("13.17% of 0.0317", "3.17%")


@every_exercise
def test_feedback_on_a_mistake_never_tells_the_answer(topic, name, real):
    right = real.kind.read(real.answer()).parts
    figures = [number_forms(part) for part in right.values() if isinstance(part, float)]
    letters = {f'"{part}"' for part in right.values() if isinstance(part, str)}
    secrets = functools.reduce(set.union, figures, set())
    if isinstance(real.kind, Choice):
        option = real.kind.options[right[""]]
        secrets |= {option.en, option.fr} | letters
    for each in real.misconceptions:
        for sentence in (each.hint.en, each.hint.fr):
            told = [form for form in secrets if says(sentence, form)]
            assert not told, f"{each.name} tells {told}"


@every_exercise
@given(answer=junk)
@settings(deadline=None, max_examples=15)
def test_junk_never_crashes_a_real_check(topic, name, real, answer):
    assert_survives(real, answer)


@every_prediction
def test_a_prediction_is_well_made(topic, name, real):
    fresh = Guess(real)  # not the one of the session, which others may have answered
    assert real.name == name
    assert real.question.en.strip() and real.question.fr.strip()
    truth = real.truth()
    if isinstance(truth, str):
        fresh.commit(next(iter(real.options)))
    else:
        heights = truth if isinstance(truth, tuple) else (truth,)
        assert real.low <= min(heights) and max(heights) <= real.high
        stops = (real.high - real.low) / real.step
        assert 0 < stops <= 1000 and stops == pytest.approx(round(stops))
        fresh.commit([real.low] * len(heights) if isinstance(truth, tuple) else real.low)
    reveal = fresh.reveal()
    assert reveal.record()["topic"] == topic
    shown = in_both_languages(reveal)
    assert all("{" not in words and real.written(truth) for words in shown.values())
    assert real.written(truth) in shown["en"]
