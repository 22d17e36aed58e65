"""Builds what is not built or is older than its sources."""

import hashlib
import os
import subprocess
import time
from collections.abc import Iterable
from pathlib import Path

from tools.failure import Failure
from tools.places import APPLICATION, DASHBOARD, ROOT, RUN, TARGET, TEST_CLASSES, TEST_CLASSPATH
from tools.toolchain import build_environment, node

SOURCES = (ROOT / "pom.xml", ROOT / "src" / "main", ROOT / "src" / "test" / "java", DASHBOARD)
NOT_SOURCES = {"node_modules", "dist", "coverage", "__pycache__", ".vite", ".test-results", "e2e"}
STAMP = TARGET / "built-from.txt"
MAVEN = ["./mvnw", "--quiet", "--batch-mode", "-DskipTests", "package", "dependency:build-classpath",
         f"-Dmdep.outputFile={TEST_CLASSPATH}", "-Dmdep.includeScope=test"]


def fingerprint(sources: Iterable[Path]) -> str:
    """A hash of the names and contents of all files below `sources`."""
    digest = hashlib.sha256()
    for source in sources:
        for file in _files(source):
            digest.update(str(file).encode() + b"\0")
            digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def _files(source: Path) -> Iterable[Path]:
    if source.is_file():
        yield source
    for folder, folders, names in os.walk(source):
        folders[:] = sorted(name for name in folders if name not in NOT_SOURCES)
        yield from (Path(folder) / name for name in sorted(names))


def built() -> bool:
    """Whether everything that runs is there and made from these sources."""
    there = APPLICATION.exists() and TEST_CLASSES.exists() and TEST_CLASSPATH.exists() and STAMP.exists()
    return there and STAMP.read_text() == fingerprint(SOURCES)


def build() -> None:
    """Makes the application, the dashboard in it, and the test classes that hold the embedded servers and the simulator."""
    if built():
        return
    if DASHBOARD.exists():
        node()
    quietly("application and dashboard", MAVEN, build_environment())
    # The build writes among its sources too (generated types); what it leaves is what it was built from.
    STAMP.write_text(fingerprint(SOURCES))


def quietly(what: str, command: list[str], environment: dict[str, str], folder: Path = ROOT) -> None:
    """Runs a step of the build with one line on the screen; its output is shown only when it fails."""
    print(f"Building {what} ...", flush=True)
    begun = time.monotonic()
    RUN.mkdir(mode=0o700, exist_ok=True)
    log = RUN / "build.log"
    with log.open("wb") as out:
        ended = subprocess.run(command, cwd=folder, env=environment, stdout=out, stderr=subprocess.STDOUT, check=False)
    if ended.returncode:
        print(log.read_text(errors="replace")[-8000:])
        raise Failure(f"Building {what} failed; the whole output is in {log.relative_to(ROOT)}")
    print(f"Built {what} in {time.monotonic() - begun:.0f} s", flush=True)
