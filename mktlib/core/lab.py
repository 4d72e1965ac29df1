"""A lab: a model, a view and controls, all plain data.

`lab.run(...)` computes and `lab.draw(...)` draws with no browser; `mktlib.show(lab)`
puts the lab on the page.
"""

from __future__ import annotations

import inspect
import itertools
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from .figure import SERIES, new_figure, style
from .text import PlainError, Text, number, percent

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Values = dict[str, Any]
Update = Callable[[Any], None]

EUR = Text(en="€", fr="€")  # the unit of a slider


@dataclass(frozen=True, kw_only=True)
class Slider:
    """A control that moves one number of the model in steps.

    `name`: the model's parameter; `percent`: a share (0-1) shown as a percentage;
    `unit`: written after the number; `extreme_at`: the values at which the picture's
    limits are taken, when these are not the two ends.
    """

    name: str
    label: Text
    low: float
    high: float
    step: float
    default: float
    percent: bool = False
    unit: Text | None = None
    extreme_at: tuple[float, ...] | None = None

    @property
    def extremes(self) -> tuple[float, ...]:
        return self.extreme_at or (self.low, self.high)

    @cached_property
    def choices(self) -> tuple[float, ...]:
        """Every value the slider stops at, free of the drift of repeated addition."""
        stops = round((self.high - self.low) / self.step) + 1
        whole = all(isinstance(x, int) for x in (self.low, self.high, self.step))
        values = (self.low + i * self.step for i in range(stops))
        return tuple(values) if whole else tuple(round(value, 10) for value in values)

    def at(self, position: Any) -> float:
        """The value at a position, as the browser counts them."""
        return self.choices[position]

    def position(self, value: Any) -> int:
        """The position of the stop nearest to a value."""
        return min(range(len(self.choices)), key=lambda place: abs(self.choices[place] - value))

    def shown(self, value: float) -> float:
        """The number as the number field beside the slider has it."""
        return round(value * 100, 8) if self.percent else value

    def written(self, value: float) -> str:
        """The number as it is read aloud, with its unit."""
        step = self.shown(self.step)
        digits = next((d for d in range(4) if abs(round(step, d) - step) < 1e-9), 4)
        if self.percent:
            return percent(value, digits)
        return number(value, digits) + (f" {self.unit}" if self.unit else "")


@dataclass(frozen=True, kw_only=True)
class Menu:
    """A control that picks one of a few named options; `options`: value -> label."""

    name: str
    label: Text
    options: dict[Any, Text]
    default: Any

    @property
    def extremes(self) -> tuple[Any, ...]:
        return tuple(self.options)

    @property
    def choices(self) -> tuple[Any, ...]:
        return tuple(self.options)

    def at(self, position: Any) -> Any:
        return self.choices[position]

    def position(self, value: Any) -> int:
        return self.choices.index(value)

    def written(self, value: Any) -> str:
        return str(self.options[value])


@dataclass(frozen=True, kw_only=True)
class Split:
    """A control that divides a whole among named parts, by handles on a bar.

    The model receives the parts' shares (0-1, sum 1), a tuple in the order of `parts`, each a
    multiple of `step`. The picture's limits are taken with everything in one part.
    """

    name: str
    label: Text
    parts: dict[str, Text]
    default: tuple[float, ...]
    step: float = 0.05

    def __post_init__(self) -> None:
        if not 2 <= len(self.parts) <= len(SERIES):
            raise ValueError(f"{self.name}: from 2 to {len(SERIES)} parts, a colour for each")
        if abs(self.whole * self.step - 1) > 1e-9:
            raise ValueError(f"{self.name}: {self.step} does not go into the whole")

    @property
    def whole(self) -> int:
        """How many steps there are to share out."""
        return round(1 / self.step)

    @property
    def extremes(self) -> tuple[tuple[float, ...], ...]:
        each = range(len(self.parts))
        return (*(tuple(float(i == part) for i in each) for part in each), self.default)

    def at(self, position: Any) -> tuple[float, ...]:
        """The shares that so many steps for each part make."""
        return tuple(round(steps / self.whole, 10) for steps in position)

    def position(self, value: Any) -> list[int]:
        """The steps of each part; a ValueError if they do not make up the whole."""
        steps = [round(share * self.whole) for share in value]
        if len(steps) != len(self.parts) or sum(steps) != self.whole or min(steps) < 0:
            raise ValueError(f"{self.name}: {value!r} does not divide the whole in steps")
        return steps

    def refuse(self, value: Any) -> None:
        """A sentence, if a value does not divide the whole among the parts."""
        shares = list(value) if isinstance(value, tuple | list) else []
        if len(shares) != len(self.parts) or min(shares) < 0 or abs(sum(shares) - 1) > 1e-9:
            raise PlainError(
                Text(
                    en="{name} takes {count} shares that add up to 1, none negative.",
                    fr="{name} attend {count} proportions de somme 1, aucune négative.",
                ).format(name=self.name, count=len(self.parts))
            )

    def share_written(self, steps: int) -> str:
        """The share that so many steps make, in words."""
        return percent(steps / self.whole, 0 if 100 % self.whole == 0 else 1)

    def written(self, value: Any) -> str:
        parts = zip(self.parts.values(), self.position(value), strict=True)
        return ", ".join(f"{part} {self.share_written(steps)}" for part, steps in parts)


Control = Slider | Menu | Split


@dataclass(frozen=True, kw_only=True)
class Lab:
    """A model to move by hand and to look at.

    `model(**values)` gives a result: numbers and tables.
    `view(figure, corners)` draws the frame once, on an empty figure, with limits
    fixed by `corners` (the results at all combinations of the controls' extremes),
    creates its marks with `animated=True`, and returns `update(result)`, which moves them.
    `words(result)` says in a sentence or two what the picture shows.
    Controls name the model's parameters, all that have no default; this is checked at once.
    """

    name: str
    title: Text
    model: Callable[..., Any]
    view: Callable[[Figure, list[Any]], Update]
    words: Callable[[Any], str]
    controls: tuple[Control, ...]
    caption: Text
    size: tuple[float, float] = (9, 4.8)

    def __post_init__(self) -> None:
        try:
            inspect.signature(self.model).bind(**self.defaults)
        except TypeError as error:
            raise TypeError(f"lab {self.name}: controls and model do not fit: {error}") from error
        for control in self.controls:
            if control.at(control.position(control.default)) != control.default:
                raise ValueError(
                    f"lab {self.name}: {control.default!r} is not a stop of {control.name}"
                )

    @property
    def defaults(self) -> Values:
        return {control.name: control.default for control in self.controls}

    def run(self, **values: Any) -> Any:
        """The model's result; controls that are not named stand at their default."""
        unknown = sorted(values.keys() - self.defaults.keys())
        if unknown:
            raise PlainError(
                Text(
                    en="This lab has no control called {unknown}; it has {known}.",
                    fr="Ce labo n’a pas de réglage appelé {unknown} ; il a {known}.",
                ).format(unknown=", ".join(unknown), known=", ".join(self.defaults))
            )
        for control in self.controls:
            if isinstance(control, Split) and control.name in values:
                control.refuse(values[control.name])
        return self.model(**{**self.defaults, **values})

    def corners(self) -> Iterable[Values]:
        """All combinations of the controls' extreme values."""
        names = [control.name for control in self.controls]
        for values in itertools.product(*(control.extremes for control in self.controls)):
            yield dict(zip(names, values, strict=True))

    @cached_property
    def corner_results(self) -> list[Any]:
        """The model's results at the corners, but for those it refuses with a sentence."""
        results = []
        for values in self.corners():
            with suppress(PlainError):
                results.append(self.run(**values))
        return results

    def walks(self) -> Iterable[Values]:
        """The defaults, then each control alone at its extremes."""
        yield self.defaults
        for control in self.controls:
            for value in control.extremes:
                yield {**self.defaults, control.name: value}

    def stage(self) -> tuple[Figure, Update]:
        """The frame on a new figure, and the function that moves the marks to a result."""
        with style():
            figure = new_figure(*self.size)
            return figure, self.view(figure, self.corner_results)

    def draw(self, **values: Any) -> Figure:
        """The whole picture at these values, as a matplotlib figure."""
        figure, update = self.stage()
        update(self.run(**values))
        return figure


def refuse_untried(revealed: bool, tried: Any, start: Any) -> None:
    """A sentence instead of the best answer, for those whose controls stand where they started."""
    if revealed and tried == start:
        raise PlainError(
            Text(
                en="Try first: move a control, then look.",
                fr="Essayez d’abord : déplacez un réglage, puis regardez.",
            )
        )


def show(lab: Lab) -> None:
    """Put a lab on the page."""
    if not isinstance(lab, Lab):
        raise PlainError(
            Text(
                en="show() takes a lab, such as labs.funnel, not {given}.",
                fr="show() attend un labo, par exemple labs.funnel, pas {given}.",
            ).format(given=type(lab).__name__)
        )
    from .widgets import show_lab

    show_lab(lab)
