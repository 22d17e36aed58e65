"""The spool, for an event loop: every wait for the disk is in a thread of its own."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

from ..spool import Record, SpoolFull, SpoolLimits, Waiting
from .batch import MAXIMUM_BYTES, MAXIMUM_EVENTS
from .recent import RecentEvents
from .shelf import Counts, Shelf

T = TypeVar("T")


class Outbox:
    """Where events wait; for one event loop."""

    def __init__(self, folder: Path, limits: SpoolLimits, now: Callable[[], int]) -> None:
        """`folder` is for all servers of a student; each takes a part of it for itself."""
        self._shelf = Shelf(folder, limits, now)
        # One thread, so that calls keep their order.
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="cell-monitor-spool")
        self._arrived = asyncio.Event()
        self.recent = RecentEvents()
        self.counts = Counts()
        self._is_unread = False
        self._is_unwritten = False

    @property
    def is_full(self) -> bool:
        """Whether the disk failed the last time; one that is full may be read all the same."""
        return self._is_unread or self._is_unwritten

    async def open(self) -> None:
        """Take over what earlier servers have left. Raises SpoolFull."""
        for waiting in await self._call(self._shelf.open):
            self.recent.add(waiting.number, waiting.record)
        self._arrived.set()

    async def put(self, records: list[Record]) -> None:
        """Return when they are safe on the disk. Raises SpoolFull."""
        numbers = await self._call(self._shelf.append, records)
        for number, record in zip(numbers, records, strict=True):
            self.recent.add(number, record)
        self._arrived.set()

    async def take(self) -> list[Waiting]:
        """Return the events to send next, an empty list if there are none. Raises SpoolFull."""
        self._arrived.clear()
        return await self._look(self._shelf.read, MAXIMUM_EVENTS, MAXIMUM_BYTES)

    async def arrival(self) -> None:
        """Return when more may have come since the last `take`."""
        await self._arrived.wait()

    async def still_first(self, batch: list[Waiting]) -> bool:
        """Tell whether these are still those to send next."""
        return await self._look(self._shelf.is_first, batch)

    async def settle(
        self, batch: list[Waiting], sent: list[dict[str, Any]], rejected: dict[int, str]
    ) -> None:
        """Take them out; those in `rejected`, by place, are set aside. Raises SpoolFull."""
        await self._call(self._shelf.settle, batch, rejected)
        for place, waiting in enumerate(batch):
            self.recent.settle(waiting.number, sent[place], rejected.get(place))

    async def report_dropped(self, make_record: Callable[[int, str], Record]) -> None:
        """Put an event that says how many were dropped, if any were. Raises SpoolFull."""
        if await self._call(self._shelf.report_dropped, make_record):
            self._arrived.set()

    async def discard(self, keep: Callable[[Record], bool]) -> None:
        """Delete what waits, but for what is to be kept. Raises SpoolFull."""
        kept = await self._call(self._shelf.discard, keep)
        self.recent.forget_waiting()
        for waiting in kept:
            self.recent.add(waiting.number, waiting.record)

    async def adopt(self) -> None:
        """Take over what other servers have left, also in the meantime. Raises SpoolFull."""
        if await self._call(self._shelf.adopt):
            self._arrived.set()

    def close(self) -> None:
        """Wait for the disk and leave the folder to others."""
        self._thread.submit(self._shelf.close)
        self._thread.shutdown(wait=True)

    async def _look(self, function: Callable[..., T], *arguments: Any) -> T:
        try:
            result = await self._on_disk(function, *arguments)
        except SpoolFull:
            self._is_unread = True
            raise
        self._is_unread = False
        return result

    async def _call(self, function: Callable[..., T], *arguments: Any) -> T:
        try:
            result = await self._on_disk(function, *arguments)
        except SpoolFull:
            self._is_unwritten = True
            raise
        self._is_unread = self._is_unwritten = False
        return result

    async def _on_disk(self, function: Callable[..., T], *arguments: Any) -> T:
        loop = asyncio.get_running_loop()
        try:
            return await loop.run_in_executor(self._thread, function, *arguments)
        except OSError as error:
            self._shelf.reopen()
            raise SpoolFull from error
        finally:
            self.counts = self._shelf.counts
