"""What two labs share: the control that shows the curve of least squares."""

from __future__ import annotations

from mktlib.core.lab import Menu
from mktlib.core.text import Text

LEAST_SQUARES = Menu(
    name="shown",
    label=Text(en="Least-squares curve", fr="Courbe des moindres carrés"),
    options={False: Text(en="hidden", fr="cachée"), True: Text(en="shown", fr="montrée")},
    default=False,
)
