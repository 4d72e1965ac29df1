"""The builder: one source becomes four notebooks, and every fault of a source is named at once."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest

from mktlib.core.course import (
    COVERAGE,
    SourceFault,
    build,
    derived,
    main,
    out_of_date,
    read_source,
    without_solutions,
)
from mktlib.core.coverage import read_ideas, untaught

LESSON = """\
# %% [markdown] tags=["en"]
# # Clicks
#
# - who clicked?
# %% [markdown] tags=["fr"]
# # Clics
#
# - qui a cliqué ?
# %% [markdown] tags=["instructor", "en"]
# Ask first.
#
# Five minutes.
# %% [markdown] tags=["instructor", "fr"]
# Demandez d’abord.
# %%
rate = 3 / 100  # solution
rate
# %% tags=["instructor"]
rate * 100
"""


@pytest.fixture
def notebooks(tmp_path: Path) -> Path:
    folder = tmp_path / "notebooks"
    (folder / "source").mkdir(parents=True)
    (folder / "source" / "01_clicks.py").write_text(LESSON, encoding="utf-8")
    return folder


def faults_of(tmp_path: Path, source: str, name: str = "01_clicks.py") -> list[str]:
    path = tmp_path / name
    path.write_text(source, encoding="utf-8")
    with pytest.raises(SourceFault) as caught:
        read_source(path)
    return str(caught.value).splitlines()


def built(notebooks: Path, variant: str, language: str) -> nbformat.NotebookNode:
    path = notebooks / variant / language / "01_clicks.ipynb"
    return nbformat.reads(derived(notebooks)[path], as_version=4)


def test_a_source_becomes_four_valid_notebooks_without_outputs(notebooks: Path) -> None:
    build(notebooks)
    written = sorted(path.relative_to(notebooks).as_posix() for path in notebooks.rglob("*.ipynb"))
    assert written == [
        "instructor/en/01_clicks.ipynb",
        "instructor/fr/01_clicks.ipynb",
        "student/en/01_clicks.ipynb",
        "student/fr/01_clicks.ipynb",
    ]
    for name in written:
        notebook = nbformat.read(notebooks / name, as_version=4)
        nbformat.validate(notebook)
        variant, language, _ = name.split("/")
        assert notebook.metadata.kernelspec.name == "python3"
        assert notebook.metadata.mktlib == {
            "source": "notebooks/source/01_clicks.py",
            "language": language,
            "variant": variant,
        }
        assert not any(cell.get("outputs") for cell in notebook.cells)


def test_students_get_blanks_and_no_teaching_note(notebooks: Path) -> None:
    student = built(notebooks, "student", "en")
    assert [cell.source for cell in student.cells] == [
        "# Clicks\n\n- who clicked?",
        "rate = ...\nrate",
    ]


def test_instructors_get_answers_and_marked_teaching_notes(notebooks: Path) -> None:
    instructor = built(notebooks, "instructor", "fr")
    assert [cell.source for cell in instructor.cells] == [
        "# Clics\n\n- qui a cliqué ?",
        "> **Note pédagogique**\n>\n> Demandez d’abord.",
        "rate = 3 / 100  # solution\nrate",
        "rate * 100",
    ]


def test_a_cell_has_the_same_name_in_all_four_notebooks(notebooks: Path) -> None:
    names = {
        (variant, language): [cell.id for cell in built(notebooks, variant, language).cells]
        for variant in ("student", "instructor")
        for language in ("en", "fr")
    }
    assert names["student", "en"] == names["student", "fr"]
    assert [name.split("-")[0] for name in names["student", "fr"]] == ["prose", "code"]
    assert names["instructor", "en"] == names["instructor", "fr"]
    assert set(names["student", "en"]) < set(names["instructor", "en"])


def test_a_new_cell_leaves_the_names_of_the_others(notebooks: Path) -> None:
    before = [cell.id for cell in built(notebooks, "instructor", "fr").cells]
    path = notebooks / "source" / "01_clicks.py"
    path.write_text("# %%\nnew = 1\n" + LESSON, encoding="utf-8")
    assert [cell.id for cell in built(notebooks, "instructor", "fr").cells][1:] == before


def test_twins_have_names_of_their_own(notebooks: Path) -> None:
    path = notebooks / "source" / "01_clicks.py"
    path.write_text("# %%\nsame\n# %%\nsame\n# %%\nsame\n", encoding="utf-8")
    first, *others = [cell.id for cell in built(notebooks, "student", "en").cells]
    assert others == [f"{first}-2", f"{first}-3"]


def test_building_twice_writes_the_same_bytes(notebooks: Path) -> None:
    assert set(build(notebooks).values()) == {"written"}
    before = {path: path.read_bytes() for path in notebooks.rglob("*.ipynb")}
    assert build(notebooks) == {}
    assert build(notebooks, overwrite=True) == {}
    assert before == {path: path.read_bytes() for path in notebooks.rglob("*.ipynb")}


@pytest.mark.parametrize(
    ("code", "blank"),
    [
        ("a = 1  # solution", "a = ..."),
        ("a = b = f(x)  # solution", "a = b = ..."),
        ('été["clics"] = "é"  # solution', 'été["clics"] = ...'),
        ("a = (\n    1\n    + 2\n)  # solution\na", "a = ...\na"),
        ("for x in y:\n    a.b = x  # solution\nc = 2  # solution", None),
        ('a = "# solution"', 'a = "# solution"'),
        ("a == 1", "a == 1"),
    ],
)
def test_a_solution_becomes_a_blank(code: str, blank: str | None) -> None:
    assert without_solutions(code) == (blank or "for x in y:\n    a.b = ...\nc = ...")


@pytest.mark.parametrize(
    "code",
    [
        "print(1)  # solution",
        "a, b = 1, 2  # solution",
        "a += 1  # solution",
        "a = 1; b = 2  # solution",
        "a = 1; print(a)  # solution",
        "# solution",
        "a = [\n    1,  # solution\n]",
    ],
)
def test_a_solution_that_is_not_an_assignment_is_refused(tmp_path: Path, code: str) -> None:
    (fault,) = faults_of(tmp_path, f"# %%\n{code}\n")
    line = 1 + next(n for n, text in enumerate(code.splitlines(), 1) if "# solution" in text)
    assert fault.startswith(f"01_clicks.py:{line}: ")
    assert "ends one plain assignment" in fault


EN = '# %% [markdown] tags=["en"]\n# Hello\n'
FR = '# %% [markdown] tags=["fr"]\n# Bonjour\n'


@pytest.mark.parametrize(
    ("source", "line", "words"),
    [
        (EN + "# %%\n1\n", 1, "put its French twin just after it"),
        (EN + EN + FR, 1, "put its French twin just after it"),
        (FR + "# %%\n1\n", 1, "put its English twin just before it"),
        (EN + FR + FR, 5, "put its English twin just before it"),
        (EN + FR.replace("Bonjour", "Hello"), 3, "the same text"),
        (EN + FR.replace('"fr"', '"fr", "instructor"'), 3, "both twins the same tags"),
        (EN + FR + "# %% [markdown]\n# Hello\n", 5, "tag this prose with one language"),
        (EN + FR.replace("# Bonjour\n", ""), 3, "empty prose"),
        ('# %% tags=["solutoin"]\n1\n', 1, "unknown tag 'solutoin'"),
        ('# %% tags=["en"]\n1\n', 1, "code is written once"),
        ("# %%\n1\n2\n\n3\n4\n5\n6\n", 1, "6 lines of code"),
        ("# %%\n# look at this\n1\n", 2, "a comment speaks one language"),
        ("# %%\n1\nx = = 2\n", 3, "not plain Python"),
        ("# %%\n%time 1\n", 2, "not plain Python"),
        ("# %%\n\n# %%\n1\n", 1, "empty code cell"),
        ("# %%\n1\n#%%\n2\n", 3, "open a cell with `# %%`"),
        ("# %%\n1\n  # %%\n2\n", 3, "open a cell with `# %%`"),
        ("# %%\n1\n# %%[markdown]\n# Hello\n", 3, "open a cell with `# %%`"),
        ("# %%\n1\n# In[3]:\n2\n", 3, "open a cell with `# %%`"),
        ('# %%\nx = """\n# %%\n"""\n', 1, "inside a string"),
    ],
)
def test_a_fault_is_named_with_its_line(tmp_path: Path, source: str, line: int, words: str) -> None:
    (fault,) = faults_of(tmp_path, source)
    assert fault.startswith(f"01_clicks.py:{line}: ")
    assert words in fault


def test_the_order_french_then_english_is_refused(tmp_path: Path) -> None:
    assert [fault.split(":")[1] for fault in faults_of(tmp_path, FR + EN)] == ["1", "3"]


def test_a_file_with_another_name_is_refused(tmp_path: Path) -> None:
    (fault,) = faults_of(tmp_path, "# %%\n1\n", name="clicks.py")
    assert "NN_topic.py" in fault


def test_faults_of_all_sources_are_told_at_once(notebooks: Path) -> None:
    (notebooks / "source" / "02_a.py").write_text(EN, encoding="utf-8")
    (notebooks / "source" / "03_b.py").write_text(FR + "# %%\nx +\n", encoding="utf-8")
    with pytest.raises(SourceFault) as caught:
        build(notebooks)
    assert [fault.split(": ")[0] for fault in str(caught.value).splitlines()] == [
        "notebooks/source/02_a.py:1",
        "notebooks/source/03_b.py:1",
        "notebooks/source/03_b.py:4",
    ]
    assert not list(notebooks.rglob("*.ipynb"))


def test_a_tree_without_sources_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceFault, match="no source"):
        build(tmp_path)


def test_check_tells_missing_stale_and_orphan(
    notebooks: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build(notebooks)
    check = ["--check", "--notebooks", str(notebooks)]
    assert main(check) == 0
    stale = notebooks / "student" / "en" / "01_clicks.ipynb"
    stale.write_text(stale.read_text().replace("...", "3 / 100"))
    missing = notebooks / "student" / "fr" / "01_clicks.ipynb"
    missing.unlink()
    orphan = notebooks / "instructor" / "en" / "09_gone.ipynb"
    orphan.write_text("{}")
    capsys.readouterr()
    assert out_of_date(notebooks) == {orphan: "orphan", stale: "stale", missing: "missing"}
    assert main(check) == 1
    told = capsys.readouterr().out
    for path, state in out_of_date(notebooks).items():
        assert f"{state:8} notebooks/{path.relative_to(notebooks).as_posix()}" in told


def test_somebodys_work_is_kept_unless_told_otherwise(notebooks: Path) -> None:
    build(notebooks)
    path = notebooks / "student" / "en" / "01_clicks.ipynb"
    work = nbformat.read(path, as_version=4)
    work.cells[-1].outputs = [nbformat.v4.new_output("stream", text="mine")]
    nbformat.write(work, path)
    assert build(notebooks) == {path: "kept"}
    assert "mine" in path.read_text()
    assert build(notebooks, overwrite=True) == {path: "written"}
    assert "mine" not in path.read_text()


def test_the_command_says_what_it_wrote_and_names_faults(
    notebooks: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--notebooks", str(notebooks)]) == 0
    assert "written  notebooks/student/fr/01_clicks.ipynb" in capsys.readouterr().out
    assert main(["--notebooks", str(notebooks)]) == 0
    assert "up to date" in capsys.readouterr().out
    (notebooks / "source" / "02_a.py").write_text(EN, encoding="utf-8")
    assert main(["--notebooks", str(notebooks)]) == 1
    assert "notebooks/source/02_a.py:1: " in capsys.readouterr().err


# ------------------------------------------------------------------ where each idea is taught

IDEAS = "id,source,idea\n000-click,A talk,Clicks are counted\n000-buy,A talk,Clicks are not sales\n"
TAUGHT = LESSON.replace('tags=["en"]', 'tags=["en", "000-click"]', 1).replace(
    'tags=["fr"]', 'tags=["fr", "000-click"]', 1
)


@pytest.fixture
def with_ideas(notebooks: Path) -> Path:
    (notebooks / "source" / "ideas.csv").write_text(IDEAS, encoding="utf-8")
    (notebooks / "source" / "01_clicks.py").write_text(TAUGHT, encoding="utf-8")
    return notebooks


def test_the_table_of_ideas_follows_the_tags(with_ideas: Path) -> None:
    build(with_ideas)
    page = (with_ideas / COVERAGE).read_text(encoding="utf-8")
    assert (
        "| Clicks are counted | [01_clicks](student/en/01_clicks.ipynb): “Clicks - who clicked?” |"
    ) in page
    assert "| Clicks are not sales | **nowhere** |" in page
    lesson = read_source(with_ideas / "source" / "01_clicks.py")
    assert untaught(read_ideas(with_ideas / "source"), {"01_clicks": lesson}) == ["000-buy"]
    (with_ideas / COVERAGE).write_text(page + "edited", encoding="utf-8")
    assert out_of_date(with_ideas) == {with_ideas / COVERAGE: "stale"}


def test_an_idea_that_is_not_listed_is_a_fault(with_ideas: Path) -> None:
    (with_ideas / "source" / "ideas.csv").write_text(IDEAS.replace("000-click", "000-clicks"))
    with pytest.raises(SourceFault, match="unknown tag '000-click'"):
        derived(with_ideas)


def test_a_comma_that_cuts_an_idea_is_a_fault(
    with_ideas: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (with_ideas / "source" / "ideas.csv").write_text(IDEAS + "000-see,A talk,Look, then buy\n")
    assert main(["--notebooks", str(with_ideas)]) == 1
    assert "000-see: 4 cells, not 3" in capsys.readouterr().err


def test_no_idea_is_taught_in_a_teaching_note(with_ideas: Path) -> None:
    noted = TAUGHT.replace('tags=["instructor"]', 'tags=["instructor", "000-buy"]')
    (with_ideas / "source" / "01_clicks.py").write_text(noted, encoding="utf-8")
    with pytest.raises(SourceFault, match="an idea is taught to students"):
        derived(with_ideas)
