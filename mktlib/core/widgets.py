"""The door to the browser: labs and predictions as widgets.

The only module that imports anywidget.  The front end (`widgets.js`) owns the
controls; the kernel only answers "what does the lab look like at these values?".
Each answer is whole, so that the front end may keep it, ask ahead for the next
step, and skip what it no longer needs.
"""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import TYPE_CHECKING, Any

import anywidget
import traitlets
from IPython.display import HTML, display

from .figure import LiveFigure, to_html
from .lab import Lab, Menu, Values
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
                "longest": max((lab.words(result) for result in lab.corner_results), key=len),
                "labels": {"reset": str(_RESET), "waiting": str(_WAITING)},
            },
        )

    def answer(self, question: dict[str, Any]) -> dict[str, Any]:
        values = {
            control.name: control.choices[index]
            for control, index in zip(self._lab.controls, question["indices"], strict=True)
        }
        return {"key": question["key"], **self._state(values)}

    def _state(self, values: Values) -> dict[str, Any]:
        try:
            result = self._lab.run(**values)
            self._update(result)
            return {"marks": self._live.marks(), "words": self._lab.words(result)}
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
        start = None if guess.value is None else control.nearest(guess.value)
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


def show_guess(guess: Guess) -> None:
    """Put a prediction on the page, to commit to."""
    display(GuessWidget(guess))


def _describe(control: Control) -> dict[str, Any]:
    spec = {
        "label": str(control.label),
        "default": control.choices.index(control.default),
        "written": [control.written(value) for value in control.choices],
    }
    if isinstance(control, Menu):
        return {"kind": "menu", **spec}
    unit = "%" if control.percent else str(control.unit or "")
    numbers = [control.shown(value) for value in control.choices]
    mark = "," if language() == "fr" else "."
    return {"kind": "slider", "numbers": numbers, "mark": mark, "unit": unit, **spec}


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
