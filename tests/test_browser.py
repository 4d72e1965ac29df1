"""The course in a real JupyterLab and a real browser: what a student sees, and does by keyboard."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

import nbformat
import pytest
from axe_playwright_python.sync_playwright import Axe
from browser import Notebook, browser, jupyterlab
from playwright.sync_api import Browser, Locator, Page, expect
from test_labs import all_labs, start_of

from mktlib.core.drawing import BOX
from mktlib.core.lab import Control, Lab, Menu, Slider, Split
from mktlib.core.text import PlainError, set_language

HERE = Path(__file__).parent
expect.set_options(timeout=60_000)

TOYS = [
    f"""import sys
sys.path.insert(0, {str(HERE)!r})
import mktlib
from mktlib.core.exercise import Choice, Exercise, Misconception
from mktlib.core.lab import Slider
from mktlib.core.prediction import Prediction
from test_labs import toy, words""",
    "mktlib.show(toy())",
    """import time
runs = []
def slow_half(clicks):
    time.sleep(0.5)
    runs.append(clicks)
    return clicks / 2
clicks = Slider(name="clicks", label=words("Clicks"), low=0, high=60, step=1, default=0)
mktlib.show(toy(model=slow_half, words=lambda _: f"{len(runs)} runs", controls=(clicks,)))""",
    """share = Prediction(name="share", question=words("What share?"), answer=lambda: 0.4,
    reveal=words("It was {truth}, not {guess}."), share=True)
mktlib.predict(share)""",
    "share.guess.reveal()",
    """option = Prediction(name="option", question=words("Which one?"), answer=lambda: "b",
    reveal=words("It was {truth}."), options={"a": words("Ann"), "b": words("Bob")})
mktlib.predict(option)""",
    "option.guess.reveal()",
    "mktlib.describe('google_ads')",
    """import pandas as pd
from mktlib.core.drawing import DrawnPrediction
curve = DrawnPrediction(name="curve", question=words("What shape?"), reveal=words("So it was."),
    answer=lambda: pd.Series({0: 10, 20: 50, 40: 50}), known=lambda: pd.Series({-20: 10, 0: 10}),
    low=0, high=100, step=1, places=(0, 10, 20, 30, 40), across=words("day"), up=words("clicks"),
    place=words("day {place}"))
mktlib.draw_prediction(curve)""",
    "curve.guess.reveal()",
    """from mktlib.core.lab import Split
parts = {"tv": words("Television"), "radio": words("Radio"), "web": words("Web")}
mktlib.show(toy(model=lambda split: 10 * split[0], words=lambda clicks: f"{clicks:.1f} clicks",
    controls=(Split(name="split", label=words("Budget"), parts=parts, default=(0.5, 0.3, 0.2)),)))""",
]
DRAWN, DRAWN_REVEAL = 8, 9


class Site(NamedTuple):
    """Where the notebooks lie, where JupyterLab serves them, and the browser that looks."""

    root: Path
    url: str
    chrome: Browser

    def open(self, path: str) -> Notebook:
        return Notebook(self.chrome.new_page(viewport=VIEW), self.url, path)

    def write(self, path: str, cells: list[str]) -> str:
        kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
        notebook = nbformat.v4.new_notebook(
            cells=[nbformat.v4.new_code_cell(cell) for cell in cells],
            metadata={"kernelspec": kernel},
        )
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        nbformat.write(notebook, self.root / path)
        return path


VIEW = {"width": 1300, "height": 1000}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    root = tmp_path_factory.mktemp("course")
    shutil.copytree(HERE.parent / "notebooks", root, dirs_exist_ok=True)
    with jupyterlab(root, tmp_path_factory.mktemp("private")) as url, browser() as chrome:
        yield Site(root, url, chrome)


LESSONS = sorted(
    path.stem
    for path in (HERE.parent / "notebooks" / "student" / "fr").glob("*.ipynb")
    if path.stem != "00_start_here" and "mktlib.show(" in path.read_text(encoding="utf-8")
)


@pytest.fixture(scope="module", params=LESSONS)
def lesson(site, request):
    """A whole lesson in French, run to the bottom."""
    notebook = site.open(f"student/fr/{request.param}.ipynb")
    notebook.run_all()
    yield notebook
    notebook.page.close()


@pytest.fixture(scope="module")
def toys(site):
    notebook = site.open(site.write("toys/en/toys.ipynb", TOYS))
    notebook.run_all()
    assert not notebook.errors
    return notebook


@pytest.fixture
def toy(toys):
    """The small lab of test_labs: a slider from 0 to 10 at 4, and a menu; it refuses 3."""
    lab = toys.all(".mktlib-lab")[0]
    lab.get_by_role("button", name="Reset").click()
    expect(lab).to_have_attribute("data-state", "4,0")
    return lab


def slider(lab: Locator) -> Locator:
    return lab.locator("input[type=range]").first


def picture(lab: Locator) -> str:
    return lab.locator(".mktlib-picture svg").inner_html()


def says(lab: Locator, sentence: str) -> None:
    expect(lab.locator(".mktlib-now")).to_have_text(sentence)


# ---- notebooks ------------------------------------------------------------------------------


def assert_no_fault(notebook: Notebook) -> None:
    assert not notebook.errors and not notebook.faults
    code = [cell for cell in notebook.cells if cell["cell_type"] == "code"]
    assert code and all(cell["execution_count"] for cell in code)


def assert_ran(notebook: Notebook) -> None:
    assert_no_fault(notebook)
    code = [cell for cell in notebook.cells if cell["cell_type"] == "code"]
    shown = sum(len(re.findall(r"\bshow\(", "".join(cell["source"]))) for cell in code)
    labs = notebook.page.locator(".mktlib-lab")
    expect(labs).to_have_count(shown)
    assert shown


def test_the_first_page_runs_to_the_bottom(site):
    notebook = site.open("student/en/00_start_here.ipynb")
    notebook.run_all()
    assert_ran(notebook)


def test_the_glossary_runs_to_the_bottom(site):
    notebook = site.open("student/fr/06_glossary.ipynb")
    notebook.run_all()
    assert_no_fault(notebook)
    notebook.page.close()


def test_a_lesson_in_french_runs_to_the_bottom(lesson):
    assert_ran(lesson)


def words_at(lab: Lab, positions: list) -> str:
    pairs = zip(lab.controls, positions, strict=True)
    try:
        return lab.words(lab.run(**{each.name: each.at(position) for each, position in pairs}))
    except PlainError as refusal:
        return str(refusal)


def state(positions: list) -> str:
    """Where the controls stand, as the page has it."""
    return re.sub(r"[^0-9,]", "", str(positions))


def ends(control: Control, node: Locator) -> list[tuple[Callable[[], object], object]]:
    """How to bring a control to both its ends, and its positions there."""
    if isinstance(control, Split):
        handles, nothing = node.get_by_role("slider").all(), [0] * (len(control.parts) - 1)
        return [
            (lambda: handles[-1].press("Home"), [*nothing, control.whole]),
            (lambda: handles[0].press("End"), [control.whole, *nothing]),
        ]
    last = len(control.choices) - 1
    if isinstance(control, Menu):
        select = node.locator("select")
        return [(partial(select.select_option, index=end), end) for end in (0, last)]
    slider = node.locator("input[type=range]")
    return [(partial(slider.press, key), end) for key, end in (("Home", 0), ("End", last))]


def test_every_control_of_every_lab_goes_to_both_ends_in_french(lesson):
    set_language("fr")
    labs = {str(lab.title): lab for lab in all_labs()}
    for place in lesson.all(".mktlib-lab"):
        lab = labs[place.get_attribute("aria-label") or ""]
        named = place.locator(".mktlib-control > label, .mktlib-label")
        assert named.all_text_contents() == [str(control.label) for control in lab.controls]
        start = start_of(lab)
        nodes = place.locator(".mktlib-control").all()
        for i, (control, node) in enumerate(zip(lab.controls, nodes, strict=True)):
            seen = set()
            for bring, end in ends(control, node):
                bring()
                there = [*start[:i], end, *start[i + 1 :]]
                expect(place).to_have_attribute("data-state", state(there))
                says(place, words_at(lab, there))
                seen.add((picture(place), words_at(lab, there)))
            assert len(seen) == 2, control.name
            place.get_by_role("button", name="Réinitialiser").press("Enter")
            expect(place).to_have_attribute("data-state", state(start))


def test_after_thirty_quick_keys_every_lab_is_right_and_as_high_as_before(lesson):
    set_language("fr")
    labs = {str(lab.title): lab for lab in all_labs()}
    for place in lesson.all(".mktlib-lab"):
        lab = labs[place.get_attribute("aria-label") or ""]
        slider(place).press("Home")
        place.evaluate(
            """lab => { window.heights = new Set();
            new ResizeObserver(() => heights.add(lab.offsetHeight)).observe(lab); }"""
        )
        for _ in range(30):
            lesson.page.keyboard.down("ArrowRight")
            lesson.page.wait_for_timeout(33)
        lesson.page.keyboard.up("ArrowRight")
        moved = [isinstance(control, Slider) for control in lab.controls].index(True)
        there = start_of(lab)
        there[moved] = min(30, len(lab.controls[moved].choices) - 1)
        expect(place).to_have_attribute("data-state", state(there))
        says(place, words_at(lab, there))
        assert lesson.page.evaluate("heights.size") == 1


def test_a_still_picture_stands_in_for_a_lab_only_where_the_lab_does_not_live(lesson, site):
    stills = lesson.all(".mktlib-still")
    assert stills and not any(still.is_visible() for still in stills)
    lesson.save()
    shutil.copy(site.root / lesson.path, site.root / "student/fr/saved.ipynb")
    reopened = site.open("student/fr/saved.ipynb")
    images = reopened.page.locator(".mktlib-still img")
    expect(images).to_have_count(len(stills))
    expect(reopened.page.locator(".mktlib-lab")).to_have_count(0)
    assert_whole(images)
    reopened.page.close()


def assert_whole(images: Locator) -> None:
    for image in images.all():
        expect(image).to_be_visible()
        assert image.evaluate("image => image.decode().then(() => image.naturalWidth > 0)")
        assert image.get_attribute("alt")


def test_a_web_page_made_from_a_saved_notebook_shows_the_still_pictures(lesson, site):
    lesson.save()
    convert = [sys.executable, "-m", "nbconvert", "--to", "html", str(site.root / lesson.path)]
    subprocess.run([*convert, "--output-dir", str(site.root)], check=True, capture_output=True)
    page = site.chrome.new_page()
    page.goto((site.root / f"{Path(lesson.path).stem}.html").as_uri())
    images = page.locator(".mktlib-still img")
    expect(images).to_have_count(len(lesson.all(".mktlib-still")))
    assert_whole(images)
    page.close()


# ---- one lab, by keyboard -------------------------------------------------------------------


def test_a_key_moves_picture_words_and_number_and_stays_in_the_lab(toys, toy):
    before, height, cell = picture(toy), toy.bounding_box()["height"], toys.active_cell
    slider(toy).press("ArrowRight")
    expect(toy).to_have_attribute("data-state", "5,0")
    says(toy, "Half is 2.5.")
    expect(toy.get_by_role("spinbutton", name="Clicks")).to_have_value("5")
    expect(slider(toy)).to_have_attribute("aria-valuetext", "5")
    assert picture(toy) != before
    assert toy.bounding_box()["height"] == height
    assert (toys.mode, toys.active_cell) == ("command", cell)


def test_letters_and_enter_on_a_control_do_not_reach_the_notebook(toys, toy):
    cells = len(toys.cells)
    for control in toy.locator("input, select, button").all():
        for key in ("a", "b", "x", "d", "d", "Enter", "ArrowDown", "ArrowUp"):
            control.press(key)
        assert (len(toys.cells), toys.mode) == (cells, "command")


def test_home_and_end_go_to_the_ends(toy):
    slider(toy).press("End")
    expect(toy).to_have_attribute("data-state", "10,0")
    slider(toy).press("Home")
    expect(toy).to_have_attribute("data-state", "0,0")
    says(toy, "Half is 0.0.")


@pytest.mark.parametrize(
    ("typed", "index"), [("8", 8), ("5.8", 6), ("5,8", 6), ("99", 10), ("-4", 0), ("", 4), ("e", 4)]
)
@pytest.mark.parametrize("leave", ["Enter", "Tab"])
def test_a_typed_number_goes_to_the_nearest_stop(toy, typed, index, leave):
    field = toy.get_by_role("spinbutton", name="Clicks")
    field.press("Control+a")
    field.press("Delete")
    field.press_sequentially(typed)
    field.press(leave)
    expect(toy).to_have_attribute("data-state", f"{index},0")
    expect(field).to_have_value(str(index))


def test_tab_goes_through_the_controls_and_the_menu_moves_by_key(toy):
    slider(toy).focus()
    reached = []
    for _ in range(3):
        toy.page.keyboard.press("Tab")
        reached.append(toy.page.evaluate("document.activeElement.tagName"))
    assert reached == ["INPUT", "SELECT", "BUTTON"]
    toy.locator("select").press("ArrowDown")
    expect(toy).to_have_attribute("data-state", "4,1")
    says(toy, "Half is −2.0.")


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_reset_returns_to_the_first_state(toy, key):
    first = picture(toy)
    slider(toy).press("End")
    expect(toy).to_have_attribute("data-state", "10,0")
    toy.get_by_role("button", name="Reset").press(key)
    expect(toy).to_have_attribute("data-state", "4,0")
    assert picture(toy) == first
    expect(toy.get_by_role("spinbutton", name="Clicks")).to_have_value("4")


def test_a_model_that_refuses_or_breaks_says_so_and_the_lab_goes_on(toy):
    height = toy.bounding_box()["height"]
    slider(toy).press("ArrowLeft")
    says(toy, "Three is refused.")
    slider(toy).press("ArrowLeft")
    says(toy, "Half is 1.0.")
    field = toy.get_by_role("spinbutton", name="Clicks")
    field.fill("7")
    field.press("Tab")
    expect(toy.locator(".mktlib-now")).to_contain_text("ZeroDivisionError")
    slider(toy).press("ArrowRight")
    says(toy, "Half is 4.0.")
    assert toy.bounding_box()["height"] == height


def test_the_picture_has_its_words_for_who_cannot_see_it(toy):
    svg = toy.get_by_role("img", name="Toy")
    described = toy.page.locator(f"id={svg.get_attribute('aria-describedby')}")
    expect(described).to_have_text("Half is 2.0.")
    slider(toy).press("ArrowRight")
    expect(toy.locator("[aria-live=polite]")).to_have_text("Half is 2.5.")


def test_each_label_and_name_belongs_to_its_own_lab(toys):
    ids = toys.page.locator(".mktlib [id^=mktlib]").evaluate_all(
        "nodes => nodes.map(node => node.id)"
    )
    assert len(ids) == len(set(ids)) > 0
    names = toys.page.locator("fieldset").evaluate_all(
        "groups => groups.map(group => group.querySelector('input').name)"
    )
    assert len(names) == len(set(names)) > 0


def test_a_slow_model_skips_the_states_a_held_key_passed(toys):
    lab = toys.all(".mktlib-lab")[1]

    def runs() -> int:
        return int(lab.locator(".mktlib-now").inner_text().split()[0])

    before = runs()
    for _ in range(30):
        slider(lab).press("ArrowRight")
    expect(lab).to_have_attribute("data-state", "30")
    assert runs() - before < 20


@pytest.mark.parametrize("end", ["stop", "restart"])
def test_without_python_a_lab_says_that_it_waits(site, end):
    notebook = site.open(site.write(f"toys/en/{end}.ipynb", [*TOYS[:2], TOYS[1]]))
    notebook.run_all()
    if end == "stop":
        notebook.stop_kernel()
    else:
        notebook.page.evaluate(
            "jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart()"
        )
    for lab in notebook.all(".mktlib-lab"):
        slider(lab).press("End")
        expect(lab.locator(".mktlib-now")).to_contain_text("Waiting for Python")
        if end == "stop":  # and once more, when JupyterLab knows
            notebook.until("!CONTEXT.session")


def test_a_lab_in_the_french_folder_speaks_french(site):
    notebook = site.open(site.write("toys/fr/toys.ipynb", TOYS[:2]))
    notebook.run_all()
    lab = notebook.page.get_by_role("group", name="Toy (fr)")
    expect(lab.get_by_role("button")).to_have_text("Réinitialiser")
    expect(lab.locator("label")).to_have_text(["Clicks (fr)", "Kind (fr)"])
    slider(lab).press("ArrowRight")
    says(lab, "Half is 2,5.")


# ---- a prediction, by keyboard --------------------------------------------------------------


def revealed(notebook: Notebook, cell: int) -> str:
    notebook.run(cell)
    return notebook.cells[cell]["outputs"][0]["data"]["text/plain"]


def test_a_guess_is_set_and_committed_by_keyboard_then_revealed(toys):
    assert revealed(toys, 4).startswith("No guess yet")
    guess = toys.page.get_by_role("group", name="What share?")
    range_ = guess.locator("input[type=range]")
    range_.press("Home")
    for _ in range(3):
        range_.press("ArrowRight")
    toys.page.keyboard.press("Tab")
    toys.page.keyboard.press("Tab")
    toys.page.keyboard.press("Enter")
    expect(guess.get_by_role("status")).to_contain_text("Your guess: 3%.")
    assert "It was 40%, not 3%." in revealed(toys, 4)
    range_.press("ArrowRight")
    guess.get_by_role("button").press("Enter")
    expect(guess.get_by_role("status")).to_contain_text("your guess stays: 3%")


def test_an_option_is_picked_and_committed_by_keyboard(toys):
    guess = toys.page.get_by_role("group", name="Which one?").first
    guess.get_by_role("radio").first.press("ArrowDown")
    guess.get_by_role("button").press("Enter")
    expect(guess.get_by_role("status")).to_contain_text("Your guess: B. Bob.")
    assert "Well guessed." in revealed(toys, 6)


# ---- a curve, drawn -------------------------------------------------------------------------


@pytest.fixture
def frame(toys):
    guess = toys.page.get_by_role("group", name="What shape?")
    guess.get_by_role("button", name="Clear").click()
    return guess.get_by_role("slider")


def commits(toys: Notebook, button: str = "Commit") -> Locator:
    guess = toys.page.get_by_role("group", name="What shape?")
    guess.get_by_role("button", name=button).click()
    return guess.get_by_role("status")


def drag(page: Page, places: list[tuple[float, float]]) -> None:
    for i, (x, y) in enumerate(places):
        page.mouse.move(x, y, steps=4)
        if i == 0:
            page.mouse.down()
    page.mouse.up()


def on_frame(frame: Locator, across: float, up: float) -> tuple[float, float]:
    """A point of the frame, as shares of its width and height, in pixels of the page."""
    box, (left, bottom, width, height) = frame.bounding_box(), BOX
    assert box
    x = box["x"] + box["width"] * (left + across * width)
    y = box["y"] + box["height"] * (1 - bottom - up * height)
    return x, y


def test_a_curve_is_drawn_by_keyboard(toys, frame):
    assert revealed(toys, DRAWN_REVEAL).startswith("No guess yet")
    expect(commits(toys)).to_contain_text("No guess yet")
    for key in ("Home", "ArrowUp", "ArrowUp", "ArrowRight", "PageUp", "ArrowRight", "ArrowDown"):
        frame.press(key)
    expect(frame).to_have_attribute("aria-valuetext", "day 20 – 21")
    expect(commits(toys)).to_have_text("Still to fill in: day 30, day 40.")
    frame.press("ArrowRight")
    frame.press("ArrowRight")
    expect(commits(toys)).to_contain_text("exercises.curve, [12, 22, 21, 21, 21]")
    for key in ("ArrowLeft", "PageDown", "Home", "ArrowDown", "End", "ArrowUp"):
        frame.press(key)
    expect(commits(toys)).to_contain_text("exercises.curve, [11, 22, 21, 11, 22]")


def test_a_curve_is_drawn_with_the_mouse_then_revealed(toys, frame):
    frame.hover()  # once it stands still
    # Known days -20 to 0 are the first third of the frame, and cannot be drawn over.
    drag(toys.page, [on_frame(frame, x, y) for x, y in ((0.1, 0.2), (1 / 3, 0.2), (1, 0.6))])
    expect(commits(toys)).to_contain_text("[20, 30, 40, 50, 60]")
    assert "farthest at day 0, too high by 10" in revealed(toys, DRAWN_REVEAL)
    frame.press("ArrowUp")
    expect(commits(toys)).to_contain_text("You have seen the truth")


def test_a_budget_is_split_by_keyboard_and_by_mouse(toys):
    lab = toys.all(".mktlib-lab")[2]
    first, second = lab.get_by_role("slider").all()
    expect(first).to_have_attribute("aria-valuetext", "Television 50%, Radio 30%")
    first.press("ArrowRight")
    expect(lab).to_have_attribute("data-state", "11,5,4")
    says(lab, "5.5 clicks")
    second.press("Home")  # pushes the first one before it
    expect(lab).to_have_attribute("data-state", "0,0,20")
    bar, handle = lab.locator(".mktlib-bar").bounding_box(), second.bounding_box()
    middle = handle["y"] + handle["height"] / 2
    drag(toys.page, [(handle["x"] + 7, middle), (bar["x"] + bar["width"] * 0.75, middle)])
    expect(lab).to_have_attribute("data-state", "0,15,5")
    first.press("End")  # pushes the second one before it
    expect(lab).to_have_attribute("data-state", "20,0,0")
    first.press("ArrowDown")
    expect(lab).to_have_attribute("data-state", "19,1,0")
    lab.get_by_role("button", name="Reset").click()
    says(lab, "5.0 clicks")


# ---- for everybody --------------------------------------------------------------------------

OWN = (
    ".mktlib",
    ".mktlib-card",
    ".mktlib-still",
    ".jp-OutputArea-output [role=status]",
    ".jp-OutputArea-output > [lang]",
)


HIGH_ENOUGH = """[...document.querySelectorAll('.mktlib')].every(node => {
    const { top, bottom } = node.getBoundingClientRect();
    return top > 0 && bottom < innerHeight;
})"""


def serious_faults(page: Page, *places: str) -> dict[str, list[str]]:
    """What axe finds, on a screen so high that all is on it: elsewhere it judges no colour."""
    page.set_viewport_size({"width": 1300, "height": 30_000})
    page.add_style_tag(content="body { height: 100vh }")  # axe takes JupyterLab for hidden
    page.locator(".jp-WindowedPanel-outer").evaluate("panel => { panel.scrollTop = 0; }")
    page.wait_for_function(HIGH_ENOUGH)
    page.evaluate(Axe().axe_script)
    found = page.evaluate(
        "places => axe.run({include: places.map(css => [css])}, {resultTypes: ['violations']})",
        [css for css in places if page.locator(css).count()],
    )
    assert "color-contrast" in {rule["id"] for rule in found["passes"]}
    return {
        violation["id"]: [node["html"] for node in violation["nodes"]]
        for violation in found["violations"]
        if violation["impact"] in ("serious", "critical")
    }


def test_axe_finds_nothing_serious_in_labs_predictions_feedback_and_cards(toys):
    assert serious_faults(toys.page, *OWN) == {}


def test_axe_finds_nothing_serious_in_a_lesson(lesson):
    assert serious_faults(lesson.page, *OWN) == {}


def test_axe_would_find_a_faint_word_and_a_nameless_field(toys, toy):
    toy.locator(".mktlib-caption").evaluate("caption => { caption.style.color = '#ccc'; }")
    toy.locator("[role=spinbutton]").evaluate("field => field.removeAttribute('aria-label')")
    assert {"color-contrast", "label"} <= serious_faults(toys.page, ".mktlib-lab").keys()
