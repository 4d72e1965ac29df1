"""What a student gives, read with goodwill or refused in one helpful sentence.

Whatever its kind, an answer is read as *parts*: {label: number or letter}.  A single
number or letter is one part, without a label; several numbers are a part a key; a short
table is a part a cell.  So comparing two answers is the same work for every kind.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from numbers import Real

import numpy as np
import pandas as pd

from .reading import (
    IS_EMPTY,
    IS_INFINITE,
    IS_LOGICAL,
    IS_MISSING,
    NOT_A_PERCENTAGE,
    NotAttempted,
    Unreadable,
    listed,
    number_in,
    read_as,
    refuse_nothing,
    shorten,
    single,
)
from .text import Text

Groups = tuple[Mapping[str, Text], ...]  # lines to list below a question: label and text


@dataclass(frozen=True)
class Reading:
    """An answer as read: its parts, the kind of each, and what had to be interpreted."""

    parts: dict[str, float | str]
    kinds: dict[str, Number | Choice]
    notes: tuple[Text, ...] = ()

    def agrees(self, label: str, other: Reading, scale: float = 1) -> bool:
        """Is this part of mine that of the other, or `scale` times it (both may lack it)?"""
        if label not in self.parts or label not in other.parts:
            return label not in self.parts and label not in other.parts
        return other.kinds[label].same(self.parts[label], other.parts[label], scale)

    def differences(self, other: Reading) -> list[str]:
        """The labels of the parts that are not the other's, in its order."""
        return [label for label in other.parts | self.parts if not self.agrees(label, other)]


@dataclass(frozen=True, kw_only=True)
class Number:
    """One number.  `tolerance` is relative (absolute when the right answer is 0).

    `share`: wanted between 0 and 1, so that 5 % is 0.05; `percent`: wanted times 100.

    >>> Number(share=True).read("3,2 %").parts
    {'': 0.032}
    """

    tolerance: float = 0.01
    share: bool = False
    percent: bool = False
    unit: Text | None = None

    def read(self, given: object) -> Reading:
        value, notes = single(given)
        if isinstance(value, bool | np.bool_):
            raise Unreadable(IS_LOGICAL)
        if isinstance(value, str):
            value = self._from_text(value)
            notes = (*notes, read_as(value))
        if not isinstance(value, Real | Decimal):
            raise Unreadable(
                Text(
                    en=f"A number is wanted; this is of type {type(value).__name__}.",
                    fr=f"Il faut un nombre ; ceci est de type {type(value).__name__}.",
                )
            )
        try:
            value = float(value)
        except OverflowError:
            value = math.inf
        if math.isnan(value):
            raise Unreadable(IS_MISSING)
        if math.isinf(value):
            raise Unreadable(IS_INFINITE)
        return Reading({"": value}, {"": self}, notes)

    def _from_text(self, text: str) -> float:
        value, is_percentage = number_in(text)
        if is_percentage and not (self.share or self.percent):
            raise Unreadable(NOT_A_PERCENTAGE)
        return value / 100 if is_percentage and self.share else value

    def same(self, given: float | str, answer: float | str, scale: float = 1) -> bool:
        if scale != 1 and not (self.share or self.percent):
            return False
        assert isinstance(given, float) and isinstance(answer, float)
        if scale != 1 and not answer:
            return given == 0  # nothing is nothing in any unit
        return abs(given / scale - answer) <= self.tolerance * (abs(answer) or 1)

    def form(self) -> Text:
        """What such an answer looks like, in a few words."""
        unit = Text(en="", fr="")
        if self.share:
            unit = Text(en=", as a share (0.05 for 5%)", fr=", en proportion (0.05 pour 5 %)")
        elif self.percent:
            unit = Text(en=", in percent (5 for 5%)", fr=", en pourcentage (5 pour 5 %)")
        elif self.unit:
            unit = Text(en=f", in {self.unit.en}", fr=f", en {self.unit.fr}")
        return Text(en=f"a number{unit.en}", fr=f"un nombre{unit.fr}")

    def wanted(self) -> tuple[Text, Groups]:
        """How to answer, and the groups of lines to list below."""
        return _give(self.form()), ()


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One of the lettered options.

    >>> Choice(options={"a": Text(en="Reach", fr="Portée")}).read(" A) ").parts
    {'': 'a'}
    """

    options: Mapping[str, Text]

    def read(self, given: object) -> Reading:
        value, notes = single(given)
        letter = value.strip(" \t\n().'\"").casefold() if isinstance(value, str) else None
        for option in self.options:
            if option.casefold() == letter:
                return Reading({"": option}, {"": self}, notes)
        raise Unreadable(self.wanted()[0])

    def same(self, given: float | str, answer: float | str, scale: float = 1) -> bool:
        return scale == 1 and given == answer

    def form(self) -> Text:
        letters = listed(f'"{letter}"' for letter in self.options)
        return Text(
            en=f"a letter, in quotes, out of {letters}",
            fr=f"une lettre, entre guillemets droits, parmi {letters}",
        )

    def wanted(self) -> tuple[Text, Groups]:
        return _give(self.form()), (self.options,)


@dataclass(frozen=True, kw_only=True)
class Numbers:
    """Several numbers, by key: `Numbers(keys={"cost": Number(), "rate": Number(share=True)})`.

    Read from a dict, a Series or a one-row table by its labels, else from values in order.
    """

    keys: Mapping[str, Number]

    def read(self, given: object) -> Reading:
        return _read_each(_by_label(given, self.keys, _NUMBERS), self.keys)

    def wanted(self) -> tuple[Text, Groups]:
        lines = {key: kind.form() for key, kind in self.keys.items()}
        return _give(_several(self.keys, _NUMBERS)), (lines,)


@dataclass(frozen=True, kw_only=True)
class Choices:
    """A letter for each item: `{"clicks": "a", "reach": "b"}`, or the letters in order, "ab"."""

    items: Mapping[str, Text]
    options: Mapping[str, Text]

    def read(self, given: object) -> Reading:
        letters = dict.fromkeys(self.items, Choice(options=self.options))
        if isinstance(given, str) and len(given.split()) == 1 and len(given) == len(self.items):
            given = list(given)
        return _read_each(_by_label(given, self.items, _LETTERS), letters)

    def wanted(self) -> tuple[Text, Groups]:
        return _give(_several(self.items, _LETTERS)), (self.options, self.items)


@dataclass(frozen=True, kw_only=True)
class Table:
    """A short table: a row for each of `rows` (the name of its index), and its columns.

    Rows are compared by name, in any order; columns that are not asked for are ignored.
    A table of one column may also be given as a Series or a dict.  The feedback names
    missing rows: where finding the rows *is* the question, use `Choices`.
    """

    rows: str
    columns: Mapping[str, Number | Choice]

    def read(self, given: object) -> Reading:
        frame = self._frame(given)
        alone = len(self.columns) == 1
        values, kinds = {}, {}
        for name, row in zip(frame.index, frame.itertuples(index=False, name=None), strict=True):
            for (column, kind), value in zip(self.columns.items(), row, strict=True):
                label = _name(name) if alone else f"{_name(name)}, {column}"
                values[label], kinds[label] = value, kind
        return _read_each(values, kinds)

    def _frame(self, given: object) -> pd.DataFrame:
        alone = len(self.columns) == 1
        if alone and isinstance(given, dict):
            given = pd.Series(given, dtype=object)
        if alone and isinstance(given, pd.Series):
            given = given.to_frame()
        if not isinstance(given, pd.DataFrame):
            refuse_nothing(given)
            raise Unreadable(self.wanted()[0])
        if self.rows in given.columns:
            given = given.set_index(self.rows)
        if alone and given.shape[1] == 1:
            given = given.set_axis(list(self.columns), axis=1)
        if given.empty:
            raise Unreadable(IS_EMPTY)
        if isinstance(given.index, pd.RangeIndex) and given.index.name != self.rows:
            raise Unreadable(
                Text(
                    en=f'The rows of this table have no names: add .set_index("{self.rows}").',
                    fr="Les lignes de ce tableau n’ont pas de nom : "
                    f'ajoutez .set_index("{self.rows}").',
                )
            )
        if not (given.index.is_unique and given.columns.is_unique):
            raise Unreadable(
                Text(
                    en=f"A row or a column appears twice: one row for each {self.rows} is wanted.",
                    fr="Une ligne ou une colonne apparaît deux fois : "
                    f"il faut une ligne par {self.rows}.",
                )
            )
        lacking = [column for column in self.columns if column not in given.columns]
        if lacking or len(given) > 1000:
            raise Unreadable(self.wanted()[0])
        return given[list(self.columns)]

    def wanted(self) -> tuple[Text, Groups]:
        columns = listed(f'"{column}"' for column in self.columns)
        form = Text(
            en=f'a short table: one row for each "{self.rows}"; columns: {columns}',
            fr=f'un petit tableau : une ligne par "{self.rows}" ; colonnes : {columns}',
        )
        return _give(form), ({column: kind.form() for column, kind in self.columns.items()},)


Kind = Number | Numbers | Choice | Choices | Table


def _by_label(given: object, wanted: Mapping[str, object], what: Text) -> dict[str, object]:
    """Several values by label: those of a dict, Series or row; else in the wanted order.

    A Series whose labels are all others has them from a calculation, not from its author.
    """
    if isinstance(given, pd.DataFrame):
        given = given.squeeze()  # one row or one column becomes a Series
    if isinstance(given, pd.Series) and not set(map(_name, given.index)) & wanted.keys():
        given = given.to_numpy()
    if isinstance(given, dict | pd.Series):
        labelled = {_name(label): value for label, value in given.items()}
        lacking = [label for label in wanted if label not in labelled]
        if lacking:
            raise Unreadable(
                Text(en=f"Missing: {listed(lacking)}.", fr=f"Il manque : {listed(lacking)}.")
            )
        return {label: labelled[label] for label in wanted}
    if isinstance(given, np.ndarray):
        given = list(given.ravel())
    if isinstance(given, list | tuple) and len(given) == len(wanted):
        return dict(zip(wanted, given, strict=True))
    refuse_nothing(given)
    raise Unreadable(_give(_several(wanted, what)))


def _read_each(values: Mapping[str, object], kinds: Mapping[str, Number | Choice]) -> Reading:
    parts: dict[str, float | str] = {}
    notes: list[Text] = []
    blank = []
    for label, value in values.items():
        try:
            reading = kinds[label].read(value)
        except NotAttempted:
            blank.append(label)
        except Unreadable as refusal:
            raise Unreadable(_about(label, refusal.sentence)) from None
        else:
            parts[label] = reading.parts[""]
            notes += [_about(label, note) for note in reading.notes]
    if blank and not parts:
        raise NotAttempted
    if blank:
        raise Unreadable(
            Text(en=f"Still to fill in: {listed(blank)}.", fr=f"À compléter : {listed(blank)}.")
        )
    return Reading(parts, dict(kinds), tuple(notes))


def _name(label: object) -> str:
    return shorten(str(label).strip())


def _give(form: Text) -> Text:
    return Text(en=f"Give {form.en}.", fr=f"Donnez {form.fr}.")


def _about(label: str, sentence: Text) -> Text:
    return Text(en=f"{label}: {sentence.en}", fr=f"{label} : {sentence.fr}")


def _several(labels: Mapping[str, object], what: Text) -> Text:
    names = listed(labels, 15)
    return Text(
        en=f"{len(labels)} {what.en}, in this order: {names}",
        fr=f"{len(labels)} {what.fr}, dans cet ordre : {names}",
    )


_NUMBERS = Text(en="numbers between square brackets", fr="nombres entre crochets")
_LETTERS = Text(
    en="letters in quotes, as one word", fr="lettres entre guillemets droits, en un seul mot"
)
