"""Gives an event what the page could not: an id where it has none, a time that is right."""

from __future__ import annotations

import contextlib
import uuid
from typing import Any

from ..application import ApplicationClock
from ..event_time import iso_time, read_time

Event = dict[str, Any]

_LONGEST_ID = 64
"""The application drops a longer one, and would not know the event if it came twice."""


def completed(event: Event, clock: ApplicationClock, sent_at: int | None) -> Event:
    """Return the event with an id and its time by the application's clock.

    `sent_at` is the page's time of posting: how long ago something happened is known from it even
    where the page's clock is as wrong as can be. Without it the page's clock is taken for this
    machine's. A time that cannot be read stays for the application to judge.
    """
    complete = dict(event)
    if not _is_id(complete.get("eventId")):
        complete["eventId"] = str(uuid.uuid4())
    if complete.get("eventTime") is None and complete.get("timestamp") is None:
        complete["eventTime"] = iso_time(clock.corrected())
        return complete
    happened = read_time(complete.get("eventTime"))
    if happened is None:
        return complete
    if sent_at is None:
        happened += clock.offset
    else:
        happened = clock.corrected() - max(0, sent_at - happened)
    # A year that there is not stays for the application to judge, too.
    with contextlib.suppress(ValueError, OverflowError):
        complete["eventTime"] = iso_time(happened)
    return complete


def _is_id(said: Any) -> bool:
    return isinstance(said, str | int) and 0 < len(str(said)) <= _LONGEST_ID
