"""What is left of an event at each level."""

from __future__ import annotations

from typing import Any

Event = dict[str, Any]

_PRESENCE_TYPES = frozenset(
    {
        *("session_start", "session_end", "notebook_opened", "notebook_closed"),
        *("active", "idle", "help", "help_stop", "client_dropped"),
        *("kernel_started", "kernel_restarted", "kernel_died", "kernel_interrupted"),
    }
)

_PRESENCE_FIELDS = frozenset({"eventId", "eventType", "eventTime", "sessionId", "notebookPath"})

# A list of what may go: a field that is new tomorrow is not sent by mistake.
_NO_CODE_FIELDS = _PRESENCE_FIELDS | {
    *("cellId", "cellIndex", "cellType", "cells", "cellCount"),
    *("executionCount", "executionDurationMs", "hasError", "errorName"),
}

_HELP_FIELDS = _PRESENCE_FIELDS | {"cellId", "cellIndex", "cellType"}

_IDENTIFIERS = frozenset({"hintId", "requestId", "cellId"})


def at_level(event: Event, level: str) -> Event | None:
    """Return what may be sent of an event, None if nothing may."""
    event_type = event.get("eventType")
    if level == "everything":
        return event
    asks_for_help = event_type in ("help", "help_stop")
    if level == "no_code":
        fields = _NO_CODE_FIELDS
    elif event_type in _PRESENCE_TYPES:
        fields = _HELP_FIELDS if asks_for_help else _PRESENCE_FIELDS
    else:
        return None
    left = {name: value for name, value in event.items() if name in fields}
    metadata = event.get("metadata")
    has_more = level == "no_code" or asks_for_help or event_type == "client_dropped"
    if isinstance(metadata, dict) and has_more:
        left["metadata"] = _plain(metadata, asks_for_help)
    return left


def _plain(metadata: dict[str, Any], asks_for_help: bool) -> dict[str, Any]:
    """Keep numbers, identifiers and the words that the student meant for the teacher."""
    return {
        name: value
        for name, value in metadata.items()
        if isinstance(value, int | float)
        or (isinstance(value, str) and name in _IDENTIFIERS)
        or (isinstance(value, str) and name == "message" and asks_for_help)
    }
