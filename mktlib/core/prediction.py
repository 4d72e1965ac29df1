"""Predictions: commit to a guess before you look, then see it beside the truth.

A prediction keeps its guess for the session, so that running a cell again loses nothing.
Before the reveal a guess may change; after it, it stands.  A prediction says how a guess is
read, written, told from the truth and pictured; `Guess` and `Reveal` do the rest for all.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from .answer import Choice, Number, Numbers
from .figure import BLUE, INK, ORANGE, QUIET, LiveFigure, new_figure, style, tidy, to_html
from .lab import Menu, Slider
from .reading import NotAttempted
from .text import PlainError, Text, language, number
from .verdict import question_html, question_text, status_html, topic_of

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Value = float | str | tuple[float, ...]  # a number, a letter, or a curve
PREDICTION = "application/vnd.mktlib.prediction+json"
YOUR_GUESS = Text(en="Your guess", fr="Votre estimation")
TRUTH = Text(en="The truth", fr="La vérité")
SAYS = Text(en="{name}: {value}", fr="{name} : {value}")


@dataclass(frozen=True, kw_only=True, eq=False)
class Prediction:
    """A question to guess at: a number from `low` to `high`, or one of the `options`.

    `answer` computes the truth (a number, or a letter), at the reveal.
    `reveal` explains it; it may use {truth} and {guess}; `called` says what the truth is,
    where it is not the truth but, say, a model's forecast.
    `share`: the numbers are shares (0-1), shown as percentages.
    """

    name: str
    question: Text
    answer: Callable[[], Any]
    reveal: Text
    low: float = 0
    high: float = 1
    step: float = 0.01
    share: bool = False
    unit: Text | None = None
    options: Mapping[str, Text] | None = None
    called: Text = TRUTH

    @property
    def kind(self) -> Number | Choice | Numbers:
        """How a guess, and the truth, are read."""
        if self.options:
            return Choice(options=self.options)
        return Number(share=self.share, unit=self.unit)

    @cached_property
    def control(self) -> Slider | Menu:
        """What the guess is set with, in a browser."""
        if self.options:
            options = {letter: _lettered(letter, text) for letter, text in self.options.items()}
            return Menu(
                name="guess", label=self.question, options=options, default=next(iter(options))
            )
        return Slider(
            name="guess",
            label=self.question,
            low=self.low,
            high=self.high,
            step=self.step,
            default=self.low,
            percent=self.share,
            unit=self.unit,
        )

    @cached_property
    def guess(self) -> Guess:
        """The one guess of this session."""
        return Guess(self)

    def read(self, given: object) -> Value:
        """A guess as it is kept; a PlainError says what is wrong with it."""
        try:
            parts = self.kind.read(given).parts
        except NotAttempted:
            raise PlainError(NO_GUESS) from None
        for value in parts.values():
            if isinstance(value, float) and not self.low <= value <= self.high:
                low, high = self._in_words(self.low), self._in_words(self.high)
                raise PlainError(OUTSIDE.format(low=low, high=high))
        return self._kept(parts)

    def truth(self) -> Value:
        """What the guess is compared with."""
        return self._kept(self.kind.read(self.answer()).parts)

    def _kept(self, parts: Mapping[str, float | str]) -> Value:
        return parts[""]

    def call(self, value: Value) -> str:
        """The code that commits to a guess."""
        return f"mktlib.predict(exercises.{self.name}, {value!r})"

    def written(self, value: Value) -> str:
        """A guess or a truth in words."""
        assert isinstance(value, float | str)
        return self._in_words(value)

    def _in_words(self, value: float | str) -> str:
        """With as many decimals as it takes to be near it."""
        slider = self.control
        if isinstance(slider, Menu) or isinstance(value, str):
            return str(self.control.written(value))  # type: ignore[arg-type]
        for step in (self.step, self.step / 10, self.step / 100):
            slider = replace(slider, step=step)
            if abs(round(value / step) * step - value) <= abs(value) / 50:
                break
        return slider.written(value)

    def apart(self, guess: Value, truth: Value) -> str:
        """How far a guess is from the truth, in a sentence."""
        if not (isinstance(guess, float) and isinstance(truth, float)):
            return str(SPOT_ON if guess == truth else ANOTHER)
        if abs(guess - truth) <= max(abs(truth) / 20, self.step / 2):
            return str(SPOT_ON)
        too = TOO_HIGH if guess > truth else TOO_LOW
        if guess * truth > 0 and not 0.5 < guess / truth < 2:
            ratio = max(guess / truth, truth / guess)
            return too.format(off=FACTOR.format(ratio=number(ratio, 1 if ratio < 10 else 0)))
        return too.format(off=self._difference(abs(guess - truth)))

    def _difference(self, off: float) -> str:
        if self.share:
            return POINTS.format(points=number(off * 100, 1 if self.step < 0.01 else 0))
        return BY.format(off=self._in_words(off))

    def off_by(self, guess: Value, truth: Value) -> float | None:
        """The guess less the truth; None where they are not numbers."""
        both = isinstance(guess, float) and isinstance(truth, float)
        return guess - truth if both else None  # type: ignore[operator]

    def picture(self, guess: Value, truth: Value) -> Figure | None:
        """The guess and the truth on one line; None where they are not numbers."""
        if not (isinstance(guess, float) and isinstance(truth, float)):
            return None
        low, high = min(self.low, truth), max(self.high, truth)
        with style():
            figure = new_figure(7, 1.5)
            axes = figure.add_axes((0.06, 0.25, 0.88, 0.7))
            axes.set(xlim=(low, high), ylim=(-1, 1), yticks=[])
            tidy(axes, hide=("left",))
            axes.xaxis.set_major_formatter(lambda value, _: self._in_words(float(value)))
            axes.plot([guess, truth], [0, 0], color=QUIET, linewidth=1.2)
            marks = ((guess, YOUR_GUESS, "o", ORANGE, 0.35), (truth, self.called, "D", BLUE, -0.75))
            for value, name, marker, colour, height in marks:
                axes.plot([value], [0], marker, color=colour, markersize=10, clip_on=False)
                place = (value - low) / (high - low)
                align = "left" if place < 0.2 else "right" if place > 0.8 else "center"
                label = SAYS.format(name=name, value=self._in_words(value))
                axes.text(value, height, label, color=INK, ha=align)
        return figure

    def __repr__(self) -> str:
        return question_text(self.question, *self.kind.wanted())

    def _repr_html_(self) -> str:
        return question_html(self.question, *self.kind.wanted())


def _lettered(letter: str, text: Text) -> Text:
    return Text(en=f"{letter.upper()}. {text.en}", fr=f"{letter.upper()}. {text.fr}")


class Guess:
    """What a student committed to: `value`, None before; `revealed`, once the truth was seen."""

    def __init__(self, prediction: Prediction):
        self.prediction = prediction
        self.value: Value | None = None
        self.revealed = False

    def commit(self, value: object) -> str:
        """Commit to a value, and say so; a PlainError says what is wrong with it."""
        read = self.prediction.read(value)
        if self.revealed and read != self.value:
            raise PlainError(SEEN.format(guess=self._written()))
        self.value = read
        return f"{self} {KEEP.format(call=self.prediction.call(read))}"

    def reveal(self) -> Reveal:
        """The truth beside the guess, once there is a guess."""
        if self.value is None:
            return Reveal(self)
        truth = self.prediction.truth()
        self.revealed = True
        return Reveal(self, self.value, truth)

    def _written(self) -> str:
        return "" if self.value is None else self.prediction.written(self.value)

    def __repr__(self) -> str:
        if self.value is None:
            return str(NO_GUESS)
        return COMMITTED.format(guess=self._written())


@dataclass(frozen=True, eq=False)
class Reveal:
    """Guess and truth together; neither, as long as no guess was committed."""

    source: Guess
    guess: Value | None = None
    truth: Value | None = None

    def sentences(self) -> list[str]:
        """Guess and truth, how far apart, and why."""
        if self.guess is None or self.truth is None:
            return [str(NO_GUESS)]
        prediction = self.source.prediction
        shown = {"guess": prediction.written(self.guess), "truth": prediction.written(self.truth)}
        told = prediction.apart(self.guess, self.truth)
        said = ((YOUR_GUESS, shown["guess"]), (prediction.called, shown["truth"]))
        both = " ".join(f"{SAYS.format(name=name, value=value)}." for name, value in said)
        return [both, told, prediction.reveal.format(**shown)]

    def figure(self) -> Figure | None:
        """Guess and truth in one picture, where they can be drawn."""
        if self.guess is None or self.truth is None:
            return None
        return self.source.prediction.picture(self.guess, self.truth)

    def record(self) -> dict[str, object]:
        """The prediction as plain data; no truth in it before there is a guess."""
        prediction, guess, truth = self.source.prediction, self.guess, self.truth
        nothing = guess is None or truth is None
        return {
            "version": 1,
            "prediction": prediction.name,
            "topic": topic_of(prediction.answer),
            "outcome": "not_attempted" if nothing else "revealed",
            "language": language(),
            "guess": guess,
            "truth": truth,
            "off_by": None if nothing else prediction.off_by(guess, truth),  # type: ignore[arg-type]
        }

    def __repr__(self) -> str:
        return " ".join(self.sentences())

    def _repr_mimebundle_(
        self, include: object = None, exclude: object = None
    ) -> dict[str, object]:
        first, *others = self.sentences()
        figure = self.figure()
        picture = to_html(LiveFigure(figure).svg, alt=first) if figure else ""
        return {
            "text/plain": repr(self),
            "text/html": status_html(first, others, BLUE, below=picture),
            PREDICTION: self.record(),
        }


def predict(prediction: Prediction, guess: object = ...) -> Guess:
    """Ask for a guess, on the page in a notebook, or commit to `guess` in code.

    Run again, it gives the guess already committed to.
    """
    if not isinstance(prediction, Prediction):
        raise PlainError(NO_PREDICTION.format(given=type(prediction).__name__))
    if guess is not ...:
        prediction.guess.commit(guess)
    shell = getattr(sys.modules.get("IPython"), "get_ipython", lambda: None)()
    if getattr(shell, "kernel", None):
        from .widgets import show_guess

        show_guess(prediction.guess)
    return prediction.guess


NO_PREDICTION = Text(
    en="predict() takes a prediction, such as exercises.first_guess, not {given}.",
    fr="predict() attend une prédiction, par exemple exercises.first_guess, pas {given}.",
)
NO_GUESS = Text(
    en="No guess yet: commit to one above, then run this cell again.",
    fr="Pas encore d’estimation : validez-en une ci-dessus, puis exécutez de nouveau cette cellule.",
)
COMMITTED = Text(en="Your guess: {guess}.", fr="Votre estimation : {guess}.")
KEEP = Text(
    en="To keep it for another day, write it in the cell above: {call}",
    fr="Pour la garder un autre jour, écrivez-la dans la cellule ci-dessus : {call}",
)
SEEN = Text(
    en="You have seen the truth, so your guess stays: {guess}.",
    fr="Vous avez vu la vérité, votre estimation reste donc : {guess}.",
)
OUTSIDE = Text(
    en="A guess lies between {low} and {high}.",
    fr="Une estimation se situe entre {low} et {high}.",
)
SPOT_ON = Text(en="Well guessed.", fr="Bien deviné.")
ANOTHER = Text(en="Another answer is true.", fr="La bonne réponse est une autre.")
TOO_HIGH = Text(en="Your guess is too high, {off}.", fr="Votre estimation est trop haute, {off}.")
TOO_LOW = Text(en="Your guess is too low, {off}.", fr="Votre estimation est trop basse, {off}.")
FACTOR = Text(en="by a factor of {ratio}", fr="d’un facteur {ratio}")
POINTS = Text(en="by {points} points", fr="de {points} points")
BY = Text(en="by {off}", fr="de {off}")
