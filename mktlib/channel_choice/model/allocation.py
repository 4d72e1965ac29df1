"""Sharing a budget among channels that saturate, each in its own way.

Where money is well shared, the next euro is worth the same in every channel that is neither
at its minimum nor at its maximum: if it were worth more in one, one would move a euro there.
With S-shaped responses (at first each euro is worth more than the one before) that rule has
several solutions, and the question is which channels to leave out.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

import numpy as np
import pandas as pd

from mktlib.core.inputs import Quantity, counted
from mktlib.core.text import PlainError, Text, money

POINTS = 96  # of each side of a curve's inflection
POLISHED = 32  # best candidates made exact
NEWTON_STEPS = 12
MOST_CHANNELS = 8  # S-shaped: each doubles the work
NOTHING = 1e-9  # of what may be shared: less is not spending
ROUNDING = 1e-12  # of the budget


@dataclass(frozen=True)
class Channel:
    """A channel that answers money with value, up to a ceiling.

    value(x) = ceiling x^shape / (x^shape + half_saturation_eur^shape), the Hill curve; x:
    spend, in euros a period; ceiling: the value, in euros of margin a period, that no spend
    exceeds; half_saturation_eur: the spend that brings half of it; shape: 1 or less, the
    first euro is worth most (concave); above 1, a little spend brings next to nothing (S).
    `least_eur`, `most_eur`: what may be spent on it.
    Limits: that a channel follows this curve, and that channels neither help nor hinder one
    another, are teaching assumptions; in life the curve is estimated, with wide margins.
    Source: Hill (J. Physiology 40, 1910); in marketing, Little's ADBUDG (Models and Managers,
    Management Science 16, 1970) is the same curve with a floor.
    """

    name: str
    ceiling: float
    half_saturation_eur: float
    shape: float = 1.0
    least_eur: float = 0.0
    most_eur: float = math.inf

    def __post_init__(self) -> None:
        if not (self.ceiling > 0 and self.half_saturation_eur > 0 and self.shape > 0):
            raise PlainError(
                Text(
                    en=f"{self.name}: ceiling, half saturation and shape must be above 0.",
                    fr=f"{self.name} : le plafond, la demi-saturation et la forme doivent "
                    "dépasser 0.",
                )
            )
        if not 0 <= self.least_eur <= self.most_eur:
            raise PlainError(
                Text(
                    en=f"{self.name}: the minimum must not be negative, nor exceed the maximum.",
                    fr=f"{self.name} : le minimum ne doit être ni négatif, ni supérieur au maximum.",
                )
            )

    def value(self, spend_eur: Quantity) -> Quantity:
        """What a spend brings, in euros: ceiling x^s / (x^s + h^s).

        >>> Channel("search", ceiling=1_000, half_saturation_eur=200, shape=2).value(200)
        500.0
        """
        value = self.ceiling * _hill(np.asarray(spend_eur) / self.half_saturation_eur, self.shape)
        return value if value.ndim else float(value)

    def value_of_next_euro(self, spend_eur: Quantity) -> Quantity:
        """What one euro more brings at a spend: the slope of the curve.

        ceiling x s / h x u^(s-1) / (1 + u^s)^2; u = x / h.

        >>> search = Channel("search", ceiling=1_000, half_saturation_eur=200, shape=2)
        >>> search.value_of_next_euro(200), round(search.value(201) - search.value(200), 2)
        (2.5, 2.49)
        """
        slope = _slope(_arrays([self]), np.atleast_1d(spend_eur))
        return slope if np.ndim(spend_eur) else float(slope[0])


@dataclass(frozen=True)
class Allocation:
    """A split of a budget, in the channels' order, and what it brings (all in euros).

    `value_of_next_euro`: what the budget's next euro would bring, well spent (the dual
    value, or shadow price); 0 if every channel is at its maximum.
    """

    split_eur: tuple[float, ...]
    value: float
    value_of_next_euro: float


def response(channels: Sequence[Channel], split_eur: Sequence[float]) -> float:
    """The value, in euros, that a split brings: the sum of the channels' values.

    >>> search = Channel("search", ceiling=1_000, half_saturation_eur=200)
    >>> radio = Channel("radio", ceiling=600, half_saturation_eur=100)
    >>> response([search, radio], [200, 100])
    800.0
    """
    return float(np.sum(_values(_arrays(channels), _spends(channels, split_eur))))


def response_table(channels: Sequence[Channel], split_eur: Sequence[float]) -> pd.DataFrame:
    """Channel by channel: its spend, its value, the value of an average and of the next euro.

    Columns `spend_eur`, `value`, `value_per_euro` (value / spend: blank where nothing is
    spent), `value_of_next_euro`.  A channel may look good on average and be worth nothing more.

    >>> search = Channel("search", ceiling=1_000, half_saturation_eur=200)
    >>> radio = Channel("radio", ceiling=600, half_saturation_eur=100)
    >>> response_table([search, radio], [200, 100])["value_of_next_euro"].to_dict()
    {'search': 1.25, 'radio': 1.5}
    """
    curves, spend = _arrays(channels), _spends(channels, split_eur)
    value = _values(curves, spend)
    return pd.DataFrame(
        {
            "spend_eur": spend,
            "value": value,
            "value_per_euro": value / np.where(spend > 0, spend, np.nan),
            "value_of_next_euro": _slope(curves, spend),
        },
        index=pd.Index([channel.name for channel in channels], name="channel"),
    )


def best_allocation(channels: Sequence[Channel], total_eur: float) -> Allocation:
    """The split of a total that brings the most value, within each channel's bounds.

    Maximise sum of value_i(x_i), sum of x_i = total_eur, least_i <= x_i <= most_i.
    The best split is one in which, at some price p of the next euro, each channel is at its
    minimum, at its maximum, or where its curve has slope p: at its one such point beyond the
    inflection, or, for at most one channel, at the one before it (were there two, money moved
    from one to the other would pay).  Every such choice is followed over all prices, each
    split that spends the total is a candidate, and Newton's method makes the best exact.
    For shapes up to 1 there is one choice, and the solution is the familiar equal slopes.
    Limits: exact up to rounding, for Hill curves only; the total is spent to the last euro,
    even when that euro brings little (see `value_of_next_euro`).
    Source: the conditions of Karush (1939) and Kuhn & Tucker (1951); S-shaped responses and
    budgets: Freeland & Weinberg (J. Operational Research Society 31, 1980).

    >>> search = Channel("search", ceiling=1_000, half_saturation_eur=200)
    >>> radio = Channel("radio", ceiling=600, half_saturation_eur=100)
    >>> best = best_allocation([search, radio], 300)
    >>> [round(part, 1) for part in best.split_eur]
    [187.7, 112.3]
    >>> by_hand = max(response([search, radio], [x / 10, 300 - x / 10]) for x in range(3001))
    >>> 0 <= best.value - by_hand < 1e-3
    True
    """
    curves = _arrays(channels)
    total = _total(channels, total_eur)
    least = np.array([channel.least_eur for channel in channels])
    most = np.array([channel.most_eur for channel in channels])
    split = _best_split(curves, least, most, total)
    room = split < most - NOTHING * total
    slope = _slope(curves, split)
    return Allocation(
        split_eur=tuple(map(float, split)),
        value=float(np.sum(_values(curves, split))),
        value_of_next_euro=float(slope[room].max()) if room.any() else 0.0,
    )


def regret_eur(channels: Sequence[Channel], split_eur: Sequence[float]) -> float:
    """How much value, in euros, a split leaves on the table.

    The best value for the same total, within the bounds, less the split's own; 0 for the
    best split.  Below 0 only for a split outside the channels' bounds.

    >>> search = Channel("search", ceiling=1_000, half_saturation_eur=200)
    >>> radio = Channel("radio", ceiling=600, half_saturation_eur=100)
    >>> round(regret_eur([search, radio], [300, 0]), 1)
    201.5
    """
    spend = _spends(channels, split_eur)
    return best_allocation(channels, float(spend.sum())).value - response(channels, split_eur)


# The curves


@dataclass(frozen=True)
class _Curves:
    """The channels' parameters, as arrays; H is the Hill curve without its ceiling."""

    ceiling: np.ndarray
    half: np.ndarray
    shape: np.ndarray

    def inflection(self) -> np.ndarray:
        """Where the slope is largest: u^s = (s - 1) / (s + 1); 0 if the shape is 1 or less."""
        odds = np.maximum(self.shape - 1, 0) / (self.shape + 1)
        return self.half * odds ** (1 / self.shape)

    def log_slope(self, log_spend: np.ndarray) -> np.ndarray:
        """log of (c s / x) H (1 - H)."""
        log_u = log_spend - np.log(self.half)
        odds = self.shape * log_u
        scale = np.log(self.ceiling * self.shape / self.half)
        return scale - log_u + odds - 2 * np.logaddexp(0, odds)

    def turn(self, spend: np.ndarray) -> np.ndarray:
        """The derivative of log slope by log spend: s - 1 - 2 s H."""
        return self.shape - 1 - 2 * self.shape * _hill(spend / self.half, self.shape)


def _arrays(channels: Sequence[Channel]) -> _Curves:
    if not channels:
        raise PlainError(
            Text(
                en="There is no channel to share the budget among: give at least one.",
                fr="Aucun canal où répartir le budget : donnez-en au moins un.",
            )
        )
    rows = [(c.ceiling, c.half_saturation_eur, c.shape) for c in channels]
    return _Curves(*np.array(rows, dtype=float).T)


def _hill(u: np.ndarray, shape: Quantity) -> np.ndarray:
    with np.errstate(over="ignore", divide="ignore"):  # at 0 and far beyond saturation
        return 1 / (1 + u**-shape)


def _values(curves: _Curves, spend: np.ndarray) -> np.ndarray:
    return curves.ceiling * _hill(spend / curves.half, curves.shape)


def _slope(curves: _Curves, spend: np.ndarray) -> np.ndarray:
    """d value / d spend: infinite at 0 if shape < 1, and 0 there if shape > 1."""
    u = spend / curves.half
    with np.errstate(over="ignore", divide="ignore", invalid="ignore"):
        reached = _hill(u, curves.shape)
        slope = curves.ceiling * curves.shape / spend * reached * (1 - reached)
        at_zero = (
            curves.ceiling / curves.half * np.where(curves.shape == 1, 1, u ** (curves.shape - 1))
        )
    return np.where(u > 0, slope, at_zero)


def _spends(channels: Sequence[Channel], split_eur: Sequence[float]) -> np.ndarray:
    spend = np.asarray(counted("split_eur", np.asarray(split_eur)), dtype=float)
    if spend.shape != (len(channels),):
        raise PlainError(
            Text(
                en=f"Give one spend for each of the {len(channels)} channels.",
                fr=f"Donnez une dépense pour chacun des {len(channels)} canaux.",
            )
        )
    return spend


def _total(channels: Sequence[Channel], total_eur: float) -> float:
    total = float(counted("total_eur", total_eur))
    least = math.fsum(channel.least_eur for channel in channels)
    most = math.fsum(channel.most_eur for channel in channels)
    slack = ROUNDING * total
    if total < least - slack:
        raise PlainError(
            Text(
                en=f"The minima add up to {money(least)}, more than the budget of {money(total)}: "
                "lower a minimum or raise the budget.",
                fr=f"Les minimums font {money(least)}, plus que le budget de {money(total)} : "
                "baissez un minimum ou augmentez le budget.",
            )
        )
    if total > most + slack:
        raise PlainError(
            Text(
                en=f"The maxima add up to {money(most)}, less than the budget of {money(total)}: "
                "raise a maximum or lower the budget.",
                fr=f"Les maximums font {money(most)}, moins que le budget de {money(total)} : "
                "relevez un maximum ou réduisez le budget.",
            )
        )
    s_shaped = sum(channel.shape > 1 for channel in channels)
    if s_shaped > MOST_CHANNELS:
        raise PlainError(
            Text(
                en=f"At most {MOST_CHANNELS} channels may have a shape above 1, not {s_shaped}: "
                "put some together.",
                fr=f"Au plus {MOST_CHANNELS} canaux peuvent avoir une forme supérieure à 1, "
                f"pas {s_shaped} : regroupez-en.",
            )
        )
    return total


# The search
#
# At a price of the next euro, a channel follows one of three rules.  C: it is where its curve,
# past the inflection, has that price as slope (or at the bound next to it).  An S-shaped
# channel may also follow L: it stays at its minimum; or V: where its slope is the price
# before the inflection.

_C, _L, _V = range(3)


def _best_split(curves: _Curves, least: np.ndarray, most: np.ndarray, total: float) -> np.ndarray:
    spare = total - least.sum()
    if spare <= ROUNDING * total:
        return least
    if most.sum() - total <= ROUNDING * total:
        return most
    most = np.minimum(most, least + 1.01 * spare)  # finite, and beyond what the total allows
    log_prices, spends = _spends_by_price(curves, least, most, NOTHING * spare)
    choices = _choices(tuple(map(len, spends)))
    split, log_price, rules = _candidates(log_prices, spends, choices, total)
    promising = np.argsort(_values(curves, split).sum(axis=1))[-POLISHED:]
    split = split[promising]
    exact = _polished(
        curves, least, most, total, split, log_price[promising], rules[promising] != _L
    )
    split = np.clip(np.concatenate([split, exact]), least, most)
    return split[np.argmax(_values(curves, split).sum(axis=1))]


def _spends_by_price(
    curves: _Curves, least: np.ndarray, most: np.ndarray, nothing: float
) -> tuple[np.ndarray, list[np.ndarray]]:
    """Prices (logarithms), and for each channel its spend at each of them by each of its rules.

    A blank where a rule has no spend at a price.
    """
    start = np.maximum(least, nothing)
    top = np.maximum(most, start)
    middle = np.clip(curves.inflection(), start, top)
    steps = np.linspace(0, 1, POINTS)[:, None] ** 2  # close together near the inflection
    late = np.log(middle) + steps * np.log(top / middle)
    early = np.log(middle) + steps * np.log(start / middle)
    late_slope, early_slope = curves.log_slope(late), curves.log_slope(early)
    log_prices = np.union1d(late_slope, early_slope)  # no spend moves far between two of them
    spends = []
    for i, (low, high) in enumerate(zip(least, most, strict=True)):
        falling = np.exp(np.interp(log_prices, late_slope[::-1, i], late[::-1, i]))
        falling[log_prices <= late_slope[-1, i]] = high
        beyond = log_prices > late_slope[0, i]
        if high - low <= nothing:
            spends.append(np.full((1, len(log_prices)), low))
        elif middle[i] == start[i]:  # no part before the inflection
            falling[beyond] = start[i] if curves.shape[i] < 1 else low
            spends.append(falling[None])
        else:
            falling[beyond] = np.nan
            rising = np.exp(np.interp(log_prices, early_slope[::-1, i], early[::-1, i]))
            rising[beyond | (log_prices < early_slope[-1, i])] = np.nan
            spends.append(np.stack([falling, np.full_like(falling, low), rising]))
    return log_prices, spends


@lru_cache
def _choices(rules: tuple[int, ...]) -> np.ndarray:
    """Every way of giving each channel one of its rules, V to one channel at most."""
    return np.array([each for each in product(*map(range, rules)) if each.count(_V) <= 1])


def _candidates(
    log_prices: np.ndarray, spends: list[np.ndarray], choices: np.ndarray, total: float
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Wherever a choice of rules spends the total: the split, the price, and the choice."""
    excess = np.sum([table[choices[:, i]] for i, table in enumerate(spends)], axis=0) - total
    excess[np.abs(excess) < ROUNDING * total] = 0
    before, after = excess[:, :-1], excess[:, 1:]
    crosses = np.isfinite(before + after) & (np.sign(before) != np.sign(after))
    crosses[:, 0] |= before[:, 0] == 0
    which, at = np.nonzero(crosses)
    rise = (after - before)[which, at]
    way = np.where(rise == 0, 0, -before[which, at] / np.where(rise == 0, 1, rise))
    split = []
    for i, table in enumerate(spends):
        here, next_one = table[choices[which, i], at], table[choices[which, i], at + 1]
        split.append(here + way * (next_one - here))  # exactly at a bound if both are
    return (
        np.stack(split, axis=1),
        log_prices[at] * (1 - way) + log_prices[at + 1] * way,
        choices[which],
    )


def _polished(
    curves: _Curves,
    least: np.ndarray,
    most: np.ndarray,
    total: float,
    split: np.ndarray,
    log_price: np.ndarray,
    may_move: np.ndarray,
) -> np.ndarray:
    """Each split (a row) made exact: Newton's method on log slope_i(x_i) = log price, sum = total.

    In logarithms the curves are nearly straight lines, so that a few steps are enough.  A
    channel at a bound moves only if that pays at the present price.
    """
    spend = split
    for _ in range(NEWTON_STEPS):
        inside = np.maximum(spend, NOTHING * NOTHING * total)
        slope, turn = curves.log_slope(np.log(inside)), curves.turn(inside)
        price = log_price[:, None]
        stays = ((spend >= most) & (slope >= price)) | ((spend <= least) & (slope <= price))
        moves = may_move & ~stays & (turn != 0)
        give = np.where(moves, inside / np.where(moves, turn, 1), 0)
        whole = give.sum(axis=1)
        log_price = np.where(
            whole == 0,
            log_price,
            (total - spend.sum(axis=1) + (give * slope).sum(axis=1)) / np.where(whole, whole, 1),
        )
        step = np.where(moves, (log_price[:, None] - slope) / np.where(moves, turn, 1), 0)
        spend = np.clip(np.where(moves, inside * np.exp(np.clip(step, -4, 4)), spend), least, most)
        if max(np.abs(step).max(), np.abs(log_price - price[:, 0]).max()) < ROUNDING:
            break
    rows = np.arange(len(spend))
    widest = np.argmax(np.minimum(spend - least, most - spend), axis=1)
    spend[rows, widest] += total - spend.sum(axis=1)  # what rounding left
    kept = np.all((spend >= least) & (spend <= most), axis=1, keepdims=True)
    return np.where(kept, spend, split)
