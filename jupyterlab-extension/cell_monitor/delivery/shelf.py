"""A student's spools on one disk: our own, those that other servers left, what was set aside."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from ..spool import (
    ClaimedFolder,
    Record,
    Report,
    SetAside,
    Spool,
    SpoolLimits,
    Waiting,
    claim_folder,
    claim_left_folders,
)

T = TypeVar("T")

_SHOWN = 50
"""Events of an earlier server that the student is shown as waiting."""


@dataclass(frozen=True)
class Counts:
    """How many wait, in events and bytes, and what became of the others."""

    waiting: int = 0
    waiting_bytes: int = 0
    sent: int = 0
    set_aside: int = 0
    dropped: int = 0


class Shelf:
    """Every call may block; all come from one thread. Raises SpoolFull or OSError."""

    def __init__(self, folder: Path, limits: SpoolLimits, now: Callable[[], int]) -> None:
        self._folder = folder
        self._limits = limits
        self._now = now
        self._set_aside = SetAside(folder)
        self._claimed: ClaimedFolder | None = None
        self._spool: Spool | None = None
        self.counts = Counts()

    def open(self) -> list[Waiting]:
        """Open the spool and take over what was left; return the last that wait."""
        self.adopt()
        self._expire_others()
        return list(deque(self._own().scan(), _SHOWN))

    def append(self, records: list[Record]) -> list[int]:
        """Bring records to the disk; return their numbers."""
        return self._counted(self._own().append(records))

    def read(self, count: int, size: int) -> list[Waiting]:
        """Return what is to be sent next."""
        return self._counted(self._own().read(count, size))

    def is_first(self, batch: list[Waiting]) -> bool:
        """Tell whether these are still those to send next."""
        spool = self._own()
        spool.drop_expired()
        return self._counted(spool.first == batch[0].number)

    def settle(self, batch: list[Waiting], rejected: dict[int, str]) -> None:
        """Take them out; those in `rejected`, by place, are set aside."""
        refused = [(batch[place].record, reason) for place, reason in rejected.items()]
        if refused:
            self._set_aside.add(refused)
        self._counted(self._own().settle(batch, len(refused)))

    def report_dropped(self, make_record: Callable[[int, str], Record]) -> bool:
        """Put an event that says how many were dropped; tell whether any were."""

        def make(report: Report) -> Record:
            return make_record(report.count, report.event_id)

        return self._counted(self._own().take_report(make))

    def discard(self, keep: Callable[[Record], bool]) -> list[Waiting]:
        """Delete what waits, but for what is to be kept; return that."""
        spool = self._own()
        kept, count = [], 0
        for waiting in spool.scan():
            count += 1
            if keep(waiting.record):
                kept.append(waiting.record)
        # With new numbers, a batch that is under way would be sent once more.
        if len(kept) < count:
            spool.discard(kept)
        return self._counted(list(spool.scan()))

    def adopt(self) -> bool:
        """Move here what servers that are gone have left; tell whether there was anything."""
        own = self._own()
        found = False
        for left in claim_left_folders(self._folder, self._claimed.path):
            try:
                spool = Spool(left.path, self._limits, self._now)
                # Killed between the two, the events are here twice, with the same ids.
                while batch := spool.read(500, 1024 * 1024):
                    own.append([waiting.record for waiting in batch])
                    spool.settle(batch)
                    found = True
            finally:
                left.release()
        return self._counted(found)

    def reopen(self) -> None:
        """Look at the disk anew at the next call: it is not as it was known to be."""
        self._spool = None

    def close(self) -> None:
        """Leave the folder to others."""
        if self._claimed is not None:
            self._claimed.release()

    def _expire_others(self) -> None:
        """Delete what is too old of what waits for an address that is configured no more."""
        for other in self._folder.parent.iterdir():
            if other != self._folder and other.is_dir():
                for left in claim_left_folders(other, self._claimed.path):
                    try:
                        Spool(left.path, self._limits, self._now)
                    finally:
                        left.release()

    def _own(self) -> Spool:
        # Not at the start alone: a home that could not be written to may come back.
        if self._claimed is None:
            self._claimed = claim_folder(self._folder)
        if self._spool is None:
            self._spool = Spool(self._claimed.path, self._limits, self._now)
        return self._spool

    def _counted(self, result: T) -> T:
        spool = self._own()
        done = spool.position
        self.counts = Counts(
            spool.waiting, spool.waiting_bytes, done.sent, done.set_aside, done.dropped
        )
        return result
