# -*- coding: utf-8 -*-
"""Make the course's environment and open the course, with Python and nothing else.

    python start.py                   open the course in JupyterLab
        --lang en|fr                  in English or in French (if not said: the machine's language)
        --instructor                  with the answers and the teaching notes
        --no-browser  --port N        without opening a browser; at this port
    python start.py test [...]        run ruff, mypy and the whole test suite (... goes to pytest)
    python start.py build [...]       write the derived notebooks again, from their sources
    python start.py report FOLDER     tell what the notebooks handed in by a class misunderstood
    python start.py slides [...]      write the lessons as slides, to show without a network
    python start.py bench [...]       measure the labs against their baselines

The environment is the folder .venv beside this file, and belongs to this file.  It is made from
requirements.lock (for tests: requirements-test.lock), every package checked against its hash, by
uv if the machine has it, or else by a uv put into the environment first, or else by pip.  A mark
written at the end says what was installed: with it a second start goes straight to JupyterLab and
a new lock is brought up to date; without it, or in another place, the environment is made again.

An old Python must be able to read this file, if only to say that it is too old: no f-string, no
annotation, nothing that Python 3.4 (or indeed 2.7) would not understand.
"""

from __future__ import print_function, unicode_literals

import argparse
import errno
import hashlib
import io
import json
import locale
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile

PROJECT = os.path.dirname(os.path.abspath(__file__))
COURSE_LOCK = "requirements.lock"
TEST_LOCK = "requirements-test.lock"  # all that COURSE_LOCK has, and what the tests need
OLDEST_PYTHON, NEWEST_PYTHON = (3, 11), (3, 14)
ROOM_NEEDED = 1500 * 1000 * 1000  # bytes
FULL = 100 * 1000 * 1000  # bytes: an installer that failed with less than this left lacked room
QUIET_JUPYTERLAB = {  # no pop-up that asks to fetch news
    "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False}
}
language = "en"  # of the sentences below: main() sets it


# ------------------------------------------------------------------ words


class Problem(Exception):
    """A foreseeable failure, in one sentence that says what to do."""


class NoNetwork(Problem):
    """The packages could not be fetched; what was installed before still stands."""


def words(en, fr, *values):
    return (fr if language == "fr" else en).format(*values)


def say(sentence):
    """Print, even on a terminal whose alphabet lacks some of the letters."""
    alphabet = getattr(sys.stdout, "encoding", None) or "ascii"
    print(sentence.encode(alphabet, "replace").decode(alphabet))
    sys.stdout.flush()  # before the next program writes


def language_asked(arguments):
    """The language after --lang, or else that of the machine."""
    for before, argument in zip([""] + arguments, arguments):
        code = argument if before == "--lang" else argument.partition("--lang=")[2]
        if code in ("en", "fr"):
            return code
    return "fr" if (locale.getlocale()[0] or "").lower().startswith("fr") else "en"


def explained(error):
    """The sentence for what the operating system refused."""
    place = error.filename or PROJECT
    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
        return disk_is_full(place)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return words(
            "The system does not let this program write to {0}. Close JupyterLab if it is open; "
            "if the folder is not yours, move the course to one that is, such as Documents.",
            "Le système ne laisse pas ce programme écrire dans {0}. Fermez JupyterLab s’il est "
            "ouvert ; si le dossier n’est pas à vous, déplacez le cours dans un dossier qui "
            "l’est, par exemple Documents.",
            place,
        )
    return words("The system refused: {0}", "Le système a refusé : {0}", error)


def disk_is_full(place):
    return words(
        "The disk is full: the course needs 1.5 GB free where {0} is. Make room, then run the "
        "same command again.",
        "Le disque est plein : il faut au cours 1,5 Go libre à l’endroit de {0}. Faites de la "
        "place, puis relancez la même commande.",
        place,
    )


# ------------------------------------------------------------------ the machine


def works(*command):
    """Whether a command runs and succeeds; nothing of it is shown."""
    with open(os.devnull, "r+b") as nothing:
        try:
            status = subprocess.call(
                command, stdin=nothing, stdout=nothing, stderr=nothing, env=surroundings()
            )
        except EnvironmentError:  # there is no such command
            return False
    return status == 0


def is_there(module):
    try:
        return bool(__import__(module))
    except ImportError:
        return False


def surroundings(**more):
    """The environment variables, without those that mislead or slow the environment's Python."""
    variables = dict(os.environ, **more)
    for name in ("PYTHONHOME", "PYTHONPATH", "PYTHONDONTWRITEBYTECODE"):
        variables.pop(name, None)
    return variables


def require_python(version):
    if OLDEST_PYTHON <= tuple(version[:2]) <= NEWEST_PYTHON:
        return
    advice = words(
        "Install one from python.org, then run start.py with it.",
        "Installez-en un depuis python.org, puis lancez start.py avec lui.",
    )
    for minor in range(NEWEST_PYTHON[1], OLDEST_PYTHON[1] - 1, -1):
        other = ("py -3.{0}" if os.name == "nt" else "python3.{0}").format(minor)
        if works(*(other.split() + ["--version"])):
            advice = words("Run: {0} start.py", "Lancez : {0} start.py", other)
            break
    versions = [".".join(map(str, v[:2])) for v in (OLDEST_PYTHON, NEWEST_PYTHON, version)]
    en = "This course needs Python {0} to {1}, and this is Python {2}. {3}"
    fr = "Ce cours demande Python {0} à {1}, et ceci est Python {2}. {3}"
    raise Problem(words(en, fr, *(versions + [advice])))


def require_port(port):
    with socket.socket() as trial:
        if os.name != "nt":  # a port left a moment ago is free; Windows would let two share it
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind(("127.0.0.1", port))
            return
        except EnvironmentError:
            pass
    raise Problem(
        words(
            "Port {0} is taken, perhaps by a JupyterLab that is still open. Choose another, or "
            "leave out --port: the first free one is then used.",
            "Le port {0} est pris, peut-être par un JupyterLab resté ouvert. Choisissez-en un "
            "autre, ou omettez --port : le premier port libre est alors utilisé.",
            port,
        )
    )


# ------------------------------------------------------------------ the environment


class Environment(object):
    """The folder .venv of a project: made, brought up to date, or left alone when ready."""

    def __init__(self, project):
        self.project = project
        self.folder = os.path.join(project, ".venv")
        self.mark = os.path.join(self.folder, "installed.json")
        self.uv = None  # the words that start uv, once it is known
        self.version = "{0}.{1}".format(*sys.version_info)
        if os.name == "nt":
            self.python = os.path.join(self.folder, "Scripts", "python.exe")
            self.packages = os.path.join(self.folder, "Lib", "site-packages")
        else:
            self.python = os.path.join(self.folder, "bin", "python")
            self.packages = os.path.join(
                self.folder, "lib", "python" + self.version, "site-packages"
            )

    # what is installed, and what should be

    def wanted(self, lock):
        locks = (COURSE_LOCK, TEST_LOCK) if lock == TEST_LOCK else (lock,)
        wanted = {name: self.digest(name) for name in locks}
        place = os.path.normcase(os.path.realpath(self.project))
        return dict(wanted, python=self.version, project=place)

    def digest(self, name):
        with open(os.path.join(self.project, name), "rb") as file:
            return hashlib.sha256(file.read()).hexdigest()

    def installed(self):
        """What the mark says; nothing, when there is no mark that can be read."""
        try:
            with io.open(self.mark, encoding="utf-8") as file:
                return json.load(file)
        except (EnvironmentError, ValueError):
            return {}

    def write_mark(self, installed):
        with io.open(self.mark + ".new", "w", encoding="utf-8") as file:
            json.dump(installed, file, indent=1)
        os.replace(self.mark + ".new", self.mark)

    def prepare(self, lock):
        """Have everything in a lock installed: at once, when it is already."""
        wanted, installed = self.wanted(lock), self.installed()
        stands = os.path.exists(self.python) and all(
            installed.get(key) == wanted[key] for key in ("python", "project")
        )
        if stands and all(installed.get(key) == value for key, value in wanted.items()):
            return
        if stands:
            os.remove(self.mark)
        else:
            self.clear()
            installed = {}
        try:
            self.take_steps(lock, fresh=not stands)
        except NoNetwork:
            if stands:  # nothing was changed: installers fetch everything first
                self.write_mark(installed)
            raise
        self.write_mark(dict(installed, **wanted))

    def take_steps(self, lock, fresh):
        self.uv = self.uv_of_the_machine()
        steps = []
        if fresh:
            steps.append((words("Making .venv", "Création de .venv"), self.create))
        if not self.uv:
            steps.append((words("Fetching uv", "Téléchargement de uv"), self.fetch_uv))
        steps.append(
            (
                words(
                    "Installing the packages (the first time, a few minutes if the network is slow)",
                    "Installation des paquets (la première fois, quelques minutes si le réseau "
                    "est lent)",
                ),
                lambda: self.install("--require-hashes", "-r", os.path.join(self.project, lock)),
            )
        )
        steps.append((words("Adding mktlib", "Ajout de mktlib"), self.add_mktlib))
        for number, (sentence, step) in enumerate(steps, 1):
            say("[{0}/{1}] {2}".format(number, len(steps), sentence))
            step()

    # the steps

    def clear(self):
        if os.path.lexists(self.folder):
            say(
                words(
                    "The environment in .venv was left half made, moved, or made for another "
                    "Python: it is made again.",
                    "L’environnement de .venv est resté inachevé, a été déplacé ou a été fait pour "
                    "un autre Python : il est refait.",
                )
            )
            shutil.rmtree(self.folder)

    def create(self):
        if shutil.disk_usage(self.project).free < ROOM_NEEDED:
            raise Problem(disk_is_full(self.project))
        has_pip = is_there("ensurepip")
        if not (is_there("venv") and (has_pip or self.uv)):
            raise Problem(
                words(
                    "This Python lacks its module venv. On Debian or Ubuntu: sudo apt install "
                    "python3-venv. Elsewhere, install Python from python.org. Then run the same "
                    "command again.",
                    "Il manque à ce Python son module venv. Sous Debian ou Ubuntu : sudo apt "
                    "install python3-venv. Ailleurs, installez Python depuis python.org. "
                    "Relancez ensuite la même commande.",
                )
            )
        import venv

        try:
            venv.create(self.folder, symlinks=os.name != "nt", with_pip=has_pip)
        except subprocess.CalledProcessError as error:
            self.blame_the_disk()
            say(error.output.decode("utf-8", "replace"))
            self.give_up()

    def uv_of_the_machine(self):
        """The uv on the PATH, unless it lies in .venv itself or does not run."""
        path = shutil.which("uv")
        outside = path and not os.path.abspath(path).startswith(self.folder + os.sep)
        return [path] if outside and works(path, "--version") else None

    def fetch_uv(self):
        """Put uv into the environment, at the version and hash of the lock."""
        lines = os.path.join(self.folder, "uv.txt")
        with io.open(os.path.join(self.project, COURSE_LOCK), encoding="utf-8") as file:
            found = requirement("uv", file.read())
        with io.open(lines, "w", encoding="utf-8") as file:
            file.write(found)
        if self.run(self.python, *(PIP_INSTALL + ["--require-hashes", "-r", lines])) == 0:
            uv = [self.python, "-m", "uv"]
            if works(*(uv + ["--version"])):
                self.uv = uv
                return
        else:
            self.blame_the_disk()
            self.blame_the_network()
        say(
            words(
                "uv does not run here: pip does the same, more slowly.",
                "uv ne fonctionne pas ici : pip fait la même chose, plus lentement.",
            )
        )

    def install(self, *what):
        if self.uv:
            command = self.uv + ["pip", "install", "--python", self.python]
            if self.run(*(command + list(what))) == 0:
                return
            self.blame_the_disk()
            self.blame_the_network()
            say(words("uv failed: pip tries.", "uv a échoué : pip essaie."))
        if self.run(self.python, *(PIP_INSTALL + list(what))):
            self.blame_the_disk()
            self.blame_the_network()
            self.give_up()

    def add_mktlib(self):
        """Make mktlib importable from its folder here, and JupyterLab quiet.

        A relative path, which is plain ASCII, because some Pythons on Windows misread a line
        with an accent.
        """
        with io.open(os.path.join(self.packages, "mktlib.pth"), "w", encoding="ascii") as file:
            file.write(os.path.relpath(self.project, self.packages) + "\n")
        settings = os.path.join(self.folder, "share", "jupyter", "lab", "settings")
        os.makedirs(settings, exist_ok=True)
        with io.open(os.path.join(settings, "overrides.json"), "w", encoding="utf-8") as file:
            json.dump(QUIET_JUPYTERLAB, file, indent=1)

    # when a step fails

    def blame_the_disk(self):
        """Raise the Problem if there is no room here, for temporary files or for their cache."""
        for place in (self.project, tempfile.gettempdir(), os.path.expanduser("~")):
            if os.path.isdir(place) and shutil.disk_usage(place).free < FULL:
                raise Problem(disk_is_full(place))

    def blame_the_network(self):
        """Raise the Problem if an installer, wherever it is set to look, cannot see a package."""
        pip = [self.python, "-m", "pip", "--retries", "0", "--timeout", "15"]
        seen = works(*(pip + ["index", "versions", "uv"]))
        if self.uv and not seen:
            look = ["pip", "install", "--dry-run", "--reinstall", "--no-cache", "uv"]
            seen = works(*(self.uv + look + ["--python", self.python]))
        if not seen:
            raise NoNetwork(
                words(
                    "The packages cannot be fetched: there is no network, or it lets nothing "
                    "through. Connect, then run the same command again.",
                    "Impossible de télécharger les paquets : il n’y a pas de réseau, ou il ne "
                    "laisse rien passer. Connectez-vous, puis relancez la même commande.",
                )
            )

    def give_up(self):
        raise Problem(
            words(
                "The environment could not be made; the reason is in the lines above. Run the "
                "same command again; if it fails again, show these lines to your instructor.",
                "L’environnement n’a pas pu être créé ; la raison est dans les lignes ci-dessus. "
                "Relancez la même commande ; si elle échoue encore, montrez ces lignes à votre "
                "enseignant.",
            )
        )

    def run(self, *command, **variables):
        """Run a program in the project's folder, before the reader's eyes; its exit status."""
        return subprocess.call(command, cwd=self.project, env=surroundings(**variables))


PIP_INSTALL = ["-m", "pip", "install", "--disable-pip-version-check", "--retries", "2"]


def requirement(name, lock):
    """The lines of a lock that ask for one package: its version and its hashes."""
    return re.findall(r"(?ms)^" + re.escape(name) + r"==.*?[^\\]$", lock)[0] + "\n"


# ------------------------------------------------------------------ the commands


def open_course(environment, arguments):
    options = parser().parse_args(arguments)
    if options.command:
        raise Problem(
            words(
                "The command comes first: python start.py {0} ...",
                "La commande vient en premier : python start.py {0} ...",
                options.command,
            )
        )
    audience = "instructor" if options.instructor else "student"
    page = "notebooks/{0}/{1}/00_start_here.ipynb".format(audience, language)
    if not os.path.exists(os.path.join(environment.project, page)):
        raise Problem(
            words(
                "The course's first page, {0}, is missing: download the course again.",
                "La première page du cours, {0}, manque : téléchargez de nouveau le cours.",
                page,
            )
        )
    if options.port:
        require_port(options.port)
    environment.prepare(COURSE_LOCK)
    command = [environment.python, "-m", "jupyterlab"]
    command += ["--ServerApp.root_dir=" + environment.project]
    command += ["--LabApp.default_url=/lab/tree/" + page]
    # the tabs left open here, not those of another project
    command += ["--LabApp.workspaces_dir=" + os.path.join(environment.folder, "workspaces")]
    command += ["--log-level=WARN"]  # the address, and what goes wrong
    if options.no_browser:
        command += ["--no-browser"]
    if options.port:
        command += ["--port={0}".format(options.port), "--ServerApp.port_retries=0"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:  # in a container
        command += ["--allow-root"]
    say(
        words(
            "Opening the course. To stop it: Ctrl-C in this window.",
            "Ouverture du cours. Pour l’arrêter : Ctrl-C dans cette fenêtre.",
        )
    )
    return become(command)


def become(command):
    """Hand this process over to a program; on Windows, wait for it."""
    if os.name != "nt":
        os.execve(command[0], command, surroundings())
    program = subprocess.Popen(command, env=surroundings())
    while True:
        try:
            return program.wait()
        except KeyboardInterrupt:  # the program received it too, and asks what to do
            continue


def test(environment, arguments):
    """ruff, mypy, then pytest, whose last line is the last; non-zero if any of them failed."""
    environment.prepare(TEST_LOCK)
    failed = []
    for check in (["ruff", "check"], ["ruff", "format", "--check"], ["mypy"]):
        say("== " + " ".join(check))
        if environment.run(environment.python, "-m", *check):
            failed.append(" ".join(check))
    if failed:
        say("== failed: " + ", ".join(failed))
    say("== pytest")
    one = {name + "_NUM_THREADS": "1" for name in ("OMP", "OPENBLAS", "MKL")}
    return environment.run(environment.python, "-m", "pytest", *arguments, **one) or len(failed)


def build(environment, arguments):
    environment.prepare(TEST_LOCK)
    return environment.run(environment.python, "-m", "mktlib.core.course", *arguments)


def report(environment, arguments):
    environment.prepare(COURSE_LOCK)
    command = [environment.python, "-m", "mktlib.core.classroom"]
    return subprocess.call(command + arguments, env=surroundings())  # FOLDER is seen from here


def slides(environment, arguments):
    environment.prepare(TEST_LOCK)
    return environment.run(environment.python, "-m", "mktlib.core.slides", *arguments)


def bench(environment, arguments):
    environment.prepare(TEST_LOCK)
    script = os.path.join(environment.project, "benchmarks", "run.py")
    return environment.run(environment.python, script, *arguments)


COMMANDS = {"test": test, "build": build, "report": report, "slides": slides, "bench": bench}


def port_number(text):
    if not 1 <= int(text) <= 65535:
        raise ValueError(text)
    return int(text)


def parser():
    made = argparse.ArgumentParser(prog="start.py", description=__doc__)
    made.formatter_class = argparse.RawDescriptionHelpFormatter
    made.usage = "python start.py [--lang en|fr] [--instructor] [--no-browser] [--port N]"
    made.add_argument("command", nargs="?", choices=sorted(COMMANDS), help=argparse.SUPPRESS)
    made.add_argument("--lang", choices=("en", "fr"), help=argparse.SUPPRESS)
    made.add_argument("--instructor", action="store_true", help=argparse.SUPPRESS)
    made.add_argument("--no-browser", action="store_true", help=argparse.SUPPRESS)
    made.add_argument("--port", type=port_number, help=argparse.SUPPRESS)
    return made


def main(arguments):
    global language
    language = language_asked(arguments)
    try:
        require_python(sys.version_info)
        command = COMMANDS.get(arguments[0]) if arguments else None
        if command:
            return command(Environment(PROJECT), arguments[1:])
        return open_course(Environment(PROJECT), arguments)
    except Problem as problem:
        say("\n{0}".format(problem))
        return 1
    except EnvironmentError as error:
        say("\n" + explained(error))
        return 1
    except KeyboardInterrupt:
        say(words("\nStopped.", "\nArrêté."))
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
