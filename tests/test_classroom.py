"""What a class misunderstood, from notebooks saved by students of all kinds."""

from __future__ import annotations

import html
import os
import re
from pathlib import Path

import nbformat
import pandas as pd
import pytest

from mktlib.core.classroom import (
    as_html,
    as_text,
    main,
    misconceptions,
    misunderstood,
    read_folder,
)
from mktlib.core.exercise import Exercise, Misconception, Number
from mktlib.core.prediction import Guess, Prediction
from mktlib.core.text import PlainError, Text, set_language
from mktlib.kpis import exercises


def text(words: str) -> Text:
    return Text(en=words, fr=f"{words} (fr)")


def misconception(name: str, answer: float) -> Misconception:
    return Misconception(name=name, answer=lambda: answer, hint=text(f"hint: {name}"))


margin = Exercise(
    name="margin",
    question=text("What is the margin?"),
    kind=Number(),
    answer=lambda: 40,
    praise=text("Yes."),
    misconceptions=(misconception("revenue", 100), misconception("cost", 60)),
)
price = Prediction(
    name="price",
    question=text("What does it cost?"),
    answer=lambda: 12,
    reveal=text("It cost {truth}."),
    low=0,
    high=100,
    step=1,
)


def guessed(value: float | None) -> object:
    guess = Guess(price)
    if value is not None:
        guess.commit(value)
    return guess.reveal()


def records_of(folder: Path) -> pd.DataFrame:
    return read_folder(folder).records


def save(path: Path, *shown: object, source: str = "notebooks/source/04_kpis.py") -> Path:
    """A notebook whose cells displayed these things, as a student would have saved it."""
    cells = [nbformat.v4.new_markdown_cell("Words."), nbformat.v4.new_code_cell("never_run")]
    for thing in shown:
        data = thing._repr_mimebundle_()  # type: ignore[attr-defined]
        cell = nbformat.v4.new_code_cell("check")
        cell.outputs = [
            nbformat.v4.new_output("stream", text="noise"),
            nbformat.v4.new_output("execute_result", data=data, execution_count=1),
        ]
        cells.append(cell)
    path.parent.mkdir(parents=True, exist_ok=True)
    metadata = {"mktlib": {"source": source}}
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=metadata), path)
    return path


@pytest.fixture
def handed_in(tmp_path: Path) -> Path:
    folder = tmp_path / "class"
    save(folder / "Ana" / "04_kpis.ipynb", margin.check(100), guessed(30))
    save(folder / "Bob" / "04_kpis (1).ipynb", margin.check(100), guessed(5))
    save(folder / "group 2" / "Chloé.ipynb", margin.check(7), margin.check(40), guessed(None))
    save(folder / "Dan_04_kpis.ipynb", margin.check(60))
    save(folder / "Eve.ipynb", margin.check(...))
    save(folder / "Fay.ipynb")
    (folder / "Gus.ipynb").write_text("half a noteb")
    (folder / "Hal.ipynb").write_text('{"cells": 3, "metadata": {}}')
    save(folder / "Ana" / ".ipynb_checkpoints" / "04_kpis-checkpoint.ipynb", margin.check(1))
    return folder


def test_a_row_for_each_student_and_exercise_and_the_last_check_counts(handed_in: Path) -> None:
    records = records_of(handed_in)
    checked = records[records.kind == "exercise"].set_index("student")
    assert checked.outcome.to_dict() == {
        "Ana": "misconception",
        "Bob": "misconception",
        "group 2/Chloé": "correct",
        "Dan_04_kpis": "misconception",
        "Eve": "not_attempted",
    }
    assert checked.misconception.to_dict() == {
        "Ana": "revenue",
        "Bob": "revenue",
        "group 2/Chloé": "",
        "Dan_04_kpis": "cost",
        "Eve": "",
    }
    assert set(checked.notebook) == {"04_kpis"} and set(checked.exercise) == {"margin"}


def test_guesses_are_read_with_the_truth(handed_in: Path) -> None:
    records = records_of(handed_in)
    guesses = records[records.kind == "prediction"].set_index("student")
    assert guesses.guess.dropna().to_dict() == {"Ana": 30, "Bob": 5}
    assert guesses.truth.dropna().to_dict() == {"Ana": 12, "Bob": 12}
    assert guesses.outcome["group 2/Chloé"] == "not_attempted"


def test_files_that_cannot_be_used_are_named(handed_in: Path) -> None:
    hand_ins = read_folder(handed_in)
    assert hand_ins.unreadable == ("Gus.ipynb", "Hal.ipynb")
    assert hand_ins.silent == ("Fay.ipynb",)
    assert hand_ins.readable == 6


@pytest.mark.parametrize("truth", ["null", '"a lot"', "[12]"])
def test_a_guess_that_cannot_be_compared_makes_its_file_unreadable(
    handed_in: Path, truth: str
) -> None:
    path = save(handed_in / "Jo" / "04_kpis.ipynb", guessed(3))
    path.write_text(re.sub(r'"truth": 12(\.0)?', f'"truth": {truth}', path.read_text()))
    assert f'"truth": {truth}' in path.read_text()
    hand_ins = read_folder(handed_in)
    assert hand_ins.unreadable == ("Gus.ipynb", "Hal.ipynb", "Jo/04_kpis.ipynb")
    assert "2 guessed" in as_text(hand_ins)


@pytest.mark.parametrize("topic", ["", "core", "core.exercise", "os", "..", "nothing_like_it"])
def test_a_topic_that_the_course_does_not_have_is_told_by_its_name(
    tmp_path: Path, topic: str
) -> None:
    path = save(tmp_path / "a.ipynb", margin.check(100))
    path.write_text(path.read_text().replace('"test_classroom"', f'"{topic}"'))
    assert "margin" in as_text(read_folder(tmp_path)) and "margin" in as_html(read_folder(tmp_path))


def test_of_two_copies_by_one_student_the_newer_counts(tmp_path: Path) -> None:
    old = save(tmp_path / "Ana" / "04_kpis.ipynb", margin.check(40))
    new = save(tmp_path / "Ana" / "04_kpis-Copy1.ipynb", margin.check(60))
    os.utime(old, (2_000_000_000, 2_000_000_000))
    os.utime(new, (1_000_000_000, 1_000_000_000))
    assert records_of(tmp_path).outcome.tolist() == ["correct"]
    os.utime(new, (2_100_000_000, 2_100_000_000))
    assert records_of(tmp_path).outcome.tolist() == ["misconception"]


def test_the_class_is_counted(handed_in: Path) -> None:
    (row,) = misunderstood(records_of(handed_in)).to_dict("records")
    assert row == {
        "notebook": "04_kpis",
        "topic": "test_classroom",
        "exercise": "margin",
        "students": 5,
        "attempted": 4,
        "right": 1,
        "wrong": 3,
        "failed": 0,
        "right_share": 0.25,
    }
    held = misconceptions(records_of(handed_in))
    assert held.misconception.tolist() == ["revenue", "cost"] and held.times.tolist() == [2, 1]
    assert held.hint.tolist() == ["", ""], "of an exercise that the course does not have"


def test_the_most_misunderstood_comes_first(tmp_path: Path) -> None:
    exercise = exercises.first_answer
    wrong = exercise.misconceptions[0]
    save(tmp_path / "a.ipynb", margin.check(40), exercise.check(wrong.answer()))
    records = records_of(tmp_path)
    table, held = misunderstood(records), misconceptions(records)
    assert table.exercise.tolist() == ["first_answer", "margin"]
    assert table.topic[0] == "kpis"
    assert (held.misconception[0], held.hint[0]) == (wrong.name, wrong.hint.en)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_report_says_it_in_words(handed_in: Path, language: str) -> None:
    exercise = exercises.first_answer
    wrong = exercise.misconceptions[0]
    save(handed_in / "Ida.ipynb", exercise.check(wrong.answer()))
    set_language(language)  # type: ignore[arg-type]
    hand_ins = read_folder(handed_in)
    page, words = as_html(hand_ins), as_text(hand_ins)
    assert f'<html lang="{language}">' in page
    for told in (
        {
            "en": "1 right out of 4 who tried (25%), among 5 who met it.",
            "fr": "1 justes sur 4 qui ont essayé (25 %), parmi 5 qui l’ont rencontré.",
        },
        {
            "en": "2 guessed: 1 too high, 1 too low.",
            "fr": "2 estimations : 1 trop hautes, 1 trop basses.",
        },
        {"en": "ask for them again: Gus.ipynb", "fr": "à redemander : Gus.ipynb"},
    ):
        assert told[language] in page and told[language] in words
    hint = getattr(wrong.hint, language)
    assert hint in words
    for sentence in (hint, getattr(exercise.question, language)):
        assert html.escape(sentence).split("`")[0] in page
    assert "Ana" not in page and "Ana" not in words


def test_what_a_student_wrote_cannot_change_the_page(tmp_path: Path) -> None:
    path = save(tmp_path / "a.ipynb", margin.check(100))
    path.write_text(path.read_text().replace('"revenue"', '"<script>alert(1)</script>"'))
    page = as_html(read_folder(tmp_path))
    assert "&lt;script&gt;" in page and "<script" not in page


def test_a_check_that_failed_is_told(tmp_path: Path) -> None:
    broken = Exercise(
        name="broken",
        question=text("?"),
        kind=Number(),
        answer=lambda: 1 / 0,
        praise=text("Yes."),
        misconceptions=(),
    )
    save(tmp_path / "a.ipynb", broken.check(1))
    assert "The exercise itself failed 1 times" in as_text(read_folder(tmp_path))


def test_the_command_prints_a_table_and_writes_a_page_beside_the_folder(
    handed_in: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(handed_in), "--lang", "fr"]) == 0
    page = handed_in.with_name(f"{handed_in.name}_report.html")
    assert "Ce que la classe a mal compris" in page.read_text(encoding="utf-8")
    told = capsys.readouterr().out
    assert "2 × revenue" in told and str(page) in told


def test_a_folder_without_notebooks_is_answered_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path)]) == 1
    assert main([str(tmp_path / "nowhere")]) == 1
    empty, missing = capsys.readouterr().err.splitlines()
    assert "holds no notebook" in empty and "no folder" in missing
    assert not list(tmp_path.iterdir())
    with pytest.raises(PlainError):
        records_of(tmp_path)


def test_notebooks_without_any_check_make_a_report_too(tmp_path: Path) -> None:
    save(tmp_path / "a.ipynb")
    assert misunderstood(records_of(tmp_path)).empty
    assert "a.ipynb" in as_html(read_folder(tmp_path))
