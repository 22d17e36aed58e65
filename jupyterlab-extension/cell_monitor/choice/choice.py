"""The student's choice."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from ..problem import Problem

LEVELS = ("everything", "no_code", "presence")
"""From the widest to the narrowest."""

_SWITCHES = ("notice_seen", "paused", "scrub")


@dataclass(frozen=True)
class Choice:
    """What the student has seen, agreed to and wants to be sent."""

    notice_seen: bool = False
    agreed: bool | None = None
    """None: not asked or not answered yet."""

    paused: bool = False
    level: str = "everything"
    scrub: bool = True

    def withholds(self, consent_required: bool) -> str | None:
        """Return why nothing is to be sent, None if something is."""
        if not self.notice_seen or self.agreed is False:
            return "no_consent"
        if consent_required and self.agreed is None:
            return "no_consent"
        return "paused" if self.paused else None

    def narrowed_by(self, earlier: Choice) -> Choice:
        """Return what lets out no more than this or an earlier one; of consent, the last word."""
        return Choice(
            notice_seen=self.notice_seen or earlier.notice_seen,
            agreed=earlier.agreed if self.agreed is None else self.agreed,
            paused=self.paused or earlier.paused,
            level=max(self.level, earlier.level, key=LEVELS.index),
            scrub=self.scrub or earlier.scrub,
        )


def read_choice(content: Any, before: Choice) -> Choice:
    """Read a change of the choice; what is not named stays. Raises Problem (422)."""
    if not isinstance(content, dict):
        raise Problem(422, "Not a choice", "The body must be a JSON object.")
    changes = {name: content[name] for name in (*_SWITCHES, "agreed", "level") if name in content}
    for name in _SWITCHES:
        if not isinstance(changes.get(name, False), bool):
            raise _malformed(name, "true or false")
    if not isinstance(changes.get("agreed"), bool | None):
        raise _malformed("agreed", "true, false or null")
    if changes.get("level", LEVELS[0]) not in LEVELS:
        raise _malformed("level", f"one of {', '.join(LEVELS)}")
    return replace(before, **changes)


def _malformed(field: str, limit: str) -> Problem:
    return Problem(422, f"Malformed {field}", f"{field} must be {limit}.", field=field, limit=limit)
