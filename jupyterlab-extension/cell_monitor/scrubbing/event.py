"""Scrubs the words of an event."""

from __future__ import annotations

from typing import Any

from .text import scrub_text

# Identifiers and names of things; to change them would tear the event out of its place.
_LEFT_ALONE = frozenset(
    {
        *("eventId", "eventType", "eventTime", "timestamp", "sessionId", "notebookPath"),
        *("cellId", "cellType", "cells", "errorName", "hintId", "requestId", "_cut"),
    }
)


def scrub_event(event: dict[str, Any]) -> dict[str, Any]:
    """Return the event without the secrets in any text of it, however deep."""
    return {name: value if name in _LEFT_ALONE else _scrub(value) for name, value in event.items()}


def _scrub(value: Any) -> Any:
    if isinstance(value, str):
        return scrub_text(value)
    if isinstance(value, dict):
        return scrub_event(value)
    return [_scrub(entry) for entry in value] if isinstance(value, list) else value
