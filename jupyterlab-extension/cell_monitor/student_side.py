"""All parts of the student's side, put together."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import json
import re
from collections.abc import Awaitable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from .application import Answer, Application, ApplicationClock, Unreachable
from .choice import ChoiceFile
from .configuration import CellMonitor
from .delivery import Outbox, Sender
from .identity import StudentIdentity, TokenRefused, Turn, TurnFile
from .intake import Deciding, Intake, Withheld
from .news import NewsFeed
from .scrubbing import scrub_event
from .spool import SpoolFull, SpoolLimits

_DRAIN = 3.0
"""Seconds for which the end of the server waits for what can still be sent."""

_END = 2.0
"""Seconds for which it then waits for what was under way."""

_LOOK = 2.0
"""Seconds between two looks whether another server of the account has another student."""

_DAY = 24 * 60 * 60 * 1000


class StudentSide:
    """What lives as long as the Jupyter server; made and used on its event loop."""

    def __init__(self, configuration: CellMonitor) -> None:
        self.configuration = configuration
        self.clock = ApplicationClock()
        folder = application_folder(configuration)
        limits = SpoolLimits(configuration.spool_size, int(configuration.spool_days * _DAY))
        self.application = Application(configuration.url, configuration.request_timeout, self.clock)
        self.identity = StudentIdentity(configuration, self.application, TurnFile(folder))
        self.outbox = Outbox(folder, limits, self.clock.local)
        self.sender = Sender(self.outbox, self.application, self.identity)
        choice = ChoiceFile(folder)
        self.intake = Intake(self.outbox, choice, self.identity, self.clock, scrub_event)
        self.deciding = Deciding(choice, self.intake, self.outbox, self.identity)
        self.sender.withdraw = self.deciding.withdraw
        self.news = NewsFeed(self.ask_as_student)
        self.identity.consent_required_changed = self._check_consent
        self.identity.turned = self._turned
        self._is_stopped = False
        self._tasks: set[asyncio.Task[None]] = set()

    def start(self) -> None:
        """Begin to send."""
        self._spawn(self.sender.run())
        self._spawn(self._look_who_is_there())

    async def stop(self) -> None:
        """Send what can be sent in a moment; the rest waits on disk for the next start."""
        if self._is_stopped:
            return
        self._is_stopped = True
        await self.sender.drain(_DRAIN)
        self.sender.stop()
        for task in self._tasks:
            task.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=_END)
        await self.news.stop()
        await asyncio.to_thread(self.outbox.close)
        await self.application.close()

    def sent(self) -> list[dict[str, Any]]:
        """Return the student's last events, newest first, exactly as they were sent."""
        identity = self.identity
        return self.outbox.recent.newest_first(identity.identified, identity.is_of_another)

    async def try_out(self, events: Any, test_id: str, name: str) -> Answer | Withheld:
        """Send events to a test at once, as far as the student lets them go.

        What may not go, or is no event, goes as null: the application rejects it by its place.
        Raises TokenRefused, Unreachable.
        """
        reason = self.intake.withheld
        if reason is not None:
            return Withheld(reason)
        # With the token comes that a class wants consent: so the choice is looked at after it.
        headers = {"Content-Type": "application/json", **await self.identity.event_headers()}
        allowed = await self.intake.allowed(events if isinstance(events, list) else [events])
        if isinstance(allowed, Withheld):
            return allowed
        identified = [event and self.identity.as_sent(event, name) for event in allowed]
        body = json.dumps(identified if isinstance(events, list) else identified[0]).encode()
        route = f"/api/v1/test/events/{test_id}"
        return await self.application.request("POST", route, content=body, headers=headers)

    async def ask_as_student(self, method: str, route: str, timeout: float = 0) -> Answer:
        """Ask one of the student's own routes. Raises TokenRefused, Unreachable."""
        may_renew = True
        while True:
            headers = await self.identity.student_headers()
            turn = self.identity.turn
            answer = await self.application.request(
                method, route, headers=headers, timeout=timeout or None
            )
            self.identity.catch_up()
            if self.identity.turn.name != turn.name:
                # It was for the one before.
                continue
            if answer.status != 401 or not may_renew:
                return answer
            may_renew = False
            self.identity.expire()

    async def learn_class(self) -> None:
        """Ask whether the class wants consent, as far as the application answers now."""
        with contextlib.suppress(TokenRefused, Unreachable, asyncio.TimeoutError):
            await asyncio.wait_for(self.identity.student_headers(), 3)

    async def _look_who_is_there(self) -> None:
        while True:
            self.identity.catch_up()
            await asyncio.sleep(_LOOK)

    def _turned(self, before: Turn) -> None:
        if not self.identity.turn.takes(before.name):
            self.outbox.recent.forget()
        self.news.begin_anew()
        self.sender.nudge()
        self._spawn(_unless_full(self.deciding.turned(before)))

    def _check_consent(self) -> None:
        self._spawn(_unless_full(self.deciding.discard_if_withdrawn()))

    def _spawn(self, work: Any) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


async def _unless_full(work: Awaitable[None]) -> None:
    with contextlib.suppress(SpoolFull):
        await work


def application_folder(configuration: CellMonitor) -> Path:
    """Return where the things of one application are: what is for one never goes to another."""
    host = re.sub(r"[^A-Za-z0-9.-]", "_", urlsplit(configuration.url).netloc)[:80]
    digest = hashlib.sha256(configuration.url.encode()).hexdigest()[:12]
    return Path(configuration.data_folder) / f"{host}-{digest}"
