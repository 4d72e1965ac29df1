"""The card of a dataset, for a notebook (HTML) and for a terminal (text)."""

from __future__ import annotations

import html
import textwrap
from collections.abc import Iterable, Iterator
from typing import Any

from .text import NO_BREAK_SPACE, Text, language, number
from .verdict import NO_MATHS

KINDS = {
    "real": Text(en="real data", fr="données réelles"),
    "derived": Text(en="derived from real data", fr="dérivées de données réelles"),
    "written": Text(en="written for this course", fr="écrites pour ce cours"),
    "synthetic": Text(
        en="synthetic: invented by a program, never observed",
        fr="synthétique : données inventées par un programme, jamais observées",
    ),
}
COLLECTED_BY = Text(en="Collected by", fr="Collecte")
KIND = Text(en="Kind", fr="Nature")
PERIOD = Text(en="Period", fr="Période")
ROWS = Text(en="Rows", fr="Lignes")
LICENCE = Text(en="Licence", fr="Licence")
SOURCES = Text(en="Where the figures come from", fr="D’où viennent les chiffres")
COLUMNS = Text(en="Columns", fr="Colonnes")
COLUMN_TITLES = (
    Text(en="Column", fr="Colonne"),
    Text(en="Type", fr="Type"),
    Text(en="Unit", fr="Unité"),
    Text(en="Meaning", fr="Signification"),
)
TYPES = {
    "string": Text(en="text", fr="texte"),
    "integer": Text(en="whole number", fr="nombre entier"),
    "number": Text(en="number", fr="nombre"),
    "boolean": Text(en="true / false", fr="vrai / faux"),
    "date": Text(en="date", fr="date"),
}
FLAWS = Text(en="Known flaws", fr="Défauts connus")
TEXT_WIDTH = 88
SOURCES_SHOWN = 4  # more than these are folded away in the notebook's card


class Card:
    """What a dataset is, in the language in use when it is shown."""

    def __init__(self, name: str, package: dict[str, Any], rows: int):
        self.name = name
        self.package = package
        self.rows = rows

    def __repr__(self) -> str:
        return "\n".join(_as_text(self))

    def _repr_html_(self) -> str:
        return "".join(_as_html(self))

    def _facts(self) -> list[tuple[Text, str]]:
        package = self.package
        licences = [_said(item, "title") for item in package.get("licenses", [])]
        return [
            (KIND, str(KINDS[package["kind"]])),
            (COLLECTED_BY, _said(package, "collected_by")),
            (PERIOD, _said(package, "period")),
            (ROWS, number(self.rows)),
            (LICENCE, ". ".join([*licences, _said(package, "licence_note")])),
        ]

    def _columns(self) -> list[tuple[str, str, str, str]]:
        return [
            (
                field["name"],
                str(TYPES[field["type"]]),
                _said(field, "unit"),
                _said(field, "description"),
            )
            for field in self.package["resources"][0]["schema"]["fields"]
        ]

    def _flaws(self) -> list[str]:
        return [flaw[language()] for flaw in self.package["flaws"]]


def _said(entry: dict[str, Any], key: str) -> str:
    return str(Text(en=entry[key], fr=entry[f"{key}_fr"]))


def _colon(label: Text) -> str:
    return f"{label}{NO_BREAK_SPACE}:" if language() == "fr" else f"{label}:"


def _wrapped(text: str, first: str = "", then: str = "") -> str:
    return textwrap.fill(
        text,
        TEXT_WIDTH,
        initial_indent=first,
        subsequent_indent=then,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _as_text(card: Card) -> Iterator[str]:
    package = card.package
    yield _wrapped(f"{card.name}: {_said(package, 'title')}")
    if package["kind"] == "synthetic":
        yield f"*** {str(KINDS['synthetic']).upper()} ***"
    yield ""
    yield _wrapped(_said(package, "description"))
    yield ""
    for label, content in card._facts():
        yield _wrapped(f"{_colon(label)} {content}", then="  ")
    yield f"\n{_colon(SOURCES)}"
    for source in package["sources"]:
        yield _wrapped(source["title"], "- ", "  ")
        if "path" in source:
            yield f"  {source['path']}"
    yield f"\n{_colon(COLUMNS)}"
    for name, kind, unit, meaning in card._columns():
        yield _wrapped(f"{name} [{kind} · {unit}] {meaning}", "- ", "  ")
    yield f"\n{_colon(FLAWS)}"
    for flaw in card._flaws():
        yield _wrapped(flaw, "- ", "  ")


LEFT = "text-align:left;vertical-align:top;padding:.15em .8em .15em 0"
NOTICE = "display:inline-block;border:2px solid currentColor;padding:.1em .5em;font-weight:bold"


def _as_html(card: Card) -> Iterator[str]:
    """Only borders and weights of its own: the colours are those of the notebook's theme."""
    package, say = card.package, html.escape
    yield f'<div class="mktlib-card {NO_MATHS}" lang="{language()}" style="max-width:62em;line-height:1.45">'
    yield f"<p><strong>{say(_said(package, 'title'))}</strong> <code>{say(card.name)}</code></p>"
    if package["kind"] == "synthetic":
        yield f'<p style="{NOTICE}">{say(str(KINDS["synthetic"]).upper())}</p>'
    yield f"<p>{say(_said(package, 'description'))}</p>"
    yield '<table style="margin-left:0">'
    for label, content in card._facts():
        yield f'<tr><th scope="row" style="{LEFT};white-space:nowrap">{say(str(label))}</th>'
        yield f'<td style="{LEFT}">{say(content)}</td></tr>'
    yield "</table>"
    yield from _folded_sources(package["sources"])
    yield f'<table style="margin-left:0"><caption style="{LEFT}">'
    yield f"<strong>{say(str(COLUMNS))}</strong></caption><thead><tr>"
    for title in COLUMN_TITLES:
        yield f'<th scope="col" style="{LEFT}">{say(str(title))}</th>'
    yield "</tr></thead><tbody>"
    for name, *rest in card._columns():
        yield f'<tr><th scope="row" style="{LEFT}"><code>{say(name)}</code></th>'
        yield "".join(f'<td style="{LEFT}">{say(cell)}</td>' for cell in rest) + "</tr>"
    yield f"</tbody></table><p><strong>{say(str(FLAWS))}</strong></p>"
    yield _bullets(say(flaw) for flaw in card._flaws())
    yield "</div>"


def _folded_sources(sources: list[dict[str, str]]) -> Iterator[str]:
    title = f"<strong>{html.escape(str(SOURCES))}</strong>"
    links = _bullets(_link(source) for source in sources)
    if len(sources) > SOURCES_SHOWN:
        yield f"<details><summary>{title} ({len(sources)})</summary>{links}</details>"
    else:
        yield f"<p>{title}</p>{links}"


def _bullets(items: Iterable[str]) -> str:
    return "<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"


def _link(source: dict[str, str]) -> str:
    title, address = html.escape(source["title"]), source.get("path", "")
    if not address.startswith(("https://", "http://")):
        return title
    return f'<a href="{html.escape(address)}" target="_blank" rel="noopener noreferrer">{title}</a>'
