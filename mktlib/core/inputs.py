"""What models accept: numbers, counts, shares and rows of them, or one sentence that refuses."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, TypeAlias

import numpy as np
import pandas as pd
from pandas.api.types import is_numeric_dtype

from .text import PlainError, Text

Quantity: TypeAlias = Any  # a number, an array, a Series or a DataFrame of numbers


def numeric(name: str, value: Quantity) -> Quantity:
    """`value`, a list made an array, or one sentence that says it is not a number.

    >>> numeric("clicks", "twelve")
    Traceback (most recent call last):
    mktlib.core.text.PlainError: clicks must be numbers, not 'twelve'.
    """
    if isinstance(value, list | tuple):
        value = np.asarray(value)
    kinds = value.dtypes if isinstance(value, pd.DataFrame) else [getattr(value, "dtype", None)]
    if not all(is_numeric_dtype(type(value) if kind is None else kind) for kind in kinds):
        shown = type(value).__name__ if np.ndim(value) else repr(value)
        raise PlainError(
            Text(
                en=f"{name} must be numbers, not {shown}.",
                fr=f"« {name} » doit contenir des nombres, pas {shown}.",
            )
        )
    return value


def counted(name: str, value: Quantity) -> Quantity:
    """`value`, or one sentence that says it is no count and no amount of money.

    >>> counted("clicks", -1)
    Traceback (most recent call last):
    mktlib.core.text.PlainError: clicks cannot be negative.
    """
    value = numeric(name, value)
    if np.any(value < 0):
        raise PlainError(
            Text(en=f"{name} cannot be negative.", fr=f"« {name} » ne peut pas être négatif.")
        )
    return value


def proportion(name: str, value: Quantity) -> Quantity:
    """`value` if all of it lies between 0 and 1, or one sentence that says how to write it.

    >>> proportion("click_through_rate", 4.41)
    Traceback (most recent call last):
    mktlib.core.text.PlainError: click_through_rate lies between 0 and 1: write 0.05 for 5%.
    >>> proportion("click_through_rate", [0.0441, 0.05]).tolist()
    [0.0441, 0.05]
    """
    value = counted(name, value)
    if not np.all(value <= 1):
        raise PlainError(
            Text(
                en=f"{name} lies between 0 and 1: write 0.05 for 5%.",
                fr=f"« {name} » est compris entre 0 et 1 : écrivez 0.05 pour 5 %.",
            )
        )
    return value


def column(name: str, values: Quantity) -> np.ndarray:
    """One row of numbers, none negative, none blank.

    >>> column("spend_eur", [100, 0, 50]).tolist()
    [100.0, 0.0, 50.0]
    >>> column("spend_eur", [100, None])
    Traceback (most recent call last):
    mktlib.core.text.PlainError: spend_eur must be numbers, not ndarray.
    >>> column("spend_eur", [100, float("nan")])
    Traceback (most recent call last):
    mktlib.core.text.PlainError: spend_eur must be one row of numbers without blanks.
    """
    row = np.array(counted(name, values), dtype=float)  # a copy: it may be changed
    if row.ndim != 1 or not row.size or not np.isfinite(row).all():
        raise PlainError(
            Text(
                en=f"{name} must be one row of numbers without blanks.",
                fr=f"« {name} » doit être une seule suite de nombres, sans case vide.",
            )
        )
    return row


def pair(**values: Quantity) -> tuple[np.ndarray, np.ndarray]:
    """Two rows of numbers of the same length.

    >>> pair(quotes=[1, 2], adverts=[3])
    Traceback (most recent call last):
    mktlib.core.text.PlainError: quotes has 2 rows and adverts 1: they must have as many.
    """
    (first, one), (second, other) = ((name, column(name, row)) for name, row in values.items())
    if one.size != other.size:
        raise PlainError(
            Text(
                en=f"{first} has {one.size} rows and {second} {other.size}: "
                "they must have as many.",
                fr=f"« {first} » a {one.size} lignes et « {second} » {other.size} : "
                "il en faut autant.",
            )
        )
    return one, other


def one(
    name: str, value: Quantity, accepts: Callable[[str, Quantity], Quantity] = numeric
) -> float:
    """A single number, not blank, of a kind that `accepts` lets through.

    >>> one("discount_rate", [0.1, 0.2], counted)
    Traceback (most recent call last):
    mktlib.core.text.PlainError: discount_rate must be a single number.
    """
    if np.ndim(accepts(name, value)) or math.isnan(value):
        raise PlainError(
            Text(en=f"{name} must be a single number.", fr=f"« {name} » doit être un seul nombre.")
        )
    return float(value)


def positive(name: str, value: float) -> float:
    """A number above 0.

    >>> positive("half_saturation", 0)
    Traceback (most recent call last):
    mktlib.core.text.PlainError: half_saturation must be above 0.
    """
    if not 0 < one(name, value) < math.inf:
        raise PlainError(
            Text(en=f"{name} must be above 0.", fr=f"« {name} » doit être supérieur à 0.")
        )
    return value


def whole(name: str, value: float, least: int = 0) -> int:
    """A whole number, at least `least`.

    >>> whole("lags", 1.5)
    Traceback (most recent call last):
    mktlib.core.text.PlainError: lags must be a whole number, 0 or more.
    """
    if not least <= one(name, value) < math.inf or value != int(value):
        raise PlainError(
            Text(
                en=f"{name} must be a whole number, {least} or more.",
                fr=f"« {name} » doit être un nombre entier, au moins {least}.",
            )
        )
    return int(value)


def plain(value: Any) -> Quantity:
    """A number for a number, an array for an array.

    >>> plain(np.array(2.0)), plain(np.array([2.0]))
    (2.0, array([2.]))
    """
    return value if np.ndim(value) else float(value)
