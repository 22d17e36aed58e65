"""Takes the student's choice, with what follows from it."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from ..choice import Choice, ChoiceFile
from ..delivery import Outbox
from ..identity import StudentIdentity, Turn
from ..spool import Record, SpoolFull, Waiting
from .intake import Intake


class Deciding:
    """Owns the choice of this student; for one event loop."""

    def __init__(
        self, file: ChoiceFile, intake: Intake, outbox: Outbox, identity: StudentIdentity
    ) -> None:
        self._file = file
        self._intake = intake
        self._outbox = outbox
        self._identity = identity

    def current(self) -> Choice:
        """Return what holds."""
        return self._intake.choice

    def to_json(self) -> dict[str, Any]:
        """Return it as the page reads it."""
        choice, turn = self._intake.choice, self._identity.turn
        return {
            **asdict(choice),
            "consent_required": self._identity.consent_required,
            "turn": turn.name,
            "turn_before": turn.before,
        }

    async def take(self, chosen: Choice, name: str) -> None:
        """Let a choice hold. The application is told, once the student knows of it at all."""
        before = self.current()
        if chosen == before:
            return
        self._file.save(chosen, self._identity.joined)
        await self._follow(chosen, name)

    async def student_changed(self, before: Choice, name: str) -> None:
        """Let the choice of who has just joined hold, after another's."""
        chosen = self.current()
        if chosen != before:
            await self._follow(chosen, name)

    async def withdraw(self, batch: list[Waiting]) -> bool:
        """Delete what waits if there is no consent to a batch; tell so. Raises SpoolFull."""
        if all(_is_about_consent(waiting.record) for waiting in batch):
            return False
        if self._intake.withheld != "no_consent":
            return False
        await self.discard_if_withdrawn()
        return True

    async def discard_if_withdrawn(self) -> None:
        """Delete what waits of this student without his or her consent. Raises SpoolFull."""
        if self._intake.withheld == "no_consent":
            await self._outbox.discard(self._may_stay)

    async def turned(self, before: Turn) -> None:
        """Keep nothing of what another turn has left for whoever comes. Raises SpoolFull."""
        turn = self._identity.turn
        if not turn.takes(before.name):
            # What was made before anybody joined was for the one who then did.
            await self._outbox.discard(lambda record: record.student is not None)
        await self.discard_if_withdrawn()

    async def _follow(self, chosen: Choice, name: str) -> None:
        try:
            await self.discard_if_withdrawn()
            if chosen.notice_seen:
                metadata = {**asdict(chosen), "noticeSeen": chosen.notice_seen}
                del metadata["notice_seen"]
                event = {"eventType": "consent_changed", "metadata": metadata}
                await self._intake.announce(event, name)
        except SpoolFull:
            # It holds all the same; only the teacher does not hear of it.
            return

    def _may_stay(self, record: Record) -> bool:
        return self._identity.is_of_another(record) or _is_about_consent(record)


def _is_about_consent(record: Record) -> bool:
    return record.event.get("eventType") == "consent_changed"
