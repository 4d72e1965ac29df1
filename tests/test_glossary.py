"""One term for one idea: the glossary is sound, and the course says what it says."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from functools import cache

import french
import pytest
import words
from words import Said

import mktlib
from mktlib.core import glossary as book
from mktlib.core.glossary import SEPARATOR, TOPICS, Term, plain, terms
from mktlib.core.text import PlainError, Text, set_language
from mktlib.kpis.model.glossary import KPIS

LANGUAGES = ("en", "fr")
LESSONS = {
    "01": "push_pull",
    "02": "channel_choice",
    "03": "customer_lifecycle",
    "04": "kpis",
    "05": "plan",
}
MOST_WORDS = 25

each_term = pytest.mark.parametrize("term", terms(), ids=[term.id for term in terms()])
both_languages = pytest.mark.parametrize("code", LANGUAGES)


# ------------------------------------------------------------------ finding words


def phrase(text: str) -> str:
    """A pattern for these words, whole, with any space between; plurals too, in both languages."""
    parts = re.split(r"[\s\u00a0\u202f]+", text)
    inflected = [re.escape(part) + ("(?:s|es|x)?" if len(part) > 2 else "") for part in parts]
    return r"(?<![\w-])" + r"[\s\u00a0\u202f]+".join(inflected) + r"(?![\w]|-\w)"


@cache
def pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(phrase, phrases)) or r"(?!)", re.IGNORECASE)


@cache
def own(code: str) -> re.Pattern[str]:
    names = sorted((getattr(term.name, code) for term in terms()), key=len, reverse=True)
    return pattern(tuple(names))


@cache
def forbidden(code: str) -> dict[str, Term]:
    return {
        avoided: term
        for term in terms()
        for avoided in getattr(term.avoid, code).split(SEPARATOR)
        if avoided
    }


def forbidden_in(said: Said) -> Iterator[str]:
    """Each forbidden synonym of a text, unless it is a part of a term: « indicateur de vanité »."""
    text, avoided = words.our_words(said.words), forbidden(said.language)
    terms_there = [found.span() for found in own(said.language).finditer(text)]
    for found in pattern(tuple(avoided)).finditer(text):
        if any(start <= found.start() and found.end() <= end for start, end in terms_there):
            continue
        meant = next(
            t for a, t in avoided.items() if re.fullmatch(phrase(a), found[0], re.IGNORECASE)
        )
        yield f"{said.place}: {found[0]!r}, say {getattr(meant.name, said.language)!r}"


def uses(texts: Iterable[Said], name: str, code: str) -> bool:
    wanted = pattern((name,))
    return any(said.language == code and wanted.search(said.words) for said in texts)


def of_lesson(number: str) -> list[Said]:
    """What is said in a lesson, and in its topic's labs and exercises."""
    starts = (f"notebooks/source/{number}_", f"mktlib/{LESSONS[number]}/")
    return [said for said in words.everything() if said.place.startswith(starts)]


# ------------------------------------------------------------------ what the course says


def test_the_course_says_no_forbidden_synonym() -> None:
    faults = [fault for said in words.everything() for fault in forbidden_in(said)]
    assert not faults, f"{len(faults)} in all\n" + "\n".join(faults)


def test_everything_is_read() -> None:
    """Notebooks, package and cards, both languages, of every topic there is."""
    places = {said.place.split(":")[0] for said in words.everything()}
    for start in ("notebooks/source/01", "mktlib/kpis/exercises", "mktlib/core", "datasets/"):
        assert any(place.startswith(start) for place in places)
    english, french_ones = (
        [said for said in words.everything() if said.language == code] for code in LANGUAGES
    )
    assert len(english) > 2000 and len(french_ones) > 2000


@pytest.mark.parametrize("term", [term for term in terms() if term.avoid.en or term.avoid.fr])
def test_each_forbidden_synonym_would_be_found(term: Term) -> None:
    """A mutation: planted in a sentence, each is found; quoted or in code, none is."""
    for code in LANGUAGES:
        for avoided in filter(None, getattr(term.avoid, code).split(SEPARATOR)):
            planted = f"This is {avoided}, then."
            assert list(forbidden_in(Said("here:1", code, planted))), avoided
            for left_alone in (f"“{avoided}”", f"«\u00a0{avoided}\u00a0»", f"`{avoided}`"):
                assert not list(forbidden_in(Said("here:1", code, left_alone)))


@pytest.mark.parametrize(
    ("code", "sentence", "found"),
    [
        ("en", "Brand awareness rose.", ["Brand awareness"]),
        ("en", "Awareness rose.", []),
        ("en", "Ads and adverts", ["Ads"]),
        ("en", "Google\nAdwords, adage", []),
        ("en", "the percentage\n# points", ["percentage points"]),
        ("fr", "Le taux de clic", ["taux de clic"]),
        ("fr", "Le taux de clics", []),
        ("fr", "Un e-mail, un mail", ["mail"]),
    ],
)
def test_words_are_whole(code: str, sentence: str, found: list[str]) -> None:
    faults = list(forbidden_in(Said("here:1", code, sentence)))
    assert [re.search(r"'(.*?)', say", fault)[1] for fault in faults] == found  # type: ignore[index]


@each_term
def test_a_term_is_used_where_it_says(term: Term) -> None:
    lessons = term.used_in.split(SEPARATOR)
    assert set(lessons) <= set(LESSONS) and lessons == sorted(lessons)
    unused = [
        (number, code)
        for number in lessons
        for code in LANGUAGES
        if not uses(of_lesson(number), getattr(term.name, code), code)
    ]
    assert not unused


def test_a_term_that_nobody_says_would_be_seen() -> None:
    assert not uses(words.everything(), "hyperlocal synergy", "en")


# ------------------------------------------------------------------ the terms themselves


@both_languages
def test_one_term_for_one_idea(code: str) -> None:
    """No two ideas share a name, none is a forbidden name of another, and no two are twins."""
    names = [getattr(term.name, code).casefold() for term in terms()]
    assert len(set(names)) == len(names) == len({term.id for term in terms()})
    avoided = [word.casefold() for word in forbidden(code)]
    assert (
        len(set(avoided))
        == len(avoided)
        == sum(
            len(list(filter(None, getattr(term.avoid, code).split(SEPARATOR)))) for term in terms()
        )
    )
    assert not set(avoided) & set(names)
    meanings = [plain(getattr(term.definition, code)) for term in terms()]
    assert len(set(meanings)) == len(meanings)


@each_term
def test_a_term_is_defined_in_one_short_sentence(term: Term) -> None:
    for code in LANGUAGES:
        sentence = getattr(term.definition, code)
        assert 1 < len(re.findall(r"[\w’'-]+", sentence)) <= MOST_WORDS
        assert sentence.endswith(".") and not re.search(r"\.\s", sentence)
    assert not french.faults(f"{term.name.fr} – {term.definition.fr} – {term.avoid.fr}")
    assert french.figures(term.definition.en, "en") == french.figures(term.definition.fr, "fr")


def test_definitions_say_no_forbidden_synonym_either() -> None:
    said = [
        Said(f"{term.id}:{code}", code, getattr(term.definition, code))
        for term in terms()
        for code in LANGUAGES
    ]
    assert not [fault for each in said for fault in forbidden_in(each)]


def test_the_kpis_are_those_of_the_kpi_model() -> None:
    listed = {term.id: term for term in terms() if term.topic == "kpis"}
    for kpi in KPIS:
        term = listed[kpi.function.__name__]
        assert (term.name, term.acronym) == (kpi.name, kpi.acronym)


# ------------------------------------------------------------------ looking a word up


@each_term
def test_a_term_is_found_in_either_language_however_it_is_typed(term: Term) -> None:
    asked = [term.id, term.name.en.upper(), term.name.fr, plain(term.name.fr)]
    asked += [f"  {term.name.en} "] + ([term.acronym.lower()] if term.acronym else [])
    for word in asked:
        if plain(word) not in TOPICS_PLAIN:
            assert term in mktlib.glossary(word).terms, word


TOPICS_PLAIN = {plain(word) for name, t in TOPICS.items() for word in (name, t.en, t.fr)}


def test_a_word_that_the_course_does_not_use_leads_to_the_one_it_does() -> None:
    assert [term.id for term in mktlib.glossary("brand awareness").terms] == ["awareness"]
    assert [term.id for term in mktlib.glossary("taux de retention").terms] == ["retention_rate"]


def test_a_term_comes_before_one_that_gives_its_name_up(monkeypatch: pytest.MonkeyPatch) -> None:
    def term(name: str, avoid: str) -> Term:
        return Term(
            name,
            "kpis",
            Text(en=name, fr=name),
            "",
            Text(en="x", fr="x"),
            Text(en=avoid, fr=""),
            "01",
        )

    both = term("stay", "post"), term("post", "")
    monkeypatch.setattr(book, "terms", lambda: both)
    assert mktlib.glossary("post").terms == both[1:]


def test_a_topic_has_its_terms_and_all_topics_have_all() -> None:
    shown = [mktlib.glossary(topic).terms for topic in TOPICS]
    assert [len(page) for page in shown] == [count for *_, count in mktlib.glossary().topics]
    assert {term for page in shown for term in page} == set(terms())
    assert mktlib.glossary("Push et pull") == mktlib.glossary("push_pull")


@both_languages
def test_a_near_miss_gets_a_suggestion(code: str) -> None:
    set_language(code)  # type: ignore[arg-type]
    for nearly in ("half-lief", "demi-viee", "half_lifes"):
        with pytest.raises(PlainError) as refusal:
            mktlib.glossary(nearly)
        assert ("demi-vie" if code == "fr" else "half-life") in str(refusal.value)
    for nothing_near in ("zzzz", 12, ""):
        with pytest.raises(PlainError, match=r"mktlib\.glossary\(\)"):
            mktlib.glossary(nothing_near)  # type: ignore[arg-type]
    if code == "fr":
        assert not french.faults(str(refusal.value))


@both_languages
def test_a_page_speaks_the_language_in_use(code: str) -> None:
    set_language(code)  # type: ignore[arg-type]
    for page in (mktlib.glossary(), *(mktlib.glossary(topic) for topic in TOPICS)):
        seen, read = page._repr_html_(), repr(page)
        assert f'lang="{code}"' in seen
        for term in page.terms:
            assert getattr(term.definition, code) in re.sub(r"\s+", " ", read).replace(
                "\xa0", " "
            ) or (
                getattr(term.definition, code).replace("\xa0", " ").replace("\u202f", " ")
                in re.sub(r"[\s\u202f]+", " ", read)
            )
        assert max(map(len, read.splitlines())) <= 88


@both_languages
def test_a_row_has_the_term_its_meaning_its_twin_and_what_is_not_said(code: str) -> None:
    set_language(code)  # type: ignore[arg-type]
    other = {"en": "fr", "fr": "en"}[code]
    page = mktlib.glossary("retention_rate")
    (term,) = page.terms
    assert page.title == term.name
    cells = re.findall(r"<t[hd] ([^>]*)>([^<]*)</t[hd]>", page._repr_html_())[4:]
    sides = [getattr(text, code) for text in (term.name, term.definition, term.avoid)]
    said = [html.unescape(words) for _, words in cells]
    assert said == [*sides[:2], getattr(term.name, other), sides[2]] and all(said)
    assert [f'lang="{other}"' in look for look, _ in cells] == [False, False, True, False]


@both_languages
def test_the_terms_of_a_topic_stand_in_their_order(code: str) -> None:
    set_language(code)  # type: ignore[arg-type]
    page = mktlib.glossary("customer_lifecycle")
    names = [plain(getattr(term.name, code)) for term in page.terms]
    lines = [plain(line) for line in repr(page).splitlines() if not line.startswith(" ")][2:]
    assert len(lines) == len(names)
    assert all(map(str.startswith, lines, sorted(names)))


def test_a_page_escapes_what_it_shows() -> None:
    term = Term(
        "x", "kpis", Text(en="<b>", fr="<b>"), "", Text(en="&", fr="&"), Text(en="", fr=""), ""
    )
    seen = book.Glossary(Text(en="<i>", fr="<i>"), (term,))._repr_html_()
    assert "<b>" not in seen and "<i>" not in seen and "&lt;b&gt;" in seen
