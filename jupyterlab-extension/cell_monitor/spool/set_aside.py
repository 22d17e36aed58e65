"""Events that the application will never take, kept for whoever looks into it."""

from __future__ import annotations

import json
import os
from pathlib import Path

from .durable import make_private_folder, write_fully
from .record import Record

_FILE = "set-aside.jsonl"
_OLDER = "set-aside.1.jsonl"


class SetAside:
    """Two files in a folder, of which the older goes when the newer is full. Blocks."""

    def __init__(self, folder: Path, size: int = 4 * 1024 * 1024) -> None:
        self._folder = folder
        self._size = size

    def add(self, records: list[tuple[Record, str]]) -> None:
        """Bring records, each with the reason, to the disk. Raises OSError."""
        make_private_folder(self._folder)
        path = self._folder / _FILE
        if path.exists() and path.stat().st_size > self._size:
            os.replace(path, self._folder / _OLDER)
        lines = "".join(
            json.dumps({"reason": reason, "at": record.made_at, "event": record.event}) + "\n"
            for record, reason in records
        )
        descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            write_fully(descriptor, lines.encode())
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
