"""What a class misunderstood, read from the notebooks that students saved.

A check leaves a record in its cell's output.  `python -m mktlib.core.classroom FOLDER`
reads the records of every notebook in a folder, prints a table, and writes
`FOLDER_report.html` beside it.  The report names no student, but for the files
that could not be used.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from statistics import fmean
from typing import Any

import pandas as pd

from .exercise import SLIPS, Exercise
from .figure import BLUE, ORANGE
from .prediction import PREDICTION, Prediction
from .text import LANGUAGES, PlainError, Text, language, number, percent, set_language
from .verdict import VERDICT, Outcome, inline

Row = dict[Any, Any]  # a row of a table, by column
WHICH = ["notebook", "topic", "exercise"]
RECORD = ["student", "kind", *WHICH, "outcome", "misconception", "guess", "truth"]
WRONG = (Outcome.MISCONCEPTION, Outcome.INCORRECT)

_A_COPY = re.compile(r"(-Copy\d+|[ _]?\(\d+\))?")


@dataclass(frozen=True)
class HandIns:
    """What a folder of saved notebooks holds."""

    records: pd.DataFrame  # a row a student and exercise (the last check) or prediction
    readable: int
    silent: tuple[str, ...]  # readable, but saved without any record
    unreadable: tuple[str, ...]


# ------------------------------------------------------------------ reading


def read_folder(folder: Path | str) -> HandIns:
    """The records of every notebook below a folder, the oldest file first."""
    folder = Path(folder)
    if not folder.is_dir():
        raise PlainError(NO_FOLDER.format(folder=folder))
    paths = [path for path in folder.rglob("*.ipynb") if not _hidden(path.relative_to(folder))]
    if not paths:
        raise PlainError(NOTHING_HERE.format(folder=folder))
    rows: list[Row] = []
    silent, unreadable = [], []
    for path in sorted(paths, key=lambda path: (path.stat().st_mtime, path)):
        name = path.relative_to(folder)
        try:
            found = _records(json.loads(path.read_text(encoding="utf-8")), name)
        except (OSError, ValueError, LookupError, TypeError, AttributeError):
            unreadable.append(name.as_posix())
            continue
        rows += found
        if not found:
            silent.append(name.as_posix())
    records = pd.DataFrame(rows, columns=RECORD).drop_duplicates(
        ["student", "kind", *WHICH], keep="last", ignore_index=True
    )
    return HandIns(records, len(paths) - len(unreadable), tuple(silent), tuple(unreadable))


def _records(saved: Row, path: Path) -> list[Row]:
    notebook = Path(saved["metadata"].get("mktlib", {}).get("source", path.name)).stem
    student = _student(path, notebook)
    outputs = [output for cell in saved["cells"] for output in cell.get("outputs", ())]
    return [
        {
            "student": student,
            "kind": kind,
            "notebook": notebook,
            "topic": str(record["topic"]),
            "exercise": str(record[kind]),
            "outcome": str(record["outcome"]),
            "misconception": str(record.get("misconception", "")),
            **_guess(record),
        }
        for output in outputs
        for kind, mimetype in (("exercise", VERDICT), ("prediction", PREDICTION))
        for record in [output.get("data", {}).get(mimetype)]
        if record is not None
    ]


def _guess(record: Row) -> Row:
    """A guess and the truth, of the same kind; without a guess, the truth as it comes."""
    guess, truth = record.get("guess"), record.get("truth")
    if isinstance(guess, list) and isinstance(truth, list):  # curves: by their mean height
        guess, truth = fmean(guess), fmean(truth)
    alike = any(isinstance(guess, k) and isinstance(truth, k) for k in (float | int, str))
    if guess is not None and not alike:
        raise TypeError(f"the guess {guess!r} cannot be compared with the truth {truth!r}")
    return {"guess": guess, "truth": truth}


def _hidden(path: Path) -> bool:
    """Checkpoints, and what some systems add to archives."""
    return any(part.startswith((".", "__MACOSX")) for part in path.parts)


def _student(path: Path, notebook: str) -> str:
    """The folder of a notebook that kept the course's name, else its own path.

    >>> _student(Path("Ana_123/04_kpis-Copy1.ipynb"), "04_kpis")
    'Ana_123'
    >>> _student(Path("group 2/Ana.ipynb"), "04_kpis")
    'group 2/Ana'
    """
    kept_its_name = path.stem.startswith(notebook) and _A_COPY.fullmatch(
        path.stem.removeprefix(notebook)
    )
    in_a_folder = len(path.parts) > 1
    return (path.parent if kept_its_name and in_a_folder else path.with_suffix("")).as_posix()


# ------------------------------------------------------------------ counting


def misunderstood(records: pd.DataFrame) -> pd.DataFrame:
    """One row for each exercise, the most misunderstood first.

    Students are counted: who met it, who `attempted` it, who is `right`, who is `wrong`,
    and for whom the exercise itself failed.  `right_share` (0-1) is of those who attempted.
    """
    rows = []
    for which, group in records[records.kind == "exercise"].groupby(WHICH):
        right = int((group.outcome == Outcome.CORRECT).sum())
        attempted = int((group.outcome != Outcome.NOT_ATTEMPTED).sum())
        rows.append(
            {
                **dict(zip(WHICH, which, strict=True)),
                "students": len(group),
                "attempted": attempted,
                "right": right,
                "wrong": int(group.outcome.isin(WRONG).sum()),
                "failed": int((group.outcome == Outcome.UNJUDGED).sum()),
                "right_share": right / attempted if attempted else float("nan"),
            }
        )
    columns = [*WHICH, "students", "attempted", "right", "wrong", "failed", "right_share"]
    table = pd.DataFrame(rows, columns=columns)
    return table.sort_values(["wrong", *WHICH], ascending=[False, True, True, True]).reset_index(
        drop=True
    )


def misconceptions(records: pd.DataFrame) -> pd.DataFrame:
    """One row for each misconception met in each exercise, the commonest first.

    It is held by `times` students; `hint` is what a check answers to it.
    """
    rows = [
        (*which, name, times, _hint(str(which[1]), str(which[2]), name))
        for which, group in records.groupby(WHICH)
        for name, times in Counter(filter(None, group.misconception)).most_common()
    ]
    return pd.DataFrame(rows, columns=[*WHICH, "misconception", "times", "hint"])


def _guesses(group: pd.DataFrame) -> str:
    """What the guesses of one prediction were like, in a sentence."""
    made = group.to_dict("records")
    numbers = [row for row in made if isinstance(row["guess"], float | int)]
    if numbers:
        return GUESSES.format(
            guessed=number(len(made)),
            high=number(sum(row["guess"] > row["truth"] for row in numbers)),
            low=number(sum(row["guess"] < row["truth"] for row in numbers)),
        )
    right = sum(row["guess"] == row["truth"] for row in made)
    return CHOICES.format(guessed=number(len(made)), right=number(right))


def _in_the_course(topic: str, name: str) -> Exercise | Prediction | None:
    """What a record is about; None if this version of the course has nothing so named."""
    module = f"mktlib.{topic}.exercises"
    if not (topic.isidentifier() and find_spec(f"mktlib.{topic}") and find_spec(module)):
        return None
    found = getattr(import_module(module), name, None)
    return found if isinstance(found, Exercise | Prediction) else None


def _hint(topic: str, exercise: str, misconception: str) -> str:
    hints = {slip.name: slip.hint for slip in SLIPS.values() if slip}
    known = _in_the_course(topic, exercise)
    if isinstance(known, Exercise):
        hints |= {each.name: each.hint for each in known.misconceptions}
    return str(hints.get(misconception, ""))


# ------------------------------------------------------------------ telling


def as_text(hand_ins: HandIns) -> str:
    """The report for a terminal."""
    lines = _summary(hand_ins)
    for row, held in _told(hand_ins.records):
        lines += ["", f"{row['notebook']}, {row['exercise']}: {_counts(row)}"]
        lines += [f"  {each['times']} × {each['misconception']}. {each['hint']}" for each in held]
    for which, group in _predictions(hand_ins.records):
        lines += ["", f"{which[0]}, {which[2]}: {_guesses(group)}"]
    return "\n".join(lines)


def as_html(hand_ins: HandIns) -> str:
    """The report as one page to read, project or print."""
    sections = []
    for row, held in _told(hand_ins.records):
        mistakes = "".join(
            f"<li><b>{each['times']} ×</b> {inline(each['hint'])}"
            f" <code>{inline(each['misconception'])}</code></li>"
            for each in held
        )
        counts = f"{_bar(row)}<p>{inline(_counts(row))}</p>"
        sections.append(_section(row, counts + (f"<ul>{mistakes}</ul>" if held else "")))
    for which, group in _predictions(hand_ins.records):
        row = dict(zip(WHICH, which, strict=True))
        sections.append(_section(row, f"<p>{inline(_guesses(group))}</p>"))
    return PAGE.format(
        language=language(),
        title=inline(TITLE),
        summary="".join(f"<p>{inline(sentence)}</p>" for sentence in _summary(hand_ins)),
        sections="\n".join(sections),
        right=BLUE,
        wrong=ORANGE,
    )


def _told(records: pd.DataFrame) -> Iterator[tuple[Row, list[Row]]]:
    """Each exercise's counts, with the misconceptions met in it."""
    held = misconceptions(records).to_dict("records")
    for row in misunderstood(records).to_dict("records"):
        yield row, [each for each in held if all(each[key] == row[key] for key in WHICH)]


def _predictions(records: pd.DataFrame) -> Iterator[tuple[Any, pd.DataFrame]]:
    """The guesses of each prediction, where there are any."""
    yield from records[(records.kind == "prediction") & records.guess.notna()].groupby(WHICH)


def _summary(hand_ins: HandIns) -> list[str]:
    students = hand_ins.records.student.nunique()
    lines = [READ.format(notebooks=number(hand_ins.readable), students=number(students))]
    for sentence, names in ((SILENT, hand_ins.silent), (UNREADABLE, hand_ins.unreadable)):
        if names:
            lines.append(sentence.format(names=", ".join(names)))
    return lines


def _counts(row: Row) -> str:
    counts = {key: number(row[key]) for key in ("students", "attempted", "right", "failed")}
    if not row["attempted"]:
        return NOBODY.format(**counts)
    sentence = COUNTS.format(**counts, share=percent(row["right_share"], 0))
    return f"{sentence} {FAILED.format(**counts)}" if row["failed"] else sentence


def _section(row: Row, content: str) -> str:
    known = _in_the_course(row["topic"], row["exercise"])
    return (
        f"<section><h2>{inline(known.question if known else row['exercise'])}</h2>"
        f"<p class='where'>{inline(row['notebook'])}, <code>{inline(row['exercise'])}</code></p>"
        f"{content}</section>"
    )


def _bar(row: Row) -> str:
    """Right, wrong and neither, as widths; the counts stand beside it in words."""
    parts = "".join(
        f"<i class='{key}' style='width:{100 * row[key] / row['students']:.1f}%'></i>"
        for key in ("right", "wrong")
    )
    return f"<div class='bar' aria-hidden='true'>{parts}</div>"


NO_FOLDER = Text(
    en="There is no folder {folder}: give the folder that holds the saved notebooks, unzipped.",
    fr="Il n’y a pas de dossier {folder} : indiquez le dossier, décompressé, "
    "qui contient les notebooks enregistrés.",
)
NOTHING_HERE = Text(
    en="{folder} holds no notebook (.ipynb): put the students' saved notebooks in it.",
    fr="{folder} ne contient aucun notebook (.ipynb) : placez-y les notebooks "
    "enregistrés par les étudiants.",
)
TITLE = Text(en="What the class misunderstood", fr="Ce que la classe a mal compris")
READ = Text(
    en="Notebooks read: {notebooks}. Students with at least one answer checked: {students}.",
    fr="Notebooks lus : {notebooks}. Étudiants avec au moins une réponse vérifiée : {students}.",
)
SILENT = Text(
    en="Saved without any check or reveal: {names}.",
    fr="Enregistrés sans aucune vérification ni révélation : {names}.",
)
UNREADABLE = Text(
    en="Not readable, ask for them again: {names}.",
    fr="Illisibles, à redemander : {names}.",
)
NOBODY = Text(
    en="nobody has tried yet (students who met it: {students}).",
    fr="personne n’a encore essayé (étudiants qui l’ont rencontré : {students}).",
)
COUNTS = Text(
    en="{right} right out of {attempted} who tried ({share}), among {students} who met it.",
    fr="{right} justes sur {attempted} qui ont essayé ({share}), "
    "parmi {students} qui l’ont rencontré.",
)
FAILED = Text(
    en="The exercise itself failed {failed} times: tell the course's authors.",
    fr="L’exercice lui-même a échoué {failed} fois : signalez-le aux auteurs du cours.",
)
GUESSES = Text(
    en="{guessed} guessed: {high} too high, {low} too low.",
    fr="{guessed} estimations : {high} trop hautes, {low} trop basses.",
)
CHOICES = Text(
    en="{guessed} guessed: {right} rightly.",
    fr="{guessed} estimations, dont {right} justes.",
)
PAGE = """<!doctype html>
<html lang="{language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>
body {{ font: 17px/1.5 system-ui, sans-serif; max-width: 44em; margin: 2em auto; padding: 0 1em; }}
h2 {{ font-size: 1.1em; margin-bottom: 0; }}
section {{ break-inside: avoid; border-top: 1px solid #ccc; margin-top: 1.5em; }}
.where {{ color: #555; margin-top: 0; }}
.bar {{ display: flex; height: 1em; background: #ddd; print-color-adjust: exact; }}
.right {{ background: {right}; }}
.wrong {{ background: {wrong}; }}
@media print {{ body {{ font-size: 11pt; margin: 0; }} }}
</style>
<h1>{title}</h1>
{summary}
{sections}
</html>
"""


# ------------------------------------------------------------------ the command


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m mktlib.core.classroom", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("folder", type=Path, help="where the saved notebooks are")
    parser.add_argument("--lang", choices=LANGUAGES, help="the language of the report")
    options = parser.parse_args(arguments)
    if options.lang:
        set_language(options.lang)
    try:
        hand_ins = read_folder(options.folder)
    except PlainError as refusal:
        print(refusal, file=sys.stderr)
        return 1
    folder = options.folder.resolve()
    report = folder.with_name(f"{folder.name}_report.html")
    report.write_text(as_html(hand_ins), encoding="utf-8")
    print(as_text(hand_ins), "", report, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
