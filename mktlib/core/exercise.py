"""Exercises: a right answer and known misconceptions, each a function that computes.

A misconception computes the answer that a student gets by reasoning that way, so that
the feedback follows the data and names the mistake.  A check gives a `Verdict`: words to
read, and a record in the cell's output, so that a saved notebook tells what was learnt.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from typing import NamedTuple

from .answer import (
    Choice,
    Choices,
    Kind,
    Number,
    Numbers,
    Reading,
    Table,
)
from .reading import NotAttempted, Unreadable, listed, shorten
from .text import Text
from .verdict import Outcome, Verdict, question_html, question_text, topic_of

__all__ = [
    "Choice",
    "Choices",
    "Exercise",
    "Misconception",
    "Number",
    "Numbers",
    "Outcome",
    "Table",
]


@dataclass(frozen=True, kw_only=True, eq=False)
class Misconception:
    """A way of reasoning that leads astray: the answer it gives, and the hint it deserves."""

    name: str
    answer: Callable[[], object]
    hint: Text


@dataclass(frozen=True, kw_only=True, eq=False)
class Exercise:
    """A question with one right answer.  `name` is also the name of its variable.

    `kind`: what an answer looks like (Number, Numbers, Choice, Choices, Table).
    `answer`: computes the right one; it runs once, at the first check.
    `praise`: why it is right.  Percent for share and share for percent are recognised
    without being listed among the misconceptions.
    """

    name: str
    question: Text
    kind: Kind
    answer: Callable[[], object]
    praise: Text
    misconceptions: tuple[Misconception, ...]

    @property
    def topic(self) -> str:
        """The package the exercise was written in: "kpis" for mktlib.kpis.exercises."""
        return topic_of(self.answer)

    @cached_property
    def _said(self) -> list[Verdict]:
        return []

    @property
    def last(self) -> Verdict | None:
        """What was last said of an answer in this session; None before the first."""
        return self._said[-1] if self._said else None

    def check(self, given: object) -> Verdict:
        """Say what to make of an answer; `...` is an answer not attempted."""
        verdict = self._verdict(given)
        self._said[:] = [verdict]
        return verdict

    def _verdict(self, given: object) -> Verdict:
        verdict = partial(Verdict, exercise=self.name, topic=self.topic, given=shorten(given))
        try:
            reading = self.kind.read(given)
        except NotAttempted:
            return verdict(outcome=Outcome.NOT_ATTEMPTED, sentences=(REPLACE_DOTS,))
        except Unreadable as refusal:
            return verdict(outcome=Outcome.UNREADABLE, sentences=(refusal.sentence,))
        except Exception as error:  # noqa: BLE001 - the student's object fails when looked at
            return verdict(outcome=Outcome.UNREADABLE, sentences=(STRANGE,), fault=_told(error))
        try:
            outcome, misconception, sentences = self._judge(reading)
        except Exception as error:  # noqa: BLE001 - our fault, told in the verdict and its record
            return verdict(outcome=Outcome.UNJUDGED, sentences=(OUR_FAULT,), fault=_told(error))
        return verdict(
            outcome=outcome, misconception=misconception, sentences=(*sentences, *reading.notes)
        )

    @cached_property
    def _right(self) -> Reading:
        return self.kind.read(self.answer())

    @cached_property
    def _astray(self) -> list[tuple[Misconception, Reading]]:
        return [(each, self.kind.read(each.answer())) for each in self.misconceptions]

    def _judge(self, given: Reading) -> tuple[Outcome, str, tuple[Text, ...]]:
        wrong = given.differences(self._right)
        if not wrong:
            return Outcome.CORRECT, "", (self.praise,)
        progress = _progress(given, self._right, wrong)
        found = self._diagnose(given, wrong)
        if found:
            name, hints = found
            return Outcome.MISCONCEPTION, name, (*hints, *progress)
        return Outcome.INCORRECT, "", (*_nudge(given, self._right), *progress)

    def _diagnose(self, given: Reading, wrong: list[str]) -> tuple[str, tuple[Text, ...]] | None:
        """The misconception that explains every part that is wrong, the exact one first."""

        def explains(other: Reading, scale: float) -> bool:
            return all(given.agrees(label, other, scale) for label in wrong)

        for scale, slip in SLIPS.items():
            if slip and explains(self._right, scale):
                return slip.name, (slip.hint,)
            found = [(each, its) for each, its in self._astray if explains(its, scale)]
            if found:
                best, _ = min(found, key=lambda pair: len(given.differences(pair[1])))
                return best.name, (best.hint, slip.hint) if slip else (best.hint,)
        return None

    def faults(self) -> list[str]:
        """What is wrong with the exercise itself, for the tests: empty when nothing is."""
        readings = {"the answer": self._right} | {each.name: its for each, its in self._astray}
        names = list(readings)
        faults = [
            f"{second} cannot be told from {first}"
            for place, first in enumerate(names)
            for second in names[place + 1 :]
            if not readings[second].differences(readings[first])
        ]
        if len(names) != len(self.misconceptions) + 1:
            faults.append("two misconceptions have the same name")
        if len(self.misconceptions) < 3:
            faults.append("fewer than three misconceptions")
        if not all(name.isidentifier() for name in [self.name, *names[1:]]):
            faults.append("a name is not an identifier")
        texts = [self.question, self.praise, *(each.hint for each in self.misconceptions)]
        if not all(text.en.strip() and text.fr.strip() for text in texts):
            faults.append("an empty text")
        if len({text.en for text in texts}) < len(texts):
            faults.append("two texts are the same")
        return faults

    def __repr__(self) -> str:
        return question_text(self.question, *self.kind.wanted())

    def _repr_html_(self) -> str:
        return question_html(self.question, *self.kind.wanted())


class Slip(NamedTuple):
    """A mistake of unit that any share can meet."""

    name: str
    hint: Text


SLIPS: dict[float, Slip | None] = {
    1: None,
    100: Slip(
        "percent_for_share",
        Text(
            en="The unit is not the one wanted: this is a percentage, 100 times the share "
            "(5% is the share 0.05).",
            fr="L’unité n’est pas celle demandée : ceci est un pourcentage, 100 fois "
            "la proportion (5 % est la proportion 0.05).",
        ),
    ),
    0.01: Slip(
        "share_for_percent",
        Text(
            en="The unit is not the one wanted: this is 100 times too small "
            "(5% is the share 0.05, or 5 in percent). Was it divided by 100 once too often?",
            fr="L’unité n’est pas celle demandée : ceci est 100 fois trop petit "
            "(5 % est la proportion 0.05, ou 5 en pourcentage). "
            "A-t-on divisé par 100 une fois de trop ?",
        ),
    ),
}


def _progress(given: Reading, right: Reading, wrong: list[str]) -> tuple[Text, ...]:
    """Which of several parts are right; nothing to say of a single one."""
    if list(right.parts) == [""]:
        return ()
    both = right.parts.keys() & given.parts.keys()
    lists = (
        (Text(en="Right", fr="Juste"), [k for k in right.parts if k not in wrong]),
        (Text(en="Not yet", fr="Pas encore"), [k for k in wrong if k in both]),
        (Text(en="Missing", fr="Il manque"), [k for k in wrong if k not in given.parts]),
        (Text(en="Not asked for", fr="Pas demandé"), [k for k in wrong if k not in right.parts]),
    )
    return tuple(
        Text(en=f"{word.en}: {listed(labels)}.", fr=f"{word.fr} : {listed(labels)}.")
        for word, labels in lists
        if labels
    )


def _nudge(given: Reading, right: Reading) -> tuple[Text, ...]:
    """For a mistake nobody foresaw: a direction, never the value."""
    if any(isinstance(part, str) for part in given.parts.values()):
        return (LOOK_AGAIN_CHOICE,)
    if given.parts and all(
        part == right.parts.get(label) or _rounded(part, right.parts.get(label))
        for label, part in given.parts.items()
    ):
        return (TOO_ROUND,)
    value, answer = given.parts.get(""), right.parts.get("")
    if not isinstance(value, float) or not isinstance(answer, float) or not answer:
        return (LOOK_AGAIN,)
    if value * answer < 0 and 0.5 < abs(value / answer) < 2:
        return (OTHER_SIGN,)
    if abs(value) > 10 * abs(answer):
        return (FAR_TOO_LARGE,)
    if abs(value) < abs(answer) / 10:
        return (FAR_TOO_SMALL,)
    return (LOOK_AGAIN,)


def _rounded(value: object, answer: object) -> bool:
    if not isinstance(value, float) or not isinstance(answer, float):
        return False
    near = abs(value - answer) <= abs(answer) / 20
    return near and value in (float(f"{answer:.1g}"), float(f"{answer:.2g}"))


REPLACE_DOTS = Text(
    en="Replace the ... by your answer, then run the cell again.",
    fr="Remplacez les ... par votre réponse, puis exécutez de nouveau la cellule.",
)
STRANGE = Text(
    en="This object cannot be read as an answer: give plain numbers or text.",
    fr="Cet objet ne peut pas être lu comme une réponse : donnez de simples nombres ou du texte.",
)
OUR_FAULT = Text(
    en="The exercise itself failed, not you: your answer was not judged. Carry on, "
    "and tell your instructor.",
    fr="C’est l’exercice qui a échoué, pas vous : votre réponse n’a pas été jugée. "
    "Continuez, et signalez-le à votre formateur.",
)
LOOK_AGAIN = Text(
    en="Read the question again: which rows, which period, what is counted, and is it divided?",
    fr="Relisez la question : quelles lignes, quelle période, que compte-t-on, et le divise-t-on ?",
)
LOOK_AGAIN_CHOICE = Text(
    en="Say in one sentence why you chose this, then look above, in the text or the table, for "
    "what contradicts it.",
    fr="Dites en une phrase pourquoi ce choix, puis cherchez plus haut, dans le texte ou le "
    "tableau, ce qui le contredit.",
)
OTHER_SIGN = Text(
    en="The sign is the opposite: what is subtracted from what?",
    fr="Le signe est inversé : que soustrait-on de quoi ?",
)
FAR_TOO_LARGE = Text(
    en="This is more than ten times too large: check the units, and what you count or divide by.",
    fr="C’est plus de dix fois trop grand : vérifiez les unités, ce que vous comptez, "
    "et par quoi vous divisez.",
)
FAR_TOO_SMALL = Text(
    en="This is more than ten times too small: check the units, and what you count or divide by.",
    fr="C’est plus de dix fois trop petit : vérifiez les unités, ce que vous comptez, "
    "et par quoi vous divisez.",
)
TOO_ROUND = Text(
    en="Very near, but rounded too much: keep at least three significant figures.",
    fr="Tout près, mais trop arrondi : gardez au moins trois chiffres significatifs.",
)


def _told(error: Exception) -> str:
    return shorten(f"{type(error).__name__}: {error}", 200)
