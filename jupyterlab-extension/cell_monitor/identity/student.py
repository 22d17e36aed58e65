"""The student of this Jupyter server, as the application knows him or her."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from typing import Any

from ..application import Application
from ..configuration import CellMonitor
from ..spool import Record
from .claims import with_claims
from .device import Device
from .grant import TokenRefused, exchange
from .token import StudentToken
from .turn import Turn
from .turn_file import TurnFile


class StudentIdentity:
    """By a configured key, a join code, the hub, or the open door, whichever comes first here."""

    def __init__(
        self, configuration: CellMonitor, application: Application, file: TurnFile
    ) -> None:
        self._configuration = configuration
        self._application = application
        self._file = file
        self._turn = file.current()
        self._token: StudentToken | None = None
        self._renewing = asyncio.Lock()
        self.name = configuration.student
        """The name by which Jupyter knows the student, as the last request said."""
        self.is_refused = False
        """Whether the application has said that it does not know us."""
        self.consent_required_changed: Callable[[], None] = lambda: None
        self.turned: Callable[[Turn], None] = lambda before: None
        """Is told of the turn before, whichever server of the account has begun another."""
        self._consent_required = bool(self._device and self._device.consent_required)

    @property
    def turn(self) -> Turn:
        """Whose turn it is, as far as has been looked."""
        return self._turn

    @property
    def _device(self) -> Device | None:
        return self._turn.device

    @property
    def kind(self) -> str:
        """One of key, join_code, hub, open_door, none."""
        if self._configuration.api_key:
            return "key"
        if self._device is not None:
            return "join_code"
        # The hub's token is for an address that somebody has chosen, not for a default one.
        if os.environ.get("JUPYTERHUB_API_TOKEN") and not self._configuration.is_default_url:
            return "hub"
        return "none" if self.is_refused else "open_door"

    @property
    def student_id(self) -> str | None:
        """The student to whom events may be sent only as theirs; None if anybody asserts."""
        is_by_hub = self.kind == "hub" and self._token is not None
        return self._token.student.get("id") if is_by_hub else self.joined

    @property
    def joined(self) -> str | None:
        """The student who joined by code; None where the student is whose account it is."""
        return self._turn.student if self.kind == "join_code" else None

    @property
    def has_token(self) -> bool:
        """Whether events go with a token, which may have ended before its time."""
        return self.kind in ("join_code", "hub") and self._token is not None

    @property
    def consent_required(self) -> bool:
        """Whether the class asks for consent, as far as is known."""
        return self._consent_required

    def to_json(self) -> dict[str, Any]:
        """Return it as the page shows it: no secret."""
        known = self._token or self._device
        student = known.student if known else {}
        return {
            "kind": self.kind,
            "student": None
            if self.kind == "none"
            else student.get("display_name") or self.name or None,
            "class": known.school_class if known else None,
            "verified": student.get("verified") is True,
        }

    def catch_up(self) -> bool:
        """Look whose turn it is; tell whether it is another one than was known."""
        turn, before = self._file.current(), self._turn
        if turn == before:
            return False
        self._turn = turn
        self._token = None
        self._consent_required = bool(turn.device and turn.device.consent_required)
        self.turned(before)
        return True

    def is_of_another(self, record: Record) -> bool:
        """Tell whether another student was joined here when a record was made."""
        # One hub account is one student's, also while the application has not said whose.
        is_unknown = self.kind == "hub" and self._token is None
        return not is_unknown and record.student not in (None, self.student_id)

    def identified(self, record: Record) -> dict[str, Any]:
        """Return the event of a record as it is sent."""
        return self.as_sent(record.event, record.name)

    def as_sent(self, event: dict[str, Any], name: str) -> dict[str, Any]:
        """Return an event without claims as it is sent: a token needs none."""
        if self.kind in ("join_code", "hub"):
            return event
        return with_claims(event, name, self._configuration.class_id)

    async def event_headers(self) -> dict[str, str]:
        """Return the credential for events. Raises TokenRefused, Unreachable."""
        self.catch_up()
        if self.kind in ("join_code", "hub"):
            return await self.student_headers()
        return self._key_headers()

    async def student_headers(self) -> dict[str, str]:
        """Return the credential for the student's own routes. Raises TokenRefused, Unreachable."""
        return {"Authorization": f"Bearer {(await self._fresh_token()).value}"}

    def expire(self) -> None:
        """Throw the token away: the application does not take it any more."""
        self._token = None

    async def join(self, join_code: str, student_number: str, name: str) -> None:
        """Join a class. Raises TokenRefused, Unreachable, OSError."""
        async with self._renewing:
            given = {"join_code": join_code, "student_number": student_number, "name": name}
            said = {field: value for field, value in given.items() if value}
            token = await exchange(self._application, {"grant": "join_code", **said}, {})
            secret = token.device_secret or ""
            device = Device(secret, token.student, token.school_class, token.consent_required)
            await asyncio.to_thread(self._file.save, self._turn.of(device))
            self.catch_up()
            if self._device == device:
                self._accept(token)

    async def forget(self) -> None:
        """Forget who joined on this machine. Raises OSError."""
        async with self._renewing:
            await asyncio.to_thread(self._file.clear)
            self.catch_up()

    async def _fresh_token(self) -> StudentToken:
        async with self._renewing:
            self.catch_up()
            while self._token is None or not self._token.is_fresh():
                turn = self._turn
                token = await self._exchanged()
                self.catch_up()
                # Else whoever came meanwhile would go on as the one before.
                if self._turn == turn:
                    self._accept(token)
                    return token
            return self._token

    async def _exchanged(self) -> StudentToken:
        try:
            return await exchange(self._application, self._grant(), self._key_headers())
        except TokenRefused as refused:
            # So a student who has to join learns it at once, not by a first run that waits.
            if self.kind == "open_door" and refused.status in (401, 403):
                self.is_refused = True
            raise

    def _grant(self) -> dict[str, Any]:
        if self.kind == "join_code":
            return {"grant": "device_secret", "device_secret": self._device.device_secret}
        if self.kind == "hub":
            configured = {"hub": self._configuration.hub, "classId": self._configuration.class_id}
            named = {member: value for member, value in configured.items() if value}
            return {"grant": "jupyterhub", "hub_token": os.environ["JUPYTERHUB_API_TOKEN"], **named}
        return {"grant": "key", **with_claims({}, self.name, self._configuration.class_id)}

    def _accept(self, token: StudentToken) -> None:
        self._token = token
        self.is_refused = False
        if token.consent_required != self._consent_required:
            self._consent_required = token.consent_required
            self.consent_required_changed()

    def _key_headers(self) -> dict[str, str]:
        key = self._configuration.api_key
        return {"Authorization": f"Bearer {key}"} if key else {}
