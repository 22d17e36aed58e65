"""Reads what the front end posts."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from .problem import Problem

MAXIMUM_BODY = 1024 * 1024
"""The largest body in bytes, the same as the application's."""

MAXIMUM_EVENTS = 2000
"""The most events in one body; the page sends 100."""

_TEST_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
"""The application's own limit: it has no route for another."""


@dataclass(frozen=True)
class Submission:
    """One event or a list of them, and where it goes: to a test, or (None) to the class."""

    events: Any
    test_id: str | None

    def only_objects(self) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
        """Return the events and, by their place, what is none.

        Raises Problem (422) if none is one.
        """
        entries = self.events if isinstance(self.events, list) else [self.events]
        events = [entry for entry in entries if isinstance(entry, dict)]
        if not events:
            raise Problem(422, "No event", "The list holds no event, which is a JSON object.")
        reason = "An event must be a JSON object."
        others = [place for place, entry in enumerate(entries) if not isinstance(entry, dict)]
        return events, [{"index": place, "reason": reason} for place in others]


def read_submission(body: bytes) -> Submission:
    """Read a body: one event, a list, or either of them for a test.

    Raises Problem: 413 if it is too large or has too many events, 400 if it is not JSON, 422 if it
    is malformed.
    """
    if len(body) > MAXIMUM_BODY:
        limit = f"{MAXIMUM_BODY} bytes"
        raise Problem(413, "Too large", f"The body may have {limit}.", field="body", limit=limit)
    try:
        content = json.loads(body, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise Problem(400, "Not JSON", "The body must be JSON in UTF-8.") from error
    if isinstance(content, list):
        return Submission(_few(content, "body"), None)
    if not isinstance(content, dict):
        raise Problem(422, "Not an event", "The body must be an event or a list of events.")
    if "test_id" not in content:
        return Submission(content, None)
    return _read_test(content)


def _refuse_constant(name: str) -> None:
    # NaN and Infinity are Python's, not JSON's; nobody behind us could read them.
    raise ValueError(name)


def _read_test(content: dict[str, Any]) -> Submission:
    test_id = content.pop("test_id")
    if not isinstance(test_id, str) or not _TEST_ID.fullmatch(test_id):
        limit = "1 to 64 letters, digits, _ or -"
        raise Problem(
            422, "Malformed test_id", f"test_id must be {limit}.", field="test_id", limit=limit
        )
    if "events" not in content:
        return Submission(content, test_id)
    if not isinstance(content["events"], list):
        raise Problem(422, "Malformed events", "events must be a list.", field="events")
    return Submission(_few(content["events"], "events"), test_id)


def _few(entries: list[Any], field: str) -> list[Any]:
    if len(entries) > MAXIMUM_EVENTS:
        limit = f"{MAXIMUM_EVENTS} events"
        raise Problem(413, "Too many", f"The list may have {limit}.", field=field, limit=limit)
    return entries
