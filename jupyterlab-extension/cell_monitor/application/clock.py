"""The application's clock, as far as its answers tell of it."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from email.utils import parsedate_to_datetime

TIME_HEADER = "Cell-Monitor-Time"

_SLOWEST = 5000
"""Milliseconds above which an answer says too little about the time."""

_LATEST = 10**14
"""Milliseconds of the epoch (the year 5138): what comes later is no clock."""

_TOLERANCE = 25
"""Milliseconds up to which a difference is noise."""


def milliseconds() -> int:
    """Return this machine's time in milliseconds of the epoch."""
    return int(time.time() * 1000)


class ApplicationClock:
    """The clock of this machine, corrected by its distance from the application's."""

    def __init__(self, now: Callable[[], int] = milliseconds) -> None:
        self._now = now
        self.offset = 0
        """Milliseconds by which the application's clock is ahead of this machine's."""
        self.is_known = False

    def local(self) -> int:
        """Return this machine's time in milliseconds of the epoch."""
        return self._now()

    def corrected(self) -> int:
        """Return the application's time in milliseconds of the epoch, as far as it is known."""
        return self._now() + self.offset

    def learn(self, headers: Mapping[str, str], asked: int, answered: int) -> None:
        """Take the time out of an answer to what was asked and answered at these times here."""
        took = answered - asked
        said, resolution = _said(headers)
        if said is None or said >= _LATEST or not 0 <= took <= _SLOWEST:
            return
        offset = said + resolution // 2 - (asked + answered) // 2
        if not self.is_known or abs(offset - self.offset) > took // 2 + resolution + _TOLERANCE:
            self.offset = 0 if abs(offset) <= resolution else offset
            self.is_known = True


def _said(headers: Mapping[str, str]) -> tuple[int | None, int]:
    """Return a time and how exact it is, both in milliseconds."""
    exact = headers.get(TIME_HEADER, "").strip()
    if exact.isascii() and exact.isdigit() and len(exact) <= 15:
        return int(exact), 0
    try:
        return int(parsedate_to_datetime(headers.get("Date", "")).timestamp() * 1000), 1000
    except (ValueError, TypeError):
        return None, 0
