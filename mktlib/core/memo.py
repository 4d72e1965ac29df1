"""The page a student leaves with: what was guessed, what was decided, what was learnt.

Exercises and predictions keep what was last said of them for the session; the memo gathers
them from a topic's exercises, with the decisions handed to it, on one page to read or print.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pandas as pd

from .exercise import Exercise
from .figure import BLUE
from .glossary import TOPICS
from .prediction import Prediction
from .text import PlainError, Text, language, number
from .verdict import HEADINGS, NO_MATHS, Outcome, Verdict, inline

SHORT = 72  # characters of a question that was answered rightly
WRONG = (Outcome.MISCONCEPTION, Outcome.INCORRECT)


@dataclass(frozen=True, eq=False)
class Memo:
    """One page, in the language in use when it is shown or saved."""

    exercises: ModuleType
    decisions: tuple[Any, ...]
    name: str = ""
    saved: Path | None = None

    def save(self, path: str | Path | None = None) -> Memo:
        """Write the page as HTML, beside the notebook unless told otherwise, and show it."""
        path = Path(path or f"memo_{self._topic()}_{language()}.html")
        try:
            path.write_text(self._page(), encoding="utf-8")
        except OSError as error:
            raise PlainError(NOT_SAVED.format(path=path, why=error.strerror)) from error
        return replace(self, saved=path)

    # -------------------------------------------------------------- what it says

    def _title(self) -> str:
        return str(getattr(self.exercises, "TITLE", TOPICS.get(self._topic(), self._topic())))

    def _topic(self) -> str:
        return self.exercises.__name__.split(".")[-2]

    def _predictions(self) -> Iterator[tuple[str, str, str]]:
        """Each question, the guess, and the truth once it was seen."""
        for prediction in vars(self.exercises).values():
            if not isinstance(prediction, Prediction) or prediction.guess.value is None:
                continue
            guess = prediction.guess.value
            truth = prediction.written(prediction.truth()) if prediction.guess.revealed else ""
            yield str(prediction.question), prediction.written(guess), truth

    def _of(self, *outcomes: Outcome) -> list[tuple[Exercise, Verdict]]:
        tried = (each for each in vars(self.exercises).values() if isinstance(each, Exercise))
        return [(each, each.last) for each in tried if each.last and each.last.outcome in outcomes]

    def _count(self) -> str:
        right, tried = self._of(Outcome.CORRECT), self._of(Outcome.CORRECT, *WRONG)
        return COUNT.format(right=number(len(right)), tried=number(len(tried)))

    def __repr__(self) -> str:
        lines = [self._title(), "", str(DECIDED), *map(_as_text, self.decisions), "", str(GUESSED)]
        lines += [
            f"{question} {guess} → {truth or '?'}" for question, guess, truth in self._predictions()
        ]
        lines += ["", str(LEARNT), self._count()]
        lines += [f"{HEADINGS[last.outcome][0]} {each.question}" for each, last in self._of(*WRONG)]
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        told = f"<p><em>{inline(SAVED.format(path=self.saved))}</em></p>" if self.saved else ""
        return f'<div lang="{language()}" class="{NO_MATHS}" style="max-width:60em">{told}{self._body()}</div>'

    def _page(self) -> str:
        return PAGE.format(language=language(), title=inline(self._title()), body=self._body())

    def _body(self) -> str:
        name = NAME.format(name=self.name or "…" * 12)
        parts = [f"<h1>{inline(self._title())}</h1>", f"<p>{inline(name)}</p>"]
        if self.decisions:
            parts += [_heading(DECIDED), *map(_as_html, self.decisions)]
        guesses = list(self._predictions())
        if guesses:
            rows = "".join(
                f"<tr><td style='text-align:left'>{inline(question)}</td><td>{inline(guess)}</td>"
                f"<td>{inline(truth) or '?'}</td></tr>"
                for question, guess, truth in guesses
            )
            head = "".join(f"<th>{inline(word)}</th>" for word in ("", MY_GUESS, ANSWER))
            parts += [_heading(GUESSED), f"<table><tr>{head}</tr>{rows}</table>"]
        right, wrong = self._of(Outcome.CORRECT), self._of(*WRONG)
        if right or wrong:
            parts += [_heading(LEARNT), f"<p>{inline(self._count())}</p>"]
            parts.append(_list(_open(each, last) for each, last in wrong))
            shorts = (
                textwrap.shorten(str(each.question), SHORT, placeholder=" …") for each, _ in right
            )
            parts.append(
                _list((f"✓ {inline(short)}" for short in shorts), "columns:2;font-size:.85em")
            )
        if len(parts) == 2:
            parts.append(f"<p>{inline(NOTHING_YET)}</p>")
        return "\n".join(part for part in parts if part)


def memo(exercises: object, *decisions: object, name: str = "") -> Memo:
    """One page of what was predicted, decided and learnt: `memo(exercises, mine).save()`.

    `exercises`: those of the topic, as the notebook imports them.  `decisions`: tables,
    sentences, or anything a notebook can show.  `save()` writes it beside the notebook.
    """
    if not isinstance(exercises, ModuleType):
        raise PlainError(NO_EXERCISES.format(given=type(exercises).__name__))
    return Memo(exercises, tuple(each for each in decisions if each is not ...), name)


def _heading(words: Text) -> str:
    return f"<h2>{inline(words)}</h2>"


def _open(exercise: Exercise, verdict: Verdict) -> str:
    symbol = HEADINGS[verdict.outcome][0]
    return f"{symbol} {inline(exercise.question)} <em>{inline(verdict.sentences[0])}</em>"


def _list(items: Iterator[str], look: str = "") -> str:
    lines = "".join(f"<li>{item}</li>" for item in items)
    return f"<ul style='list-style:none;padding:0;{look}'>{lines}</ul>" if lines else ""


def _as_html(decision: object) -> str:
    if isinstance(decision, pd.Series):
        decision = decision.to_frame()
    if isinstance(decision, pd.DataFrame):
        return decision.to_html(border=0, na_rep="", float_format=_written)
    if isinstance(decision, Mapping):
        return _list(f"<b>{inline(key)}</b> {inline(value)}" for key, value in decision.items())
    if hasattr(decision, "_repr_html_"):
        return str(decision._repr_html_())
    return f"<p>{inline(decision)}</p>"


def _written(value: float) -> str:
    return number(value, 0 if value == round(value) else 2)


def _as_text(decision: object) -> str:
    return decision.to_string() if isinstance(decision, pd.DataFrame | pd.Series) else str(decision)


NAME = Text(en="Name: {name}", fr="Nom : {name}")
DECIDED = Text(en="What I decided", fr="Ce que j’ai décidé")
GUESSED = Text(en="What I guessed before looking", fr="Ce que j’ai estimé avant de regarder")
LEARNT = Text(en="What the exercises say", fr="Ce que disent les exercices")
MY_GUESS = Text(en="My guess", fr="Mon estimation")
ANSWER = Text(en="Seen afterwards", fr="Vu ensuite")
COUNT = Text(en="Right: {right} of {tried} tried.", fr="Justes : {right} sur {tried} essayés.")
NOTHING_YET = Text(
    en="Nothing yet: run the cells of this page, guess and check, then run this one again.",
    fr="Rien encore : exécutez les cellules de cette page, estimez et vérifiez, puis exécutez de "
    "nouveau celle-ci.",
)
SAVED = Text(
    en="Saved as {path}, beside this notebook: open it in a browser, and print it for a PDF.",
    fr="Enregistré sous {path}, à côté de ce notebook : ouvrez-le dans un navigateur, et "
    "imprimez-le pour en faire un PDF.",
)
NOT_SAVED = Text(
    en="{path} could not be written ({why}): give another place, as in `.save('memo.html')`.",
    fr="Impossible d’écrire {path} ({why}) : indiquez un autre endroit, par exemple "
    "`.save('memo.html')`.",
)
NO_EXERCISES = Text(
    en="memo() takes the exercises first, as in memo(exercises, my_table), not {given}.",
    fr="memo() attend d’abord les exercices, par exemple memo(exercises, my_table), pas {given}.",
)
PAGE = """<!doctype html>
<html lang="{language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>
@page {{ size: A4; margin: 14mm; }}
body {{ font: 16px/1.4 system-ui, sans-serif; max-width: 52em; margin: 2em auto; padding: 0 1em; }}
h1 {{ font-size: 1.4em; margin: 0; }}
h2 {{ font-size: 1.1em; margin: .8em 0 .2em; color: COLOUR; }}
p, ul {{ margin: .2em 0; }}
table {{ border-collapse: collapse; font-size: .9em; margin-bottom: .5em; }}
th, td {{ border-bottom: 1px solid #ccc; padding: .1em .6em; text-align: right; vertical-align: top; }}
li {{ break-inside: avoid; }}
@media print {{ body {{ font-size: 8.5pt; margin: 0; padding: 0; max-width: none; }} }}
</style>
{body}
</html>
""".replace("COLOUR", BLUE)
