"""One lab, shown in five ways: as shipped, and as others would.  Runs in the notebook's kernel."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from mktlib.core.lab import Lab, Slider

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def moved_slider(lab: Lab) -> Slider:
    """The slider with the most stops: the one that the keys move."""
    sliders = [control for control in lab.controls if isinstance(control, Slider)]
    return max(sliders, key=lambda slider: len(slider.choices))


def as_shipped(lab: Lab) -> Any:
    from mktlib.core.widgets import LabWidget

    return LabWidget(lab)


def without_look_ahead(lab: Lab) -> Any:
    """The same lab, but each state is asked for when it is wanted, and forgotten after."""
    from mktlib.core import widgets

    front_end = (Path(widgets.__file__).parent / "widgets.js").read_text(encoding="utf-8")
    for setting, off in {"AHEAD_MS = 30;": "AHEAD_MS = 1e9;", "KEPT = 400;": "KEPT = 0;"}.items():
        assert setting in front_end, f"widgets.js no longer says {setting}"
        front_end = front_end.replace(setting, off)
    return type("LabWidgetAsking", (widgets.LabWidget,), {"_esm": front_end})(lab)


def echo(lab: Lab) -> Any:
    """The floor: the kernel answers a key with one number in a label."""
    from ipywidgets import HTML, VBox

    slider, label = _slider(lab), HTML("<b class='echo'>0</b>")
    slider.observe(
        lambda change: setattr(label, "value", f"<b class='echo'>{change.new}</b>"), "value"
    )
    return VBox([slider, label])


def interact(lab: Lab) -> Any:
    """What a notebook usually does: draw the same figure anew and show it as a PNG."""
    from IPython.core.getipython import get_ipython
    from IPython.display import display
    from ipywidgets import interactive

    get_ipython().run_line_magic("matplotlib", "inline")
    moved = moved_slider(lab)
    return interactive(
        lambda stop: display(lab.draw(**{moved.name: moved.choices[stop]})), stop=_slider(lab)
    )


def plotly(lab: Lab) -> Any:
    """The same moving marks, each a trace of a plotly FigureWidget; without ticks or a frame."""
    import plotly.graph_objects as graphs
    from ipywidgets import VBox

    moved, slider = moved_slider(lab), _slider(lab)
    figure, update = lab.stage()
    update(lab.run(**{moved.name: moved.choices[0]}))
    wide, high = figure.bbox.size
    hidden = {"visible": False}
    chart = graphs.FigureWidget(
        [graphs.Scatter(**trace, hoverinfo="skip", showlegend=False) for trace in _traces(figure)],
        graphs.Layout(
            width=wide * 4 / 3,
            height=high * 4 / 3,
            title="0",
            margin=dict.fromkeys("lrtb", 30),
            xaxis={"range": [0, wide], **hidden},
            yaxis={"range": [0, high], **hidden},
        ),
    )

    def move(change: Any) -> None:
        update(lab.run(**{moved.name: moved.choices[change.new]}))
        with chart.batch_update():
            chart.layout.title.text = str(change.new)
            for trace, now in zip(chart.data, _traces(figure), strict=True):
                trace.update(now)

    slider.observe(move, "value")
    return VBox([slider, chart])


def _traces(figure: Figure) -> Iterator[dict[str, Any]]:
    """Where each moving artist stands, in pixels of the figure."""
    from matplotlib.collections import Collection
    from matplotlib.lines import Line2D
    from matplotlib.text import Text

    for artist in figure.findobj(lambda artist: artist.get_animated()):
        if isinstance(artist, Text):
            points = [artist.get_position()]
            more = {"mode": "text", "text": [artist.get_text()]}
        else:
            many = isinstance(artist, Collection)
            paths = artist.get_paths() if many else [artist.get_path()]
            points = np.concatenate([path.vertices for path in paths])
            more = {"mode": "lines"}
            if isinstance(artist, Line2D) and artist.get_marker() not in (None, "None", ""):
                more = {"mode": "markers"}
        x, y = artist.get_transform().transform(points).T
        yield {"x": x, "y": y, "visible": bool(artist.get_visible()), **more}


def _slider(lab: Lab) -> Any:
    from ipywidgets import IntSlider

    return IntSlider(max=len(moved_slider(lab).choices) - 1)
