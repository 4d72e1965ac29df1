"""What a student gave, as one plain value; or a refusal, in one sentence that helps."""

from __future__ import annotations

import re
import reprlib
from collections.abc import Iterable
from typing import Any

import numpy as np
import pandas as pd

from .text import PlainError, Text


class NotAttempted(Exception):
    """The answer is still the `...` of the exercise."""


class Unreadable(PlainError):
    """A refusal that keeps its sentence in both languages, to be shown later in either."""

    def __init__(self, sentence: Text):
        super().__init__(sentence)
        self.sentence = sentence


_repr = reprlib.Repr()
_repr.maxother = 300  # long enough to keep an address whole, so that it can be taken away


def shorten(value: object, limit: int = 80) -> str:
    """A value in a few characters, the same at every run: for records and sentences."""
    try:
        if isinstance(value, pd.DataFrame | pd.Series | np.ndarray) and value.size > 1:
            written = f"{type(value).__name__}{value.shape}"
        else:
            plain = value.item() if isinstance(value, np.generic) else value
            written = plain if isinstance(plain, str) else _repr.repr(plain)
        written = re.sub(r" at 0x[0-9A-Fa-f]+", "", " ".join(written.split()))
    except Exception:  # noqa: BLE001 - the student's object, which cannot even be written
        written = "<?>"
    written = written.encode("utf-8", "backslashreplace").decode()
    return written if len(written) <= limit else written[: limit - 1] + "…"


def listed(labels: Iterable[object], limit: int = 8) -> str:
    """A few labels, and "…" if there are more."""
    names = [str(label) for label in labels]
    return ", ".join(names[:limit]) + (", …" if len(names) > limit else "")


def single(given: object) -> tuple[object, tuple[Text, ...]]:
    """The one value inside what was given, and a note if it had to be taken out."""
    if isinstance(given, pd.DataFrame | pd.Series | pd.Index | np.ndarray):
        count = given.size
    elif isinstance(given, list | tuple | dict | set | frozenset):
        count = len(given)
    else:
        refuse_nothing(given)
        return given, ()
    kind = type(given).__name__
    if count == 0:
        raise Unreadable(IS_EMPTY)
    if count == 2 and isinstance(given, tuple) and all(type(part) is int for part in given):
        whole, decimals = given
        raise Unreadable(
            Text(
                en=f"This reads as two values, {whole} and {decimals}: in Python the decimal mark "
                f"is a point, as in {whole}.{decimals}.",
                fr=f"Cela se lit comme deux valeurs, {whole} et {decimals} : en Python, la décimale "
                f"s’écrit avec un point, comme {whole}.{decimals}.",
            )
        )
    if count > 1:
        raise Unreadable(
            Text(
                en=f"One value is wanted, and this holds {count} ({kind}): pick one, "
                "for example with .loc[...], or sum up with .sum(), .mean() or .max().",
                fr=f"Il faut une seule valeur, et ceci en contient {count} ({kind}) : "
                "choisissez-en une, par exemple avec .loc[...], "
                "ou résumez avec .sum(), .mean() ou .max().",
            )
        )
    value = _only(given)
    refuse_nothing(value)
    if isinstance(given, np.ndarray) and given.ndim == 0:
        return value, ()
    taken_out = Text(
        en=f"The only value of your {kind} was read.",
        fr=f"La seule valeur de votre {kind} a été lue.",
    )
    return value, (taken_out,)


def _only(given: Any) -> object:
    if isinstance(given, pd.DataFrame | pd.Series | pd.Index | np.ndarray):
        return np.asarray(given, dtype=object).ravel()[0]
    return next(iter(given.values() if isinstance(given, dict) else given))


def refuse_nothing(value: object) -> None:
    """What is no value at all, whatever the kind of answer."""
    if value is ...:
        raise NotAttempted
    if value is None:
        raise Unreadable(IS_NONE)
    if value is pd.NA or value is pd.NaT:
        raise Unreadable(IS_MISSING)
    if callable(value):
        raise Unreadable(IS_FUNCTION)


_PYTHON = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)(e[+-]?[0-9]+)?", re.IGNORECASE)
_ENGLISH = re.compile(r"[+-]?([1-9][0-9]{0,2}([, ])[0-9]{3}(\2[0-9]{3})*)(\.[0-9]+)?")
_FRENCH = re.compile(r"[+-]?([1-9][0-9]{0,2}([. ])[0-9]{3}(\2[0-9]{3})*|[0-9]*)(,[0-9]+)?")
_MONEY = r"(?:[$€£]|USD|EUR|euros?|dollars?)"
_WITH_UNIT = re.compile(rf"([+-]?) ?{_MONEY}? ?(.*?) ?({_MONEY}|%)?", re.IGNORECASE)


def number_in(text: str) -> tuple[float, bool]:
    """The number a text can only mean, and whether it ends in %.

    >>> number_in("1,234.5"), number_in("1 234,5 €"), number_in("3,2 %")
    ((1234.5, False), (1234.5, False), (3.2, True))

    What can mean two numbers, such as "1,234", is refused.
    """
    text = " ".join(text.replace("−", "-").split())
    found = _WITH_UNIT.fullmatch(text) if len(text) < 60 else None
    sign, body, unit = found.groups() if found else ("", "", None)
    written = (sign + body).strip()
    if _PYTHON.fullmatch(written):
        return float(written), unit == "%"
    readings = set()
    if _ENGLISH.fullmatch(written):
        readings.add(float(re.sub(r"[, ]", "", written)))
    if _FRENCH.fullmatch(written) and any(figure.isdigit() for figure in written):
        readings.add(float(re.sub(r"[. ]", "", written).replace(",", ".")))
    if len(readings) != 1:
        raise Unreadable(IS_TEXT)
    return readings.pop(), unit == "%"


def read_as(value: float) -> Text:
    """What the student is told when text was read as a number."""
    written = f"{value:.10g}"
    return Text(
        en=f"Your answer is text; it was read as the number {written}.",
        fr=f"Votre réponse est un texte ; elle a été lue comme le nombre {written}.",
    )


IS_NONE = Text(
    en="This is None, that is, nothing: does the line give a value "
    "(print() shows one but gives none)?",
    fr="Ceci est None, c’est-à-dire rien : la ligne donne-t-elle une valeur "
    "(print() en montre une, mais n’en donne pas) ?",
)
IS_MISSING = Text(
    en="This value is missing (NaN): is the selection empty, or was 0 divided by 0?",
    fr="Cette valeur est manquante (NaN) : la sélection est-elle vide, ou a-t-on divisé 0 par 0 ?",
)
IS_INFINITE = Text(
    en="This number is infinite: was something divided by 0?",
    fr="Ce nombre est infini : a-t-on divisé par 0 ?",
)
IS_LOGICAL = Text(
    en="This is True or False: a number is wanted, not the result of a comparison.",
    fr="Ceci est True ou False : il faut un nombre, pas le résultat d’une comparaison.",
)
IS_FUNCTION = Text(
    en="This is a function, not its result: add parentheses, as in total.sum().",
    fr="Ceci est une fonction, pas son résultat : ajoutez des parenthèses, comme dans total.sum().",
)
IS_EMPTY = Text(
    en="There is nothing in it: does the filter keep at least one row?",
    fr="Il n’y a rien dedans : le filtre garde-t-il au moins une ligne ?",
)
IS_TEXT = Text(
    en="This is text, and not surely one number: write the number without quotes, "
    "with a point for the decimals, as in 3.2.",
    fr="Ceci est un texte, et pas sûrement un seul nombre : écrivez le nombre sans guillemets, "
    "avec un point pour les décimales, comme 3.2.",
)
NOT_A_PERCENTAGE = Text(
    en="No percentage is wanted here: give the number without the % sign.",
    fr="Il ne faut pas de pourcentage ici : donnez le nombre sans le signe %.",
)
