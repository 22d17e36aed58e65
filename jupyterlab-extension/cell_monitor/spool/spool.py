"""The events that wait, in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from .durable import make_private_folder
from .limits import SpoolLimits
from .position import POSITION, Position, Report
from .record import Record, read_line
from .segment import SUFFIX, Segment

_KEPT = 64 * 1024
"""Bytes up to which a segment is used on although all in it has been sent."""


class SpoolFull(Exception):  # noqa: N818 - what the student reads
    """The disk takes no more; nothing of what was given is kept."""


@dataclass(frozen=True)
class Waiting:
    """A record and its number; numbers rise, not always by one."""

    number: int
    record: Record
    size: int


class Spool:
    """Takes events at its end and gives them from its front. Blocks; for one thread."""

    def __init__(self, folder: Path, limits: SpoolLimits, now: Callable[[], int]) -> None:
        """Open the spool of a folder that is ours alone; `now` is in milliseconds.

        Raises OSError.
        """
        make_private_folder(folder)
        self._folder = folder
        self._limits = limits
        self._now = now
        found = [Segment.open(path) for path in sorted(folder.glob(f"*{SUFFIX}"))]
        self._segments = [segment for segment in found if segment.count]
        self._position = Position.load(folder / POSITION)
        self._offset = 0
        self._dropped_before = 0
        self._go_to(self._position.next)
        self.drop_expired()

    @property
    def position(self) -> Position:
        """Counts of what was sent, set aside and dropped."""
        return self._position

    @property
    def waiting(self) -> int:
        """Number of events that wait."""
        following = self._position.next
        return sum(max(0, part.end - max(part.first, following)) for part in self._segments)

    @property
    def first(self) -> int:
        """The number of the first event that waits, or of the next one to come."""
        following = self._position.next
        waiting = (part for part in self._segments if part.end > following)
        return max(following, next((part.first for part in waiting), following))

    @property
    def waiting_bytes(self) -> int:
        """Bytes of the events that wait."""
        return sum(segment.size for segment in self._segments) - self._offset

    def append(self, records: Iterable[Record]) -> list[int]:
        """Bring records to the disk, all or none; return their numbers.

        The oldest go when there are too many. Raises SpoolFull.
        """
        lines = [record.to_line() for record in records]
        try:
            segment = self._open_segment()
            first = segment.end
            segment.append(lines, self._now())
        except OSError as error:
            raise SpoolFull from error
        while self.waiting_bytes > self._limits.size and len(self._segments) > 1:
            self._drop(self._segments[0].end)
        return list(range(first, first + len(lines)))

    def read(self, count: int, size: int) -> list[Waiting]:
        """Return the first events, at most so many and of so many bytes, but at least one.

        Raises OSError.
        """
        self.drop_expired()
        batch: list[Waiting] = []
        for number, line in self._lines():
            size -= len(line)
            if batch and (len(batch) == count or size < 0):
                break
            record = read_line(line)
            if record is not None:
                batch.append(Waiting(number, record, len(line)))
            elif batch:
                break
            else:
                self._drop(number + 1)
        return batch

    def scan(self) -> Iterator[Waiting]:
        """Go through all events that wait, one at a time in memory. Raises OSError."""
        for number, line in self._lines():
            record = read_line(line)
            if record is not None:
                yield Waiting(number, record, len(line))

    def settle(self, batch: list[Waiting], set_aside: int = 0) -> None:
        """Take out the first events, which were sent, or so many of them set aside."""
        position = self._position
        position.sent += len(batch) - set_aside
        position.set_aside += set_aside
        # What went for want of room while it was under way has arrived after all.
        late = sum(waiting.number < self._dropped_before for waiting in batch)
        position.dropped -= late
        position.report.count = max(0, position.report.count - late)
        self._go_to(max(position.next, batch[-1].number + 1))
        self._save()

    def take_report(self, make_record: Callable[[Report], Record]) -> bool:
        """Put an event that tells of dropped ones at the end, if there were any.

        Raises SpoolFull; it is told the next time then.
        """
        if self._position.report.count == 0:
            return False
        self.append([make_record(self._position.report)])
        self._position.report = Report()
        self._save()
        return True

    def drop_expired(self) -> None:
        """Drop what has waited for too long."""
        oldest = self._now() - self._limits.age
        while self._segments and (self._segments[0].newest_at or oldest) < oldest:
            self._drop(self._segments[0].end)

    def discard(self, kept: Iterable[Record] = ()) -> None:
        """Delete everything that waits, because the student has said so, but for what is kept.

        That gets new numbers; killed in between, it is here twice, with the same ids.
        Raises SpoolFull.
        """
        lines = [record.to_line() for record in kept]
        following = max(self._position.next, self._segments[-1].end if self._segments else 1)
        _remove(segment for segment in self._segments if not segment.count)
        done = [segment for segment in self._segments if segment.count]
        self._segments, self._offset, self._position.next = [], 0, following
        is_safe = self._copied(lines, following)
        _remove(done)
        # On a full disk there is room for what is kept only once the others are gone.
        if not is_safe and not self._copied(lines, following):
            raise SpoolFull
        self._save()

    def _copied(self, lines: list[bytes], first: int) -> bool:
        if not lines:
            return True
        try:
            segment = Segment.create(self._folder, first)
            segment.append(lines, self._now())
        except OSError:
            return False
        self._segments = [segment]
        return True

    def _lines(self) -> Iterator[tuple[int, bytes]]:
        number, offset = self._position.next, self._offset
        for segment in list(self._segments):
            number = max(number, segment.first)
            for line in segment.lines(offset):
                yield number, line
                number += 1
            offset = 0

    def _open_segment(self) -> Segment:
        last = self._segments[-1] if self._segments else None
        if last and last.sound and not self._is_full(last):
            return last
        first = max(self._position.next, last.end if last else 1)
        self._segments.append(Segment.create(self._folder, first))
        return self._segments[-1]

    def _is_full(self, segment: Segment) -> bool:
        age = self._now() - (segment.oldest_at or self._now())
        # A clock that was put back makes a negative age.
        return segment.size >= self._limits.segment_size or not (
            0 <= age < self._limits.segment_age
        )

    def _drop(self, end: int) -> None:
        before = self.waiting
        self._go_to(end)
        self._dropped_before = end
        dropped = before - self.waiting
        if dropped:
            self._position.dropped += dropped
            self._position.report.count += dropped
        self._save()

    def _go_to(self, number: int) -> None:
        """Make this the next event; segments before it are deleted, but for one still in use."""
        while self._segments and self._segments[0].end <= number:
            if len(self._segments) == 1 and not self._is_worth_deleting(self._segments[0]):
                break
            self._segments.pop(0).remove()
            self._offset = 0
        if self._segments:
            self._skip_lines(self._segments[0], number)
        self._position.next = number

    def _is_worth_deleting(self, segment: Segment) -> bool:
        # A new file for each event that is sent at once would cost the disk more than one that
        # is appended to; a small one is kept for that.
        return segment.size > _KEPT or self._is_full(segment)

    def _skip_lines(self, segment: Segment, number: int) -> None:
        known = self._position.next if self._offset else segment.first
        for line in segment.lines(self._offset):
            if known >= number:
                break
            self._offset += len(line)
            known += 1

    def _save(self) -> None:
        self._position.save(self._folder / POSITION)


def _remove(segments: Iterable[Segment]) -> None:
    for segment in segments:
        segment.remove()
