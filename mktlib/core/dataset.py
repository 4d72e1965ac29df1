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

from mktlib.core.card import Card
from mktlib.core.text import PlainError, Text

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
    return Card(name, _package(folder), len(_table(folder)))


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
            f"Restore it with `git checkout -- datasets/{name}`, or download the course again.",
            fr=f"Le jeu de données « {name} » est endommagé : son fichier {file} est absent ou a "
            f"été modifié. Restaurez-le avec « git checkout -- datasets/{name} », ou téléchargez "
            "de nouveau le cours.",
        )
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
    resource = _package(folder)["resources"][0]
    path = folder / resource["path"]
    if not path.is_file():
        raise _damaged(path)
    data = path.read_bytes()
    if "sha256:" + hashlib.sha256(data).hexdigest() != resource["hash"]:
        raise _damaged(path)
    return _typed(data, resource["schema"]["fields"])


def _typed(data: bytes, fields: list[dict[str, Any]]) -> pd.DataFrame:
    import pandas as pd

    table = pd.read_csv(
        io.BytesIO(data),
        dtype={f["name"]: PANDAS_TYPES[f["type"]] for f in fields if f["type"] != "date"},
        parse_dates=[f["name"] for f in fields if f["type"] == "date"],
        date_format="%Y-%m-%d",
        keep_default_na=False,  # only an empty cell is a missing value
        na_values=[""],
    )
    whole = {f["name"] for f in fields if not table[f["name"]].isna().any()}
    return table.astype(
        {f["name"]: PLAIN[f["type"]] for f in fields if f["type"] in PLAIN and f["name"] in whole}
    )
