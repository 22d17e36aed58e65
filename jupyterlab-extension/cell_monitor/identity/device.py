"""What this machine remembers of the student who joined a class on it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from ..spool.durable import make_private_folder, write_private

_FILE = "identity.json"


@dataclass(frozen=True)
class Device:
    """A secret that the application renews tokens for, and whose it is."""

    device_secret: str
    student: dict[str, Any]
    school_class: dict[str, Any] | None
    consent_required: bool


class DeviceFile:
    """A file, 0600, that all servers of the student share. Blocks."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / _FILE

    def load(self) -> Device | None:
        """Return what is remembered, None if nothing is, or nothing readable."""
        try:
            return Device(**json.loads(self._path.read_bytes()))
        except (OSError, ValueError, TypeError):
            return None

    def save(self, device: Device) -> None:
        """Remember it. Raises OSError."""
        make_private_folder(self._path.parent)
        write_private(self._path, json.dumps(asdict(device)).encode())

    def forget(self) -> None:
        """Remember nothing. Raises OSError."""
        self._path.unlink(missing_ok=True)
