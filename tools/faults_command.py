"""./dev faults: breaks one thing after the other under load, and judges what is left."""

import json
import shutil
import subprocess

from tools import build, training
from tools.application import JAVA_OPTIONS
from tools.failure import Failure
from tools.node_packages import install
from tools.places import END_TO_END, FAULTS
from tools.toolchain import build_environment, java_home, node

PROGRAMS = {
    "redis-server": "redis-server",
    "redis-cli": "redis-tools",
    "setpriv": "util-linux",
    "/usr/sbin/haproxy": "haproxy",
    "influxd": "influxdb",
    "/usr/lib/postgresql/15/bin/postgres": "postgresql-15",
}

# The stand-in shares two cores with all that is measured.
SMALL_PROGRAM = ["-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"]


def run(words: list[str]) -> int:
    """Builds what is stale, then plays the rows that `words` say; the exit code."""
    program = [node(), str(FAULTS / "faults.mjs"), *words]
    install(END_TO_END)
    if "--list" in words:
        return subprocess.run(program, check=False).returncode
    require_programs()
    staged = training.trained(build.build())
    java = str(java_home() / "bin" / "java")
    application = [java, *staged.start(), *JAVA_OPTIONS, "-jar", str(staged.application)]
    stand_in = [java, *SMALL_PROGRAM, "-cp", staged.programs, "io.cellmonitor.influx.RunStandIn"]
    variables = {
        **build_environment(),
        "CELL_MONITOR_FAULTS_APPLICATION": json.dumps(application),
        "CELL_MONITOR_FAULTS_STAND_IN": json.dumps(stand_in),
    }
    process = subprocess.Popen(program, env=variables)
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            continue  # it got the same Ctrl-C


def require_programs(path: str | None = None) -> None:
    """Fails when a program is not on `path` (else PATH), with the names of Debian's packages."""
    absent = {package for program, package in PROGRAMS.items() if not shutil.which(program, path=path)}
    if absent:
        missing = " ".join(sorted(absent))
        raise Failure(f"Programs that ./dev faults breaks are missing: apt-get install {missing} (Debian)")
