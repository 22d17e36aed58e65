"""How sending goes, for whoever asks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..event_time import iso_time


@dataclass
class Standing:
    """The last success and the last failure; times are ISO 8601 in UTC."""

    last_success: str | None = None
    last_error: dict[str, Any] | None = None
    failing: bool = False
    """Whether the last try failed."""

    def succeeded(self, at: int) -> None:
        """Note that the application has taken events, at a time in milliseconds."""
        self.last_success = iso_time(at)
        self.failing = False

    def failed(self, at: int, status: int | None, message: str) -> None:
        """Note why it did not; the message holds nothing that a student wrote."""
        self.last_error = {"at": iso_time(at), "status": status, "message": message}
        self.failing = True

    @property
    def failed_status(self) -> int | None:
        """The status of the last answer if it was a failure."""
        return self.last_error["status"] if self.failing and self.last_error else None
