"""mktlib: learn the marketing mix by predicting, moving, measuring and deciding.

`load` a dataset, `describe` where it comes from, `show` a lab, `predict` or
`draw_prediction` before you look, leave with a `memo`, look a word up in the `glossary`,
`set_language` to "en" or "fr".  Each topic has its own package:
`from mktlib.kpis import exercises, labs, model`.
"""

from .core.dataset import describe, load
from .core.drawing import draw_prediction
from .core.glossary import glossary
from .core.lab import show
from .core.memo import memo
from .core.prediction import predict
from .core.text import set_language

__all__ = [
    "describe",
    "draw_prediction",
    "glossary",
    "load",
    "memo",
    "predict",
    "set_language",
    "show",
]
__version__ = "0.1.0"
