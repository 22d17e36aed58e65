"""What a join leaves on this machine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Device:
    """A secret that the application renews tokens for, and whose it is."""

    device_secret: str
    student: dict[str, Any]
    school_class: dict[str, Any] | None
    consent_required: bool
