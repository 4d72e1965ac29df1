"""One source a topic, four notebooks: student and instructor, English and French.

`notebooks/source/NN_topic.py` is the only file edited by hand (jupytext's percent format):

    # %% [markdown] tags=["en"]
    # Prose, in English first,
    # %% [markdown] tags=["fr"]
    # et sa traduction juste après.
    # %%
    rate = clicks / impressions  # solution
    # %% [markdown] tags=["instructor", "en"]
    # A teaching note, in a pair too; students do not get it.

A cell that teaches an idea of `ideas.csv` carries its id too, among its tags.
Students get `rate = ...`; instructors keep the line as it is, marker included.
`python -m mktlib.core.course` builds; with `--check` it only tells what is not up to date.
"""

from __future__ import annotations

import argparse
import ast
import hashlib
import io
import re
import sys
import tokenize
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, NamedTuple

from .coverage import coverage, read_ideas
from .text import LANGUAGES, Language, PlainError, Text

Variant = Literal["student", "instructor"]
VARIANTS: tuple[Variant, ...] = ("student", "instructor")
NOTEBOOKS = Path(__file__).resolve().parents[2] / "notebooks"
COVERAGE = "COVERAGE.md"
MOST_CODE_LINES = 5
TAGS = {*LANGUAGES, "instructor"}
TEACHING_NOTE = Text(en="Teaching note", fr="Note pédagogique")

_SOURCE_NAME = re.compile(r"\d\d_[a-z][a-z0-9_]*\.py")
_CELL_START = re.compile(r"# %%( |$)")
# What jupytext takes for a start too, or what an author may have meant as one.
_LIKE_A_START = re.compile(r"\s*#\s*(%%|<codecell>|In\[[0-9 ]*\]:?\s*$)")
_SOLUTION = re.compile(r"#\s*solution", re.IGNORECASE)


@dataclass(frozen=True)
class Step:
    """One code cell, or one piece of prose in both languages."""

    line: int  # where it starts in the source
    kind: Literal["code", "prose"]
    for_instructors: bool
    text: Text  # of code, the same in both languages
    ideas: tuple[str, ...] = ()  # of the texts behind the course, taught here


class SourceFault(PlainError):
    """All that must be put right before notebooks can be built, one fault a line."""


class _Cell(NamedTuple):
    line: int
    kind: Literal["code", "prose"]
    tags: frozenset[str]
    text: str


# ------------------------------------------------------------------ reading a source


def read_source(path: Path) -> tuple[Step, ...]:
    """The steps of a source; a `SourceFault` that names every fault, if there is one."""
    steps, faults = _examine(path)
    if faults:
        raise SourceFault("\n".join(faults))
    return steps


def _examine(path: Path) -> tuple[tuple[Step, ...], list[str]]:
    cells, faults = _cells(path.read_text(encoding="utf-8"))
    if not _SOURCE_NAME.fullmatch(path.name):
        faults.append((1, "name the file NN_topic.py: two digits, then small letters"))
    ideas = {idea.id for idea in read_ideas(path.parent)}
    for cell in cells:
        faults += _tag_faults(cell, ideas)
        faults += _code_faults(cell) if cell.kind == "code" else _prose_faults(cell)
    steps, pair_faults = _paired(cells)
    written = [f"{_shown(path)}:{line}: {fault}" for line, fault in sorted(faults + pair_faults)]
    return steps, written


def _cells(source: str) -> tuple[list[_Cell], list[tuple[int, str]]]:
    """The cells and where they start; no cell if a line leaves in doubt where one does."""
    import jupytext  # type: ignore[import-untyped]

    lines = source.splitlines()
    faults = [
        (number, "open a cell with `# %%` at the margin, then a space before its tags")
        for number, line in enumerate(lines, start=1)
        if _LIKE_A_START.match(line) and not _CELL_START.match(line)
    ]
    starts = [n for n, line in enumerate(lines, start=1) if _CELL_START.match(line)]
    first = starts[0] - 1 if starts else len(lines)
    if any(line.strip() for line in lines[:first]):
        starts.insert(0, 1)
    cells = jupytext.reads(source, fmt="py:percent").cells if starts else []
    if not faults and len(cells) != len(starts):
        faults = [(1, "a file starts with a cell, and no `# %%` stands inside a string")]
    if faults:
        return [], faults
    return [
        _Cell(
            line,
            "code" if cell.cell_type == "code" else "prose",
            frozenset(cell.metadata.get("tags", ())),
            cell.source,
        )
        for line, cell in zip(starts, cells, strict=True)
    ], []


def _paired(cells: list[_Cell]) -> tuple[tuple[Step, ...], list[tuple[int, str]]]:
    """Code as it is, each English piece of prose with the French one just after it."""
    steps: list[Step] = []
    faults: list[tuple[int, str]] = []
    rest = iter([*cells, None])
    cell = next(rest)
    while cell is not None:
        after = next(rest)
        noted = "instructor" in cell.tags
        ideas = tuple(sorted(cell.tags - TAGS))
        if cell.kind == "code":
            steps.append(Step(cell.line, "code", noted, Text(en=cell.text, fr=cell.text), ideas))
        elif "fr" in cell.tags:
            faults.append((cell.line, "French prose alone: put its English twin just before it"))
        elif "en" in cell.tags:
            twin = after if after and after.kind == "prose" and "fr" in after.tags else None
            if twin is None:
                faults.append((cell.line, "English prose alone: put its French twin just after it"))
            else:
                if twin.tags - {"fr"} != cell.tags - {"en"}:
                    faults.append(
                        (twin.line, "give both twins the same tags, but for the language")
                    )
                if twin.text.split() == cell.text.split():
                    faults.append((twin.line, "the same text in English and French: translate it"))
                text = Text(en=cell.text, fr=twin.text)
                steps.append(Step(cell.line, "prose", noted, text, ideas))
                after = next(rest)
        cell = after
    return tuple(steps), faults


def _tag_faults(cell: _Cell, ideas: set[str]) -> Iterator[tuple[int, str]]:
    for tag in sorted(cell.tags - TAGS - ideas):
        known = ", ".join(sorted(TAGS))
        yield cell.line, f"unknown tag {tag!r}: use {known}, or the id of an idea of ideas.csv"
    if "instructor" in cell.tags and cell.tags & ideas:
        yield cell.line, "an idea is taught to students: take its id off this teaching note"
    spoken = cell.tags & set(LANGUAGES)
    if cell.kind == "code" and spoken:
        yield cell.line, "code is written once: take the language tag off"
    if cell.kind == "prose" and len(spoken) != 1:
        yield cell.line, 'tag this prose with one language: tags=["en"] or tags=["fr"]'


def _prose_faults(cell: _Cell) -> Iterator[tuple[int, str]]:
    if not cell.text.strip():
        yield cell.line, "empty prose: write it or take the cell out"


def _code_faults(cell: _Cell) -> Iterator[tuple[int, str]]:
    code_lines = sum(bool(line.strip()) for line in cell.text.splitlines())
    if code_lines > MOST_CODE_LINES:
        yield (
            cell.line,
            f"{code_lines} lines of code in a cell, {MOST_CODE_LINES} at most: split it",
        )
    if not code_lines:
        yield cell.line, "empty code cell: take it out"
    try:
        ast.parse(cell.text)
    except SyntaxError as error:
        yield cell.line + (error.lineno or 1), f"not plain Python: {error.msg}"
        return
    for line, comment in _comments(cell.text):
        if not _SOLUTION.fullmatch(comment):
            yield cell.line + line, "a comment speaks one language: say it in the prose"
        elif _solution_at(cell.text, line) is None:
            yield cell.line + line, "`# solution` ends one plain assignment, `name = value`"


# ------------------------------------------------------------------ from solution to blank


def without_solutions(code: str) -> str:
    """The code as students get it.

    >>> without_solutions("rate = clicks / impressions  # solution")
    'rate = ...'
    """
    lines = code.splitlines()
    for line, comment in reversed(_comments(code)):
        target = _solution_at(code, line) if _SOLUTION.fullmatch(comment) else None
        if target is not None:
            end = target.end_lineno or target.lineno
            kept = lines[end - 1].encode()[: target.end_col_offset].decode()
            lines[end - 1 : line] = [kept + " = ..."]
    return "\n".join(lines)


def _comments(code: str) -> list[tuple[int, str]]:
    tokens = tokenize.generate_tokens(io.StringIO(code).readline)
    return [(token.start[0], token.string) for token in tokens if token.type == tokenize.COMMENT]


def _solution_at(code: str, line: int) -> ast.expr | None:
    """What stands left of the last `=` of the one assignment that ends on this line."""
    ending = [
        node
        for node in ast.walk(ast.parse(code))
        if isinstance(node, ast.Assign) and node.end_lineno == line
    ]
    if len(ending) != 1:
        return None
    assignment, target = ending[0], ending[0].targets[-1]
    after = code.splitlines()[line - 1].encode()[assignment.end_col_offset :].decode()
    one_value = isinstance(target, ast.Name | ast.Attribute | ast.Subscript)
    return target if one_value and _SOLUTION.fullmatch(after.strip()) else None


# ------------------------------------------------------------------ writing notebooks


def notebook(steps: tuple[Step, ...], source: str, language: Language, variant: Variant) -> Any:
    """One of the four notebooks of a source, without outputs."""
    from nbformat import v4

    cells = []
    for name, slide, step in zip(_names(steps), _slides(steps), steps, strict=True):
        if step.for_instructors and variant == "student":
            continue
        text = getattr(step.text, language)
        if step.kind == "code":
            code = without_solutions(text) if variant == "student" else text
            cells.append(v4.new_code_cell(code, id=name, metadata=slide))
        else:
            prose = _teaching_note(text, language) if step.for_instructors else text
            cells.append(v4.new_markdown_cell(prose, id=name, metadata=slide))
    metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
        "mktlib": {"source": source, "language": language, "variant": variant},
    }
    return v4.new_notebook(cells=cells, metadata=metadata, nbformat_minor=5)


def _names(steps: tuple[Step, ...]) -> Iterator[str]:
    """The cells' ids: the same in all four notebooks, and unmoved by a cell put before them."""
    met: Counter[str] = Counter()
    for step in steps:
        name = f"{step.kind}-{hashlib.sha256(step.text.en.encode()).hexdigest()[:8]}"
        met[name] += 1
        yield name if met[name] == 1 else f"{name}-{met[name]}"  # twins, in their order


def _slides(steps: tuple[Step, ...]) -> Iterator[dict[str, dict[str, str]]]:
    """Where each cell stands when the notebook is shown as slides: see `slides`."""
    before = "prose"
    for step in steps:
        if step.for_instructors and step.kind == "prose":
            place = "notes"
        elif step.kind == "prose":
            place = "slide" if re.search(r"^##? ", step.text.en, re.MULTILINE) else "subslide"
        elif re.search(r"# solution|\.reveal\(\)", step.text.en):
            place = "fragment"  # what the class should say first
        else:
            tall = re.search(r"mktlib\.(show|describe|glossary|memo)\(", step.text.en)
            place = "-" if before == "prose" and not tall else "subslide"
        before = step.kind
        yield {"slideshow": {"slide_type": place}}


def _teaching_note(text: str, language: Language) -> str:
    lines = [f"**{getattr(TEACHING_NOTE, language)}**", "", *text.splitlines()]
    return "\n".join(f"> {line}".rstrip() for line in lines)


def derived(notebooks: Path = NOTEBOOKS) -> dict[Path, str]:
    """Every notebook that should exist, and the table of ideas, and what they should hold."""
    import nbformat

    sources = sorted((notebooks / "source").glob("*.py"))
    if not sources:
        raise SourceFault(f"{notebooks / 'source'} holds no source: run this in the course's tree")
    examined = {path: _examine(path) for path in sources}
    if faults := [fault for _, found in examined.values() for fault in found]:
        raise SourceFault("\n".join(faults))
    wanted = {
        notebooks / variant / language / f"{path.stem}.ipynb": nbformat.writes(
            notebook(steps, f"notebooks/source/{path.name}", language, variant), version=4
        ).rstrip()
        + "\n"
        for path, (steps, _) in examined.items()
        for variant in VARIANTS
        for language in LANGUAGES
    }
    if ideas := read_ideas(notebooks / "source"):
        lessons = {path.stem: steps for path, (steps, _) in examined.items()}
        wanted[notebooks / COVERAGE] = coverage(ideas, lessons)
    return wanted


def out_of_date(notebooks: Path = NOTEBOOKS) -> dict[Path, str]:
    """Notebooks that are not what their source says: "missing", "stale" or "orphan"."""
    wanted = derived(notebooks)
    found = {
        path
        for variant in VARIANTS
        for path in (notebooks / variant).rglob("*.ipynb")
        if ".ipynb_checkpoints" not in path.parts
    } | set(notebooks.glob(COVERAGE))
    faults = dict.fromkeys(wanted.keys() - found, "missing")
    faults |= dict.fromkeys(found - wanted.keys(), "orphan")
    for path in wanted.keys() & found:
        if path.read_text(encoding="utf-8") != wanted[path]:
            faults[path] = "stale"
    return dict(sorted(faults.items()))


def build(notebooks: Path = NOTEBOOKS, overwrite: bool = False) -> dict[Path, str]:
    """Write what is not up to date; what became of each such file: "written" or "kept".

    A notebook that holds outputs is somebody's work: it is kept unless `overwrite`.
    An orphan is never touched.
    """
    wanted, report = derived(notebooks), {}
    for path, state in out_of_date(notebooks).items():
        if state == "orphan":
            report[path] = "orphan"
        elif state == "stale" and not overwrite and _was_run(path):
            report[path] = "kept"
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(wanted[path], encoding="utf-8", newline="\n")
            report[path] = "written"
    return report


def _was_run(path: Path) -> bool:
    return '"output_type"' in path.read_text(encoding="utf-8")


# ------------------------------------------------------------------ the command

_ADVICE = {
    "written": "",
    "missing": "",
    "stale": " (not what its source says)",
    "kept": " (it holds outputs, perhaps somebody's work: move it, or build with --overwrite)",
    "orphan": " (no source makes it: delete it, or move it out of the tree)",
}


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m mktlib.core.course", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if outdated")
    parser.add_argument("--overwrite", action="store_true", help="also notebooks that were run")
    parser.add_argument("--notebooks", type=Path, default=NOTEBOOKS, help="the notebooks' folder")
    options = parser.parse_args(arguments)
    folder = options.notebooks
    try:
        report = out_of_date(folder) if options.check else build(folder, options.overwrite)
    except PlainError as faults:
        print(faults, file=sys.stderr)
        return 1
    for path, state in report.items():
        print(f"{state:8} {_shown(path)}{_ADVICE[state]}")
    if not report:
        print("Every notebook is up to date.")
    elif options.check:
        print("Rebuild with: python start.py build")
    return 0 if all(state == "written" for state in report.values()) else 1


def _shown(path: Path) -> str:
    """A path as seen from the folder that holds the `notebooks` folder."""
    for root in path.parents:
        if root.name == "notebooks":
            return path.relative_to(root.parent).as_posix()
    return path.name


if __name__ == "__main__":
    sys.exit(main())
