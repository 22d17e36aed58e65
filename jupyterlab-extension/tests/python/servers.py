"""Processes that a test may kill: Jupyter servers with the extension, and a receiver."""

import contextlib
import json
import os
import random
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from cell_monitor import CellMonitor
from cell_monitor.choice import Choice, ChoiceFile
from cell_monitor.student_side import application_folder

HERE = Path(__file__).parent
TOKEN = "a-token-for-tests"
SECONDS = 60


class Process:
    """A program that ends with the test at the latest."""

    def __init__(self, arguments, log, **environment):
        with log.open("a") as output:
            self.process = subprocess.Popen(  # noqa: S603 - our own
                [sys.executable, *map(str, arguments)],
                env={**os.environ, **environment},
                cwd=HERE.parents[1],
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        self.log = log

    def end(self, how=signal.SIGKILL):
        """End it and wait for that."""
        if self.process.poll() is None:
            self.process.send_signal(how)
        self.process.wait(SECONDS)


class JupyterServer(Process):
    """A real Jupyter server of a student."""

    def __init__(self, folder, url, log="jupyter.log", **environment):
        self.port = free_port()
        data = str(folder / "data" / "cell-monitor")
        chosen = ChoiceFile(application_folder(CellMonitor(url=url, data_folder=data)))
        chosen.save(Choice(notice_seen=True))
        super().__init__(
            [
                *("-m", "jupyter_server", "--allow-root", "--no-browser"),
                f"--ServerApp.port={self.port}",
                "--ServerApp.port_retries=0",
                "--ServerApp.jpserver_extensions={'cell_monitor': True}",
                f"--IdentityProvider.token={TOKEN}",
                f"--ServerApp.root_dir={folder}",
            ],
            folder / log,
            JUPYTER_DATA_DIR=str(folder / "data"),
            JUPYTER_CONFIG_DIR=str(folder / "config"),
            JUPYTER_RUNTIME_DIR=str(folder / "runtime"),
            CELL_MONITOR_URL=url,
            CELL_MONITOR_STUDENT="山田 花子",
            **environment,
        )
        until(lambda: self.ask("status")[0] == 200)

    def ask(self, path="", method="GET", body=None):
        """Ask one of our routes; give status and JSON, 0 while nothing answers."""
        request = urllib.request.Request(  # noqa: S310 - loopback
            f"http://127.0.0.1:{self.port}/cell-monitor{path and '/' + path}",
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Authorization": f"token {TOKEN}", "Content-Type": "application/json"},
        )
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as error:
            return error.code, json.loads(error.read() or b"null")
        except OSError:
            return 0, None

    def post(self, *events):
        """Post events; give the status."""
        return self.ask(method="POST", body=list(events))[0]


class Receiver:
    """The receiver's process, to be cut and restored on one port; what it took stays."""

    def __init__(self, folder):
        self.folder = folder
        self.file = folder / "received.jsonl"
        self.file.touch()
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.process = None

    def start(self, *, has_open_door=True):
        """Start, or start again."""
        door = [] if has_open_door else ["closed"]
        arguments = [HERE / "receiver_process.py", self.port, self.file, *door]
        self.process = Process(arguments, self.folder / "receiver.log")
        until(lambda: is_listening(self.port))

    def cut(self):
        """Kill it."""
        if self.process is not None:
            self.process.end()

    def ids(self):
        """Return the ids of the events, each once, in the order of their first arrival."""
        return list(dict.fromkeys(event["eventId"] for event in self.events()))

    def events(self):
        """Return what it has taken, with whose token each came."""
        return [json.loads(line) for line in self.file.read_text("utf-8").splitlines()]

    def sent_by(self, number):
        """Return whose token an event with a number came with; None before it came."""
        event_id = event(number)["eventId"]
        found = [sent for sent in self.events() if sent["eventId"] == event_id]
        return found[0]["sentBy"] if found else None


def until(condition):
    """Wait until something is so."""
    end = time.monotonic() + SECONDS
    while not condition():
        if time.monotonic() > end:
            pytest.fail("It did not come about in time")
        time.sleep(0.05)


def is_listening(port):
    with socket.socket() as trial:
        return trial.connect_ex(("127.0.0.1", port)) == 0


def free_port():
    """Return one that no outgoing connection can hold while its server is away."""
    below = [random.randrange(10_000, 32_768) for _ in range(100)]  # noqa: S311 - no secret
    for port in [*below, 0]:
        with socket.socket() as trial, contextlib.suppress(OSError):
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind(("127.0.0.1", port))
            return trial.getsockname()[1]
    return pytest.fail("There is no free port")


def event(number, notebook="a.ipynb"):
    """Return an event with a number."""
    details = {"notebookPath": notebook, "code": f"print({number})"}
    return {"eventId": f"{notebook}-{number}", "eventType": "cell_executed", **details}


@pytest.fixture
def receiver(tmp_path):
    receiver = Receiver(tmp_path)
    yield receiver
    receiver.cut()


@pytest.fixture
def jupyter(tmp_path, receiver):
    """Return what starts Jupyter servers of one student; all end with the test."""
    started = []

    def start(**arguments):
        started.append(JupyterServer(tmp_path, receiver.url, **arguments))
        return started[-1]

    yield start
    for server in started:
        server.end()
