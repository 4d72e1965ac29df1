"""How feedback looks: a verdict in words, in HTML, and as a record in the saved notebook."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum, auto

from .text import Text, language

NO_MATHS = "mathjax_ignore tex2jax_ignore"  # a notebook would read "$84 or $220" as a formula
VERDICT = "application/vnd.mktlib.verdict+json"


class Outcome(StrEnum):
    """What a check can find; `UNJUDGED` is a fault of the exercise, never of the answer."""

    CORRECT = auto()
    MISCONCEPTION = auto()
    INCORRECT = auto()
    NOT_ATTEMPTED = auto()
    UNREADABLE = auto()
    UNJUDGED = auto()


@dataclass(frozen=True, kw_only=True, eq=False)
class Verdict:
    """What a check found: sentences for the student, and a record for who reads many."""

    exercise: str
    topic: str
    outcome: Outcome
    sentences: tuple[Text, ...]
    given: str
    misconception: str = ""
    fault: str = ""

    def __repr__(self) -> str:
        symbol, word, _ = HEADINGS[self.outcome]
        return " ".join([f"{symbol} {word}.", *map(str, self.sentences)])

    def _repr_mimebundle_(
        self, include: object = None, exclude: object = None
    ) -> dict[str, object]:
        symbol, word, colour = HEADINGS[self.outcome]
        return {
            "text/plain": repr(self),
            "text/html": status_html(f"{symbol} {word}", self.sentences, colour),
            VERDICT: self.record(),
        }

    def record(self) -> dict[str, object]:
        """The verdict as plain data, the same at every run of the same answer."""
        return {
            "version": 1,
            "exercise": self.exercise,
            "topic": self.topic,
            "outcome": str(self.outcome),
            "misconception": self.misconception,
            "language": language(),
            "given": self.given,
            "fault": self.fault,
        }


# A word and a symbol, so that colour is never alone; the tones stand out on white and on black.
_NOT_YET = ("✗", Text(en="Not yet", fr="Pas encore"), "#c8641b")
_GREY = "#7a7a7a"
HEADINGS: Mapping[Outcome, tuple[str, Text, str]] = {
    Outcome.CORRECT: ("✓", Text(en="Correct", fr="Juste"), "#2f86c5"),
    Outcome.MISCONCEPTION: _NOT_YET,
    Outcome.INCORRECT: _NOT_YET,
    Outcome.NOT_ATTEMPTED: ("○", Text(en="No answer yet", fr="Pas encore de réponse"), _GREY),
    Outcome.UNREADABLE: ("?", Text(en="Not readable", fr="Illisible"), _GREY),
    Outcome.UNJUDGED: ("!", Text(en="Not judged", fr="Non jugé"), _GREY),
}


def status_html(heading: str, sentences: Iterable[object], colour: str, below: str = "") -> str:
    """Words that a screen reader announces, marked by a coloured edge."""
    words = "".join(f"<p style='margin:.2em 0'>{inline(sentence)}</p>" for sentence in sentences)
    return (
        f'<div role="status" lang="{language()}" class="{NO_MATHS}" style="border-left:.4em solid {colour};'
        f'padding:.3em .8em;max-width:44em"><strong>{inline(heading)}</strong>{words}{below}</div>'
    )


def question_text(question: Text, wanted: Text, groups: Iterable[Mapping[str, Text]]) -> str:
    """A question, what form the answer takes, and its options or keys, for a terminal."""
    listed = ["\n".join(f"  {key}: {text}" for key, text in lines.items()) for lines in groups]
    return "\n".join([f"{question} {wanted}", "\n\n".join(listed)]).rstrip()


def question_html(question: Text, wanted: Text, groups: Iterable[Mapping[str, Text]]) -> str:
    """A question, what form the answer takes, and its options or keys, a list for each group."""
    listings = "".join(
        "<dl style='display:grid;grid-template-columns:max-content auto;gap:.2em 1em;margin:0 0 .8em'>"
        + "".join(
            f"<dt style='font-weight:bold;grid-column:1'>{inline(label)}</dt>"
            f"<dd style='margin:0'>{inline(text)}</dd>"
            for label, text in lines.items()
        )
        + "</dl>"
        for lines in groups
    )
    return (
        f'<div lang="{language()}" class="{NO_MATHS}" style="max-width:44em">'
        f"<p><strong>{inline(question)}</strong></p><p>{inline(wanted)}</p>{listings}</div>"
    )


def inline(sentence: object) -> str:
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", html.escape(str(sentence)))


def topic_of(function: Callable[[], object]) -> str:
    """The package whose exercises a function belongs to: "kpis" for mktlib.kpis.exercises."""
    before, _, _ = f"{function.__module__}.".partition(".exercises.")
    return before.strip(".").split(".")[-1]
