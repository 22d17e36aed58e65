"""One file of a spool."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from .durable import sync_folder, write_fully
from .record import is_whole, read_line

SUFFIX = ".events"


class Segment:
    """Lines with consecutive numbers, of which the first is the name of the file."""

    def __init__(self, path: Path, first: int) -> None:
        self.path = path
        self.first = first
        self.count = 0
        self.size = 0
        self.oldest_at: int | None = None
        self.newest_at: int | None = None
        self.sound = True
        """False when its end may hold a part of a line: nothing may be appended then."""

    @property
    def end(self) -> int:
        """The number that follows its last line's."""
        return self.first + self.count

    @classmethod
    def create(cls, folder: Path, first: int) -> Segment:
        """Make an empty file and bring its name to the disk. Raises OSError."""
        segment = cls(folder / f"{first:016d}{SUFFIX}", first)
        os.close(os.open(segment.path, os.O_WRONLY | os.O_CREAT, 0o600))
        sync_folder(folder)
        return segment

    @classmethod
    def open(cls, path: Path) -> Segment:
        """Read what was left; a torn tail, which nobody was promised, is cut. Raises OSError."""
        segment = cls(path, int(path.name.removesuffix(SUFFIX)))
        first, last, lines = b"", b"", 0
        with path.open("rb") as file:
            for line in file:
                lines += 1
                # A spoiled line among whole ones keeps its number and is skipped by readers.
                if is_whole(line):
                    first, last, segment.count = first or line, line, lines
                    segment.size = file.tell()
        segment._note_age(first, last)
        segment._cut()
        return segment

    def append(self, lines: list[bytes], made_at: int) -> None:
        """Bring lines to the disk, all or none. Raises OSError."""
        descriptor = os.open(self.path, os.O_WRONLY | os.O_APPEND)
        try:
            write_fully(descriptor, b"".join(lines))
            os.fsync(descriptor)
        except OSError:
            self._cut()
            raise
        finally:
            os.close(descriptor)
        self.count += len(lines)
        self.size += sum(map(len, lines))
        self.oldest_at = made_at if self.oldest_at is None else self.oldest_at
        self.newest_at = made_at

    def lines(self, offset: int) -> Iterator[bytes]:
        """Return its lines from a place in the file on. Raises OSError."""
        with self.path.open("rb") as file:
            file.seek(offset)
            while file.tell() < self.size:
                yield file.readline()

    def remove(self) -> None:
        """Delete the file; if that fails, its lines are known to be done all the same."""
        with contextlib.suppress(OSError):
            self.path.unlink(missing_ok=True)

    def _note_age(self, first: bytes, last: bytes) -> None:
        oldest, newest = read_line(first), read_line(last)
        self.oldest_at = oldest.made_at if oldest else None
        self.newest_at = newest.made_at if newest else None

    def _cut(self) -> None:
        try:
            if self.path.stat().st_size > self.size:
                os.truncate(self.path, self.size)
        except OSError:
            self.sound = False
