"""What the application gives in exchange for a credential."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

_MARGIN = 60.0
"""Seconds before its end in which a token is no longer used."""


@dataclass(frozen=True)
class StudentToken:
    """A short-lived token and what the application said with it."""

    value: str
    renew_at: float
    """By the monotonic clock, in seconds."""

    student: dict[str, Any]
    """`id`, `display_name`, `verified`."""

    school_class: dict[str, Any] | None
    """`id` and `name` of the class."""

    consent_required: bool
    device_secret: str | None

    def is_fresh(self, now: Callable[[], float] = time.monotonic) -> bool:
        """Whether it may still be used."""
        return now() < self.renew_at


def read_token(content: dict[str, Any], now: float) -> StudentToken | None:
    """Read the answer of the application; None if it is none."""
    value, expires_in = content.get("token"), content.get("expires_in")
    student, school_class = content.get("student"), content.get("class")
    if not isinstance(value, str) or not value or not isinstance(student, dict):
        return None
    seconds = float(expires_in) if isinstance(expires_in, int | float) else 0.0
    secret = content.get("device_secret")
    return StudentToken(
        value=value,
        renew_at=now + max(seconds - _MARGIN, seconds / 2),
        student=student,
        school_class=school_class if isinstance(school_class, dict) else None,
        consent_required=content.get("consent_required") is True,
        device_secret=secret if isinstance(secret, str) and secret else None,
    )
