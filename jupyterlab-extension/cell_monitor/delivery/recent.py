"""The last events, for the student to look at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ..event_time import iso_time
from ..spool import Record

_KEPT = 50


@dataclass
class _Entry:
    record: Record
    sent_as: dict[str, Any] | None = None
    state: str = "waiting"
    reason: str | None = None


class RecentEvents:
    """The last fifty, by their number in the spool."""

    def __init__(self) -> None:
        self._entries: dict[int, _Entry] = {}

    def add(self, number: int, record: Record) -> None:
        """Note an event that now waits; the oldest goes for it."""
        self._entries[number] = _Entry(record)
        while len(self._entries) > _KEPT:
            del self._entries[next(iter(self._entries))]

    def settle(self, number: int, sent_as: dict[str, Any], reason: str | None) -> None:
        """Note what became of one: accepted, or set aside for a reason."""
        entry = self._entries.get(number)
        if entry is not None:
            entry.sent_as = sent_as
            entry.state = "accepted" if reason is None else "set_aside"
            entry.reason = reason

    def forget_waiting(self) -> None:
        """Take out those that will not be sent."""
        self._entries = {n: e for n, e in self._entries.items() if e.state != "waiting"}

    def forget(self) -> None:
        """Take out all: the next student has not done this."""
        self._entries.clear()

    def newest_first(
        self, identified: Callable[[Record], Any], is_hidden: Callable[[Record], bool]
    ) -> list[dict[str, Any]]:
        """Return them; `identified` makes of a record what will be sent of it."""
        return [
            {
                "at": iso_time(entry.record.made_at),
                "state": entry.state,
                "reason": entry.reason,
                "event": entry.sent_as or identified(entry.record),
            }
            for entry in reversed(self._entries.values())
            if not is_hidden(entry.record)
        ]
