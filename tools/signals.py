"""Ctrl-C, SIGTERM and a closed terminal, as a wish to stop in order."""

import signal
import threading


class Stopping(Exception):
    """Somebody wants us to stop."""


class Signals:
    """From the first such signal on, `wait` raises Stopping; the second and later ones change nothing."""

    def __init__(self) -> None:
        self._wanted = threading.Event()
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, lambda *_: self._wanted.set())

    def wait(self, seconds: float) -> None:
        """Lets `seconds` pass."""
        if self._wanted.wait(seconds):
            raise Stopping
