"""One environment, written three times: for pip (pyproject.toml), for conda, and as locks.

Conda cannot be run everywhere, so environment.yml is read with conda's own grammar (py-rattler).
"""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
import yaml
from packaging.markers import Marker, default_environment
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name
from packaging.version import Version
from rattler import MatchSpec, VersionSpec
from rattler import Version as CondaVersion

import mktlib
import start

ROOT = Path(__file__).parents[1]
LOCKS = [start.COURSE_LOCK, start.TEST_LOCK]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
CONDA = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
MACHINES = {"linux": "posix", "darwin": "posix", "win32": "nt"}


def pip_ranges(requirements: list[str]) -> dict[str, SpecifierSet]:
    parsed = [Requirement(line) for line in requirements]
    return {canonicalize_name(each.name): each.specifier for each in parsed}


def conda_ranges() -> dict[str, VersionSpec]:
    parsed = [MatchSpec(line) for line in CONDA["dependencies"] if isinstance(line, str)]
    ranges = {str(each.name.normalized): VersionSpec(each.version or "*") for each in parsed}
    return ranges


def locked(lock: str) -> list[tuple[Requirement, list[str]]]:
    """The requirements of a lock, each with its hashes."""
    text = re.sub(r"#.*", "", (ROOT / lock).read_text(encoding="utf-8")).replace("\\\n", " ")
    lines = [line.split() for line in text.splitlines() if line.strip()]
    split = [
        (
            " ".join(word for word in line if not word.startswith("--")),
            [word for word in line if word.startswith("--")],
        )
        for line in lines
    ]
    return [(Requirement(requirement), options) for requirement, options in split]


def versions_on(lock: str, platform: str, python: str) -> dict[str, Version]:
    """What a lock installs on one kind of machine."""
    machine = dict(default_environment(), sys_platform=platform, os_name=MACHINES[platform])
    machine.update(python_version=python, python_full_version=python + ".5")
    return {
        canonicalize_name(each.name): Version(str(each.specifier).removeprefix("=="))
        for each, _ in locked(lock)
        if each.marker is None or Marker(str(each.marker)).evaluate(machine)
    }


def around(ranges: str) -> list[str]:
    """Versions at, just below and just above each bound of a range."""
    found = []
    for bound in re.findall(r"\d+(?:\.\d+)*", ranges):
        parts = [int(part) for part in bound.split(".")]
        for last in (parts[-1] - 1, parts[-1], parts[-1] + 1):
            found += [".".join(map(str, [*parts[:-1], max(last, 0)])) + end for end in ("", ".9")]
    return found


DEPENDENCIES = pip_ranges(PYPROJECT["dependencies"])
EXTRAS = {name: pip_ranges(lines) for name, lines in PYPROJECT["optional-dependencies"].items()}
PYTHONS = SpecifierSet(PYPROJECT["requires-python"])


# ------------------------------------------------------------------ conda says the same as pip


def test_conda_installs_the_same_packages() -> None:
    assert CONDA["name"] == PYPROJECT["name"]
    assert CONDA["channels"] == ["conda-forge"]
    assert set(conda_ranges()) - {"python", "pip"} == set(DEPENDENCIES)


def test_conda_installs_mktlib_itself_from_here() -> None:
    assert CONDA["dependencies"][-2:] == ["pip", {"pip": ["-e ."]}]


def test_conda_takes_one_of_the_pythons() -> None:
    """And names it as Binder looks for it; where it sees none, it takes its own default."""
    (line,) = [each for each in CONDA["dependencies"] if str(each).startswith("python ")]
    named = re.match(r"python\s*=+\s*(\d+\.\d+)$", line)
    assert named and PYTHONS.contains(named[1] + ".5")
    assert conda_ranges()["python"].matches(CondaVersion(named[1] + ".5"))


@pytest.mark.parametrize("name", DEPENDENCIES)
def test_conda_accepts_the_same_versions(name: str) -> None:
    pip, conda = DEPENDENCIES[name], conda_ranges()[name]
    assert str(pip), f"{name} has no range"
    assert set(str(pip).split(",")) == set(str(conda).split(","))
    for version in around(str(pip)):  # the two grammars might read the same text differently
        assert pip.contains(version) == conda.matches(CondaVersion(version)), version


def test_start_accepts_the_same_pythons() -> None:
    for minor in range(8, 20):
        said = start.OLDEST_PYTHON <= (3, minor) <= start.NEWEST_PYTHON
        assert said == PYTHONS.contains(f"3.{minor}.5")


# ------------------------------------------------------------------ the locks are within the ranges


@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13", "3.14"])
@pytest.mark.parametrize("platform", MACHINES)
def test_the_locks_are_within_the_ranges(platform: str, python: str) -> None:
    course = versions_on(start.COURSE_LOCK, platform, python)
    tests = versions_on(start.TEST_LOCK, platform, python)
    for name, accepted in (DEPENDENCIES | EXTRAS["setup"]).items():
        assert accepted.contains(course[name]), f"{name} {course[name]}: make the locks again"
    for name, accepted in EXTRAS["test"].items():
        assert accepted.contains(tests[name]), f"{name} {tests[name]}: make the locks again"
    for name in DEPENDENCIES:
        assert conda_ranges()[name].matches(CondaVersion(str(course[name])))


def test_the_test_lock_has_all_of_the_course_lock() -> None:
    def lines(lock: str) -> set[tuple[str, ...]]:
        return {(str(each), *hashes) for each, hashes in locked(lock)}

    assert lines(start.COURSE_LOCK) < lines(start.TEST_LOCK)


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_one_version_and_its_hashes(lock: str) -> None:
    entries = locked(lock)
    assert len(entries) > 100
    for requirement, options in entries:
        assert re.fullmatch(r"==[^,*]+", str(requirement.specifier)), requirement
        assert not requirement.url
        assert options, f"{requirement.name} has no hash"
        assert all(re.fullmatch(r"--hash=sha256:[0-9a-f]{64}", each) for each in options)


@pytest.mark.parametrize("file", [*LOCKS, "start.py", "environment.yml", ".ci/run"])
def test_no_file_says_where_packages_come_from(file: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")
    assert not re.search(r"://|--(extra-)?index|--find-links|--trusted-host", text)


# ------------------------------------------------------------------ the package itself


def test_one_version_everywhere() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert str(citation["version"]) == PYPROJECT["version"] == mktlib.__version__
    assert citation["license"] == PYPROJECT["license"]


def test_the_wheel_works_on_its_own(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.iterdir()
    assert wheel.name.endswith("-py3-none-any.whl"), "a browser can install it too"
    inside = zipfile.ZipFile(wheel)
    files = {path.relative_to(ROOT) for path in (ROOT / "datasets").glob("*/data*")}
    assert {f"mktlib/{file.as_posix()}" for file in files} <= set(inside.namelist())
    inside.extractall(tmp_path / "site")
    code = "import mktlib; print(mktlib.__file__); assert len(mktlib.load('google_ads'))"
    printed = subprocess.check_output(
        [sys.executable, "-c", code], cwd=tmp_path / "site", encoding="utf-8"
    )
    assert Path(printed.strip()).is_relative_to(tmp_path)
