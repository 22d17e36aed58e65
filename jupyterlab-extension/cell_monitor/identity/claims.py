"""Who an event is from: said by the server, never by the browser."""

from __future__ import annotations

from typing import Any

Event = dict[str, Any]

# Every spelling of the members by which the application would know a student.
_CLAIMS = frozenset({"emailaddress", "email", "userid", "username", "teamname", "teamid"})


def with_identity(event: Event, user_name: str, class_id: str) -> Event:
    """Return the event as from the given student, without any claim that it makes itself."""
    identified = _without_claims(event)
    # The older envelope may hold its fields one level deeper.
    if isinstance(identified.get("data"), dict):
        identified["data"] = _without_claims(identified["data"])
    identified["userName"] = user_name
    if class_id:
        identified["classId"] = class_id
    return identified


def _without_claims(fields: Event) -> Event:
    return {name: value for name, value in fields.items() if _folded(name) not in _CLAIMS}


def _folded(name: str) -> str:
    return name.replace("_", "").replace("-", "").lower()
