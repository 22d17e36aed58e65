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
        """What holds now."""
        return self._choice.current

    @property
    def withheld(self) -> str | None:
        """Why nothing is taken, None if something is."""
        return self.choice.withholds(self._identity.consent_required)

    async def take(self, events: list[Event], name: str, sent_at: int | None) -> Spooled | Withheld:
        """Return when they are safe on the disk. Raises SpoolFull."""
        reason = self.withheld
        if reason is not None:
            return Withheld(reason)
        choice = self.choice
        allowed = [at_level(without_claims(event), choice.level) for event in events]
        left = [event for event in allowed if event is not None]
        if events and not left:
            return Withheld("level")
        if choice.scrub:
            left = await asyncio.to_thread(lambda: [self._scrub(event) for event in left])
        complete = [completed(event, self._clock, sent_at) for event in left]
        new = self._known.new(complete)
        if new:
            await self._outbox.put([self._record(event, name) for event in new])
        self._known.add(new)
        return Spooled(len(complete))

    async def announce(self, event: Event, name: str) -> None:
        """Put an event of our own, whatever the choice. Raises SpoolFull."""
        await self._outbox.put([self._record(completed(event, self._clock, None), name)])

    def _record(self, event: Event, name: str) -> Record:
        now, offset = self._clock.local(), self._clock.offset
        return Record(event, name, self._identity.student_id, now, offset)
