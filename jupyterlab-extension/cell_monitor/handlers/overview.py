"""The route that the panel looks at while it is seen."""

from __future__ import annotations

import asyncio
from typing import Any

from tornado.web import authenticated

from ..application import Unreachable
from ..identity import TokenRefused
from ..status import describe
from .base import StudentHandler

_PATIENCE = 2.0
"""Seconds for which the rest waits for what the application says of the own work."""


class OverviewHandler(StudentHandler):
    """Everything that the panel shows, in one answer."""

    @authenticated
    async def get(self) -> None:
        """Answer with status, what was sent, and the own work, null if it is not known now."""
        name = self.prepare_student()
        side = self.side
        turn = side.identity.turn
        own = await self._own()
        if side.identity.turn.name != turn.name:
            own = None
        status = {**describe(side), "userName": name}
        self.finish_json(200, {"status": status, "sent": side.sent(), "own": own})

    async def _own(self) -> Any:
        side = self.side
        if side.intake.withheld == "no_consent" or side.identity.kind == "none":
            return None
        try:
            asked = side.ask_as_student("GET", "/api/v1/student/me")
            answer = await asyncio.wait_for(asked, _PATIENCE)
        except (TokenRefused, Unreachable, asyncio.TimeoutError):
            return None
        return answer.json() if answer.is_json and answer.status == 200 else None
