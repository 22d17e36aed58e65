"""./dev unseal: the stored events of the demo, oldest first, in the clear."""

import subprocess

from tools import build, environment
from tools.failure import Failure
from tools.places import RUN
from tools.toolchain import java_home

MAIN = "io.cellmonitor.unseal.UnsealedEvents"


def run() -> int:
    """Prints one event's JSON a line, opened with the keys in the run's folder."""
    known = environment.read()
    if "CELL_MONITOR_PG" not in known:
        raise Failure("The application does not run here: start ./dev run in another terminal first.")
    staged = build.build()
    java = [str(java_home() / "bin" / "java"), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]
    classpath = f"{staged.programs}:{staged.main_classes}"
    command = [*java, "-cp", classpath, MAIN, known["CELL_MONITOR_PG"], str(RUN / "keyset.json")]
    return subprocess.run(command, check=False).returncode
