"""One line of a segment: an event and under which circumstances it was made."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Record:
    """An event that waits, as it will be sent but for who it is from."""

    event: dict[str, Any]

    name: str
    """The name by which Jupyter knows the student."""

    student: str | None
    """The student to whom the application has bound this machine, if any, when it was made."""

    made_at: int
    """When it came, in milliseconds by this machine's clock."""

    offset: int
    """Milliseconds by which the event's time was corrected."""

    def to_line(self) -> bytes:
        """Return the line of a segment: checksum, blank, JSON, end of line."""
        content = json.dumps(
            [self.made_at, self.offset, self.student, self.name, self.event],
            ensure_ascii=False,
            separators=(",", ":"),
        ).encode("utf-8", "surrogatepass")
        return b"%08x %s\n" % (zlib.crc32(content), content)


def is_whole(line: bytes) -> bool:
    """Tell whether a line is as it was written."""
    if len(line) < 10 or line[8:9] != b" " or not line.endswith(b"\n"):
        return False
    try:
        return int(line[:8], 16) == zlib.crc32(memoryview(line)[9:-1])
    except ValueError:
        return False


def read_line(line: bytes) -> Record | None:
    """Return the record of a line; None if the disk has spoiled it."""
    if not is_whole(line):
        return None
    made_at, offset, student, name, event = json.loads(line[9:-1].decode("utf-8", "surrogatepass"))
    return Record(event, name, student, made_at, offset)
