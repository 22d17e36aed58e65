"""Sends what waits, in order, until it is settled."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from collections.abc import Awaitable, Callable
from typing import Any

from ..application import Application, Kept, Refused, Taken, Unreachable, Verdict, judge
from ..event_time import iso_time
from ..identity import StudentIdentity, TokenRefused
from ..spool import SpoolFull, Waiting
from .backoff import Backoff
from .batch import encode
from .dropped import dropped_event
from .outbox import Outbox
from .selection import select
from .standing import Standing
from .trace import new_traceparent

_log = logging.getLogger(__name__)

ROUTE = "/api/v1/events"

_LOOK_AROUND = 60.0
"""Seconds after which an idle sender looks for what other servers have left."""


Withdraw = Callable[[list[Waiting]], Awaitable[bool]]


async def _nothing_to_withdraw(batch: list[Waiting]) -> bool:
    return False


class Sender:
    """One batch at a time, so that the order of every notebook stays."""

    def __init__(
        self,
        outbox: Outbox,
        application: Application,
        identity: StudentIdentity,
        backoff: Backoff | None = None,
    ) -> None:
        self.standing = Standing()
        self.withdraw: Withdraw = _nothing_to_withdraw
        """Deletes what the student has not agreed to; tells whether the batch was of it."""
        self._outbox = outbox
        self._application = application
        self._identity = identity
        self.backoff = backoff or Backoff()
        self._nudged = asyncio.Event()
        self._is_stopped = False

    async def run(self) -> None:
        """Send until stopped and cancelled."""
        is_open = False
        while not self._is_stopped:
            try:
                if not is_open:
                    await self._outbox.open()
                    is_open = True
                await self._send_next()
            except SpoolFull:
                await self._pause(0)
            except Exception as error:  # noqa: BLE001 - what waits must not wait for ever
                # Its name alone: its text may hold what a student wrote.
                _log.error("Cell Monitor: sending failed, %s", type(error).__name__)
                await self._pause(0)

    def stop(self) -> None:
        """Begin nothing new; what is under way is to be cancelled.

        A cancellation alone is not enough: before Python 3.12, `wait_for` may lose one.
        """
        self._is_stopped = True
        self.nudge()

    def nudge(self) -> None:
        """Try at once: something has changed that may help."""
        self._nudged.set()

    async def drain(self, seconds: float) -> None:
        """Return when nothing waits any more, sending fails or the time is up."""
        end = time.monotonic() + seconds
        while self._is_getting_on() and time.monotonic() < end:  # noqa: ASYNC110
            await asyncio.sleep(0.02)

    def _is_getting_on(self) -> bool:
        return self._outbox.counts.waiting > 0 and not self.standing.failing

    async def _send_next(self) -> None:
        batch = await self._outbox.take()
        if not batch:
            await self._wait_for_more()
            return
        # What changes from now on may help the next try, and shortens the pause before it.
        self._nudged.clear()
        verdict = await self._credential()
        if isinstance(verdict, Kept):
            await self._keep(verdict)
            return
        selected, reason = select(batch, self._identity.student_id)
        if reason is not None:
            await self._settle(selected, dict.fromkeys(range(len(selected)), reason))
            return
        await self._deliver(selected)

    async def _wait_for_more(self) -> None:
        try:
            await asyncio.wait_for(self._outbox.arrival(), _LOOK_AROUND)
        except asyncio.TimeoutError:
            await self._outbox.adopt()

    async def _deliver(self, batch: list[Waiting]) -> None:
        """Send a batch, in parts if one of its events spoils it; return when there is a change."""
        while True:
            verdict = await self._attempt(batch)
            if verdict is None:
                return
            if isinstance(verdict, Taken):
                await self._taken(batch, verdict.rejected)
                return
            if isinstance(verdict, Refused):
                await self._split(batch, verdict)
                return
            await self._keep(verdict)
            # The same events again, so that an answer that was lost finds them as they were.
            if self._is_stopped or not await self._outbox.still_first(batch):
                return

    async def _split(self, batch: list[Waiting], refused: Refused) -> None:
        if len(batch) == 1:
            await self._settle(batch, {0: refused.reason})
            return
        half = len(batch) // 2
        await self._deliver(batch[:half])
        if await self._outbox.still_first(batch[half:]):
            await self._deliver(batch[half:])

    async def _taken(self, batch: list[Waiting], rejected: dict[int, str]) -> None:
        self.backoff.reset()
        self._identity.is_refused = False
        self.standing.succeeded(self._application.clock.local())
        known = {place: reason for place, reason in rejected.items() if 0 <= place < len(batch)}
        await self._settle(batch, known)
        await self._outbox.report_dropped(
            lambda count, event_id: dropped_event(
                count, event_id, batch[-1].record, self._application.clock
            )
        )

    async def _settle(self, batch: list[Waiting], rejected: dict[int, str]) -> None:
        await self._outbox.settle(batch, self._events(batch), rejected)

    async def _attempt(self, batch: list[Waiting]) -> Verdict | None:
        """Send a batch once; None if meanwhile it is another student's turn."""
        for may_renew in (True, False):
            credential = await self._credential()
            if isinstance(credential, Kept):
                return credential
            # With the token comes that a class wants consent: then and there, not later.
            if await self.withdraw(batch):
                return None
            if select(batch, self._identity.student_id) != (batch, None):
                return None
            body, headers = encode(self._events(batch))
            headers["Cell-Monitor-Sent-At"] = self._sent_at(batch)
            headers["traceparent"] = new_traceparent()
            _log.debug("Cell Monitor: sends %d events, %s", len(batch), headers["traceparent"])
            try:
                answer = await self._application.request(
                    "POST", ROUTE, content=body, headers={**headers, **credential}
                )
            except Unreachable as error:
                return Kept(None, error.reason)
            if answer.status == 401 and may_renew and self._identity.has_token:
                self._identity.expire()
                continue
            break
        return judge(answer)

    async def _credential(self) -> dict[str, str] | Kept:
        try:
            return await self._identity.event_headers()
        except TokenRefused as error:
            return Kept(error.status, str(error), error.retry_after)
        except Unreachable as error:
            return Kept(None, error.reason)

    async def _keep(self, kept: Kept) -> None:
        self.standing.failed(self._application.clock.local(), kept.status, kept.reason)
        if kept.status in (401, 403):
            self._identity.is_refused = True
        await self._pause(kept.pause)

    async def _pause(self, asked: float) -> None:
        with contextlib.suppress(asyncio.TimeoutError):
            await asyncio.wait_for(self._nudged.wait(), self.backoff.pause(asked))
        self._nudged.clear()

    def _events(self, batch: list[Waiting]) -> list[dict[str, Any]]:
        return [self._identity.identified(waiting.record) for waiting in batch]

    def _sent_at(self, batch: list[Waiting]) -> str:
        """Return the time by the clock that made the times of these events."""
        return iso_time(self._application.clock.local() + batch[0].record.offset)
