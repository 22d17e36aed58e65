"""The event that says how many others went for want of room or time."""

from __future__ import annotations

from ..application import ApplicationClock
from ..event_time import iso_time
from ..spool import Record


def dropped_event(count: int, event_id: str, like: Record, clock: ApplicationClock) -> Record:
    """Make it, from the same student as another record."""
    event = {
        "eventId": event_id,
        "eventType": "client_dropped",
        "eventTime": iso_time(clock.corrected()),
        "metadata": {"count": count},
    }
    return Record(event, like.name, like.student, clock.local(), clock.offset)
