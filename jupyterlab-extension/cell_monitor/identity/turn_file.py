"""Where it is kept who has joined on this machine."""

from __future__ import annotations

import json
from pathlib import Path

from ..spool.durable import make_private_folder, write_private
from .turn import Turn, nobodys_turn, read_turn

_FILE = "identity.json"


class TurnFile:
    """A file, 0600, that all servers of the account share. Blocks for a moment."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / _FILE
        self._stamp: tuple[int, int] | None = None
        self._turn = Turn()

    def current(self) -> Turn:
        """Return whose turn it is, also if another server has said so."""
        try:
            found = self._path.stat()
            stamp = (found.st_mtime_ns, found.st_ino)
            if stamp != self._stamp:
                self._turn = _read(self._path)
                self._stamp = stamp
        except FileNotFoundError:
            # Where it was never written, the turn is the one that it has been all along.
            if self._stamp is not None:
                self._turn, self._stamp = nobodys_turn(), None
        except OSError:
            # Another moment; what held until now still holds.
            pass
        return self._turn

    def save(self, turn: Turn) -> None:
        """Let it be a student's turn. Raises OSError."""
        make_private_folder(self._path.parent)
        write_private(self._path, json.dumps(turn.to_json()).encode())

    def clear(self) -> None:
        """Let it be nobody's turn, also on a disk that is full. Raises OSError."""
        try:
            self.save(nobodys_turn())
        except OSError:
            self._path.unlink(missing_ok=True)


def _read(path: Path) -> Turn:
    try:
        return read_turn(json.loads(path.read_bytes()))
    except ValueError:
        return Turn()
