"""Parts of ./dev test beside others: they wait most of their time, and one processor would idle."""

import os
import sys

from tools.places import ROOT
from tools.shown_program import ShownProgram
from tools.test_result import Result, outcomes


class Lane:
    """Some parts, one after the other, in a process of their own; each line that they print has their names."""

    def __init__(self, parts: list[str]) -> None:
        self.parts = parts
        command = [sys.executable, str(ROOT / "dev"), "test", *parts]
        self._program = ShownProgram(command, dict(os.environ), prefix=f"{'+'.join(parts)}| ")

    def finish(self, patience: float) -> list[Result]:
        """Waits for its end, for so many seconds at most; the result of each part."""
        self._program.finish(patience)
        return outcomes(self._program.lines, self.parts)

    def stop(self) -> None:
        """Ends it, when nobody wants to know any more."""
        self._program.stop()
