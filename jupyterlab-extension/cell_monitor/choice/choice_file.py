"""Where the choice is kept."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from ..problem import Problem
from ..spool.durable import make_private_folder, write_private
from .choice import Choice, read_choice

_FILE = "choice.json"


class ChoiceFile:
    """A file, 0600, that all tabs and servers of the student share. Blocks for a moment."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / _FILE
        self._stamp: tuple[int, int] | None = None
        self._choice = Choice()
        self._is_unsaved = False

    @property
    def current(self) -> Choice:
        """The choice; until the student has made one, nothing goes out."""
        if self._is_unsaved:
            # Without it, the next server would delete what was taken under this choice.
            self.save(self._choice)
        else:
            self._load_if_changed()
        return self._choice

    def save(self, choice: Choice) -> None:
        """Take a choice; on a disk that is full it holds until this server ends."""
        self._choice = choice
        try:
            make_private_folder(self._path.parent)
            write_private(self._path, json.dumps(asdict(choice)).encode())
            self._is_unsaved = False
            self._stamp = self._stat()
        except OSError:
            self._is_unsaved = True

    def _load_if_changed(self) -> None:
        stamp = self._stat()
        if stamp is None or stamp == self._stamp:
            return
        try:
            self._choice = read_choice(json.loads(self._path.read_bytes()), Choice())
        except OSError:
            # Another moment; what held until now still holds.
            return
        except (ValueError, Problem):
            # Spoiled: the student is asked again before anything goes out.
            self._choice = Choice()
        self._stamp = stamp

    def _stat(self) -> tuple[int, int] | None:
        try:
            found = self._path.stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_ino
