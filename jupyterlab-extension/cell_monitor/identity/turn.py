"""Whose turn it is at an account that several students may use, one after the other."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import asdict, dataclass
from typing import Any

from .device import Device

_NOBODY_SINCE = "nobody_since"


@dataclass(frozen=True)
class Turn:
    """A student's who has joined, or nobody's."""

    device: Device | None = None
    nobody_since: str = ""
    """Tells the time in which nobody has joined, or had before this student, from others."""

    @property
    def student(self) -> str | None:
        """The id of who has joined."""
        return self.device.student.get("id") if self.device else None

    @property
    def name(self) -> str:
        """The same whenever the same student is there; says not who it is."""
        if self.device is None:
            return f"nobody-{self.nobody_since}"
        return f"student-{hashlib.sha256(str(self.student).encode()).hexdigest()[:16]}"

    @property
    def before(self) -> str | None:
        """The name of nobody's turn that this student has gone on with."""
        return self.device and Turn(None, self.nobody_since).name

    def takes(self, made_in: str) -> bool:
        """Tell whether what was made in a turn may go out in this one."""
        return made_in in (self.name, self.before)

    def of(self, device: Device) -> Turn:
        """Return the turn of who joins in this one."""
        return Turn(device, self.nobody_since)

    def to_json(self) -> dict[str, Any]:
        """Return it as the file has it."""
        return {**(asdict(self.device) if self.device else {}), _NOBODY_SINCE: self.nobody_since}


def nobodys_turn() -> Turn:
    """Return one that begins now."""
    return Turn(None, secrets.token_hex(8))


def read_turn(content: Any) -> Turn:
    """Read what the file has; nobody's turn if it says nothing that can be read."""
    if not isinstance(content, dict):
        return Turn()
    fields = dict(content)
    since = fields.pop(_NOBODY_SINCE, "")
    nobodys = Turn(None, since if isinstance(since, str) else "")
    try:
        device = Device(**fields)
    except TypeError:
        return nobodys
    return nobodys.of(device) if isinstance(device.student, dict) else nobodys
