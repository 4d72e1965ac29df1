"""The door to the browser: labs and predictions as widgets.

The only module that imports anywidget.  The front end (`widgets.js`) owns the
controls; the kernel only answers "what does the lab look like at these values?".
Each answer is whole, so that the front end may keep it, ask ahead for the next
step, and skip what it no longer needs.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import anywidget
import traitlets
from IPython.display import HTML, display

from .drawing import BOX, SIZE, DrawnPrediction
from .figure import SERIES, LiveFigure, to_html
from .lab import Lab, Menu, Slider, Split, Values
from .text import PlainError, Text, language

if TYPE_CHECKING:
    from .lab import Control
    from .prediction import Guess

_HERE = Path(__file__).parent
_serial = itertools.count()


class _Widget(anywidget.AnyWidget):
    _esm = _HERE / "widgets.js"
    _css = _HERE / "widgets.css"
    spec = traitlets.Dict().tag(sync=True)

    def __init__(self, title: str, spec: dict[str, Any]):
        super().__init__(spec={**spec, "title": title})
        self.on_msg(lambda _widget, question, _buffers: self.send(self.answer(question)))

    def answer(self, question: dict[str, Any]) -> dict[str, Any]:
        raise NotImplementedError

    def __repr__(self) -> str:  # nbval compares it: no address in it
        return f"<{self.spec['title']}>"


class LabWidget(_Widget):
    """A lab on the page."""

    def __init__(self, lab: Lab):
        self._lab = lab
        figure, self._update = lab.stage()
        self._update(lab.run())
        self._live = LiveFigure(figure, salt=f"{lab.name}-{next(_serial)}")
        super().__init__(
            str(lab.title),
            {
                "kind": "lab",
                "controls": [_describe(control) for control in lab.controls],
                "svg": self._live.svg,
                "size": lab.size,
                "caption": str(lab.caption),
                "first": self._state(lab.defaults),
                "longest": self._longest(),
                "labels": {"reset": str(_RESET), "waiting": str(_WAITING)},
            },
        )

    def answer(self, question: dict[str, Any]) -> dict[str, Any]:
        values = {
            control.name: control.at(position)
            for control, position in zip(self._lab.controls, question["positions"], strict=True)
        }
        return {"key": question["key"], **self._state(values)}

    def _longest(self) -> str:
        """The longest of many sentences: room for it is kept, so that nothing below them jumps."""
        said = [self._lab.words(result) for result in self._lab.corner_results]
        for values in self._lab.walks():
            said += self._or_an_error(self._words, values).values()
        return max(said, key=len)

    def _words(self, values: Values) -> dict[str, Any]:
        return {"words": self._lab.words(self._lab.run(**values))}

    def _picture(self, values: Values) -> dict[str, Any]:
        result = self._lab.run(**values)
        self._update(result)
        return {"marks": self._live.marks(), "words": self._lab.words(result)}

    def _state(self, values: Values) -> dict[str, Any]:
        return self._or_an_error(self._picture, values)

    def _or_an_error(
        self, part: Callable[[Values], dict[str, Any]], values: Values
    ) -> dict[str, Any]:
        try:
            return part(values)
        except PlainError as error:
            return {"error": str(error)}
        except Exception as error:  # noqa: BLE001  a fault of ours, told in a sentence
            return {"error": _FAULT.format(kind=type(error).__name__, message=error)}


def show_lab(lab: Lab) -> None:
    """Put a lab on the page: a still picture, which a saved notebook keeps, then the live one."""
    widget = LabWidget(lab)
    spec = widget.spec
    seen = f"{lab.title}. {spec['first']['words']}"
    display(HTML(to_html(spec["svg"], alt=seen, caption=spec["caption"])))
    display(widget)


class GuessWidget(_Widget):
    """A prediction on the page: a control and a button to commit with."""

    def __init__(self, guess: Guess):
        self._guess = guess
        control = guess.prediction.control
        described = _describe(control)
        start = None if guess.value is None else control.position(guess.value)
        if isinstance(control, Menu):
            described["kind"] = "options"
        elif start is None:
            start = 0
        super().__init__(
            str(guess.prediction.question),
            {
                "kind": "guess",
                "control": {**described, "label": str(_YOUR_GUESS)},
                "start": start,
                "said": "" if guess.value is None else str(guess),
                "labels": {"commit": str(_COMMIT)},
            },
        )

    def answer(self, question: dict[str, Any]) -> dict[str, Any]:
        control = self._guess.prediction.control
        if question["commit"] is None:
            return {"said": str(_PICK)}
        try:
            return {"said": self._guess.commit(control.choices[question["commit"]])}
        except PlainError as error:
            return {"said": str(error)}


class DrawnWidget(_Widget):
    """A curve to draw on an empty frame, and a button to commit with."""

    def __init__(self, guess: Guess):
        prediction = guess.prediction
        assert isinstance(prediction, DrawnPrediction)
        self._guess, self._stops = guess, prediction.control
        stops, places = self._stops, prediction.places
        assert isinstance(stops, Slider)
        start, end = prediction.span
        left, bottom, width, height = BOX
        drawn = guess.value if isinstance(guess.value, tuple) else [None] * len(places)
        known = None if prediction.known is None else prediction.known().iloc[-1]
        super().__init__(
            str(prediction.question),
            {
                "kind": "drawn",
                "svg": LiveFigure(prediction.frame(), salt=f"frame-{next(_serial)}").svg,
                "size": SIZE,
                "box": [left, 1 - bottom - height, width, height],
                "across": [(place - start) / (end - start) for place in places],
                "places": [prediction.place_in_words(place) for place in places],
                "written": [stops.written(value) for value in stops.choices],
                "start": [None if y is None else stops.position(y) for y in drawn],
                "from": 0 if known is None else stops.position(known),
                "set_out": [
                    [(x - start) / (end - start), (y - stops.low) / (stops.high - stops.low)]
                    for x, y in prediction.start
                ],
                "said": "" if guess.value is None else str(guess),
                "labels": {"how": str(_HOW_TO_DRAW), "clear": str(_CLEAR), "commit": str(_COMMIT)},
            },
        )

    def answer(self, question: dict[str, Any]) -> dict[str, Any]:
        curve = [... if index is None else self._stops.at(index) for index in question["commit"]]
        try:
            return {"said": self._guess.commit(curve)}
        except PlainError as error:
            return {"said": str(error)}


def show_guess(guess: Guess) -> None:
    """Put a prediction on the page, to commit to."""
    drawn = isinstance(guess.prediction, DrawnPrediction)
    display(DrawnWidget(guess) if drawn else GuessWidget(guess))


def _describe(control: Control) -> dict[str, Any]:
    spec: dict[str, Any] = {
        "label": str(control.label),
        "default": control.position(control.default),
    }
    if isinstance(control, Split):
        return {
            "kind": "split",
            **spec,
            "parts": [str(part) for part in control.parts.values()],
            "colours": SERIES[: len(control.parts)],
            "written": [control.share_written(steps) for steps in range(control.whole + 1)],
        }
    spec["written"] = [control.written(value) for value in control.choices]
    if isinstance(control, Menu):
        return {"kind": "menu", **spec}
    unit = "%" if control.percent else str(control.unit or "")
    numbers = [control.shown(value) for value in control.choices]
    mark = "," if language() == "fr" else "."
    return {"kind": "slider", "numbers": numbers, "mark": mark, "unit": unit, **spec}


_HOW_TO_DRAW = Text(
    en="Draw the curve across the frame with the mouse or a finger. By keyboard: ← → to go from "
    "place to place, ↑ ↓ (or Page Up, Page Down) to lift or lower the curve there.",
    fr="Tracez la courbe d’un bord à l’autre, à la souris ou au doigt. Au clavier : ← → pour passer "
    "d’un point à l’autre, ↑ ↓ (ou Page préc., Page suiv.) pour y relever ou abaisser la courbe.",
)
_CLEAR = Text(en="Clear", fr="Effacer")
_YOUR_GUESS = Text(en="Your guess", fr="Votre estimation")
_PICK = Text(en="Pick one first.", fr="Choisissez d’abord une réponse.")
_COMMIT = Text(en="Commit to this guess", fr="Valider cette estimation")
_RESET = Text(en="Reset", fr="Réinitialiser")
_WAITING = Text(
    en="Waiting for Python. If this lasts, run the cell that shows the lab again.",
    fr="En attente de Python. Si cela dure, exécutez de nouveau la cellule qui affiche le labo.",
)
_FAULT = Text(
    en="This setting could not be computed ({kind}: {message}). Move a control, or press Reset.",
    fr="Ce réglage n’a pas pu être calculé ({kind} : {message}). "
    "Déplacez un curseur ou réinitialisez.",
)
