"""The lessons as slides: pages that need no network, with the teaching notes for the speaker.

    python start.py slides                     every lesson, in both languages
    python start.py slides 01 04 --lang fr     two lessons, in French
    python start.py slides --no-run            without what the cells display

A `#` or `##` heading opens a slide, other prose one below it; an answer and a reveal wait for a
key, so that the class speaks first.  Arrows or space to go on, S for the speaker's window, O for
all slides at once.  The builder writes these marks into the notebooks, and nbconvert makes the
pages; reveal.js comes from the package sphinx-revealjs, and is written into each page.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from .course import NOTEBOOKS
from .prediction import PREDICTION
from .text import LANGUAGES, PlainError, Text

TEMPLATES = Path(__file__).resolve().parent
WIDGET = "application/vnd.jupyter.widget-view+json"
GUESS = re.compile(r"mktlib\.(?:draw_prediction|predict)\(([\w.]+)\)$")
SECONDS_A_CELL = 120


def slides(notebook: Path, folder: Path, run: bool = True) -> Path:
    """Write one notebook as a page of slides in `folder`; where it is."""
    import nbformat
    from nbconvert.exporters import SlidesExporter

    lesson = nbformat.read(notebook, as_version=4)
    if run:
        _run(lesson)
    title = re.search(r"^# (.+)$", lesson.cells[0].source, re.MULTILINE)
    lesson.metadata["title"] = title[1] if title else notebook.stem
    exporter = SlidesExporter(
        template_name="slideshow",
        extra_template_basedirs=[str(TEMPLATES)],
        extra_template_paths=[str(reveal_js())],
    )
    page, _ = exporter.from_notebook_node(lesson)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{notebook.stem}.html"
    path.write_text(page, encoding="utf-8", newline="\n")
    return path


def reveal_js() -> Path:
    """Where the package sphinx-revealjs keeps reveal.js; nothing of Sphinx itself is used."""
    package = find_spec("sphinx_revealjs")
    if package is None or package.origin is None:
        raise PlainError(NO_REVEAL_JS)
    return Path(package.origin).parent / "_static" / "revealjs"


def _run(lesson: Any) -> None:
    """Run the cells in a folder of their own; of a widget, keep the picture that stands for it."""
    from nbclient import NotebookClient

    code = [(cell, cell.source) for cell in lesson.cells if cell.cell_type == "code"]
    for cell, source in code:  # a guess is made in a widget: its question is shown instead
        if asked := GUESS.search(source):
            cell.source = f"{source}\n{asked[1]}"
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / lesson.metadata["mktlib"]["language"]
        folder.mkdir()
        NotebookClient(
            lesson,
            timeout=SECONDS_A_CELL,
            store_widget_state=False,
            resources={"metadata": {"path": str(folder)}},
        ).execute()
    for cell, source in code:
        cell.source = source
        cell.outputs = [output for output in cell.outputs if _shows(output.get("data", {}))]


def _shows(data: dict[str, Any]) -> bool:
    """Not what needs a kernel: a widget, or a reveal that waits for a guess (see the notes)."""
    waits = PREDICTION in data and data[PREDICTION].get("guess") is None
    return WIDGET not in data and not waits


def _asked(names: list[str], languages: tuple[str, ...], notebooks: Path) -> list[Path]:
    found: list[Path] = []
    for code in languages:
        every = sorted((notebooks / "instructor" / code).glob("*.ipynb"))
        for name in names or [""]:
            named = [path for path in every if path.stem.startswith(Path(name).stem)]
            if not named:
                listed = ", ".join(path.stem for path in every)
                raise PlainError(
                    Text(
                        en=f'There is no lesson "{name}". All of them: {listed}.',
                        fr=f"Il n’y a pas de leçon « {name} ». Les voici toutes : {listed}.",
                    )
                )
            found += named
    return list(dict.fromkeys(found))


def main(arguments: list[str] | None = None, notebooks: Path = NOTEBOOKS) -> int:
    parser = argparse.ArgumentParser(prog="python start.py slides", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("lessons", nargs="*", help="01, 01_push_pull…; all if none is named")
    parser.add_argument("--lang", choices=LANGUAGES, help="in one language only")
    parser.add_argument("--no-run", action="store_true", help="without what the cells display")
    parser.add_argument("--folder", type=Path, default=notebooks.parent / "slides")
    options = parser.parse_args(arguments)
    try:
        languages = (options.lang,) if options.lang else LANGUAGES
        for path in _asked(options.lessons, languages, notebooks):
            written = slides(path, options.folder / path.parent.name, run=not options.no_run)
            print(f"written  {written}", flush=True)
    except PlainError as fault:
        print(fault, file=sys.stderr)
        return 1
    return 0


NO_REVEAL_JS = Text(
    en="Slides need the test tools: use `python start.py slides`, or `pip install sphinx-revealjs`.",
    fr="Les diapositives ont besoin des outils de test : lancez `python start.py slides`, ou "
    "`pip install sphinx-revealjs`.",
)


if __name__ == "__main__":
    sys.exit(main())
