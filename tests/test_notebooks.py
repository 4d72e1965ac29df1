"""The committed notebooks: fresh, complete in both languages, and they run to the end."""

from __future__ import annotations

import ast
import contextlib
import json
import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import french
import jupytext
import nbformat
import pytest

from mktlib.core import text
from mktlib.core.course import (
    LANGUAGES,
    MOST_CODE_LINES,
    NOTEBOOKS,
    VARIANTS,
    Step,
    derived,
    out_of_date,
    read_source,
)
from mktlib.core.coverage import read_ideas, untaught

SOURCES = sorted((NOTEBOOKS / "source").glob("*.py"))
COMMITTED = [
    path
    for variant in VARIANTS
    for language in LANGUAGES
    for path in sorted((NOTEBOOKS / variant / language).glob("*.ipynb"))
]
VERDICT = "application/vnd.mktlib.verdict+json"
MOST_WORDS = 120  # between two things to do

each_source = pytest.mark.parametrize("source", SOURCES, ids=[path.stem for path in SOURCES])
each_notebook = pytest.mark.parametrize(
    "path", COMMITTED, ids=[path.relative_to(NOTEBOOKS).as_posix() for path in COMMITTED]
)


def read(path: Path) -> nbformat.NotebookNode:
    return nbformat.read(path, as_version=4)


def code_of(path: Path) -> list[str]:
    return [cell.source for cell in read(path).cells if cell.cell_type == "code"]


# ------------------------------------------------------------------ derived files


def test_every_notebook_is_what_its_source_says() -> None:
    """Red after an edit of a source or of a derived file: python start.py build."""
    faults = {path.relative_to(NOTEBOOKS).as_posix(): s for path, s in out_of_date().items()}
    assert faults == {}, "rebuild with: python start.py build"


def test_there_are_four_notebooks_a_source() -> None:
    assert SOURCES
    notebooks = [path for path in derived() if path.suffix == ".ipynb"]
    assert len(COMMITTED) == len(notebooks) == 4 * len(SOURCES)


def test_every_idea_of_the_source_texts_is_taught() -> None:
    """Give the cell that teaches it the idea's id as a tag, in both languages."""
    lessons = {path.stem: read_source(path) for path in SOURCES}
    ideas = read_ideas(NOTEBOOKS / "source")
    assert len({idea.id for idea in ideas}) == len(ideas) > 50
    assert untaught(ideas, lessons) == []


@each_notebook
def test_a_notebook_is_valid_and_holds_no_output(path: Path) -> None:
    notebook = read(path)
    nbformat.validate(notebook)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert code
    assert not [cell.id for cell in code if cell.outputs or cell.execution_count]


@each_notebook
def test_a_code_cell_is_short(path: Path) -> None:
    long = [code for code in code_of(path) if len(code.split("\n")) > MOST_CODE_LINES]
    assert not long


@pytest.mark.parametrize("variant", VARIANTS)
@each_source
def test_code_is_the_same_in_both_languages(source: Path, variant: str) -> None:
    english, french = (
        read(NOTEBOOKS / variant / language / f"{source.stem}.ipynb") for language in LANGUAGES
    )
    assert [cell.id for cell in english.cells] == [cell.id for cell in french.cells]
    for cell, twin in zip(english.cells, french.cells, strict=True):
        if cell.cell_type == "code":
            assert cell.source.encode() == twin.source.encode()
        else:
            assert cell.source != twin.source


def same_but_for_answers(student: str, written: str) -> bool:
    """Statement by statement; an assignment that is a solution has `...` for a value."""
    solved = {n for n, line in enumerate(written.splitlines(), 1) if line.endswith("# solution")}
    wanted = ast.parse(written)
    for node in ast.walk(wanted):
        if isinstance(node, ast.Assign) and node.end_lineno in solved:
            node.value = ast.Constant(...)
            solved.remove(node.end_lineno)
    return not solved and ast.unparse(ast.parse(student)) == ast.unparse(wanted)


@each_source
def test_students_get_every_code_cell_but_for_the_answers(source: Path) -> None:
    steps = [step for step in read_source(source) if step.kind == "code"]
    written = [step.text.en for step in steps]
    assert code_of(NOTEBOOKS / "instructor" / "en" / f"{source.stem}.ipynb") == written
    for_all = [step.text.en for step in steps if not step.for_instructors]
    student = code_of(NOTEBOOKS / "student" / "en" / f"{source.stem}.ipynb")
    assert len(student) == len(for_all)
    wrong = [
        given
        for given, code in zip(student, for_all, strict=True)
        if not same_but_for_answers(given, code) or "# solution" in given
    ]
    assert not wrong
    assert any("# solution" in code for code in for_all)


def test_a_lost_answer_or_statement_is_seen() -> None:
    assert same_but_for_answers("a = ...\na", "a = 1  # solution\na")
    assert not same_but_for_answers("a = 1\na", "a = 1  # solution\na")
    assert not same_but_for_answers("a = ...", "a = 1  # solution\na")


def cells(source: str) -> list[tuple[str, str, tuple[str, ...]]]:
    read = jupytext.reads(source, fmt="py:percent").cells
    return [(each.cell_type, each.source, tuple(each.metadata.get("tags", ()))) for each in read]


@each_source
def test_jupytext_writes_back_what_it_read(source: Path) -> None:
    """So that a source may be edited as a notebook, then saved."""
    text = source.read_text(encoding="utf-8")
    again = jupytext.writes(jupytext.reads(text, fmt="py:percent"), fmt="py:percent")
    assert cells(again) == cells(text)


# ------------------------------------------------------------------ words


def plain(prose: str) -> str:
    """Prose without its code, links' addresses and tags."""
    for pattern in (r"```.*?```", r"`[^`]*`", r"\]\([^)]*\)", r"<[^>]*>", r"\$[^$]*\$"):
        prose = re.sub(pattern, "", prose, flags=re.DOTALL)
    return prose


def runs_of_prose(steps: tuple[Step, ...], language: str) -> list[tuple[int, int]]:
    """For students, where each run of prose between two code cells starts, and its words."""
    runs, start, words = [], 0, 0
    for step in (step for step in steps if not step.for_instructors):
        if step.kind == "code":
            runs.append((start, words))
            words = 0
        else:
            start = start if words else step.line
            words += len(re.findall(r"\w[\w’'-]*", plain(getattr(step.text, language))))
    return [*runs, (start, words)]


@pytest.mark.parametrize("language", LANGUAGES)
@each_source
def test_few_words_between_two_things_to_do(source: Path, language: str) -> None:
    too_long = [
        f"{source.name}:{line}: {words} words before the next code cell, {MOST_WORDS} at most"
        for line, words in runs_of_prose(read_source(source), language)
        if words > MOST_WORDS
    ]
    assert not too_long


@each_source
def test_both_languages_say_the_same_numbers(source: Path) -> None:
    faults = {}
    for step in read_source(source):
        if step.kind == "prose":
            both = [french.figures(getattr(step.text, code), code) for code in LANGUAGES]
            if both[0] != both[1]:
                faults[step.line] = dict(both[0] - both[1]), dict(both[1] - both[0])
    assert not faults


@each_source
def test_french_is_typeset_as_french(source: Path) -> None:
    faults = [
        f"{source.name}:{step.line}: {fault}"
        for step in read_source(source)
        if step.kind == "prose"
        for fault in french.faults(step.text.fr)
    ]
    assert not faults, "\n".join(faults)


@each_notebook
def test_links_to_files_lead_somewhere(path: Path) -> None:
    prose = "\n".join(cell.source for cell in read(path).cells if cell.cell_type == "markdown")
    links = re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", prose)
    local = [link for link in links if "://" not in link and not link.startswith("mailto:")]
    assert not [link for link in local if not (path.parent / link).exists()]


# ------------------------------------------------------------------ verdicts


@cache
def outputs_of_a_run(path: Path) -> tuple[dict[str, Any], ...]:
    """What the cells display, run one after the other in this process, from their folder."""
    from IPython.core.interactiveshell import InteractiveShell
    from IPython.utils.capture import capture_output
    from traitlets.config import Config

    shell = InteractiveShell.instance(config=Config(HistoryManager={"hist_file": ":memory:"}))
    formatted = shell.display_formatter.format  # type: ignore[union-attr]
    bundles = []
    try:
        with contextlib.chdir(path.parent), pytest.MonkeyPatch.context() as patch:
            patch.setattr(text, "_chosen", None)  # the folder says which language
            for code in code_of(path):
                with capture_output() as captured:
                    result = shell.run_cell(code)
                assert result.success, f"{code}\n{captured.stdout}{result.error_in_exec!r}"
                bundles += [output.data for output in captured.outputs]
                if result.result is not None:
                    bundles.append(formatted(result.result)[0])
    finally:
        InteractiveShell.clear_instance()
    return tuple(bundles)


def verdicts(path: Path) -> list[dict[str, Any]]:
    return [bundle[VERDICT] for bundle in outputs_of_a_run(path) if VERDICT in bundle]


@each_notebook
def test_every_check_answers_as_it_should(path: Path) -> None:
    """Students start from "not attempted"; the instructor's answers are all correct."""
    wanted = "not_attempted" if "student" in path.parts else "correct"
    records = verdicts(path)
    checks = "\n".join(code_of(path)).count(".check(")
    assert len(records) == checks > 0
    wrong = [(r["exercise"], r["misconception"]) for r in records if r["outcome"] != wanted]
    assert not wrong


@each_notebook
def test_feedback_speaks_the_language_of_the_folder(path: Path) -> None:
    assert {record["language"] for record in verdicts(path)} == {path.parent.name}


@each_notebook
def test_every_output_can_be_saved(path: Path) -> None:
    json.dumps(outputs_of_a_run(path), allow_nan=False, default=lambda _: "bytes")


def is_call(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] == name


def is_guess(node: ast.AST) -> bool:
    return is_call(node, "predict") or is_call(node, "draw_prediction")


@each_source
def test_every_prediction_is_revealed_later(source: Path) -> None:
    code = [step for step in read_source(source) if step.kind == "code"]
    nodes = [(step.line, node) for step in code for node in ast.walk(ast.parse(step.text.en))]
    made = [node for _, node in nodes if is_guess(node)]
    guesses = {
        ast.unparse(node.targets[0]): line
        for line, node in nodes
        if isinstance(node, ast.Assign) and is_guess(node.value)
    }
    reveals = {
        ast.unparse(node.func.value): line
        for line, node in nodes
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        if node.func.attr == "reveal"
    }
    assert len(guesses) == len(made) > 0, "keep each guess under a name of its own"
    assert guesses.keys() == reveals.keys()
    assert all(reveals[name] > line for name, line in guesses.items())


# ------------------------------------------------------------------ as a kernel runs them


@each_notebook
def test_a_real_kernel_runs_it_to_the_end(path: Path) -> None:
    """nbval, one notebook at a time: it waits for ports that others may hold."""
    threads = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    result = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"),
            *("--nbval-lax", "--nbval-cell-timeout=120", "-x", "--color=no", str(path)),
        ],
        check=False,
        capture_output=True,
        text=True,
        timeout=600,
        env={**os.environ, **threads, "PYTEST_ADDOPTS": "", "PYTHONPATH": str(NOTEBOOKS.parent)},
    )
    assert result.returncode == 0, result.stdout + result.stderr
    assert f"{len(code_of(path))} passed" in result.stdout
