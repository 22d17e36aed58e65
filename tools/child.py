"""A program that we start and answer for."""

import os
import signal
import subprocess
import time
from pathlib import Path
from typing import BinaryIO

from tools import processes
from tools.places import ROOT


def session(command: list[str], environment: dict[str, str], out: BinaryIO, folder: Path = ROOT) -> subprocess.Popen:
    """Starts a program that has no terminal: Ctrl-C reaches us alone."""
    return subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        start_new_session=True,
        stdin=subprocess.DEVNULL,
        stdout=out,
        stderr=subprocess.STDOUT,
    )


def session_shown(command: list[str], environment: dict[str, str]) -> subprocess.Popen:
    """The same for a program whose words are for the screen."""
    return subprocess.Popen(command, cwd=ROOT, env=environment, start_new_session=True, stdin=subprocess.DEVNULL)


def end_group(process: subprocess.Popen, patience: float = 10) -> None:
    """Ends what `session` has started, with all that it has started itself; nothing when it has ended."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(patience)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)


class Child:
    """Started in a session of its own, so that Ctrl-C reaches us alone and we end things in order."""

    def __init__(
        self, name: str, command: list[str], environment: dict[str, str], log: Path, *, talks: bool = False
    ) -> None:
        """`talks`: its standard output is read by us line by line; else it goes to `log` like its errors."""
        self.name = name
        with log.open("ab") as errors:
            self.process = subprocess.Popen(
                command,
                cwd=ROOT,
                env=environment,
                start_new_session=True,
                stdin=subprocess.PIPE if talks else subprocess.DEVNULL,
                stdout=subprocess.PIPE if talks else errors,
                stderr=errors,
            )
        processes.record(name, self.process.pid)

    @property
    def pid(self) -> int:
        return self.process.pid

    def alive(self) -> bool:
        return self.process.poll() is None

    def stop(self, patience: float = 30) -> None:
        """Asks it to end (by closing what it listens to, or SIGTERM), waits, and insists."""
        if self.process.stdin:
            self.process.stdin.close()
        else:
            self.process.terminate()
        try:
            self.process.wait(patience)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(10)


class Backoff:
    """How long to wait before the next start of what dies: twice as long each time, until it has lived a while."""

    def __init__(self, first: float = 0.2, longest: float = 10, settled: float = 30) -> None:
        self.first, self.longest, self.settled = first, longest, settled
        self.pause, self.begun = first, time.monotonic()

    def next(self) -> float:
        """Seconds to wait now; call it once for each death."""
        lived = time.monotonic() - self.begun
        self.pause = self.first if lived > self.settled else min(self.pause * 2, self.longest)
        self.begun = time.monotonic()
        return self.pause
