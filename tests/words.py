"""Everything that a student or an instructor reads, place by place and language by language."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from mktlib.core.course import LANGUAGES, read_source

ROOT = Path(__file__).parents[1]
GLOSSARY = {"notebooks/source/06_glossary.py", "datasets/glossary/datapackage.json"}


class Said(NamedTuple):
    """A piece of text, and where it stands."""

    place: str  # a file, and a line or a key
    language: str
    words: str


def said_in_notebooks() -> Iterator[Said]:
    for path in sorted((ROOT / "notebooks" / "source").glob("*.py")):
        for step in read_source(path):
            if step.kind == "prose":
                for code in LANGUAGES:
                    yield Said(_place(path, step.line), code, getattr(step.text, code))


def said_in_the_package() -> Iterator[Said]:
    """What `en=` and `fr=` are given; a value filled in is a hole, and ends a phrase."""
    for path in sorted((ROOT / "mktlib").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.keyword) and node.arg in LANGUAGES:
                for words in _strings(node.value):
                    yield Said(_place(path, node.value.lineno), node.arg, words)


def said_on_cards() -> Iterator[Said]:
    for path in sorted((ROOT / "datasets").glob("*/datapackage.json")):
        package = json.loads(path.read_text(encoding="utf-8"))
        for key, code, words in _pairs(package, ""):
            yield Said(_place(path, key), code, words)


@cache
def everything() -> tuple[Said, ...]:
    found = (*said_in_notebooks(), *said_in_the_package(), *said_on_cards())
    return tuple(said for said in found if said.place.rsplit(":", 1)[0] not in GLOSSARY)


def _place(path: Path, where: object) -> str:
    return f"{path.relative_to(ROOT).as_posix()}:{where}"


def _strings(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.JoinedStr):
        yield "".join(str(p.value) if isinstance(p, ast.Constant) else " … " for p in node.values)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    else:
        for child in ast.iter_child_nodes(node):
            yield from _strings(child)


def _pairs(entry: object, key: str) -> Iterator[tuple[str, str, str]]:
    """Each sentence of a card that has a twin `_fr`, or stands under `en` and `fr`."""
    if isinstance(entry, list):
        for item in entry:
            yield from _pairs(item, key)
    if not isinstance(entry, dict):
        return
    for name, value in entry.items():
        if isinstance(value, str) and f"{name}_fr" in entry:
            yield f"{key}{name}", "en", value
            yield f"{key}{name}", "fr", entry[f"{name}_fr"]
        elif isinstance(value, str) and name in LANGUAGES:
            yield f"{key}{name}", name, value
        else:
            yield from _pairs(value, entry.get("name", key) + "." if key else f"{name}.")


_NOT_OURS = re.compile(
    r"```.*?```|`[^`]*`|\{[^{}]*\}|\]\([^)]*\)|https?://\S+|«[^»]*»|“[^”]*”|\"[^\"\n]*\"", re.DOTALL
)


_PROPER_NAMES = re.compile(r"\bGoogle Ads\b|\bFrance Pub\b")


def our_words(text: str) -> str:
    """A text without code, addresses, fields filled in, and what it quotes from others.

    >>> our_words("Ils disent « pub », `ads`, {ad} ; nous, publicité.")
    'Ils disent  … ,  … ,  …  ; nous, publicité.'
    """
    return re.sub(
        r"[\s\u00a0\u202f]*\n[\s#>]*", " ", _NOT_OURS.sub(" … ", _PROPER_NAMES.sub(" … ", text))
    )
