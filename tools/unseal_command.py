"""./dev unseal: the stored events of the demo, oldest first, in the clear."""

import subprocess

from tools import build, environment
from tools.failure import Failure
from tools.places import RUN, TARGET, TEST_CLASSES, TEST_CLASSPATH
from tools.toolchain import java_home


def run() -> int:
    """Prints one event's JSON a line, opened with the keys in the run's folder."""
    known = environment.read()
    if "CELL_MONITOR_PG" not in known:
        raise Failure("The application does not run here: start ./dev run in another terminal first.")
    build.build()
    classpath = f"{TEST_CLASSES}:{TARGET / 'classes'}:{TEST_CLASSPATH.read_text().strip()}"
    command = [str(java_home() / "bin" / "java"), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", classpath,
               "io.cellmonitor.unseal.UnsealedEvents", known["CELL_MONITOR_PG"], str(RUN / "keyset.json")]
    return subprocess.run(command, check=False).returncode
