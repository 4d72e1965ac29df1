"""The lessons as slides: where they break, what the speaker reads, and no network at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import nbformat
import pytest
from browser import browser

from mktlib.core.course import LANGUAGES, NOTEBOOKS
from mktlib.core.slides import main, slides
from mktlib.core.text import set_language

LESSONS = [
    path
    for language in LANGUAGES
    for path in sorted((NOTEBOOKS / "instructor" / language).glob("*.ipynb"))
]
each_lesson = pytest.mark.parametrize(
    "lesson", LESSONS, ids=[path.relative_to(NOTEBOOKS).as_posix() for path in LESSONS]
)


def cells(lesson: Path) -> list[tuple[str, str, str]]:
    read = nbformat.read(lesson, as_version=4).cells
    return [(c.cell_type, c.source, c.metadata["slideshow"]["slide_type"]) for c in read]


class Fetched(HTMLParser):
    """What a page would fetch by itself; a link waits for a click."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag != "a":
            given = dict(attributes)
            self.addresses += [
                given[name] or "" for name in ("src", "href", "srcset") if name in given
            ]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, Path]:
    folder = tmp_path_factory.mktemp("slides")
    return {lesson: slides(lesson, folder / lesson.parent.name, run=False) for lesson in LESSONS}


# ------------------------------------------------------------------ where a slide breaks


@each_lesson
def test_a_heading_opens_a_slide_and_a_teaching_note_is_for_the_speaker(lesson: Path) -> None:
    for kind, source, place in cells(lesson):
        if source.startswith("> **"):
            assert place == "notes"
        elif kind == "markdown":
            heading = bool(re.search(r"^##? ", source, re.MULTILINE))
            assert place == ("slide" if heading else "subslide"), source
        else:
            assert place in ("-", "subslide", "fragment")


@each_lesson
def test_an_answer_and_a_reveal_wait_for_a_key(lesson: Path) -> None:
    waiting = [place for _, source, place in cells(lesson) if "# solution" in source]
    waiting += [place for _, source, place in cells(lesson) if source.endswith(".reveal()")]
    assert waiting and set(waiting) == {"fragment"}


@each_lesson
def test_no_slide_holds_a_whole_section(lesson: Path) -> None:
    """At most one piece of prose, and as much code as fits: three cells, waiting ones included."""
    prose, code = 0, 0
    for kind, source, place in cells(lesson):
        if place in ("slide", "subslide"):
            prose = code = 0
        prose += kind == "markdown" and place != "notes"
        code += kind == "code"
        assert prose <= 1 and code <= 3, source


# ------------------------------------------------------------------ no network


@each_lesson
def test_a_page_fetches_nothing(lesson: Path, pages: dict[Path, Path]) -> None:
    page = pages[lesson].read_text(encoding="utf-8")
    seen = Fetched()
    seen.feed(page)
    assert [each for each in seen.addresses if not each.startswith(("data:", "#"))] == []
    assert not re.search(r"@import|url\(\s*['\"]?(?:https?:)?//", page)
    assert f'<html lang="{lesson.parent.name}">' in page


STEPS = """() => {
    Reveal.slide(0, 0);
    for (let steps = 1; steps < 1000; steps++) {
        if (Reveal.isLastSlide() && !Reveal.availableFragments().next) return steps;
        Reveal.next();
    }
}"""
TO_A_NOTE = """() => {
    const noted = Reveal.getSlides().find(slide => slide.querySelector("aside.notes"));
    const place = Reveal.getIndices(noted);
    Reveal.slide(place.h, place.v);
}"""


@pytest.fixture(scope="module")
def chrome() -> Iterator[object]:
    with browser() as started:
        yield started


@each_lesson
def test_a_browser_without_a_network_shows_every_slide(
    lesson: Path, pages: dict[Path, Path], chrome
) -> None:
    context = chrome.new_context(offline=True, viewport={"width": 1280, "height": 720})
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("requestfailed", lambda request: faults.append(request.url))
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    page.goto(pages[lesson].as_uri())
    page.wait_for_function("window.Reveal && Reveal.isReady()")
    opened = sum(place in ("slide", "subslide") for *_, place in cells(lesson))
    assert page.evaluate("Reveal.getTotalSlides()") == opened
    notes = sum(place == "notes" for *_, place in cells(lesson))
    assert page.locator("aside.notes").count() == notes
    assert not page.locator("aside.notes").first.is_visible() if notes else True
    page.keyboard.press("ArrowRight")
    page.wait_for_function("Reveal.getIndices().h + Reveal.getIndices().v === 1")
    assert page.evaluate(STEPS) > opened  # the fragments, too
    assert faults == []
    context.close()


def test_the_speaker_sees_the_notes_in_a_window_of_their_own(pages, chrome) -> None:
    lesson = next(lesson for lesson in LESSONS if lesson.stem == "01_push_pull")
    context = chrome.new_context(offline=True)
    page = context.new_page()
    page.goto(pages[lesson].as_uri())
    page.wait_for_function("window.Reveal && Reveal.isReady()")
    page.evaluate(TO_A_NOTE)
    with context.expect_page() as opened:
        page.keyboard.press("s")
    speaker = opened.value
    speaker.wait_for_function("document.body.innerText.includes('Teaching note')", timeout=15_000)
    context.close()


# ------------------------------------------------------------------ the command


def test_a_run_shows_what_cells_display_and_asks_what_a_guess_asks(tmp_path: Path) -> None:
    lesson = NOTEBOOKS / "instructor" / "fr" / "00_start_here.ipynb"
    page = slides(lesson, tmp_path).read_text(encoding="utf-8")
    assert "résultats de Google, quelle proportion" in re.sub(r"\s+", " ", page)
    assert "data:image" in page and "WordStream" in page and "✓" in page
    assert "Pas encore d’estimation" not in page
    assert "mktlib.predict(exercises.first_guess)" in re.sub(r"<[^>]*>", "", page)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_lesson_that_is_not_there_is_told_in_a_sentence(code, tmp_path, capsys) -> None:
    set_language(code)
    assert main(["99", "--no-run", "--folder", str(tmp_path)]) == 1
    said = capsys.readouterr().err
    assert "99" in said and "01_push_pull" in said and "Traceback" not in said
    assert main(["06", "--lang", "fr", "--no-run", "--folder", str(tmp_path)]) == 0
    assert [path.name for path in tmp_path.rglob("*.html")] == ["06_glossary.html"]
