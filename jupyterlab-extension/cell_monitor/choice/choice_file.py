"""Where the choices are kept."""

from __future__ import annotations

import json
from pathlib import Path

from ..problem import Problem
from ..spool.durable import make_private_folder, write_private
from .choice import Choice
from .choices import Choices, read_choices

_FILE = "choice.json"


class ChoiceFile:
    """A file, 0600, that all tabs and servers of the account share. Blocks for a moment."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / _FILE
        self._stamp: tuple[int, int] | None = None
        self._choices = Choices()
        self._is_unsaved = False

    def of(self, student: str | None) -> Choice:
        """Return the choice of who has joined, None: of whoever is there.

        Until the student has made one, nothing goes out.
        """
        if self._is_unsaved:
            # Without it, the next server would delete what was taken under this choice.
            self._write()
        else:
            self._load_if_changed()
        settled = self._choices.with_joined(student)
        if settled is not self._choices:
            self._choices = settled
            self._write()
        return settled.of(student)

    def save(self, choice: Choice, student: str | None = None) -> None:
        """Take a choice; on a disk that is full it holds until this server ends."""
        if not self._is_unsaved:
            self._load_if_changed()
        self._choices = self._choices.with_joined(student).with_choice(choice, student)
        self._write()

    def _write(self) -> None:
        try:
            make_private_folder(self._path.parent)
            write_private(self._path, json.dumps(self._choices.to_json()).encode())
            self._is_unsaved = False
            self._stamp = self._stat()
        except OSError:
            self._is_unsaved = True

    def _load_if_changed(self) -> None:
        stamp = self._stat()
        if stamp is None or stamp == self._stamp:
            return
        try:
            self._choices = read_choices(json.loads(self._path.read_bytes()))
        except OSError:
            # Another moment; what held until now still holds.
            return
        except (ValueError, Problem):
            # Spoiled: the student is asked again before anything goes out.
            self._choices = Choices()
        self._stamp = stamp

    def _stat(self) -> tuple[int, int] | None:
        try:
            found = self._path.stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_ino
