"""Claims about who an event is from: taken out of what the browser says, added by us."""

from __future__ import annotations

from typing import Any

Event = dict[str, Any]

# Every spelling of the members by which the application would know a student.
_CLAIMS = frozenset(
    {"emailaddress", "email", "userid", "username", "teamname", "teamid", "classid"}
)


def without_claims(event: Event) -> Event:
    """Return the event without any claim of who it is from."""
    plain = _without_claims(event)
    # The older envelope may hold its fields one level deeper.
    if isinstance(plain.get("data"), dict):
        plain["data"] = _without_claims(plain["data"])
    return plain


def with_claims(event: Event, user_name: str, class_id: str) -> Event:
    """Return an event without claims as from a student, for a sender that may assert who."""
    return {**event, "userName": user_name, **({"classId": class_id} if class_id else {})}


def _without_claims(fields: Event) -> Event:
    return {name: value for name, value in fields.items() if _folded(name) not in _CLAIMS}


def _folded(name: str) -> str:
    return name.replace("_", "").replace("-", "").lower()
