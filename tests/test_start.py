"""start.py: what it installs and when, and the clear sentence for each thing that goes wrong.

`machine` stands for the computer: programs are not run but written down, and the ones a test
names fail.  The tests at the end run the real thing.
"""

from __future__ import annotations

import ast
import errno
import io
import json
import os
import shutil
import socket
import subprocess
import sys
import venv
from collections import namedtuple
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import start

ROOT = Path(__file__).parents[1]
LOCK = """\
# made by uv
uv==1.2.3 \\
    --hash=sha256:aaaa \\
    --hash=sha256:bbbb
    # via mktlib (pyproject.toml)
uvicorn==0.1 \\
    --hash=sha256:cccc
"""


class Machine:
    """A project in an empty folder, and a computer that writes down the programs it is told to run.

    A program fails when its command line has all the words of one of `failing`; one of
    `interrupted` is where the student presses Ctrl-C.
    """

    def __init__(self, project: Path):
        self.project = project
        self.ran: list[str] = []
        self.variables: list[dict[str, str]] = []
        self.failing: list[str] = []
        self.interrupted = "nowhere"
        self.free_bytes = 10**10
        for page in ("student/en", "student/fr", "instructor/en", "instructor/fr"):
            folder = project / "notebooks" / page
            folder.mkdir(parents=True)
            (folder / "00_start_here.ipynb").write_text("{}")
        for lock in (start.COURSE_LOCK, start.TEST_LOCK):
            (project / lock).write_text(LOCK)

    @property
    def environment(self) -> start.Environment:
        return start.Environment(str(self.project))

    @property
    def venv(self) -> Path:
        return self.project / ".venv"

    def call(self, command: list[str], **options: object) -> int:
        line = " ".join(command).replace(str(self.project) + os.sep, "")
        self.ran.append(line)
        self.variables.append(options["env"])  # type: ignore[arg-type]
        if self.interrupted in line:
            raise KeyboardInterrupt
        return int(any(set(rule.split()) <= set(line.split()) for rule in self.failing))

    def create(self, folder: str, symlinks: bool, with_pip: bool) -> None:
        if with_pip and sys.modules.get("ensurepip", "is there") is None:
            raise subprocess.CalledProcessError(1, "ensurepip", output=b"No module named ensurepip")
        environment = self.environment
        for file in (Path(environment.python), Path(environment.packages, "pip.py")):
            file.parent.mkdir(parents=True)
            file.touch()

    def become(self, command: list[str]) -> int:
        self.ran.append(" ".join(["become"] + command[1:]))
        return 0

    def main(self, *arguments: str) -> int:
        self.ran.clear()
        self.variables.clear()
        return start.main(list(arguments))

    def installed(self) -> list[str]:
        """The lines that changed the environment."""
        return [line for line in self.ran if " pip install " in line and "--dry-run" not in line]


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Machine]:
    made = Machine(tmp_path / "le cours d’été")
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(start, "PROJECT", str(made.project))
    monkeypatch.setattr(start, "language", "en")
    monkeypatch.setattr(
        start, "language_asked", lambda arguments: "fr" if "fr" in arguments else "en"
    )
    monkeypatch.setattr(start, "become", made.become)
    monkeypatch.setattr(subprocess, "call", made.call)
    monkeypatch.setattr(venv, "create", made.create)
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setattr(shutil, "disk_usage", lambda place: usage(10**12, 0, made.free_bytes))
    yield made


# ------------------------------------------------------------------ any Python can read it


def test_an_old_python_can_read_it() -> None:
    tree = ast.parse((ROOT / "start.py").read_text(encoding="utf-8"), feature_version=(3, 4))
    modern = (ast.JoinedStr, ast.AnnAssign, ast.NamedExpr, ast.AsyncFunctionDef, ast.MatMult)
    for node in ast.walk(tree):
        assert not isinstance(node, modern), ast.unparse(node)
        if isinstance(node, ast.FunctionDef):
            arguments = ast.unparse(node.args)
            assert not node.returns and ":" not in arguments and "*, " not in arguments
        if isinstance(node, ast.Raise):
            assert not node.cause, "raise ... from"
        if isinstance(node, (ast.List, ast.Tuple)):
            assert not any(isinstance(item, ast.Starred) for item in node.elts)
        if isinstance(node, ast.Call):
            assert not any(isinstance(given, ast.Starred) for given in node.args[:-1])


@pytest.mark.parametrize("version", [(2, 7, 18), (3, 10, 13), (3, 15, 0)])
def test_another_python_is_refused_in_one_sentence(
    machine: Machine, version: tuple[int, ...], monkeypatch: pytest.MonkeyPatch, capsys
) -> None:
    machine.failing = ["--version"]
    monkeypatch.setattr(sys, "version_info", version)
    assert machine.main() == 1
    said = capsys.readouterr().out
    assert f"needs Python 3.11 to 3.14, and this is Python {version[0]}.{version[1]}." in said
    assert "Install one from python.org" in said
    assert not machine.venv.exists()


def test_a_python_that_would_do_is_named(machine: Machine) -> None:
    machine.failing = ["python3.14 --version", "py -3.14 --version"]
    with pytest.raises(start.Problem, match="3.13 start.py$"):
        start.require_python((3, 9, 1))


@pytest.mark.parametrize("minor", [11, 12, 13, 14])
def test_the_pythons_of_the_course_are_accepted(minor: int) -> None:
    start.require_python((3, minor, 0))


# ------------------------------------------------------------------ set-up, and when it is done


def test_the_first_start_installs_and_the_second_does_not(machine: Machine, capsys) -> None:
    assert machine.main() == 0
    assert "[1/4]" in (said := capsys.readouterr().out) and "[4/4]" in said
    assert "--require-hashes -r requirements.lock" in machine.installed()[-1]
    assert machine.ran[-1].startswith("become -m jupyterlab")

    assert machine.main() == 0
    assert len(machine.ran) == 1, "a second start runs JupyterLab and nothing else"
    assert "[1/" not in capsys.readouterr().out


def test_an_interrupted_environment_is_made_again(machine: Machine, capsys) -> None:
    machine.interrupted = "requirements.lock"
    assert machine.main() == 130
    assert "Stopped." in capsys.readouterr().out
    (machine.venv / "half").touch()

    machine.interrupted = "nowhere"
    assert machine.main() == 0
    assert "half made" in capsys.readouterr().out
    assert not (machine.venv / "half").exists()
    assert machine.ran[-1].startswith("become")


def test_a_new_lock_is_installed_in_place(machine: Machine) -> None:
    machine.main()
    (machine.venv / "kept").touch()
    (machine.project / start.COURSE_LOCK).write_text(LOCK + "# newer\n")
    assert machine.main() == 0
    assert (machine.venv / "kept").exists()
    assert machine.installed()[-1].endswith("-r requirements.lock")
    assert machine.main() == 0 and len(machine.ran) == 1


def test_an_update_cut_short_is_made_again(machine: Machine) -> None:
    machine.main()
    (machine.project / start.COURSE_LOCK).write_text(LOCK + "# newer\n")
    machine.interrupted = "requirements.lock"
    assert machine.main() == 130
    (machine.venv / "half").touch()
    machine.interrupted = "nowhere"
    assert machine.main() == 0
    assert not (machine.venv / "half").exists()


def test_an_update_without_network_leaves_the_environment_as_it_was(machine: Machine) -> None:
    machine.main()
    before = machine.environment.installed()
    (machine.project / start.COURSE_LOCK).write_text(LOCK + "# newer\n")
    machine.failing = ["install", "index"]
    assert machine.main() == 1
    assert machine.environment.installed() == before

    (machine.project / start.COURSE_LOCK).write_text(LOCK)
    assert machine.main() == 0 and len(machine.ran) == 1


@pytest.mark.parametrize("key", ["python", "project"])
def test_an_environment_of_another_place_or_python_is_made_again(
    machine: Machine, key: str
) -> None:
    machine.main()
    (machine.venv / "old").touch()
    mark = Path(machine.environment.mark)
    mark.write_text(json.dumps(dict(json.loads(mark.read_text()), **{key: "another"})))
    assert machine.main() == 0
    assert not (machine.venv / "old").exists()


@pytest.mark.parametrize("damage", ["mark", "python"])
def test_a_damaged_environment_is_made_again(machine: Machine, damage: str) -> None:
    machine.main()
    (machine.venv / "old").touch()
    if damage == "mark":
        Path(machine.environment.mark).write_text("{half")
    else:
        Path(machine.environment.python).unlink()
    assert machine.main() == 0
    assert not (machine.venv / "old").exists()


def test_tests_add_to_the_environment_of_the_course(machine: Machine) -> None:
    machine.main()
    (machine.venv / "kept").touch()
    assert machine.main("test") == 0
    assert (machine.venv / "kept").exists()
    assert machine.installed()[-1].endswith("-r requirements-test.lock")
    assert machine.main("test") == 0 and not machine.installed()


def test_the_environment_of_the_tests_serves_the_course(machine: Machine) -> None:
    machine.main("test")
    assert machine.main() == 0 and len(machine.ran) == 1


def test_mktlib_is_found_by_a_path_without_accents(machine: Machine) -> None:
    machine.main()
    line = Path(machine.environment.packages, "mktlib.pth").read_text(encoding="ascii").strip()
    assert Path(machine.environment.packages, line).resolve() == machine.project.resolve()


def test_jupyterlab_does_not_ask_to_fetch_news(machine: Machine) -> None:
    machine.main()
    overrides = machine.venv / "share" / "jupyter" / "lab" / "settings" / "overrides.json"
    settings = json.loads(overrides.read_text(encoding="utf-8"))
    assert settings["@jupyterlab/apputils-extension:notification"]["fetchNews"] == "false"


# ------------------------------------------------------------------ which installer


def test_without_uv_pip_fetches_the_locked_one_by_its_hash(machine: Machine) -> None:
    machine.main()
    fetch, install = machine.installed()
    assert " -m pip install " in fetch and "--require-hashes -r .venv/uv.txt" in fetch
    assert " -m uv pip install " in install
    assert (machine.venv / "uv.txt").read_text() == (
        "uv==1.2.3 \\\n    --hash=sha256:aaaa \\\n    --hash=sha256:bbbb\n"
    )


def test_the_uv_of_the_machine_is_used(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: "/bin/" + name)
    machine.main()
    assert [line.split()[:3] for line in machine.installed()] == [["/bin/uv", "pip", "install"]]


@pytest.mark.parametrize("where", ["/shims/uv", ".venv/bin/uv"])
def test_a_uv_that_cannot_serve_is_passed_over(
    machine: Machine, where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A shim that runs nothing; the environment's own, which is about to be removed."""
    monkeypatch.setattr(shutil, "which", lambda name: str(machine.project / where))
    machine.failing = ["/shims/uv --version", "shims/uv --version"]
    machine.main()
    assert " -m pip install " in machine.installed()[0]


@pytest.mark.parametrize(
    "failing",
    ["-r .venv/uv.txt", "-m uv --version", "uv -r requirements.lock"],
    ids=["uv is not to be had", "uv does not run", "uv fails"],
)
def test_pip_is_the_last_resort(machine: Machine, failing: str, capsys) -> None:
    machine.failing = [failing]
    assert machine.main() == 0
    last = machine.installed()[-1]
    assert " -m pip install " in last and last.endswith("--require-hashes -r requirements.lock")
    assert "pip" in capsys.readouterr().out


# ------------------------------------------------------------------ what goes wrong


def test_no_room_is_said_before_anything_is_made(machine: Machine, capsys) -> None:
    machine.free_bytes = start.ROOM_NEEDED - 1
    assert machine.main() == 1
    assert "The disk is full: the course needs 1.5 GB free" in capsys.readouterr().out
    assert not machine.venv.exists()


def test_a_disk_that_fills_up_on_the_way_is_recognised(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, capsys
) -> None:
    call = machine.call

    def fill(command: list[str], **options: object) -> int:
        if start.COURSE_LOCK in " ".join(command):
            machine.free_bytes = start.FULL - 1
            return 1
        return call(command, **options)

    monkeypatch.setattr(subprocess, "call", fill)
    assert machine.main() == 1
    assert "The disk is full" in capsys.readouterr().out
    machine.free_bytes = 10**10
    monkeypatch.setattr(subprocess, "call", call)
    assert machine.main() == 0, "and made again once there is room"


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "The disk is full"),
        (errno.EACCES, "does not let this program write to"),
        (errno.EROFS, "does not let this program write to"),
        (errno.EIO, "The system refused: "),
    ],
)
def test_what_the_system_refuses_is_explained(
    machine: Machine, number: int, sentence: str, monkeypatch: pytest.MonkeyPatch, capsys
) -> None:
    def refuse(folder: str, **options: object) -> None:
        raise OSError(number, os.strerror(number), folder)

    monkeypatch.setattr(venv, "create", refuse)
    assert machine.main() == 1
    said = capsys.readouterr().out
    assert sentence in said and ".venv" in said


@pytest.mark.parametrize("lacking", ["venv", "ensurepip"])
def test_a_python_without_venv_is_told_what_to_install(
    machine: Machine, lacking: str, monkeypatch: pytest.MonkeyPatch, capsys
) -> None:
    monkeypatch.setitem(sys.modules, lacking, None)
    assert machine.main() == 1
    assert "sudo apt install python3-venv" in capsys.readouterr().out


def test_a_python_without_ensurepip_is_enough_for_uv(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    monkeypatch.setattr(shutil, "which", lambda name: "/bin/uv")
    assert machine.main() == 0


def test_no_network_is_said_in_both_languages(machine: Machine, capsys) -> None:
    machine.failing = ["install", "index"]
    assert machine.main() == 1
    assert "there is no network" in capsys.readouterr().out
    assert machine.main("--lang", "fr") == 1
    assert "il n’y a pas de réseau" in capsys.readouterr().out


def test_no_network_is_said_once_uv_has_failed(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, capsys
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: "/bin/" + name)
    machine.failing = ["install", "index"]
    assert machine.main() == 1
    assert "there is no network" in capsys.readouterr().out
    assert len(machine.installed()) == 1, "pip is not tried in vain"


def test_a_failure_with_the_network_there_is_not_blamed_on_it(machine: Machine, capsys) -> None:
    machine.failing = ["install -r requirements.lock"]
    assert machine.main() == 1
    said = capsys.readouterr().out
    assert "there is no network" not in said and "the reason is in the lines above" in said


def test_a_taken_port_is_said_before_set_up(machine: Machine, capsys) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        assert machine.main("--port", port) == 1
        assert f"Port {port} is taken" in capsys.readouterr().out
        assert not machine.ran
    assert machine.main("--port", port) == 0
    assert f"--port={port} --ServerApp.port_retries=0" in machine.ran[-1]


def test_a_missing_first_page_is_said_before_set_up(machine: Machine, capsys) -> None:
    shutil.rmtree(machine.project / "notebooks" / "student")
    assert machine.main() == 1
    assert "student/en/00_start_here.ipynb, is missing" in capsys.readouterr().out
    assert not machine.ran


@pytest.mark.parametrize("words", ["tset", "--port lots", "--port 70000", "--lang de"])
def test_words_it_does_not_know_are_refused(machine: Machine, words: str, capsys) -> None:
    with pytest.raises(SystemExit, match="2"):
        machine.main(*words.split())
    assert words.split()[-1] in capsys.readouterr().err
    assert not machine.ran


# ------------------------------------------------------------------ the commands


def test_the_options_reach_jupyterlab(machine: Machine) -> None:
    machine.main("--instructor", "--lang", "fr", "--no-browser")
    command = machine.ran[-1]
    assert "default_url=/lab/tree/notebooks/instructor/fr/00_start_here.ipynb" in command
    assert f"--ServerApp.root_dir={machine.project}" in command
    assert "--no-browser" in command and "--port" not in command
    assert "token" not in command and "password" not in command, "its own protection stays"

    machine.main()
    assert "notebooks/student/en/" in machine.ran[-1] and "--no-browser" not in machine.ran[-1]


def test_test_runs_everything_and_pytest_last(machine: Machine) -> None:
    assert machine.main("test", "-k", "funnel") == 0
    checks = [line.partition(" -m ")[2] for line in machine.ran[-4:]]
    assert checks == ["ruff check", "ruff format --check", "mypy", "pytest -k funnel"]
    assert machine.variables[-1]["OMP_NUM_THREADS"] == "1"


@pytest.mark.parametrize("failing", ["ruff check", "ruff format", "mypy", "pytest"])
def test_test_fails_when_any_part_does(machine: Machine, failing: str) -> None:
    machine.main("test")
    machine.failing = [failing]
    assert machine.main("test") != 0
    assert "pytest" in machine.ran[-1]


def test_a_command_after_an_option_is_not_taken_for_the_course(machine: Machine, capsys) -> None:
    assert machine.main("--lang", "fr", "test") == 1
    assert "La commande vient en premier : python start.py test" in capsys.readouterr().out
    assert not machine.ran


@pytest.mark.parametrize(
    ("command", "runs"),
    [
        ("build --check", "-m mktlib.core.course --check"),
        ("report handed_in --lang fr", "-m mktlib.core.classroom handed_in --lang fr"),
        ("bench labs", "benchmarks/run.py labs"),
    ],
)
def test_the_other_commands_pass_their_words_on(machine: Machine, command: str, runs: str) -> None:
    assert machine.main(*command.split()) == 0
    assert machine.ran[-1].partition(" ")[2] == runs
    machine.failing = [runs]
    assert machine.main(*command.split()) == 1


def test_variables_that_mislead_python_are_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    monkeypatch.setenv("MKTLIB_KEPT", "yes")
    assert "PYTHONPATH" not in start.surroundings()
    assert start.surroundings(OMP_NUM_THREADS="1")["MKTLIB_KEPT"] == "yes"


def test_on_windows_it_waits_for_jupyterlab(monkeypatch: pytest.MonkeyPatch) -> None:
    class Program:
        waits: Iterator[Callable[[], int]] = iter([lambda: 1 // 0, lambda: 3])

        def __init__(self, command: list[str], env: dict[str, str]):
            assert command == ["jupyterlab"]

        def wait(self) -> int:
            try:
                return next(self.waits)()
            except ZeroDivisionError:
                raise KeyboardInterrupt from None

    with monkeypatch.context() as windows:
        windows.setattr(os, "name", "nt")
        windows.setattr(subprocess, "Popen", Program)
        status = start.become(["jupyterlab"])
        python = start.Environment("course").python
    assert status == 3
    assert Path(python).parts[-3:] == (".venv", "Scripts", "python.exe")


# ------------------------------------------------------------------ words


@pytest.mark.parametrize(
    ("arguments", "machine_speaks", "expected"),
    [
        ([], "fr_FR", "fr"),
        ([], "French_France", "fr"),
        ([], "de_DE", "en"),
        ([], None, "en"),
        (["--lang", "fr"], "en_US", "fr"),
        (["--lang=en"], "fr_FR", "en"),
    ],
)
def test_the_language_is_the_one_asked_or_the_machines(
    arguments: list[str], machine_speaks: str | None, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(start.locale, "getlocale", lambda: (machine_speaks, "UTF-8"))
    assert start.language_asked(arguments) == expected


def test_a_terminal_without_accents_is_still_spoken_to(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", terminal)
    start.say("Arrêté : é")
    assert terminal.buffer.getvalue() == b"Arr?t? : ?\n"  # type: ignore[attr-defined]


# ------------------------------------------------------------------ the real thing


def offline(**more: str) -> dict[str, str]:
    """Variables under which every installer looks at a closed port of this machine."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        nowhere = f"http://127.0.0.1:{trial.getsockname()[1]}/simple"
    variables = {k: v for k, v in os.environ.items() if not k.startswith(("PIP_", "UV_"))}
    return dict(
        variables,
        PIP_CONFIG_FILE=os.devnull,
        PIP_INDEX_URL=nowhere,
        UV_DEFAULT_INDEX=nowhere,
        **more,
    )


def test_a_real_start_without_network(tmp_path: Path) -> None:
    for name in ("start.py", start.COURSE_LOCK):
        shutil.copy(ROOT / name, tmp_path)
    page = tmp_path / "notebooks" / "student" / "fr" / "00_start_here.ipynb"
    page.parent.mkdir(parents=True)
    page.touch()
    said = subprocess.run(
        [sys.executable, "start.py", "--lang", "fr"],
        cwd=tmp_path,
        env=offline(PATH=os.defpath, PYTHONUTF8="1"),
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert said.returncode == 1
    assert said.stdout.splitlines()[-1].startswith("Impossible de télécharger les paquets")
    assert "Traceback" not in said.stdout + said.stderr


def test_the_network_is_not_blamed_when_a_package_can_be_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment = start.Environment(str(tmp_path))
    environment.python = sys.executable
    monkeypatch.setattr(os, "environ", offline())
    with pytest.raises(start.NoNetwork):
        environment.blame_the_network()

    (tmp_path / "uv-1.0-py3-none-any.whl").touch()
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path))
    environment.blame_the_network()


@pytest.mark.skipif(os.name == "nt", reason="a script stands for Python")
def test_a_real_second_start_goes_straight_to_jupyterlab(machine: Machine) -> None:
    shutil.copy(ROOT / "start.py", machine.project)
    environment = machine.environment
    python = Path(environment.python)
    python.parent.mkdir(parents=True)
    python.write_text('#!/bin/sh\necho "$@"\n')
    python.chmod(0o755)
    environment.write_mark(environment.wanted(start.COURSE_LOCK))
    out = subprocess.check_output(
        [sys.executable, "start.py", "--no-browser"], cwd=machine.project, encoding="utf-8"
    )
    assert "-m jupyterlab" in out.splitlines()[-1] and "--no-browser" in out
    assert "[1/" not in out
