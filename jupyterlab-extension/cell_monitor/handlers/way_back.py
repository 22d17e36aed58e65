"""The routes by which something comes back from the application."""

from __future__ import annotations

from tornado.web import authenticated

from ..application import Unreachable
from ..identity import TokenRefused
from ..problem import Problem
from .base import StudentHandler

_LONGEST_WAIT = 55.0


class NewsHandler(StudentHandler):
    """Where the request for help stands, and the teacher's hints."""

    @authenticated
    async def get(self) -> None:
        """Answer when there is something newer than the cursor, or when the time is up."""
        self.prepare_student()
        try:
            wait = float(self.get_query_argument("wait", "0"))
        except ValueError:
            wait = 0.0
        wait = min(_LONGEST_WAIT, max(0.0, wait)) if wait == wait else 0.0
        after = self.get_query_argument("after", "")
        news = await self.side.news.newer_than(after, wait)
        self.finish_json(200, {**news, "turn": self.side.identity.turn.name})


class OwnHandler(StudentHandler):
    """The student sees what the teacher sees of them."""

    @authenticated
    async def get(self) -> None:
        """Answer as the application does."""
        try:
            self.prepare_student()
            self.finish_answer(await self.side.ask_as_student("GET", "/api/v1/student/me"))
        except TokenRefused as refused:
            self.finish_refused(refused)
        except Unreachable as error:
            self.finish_problem(Problem(502, "Unreachable", error.reason))
