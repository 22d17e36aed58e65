"""Parts of ./dev test beside others: they wait most of their time, and one processor would idle. What they print is shown when they have ended."""

import re
import subprocess
import sys
import tempfile

from tools.places import ROOT

OUTCOME = re.compile(r"^(\w+): (\d+) passed, (\d+) failed$", re.MULTILINE)


class Lane:
    """Some parts, one after the other, in a process of their own."""

    def __init__(self, parts: list[str]) -> None:
        self.parts = parts
        self.output = tempfile.TemporaryFile()
        command = [sys.executable, str(ROOT / "dev"), "test", *parts]
        self.process = subprocess.Popen(command, cwd=ROOT, stdout=self.output, stderr=subprocess.STDOUT)

    def finish(self) -> dict[str, tuple[int, int]]:
        """Waits for its end and prints what it said; (passed, failed) of each part."""
        self.process.wait()
        self.output.seek(0)
        said = self.output.read().decode(errors="replace")
        self.output.close()
        print(said, end="", flush=True)
        return outcomes(said, self.parts)

    def stop(self) -> None:
        """Ends it, when nobody wants to know any more."""
        if self.process.poll() is None:
            self.process.terminate()


def outcomes(said: str, parts: list[str]) -> dict[str, tuple[int, int]]:
    """(passed, failed) by part, from the last lines of `./dev test`; a part that is not told of has failed."""
    told = {part: (int(passed), int(failed)) for part, passed, failed in OUTCOME.findall(said)}
    return {part: told.get(part, (0, 1)) for part in parts}
