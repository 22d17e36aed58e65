"""Builds what is not built or is older than its sources."""

import hashlib
import os
import time
from collections.abc import Iterable
from pathlib import Path

from tools import staging
from tools.child import end_group, session
from tools.failure import Failure
from tools.places import DASHBOARD, ROOT, RUN, TEST_CLASSPATH, named
from tools.staging import Staged
from tools.toolchain import build_environment, node

SOURCES = (ROOT / "pom.xml", ROOT / "src" / "main", ROOT / "src" / "test" / "java", DASHBOARD)
NOT_SOURCES = {"node_modules", "dist", "coverage", "__pycache__", ".vite", ".test-results", "e2e"}
MAVEN = [
    "./mvnw",
    "--quiet",
    "--batch-mode",
    "-DskipTests",
    "package",
    "dependency:build-classpath",
    f"-Dmdep.outputFile={TEST_CLASSPATH}",
    "-Dmdep.includeScope=test",
]


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


def built() -> Staged | None:
    """What was made from these very sources, if it is there."""
    made = staging.staged(fingerprint(SOURCES))
    return made if made.complete() else None


def build() -> Staged:
    """Makes the application with the dashboard in it, and the test classes (embedded servers, simulator)."""
    made = built()
    if made:
        return made
    if DASHBOARD.exists():
        node()
    quietly("application and dashboard", MAVEN, build_environment())
    # The build writes among its sources too (generated types); what it leaves is what it was built from.
    return staging.stage(fingerprint(SOURCES))


def quietly(what: str, command: list[str], environment: dict[str, str], folder: Path = ROOT) -> None:
    """Runs a step of the build with one line on the screen; its output is shown only when it fails."""
    print(f"Building {what} ...", flush=True)
    begun = time.monotonic()
    RUN.mkdir(mode=0o700, parents=True, exist_ok=True)
    log = RUN / "build.log"
    with log.open("wb") as out:
        process = session(command, environment, out, folder)
    try:
        code = process.wait()
    finally:
        end_group(process)
    if code:
        said = [line for line in log.read_text(errors="replace").splitlines() if "\tat " not in line]
        print("\n".join(said[-60:]))
        raise Failure(f"Building {what} failed; the whole output is in {named(log)}")
    print(f"Built {what} in {time.monotonic() - begun:.0f} s", flush=True)
