"""Up to where a spool has been worked off, and its counts."""

from __future__ import annotations

import contextlib
import json
import uuid
from dataclasses import asdict, dataclass, field
from pathlib import Path

from .durable import write_private

POSITION = "position.json"
"""The name of its file."""


@dataclass
class Report:
    """Events that were dropped and of which the application does not know yet."""

    count: int = 0
    event_id: str = field(default_factory=lambda: str(uuid.uuid4()))
    """The same at every try, so that the application counts them once."""


@dataclass
class Position:
    """Where the next event to send stands; what was done since the spool was made."""

    next: int = 1
    sent: int = 0
    set_aside: int = 0
    dropped: int = 0
    report: Report = field(default_factory=Report)

    @classmethod
    def load(cls, path: Path) -> Position:
        """Return what was saved; the beginning if nothing was, or nothing readable."""
        try:
            saved = json.loads(path.read_bytes())
            return cls(**{**saved, "report": Report(**saved["report"])})
        except (OSError, ValueError, TypeError, KeyError):
            return cls()

    def save(self, path: Path) -> None:
        """Bring it to the disk.

        On a full disk it stays as it was: after a kill some events are sent again then, with the
        same ids, by which the application knows them.
        """
        with contextlib.suppress(OSError):
            write_private(path, json.dumps(asdict(self)).encode())
