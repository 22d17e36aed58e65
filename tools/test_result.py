"""How the tests of a part ended, and the lines that say so: between lanes, and at the end of a long log."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

OUTCOME = re.compile(r"^(\w+): (\d+) passed, (\d+) failed$")
FAILED = re.compile(r"^(\w+) failed: (.*)$")
# How the runners name a test that failed: vitest, node --test, pytest, unittest, ./dev faults.
MARK = re.compile(r"^\s*(?:FAIL|FAILED|ERROR|FAIL:|ERROR:|✖|×)\s+(\S.*)$")
COLOUR = re.compile(r"\x1b\[[0-9;]*m")
MOST_NAMED = 30


@dataclass(frozen=True)
class Result:
    """How the tests of one part ended. `failures`: the names of those that failed, as far as they are known."""

    part: str
    passed: int
    failed: int
    failures: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.part}: {self.passed} passed, {self.failed} failed"

    def named(self) -> list[str]:
        """A line for each failure, of the first ones."""
        return [f"{self.part} failed: {name}" for name in self.failures[:MOST_NAMED]]


def failure(line: str) -> str | None:
    """The test that this line of a runner says has failed."""
    found = MARK.match(COLOUR.sub("", line))
    return found[1].strip() if found else None


def outcomes(told: Iterable[str], parts: list[str]) -> list[Result]:
    """Results of parts from what `./dev test` has printed of them; a part that is not told of has failed."""
    counts: dict[str, tuple[int, int]] = {}
    failures: dict[str, list[str]] = {part: [] for part in parts}
    for line in told:
        if found := OUTCOME.match(line):
            counts[found[1]] = (int(found[2]), int(found[3]))
        elif (found := FAILED.match(line)) and found[1] in failures:
            failures[found[1]].append(found[2])
    return [Result(part, *counts.get(part, (0, 1)), tuple(failures[part])) for part in parts]
