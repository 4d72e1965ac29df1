"""The page a student leaves with: what it gathers, what it says in each language, where it goes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pandas as pd
import pytest

import mktlib
from mktlib.core.exercise import Exercise, Misconception, Number
from mktlib.core.glossary import TOPICS
from mktlib.core.prediction import Prediction
from mktlib.core.text import PlainError, Text


def said(words: str) -> Text:
    return Text(en=words, fr=f"{words} en français")


@pytest.fixture
def exercises() -> ModuleType:
    """A topic of two exercises and two predictions, which nobody has met yet."""
    topic = ModuleType("mktlib.a_topic.exercises")
    topic.TITLE = said("A topic")  # type: ignore[attr-defined]
    for name in ("one", "two"):
        exercise = Exercise(
            name=name,
            question=said(f"How many of <{name}> are there?"),
            kind=Number(),
            answer=lambda: 12.0,
            praise=said(f"Yes, {name}."),
            misconceptions=(
                Misconception(name="twice", answer=lambda: 24.0, hint=said(f"Twice {name}.")),
            ),
        )
        setattr(topic, name, exercise)
    topic.guess = Prediction(  # type: ignore[attr-defined]
        name="guess",
        question=said("How many will come?"),
        answer=lambda: 40.0,
        reveal=said("Forty came."),
        high=100,
        step=1,
    )
    return topic


def test_nothing_was_done_yet(exercises: ModuleType) -> None:
    page = mktlib.memo(exercises)._repr_html_()
    assert "Nothing yet" in page
    assert "How many" not in page


def test_a_guess_shows_its_truth_only_once_it_was_seen(exercises: ModuleType) -> None:
    guess = mktlib.predict(exercises.guess, 55)
    before = mktlib.memo(exercises)._repr_html_()
    assert ">55<" in before and ">40<" not in before
    guess.reveal()
    after = mktlib.memo(exercises)._repr_html_()
    assert ">55<" in after and ">40<" in after


def test_the_last_check_counts(exercises: ModuleType) -> None:
    exercises.one.check(24)
    exercises.two.check(...)
    page = mktlib.memo(exercises)._repr_html_()
    assert "Right: 0 of 1 tried." in page and "Twice one." in page
    assert "How many of <one> are there?" in repr(mktlib.memo(exercises))
    exercises.one.check(12)
    page = mktlib.memo(exercises)._repr_html_()
    assert "Right: 1 of 1 tried." in page and "Twice one." not in page
    assert "&lt;one&gt;" in page, "a question is no markup"


@pytest.mark.parametrize(
    ("decision", "shown"),
    [
        (pd.DataFrame({"share": [0.25]}, index=["trade <fair>"]), "trade &lt;fair&gt;"),
        (pd.Series({"push": "a < b"}), "a &lt; b"),
        ({"close if": "no meeting & no lead"}, "no meeting &amp; no lead"),
        ("I close <it>.", "I close &lt;it&gt;."),
    ],
)
def test_decisions_of_any_kind(exercises: ModuleType, decision: object, shown: str) -> None:
    assert shown in mktlib.memo(exercises, decision)._repr_html_()
    assert repr(mktlib.memo(exercises, decision)).startswith("A topic")


@pytest.mark.parametrize("topic", TOPICS)
def test_the_page_is_headed_by_the_topic(topic: str) -> None:
    page = mktlib.memo(ModuleType(f"mktlib.{topic}.exercises"))._repr_html_()
    assert f"<h1>{TOPICS[topic].en}</h1>" in page


def test_a_long_question_is_shortened_once_answered_rightly(exercises: ModuleType) -> None:
    longer = replace(exercises.one, question=said("How many?" + " Count them again." * 9))
    exercises.one = longer  # type: ignore[attr-defined]
    longer.check(24)
    assert str(longer.question) in mktlib.memo(exercises)._repr_html_()
    longer.check(12)
    page = mktlib.memo(exercises)._repr_html_()
    assert "How many? Count them again." in page and str(longer.question) not in page


def test_a_table_keeps_its_longest_sentence(exercises: ModuleType) -> None:
    sentence = "I would write to them twice a year, and ask which channel they prefer. " * 3
    table = pd.DataFrame({"why": [sentence.strip()]})
    assert sentence.strip() in mktlib.memo(exercises, table)._repr_html_()


def test_a_decision_not_taken_is_left_out(exercises: ModuleType) -> None:
    assert "What I decided" not in mktlib.memo(exercises, ...)._repr_html_()


def test_saving_in_each_language(
    exercises: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    exercises.one.check(12)
    page = mktlib.memo(exercises, "I close it.", name="Zoé").save()
    assert "memo_a_topic_en.html" in page._repr_html_()
    mktlib.set_language("fr")
    mktlib.memo(exercises).save()
    english, french = (
        (tmp_path / f"memo_a_topic_{x}.html").read_text("utf-8") for x in ("en", "fr")
    )
    assert "Zoé" in english and "I close it." in english and '<html lang="en">' in english
    assert "Justes" in french and "en français" in french and '<html lang="fr">' in french


def test_a_place_that_cannot_be_written(exercises: ModuleType, tmp_path: Path) -> None:
    with pytest.raises(PlainError, match="could not be written"):
        mktlib.memo(exercises).save(tmp_path / "nowhere" / "memo.html")


def test_what_is_no_topic(exercises: ModuleType) -> None:
    with pytest.raises(PlainError, match="takes the exercises first"):
        mktlib.memo(exercises.one)
