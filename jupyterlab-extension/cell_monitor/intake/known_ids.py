"""The ids of events that came lately."""

from __future__ import annotations

from typing import Any

_KEPT = 2000


class KnownIds:
    """Knows an event that a page posts again because it did not hear the answer."""

    def __init__(self) -> None:
        self._ids: dict[str, None] = {}

    def new(self, events: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Return the events that did not come before."""
        return [event for event in events if str(event["eventId"]) not in self._ids]

    def add(self, events: list[dict[str, Any]]) -> None:
        """Note those that are safe now; the oldest are forgotten."""
        self._ids.update(dict.fromkeys(str(event["eventId"]) for event in events))
        while len(self._ids) > _KEPT:
            del self._ids[next(iter(self._ids))]
