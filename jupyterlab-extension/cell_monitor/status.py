"""The state of the student's side in one word and some figures."""

from __future__ import annotations

from typing import Any

from ._version import __version__
from .student_side import StudentSide


def describe(side: StudentSide) -> dict[str, Any]:
    """Return what the panel and `cell-monitor doctor` show; never a secret."""
    counts, standing = side.outbox.counts, side.sender.standing
    return {
        "version": __version__,
        "url": side.configuration.url,
        "state": _state(side),
        "waiting": counts.waiting,
        "waiting_bytes": counts.waiting_bytes,
        "sent": counts.sent,
        "set_aside": counts.set_aside,
        "dropped": counts.dropped,
        "last_success": standing.last_success,
        "last_error": standing.last_error,
        "identity": side.identity.to_json(),
        "choice": side.deciding.to_json(),
        "clock_offset_ms": side.clock.offset,
    }


def _state(side: StudentSide) -> str:
    withheld = side.intake.withheld
    if withheld is not None:
        return withheld
    if side.outbox.is_full:
        return "disk_full"
    standing, kind = side.sender.standing, side.identity.kind
    if kind == "none":
        return "no_identity"
    if not standing.failing:
        return "waiting" if side.outbox.counts.waiting else "connected"
    return _failure(standing.failed_status, kind)


def _failure(status: int | None, kind: str) -> str:
    if status is None:
        return "unreachable"
    if status >= 500 or status in (408, 429):
        return "waiting"
    has_none = kind == "open_door" or status == 401
    return "no_identity" if has_none and status in (401, 403) else "refused"
