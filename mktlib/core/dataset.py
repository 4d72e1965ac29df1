"""Datasets: a plain typed table, and the card that says what it is worth.

A dataset is a folder with `data.csv` and `datapackage.json` (Data Package
standard, with a French twin `..._fr` of every sentence).  The table is read
only if its bytes are those that the card was written for.
"""

from __future__ import annotations

import difflib
import functools
import hashlib
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .card import Card
from .text import PlainError, Text

if TYPE_CHECKING:
    import pandas as pd

PANDAS_TYPES = {"string": "str", "integer": "Int64", "number": "float64", "boolean": "boolean"}
PLAIN = {"integer": "int64", "boolean": "bool"}  # when nothing is missing


def names() -> tuple[str, ...]:
    """The names of all datasets, in alphabetical order."""
    folder = _folder()
    if not folder.is_dir():
        raise PlainError(
            Text(
                en="The folder of the datasets is missing: download the course again, "
                "or restore it with `git checkout -- datasets`.",
                fr="Le dossier des jeux de données est absent : téléchargez de nouveau le "
                "cours, ou restaurez-le avec « git checkout -- datasets ».",
            )
        )
    return tuple(sorted({file.parent.name for file in folder.glob("*/data*")}))


def load(name: str) -> pd.DataFrame:
    """The table of a dataset: a plain, typed DataFrame, yours to change.

    >>> load("google_ads").shape
    (32, 8)
    """
    return _table(_find(name)).copy()


def describe(name: str) -> Card:
    """The card of a dataset: what it is, where it comes from, what is wrong with it."""
    folder = _find(name)
    package, rows = _package(folder), len(_table(folder))
    if missing := _missing(package):
        raise _incomplete(folder, missing)
    return Card(name, package, rows)


def _folder() -> Path:
    """The datasets of the installed package, or else those of the repository."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "datasets"
    return installed if installed.is_dir() else package.parent / "datasets"


def _find(name: str) -> Path:
    known = names()
    if name in known:
        return _folder() / name
    asked = str(name).lower().replace(" ", "_").replace("-", "_")
    near = difflib.get_close_matches(asked, known, n=1)
    listed = ", ".join(known)
    en, fr = f'There is no dataset "{name}".', f"Il n’y a pas de jeu de données « {name} »."
    if near:
        en, fr = f'{en} Did you mean "{near[0]}"?', f"{fr} Vouliez-vous dire « {near[0]} » ?"
    raise PlainError(Text(en=f"{en} All of them: {listed}.", fr=f"{fr} Les voici tous : {listed}."))


def _damaged(path: Path) -> PlainError:
    name, file = path.parent.name, path.name
    return PlainError(
        Text(
            en=f'The dataset "{name}" is damaged: its file {file} is missing or was changed. '
            "If you changed it on purpose: `python datasets/seal.py`. Otherwise restore it with "
            f"`git checkout -- datasets/{name}`, or download the course again.",
            fr=f"Le jeu de données « {name} » est endommagé : son fichier {file} est absent ou a "
            "été modifié. Si vous l’avez modifié exprès : « python datasets/seal.py ». Sinon, "
            f"restaurez-le avec « git checkout -- datasets/{name} », ou téléchargez de nouveau "
            "le cours.",
        )
    )


def _incomplete(folder: Path, missing: str) -> PlainError:
    card = f"datasets/{folder.name}/datapackage.json"
    return PlainError(
        Text(
            en=f'{card} lacks "{missing}": add it ("hash" and "bytes" come from '
            "`python datasets/seal.py`).",
            fr=f"Il manque « {missing} » dans {card} : ajoutez-le (« hash » et « bytes » viennent "
            "de « python datasets/seal.py »).",
        )
    )


def _missing(package: dict[str, Any]) -> str:
    """The first thing that a card needs and that is not there; "" if nothing is."""
    said = ("title", "description", "collected_by", "period", "licence_note")
    wanted = [(package, "", (*said, *(f"{key}_fr" for key in said), "kind", "sources", "flaws"))]
    for field in package["resources"][0]["schema"]["fields"]:
        keys = ("unit", "unit_fr", "description", "description_fr")
        wanted.append((field, f"{field['name']}: ", keys))
    return next(
        (f"{of}{key}" for entry, of, keys in wanted for key in keys if key not in entry), ""
    )


@functools.cache
def _package(folder: Path) -> dict[str, Any]:
    path = folder / "datapackage.json"
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:  # gone, or neither UTF-8 nor JSON any more
        raise _damaged(path) from error


@functools.cache
def _table(folder: Path) -> pd.DataFrame:
    try:
        resource = _package(folder)["resources"][0]
        path, seal = folder / resource["path"], resource["hash"]
        types = {field["name"]: field["type"] for field in resource["schema"]["fields"]}
    except KeyError as missing:
        raise _incomplete(folder, missing.args[0]) from missing
    if not path.is_file():
        raise _damaged(path)
    data = path.read_bytes()
    if "sha256:" + hashlib.sha256(data).hexdigest() != seal:
        raise _damaged(path)
    return _typed(data, types)


def _typed(data: bytes, types: dict[str, str]) -> pd.DataFrame:
    import pandas as pd

    table = pd.read_csv(
        io.BytesIO(data),
        dtype={name: PANDAS_TYPES[kind] for name, kind in types.items() if kind != "date"},
        parse_dates=[name for name, kind in types.items() if kind == "date"],
        date_format="%Y-%m-%d",
        keep_default_na=False,  # only an empty cell is a missing value
        na_values=[""],
    )
    whole = {name for name in types if not table[name].isna().any()}
    return table.astype({name: PLAIN[types[name]] for name in whole if types[name] in PLAIN})
