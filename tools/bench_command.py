"""./dev bench: the packaged application against bare baselines; writes docs/performance.md."""

import shutil
import subprocess

from tools import build
from tools.application import JAVA_OPTIONS
from tools.child import end_group, session_shown
from tools.failure import Failure
from tools.places import ROOT, RUN
from tools.toolchain import build_environment, java_home

MAIN = "io.cellmonitor.bench.Bench"
PACKAGES = {"wrk": "wrk", "redis-server": "redis-server", "redis-benchmark": "redis-tools", "influxd": "influxdb"}
POSTGRES = "/usr/lib/postgresql/15/bin/initdb"
DOCUMENT = ROOT / "docs" / "performance.md"
SCRIPT = ROOT / "src" / "test" / "resources" / "bench" / "post-events.lua"


def run(arguments: list[str]) -> int:
    """Measures the pairs named in `arguments`, or all; its exit code."""
    missing = [package for program, package in PACKAGES.items() if not shutil.which(program)]
    if not shutil.which(POSTGRES):
        missing.append("postgresql-15")
    if missing:
        raise Failure(f"Not found: {' '.join(missing)} (Debian: apt install {' '.join(missing)})")
    staged = build.build()
    folder = RUN / "bench"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True, mode=0o700)
    java = str(java_home() / "bin" / "java")
    places = {
        "--application": staged.application,
        "--folder": folder,
        "--script": SCRIPT,
        "--document": DOCUMENT,
        "--commit": commit(),
    }
    words = [word for name, place in places.items() for word in (name, str(place))]
    command = [java, *JAVA_OPTIONS, "-XX:+UseParallelGC", "-Xmx1g", "-cp", staged.programs, MAIN, *words, *arguments]
    process = session_shown(command, build_environment())
    try:
        return process.wait()
    finally:
        # Its own children end with it: the application takes the longest.
        end_group(process, 60)
        for data in folder.rglob("redis*/appendonlydir"):
            shutil.rmtree(data, ignore_errors=True)


def commit() -> str:
    """The commit of the sources, with `+` when they were changed since."""
    try:
        name = _git("rev-parse", "--short", "HEAD")
        changed = _git("status", "--porcelain")
    except (OSError, subprocess.SubprocessError):
        return "unknown"
    return name + ("+" if changed else "")


def _git(*words: str) -> str:
    said = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=True, timeout=30)
    return said.stdout.strip()
