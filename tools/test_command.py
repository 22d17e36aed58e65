"""./dev test: the tests of every part, and how many passed."""

import os
import re
import subprocess
import sys
import time
from dataclasses import dataclass

from tools import build, house_checks, java_tests, training
from tools.failure import Failure
from tools.faults_command import install
from tools.places import DASHBOARD, END_TO_END, EXTENSION, ROOT
from tools.test_lane import Lane
from tools.toolchain import build_environment, chromium, influx_missing, node

COUNT = re.compile(r"^(\d+) passed, (\d+) failed$")


@dataclass(frozen=True)
class Result:
    """How the tests of one part ended."""

    part: str
    passed: int
    failed: int

    def __str__(self) -> str:
        return f"{self.part}: {self.passed} passed, {self.failed} failed"


def run(parts: list[str]) -> int:
    """Runs the parts, each to its end, whatever another says: those that are named one after the other, all of them in three lanes."""
    results = in_turn(parts) if parts else everything()
    print("\n" + "\n".join(map(str, results)), flush=True)
    return 0 if results and all(result.failed == 0 and result.passed > 0 for result in results) else 1


def in_turn(parts: list[str]) -> list[Result]:
    """Results of some parts, one after the other."""
    results = []
    for part in parts:
        print(f"\n== {part}", flush=True)
        begun = time.monotonic()
        for result in one(part):
            print(f"{result.part}, {time.monotonic() - begun:.0f} s:", flush=True)
            print(f"{result.passed} passed, {result.failed} failed", flush=True)
            results.append(result)
    return results


def everything() -> list[Result]:
    """Results of all parts: built once, so that those which only use the application need not wait for its own tests."""
    results = in_turn(["tools", "house"])
    try:
        training.trained(build.build())
        # Two lanes use these packages: not both may install them.
        install(END_TO_END)
    except Failure as failure:
        print(failure, file=sys.stderr, flush=True)
    lanes = [Lane(parts) for parts in BESIDE]
    try:
        results += in_turn(HERE)
        results += [Result(part, *counts) for lane in lanes for part, counts in lane.finish().items()]
    finally:
        for lane in lanes:
            lane.stop()
    return results


def one(part: str) -> list[Result]:
    """Results of a part; a part that cannot even start has failed, and says why."""
    try:
        return PARTS[part]()
    except Failure as failure:
        print(failure, file=sys.stderr, flush=True)
        return [Result(part, 0, 1)]


def tools() -> list[Result]:
    """The tests of ./dev itself."""
    command = [sys.executable, "-m", "unittest", "discover", "-t", ".", "-s", "tools/tests"]
    ended = subprocess.run(command, cwd=ROOT, stderr=subprocess.PIPE, text=True, check=False, timeout=300)
    print(ended.stderr, end="")
    ran = int((re.search(r"^Ran (\d+) test", ended.stderr, re.MULTILINE) or [0, 0])[1])
    failed = sum(map(int, re.findall(r"(?:failures|errors)=(\d+)", ended.stderr)))
    return [Result("tools", ran - failed, failed or int(ended.returncode != 0))]


def java() -> list[Result]:
    """The tests of the application."""
    if DASHBOARD.exists():
        node()
    missing = influx_missing(dict(os.environ))
    if missing:
        print(missing, file=sys.stderr, flush=True)
    return [Result("java", *java_tests.run())]


def script(part: str, folder, *needed) -> list[Result]:
    """Runs `folder`/test, an executable."""
    program = folder / "test"
    if not program.exists():
        return []
    for need in needed:
        need()
    environment = build_environment()
    if "CELL_MONITOR_CHROMIUM" in environment:
        environment["CHROMIUM"] = chromium()
    return counted(part, [str(program)], folder, environment)


def faults() -> list[Result]:
    """The short form of ./dev faults."""
    return counted("faults", [sys.executable, str(ROOT / "dev"), "faults", "--short"], ROOT, build_environment())


def counted(part: str, command: list[str], folder, environment: dict[str, str]) -> list[Result]:
    """Runs a program whose last line is `N passed, N failed`."""
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, text=True, errors="replace"
    )
    last = None
    for line in process.stdout:
        count = COUNT.match(line.strip())
        last = count or last
        if not count:
            print(line, end="", flush=True)
    code = process.wait()
    passed, failed = (int(last[1]), int(last[2])) if last else (0, 0)
    return [Result(part, passed, failed or int(code != 0 or last is None))]


PARTS = {
    "tools": tools,
    "house": lambda: [Result("house", *house_checks.run())],
    "java": java,
    "dashboard": lambda: script("dashboard", DASHBOARD, node),
    "extension": lambda: script("extension", EXTENSION, node),
    "browser": lambda: script("browser", END_TO_END, node, chromium),
    "faults": faults,
}
# In turn, after the tools and the build, while the others run beside: these use the built application as it is, or need none.
HERE = ["java", "dashboard"]
BESIDE = [["browser"], ["faults", "extension"]]
