"""The house rules a machine can hold: who imports whom, no side effects, no trace of a machine."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import french
import pytest

import mktlib

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "mktlib").rglob("*.py"))
TOPICS = sorted(
    folder.name
    for folder in (ROOT / "mktlib").iterdir()
    if folder.name != "core" and (folder / "__init__.py").exists()
)
SCRIPTS = [
    *sorted((ROOT / "tests").glob("*.py")),
    *sorted((ROOT / "benchmarks").rglob("*.py")),
    *sorted((ROOT / "datasets").glob("*/make.py")),
    *([ROOT / "start.py"] if (ROOT / "start.py").exists() else []),
]
SOURCES = sorted((ROOT / "notebooks" / "source").glob("*.py"))

# Who may import whom, besides the standard library and its own room.  A room is a module of
# a topic, or a package when it is large.
TABLES = {"numpy", "pandas"}
MAY_IMPORT = {
    "model": {
        *TABLES,
        "scipy",
        "statsmodels",
        "mktlib.core.inputs",
        "mktlib.core.text",
        "mktlib.kpis.model",
    },
    "view": {*TABLES, "matplotlib", "mktlib.core.text", "mktlib.core.figure", "mktlib.core.sheet"},
    "labs": {*TABLES, "mktlib.core", "{topic}.model", "{topic}.view"},
    "exercises": {*TABLES, "mktlib.core", "{topic}.model"},
}
CAPSTONE = "plan"
SLOW = {"scipy", "statsmodels", "matplotlib", "jupytext", "nbformat", "IPython", "ipywidgets"}


class Import(NamedTuple):
    line: int
    name: str  # absolute and dotted, as far as a module goes
    lazy: bool  # inside a function


def named(paths: list[Path]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(
        "path", paths, ids=[path.relative_to(ROOT).as_posix() for path in paths]
    )


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def imports(path: Path) -> Iterator[Import]:
    """Every import that runs; those for type checkers alone do not."""

    def walk(node: ast.AST, lazy: bool) -> Iterator[Import]:
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            return
        if isinstance(node, ast.Import):
            yield from (Import(node.lineno, alias.name, lazy) for alias in node.names)
        if isinstance(node, ast.ImportFrom):
            above = path.relative_to(ROOT).parts[: -node.level] if node.level else ()
            module = ".".join([*above, *([node.module] if node.module else [])])
            for alias in node.names:
                name = f"{module}.{alias.name}"
                yield Import(node.lineno, name if is_module(name) else module, lazy)
        inside = lazy or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for child in ast.iter_child_nodes(node):
            yield from walk(child, inside)

    return walk(tree(path), False)


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def is_module(name: str) -> bool:
    path = ROOT.joinpath(*name.split("."))
    return path.with_suffix(".py").exists() or (path / "__init__.py").exists()


def belongs(name: str, packages: set[str]) -> bool:
    return any(name == package or name.startswith(package + ".") for package in packages)


def standard(name: str) -> bool:
    return name.split(".")[0] in sys.stdlib_module_names


# ------------------------------------------------------------------ who imports whom


def topic_and_room(path: Path) -> tuple[str, str]:
    """Where a module lives: ("kpis", "view") for mktlib/kpis/view/funnel.py."""
    parts = name_of(path).split(".")
    in_a_room = len(parts) > 2 and parts[1] in TOPICS
    return (parts[1], parts[2]) if in_a_room else ("", "")


IN_ROOMS = [path for path in MODULES if topic_and_room(path)[0]]


@named(IN_ROOMS)
def test_a_room_imports_only_what_it_may(path: Path) -> None:
    topic, room = topic_and_room(path)
    assert room in MAY_IMPORT, f"a topic has four rooms: {', '.join(MAY_IMPORT)}"
    allowed = set(MAY_IMPORT[room])
    if (topic, room) == (CAPSTONE, "model"):  # where the models of the course meet
        allowed |= {f"mktlib.{other}.model" for other in TOPICS}
    topic = f"mktlib.{topic}"
    allowed = {name.format(topic=topic) for name in allowed} | {f"{topic}.{room}"}
    wrong = [i for i in imports(path) if not standard(i.name) and not belongs(i.name, allowed)]
    assert not wrong, f"{room} may import {sorted(allowed)}"


@named([path for path in MODULES if path not in IN_ROOMS and path.parent.name not in TOPICS])
def test_the_core_and_the_face_know_no_topic(path: Path) -> None:
    topics = {f"mktlib.{topic}" for topic in TOPICS}
    assert not [i for i in imports(path) if belongs(i.name, topics)]


@named(MODULES)
def test_only_the_widgets_module_imports_widgets(path: Path) -> None:
    widgets = [i for i in imports(path) if belongs(i.name, {"ipywidgets", "anywidget"})]
    assert not widgets or path.relative_to(ROOT).as_posix() == "mktlib/core/widgets.py"


@named([path for path in MODULES if path.stem != "widgets" and topic_and_room(path)[1] != "view"])
def test_slow_packages_are_imported_when_needed(path: Path) -> None:
    assert not [i for i in imports(path) if belongs(i.name, SLOW) and not i.lazy]


@named(MODULES)
def test_no_pyplot_no_star(path: Path) -> None:
    nodes = list(ast.walk(tree(path)))
    taken = [
        f"{node.module}.{alias.name}"
        for node in nodes
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    ] + [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    assert not [name for name in taken if "pyplot" in name or "pylab" in name or "*" in name]


@named(SOURCES)
def test_a_notebook_imports_public_names_only(path: Path) -> None:
    rooms = {f"mktlib.{topic}.{room}" for topic in TOPICS for room in MAY_IMPORT if room != "view"}
    public = TABLES | {"mktlib"} | rooms
    wrong = [i for i in imports(path) if i.name not in public]
    assert not wrong, f"a notebook may import {sorted(public)}"


# Promised to whoever goes further than the lessons, which do not use them.
NOT_IN_A_LESSON = {
    "kpis": {"power_of_test"},
    "push_pull": {"adbudg_response"},  # the Hill response, with a floor
    "channel_choice": {
        "rebase",
        "consensus",
        "stability",
        "beta_binomial_exposure",
        "fit_beta_binomial",
        "duplication_table",
    },
}


@pytest.mark.parametrize("topic", TOPICS)
def test_every_public_name_of_a_model_serves(topic: str) -> None:
    """In a lesson, an exercise, a lab or another model: what only tests use belongs to them."""
    model = {f"mktlib.{topic}.model"}
    public = {
        alias.asname or alias.name
        for node in tree(ROOT / "mktlib" / topic / "model" / "__init__.py").body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    used = {
        getattr(node, "attr", None) or getattr(node, "id", None)
        for path in MODULES
        if topic_and_room(path)[0] == topic or any(belongs(i.name, model) for i in imports(path))
        for statement in tree(path).body
        for node in ast.walk(statement)
        if isinstance(node, ast.Attribute | ast.Name)
        and getattr(statement, "name", "") not in {getattr(node, "attr", 0), getattr(node, "id", 0)}
    }
    for path in SOURCES:
        if any(belongs(i.name, model) for i in imports(path)):
            used |= set(re.findall(r"\bmodel\.(\w+)", path.read_text(encoding="utf-8")))
    assert public - used == NOT_IN_A_LESSON.get(topic, set())


def test_the_face_is_eight_names() -> None:
    names = {"load", "describe", "show", "predict", "draw_prediction", "glossary", "memo"}
    names |= {"set_language"}
    assert set(mktlib.__all__) == names
    assert all(callable(getattr(mktlib, name)) for name in mktlib.__all__)


# ------------------------------------------------------------------ no side effect

GLOBAL_STATE = {"rcParams", "user_ns", "_getframe", "currentframe", "set_option"}
GLOBAL_SETTERS = {"matplotlib.rc", "matplotlib.use", "style.use", "warnings.simplefilter"}


@named(MODULES)
def test_no_global_state_is_touched(path: Path) -> None:
    """Settings of others, and the student's own variables, are left alone."""
    for node in ast.walk(tree(path)):
        names = {getattr(node, "attr", None), getattr(node, "id", None)}
        assert not names & GLOBAL_STATE, f"line {getattr(node, 'lineno', '?')}"
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            assert not called.endswith(tuple(GLOBAL_SETTERS)), f"line {node.lineno}: {called}"
        if isinstance(node, ast.ClassDef):
            assert not [base for base in node.bases if "DataFrame" in ast.unparse(base)]


def run(code: str) -> str:
    result = subprocess.run(
        [sys.executable, "-c", code],
        check=False,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert result.returncode == 0, result.stderr
    return result.stdout


def test_importing_everything_changes_no_setting() -> None:
    said = run(f"""
import importlib, warnings
import matplotlib, numpy, pandas, pandas._config.config as options
import anywidget, ipywidgets  # what these do to the settings is theirs

def settings():
    return (dict(matplotlib.rcParams), str(options._global_config), numpy.get_printoptions(),
            numpy.geterr(), list(warnings.filters))

before = settings()
for name in {[name_of(path) for path in MODULES]}:
    importlib.import_module(name)
for was, now in zip(before, settings()):
    assert was == now, (was, now)
""")
    assert said == "", "an import prints nothing"


@pytest.mark.parametrize(
    "name",
    ["mktlib", *(f"mktlib.{topic}.{room}" for topic in TOPICS for room in ("labs", "exercises"))],
)
def test_a_first_cell_is_quick(name: str) -> None:
    """What takes long to import waits until it is used."""
    if not is_module(name):
        pytest.skip(f"{name} is not there")
    slow = ["anywidget", "ipywidgets", "IPython", "scipy", "statsmodels", "jupytext", "nbformat"]
    loaded = run(
        f"import sys, {name}\n"
        f"print([m for m in {slow + ['matplotlib.pyplot']} if m in sys.modules])"
    )
    assert loaded.strip() == "[]"


# ------------------------------------------------------------------ what a file says


@named([*MODULES, *SCRIPTS])
def test_a_module_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(tree(path))


def sentences(node: ast.AST) -> Iterator[tuple[int, str]]:
    """The strings inside an expression; `…` stands for what a f-string fills in."""
    if isinstance(node, ast.JoinedStr):
        parts = (str(part.value) if isinstance(part, ast.Constant) else "…" for part in node.values)
        yield node.lineno, "".join(parts).replace('"…"', "`…`")  # a name that the machine knows
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.lineno, node.value
    else:
        for child in ast.iter_child_nodes(node):
            yield from sentences(child)


@named(MODULES)
def test_french_is_typeset_as_french(path: Path) -> None:
    faults = [
        f"{path.relative_to(ROOT).as_posix()}:{line}: {fault}"
        for node in ast.walk(tree(path))
        if isinstance(node, ast.keyword) and node.arg == "fr"
        for line, words in sentences(node.value)
        for fault in french.faults(words)
    ]
    assert not faults, "\n".join(faults)


@named(MODULES)
def test_both_languages_say_the_same_numbers(path: Path) -> None:
    """A caption whose French says 5 000 € where the English says €2,500 is how it begins."""
    faults = []
    for node in ast.walk(tree(path)):
        if not (isinstance(node, ast.Call) and ast.unparse(node.func) == "Text"):
            continue
        said = {
            keyword.arg: " ".join(words for _, words in sentences(keyword.value))
            for keyword in node.keywords
        }
        english, french_ones = (french.figures(said[code], code) for code in ("en", "fr"))
        if english != french_ones:
            alone = dict(english - french_ones), dict(french_ones - english)
            faults.append(f"line {node.lineno}: in English alone {alone[0]}, in French {alone[1]}")
    assert not faults, "\n".join(faults)


@named(MODULES)
def test_no_language_stands_in_the_place_of_the_other(path: Path) -> None:
    """French accents outside quotation marks give a swapped label away."""
    faults = [
        f"line {line}: {words}"
        for node in ast.walk(tree(path))
        if isinstance(node, ast.keyword) and node.arg == "en"
        for line, words in sentences(node.value)
        if re.search(r"[éèêàçùîôœ«»\u202f]", ALSO_ENGLISH.sub("", words))
    ]
    assert not faults, "\n".join(faults)


ALSO_ENGLISH = re.compile(r"“[^”]*”|\"[^\"]*\"|\b(?:café|Jean-Éric|Médiamétrie|Guéguen)\b")


def committed_files() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        check=False,
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    if listed.returncode != 0:
        pytest.skip("not a git tree: nothing tells the project's files from others")
    paths = [ROOT / name for name in listed.stdout.split("\0") if name]
    return [path for path in paths if path.is_file()]


# Each pattern is written so that it does not match itself.
NO_TRACE_OF = {
    "a path of one machine": r"(?<![\w./:~-])/(home|Users|root|work|farm|tmp|mnt)/\w|[A-Z]:\\Users",
    "a package registry": r"(pypi|anaconda|npmjs|pythonhosted|conda-forge)\.(org|com|io)\b",
}


@pytest.mark.parametrize("kind", NO_TRACE_OF)
def test_no_file_holds_a_trace_of(kind: str) -> None:
    pattern = re.compile(NO_TRACE_OF[kind])
    found = []
    for path in committed_files():
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except UnicodeDecodeError:  # a picture
            continue
        name = path.relative_to(ROOT).as_posix()
        found += [f"{name}:{n}" for n, line in enumerate(lines, start=1) if pattern.search(line)]
    assert not found
