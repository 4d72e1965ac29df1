"""A class's own Delphi: an empty sheet to fill in, and the reading of the file that comes back."""

from __future__ import annotations

import csv
import difflib
import io
import re
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path

import pandas as pd

from mktlib.core.text import PlainError, Text

THEMES = (  # of Jean-Éric Pelet's Delphi, shortened
    Text(en="Strategy and goals", fr="Stratégie et buts"),
    Text(en="Knowing the market", fr="Connaître le marché"),
    Text(en="Preferred channels", fr="Canaux préférés"),
    Text(en="Content", fr="Contenu"),
    Text(en="Spreading the word", fr="Essaimage"),
    Text(en="Influencers and fans", fr="Prescripteurs et fans"),
    Text(en="Monitoring", fr="Surveillance"),
)
SHEET = {
    "expert": Text(en="expert", fr="expert"),
    "expertise": Text(en="expertise", fr="expertise"),
    "round": Text(en="round", fr="tour"),
}

# How a column may be called, in small letters without accents; "" is left out
_HEADERS = {
    "expert": "expert experte experts nom name participant participante student etudiant "
    "etudiante respondent repondant repondante juge judge panelist paneliste",
    "round": "round tour manche phase vague",
    "theme": "theme item question topic sujet critere criterion",
    "rating": "rating note score answer reponse evaluation cotation",
    "expertise": "expertise weight poids ponderation competence",
    "profile": "profile profil group groupe",
    "": "timestamp horodateur horodatage",
}
_COLUMN_OF = {word: column for column, words in _HEADERS.items() for word in words.split()}
_SMALL_WORDS = frozenset(
    ("d", "de", "du", "l", "la", "le", "of", "out", "sur", "the", "votre", "your")
)


def answer_sheet(
    experts: int | Iterable[str] = 22, themes: Sequence[str | Text] = THEMES, rounds: int = 2
) -> pd.DataFrame:
    """An empty sheet for a Delphi in class: a row an expert and round, a column a theme.

    Save it, have it filled in with ratings from 1 to 9, and read it back:
    `answer_sheet(18).to_csv("answers.csv", index=False, encoding="utf-8-sig")` (which Excel
    reads, accents included), then `read_answers("answers.csv")`.
    `experts`: how many, or their names; `expertise` may stay empty, and a rating too.  Headers
    are in the current language.

    >>> answer_sheet(["Ada", "Bob"], ["price", "content"]).columns.tolist()
    ['expert', 'expertise', 'round', 'price', 'content']
    >>> len(answer_sheet(22))
    44
    """
    names = [f"E{i + 1:02d}" for i in range(experts)] if isinstance(experts, int) else [*experts]
    rows = [(name, "", turn) for turn in range(1, rounds + 1) for name in names]
    sheet = pd.DataFrame(rows, columns=[str(word) for word in SHEET.values()])
    return sheet.assign(**{str(theme): "" for theme in themes})


def read_answers(path: str | Path) -> pd.DataFrame:
    """The answers of a class's own Delphi, from a CSV file: a row an expert, round and theme.

    Reads what spreadsheets and forms write: commas, semicolons or tabs; decimal comma or point;
    headers in English or French; long (expert, round, theme, rating) or wide (expert, round and a
    column a theme, as in `answer_sheet`).  Columns `expertise` (a number above 0) and `profile`
    are kept if filled in.  An empty cell is an answer not given.  A mistake is refused with a
    sentence that says where it is.
    Gives columns expert, round (1 or 2), theme, rating (1 to 9) and, if any, expertise, profile.
    """
    titles, lines = _rows(Path(path))
    columns = [_column(title) for title in titles]
    _refuse_columns(titles, columns)
    at = {column: place for place, column in enumerate(columns) if column}
    if "theme" in at:
        cells = [(line, row, row[at["theme"]], row[at["rating"]]) for line, row in lines]
    else:
        themes = [place for place, column in enumerate(columns) if column is None]
        cells = [(line, row, titles[i], row[i]) for line, row in lines for i in themes]
    answers = [_answer(line, row, at, theme, rating) for line, row, theme, rating in cells]
    found = pd.DataFrame(answers, columns=["expert", "round", "theme", "rating", *_extra(at)])
    return checked_answers(found)


def checked_answers(answers: pd.DataFrame) -> pd.DataFrame:
    """The answers, if a Delphi in two rounds can be made of them; else why not, in a sentence."""
    if not isinstance(answers, pd.DataFrame):
        raise PlainError(
            Text(
                en='Give the table of answers: `model.read_answers("answers.csv")`.',
                fr='Donnez le tableau des réponses : `model.read_answers("answers.csv")`.',
            )
        )
    for column in ("expert", "round", "theme", "rating"):
        if column not in answers:
            raise _no_column(column, answers.columns)
    answers = answers.dropna(subset="rating").reset_index(drop=True)
    if answers.empty:
        raise PlainError(
            Text(
                en="There is no rating yet: fill the sheet in with numbers from 1 to 9.",
                fr="Il n’y a encore aucune note : remplissez la feuille avec des nombres de 1 à 9.",
            )
        )
    _refuse_ratings(answers)
    _refuse_rounds(answers)
    return _with_expertise(answers)


# The file, as rows of cells


def _rows(path: Path) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """The titles, and each row filled in with its number in the file."""
    if path.suffix.lower() in (".xlsx", ".xls", ".ods", ".numbers"):
        raise PlainError(
            Text(
                en=f"{path.name} is a workbook: save the sheet as CSV, and read that file.",
                fr=f"{path.name} est un classeur : enregistrez la feuille au format CSV, et lisez "
                "ce fichier-là.",
            )
        )
    if not path.is_file():
        raise _missing(path)
    text = _text(path)
    lines = [line for line in text.splitlines() if line.strip(" ,;\t")]
    if not lines:
        raise PlainError(
            Text(en=f"{path.name} is empty.", fr=f"{path.name} est vide."),
        )
    separator = max(";,\t", key=lines[0].count)
    if separator not in lines[0]:
        raise PlainError(
            Text(
                en=f"{path.name} has a single column: separate the cells with commas or "
                "semicolons, as a spreadsheet does when it saves as CSV.",
                fr=f"{path.name} n’a qu’une colonne : séparez les cellules par des virgules ou des "
                "points-virgules, comme le fait un tableur qui enregistre en CSV.",
            )
        )
    rows = [
        [cell.strip() for cell in row]
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    ]
    filled = [(line, row) for line, row in enumerate(rows, start=1) if any(row)]
    titles = filled[0][1]
    return titles, [_cells(line, row, titles) for line, row in filled[1:]]


def _missing(path: Path) -> PlainError:
    folder = path.parent if path.parent.is_dir() else Path()
    here = sorted(file.name for file in folder.glob("*.csv"))
    near = difflib.get_close_matches(path.name, here, n=3) or here[:3]
    files = ", ".join(near)
    if not near:
        return PlainError(
            Text(
                en=f"There is no file {path.name} here, nor any CSV file: put it in the folder of "
                "this notebook.",
                fr=f"Il n’y a pas de fichier {path.name} ici, ni aucun fichier CSV : placez-le "
                "dans le dossier de ce notebook.",
            )
        )
    return PlainError(
        Text(
            en=f"There is no file {path.name} here. Did you mean: {files}?",
            fr=f"Il n’y a pas de fichier {path.name} ici. Vouliez-vous dire : {files} ?",
        )
    )


def _text(path: Path) -> str:
    data = path.read_bytes()
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    if b"\x00" in data:
        raise PlainError(
            Text(
                en=f"{path.name} is not a text file: save the sheet as CSV.",
                fr=f"{path.name} n’est pas un fichier texte : enregistrez la feuille en CSV.",
            )
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:  # what French spreadsheets on Windows write
        return data.decode("cp1252", "replace")


def _cells(line: int, row: list[str], titles: list[str]) -> tuple[int, list[str]]:
    """A row, as long as the titles."""
    if any(row[len(titles) :]):
        raise PlainError(
            Text(
                en=f"Line {line} has {len(row)} cells for {len(titles)} columns: is a decimal "
                "comma taken for a separator? Use semicolons, or points.",
                fr=f"La ligne {line} a {len(row)} cellules pour {len(titles)} colonnes : une "
                "virgule décimale est-elle prise pour un séparateur ? Utilisez des "
                "points-virgules, ou des points.",
            )
        )
    return line, (row + [""] * len(titles))[: len(titles)]


# Its columns


def _column(title: str) -> str | None:
    """The column that a title names; "" for one to leave out; None for any other: a theme."""
    spelled = unicodedata.normalize("NFKD", title.replace("’", " "))
    plain = spelled.encode("ascii", "ignore").decode().lower()
    words = [word for word in re.findall(r"[a-z]+", plain) if word not in _SMALL_WORDS]
    named = {_COLUMN_OF.get(word) for word in words}
    return named.pop() if len(named) == 1 else ("" if not plain.strip() else None)


def _refuse_columns(titles: list[str], columns: list[str | None]) -> None:
    for column in ("expert", "round"):
        if column not in columns:
            raise _no_column(column, titles)
    for one, other in (("theme", "rating"), ("rating", "theme")):
        if one in columns and other not in columns:
            raise _no_column(other, titles)
    named = [column or title for column, title in zip(columns, titles, strict=True) if title]
    twice = next((name for name in named if named.count(name) > 1 and name), None)
    if twice is not None:
        raise PlainError(
            Text(
                en=f'Two columns are called "{twice}": rename one, or take it out.',
                fr=f"Deux colonnes s’appellent « {twice} » : renommez-en une, ou enlevez-la.",
            )
        )


_CALLED = {
    "expert": Text(en="expert", fr="expert"),
    "round": Text(en="round", fr="tour"),
    "theme": Text(en="theme", fr="thème"),
    "rating": Text(en="rating", fr="note"),
}


def _no_column(column: str, titles: Iterable[object]) -> PlainError:
    there = ", ".join(str(title) for title in titles if str(title))
    return PlainError(
        Text(
            en=f'A column "{_CALLED[column].en}" is missing; the file has: {there}.',
            fr=f"Il manque une colonne « {_CALLED[column].fr} » ; le fichier a : {there}.",
        )
    )


# Its cells


def _extra(at: dict[str, int]) -> list[str]:
    return [column for column in ("expertise", "profile") if column in at]


def _answer(
    line: int, row: list[str], at: dict[str, int], theme: str, rating: str
) -> dict[str, object]:
    expert = row[at["expert"]]
    for name, cell in ((_CALLED["expert"], expert), (_CALLED["theme"], theme)):
        if not cell:
            raise PlainError(
                Text(
                    en=f"Line {line} does not name its {name.en}.",
                    fr=f"La ligne {line} ne nomme pas son {name.fr}.",
                )
            )
    answer: dict[str, object] = {
        "expert": expert,
        "round": _round(row[at["round"]], line),
        "theme": theme,
        "rating": _number(rating, line),
    }
    if "expertise" in at:
        answer["expertise"] = _number(row[at["expertise"]], line)
    if "profile" in at:
        answer["profile"] = row[at["profile"]]
    return answer


def _round(cell: str, line: int) -> int:
    found = re.search(r"(?<!\d)([12])(?:er|re|e|nd|nde|ème|st)?(?:[.,]0+)?(?!\d)", cell)
    if not found or len(re.findall(r"\d+", re.sub(r"[.,]0+$", "", cell))) != 1:
        raise PlainError(
            Text(
                en=f'Line {line}: the round is 1 or 2, not "{cell}".',
                fr=f"Ligne {line} : le tour vaut 1 ou 2, pas « {cell} ».",
            )
        )
    return int(found[1])


def _number(cell: str, line: int) -> float:
    plain = re.sub(r"\s", "", cell).replace(",", ".")
    if not plain:
        return float("nan")
    if not re.fullmatch(r"[+-]?\d+(\.\d*)?|[+-]?\.\d+", plain):
        raise PlainError(
            Text(
                en=f'Line {line}: "{cell}" is not a number; leave the cell empty if there is no '
                "answer.",
                fr=f"Ligne {line} : « {cell} » n’est pas un nombre ; laissez la cellule vide s’il "
                "n’y a pas de réponse.",
            )
        )
    return float(plain)


# What a Delphi needs


def _refuse_ratings(answers: pd.DataFrame) -> None:
    wrong = answers[~answers["rating"].between(1, 9)]
    if not wrong.empty:
        one = wrong.iloc[0]
        raise PlainError(
            Text(
                en=f"In round {one['round']}, {one.expert} rates {one.theme} {one.rating:g}: "
                "ratings go from 1 to 9.",
                fr=f"Au tour {one['round']}, {one.expert} note {one.theme} {one.rating:g} : les "
                "notes vont de 1 à 9.",
            )
        )
    twice = answers[answers.duplicated(["expert", "round", "theme"])]
    if not twice.empty:
        one = twice.iloc[0]
        raise PlainError(
            Text(
                en=f"{one.expert} answers twice on {one.theme} in round {one['round']}: keep one "
                "answer, or tell two people of the same name apart.",
                fr=f"{one.expert} répond deux fois sur {one.theme} au tour {one['round']} : gardez "
                "une réponse, ou distinguez deux personnes du même nom.",
            )
        )


def _refuse_rounds(answers: pd.DataFrame) -> None:
    who = {turn: set(part["expert"]) for turn, part in answers.groupby("round")}
    for turn in (1, 2):
        if turn not in who:
            raise PlainError(
                Text(
                    en=f"There is no answer in round {turn}: a Delphi compares two rounds.",
                    fr=f"Il n’y a aucune réponse au tour {turn} : un Delphi compare deux tours.",
                )
            )
    new = sorted(who[2] - who[1])
    if new:
        near = (difflib.get_close_matches(new[0], sorted(who[1]), n=1) or [""])[0]
        raise PlainError(
            Text(
                en=f"{new[0]} answers in round 2 but not in round 1: is it {near}, written "
                "otherwise?",
                fr=f"{new[0]} répond au tour 2 mais pas au tour 1 : est-ce {near}, écrit "
                "autrement ?",
            )
            if near
            else Text(
                en=f"{new[0]} answers in round 2 but not in round 1: take these answers out.",
                fr=f"{new[0]} répond au tour 2 mais pas au tour 1 : enlevez ces réponses.",
            )
        )
    for turn, least in ((1, 3), (2, 2)):
        if len(who[turn]) < least:
            raise PlainError(
                Text(
                    en=f"Round {turn} needs at least {least} experts; it has {len(who[turn])}.",
                    fr=f"Le tour {turn} demande au moins {least} experts ; il en a "
                    f"{len(who[turn])}.",
                )
            )
    themes = {turn: set(part["theme"]) for turn, part in answers.groupby("round")}
    alone = sorted(themes[1] ^ themes[2])
    if alone:
        turn = 1 if alone[0] in themes[1] else 2
        raise PlainError(
            Text(
                en=f"The theme {alone[0]} is rated in round {turn} alone: is it written alike in "
                "both?",
                fr=f"Le thème {alone[0]} n’est noté qu’au tour {turn} : est-il écrit de la même "
                "façon aux deux ?",
            )
        )
    if len(themes[1]) < 2:
        raise PlainError(
            Text(
                en="At least two themes must be rated, to see which ones experts agree on.",
                fr="Il faut noter au moins deux thèmes, pour voir sur lesquels les experts "
                "s’accordent.",
            )
        )


def _with_expertise(answers: pd.DataFrame) -> pd.DataFrame:
    """One expertise an expert, from any row that says it; no column if nobody says it."""
    if "profile" in answers and not answers["profile"].astype(bool).any():
        answers = answers.drop(columns="profile")
    if "expertise" not in answers:
        return answers
    if answers["expertise"].isna().all():
        return answers.drop(columns="expertise")
    by_expert = answers.groupby("expert", sort=False)["expertise"]
    for expert, (low, high) in by_expert.agg(["min", "max"]).iterrows():
        if pd.isna(low):
            raise PlainError(
                Text(
                    en=f"{expert} has no expertise: fill it in for everybody, or for nobody.",
                    fr=f"{expert} n’a pas d’expertise : remplissez-la pour tout le monde, ou pour "
                    "personne.",
                )
            )
        if low <= 0 or low != high:
            raise PlainError(
                Text(
                    en=f"The expertise of {expert} must be one number above 0, the same in every "
                    "row.",
                    fr=f"L’expertise de {expert} doit être un seul nombre supérieur à 0, le même "
                    "sur chaque ligne.",
                )
            )
    return answers.assign(expertise=by_expert.transform("max"))
