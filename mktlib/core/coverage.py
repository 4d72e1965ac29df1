"""Which cell teaches which idea of the texts the course was born from: `notebooks/COVERAGE.md`.

`notebooks/source/ideas.csv` lists the ideas; a cell that teaches one carries its id as a tag.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from .text import PlainError

if TYPE_CHECKING:
    from .course import Step

PREFACE = """# Where each idea is taught

The course retells {ideas} ideas of {sources} texts. Every line names the cell that teaches one; \
the cell carries the idea's id as a tag in `notebooks/source/`.
Made by `python start.py build` from these tags and from `notebooks/source/ideas.csv`: do not edit.
"""
_WORDS_QUOTED = 9


class Idea(NamedTuple):
    id: str
    source: str
    idea: str


def read_ideas(folder: Path) -> tuple[Idea, ...]:
    """The ideas listed beside the sources of the notebooks; none if there is no list."""
    path = folder / "ideas.csv"
    if not path.exists():
        return ()
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.reader(file) if row][1:]
    for row in rows:
        if len(row) != len(Idea._fields):
            raise PlainError(
                f"ideas.csv: {row[0]}: {len(row)} cells, not {len(Idea._fields)}: "
                "put in quotes what holds a comma"
            )
    return tuple(Idea(*row) for row in rows)


def coverage(ideas: Iterable[Idea], lessons: Mapping[str, tuple[Step, ...]]) -> str:
    """The page: under each source a row for each idea and each cell that teaches it."""
    ideas = list(ideas)
    taught: dict[str, list[str]] = {idea.id: [] for idea in ideas}
    for name, steps in lessons.items():
        section = ""
        for step in steps:
            if step.kind == "prose":
                section = _heading(step.text.en) or section
            for idea_id in step.ideas:
                taught[idea_id].append(_cell(name, section, step))
    sources = dict.fromkeys(idea.source for idea in ideas)
    lines = [PREFACE.format(ideas=len(ideas), sources=len(sources))]
    for source in sources:
        lines += [f"## {source}", "", "| idea | taught in |", "|---|---|"]
        for idea in ideas:
            if idea.source == source:
                where = "<br>".join(taught[idea.id]) or "**nowhere**"
                lines.append(f"| {idea.idea.replace('|', '/')} | {where} |")
        lines.append("")
    return "\n".join(lines)


def untaught(ideas: Iterable[Idea], lessons: Mapping[str, tuple[Step, ...]]) -> list[str]:
    """The ids of the ideas that no cell teaches."""
    taught = {idea for steps in lessons.values() for step in steps for idea in step.ideas}
    return [idea.id for idea in ideas if idea.id not in taught]


def _heading(prose: str) -> str | None:
    found = re.findall(r"^## +(.+)$", prose, re.MULTILINE)
    return found[-1] if found else None


def _cell(name: str, section: str, step: Step) -> str:
    words = re.sub(r"[#*_`|]", "", step.text.en).split()
    quoted = " ".join(words[:_WORDS_QUOTED]) + ("…" if len(words) > _WORDS_QUOTED else "")
    place = f", {section}" if section else ""
    return f"[{name}](student/en/{name}.ipynb){place}: “{quoted}”"
