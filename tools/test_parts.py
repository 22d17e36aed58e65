"""What ./dev test can run: the tests of each part, counted."""

import contextlib
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tools import house_checks, java_tests
from tools.failure import Failure
from tools.places import DASHBOARD, END_TO_END, EXTENSION, ROOT
from tools.shown_program import ShownProgram
from tools.test_result import Result, failure
from tools.toolchain import build_environment, chromium, influx_missing, node

COUNT = re.compile(r"^(\d+) passed, (\d+) failed$")
# Seconds for one part. What hangs is ended and has failed: a run always ends by itself and says what it was at.
LIMIT = 75 * 60


def tools() -> Result:
    """The tests of ./dev itself."""
    command = [sys.executable, "-m", "unittest", "discover", "-t", ".", "-s", "tools/tests"]
    ended = subprocess.run(command, cwd=ROOT, stderr=subprocess.PIPE, text=True, check=False, timeout=1500)
    print(ended.stderr, end="")
    ran = int((re.search(r"^Ran (\d+) test", ended.stderr, re.MULTILINE) or [0, 0])[1])
    failed = sum(map(int, re.findall(r"(?:failures|errors)=(\d+)", ended.stderr)))
    return Result("tools", ran - failed, failed or int(ended.returncode != 0), failures(ended.stderr.splitlines()))


def java() -> Result:
    """The tests of the application."""
    if DASHBOARD.exists():
        node()
    missing = influx_missing(dict(os.environ))
    if missing:
        print(missing, file=sys.stderr, flush=True)
    return Result("java", *java_tests.run(LIMIT))


def script(part: str, folder: Path) -> Result:
    """Runs `folder`/test, an executable; where there is no browser it says so itself, and tests the rest."""
    node()
    environment = build_environment()
    with contextlib.suppress(Failure):
        environment["CELL_MONITOR_CHROMIUM"] = chromium()
    return counted(part, [str(folder / "test")], environment)


def faults() -> Result:
    """The short form of ./dev faults."""
    return counted("faults", [sys.executable, str(ROOT / "dev"), "faults", "--short"], build_environment())


def counted(part: str, command: list[str], environment: dict[str, str], limit: float = LIMIT) -> Result:
    """Runs a program whose last line is `N passed, N failed`; shows the others."""
    program = ShownProgram(command, environment, hidden=lambda line: COUNT.match(line.strip()) is not None)
    code = program.finish(limit)
    counts = [count for line in program.lines if (count := COUNT.match(line.strip()))]
    passed, failed = (int(counts[-1][1]), int(counts[-1][2])) if counts else (0, 0)
    return Result(part, passed, failed or int(code != 0 or not counts), failures(program.lines))


def failures(lines: list[str]) -> tuple[str, ...]:
    """What runners said has failed, each once."""
    return tuple(dict.fromkeys(name for line in lines if (name := failure(line))))


PARTS: dict[str, Callable[[], Result]] = {
    "tools": tools,
    "house": lambda: Result("house", *house_checks.run()),
    "java": java,
    "dashboard": lambda: script("dashboard", DASHBOARD),
    "extension": lambda: script("extension", EXTENSION),
    "browser": lambda: script("browser", END_TO_END),
    "faults": faults,
}
