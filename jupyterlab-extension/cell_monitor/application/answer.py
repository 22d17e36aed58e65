"""What the application said."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timezone
from email.utils import parsedate_to_datetime
from typing import Any

MAXIMUM_PAUSE = 60 * 60.0
"""The longest pause that an answer may ask for, in seconds."""


@dataclass(frozen=True)
class Answer:
    """An answer that came whole."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def content_type(self) -> str:
        """The media type with its parameters."""
        return self.headers.get("Content-Type", "application/json")

    @property
    def is_page(self) -> bool:
        """Whether it is a page for people: from something between us and the application."""
        return self._media_type == "text/html"

    @property
    def is_json(self) -> bool:
        """Whether it calls itself JSON, as all that the application says does."""
        return self._media_type in ("application/json", "application/problem+json")

    @property
    def _media_type(self) -> str:
        return self.content_type.partition(";")[0].strip().lower()

    def json(self) -> Any:
        """Return what the body says, None if it is no JSON."""
        try:
            return json.loads(self.body)
        except (ValueError, RecursionError):
            return None

    def members(self) -> dict[str, Any]:
        """Return the members of the body, none if it is no JSON object."""
        content = self.json()
        return content if isinstance(content, dict) else {}

    def retry_after(self, now: datetime | None = None) -> float:
        """Return for how many seconds it asks to wait; 0 if for none."""
        asked = self.headers.get("Retry-After", "").strip()
        # Not isdigit: a superscript two is a digit, and no number.
        if asked.isdecimal():
            return min(float(asked), MAXIMUM_PAUSE)
        try:
            until = parsedate_to_datetime(asked)
        except (ValueError, TypeError):
            return 0.0
        if until.tzinfo is None:
            until = until.replace(tzinfo=timezone.utc)
        pause = (until - (now or datetime.now(timezone.utc))).total_seconds()
        return max(0.0, min(pause, MAXIMUM_PAUSE))
