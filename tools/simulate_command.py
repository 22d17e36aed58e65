"""./dev simulate: a class from outside; and the same as a part of ./dev run."""

import os
import subprocess

from tools import build, environment
from tools.child import Backoff, Child
from tools.places import ROOT, RUN, TEST_CLASSES, TEST_CLASSPATH
from tools.toolchain import java_home


def command(arguments: list[str]) -> list[str]:
    """The simulator's command line."""
    classpath = f"{TEST_CLASSES}:{TEST_CLASSPATH.read_text().strip()}"
    return [str(java_home() / "bin" / "java"), "-XX:+UseSerialGC", "-Xmx256m", "-Djava.util.logging.config.file=/dev/null",
            "-cp", classpath, "io.cellmonitor.simulate.Simulate", *arguments]


def run(arguments: list[str]) -> int:
    """Runs it against the application of `.run/env`, or the one that --url names."""
    if "--help" not in arguments:
        build.build()
    variables = {**os.environ, **environment.read()}
    process = subprocess.Popen(command(arguments), cwd=ROOT, env=variables)
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            continue  # it got the same Ctrl-C, and ends with its summary


class Simulation:
    """Students who work in the demo class as long as ./dev run lives."""

    def __init__(self, students: int) -> None:
        self.students = students
        self.child: Child | None = None
        self.backoff = Backoff()

    def start(self) -> None:
        arguments = ["--students", str(self.students), "--forever"]
        self.child = Child("simulate", command(arguments), {**os.environ, **environment.read()}, RUN / "simulate.log")

    def keep(self, wait) -> None:
        """Starts it again when it has ended."""
        if not self.child.alive():
            wait(self.backoff.next())
            self.start()

    def stop(self) -> None:
        if self.child:
            self.child.stop(10)
