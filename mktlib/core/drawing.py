"""Drawn predictions: a curve put on an empty frame by hand, then the true one on top of it.

The guess is a number at each of a few places.  It is drawn with a mouse, a finger or the
arrow keys, or given as a list; it is read, kept and revealed like any other guess.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from .answer import Number, Numbers
from .figure import BLUE, INK, ORANGE, new_figure, style, tidy
from .prediction import Guess, Prediction, Value, predict
from .text import PlainError, Text, number

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

SIZE = (8.0, 4.0)  # in inches
BOX = (0.11, 0.15, 0.86, 0.72)  # of the frame in the figure: left, bottom, width, height


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class DrawnPrediction(Prediction):
    """A curve to draw: a number from `low` to `high`, in steps, at each of the `places`.

    `answer` computes the truth: a Series of numbers, its index the places they were measured
    at; it must reach from the first of `places` to the last, and is joined by straight lines.
    `known` gives such a Series that is on the frame from the start: what went before; where it
    ends before the first of `places`, the drawn curve sets out from its last point.
    `place` says a place in words and `across` names them all; `up` names what is drawn.
    """

    places: tuple[float, ...]
    across: Text
    up: Text
    place: Text
    known: Callable[[], pd.Series] | None = None

    def __post_init__(self) -> None:
        if len(self.places) < 2 or list(self.places) != sorted(set(self.places)):
            raise ValueError(f"{self.name}: places rise, and there are at least two")
        if len(self.kind.keys) < len(self.places):
            raise ValueError(f"{self.name}: `place` says two places in the same words")
        if self.options:
            raise ValueError(f"{self.name}: a curve has no options")

    def place_in_words(self, place: float) -> str:
        return self.place.format(place=_as_short(place))

    @property
    def kind(self) -> Numbers:
        one = Number(share=self.share, unit=self.unit)
        return Numbers(keys={self.place_in_words(place): one for place in self.places})

    def truth(self) -> tuple[float, ...]:
        measured = self.answer()
        if not measured.index.is_monotonic_increasing or measured.isna().any():
            raise ValueError(f"{self.name}: the truth needs rising places, and no blank")
        if measured.index[0] > self.places[0] or measured.index[-1] < self.places[-1]:
            raise ValueError(f"{self.name}: the truth must reach over all the places")
        return tuple(np.interp(self.places, measured.index, measured).tolist())

    def _kept(self, parts: Mapping[str, float | str]) -> tuple[float, ...]:
        return tuple(float(value) for value in parts.values())

    def call(self, value: Value) -> str:
        heights = ", ".join(f"{height:.10g}" for height in _curve(value))
        return f"mktlib.draw_prediction(exercises.{self.name}, [{heights}])"

    def written(self, value: Value) -> str:
        first, *_, last = _curve(value)
        return CURVE.format(first=self._in_words(first), last=self._in_words(last))

    def apart(self, guess: Value, truth: Value) -> str:
        """How far the curves are from each other on average, and where they part the most."""
        off = np.subtract(_curve(guess), _curve(truth))
        mean, farthest = float(np.abs(off).mean()), int(np.abs(off).argmax())
        near = mean <= 0.05 * float(np.ptp(_curve(truth)) or self.high - self.low)
        said = (NEAR if near else TOO_FAR_UP if off[farthest] > 0 else TOO_FAR_DOWN).format(
            mean=self._distance(mean),
            place=self.place_in_words(self.places[farthest]),
            most=self._distance(abs(float(off[farthest]))),
        )
        return said if near else f"{said} {self._over_all(off)}"

    def _over_all(self, off: np.ndarray) -> str:
        above = int((off > 0).sum())
        if above in (0, len(self.places)):
            return str(ALL_ABOVE if above else ALL_BELOW)
        return SOME_ABOVE.format(above=above, places=len(self.places))

    def _distance(self, off: float) -> str:
        if self.share:
            return IN_POINTS.format(points=number(off * 100, 1))
        return self._in_words(float(f"{off:.2g}"))

    def off_by(self, guess: Value, truth: Value) -> float:
        """The mean height of the guess less that of the truth."""
        return float(np.mean(_curve(guess)) - np.mean(_curve(truth)))

    def picture(self, guess: Value, truth: Value) -> Figure:
        """The true curve, with a dot where it was measured, on top of the drawn one."""
        measured = self.answer()
        with style():
            figure, axes = self._framed(max(self.high, float(measured.max())))
            drawn = [*self.start, *zip(self.places, _curve(guess), strict=True)]
            axes.plot(*zip(*drawn, strict=True), color=ORANGE, ls=(0, (5, 2)), label=str(YOURS))
            axes.plot(measured.index, measured, "o-", color=BLUE, ms=4.5, label=str(self.called))
            axes.legend(
                loc="lower right", bbox_to_anchor=(1.01, 1.0), ncols=2, frameon=False, borderpad=0
            )
        return figure

    def frame(self) -> Figure:
        """The empty frame, with what is known."""
        with style():
            return self._framed(self.high)[0]

    @property
    def span(self) -> tuple[float, float]:
        """Where the frame begins and ends across."""
        before = [] if self.known is None else [float(self.known().index[0])]
        return min([self.places[0], *before]), self.places[-1]

    @property
    def start(self) -> list[tuple[float, float]]:
        """The known point that the drawn curve sets out from, if there is one."""
        known = None if self.known is None else self.known()
        if known is None or known.index[-1] >= self.places[0]:
            return []
        return [(float(known.index[-1]), float(known.iloc[-1]))]

    def _framed(self, top: float) -> tuple[Figure, Axes]:
        figure = new_figure(*SIZE)
        axes = figure.add_axes(BOX)
        axes.set(xlim=self.span, ylim=(self.low, top), xlabel=str(self.across))
        axes.set_title(str(self.up), fontsize=10.5)
        tidy(axes, grid="y")
        axes.xaxis.set_major_formatter(lambda value, _: _as_short(value))
        axes.yaxis.set_major_formatter(
            lambda value, _: self._in_words(value) if self.share else _as_short(value)
        )
        if self.known is not None:
            known = self.known()
            axes.plot(known.index, known, "o-", color=INK, ms=4, lw=1.6, clip_on=False)
        return figure, axes


def _as_short(value: float) -> str:
    """A number with the decimals it needs, two at most."""
    return number(value, next((d for d in (0, 1) if round(value, d) == round(value, 2)), 2))


def _curve(value: Value) -> tuple[float, ...]:
    assert isinstance(value, tuple)
    return value


def draw_prediction(prediction: DrawnPrediction, curve: object = ...) -> Guess:
    """Ask for a curve, on the page in a notebook, or commit to `curve`, a list, in code.

    Run again, it gives the curve already committed to.
    """
    if not isinstance(prediction, DrawnPrediction):
        raise PlainError(NOT_DRAWN.format(given=type(prediction).__name__))
    return predict(prediction, curve)


NOT_DRAWN = Text(
    en="draw_prediction() takes a prediction to draw, not {given}; for others there is predict().",
    fr="draw_prediction() attend une prédiction à dessiner, pas {given} ; pour les autres, "
    "il y a predict().",
)
CURVE = Text(en="a curve from {first} to {last}", fr="une courbe de {first} à {last}")
NEAR = Text(
    en="Well drawn: {mean} away on average.",
    fr="Bien dessiné : {mean} d’écart en moyenne.",
)
TOO_FAR_UP = Text(
    en="Your curve is off by {mean} on average; farthest at {place}, too high by {most}.",
    fr="Votre courbe s’écarte de {mean} en moyenne ; au plus loin ({place}), trop haute de {most}.",
)
TOO_FAR_DOWN = Text(
    en="Your curve is off by {mean} on average; farthest at {place}, too low by {most}.",
    fr="Votre courbe s’écarte de {mean} en moyenne ; au plus loin ({place}), trop basse de {most}.",
)
ALL_ABOVE = Text(en="It lies too high all along.", fr="Elle est trop haute d’un bout à l’autre.")
ALL_BELOW = Text(en="Nowhere does it lie too high.", fr="Nulle part elle n’est trop haute.")
SOME_ABOVE = Text(
    en="It lies too high at {above} of the {places} places.",
    fr="Elle est trop haute en {above} des {places} points.",
)
IN_POINTS = Text(en="{points} points", fr="{points} points")
YOURS = Text(en="Your curve", fr="Votre courbe")
