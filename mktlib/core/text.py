"""Every sentence and number a person reads, in English and in French.

A `Text` holds both languages, so a missing translation is a TypeError when
the module that wrote it is imported.  The language in use is the library's
only mutable state: it is the one named by `set_language`, or else that of
the folder the notebook lies in (`.../fr/`), or else that of the machine.
"""

from __future__ import annotations

import locale
import math
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

Language = Literal["en", "fr"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

NARROW_NO_BREAK_SPACE = "\u202f"  # French thousands, and before ; ! ? %
NO_BREAK_SPACE = "\u00a0"  # French, before : and a currency
MINUS = "\u2212"

_chosen: Language | None = None


@dataclass(frozen=True, kw_only=True)
class Text:
    """One sentence, or one label, in both languages; `str()` gives the current one.

    >>> set_language("fr")
    >>> str(Text(en="Click-through rate", fr="Taux de clics"))
    'Taux de clics'
    >>> Text(en="{n} clicks", fr="{n} clics").format(n=number(1200))
    '1\u202f200 clics'
    >>> Text(en="Reach")
    Traceback (most recent call last):
    TypeError: Text.__init__() missing 1 required keyword-only argument: 'fr'
    """

    en: str
    fr: str

    def __str__(self) -> str:
        return self.fr if language() == "fr" else self.en

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)

    def format(self, **values: object) -> str:
        """The sentence in the current language, its {fields} filled in."""
        return str(self).format(**values)


class PlainError(ValueError):
    """A foreseeable mistake, told in one sentence that says what to do.

    A notebook shows the sentence alone, without a traceback.
    """

    def __init__(self, sentence: Text | str):
        super().__init__(str(sentence))

    def _render_traceback_(self) -> list[str]:  # the name IPython looks for
        return [str(self)]


def language() -> Language:
    """The language in use: "en" or "fr"."""
    return _chosen or _language_around()


def set_language(code: Language) -> None:
    """Choose the language of labs, feedback and cards: "en" or "fr".

    >>> set_language("de")
    Traceback (most recent call last):
    mktlib.core.text.PlainError: The course speaks "en" or "fr", not 'de'.
    """
    global _chosen
    if code not in LANGUAGES:
        raise PlainError(
            Text(
                en=f'The course speaks "en" or "fr", not {code!r}.',
                fr=f"Le cours parle « en » ou « fr », pas {code!r}.",
            )
        )
    _chosen = code


def _language_around() -> Language:
    try:
        folders = Path.cwd().parts
    except FileNotFoundError:  # the working folder was deleted
        folders = ()
    for folder in reversed(folders):
        for code in LANGUAGES:
            if folder == code:
                return code
    return "fr" if (locale.getlocale()[0] or "").lower().startswith("fr") else "en"


def number(value: float, digits: int = 0, code: Language | None = None) -> str:
    """A number as the current language, or the one named, writes it: 1,234.5 or 1 234,5.

    >>> set_language("en")
    >>> number(1234.56, 1), number(-2), number(float("nan"))
    ('1,234.6', '\u22122', '–')
    >>> set_language("fr")
    >>> number(1234.56, 1)
    '1\u202f234,6'
    """
    if not math.isfinite(value):
        return "–" if math.isnan(value) else ("∞" if value > 0 else MINUS + "∞")
    written = f"{value:,.{digits}f}"
    if float(written.replace(",", "")) == 0:
        written = written.lstrip("-")
    if (code or language()) == "fr":
        written = written.replace(",", NARROW_NO_BREAK_SPACE).replace(".", ",")
    return written.replace("-", MINUS)


def percent(share: float, digits: int = 1) -> str:
    """A share (0-1) as a percentage.

    >>> set_language("en")
    >>> percent(0.0317, 2)
    '3.17%'
    >>> set_language("fr")
    >>> percent(0.0317, 2)
    '3,17\u202f%'
    """
    space = NARROW_NO_BREAK_SPACE if language() == "fr" else ""
    return f"{number(share * 100, digits)}{space}%"


def money(
    amount: float,
    digits: int = 0,
    currency: Literal["EUR", "USD"] = "EUR",
    code: Language | None = None,
) -> str:
    """An amount of money in the current language, or in the one named: €1,200 or 1 200 €.

    >>> set_language("en")
    >>> money(1200), money(-2.5, 2, "USD")
    ('€1,200', '\u2212$2.50')
    >>> set_language("fr")
    >>> money(1200)
    '1\u202f200\u00a0€'
    """
    sign = {"EUR": "€", "USD": "$"}[currency]
    written = number(amount, digits, code)
    if (code or language()) == "fr":
        return f"{written}{NO_BREAK_SPACE}{sign}"
    return MINUS + sign + written[1:] if written.startswith(MINUS) else sign + written
