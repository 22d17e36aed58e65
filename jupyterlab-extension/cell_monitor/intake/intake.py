"""Admits events to the spool, as far as the student lets them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ..application import ApplicationClock
from ..choice import Choice, ChoiceFile, at_level
from ..delivery import Outbox
from ..identity import StudentIdentity, without_claims
from ..spool import Record
from .completion import completed
from .known_ids import KnownIds

Event = dict[str, Any]


@dataclass(frozen=True)
class Spooled:
    """So many are safe on the disk."""

    accepted: int


@dataclass(frozen=True)
class Withheld:
    """The student's choice keeps all of them back."""

    reason: str


class Intake:
    """Enforces the choice; for one event loop."""

    def __init__(
        self,
        outbox: Outbox,
        choice: ChoiceFile,
        identity: StudentIdentity,
        clock: ApplicationClock,
        scrub: Callable[[Event], Event],
    ) -> None:
        self._outbox = outbox
        self._choice = choice
        self._identity = identity
        self._clock = clock
        self._scrub = scrub
        self._known = KnownIds()

    @property
    def choice(self) -> Choice:
        """What holds now, of the student who is there now."""
        while True:
            choice = self._choice.of(self._identity.joined)
            # Another server that ends a turn says so before it moves what was chosen in it.
            if not self._identity.catch_up():
                return choice

    @property
    def withheld(self) -> str | None:
        """Why nothing is taken, None if something is."""
        return self.choice.withholds(self._identity.consent_required)

    async def take(
        self, events: list[Event], name: str, sent_at: int | None, made_in: str | None = None
    ) -> Spooled | Withheld:
        """Return when they are safe on the disk. Raises SpoolFull.

        `made_in` names the turn in which the page has made them, if it says so.
        """
        self._identity.catch_up()
        if made_in is not None and not self._identity.turn.takes(made_in):
            return Withheld("another_student")
        student = self._identity.student_id
        allowed = await self.allowed(events)
        if isinstance(allowed, Withheld):
            return allowed
        complete = [
            completed(event, self._clock, sent_at) for event in allowed if event is not None
        ]
        new = self._known.new(complete)
        if new:
            await self._outbox.put([self._record(event, name, student) for event in new])
        self._known.add(new)
        return Spooled(len(complete))

    async def allowed(self, events: list[Any]) -> list[Event | None] | Withheld:
        """Return what may go of each, as it may go: None for what may not, or is no event."""
        choice = self.choice
        reason = choice.withholds(self._identity.consent_required)
        if reason is not None:
            return Withheld(reason)
        allowed = [_allowed(event, choice.level) for event in events]
        if _has_event(events) and not _has_event(allowed):
            return Withheld("level")
        if not choice.scrub:
            return allowed
        return await asyncio.to_thread(
            lambda: [None if event is None else self._scrub(event) for event in allowed]
        )

    async def announce(self, event: Event, name: str) -> None:
        """Put an event of our own, whatever the choice. Raises SpoolFull."""
        student = self._identity.student_id
        await self._outbox.put([self._record(completed(event, self._clock, None), name, student)])

    def _record(self, event: Event, name: str, student: str | None) -> Record:
        return Record(event, name, student, self._clock.local(), self._clock.offset)


def _allowed(event: Any, level: str) -> Event | None:
    return at_level(without_claims(event), level) if isinstance(event, dict) else None


def _has_event(events: list[Any]) -> bool:
    return any(isinstance(event, dict) for event in events)
