"""The routes that say how it goes and what was sent."""

from __future__ import annotations

from tornado.web import authenticated

from ..status import describe
from .base import StudentHandler


class StatusHandler(StudentHandler):
    """For the panel and its notice."""

    @authenticated
    async def get(self) -> None:
        """Answer with the state; never a secret."""
        name = self.prepare_student()
        self.finish_json(200, {**describe(self.side), "userName": name})


class SentHandler(StudentHandler):
    """For the student who wants to see it."""

    @authenticated
    async def get(self) -> None:
        """Answer with the last events, newest first, exactly as they were sent."""
        self.finish_json(200, {"events": self.side.sent()})
