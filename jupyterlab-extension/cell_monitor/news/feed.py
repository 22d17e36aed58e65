"""One long poll to the application, however many tabs there are."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import quote

from ..application import Answer, Unreachable
from ..delivery.backoff import Backoff
from ..identity import TokenRefused
from .board import NewsBoard

ROUTE = "/api/v1/student/news"

_INTEREST = 180.0
"""Seconds for which it goes on after the last page asked."""

_LONGEST_HOLD = 150.0
"""Seconds after which an answer is no longer waited for; the application holds about 90."""

_LEAST_INTERVAL = 1.0
"""Seconds between two polls, should the application not hold them."""

_END = 1.0
"""Seconds for which the end of the poll is waited for."""

Ask = Callable[[str, str, float], Awaitable[Answer]]


class NewsFeed:
    """Polls only while somebody is interested; for one event loop."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._board = NewsBoard()
        self._changed = asyncio.Condition()
        self._cursor = ""
        self._interest_until = 0.0
        self._task: asyncio.Task[None] | None = None
        self._telling: asyncio.Task[None] | None = None
        self.backoff = Backoff(first=2.0, cap=60.0)

    async def newer_than(self, cursor: str, wait: float) -> dict[str, Any]:
        """Return what is newer than the cursor, or after `wait` seconds what there is."""
        self._interest_until = time.monotonic() + _INTEREST
        if self._task is None or self._task.done():
            self._task = asyncio.ensure_future(self._poll(self._board))
        with contextlib.suppress(asyncio.TimeoutError):
            await asyncio.wait_for(self._wait_for_newer(cursor), wait)
        return self._board.newer_than(cursor)

    def begin_anew(self) -> None:
        """Somebody else is the student: forget what was said before, and ask at once."""
        self._board = NewsBoard()
        self._cursor = ""
        self.backoff.reset()
        self._telling = asyncio.ensure_future(self._tell())
        if self._task is not None:
            self._task.cancel()
            self._task = asyncio.ensure_future(self._poll(self._board))

    async def stop(self) -> None:
        """End the poll."""
        self._interest_until = 0.0
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait([self._task], timeout=_END)

    async def _wait_for_newer(self, cursor: str) -> None:
        board = self._board
        async with self._changed:
            await self._changed.wait_for(
                lambda: self._board is not board or self._board.has_newer(cursor)
            )

    async def _tell(self) -> None:
        async with self._changed:
            self._changed.notify_all()

    async def _poll(self, board: NewsBoard) -> None:
        while time.monotonic() < self._interest_until:
            began = time.monotonic()
            content = await self._ask_once()
            # A cancellation may be lost before Python 3.12.
            if self._board is not board:
                return
            if content is None:
                await asyncio.sleep(self.backoff.pause(0))
                continue
            self.backoff.reset()
            self._cursor = str(content.get("cursor") or self._cursor)
            if board.post(content):
                await self._tell()
            await asyncio.sleep(max(0.0, began + _LEAST_INTERVAL - time.monotonic()))

    async def _ask_once(self) -> dict[str, Any] | None:
        try:
            after = f"?after={quote(self._cursor, safe='')}" if self._cursor else ""
            answer = await self._ask("GET", ROUTE + after, _LONGEST_HOLD)
        except (TokenRefused, Unreachable):
            return None
        if answer.status in (400, 422):
            # A cursor that the application does not know any more.
            self._cursor = ""
        return answer.members() if answer.status == 200 and answer.members() else None
