"""A program whose lines are shown as they come, and kept."""

import subprocess
import threading
from collections.abc import Callable

from tools.child import end_group
from tools.places import ROOT


class ShownProgram:
    """Runs in a session of its own. `prefix` stands before each line that is shown; `hidden` says which are not."""

    def __init__(
        self,
        command: list[str],
        environment: dict[str, str],
        prefix: str = "",
        hidden: Callable[[str], bool] = lambda line: False,
    ) -> None:
        self.lines: list[str] = []
        self._prefix, self._hidden = prefix, hidden
        self.process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=environment,
            start_new_session=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
        )
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def _listen(self) -> None:
        with self.process.stdout as output:
            for line in output:
                self.lines.append(line.rstrip("\n"))
                if not self._hidden(line):
                    print(f"{self._prefix}{line}", end="", flush=True)

    def finish(self, patience: float) -> int:
        """Waits for its end and gives its exit code; ends it after so many seconds, with all that it has started."""
        try:
            self.process.wait(patience)
        except subprocess.TimeoutExpired:
            print(f"{self._prefix}not ended within {patience:.0f} s: it is ended", flush=True)
        finally:
            self.stop()
        # Whom it leaves behind may hold its output open: that is not waited for.
        self._listener.join(5)
        return self.process.returncode

    def stop(self) -> None:
        """Ends it, when it has not ended."""
        end_group(self.process, 30)
        self.process.wait(10)
