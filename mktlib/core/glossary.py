"""The words of the course: one term for one idea, in both languages.

The terms are the rows of the dataset `glossary`; what is said here is how one looks them up.
"""

from __future__ import annotations

import difflib
import html
import re
import textwrap
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from .card import LEFT, TEXT_WIDTH
from .dataset import load
from .text import NO_BREAK_SPACE, PlainError, Text, language
from .verdict import NO_MATHS

TOPICS = {
    "push_pull": Text(en="Push and pull", fr="Push et pull"),
    "channel_choice": Text(en="Choosing channels", fr="Choisir ses canaux"),
    "customer_lifecycle": Text(en="The customer lifecycle", fr="Le cycle de vie du client"),
    "kpis": Text(en="Reading KPIs", fr="Lire des KPI"),
    "plan": Text(en="The plan", fr="Le plan"),
}
TITLE = Text(en="The glossary", fr="Le glossaire")
SEPARATOR = ", "  # between the synonyms that the course does not use


@dataclass(frozen=True)
class Term:
    """One idea: its name, what it means, and the words that the course does not use for it."""

    id: str
    topic: str
    name: Text
    acronym: str
    definition: Text
    avoid: Text
    used_in: str

    def _said(self) -> str:
        name = str(self.name)
        return name if self.acronym in ("", name) else f"{name} ({self.acronym})"

    def _twin(self) -> str:
        return self.name.en if language() == "fr" else self.name.fr

    def _asked_as(self) -> Iterator[str]:
        yield from (self.id, self.name.en, self.name.fr)
        yield from [self.acronym] if self.acronym else []

    def _not_said_as(self) -> Iterator[str]:
        for words in (self.avoid.en, self.avoid.fr):
            yield from words.split(SEPARATOR) if words else []


@dataclass(frozen=True)
class Glossary:
    """A page of the glossary, in the language in use when it is shown."""

    title: Text
    terms: tuple[Term, ...]
    topics: tuple[tuple[str, Text, int], ...] = ()

    def __repr__(self) -> str:
        lines = [str(self.title), ""]
        for name, title, count in self.topics:
            lines.append(f"{title} ({count}): glossary({name!r})")
        for term in self._sorted():
            lines.append(_wrapped(f"{term._said()}{_colon()} {term.definition}"))
            if str(term.avoid):
                lines.append(_wrapped(f"  ({AVOID.format(words=term.avoid)})"))
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        return "".join(self._as_html())

    def _sorted(self) -> list[Term]:
        return sorted(self.terms, key=lambda term: plain(str(term.name)))

    def _as_html(self) -> Iterator[str]:
        say = html.escape
        yield f'<div class="mktlib-card {NO_MATHS}" lang="{language()}" style="max-width:62em;line-height:1.45">'
        yield f"<p><strong>{say(str(self.title))}</strong></p>"
        if self.topics:
            yield "<ul>"
            for name, title, count in self.topics:
                yield f"<li>{say(str(title))} ({count}){_colon()} "
                yield f'<code>mktlib.glossary("{say(name)}")</code></li>'
            yield "</ul>"
        if self.terms:
            yield '<table style="margin-left:0"><thead><tr>'
            yield "".join(f'<th scope="col" style="{LEFT}">{say(str(t))}</th>' for t in COLUMNS)
            yield "</tr></thead><tbody>"
            for term in self._sorted():
                other = "fr" if language() == "en" else "en"
                yield f'<tr><th scope="row" style="{LEFT}">{say(term._said())}</th>'
                yield f'<td style="{LEFT}">{say(str(term.definition))}</td>'
                yield f'<td style="{LEFT}" lang="{other}">{say(term._twin())}</td>'
                yield f'<td style="{LEFT}">{say(str(term.avoid))}</td></tr>'
            yield "</tbody></table>"
        yield "</div>"


def glossary(which: str | None = None) -> Glossary:
    """The list of topics; the terms of a topic; or one term, asked for in either language.

    >>> glossary("portée").terms[0].name.en
    'reach'
    >>> glossary("couverture nette") == glossary("Net reach")
    True
    """
    if which is None:
        return Glossary(TITLE, (), _topics())
    asked = plain(which)
    for topic, title in TOPICS.items():
        if asked in (plain(topic), plain(title.en), plain(title.fr)):
            return Glossary(title, tuple(term for term in terms() if term.topic == topic))
    # the course's own words before those that it does not use
    for words in (Term._asked_as, Term._not_said_as):
        found = [term for term in terms() if asked in {plain(word) for word in words(term)}]
        if found:
            return Glossary(found[0].name if len(found) == 1 else TITLE, tuple(found))
    raise _unknown(which)


@cache
def terms() -> tuple[Term, ...]:
    """Every term, in the order of the dataset."""
    return tuple(
        Term(
            id=row["term"],
            topic=row["topic"],
            name=Text(en=row["term_en"], fr=row["term_fr"]),
            acronym=row["acronym"],
            definition=Text(en=row["definition_en"], fr=row["definition_fr"]),
            avoid=Text(en=row["avoid_en"], fr=row["avoid_fr"]),
            used_in=row["used_in"],
        )
        for row in load("glossary").fillna("").to_dict("records")
    )


def plain(words: object) -> str:
    """Words without accents, capitals, signs or spaces that differ.

    >>> plain(" Taux d’AFFINITÉ "), plain("taux d'affinite")
    ('taux d affinite', 'taux d affinite')
    """
    bare = unicodedata.normalize("NFKD", str(words).casefold())
    bare = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return " ".join(re.findall(r"\w+", bare.replace("_", " ")))


def _topics() -> tuple[tuple[str, Text, int], ...]:
    counts = {name: len(list(group)) for name, group in groupby(terms(), key=lambda t: t.topic)}
    return tuple((name, title, counts[name]) for name, title in TOPICS.items())


def _unknown(which: object) -> PlainError:
    names = {plain(word): term for term in terms() for word in term._asked_as()}
    near = difflib.get_close_matches(plain(which), names, n=3, cutoff=0.6)
    meant = list(dict.fromkeys(names[word].name for word in near))
    en, fr = f'The glossary has no "{which}".', f"Le glossaire n’a pas « {which} »."
    if meant:
        en += " Did you mean " + " or ".join(f'"{name.en}"' for name in meant) + "?"
        fr += " Vouliez-vous dire " + " ou ".join(f"« {name.fr} »" for name in meant) + " ?"
    else:
        en += " `mktlib.glossary()` lists its topics."
        fr += " `mktlib.glossary()` en donne les thèmes."
    return PlainError(Text(en=en, fr=fr))


def _colon() -> str:
    return f"{NO_BREAK_SPACE}:" if language() == "fr" else ":"


def _wrapped(text: str) -> str:
    return textwrap.fill(
        text,
        TEXT_WIDTH,
        subsequent_indent="  ",
        break_long_words=False,
        break_on_hyphens=False,
    )


COLUMNS = (
    Text(en="Term", fr="Terme"),
    Text(en="Meaning", fr="Sens"),
    Text(en="In French", fr="En anglais"),
    Text(en="Not said here", fr="On ne dit pas ici"),
)
AVOID = Text(en="not said here: {words}", fr="on ne dit pas ici : {words}")
