"""./dev simulate: a class from outside; and the same as a part of ./dev run."""

import os
import subprocess

from tools import build, environment, staging
from tools.child import Backoff, Child
from tools.places import ROOT, RUN
from tools.staging import Staged
from tools.toolchain import java_home

JAVA_OPTIONS = ["-XX:+UseSerialGC", "-Xmx256m", "-Djava.util.logging.manager=org.jboss.logmanager.LogManager"]
MAIN = "io.cellmonitor.simulate.Simulate"


def command(staged: Staged, arguments: list[str]) -> list[str]:
    """The simulator's command line."""
    if not any(word.split("=")[0] == "--truth" for word in arguments):
        arguments = [*arguments, "--truth", str(RUN / "truth.json")]
    java = [str(java_home() / "bin" / "java"), *staged.archive("simulate"), *JAVA_OPTIONS]
    return [*java, "-cp", staged.programs, MAIN, *arguments]


def run(arguments: list[str]) -> int:
    """Runs it against the application of `.run/env`, or the one that --url names."""
    # Help needs no fresh build.
    staged = (staging.newest() if "--help" in arguments else None) or build.build()
    variables = {**os.environ, **environment.read()}
    process = subprocess.Popen(command(staged, arguments), cwd=ROOT, env=variables)
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            continue  # it got the same Ctrl-C, and ends with its summary


class Simulation:
    """Students who work in the demo class as long as ./dev run lives."""

    def __init__(self, staged: Staged, students: int) -> None:
        self.staged = staged
        self.students = students
        self.child: Child | None = None
        self.backoff = Backoff()

    def start(self) -> None:
        arguments = ["--students", str(self.students), "--forever"]
        variables = {**os.environ, **environment.read()}
        self.child = Child("simulate", command(self.staged, arguments), variables, RUN / "simulate.log")

    def keep(self, wait) -> None:
        """Starts it again when it has ended."""
        if not self.child.alive():
            wait(self.backoff.next())
            self.start()

    def stop(self) -> None:
        if self.child:
            self.child.stop(10)
