"""Labs: the engine on a small lab of its own, then every lab of the course at every corner."""

from __future__ import annotations

import importlib
import itertools
import json
import pkgutil
import re
from contextlib import suppress
from dataclasses import replace
from xml.etree import ElementTree

import french
import matplotlib
import pytest
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.text import Text as Writing

import mktlib
from mktlib.core.figure import LiveFigure, to_html
from mktlib.core.lab import Lab, Menu, Slider, Split
from mktlib.core.text import LANGUAGES, PlainError, Text, number, set_language
from mktlib.core.widgets import LabWidget


def words(text: str) -> Text:
    return Text(en=text, fr=text + " (fr)")


def half(clicks: int, kind: str) -> float:
    """A model with a mood: it refuses 3, and breaks at 7."""
    if clicks == 3:
        raise PlainError(words("Three is refused."))
    if clicks == 7:
        raise ZeroDivisionError("seven")
    return clicks / 2 * (1 if kind == "plain" else -1)


def draw_half(figure, corners):
    axes = figure.subplots()
    axes.set(xlim=(0, 1), ylim=(min(corners), max(corners)))
    (dot,) = axes.plot([0.5], [0], "o", animated=True)
    label = axes.text(0.6, 0, "", animated=True)

    def update(result):
        dot.set_ydata([result])
        label.set_text(number(result, 1))

    return update


def toy(**changes) -> Lab:
    parts = {
        "name": "toy",
        "title": words("Toy"),
        "model": half,
        "view": draw_half,
        "words": lambda result: f"Half is {number(result, 1)}.",
        "controls": (
            Slider(name="clicks", label=words("Clicks"), low=0, high=10, step=1, default=4),
            Menu(
                name="kind",
                label=words("Kind"),
                options={"plain": words("Plain"), "minus": words("Minus")},
                default="plain",
            ),
        ),
        "caption": words("Made up."),
    }
    return Lab(**{**parts, **changes})


def test_a_slider_stops_without_drift_and_speaks_its_unit():
    share = Slider(name="x", label=words("X"), low=0, high=1, step=0.1, default=0.3, percent=True)
    assert share.choices == (0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1)
    assert share.written(0.3) == "30%" and share.shown(0.7) == 70
    fine = Slider(name="x", label=words("X"), low=0, high=0.05, step=0.001, default=0, percent=True)
    assert fine.written(0.031) == "3.1%"
    set_language("fr")
    assert fine.written(0.031) == "3,1\u202f%"


def test_a_lab_refuses_a_control_its_model_does_not_know():
    with pytest.raises(TypeError, match="do not fit"):
        toy(controls=(Slider(name="leads", label=words("L"), low=0, high=1, step=1, default=0),))


def test_a_lab_refuses_a_parameter_left_without_a_control():
    with pytest.raises(TypeError, match="do not fit.*'kind'"):
        toy(controls=toy().controls[:1])


def test_a_lab_refuses_a_default_between_two_stops():
    with pytest.raises(ValueError, match="not a stop"):
        clicks = Slider(name="clicks", label=words("C"), low=0, high=4, step=2, default=3)
        toy(controls=(clicks, toy().controls[1]))


def test_run_takes_defaults_and_refuses_unknown_names():
    assert toy().run() == 2 and toy().run(clicks=6, kind="minus") == -3
    with pytest.raises(PlainError, match="no control called spend; it has clicks, kind"):
        toy().run(spend=3)


def test_an_error_in_a_model_is_one_sentence_and_the_lab_goes_on():
    lab = LabWidget(toy())
    assert lab.answer({"key": "a", "positions": [3, 0]}) == {
        "key": "a",
        "error": "Three is refused.",
    }
    fault = lab.answer({"key": "b", "positions": [7, 0]})["error"]
    assert "could not be computed" in fault and "ZeroDivisionError" in fault
    assert lab.answer({"key": "c", "positions": [8, 0]})["words"] == "Half is 4.0."


def test_an_answer_touches_no_global_setting(monkeypatch):
    """JupyterLab may have a lab answer in another thread while a cell draws."""
    lab = LabWidget(toy())

    def refuse(*_):
        raise AssertionError("an answer may not change matplotlib's settings")

    monkeypatch.setattr(matplotlib, "rc_context", refuse)
    assert lab.answer({"key": "a", "positions": [8, 0]})["words"] == "Half is 4.0."


def test_a_widget_prints_the_same_at_every_run():
    assert repr(LabWidget(toy())) == "<Toy>"


def test_show_refuses_what_is_not_a_lab():
    with pytest.raises(PlainError, match="takes a lab"):
        mktlib.show("funnel")


def test_a_still_picture_keeps_its_text_alternative():
    page = to_html(LiveFigure(toy().draw()).svg, alt='Half of "four"')
    assert 'alt="Half of &quot;four&quot;"' in page and "data:image/svg+xml;base64," in page


def references(svg: str) -> set[str]:
    return set(re.findall(r"url\(#([^)]+)\)", svg)) | set(re.findall(r'href="#([^"]+)"', svg))


def test_marks_are_whole_svg_and_refer_to_nothing_missing():
    figure, update = toy().stage()
    update(2.0)
    live = LiveFigure(figure)
    clips = set(re.findall(r'<clipPath id="([^"]+)"', live.svg))
    for result in (2.0, -1.0, 5.0):
        update(result)
        marks = live.marks()
        assert len(marks) == live.svg.count('class="mktlib-mark"') == 2
        for mark in marks:
            assert references(mark) <= clips | set(re.findall(r'\bid="([^"]+)"', mark))
            ElementTree.fromstring(f'<svg xmlns:xlink="x">{mark}</svg>')
    assert "DejaVu Sans, Verdana, sans-serif" in live.svg


def test_room_is_kept_for_the_longest_sentence_in_the_middle_too():
    long = "half way " * 30
    said = lambda result: long if result == 2 else "at an end"  # 2: where the controls start
    assert LabWidget(toy(words=said)).spec["longest"] == long


# ---- a whole divided ------------------------------------------------------------------------

PARTS = {"tv": words("Television"), "radio": words("Radio"), "web": words("Web")}
split = Split(name="split", label=words("Budget"), parts=PARTS, default=(0.5, 0.3, 0.2))


def test_a_split_gives_the_model_shares_that_sum_to_one():
    assert split.at(split.position(split.default)) == split.default
    assert split.extremes == ((1, 0, 0), (0, 1, 0), (0, 0, 1), split.default)
    assert split.written((0.5, 0.5, 0)) == "Television 50%, Radio 50%, Web 0%"
    every = [(i, j, 20 - i - j) for i in range(21) for j in range(21 - i)]
    assert all(sum(split.at(steps)) == pytest.approx(1) for steps in every)
    assert all(split.position(split.at(steps)) == list(steps) for steps in every)


@pytest.mark.parametrize(
    "default", [(0.5, 0.5), (0.6, 0.6, -0.2), (0.5, 0.3, 0.1), (0.51, 0.29, 0.2)]
)
def test_a_lab_refuses_a_split_that_does_not_divide_the_whole_in_steps(default):
    wrong = replace(split, default=default)
    with pytest.raises(ValueError, match="split"):
        toy(model=lambda split: split[0], controls=(wrong,))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"step": 0.15}, "does not go into"),
        ({"parts": {"tv": words("Television")}}, "from 2 to 6 parts"),
        ({"parts": {str(i): words(str(i)) for i in range(7)}}, "from 2 to 6 parts"),
    ],
)
def test_a_split_that_cannot_be_made_is_refused(changes, words):
    with pytest.raises(ValueError, match=words):
        replace(split, **changes)


@pytest.mark.parametrize("shares", [(0.5, 0.1, 0.1), (0.5, 0.5), (1.5, -0.5, 0), 1, None])
def test_shares_that_do_not_make_up_the_whole_are_refused(shares):
    lab = toy(model=lambda split: split[0], controls=(split,))
    with pytest.raises(PlainError, match="3 shares that add up to 1"):
        lab.run(split=shares)
    assert lab.run(split=(1, 0, 0)) == 1


def test_a_lab_answers_for_a_split():
    lab = toy(model=lambda split: 10 * split[1], controls=(split,))
    widget = LabWidget(lab)
    spec = widget.spec["controls"][0]
    assert (spec["default"], spec["written"][1], len(spec["colours"])) == ([10, 6, 4], "5%", 3)
    assert widget.answer({"key": "k", "positions": [[0, 20, 0]]})["words"] == "Half is 10.0."


# ---- every lab of the course ---------------------------------------------------------------


def all_labs() -> list[Lab]:
    labs = []
    for package in pkgutil.iter_modules(mktlib.__path__):
        if package.ispkg and package.name != "core":
            module = importlib.import_module(f"mktlib.{package.name}.labs")
            labs += [thing for thing in vars(module).values() if isinstance(thing, Lab)]
    return labs


LABS = all_labs()
every_lab = pytest.mark.parametrize("lab", LABS, ids=[lab.name for lab in LABS])
every_language = pytest.mark.parametrize("language", LANGUAGES)


def settings(lab: Lab):
    """The defaults, every corner, and every end of each control alone, unless a lab refuses them."""
    yield lab.defaults
    alone = [
        {**lab.defaults, control.name: value}
        for control in lab.controls
        for value in {control.at(stops_of(control)[0]), control.at(stops_of(control)[-1])}
        | set(control.extremes)
    ]
    for values in itertools.chain(lab.corners(), alone):
        with suppress(PlainError):
            lab.run(**values)
            yield values


def stops_of(control) -> list:
    """Every position of a control; of a split, its extremes and one step from one part to another."""
    if not isinstance(control, Split):
        return list(range(len(control.choices)))
    stops = [control.position(value) for value in control.extremes]
    start, each = stops[-1], range(len(control.parts))
    for giver, taker in itertools.permutations(each, 2):
        stops.append([steps - (i == giver) + (i == taker) for i, steps in enumerate(start)])
    return [steps for steps in stops if min(steps) >= 0]


def written(figure, renderer) -> list[Writing]:
    """Every piece of text that is really drawn: not the labels of ticks out of sight."""
    drawn = []
    plain_draw = Writing.draw

    def draw(self, *arguments, **options):
        if self.get_visible() and self.get_text().strip():
            drawn.append(self)
        plain_draw(self, *arguments, **options)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Writing, "draw", draw)
        figure.draw(renderer)
    return drawn


def collisions(figure) -> list[str]:
    for artist in figure.findobj(lambda artist: artist.get_animated()):
        artist.set_animated(False)
    renderer = RendererAgg(*figure.bbox.size, figure.dpi)
    boxes = {
        writing: writing.get_window_extent(renderer).padded(-0.75)
        for writing in written(figure, renderer)
    }
    page = figure.bbox.padded(0.5)
    faults = [
        f"{writing.get_text()!r} leaves the figure"
        for writing, box in boxes.items()
        if not (page.x0 <= box.x0 and box.x1 <= page.x1 and page.y0 <= box.y0 and box.y1 <= page.y1)
    ]
    for (first, one), (second, other) in itertools.combinations(boxes.items(), 2):
        if one.overlaps(other):
            faults.append(f"{first.get_text()!r} overlaps {second.get_text()!r}")
    return faults


def test_colliding_text_is_seen():
    figure = toy().draw()
    figure.axes[0].text(0.6, 0, "Half")
    assert any("overlaps" in fault for fault in collisions(figure))


def test_the_course_has_labs():
    assert LABS


@every_language
@every_lab
def test_at_every_corner_no_text_overlaps_or_leaves_the_figure(lab, language):
    set_language(language)
    figure, update = lab.stage()
    faults = {}
    for values in settings(lab):
        update(lab.run(**values))
        found = collisions(figure)
        if found:
            faults[str(values)] = found
    assert not faults


@every_language
@every_lab
def test_at_every_corner_the_words_are_whole(lab, language):
    set_language(language)
    for values in settings(lab):
        said = lab.words(lab.run(**values))
        assert said and said.endswith((".", "!", "?", "»"))
        assert not re.search(r"nan\b|[{}]|\binf\b|None", said), said
        if language == "fr":
            faults = french.faults(said)
            assert not faults, "\n".join(faults)


@every_lab
def test_the_frame_stands_still(lab):
    figure, update = lab.stage()
    frames = set()
    for values in settings(lab):
        update(lab.run(**values))
        frames.add(str([(axes.get_xlim(), axes.get_ylim()) for axes in figure.axes]))
    assert len(frames) == 1


def start_of(lab) -> list:
    """Where the controls of a lab stand at first, as positions."""
    return [control.position(control.default) for control in lab.controls]


@every_lab
def test_every_control_moves_the_picture(lab):
    widget = LabWidget(lab)
    start = start_of(lab)
    first = widget.answer({"key": "", "positions": start})
    for i, control in enumerate(lab.controls):
        end = next(
            stop for stop in (stops_of(control)[0], stops_of(control)[-1]) if stop != start[i]
        )
        moved = widget.answer({"key": "", "positions": [*start[:i], end, *start[i + 1 :]]})
        assert moved != first, f"{control.name} changes nothing"


@every_language
@every_lab
def test_every_stop_of_every_control_is_answered(lab, language):
    set_language(language)
    widget = LabWidget(lab)
    json.dumps(widget.spec)
    clips = set(re.findall(r'<clipPath id="([^"]+)"', widget.spec["svg"]))
    start = start_of(lab)
    for i, control in enumerate(lab.controls):
        for stop in stops_of(control):
            answer = widget.answer({"key": "", "positions": [*start[:i], stop, *start[i + 1 :]]})
            assert "could not be computed" not in answer.get("error", "")
            if "error" not in answer:
                for mark in answer["marks"]:
                    assert references(mark) <= clips | set(re.findall(r'\bid="([^"]+)"', mark))
