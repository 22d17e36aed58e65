"""./dev test: the tests of every part, how many passed, and the names of those that failed."""

import subprocess
import sys
import time

from tools import build, training
from tools.failure import Failure
from tools.node_packages import install
from tools.places import END_TO_END
from tools.test_lane import Lane
from tools.test_parts import LIMIT, PARTS
from tools.test_result import Result

# In turn, after the tools and the build.
HERE = ["java", "dashboard"]
# Meanwhile, each list in a lane of its own: these use the built application as it is, or need none.
BESIDE = [["browser"], ["faults", "extension"]]


def run(parts: list[str]) -> int:
    """Runs the parts, each to its end: those that are named one after the other, all of them in three lanes."""
    results = in_turn(parts) if parts else everything()
    lines = [line for result in results for line in result.named()]
    print("\n" + "\n".join([*lines, *map(str, results)]), flush=True)
    return 0 if results and all(result.failed == 0 and result.passed > 0 for result in results) else 1


def in_turn(parts: list[str]) -> list[Result]:
    """Results of some parts, one after the other."""
    results = []
    for part in parts:
        print(f"\n== {part}", flush=True)
        begun = time.monotonic()
        result = one(part)
        print(f"{part}, {time.monotonic() - begun:.0f} s:", flush=True)
        print(f"{result.passed} passed, {result.failed} failed", flush=True)
        results.append(result)
    return results


def everything() -> list[Result]:
    """Results of all parts: built once, so that those which use the application need not wait for its own tests."""
    results = in_turn(["tools", "house"])
    try:
        training.trained(build.build())
        # Two lanes use these packages: not both may install them.
        install(END_TO_END)
    except (Failure, OSError, subprocess.SubprocessError) as failure:
        print(failure, file=sys.stderr, flush=True)
    lanes = [Lane(parts) for parts in BESIDE]
    try:
        results += in_turn(HERE)
        results += [result for lane in lanes for result in lane.finish(LIMIT * len(lane.parts))]
    finally:
        for lane in lanes:
            lane.stop()
    return results


def one(part: str) -> Result:
    """The result of a part; a part that cannot even start, or that breaks off, has failed, and says why."""
    try:
        return PARTS[part]()
    except (Failure, OSError, subprocess.SubprocessError) as failure:
        print(f"{part}: {failure}", file=sys.stderr, flush=True)
        return Result(part, 0, 1, (str(failure).splitlines()[0],))
