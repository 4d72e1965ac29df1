"""Drawn predictions: how a curve is read, kept, told from the truth, and put in a record."""

from __future__ import annotations

import json

import numpy as np
import pandas as pd
import pytest
from matplotlib.backends.backend_agg import RendererAgg
from test_classroom import save

import mktlib
from mktlib.core.classroom import as_text, read_folder
from mktlib.core.drawing import DrawnPrediction
from mktlib.core.prediction import Prediction
from mktlib.core.text import LANGUAGES, PlainError, Text, set_language
from mktlib.core.widgets import DrawnWidget


def both(words: str) -> Text:
    return Text(en=words, fr=words + " (fr)")


def curve(**changes) -> DrawnPrediction:
    values = {
        "name": "fans",
        "question": both("How do they grow?"),
        "answer": lambda: pd.Series({0: 10.0, 15: 40.0, 40: 60.0}),
        "reveal": both("They level off."),
        "low": 0,
        "high": 100,
        "step": 1,
        "unit": both("fans"),
        "places": (0, 10, 20, 30),
        "across": both("day"),
        "up": both("fans"),
        "place": both("day {place}"),
    }
    return DrawnPrediction(**(values | changes))


TRUTH = [10, 30, 44, 52]  # on straight lines between what was measured


def test_the_truth_is_read_at_the_places_between_what_was_measured():
    assert curve().truth() == pytest.approx(TRUTH)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"places": (0, 50)}, "reach over all"),
        ({"answer": lambda: pd.Series({0: 1.0, 40: 2.0, 30: 3.0})}, "rising places"),
        ({"answer": lambda: pd.Series({0: 1.0, 20: float("nan"), 30: 3.0})}, "no blank"),
        ({"place": both("day")}, "the same words"),
        ({"options": {"a": both("A")}}, "no options"),
    ],
)
def test_an_author_is_told_what_a_curve_lacks(changes, words):
    with pytest.raises(ValueError, match=words):
        curve(**changes).truth()


@pytest.mark.parametrize("places", [(), (1,), (0, 0), (2, 1)])
def test_places_rise(places):
    with pytest.raises(ValueError, match="places rise"):
        curve(places=places)


@pytest.mark.parametrize(
    "given",
    [TRUTH, tuple(TRUTH), np.array(TRUTH), {f"day {10 * i}": y for i, y in enumerate(TRUTH)}],
)
def test_a_curve_may_be_given_as_data(given):
    guess = mktlib.draw_prediction(curve(), given)
    assert guess.value == pytest.approx(TRUTH)
    assert guess.reveal().record()["off_by"] == pytest.approx(0)
    assert "Well drawn" in repr(guess.reveal())


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ([1, 2, 3], "Give 4 numbers"),
        ([1, 2, 3, 101], "between 0 fans and 100 fans"),
        ([1, 2, 3, ...], "Still to fill in: day 30"),
        ([...] * 4, "No guess yet"),
        ([1, 2, "x", 4], "day 20"),
        (5, "Give 4 numbers"),
    ],
)
def test_what_is_no_curve_is_refused_in_a_sentence(given, words):
    with pytest.raises(PlainError, match=words):
        mktlib.draw_prediction(curve(), given)


def test_a_curve_may_change_until_the_truth_is_seen():
    prediction = curve()
    guess = mktlib.draw_prediction(prediction, [0, 0, 0, 0])
    mktlib.draw_prediction(prediction, [10, 20, 30, 40])
    assert mktlib.draw_prediction(prediction) is guess
    guess.reveal()
    with pytest.raises(PlainError, match="your guess stays: a curve from 10 fans to 40 fans"):
        mktlib.draw_prediction(prediction, [0, 0, 0, 0])


@pytest.mark.parametrize(
    ("drawn", "words"),
    [
        ([30, 50, 64, 72], "off by 20 fans on average; farthest at day 0, too high by 20 fans. It"),
        ([0, 0, 0, 0], "farthest at day 30, too low by 52 fans. Nowhere does it lie too high"),
        ([10, 30, 44, 66], "off by 3.5 fans on average; farthest at day 30, too high by 14 fans"),
        ([10, 30, 90, 30], "too high by 46 fans. It lies too high at 1 of the 4 places"),
    ],
)
def test_the_distance_is_told_in_words(drawn, words):
    assert words in repr(mktlib.draw_prediction(curve(), drawn).reveal())


def test_shares_are_told_in_percent_and_points():
    shares = curve(answer=lambda: pd.Series({0: 0.1, 30: 0.4}), high=1, step=0.01, share=True)
    told = repr(mktlib.draw_prediction(shares, ["20 %", 0.3, 0.4, 0.5]).reveal())
    assert "a curve from 20% to 50%" in told and "off by 10.0 points on average" in told


def test_one_commits_to_what_can_be_pasted_back():
    prediction = curve()
    said = prediction.guess.commit([1, 2.5, 3, 4])
    code = said.split(": ")[-1]
    assert code == "mktlib.draw_prediction(exercises.fans, [1, 2.5, 3, 4])"


def test_another_kind_of_prediction_is_sent_to_predict():
    plain = Prediction(name="n", question=both("?"), answer=lambda: 0.5, reveal=both("!"))
    with pytest.raises(PlainError, match=r"there is predict\(\)"):
        mktlib.draw_prediction(plain)  # type: ignore[arg-type]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_frame_and_the_reveal_can_be_drawn(language):
    set_language(language)
    prediction = curve(known=lambda: pd.Series({-20: 5.0, 0: 10.0}))
    assert prediction.span == (-20, 30)
    picture = prediction.picture((0, 0, 0, 0), prediction.truth())
    for figure in (prediction.frame(), picture):
        width, height = figure.bbox.size
        renderer = RendererAgg(width, height, 72)
        figure.draw(renderer)
        for axes in figure.axes:
            for words in [axes.title, axes.xaxis.label, *axes.get_xticklabels()]:
                box = words.get_window_extent(renderer)
                assert box.x0 >= -8 and box.y0 >= -1 and box.x1 <= width + 8 and box.y1 <= height
    lines = {tuple(line.get_ydata()) for line in picture.axes[0].lines}
    assert (0, 0, 0, 0) in lines and (10, 40, 60) in lines


def test_the_browser_gets_heights_as_stops_and_gives_them_back_so():
    prediction = curve(known=lambda: pd.Series({-20: 5.0, 0: 10.0}))
    widget = DrawnWidget(prediction.guess)
    spec = widget.spec
    json.dumps(spec)
    assert spec["start"] == [None] * 4 and spec["from"] == 10
    assert spec["across"] == pytest.approx([0.4, 0.6, 0.8, 1.0])
    assert spec["places"][1] == "day 10" and spec["written"][7] == "7 fans"
    said = widget.answer({"commit": [None, 3, 3, 3]})["said"]
    assert said == "Still to fill in: day 0."
    assert prediction.guess.value is None
    widget.answer({"commit": [1, 2, 3, 4]})
    assert prediction.guess.value == (1, 2, 3, 4)
    assert DrawnWidget(prediction.guess).spec["start"] == [1, 2, 3, 4]


def test_a_curve_sets_out_from_the_last_point_known_before_it():
    before = curve(places=(10, 20, 30), known=lambda: pd.Series({0: 25.0}))
    assert before.start == [(0, 25)]
    (drawn,) = [
        line
        for line in before.picture((1, 2, 3), (1, 2, 3)).axes[0].lines
        if line.get_linestyle() == "--"
    ]
    assert drawn.get_xydata().tolist() == [[0, 25], [10, 1], [20, 2], [30, 3]]
    (set_out,) = DrawnWidget(before.guess).spec["set_out"]
    assert set_out == pytest.approx([0, 0.25])
    assert curve(known=lambda: pd.Series({-20: 5.0, 0: 10.0})).start == []


def test_what_is_no_truth_is_called_by_its_name():
    model = curve(called=both("The model"))
    reveal = mktlib.draw_prediction(model, TRUTH).reveal()
    assert "The model: a curve from 10 fans to 52 fans." in repr(reveal)
    legend = reveal.figure().axes[0].get_legend()
    assert [text.get_text() for text in legend.get_texts()] == ["Your curve", "The model"]


def test_a_class_report_says_how_the_curves_lay(tmp_path):
    for name, drawn in (("Ana", [90] * 4), ("Bob", [0, 90, 0, 0]), ("Eve", [1] * 4)):
        save(tmp_path / f"{name}.ipynb", mktlib.draw_prediction(curve(), drawn).reveal())
    assert "3 guessed: 1 too high, 2 too low" in as_text(read_folder(tmp_path))
