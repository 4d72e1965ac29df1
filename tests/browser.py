"""A private JupyterLab and a headless Chromium, for the tests in a browser and for the benchmarks."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Locator, Page, sync_playwright

PATIENCE_S = 60
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FLAGS = [  # quiet, and as root in a container too
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
OPTIONS = [
    "--no-browser",
    "--allow-root",
    "--ip=127.0.0.1",
    "--port-retries=0",
    "--IdentityProvider.token=",
    "--ServerApp.password=",
    "--ServerApp.disable_check_xsrf=True",
    "--LabApp.expose_app_in_browser=True",
    "--LabApp.news_url=None",
]
QUIET_NEWS = {"fetchNews": "false", "checkForUpdates": False}


def chromium() -> str:
    """Where the browser is; `MKTLIB_BROWSER` names one that is not on the path."""
    found = os.environ.get("MKTLIB_BROWSER") or next(filter(None, map(shutil.which, NAMES)), None)
    if not found:
        raise FileNotFoundError(
            "These tests need Chromium or Chrome. Install one (on Debian: apt-get install chromium), "
            "or name it in the environment variable MKTLIB_BROWSER."
        )
    return found


@contextmanager
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        try:
            yield started
        finally:
            started.close()


@contextmanager
def jupyterlab(root: Path, private: Path) -> Iterator[str]:
    """The address of a JupyterLab on `root`; its own settings and state lie in `private`."""
    settings = private / "settings"
    news = settings / "@jupyterlab" / "apputils-extension" / "notification.jupyterlab-settings"
    news.parent.mkdir(parents=True)
    news.write_text(json.dumps(QUIET_NEWS))
    folders = {
        "JUPYTER_CONFIG_DIR": private / "config",
        "JUPYTER_RUNTIME_DIR": private / "runtime",
        "JUPYTERLAB_SETTINGS_DIR": settings,
        "JUPYTERLAB_WORKSPACES_DIR": private / "workspaces",
        "JUPYTER_DATA_DIR": private / "data",
        "IPYTHONDIR": private / "ipython",
    }
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "jupyterlab", f"--port={port}", f"--ServerApp.root_dir={root}"]
    environment = {**os.environ, **{name: str(folder) for name, folder in folders.items()}}
    log = private / "jupyterlab.log"
    with log.open("wb") as sink:
        server = subprocess.Popen([*command, *OPTIONS], env=environment, stdout=sink, stderr=sink)
        try:
            _wait_for(server, f"http://127.0.0.1:{port}", log)
            yield f"http://127.0.0.1:{port}"
            for kernel in api(f"http://127.0.0.1:{port}", "kernels"):
                api(f"http://127.0.0.1:{port}", f"kernels/{kernel['id']}", "DELETE")
        finally:
            server.terminate()
            server.wait(30)


def _wait_for(server: subprocess.Popen[bytes], url: str, log: Path) -> None:
    end = time.monotonic() + PATIENCE_S
    while True:
        try:
            api(url, "status")
            return
        except OSError:
            if server.poll() is not None or time.monotonic() > end:
                raise RuntimeError(
                    f"JupyterLab did not start:\n{log.read_text()[-2000:]}"
                ) from None
            time.sleep(0.1)


def api(url: str, path: str, method: str = "GET") -> Any:
    request = urllib.request.Request(f"{url}/api/{path}", method=method)
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.loads(answer.read() or "null")


class Notebook:
    """A notebook open in JupyterLab."""

    def __init__(self, page: Page, url: str, path: str):
        self.page, self.url, self.path = page, url, path
        self.faults: list[str] = []  # of the page's own scripts
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.set_default_timeout(PATIENCE_S * 1000)
        page.goto(f"{url}/lab/workspaces/{time.time_ns()}/tree/{path}")
        page.wait_for_selector(".jp-Notebook .jp-Cell")
        self.until(
            "window.jupyterapp?.shell.currentWidget?.sessionContext?.isReady &&"
            " ['idle', 'unknown'].includes(CONTEXT.session.kernel.status)"
        )
        page.evaluate("jupyterapp.shell.collapseLeft()")

    def until(self, condition: str, given: Any = None) -> None:
        """Wait until a condition in JavaScript holds; CONTEXT is the session, GIVEN the argument."""
        context = "jupyterapp.shell.currentWidget.sessionContext"
        self.page.wait_for_function(
            f"GIVEN => ({condition.replace('CONTEXT', context)})", arg=given, polling=50
        )

    def command(self, name: str) -> None:
        self.page.evaluate("name => jupyterapp.commands.execute(name)", name)

    def run_all(self) -> None:
        self.command("notebook:run-all-cells")
        self.until("CONTEXT.session.kernel.status === 'idle'")

    def run(self, cell: int) -> None:
        """Run one code or prose cell, counted from 0."""
        self.page.evaluate("i => jupyterapp.shell.currentWidget.content.activeCellIndex = i", cell)
        self.command("notebook:run-cell")
        self.until("CONTEXT.session.kernel.status === 'idle'")

    def save(self) -> None:
        self.command("docmanager:save")
        self.until("!jupyterapp.shell.currentWidget.context.model.dirty")

    @property
    def cells(self) -> list[dict[str, Any]]:
        """The cells as the page has them now, in the notebook format."""
        return self.page.evaluate("jupyterapp.shell.currentWidget.context.model.toJSON().cells")

    @property
    def errors(self) -> list[str]:
        return [
            f"{output['ename']}: {output['evalue']}"
            for cell in self.cells
            for output in cell.get("outputs", [])
            if output["output_type"] == "error"
        ]

    @property
    def mode(self) -> str:
        return self.page.evaluate("jupyterapp.shell.currentWidget.content.mode")

    @property
    def active_cell(self) -> int:
        return self.page.evaluate("jupyterapp.shell.currentWidget.content.activeCellIndex")

    def stop_kernel(self) -> None:
        kernel = "jupyterapp.shell.currentWidget.sessionContext.session.kernel.id"
        api(self.url, f"kernels/{self.page.evaluate(kernel)}", "DELETE")

    def all(self, css: str) -> list[Locator]:
        return self.page.locator(f".jp-NotebookPanel:not(.lm-mod-hidden) {css}").all()
