"""A plan of twelve months: whom to aim at, by which channels, with what money, and then what.

The case is fictitious, modelled on the course's sources: a training company opens a
programme for HR managers, the public sector and secretaries.  It has one year, one budget
and eight channels, four that go to people (push) and four that bring people (pull).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Self

import numpy as np
import pandas as pd

from mktlib.core.inputs import numeric, proportion
from mktlib.core.text import PlainError, Text, number

AUDIENCES = ("hr_managers", "public_sector", "secretaries")
PUSH_CHANNELS = ("search_ads", "social_ads", "trade_press", "trade_fair")
PULL_CHANNELS = ("expert_articles", "professional_network", "trainee_community", "newsletter")
CHANNELS = (*PUSH_CHANNELS, *PULL_CHANNELS)
BUDGET_EUR = 120_000.0
MONTHS = 12
BOUNDS: dict[str, tuple[float, float]] = {
    "pull_share": (0.0, 1.0),
    "messages_per_month": (0.0, 12.0),
    "care_share": (0.0, 0.5),
    "referral_reward_eur": (0.0, 300.0),
}
MOST_IN_A_MONTH = 0.25  # of the budget: the treasurer's rule
SPLITS = {"target_shares": AUDIENCES, "push_split": PUSH_CHANNELS, "pull_split": PULL_CHANNELS}
ADDS_UP = 0.011  # three times 0.33 is meant as three thirds


@dataclass(frozen=True, repr=False)
class Plan:
    """What is decided, month by month; a lever takes one value, or twelve.

    `target_shares`: of the money, for each audience; `push_split`, `pull_split`: of push and
    of pull, for each of their channels: a dict (a name left out is 0) or numbers in the order
    of `AUDIENCES`, `PUSH_CHANNELS`, `PULL_CHANNELS`; each adds up to 1.
    `budget_split`: of `BUDGET_EUR`, for each month; adds up to 1, and no month takes more than
    a quarter: so says the treasurer.
    `care_share`: of each month's money, for answering people patiently, taken first;
    `pull_share`: of the rest, for pull.
    `messages_per_month`: to each customer who has not unsubscribed, 0 to 12;
    `ask_preference`: whether customers are asked what they want to receive, and how.
    `referral_reward_eur`: for each customer who came on a customer's recommendation, 0 to 300,
    paid out of the margin, not out of the budget.
    `played_months`: months that can no longer be changed (see `from_month`).
    Money of a month for channel j and audience a:
    budget x budget_split x (1 - care_share) x (pull_share or 1 - pull_share) x split_j x target_a.
    Limits: all of the budget is spent, on these levers only.

    >>> plan = Plan(pull_share=0.6, target_shares={"hr_managers": 0.7, "secretaries": 0.3})
    >>> plan.target_shares[0]
    (0.7, 0.0, 0.3)
    >>> round(float(plan.spend_table().to_numpy().sum()), 6) == BUDGET_EUR
    True
    >>> Plan(target_shares={"hr_managers": 0.7})
    Traceback (most recent call last):
    mktlib.core.text.PlainError: target_shares adds up to 0.70: it must add up to 1.
    """

    target_shares: Any = (1 / 3, 1 / 3, 1 / 3)
    push_split: Any = (0.25, 0.25, 0.25, 0.25)
    pull_split: Any = (0.25, 0.25, 0.25, 0.25)
    pull_share: Any = 0.5
    budget_split: Any = (1 / MONTHS,) * MONTHS
    messages_per_month: Any = 1.0
    care_share: Any = 0.05
    ask_preference: Any = False
    referral_reward_eur: Any = 0.0
    played_months: int = field(default=0, compare=False)

    def __new__(cls, *values: Any, **levers: Any) -> Self:
        _known([name for name in levers if name != "played_months"])
        return super().__new__(cls)

    def __post_init__(self) -> None:
        for name in LEVERS:
            object.__setattr__(self, name, _monthly(name, getattr(self, name), MONTHS))
        object.__setattr__(self, "budget_split", _scaled("budget_split", self.budget_split))
        if max(self.budget_split) > MOST_IN_A_MONTH + 1e-9:
            raise PlainError(
                Text(
                    en="The treasurer lets no month take more than a quarter of the budget: "
                    "budget_split must stay at 0.25 or below.",
                    fr="Le trésorier n’accorde à aucun mois plus d’un quart du budget : "
                    "« budget_split » doit rester à 0.25 ou au-dessous.",
                )
            )

    def from_month(self, month: int, **changes: Any) -> Plan:
        """The same plan with other values from a month on; the months before are played.

        A lever takes one value, or one for each month left.  `budget_split` is then how
        the money that is *left* is shared among the months left: it adds up to 1.

        >>> plan = Plan(pull_share=0.2).from_month(4, pull_share=0.7)
        >>> plan.pull_share[:5]
        (0.2, 0.2, 0.2, 0.7, 0.7)
        >>> plan.from_month(2, pull_share=0.5)
        Traceback (most recent call last):
        mktlib.core.text.PlainError: Months 1 to 3 are played: a change can start in month 4.
        """
        if month not in range(1, MONTHS + 1):
            raise PlainError(
                Text(
                    en=f"month is a whole number from 1 to {MONTHS}, not {month!r}.",
                    fr=f"« month » est un nombre entier de 1 à {MONTHS}, pas {month!r}.",
                )
            )
        if month <= self.played_months:
            raise _played(self.played_months)
        before = int(month) - 1
        _known(changes)
        values = {name: self._changed(name, given, before) for name, given in changes.items()}
        return replace(self, **values, played_months=before)

    def _changed(self, name: str, given: Any, before: int) -> tuple[Any, ...]:
        past = getattr(self, name)[:before]
        if _is_row(given) and len(given) == MONTHS and before:
            whole_year = _monthly(name, given, MONTHS)
            if not np.allclose(np.array(whole_year[:before], float), np.array(past, float)):
                raise _played(before)
            return (*past, *whole_year[before:])
        rest = _monthly(name, given, MONTHS - before)
        if name == "budget_split":
            left = max(0.0, 1 - sum(past))
            rest = tuple(left * each for each in _scaled(name, rest))
        return (*past, *rest)

    def table(self) -> pd.DataFrame:
        """The plan by month: euros of care, push and pull, then every other lever."""
        spend = self.spend_table()
        return pd.DataFrame(
            {
                "care_eur": spend["care"],
                "push_eur": spend[[*PUSH_CHANNELS]].sum(axis=1),
                "pull_eur": spend[[*PULL_CHANNELS]].sum(axis=1),
                **{name: list(getattr(self, name)) for name in BOUNDS},
                "ask_preference": list(self.ask_preference),
                **{
                    part: [shares[place] for shares in getattr(self, name)]
                    for name, parts in SPLITS.items()
                    for place, part in enumerate(parts)
                },
            },
            index=spend.index,
        )

    def spend_table(self) -> pd.DataFrame:
        """Euros by month (rows) and by channel, then care (columns); in all, the budget."""
        money = levers_of([self])
        table = pd.DataFrame(
            np.column_stack([money.channel_eur[0], money.care_eur[0]]),
            columns=[*CHANNELS, "care"],
            index=pd.RangeIndex(1, MONTHS + 1, name="month"),
        )
        return table.rename_axis(columns="channel")

    def __repr__(self) -> str:
        return self.table().iloc[:, :8].round(2).to_string()

    def _repr_html_(self) -> str:
        return str(self.table().round(2).to_html())


LEVERS = (*SPLITS, "pull_share", "budget_split", *list(BOUNDS)[1:], "ask_preference")


@dataclass(frozen=True)
class Levers:
    """N plans as arrays: what the simulator reads.

    `channel_eur` (N, months, 8), `care_eur` (N, months), `target_shares` (N, months, 3),
    `messages_per_month`, `ask_preference` (0 or 1), `referral_reward_eur` (N, months).
    """

    channel_eur: np.ndarray
    care_eur: np.ndarray
    target_shares: np.ndarray
    messages_per_month: np.ndarray
    ask_preference: np.ndarray
    referral_reward_eur: np.ndarray

    def __len__(self) -> int:
        return len(self.care_eur)

    def rows(self, first: int, last: int) -> Levers:
        """The plans from `first` to before `last`."""
        return Levers(*(getattr(self, name)[first:last] for name in self.__dataclass_fields__))


def levers_of(plans: Sequence[Plan]) -> Levers:
    """Plans as arrays."""
    for plan in plans:
        if not isinstance(plan, Plan):
            raise PlainError(
                Text(
                    en=f"A plan is wanted first, such as model.Plan(pull_share=0.6), "
                    f"not {type(plan).__name__}.",
                    fr=f"Il faut d’abord un plan, par exemple model.Plan(pull_share=0.6), "
                    f"pas {type(plan).__name__}.",
                )
            )
    column = {
        name: np.array([getattr(plan, name) for plan in plans], dtype=float) for name in LEVERS
    }
    return spend(**column)


def spend(
    target_shares: np.ndarray,
    push_split: np.ndarray,
    pull_split: np.ndarray,
    pull_share: np.ndarray,
    budget_split: np.ndarray,
    messages_per_month: np.ndarray,
    care_share: np.ndarray,
    ask_preference: np.ndarray,
    referral_reward_eur: np.ndarray,
) -> Levers:
    """The money of every month, channel by channel, from the shares that a plan states."""
    month_eur = BUDGET_EUR * budget_split
    care_eur = month_eur * care_share
    pull_eur = (month_eur - care_eur) * pull_share
    push_eur = month_eur - care_eur - pull_eur
    return Levers(
        channel_eur=np.concatenate(
            [push_eur[..., None] * push_split, pull_eur[..., None] * pull_split], axis=-1
        ),
        care_eur=care_eur,
        target_shares=target_shares,
        messages_per_month=messages_per_month,
        ask_preference=ask_preference,
        referral_reward_eur=referral_reward_eur,
    )


def _known(names: Iterable[str]) -> None:
    for name in names:
        if name not in LEVERS:
            raise PlainError(
                Text(
                    en=f"A plan has no lever {name!r}: it has {', '.join(LEVERS)}.",
                    fr=f"Un plan n’a pas de levier {name!r} : il a {', '.join(LEVERS)}.",
                )
            )


def _is_row(value: Any) -> bool:
    return isinstance(value, Sequence | np.ndarray | pd.Series) and not isinstance(value, str)


def _monthly(name: str, given: Any, months: int) -> tuple[Any, ...]:
    """One value a month, each of them checked."""
    check, one = (_split if name in SPLITS else _lever), not _is_row(given)
    if name in SPLITS:
        one = isinstance(given, Mapping | pd.Series) or not (
            _is_row(given) and len(given) and all(map(_is_split, given))
        )
    if one:
        return (check(name, given),) * months
    if len(given) != months:
        raise PlainError(
            Text(
                en=f"{name} takes one value, or one for each of {months} months: "
                f"here are {len(given)}.",
                fr=f"« {name} » prend une seule valeur, ou une pour chacun des {months} mois : "
                f"en voici {len(given)}.",
            )
        )
    return tuple(check(name, value) for value in given)


def _is_split(value: Any) -> bool:
    return isinstance(value, Mapping) or _is_row(value)


def _lever(name: str, value: Any) -> Any:
    if name == "ask_preference":
        if value not in (True, False):
            raise PlainError(
                Text(
                    en=f"{name} is True or False, not {value!r}.",
                    fr=f"« {name} » vaut True ou False, pas {value!r}.",
                )
            )
        return bool(value)
    if name == "budget_split":
        return float(proportion(name, _finite(name, value)))
    low, high = BOUNDS[name]
    if not low <= _finite(name, value) <= high:
        raise PlainError(
            Text(
                en=f"{name} lies between {number(low, code='en')} and "
                f"{number(high, int(high < 1), 'en')}.",
                fr=f"« {name} » est compris entre {number(low, code='fr')} et "
                f"{number(high, int(high < 1), 'fr')}.",
            )
        )
    return float(value)


def _finite(name: str, value: Any) -> float:
    if np.ndim(value) or not np.isfinite(numeric(name, value)):
        raise PlainError(
            Text(en=f"{name} must be a number.", fr=f"« {name} » doit être un nombre.")
        )
    return float(value)


def _split(name: str, given: Any) -> Any:
    parts = SPLITS[name]
    if isinstance(given, Mapping | pd.Series):
        given = dict(given)
        unknown = [key for key in given if key not in parts]
        if unknown:
            raise PlainError(
                Text(
                    en=f"{name} has no {unknown[0]!r}: choose among {', '.join(parts)}.",
                    fr=f"« {name} » ne connaît pas {unknown[0]!r} : "
                    f"choisissez parmi {', '.join(parts)}.",
                )
            )
        given = [given.get(part, 0.0) for part in parts]
    if not _is_row(given) or len(given) != len(parts):
        raise PlainError(
            Text(
                en=f"{name} takes {len(parts)} shares, or a dict of them: {', '.join(parts)}.",
                fr=f"« {name} » prend {len(parts)} parts, ou un dictionnaire de parts : "
                f"{', '.join(parts)}.",
            )
        )
    shares = [float(proportion(name, _finite(name, share))) for share in given]
    return _scaled(name, shares)


def _scaled(name: str, shares: Sequence[float]) -> tuple[float, ...]:
    """Shares that add up to 1 or nearly so, made to do so; those that do stay as they are."""
    total = sum(shares)
    if abs(total - 1) < 1e-12:
        return tuple(shares)
    if abs(total - 1) > ADDS_UP:
        raise PlainError(
            Text(
                en=f"{name} adds up to {number(total, 2, 'en')}: it must add up to 1.",
                fr=f"« {name} » totalise {number(total, 2, 'fr')} : le total doit être 1.",
            )
        )
    return tuple(share / total for share in shares)


def _played(months: int) -> PlainError:
    return PlainError(
        Text(
            en=f"Months 1 to {months} are played: a change can start in month {months + 1}.",
            fr=f"Les mois 1 à {months} sont joués : un changement peut commencer "
            f"au mois {months + 1}.",
        )
    )
