"""The route that takes events from the page."""

from __future__ import annotations

from tornado.web import authenticated

from ..application import Unreachable
from ..body import Submission, read_submission
from ..event_time import read_time
from ..identity import TokenRefused
from ..intake import Spooled, Withheld
from ..problem import Problem
from ..spool import SpoolFull
from .base import StudentHandler


class EventsHandler(StudentHandler):
    """Answers as soon as the events are safe on the disk."""

    @authenticated
    async def post(self) -> None:
        """Take one event or a list of them."""
        try:
            self.check_is_json()
            name = self.prepare_student()
            submission = read_submission(self.request.body)
            if submission.test_id is not None:
                await self._try_out(submission, submission.test_id, name)
            else:
                await self._spool(submission, name)
        except Problem as problem:
            self.finish_problem(problem)
        except TokenRefused as refused:
            self.finish_refused(refused)
        except Unreachable as error:
            title, status = ("Too slow", 504) if error.is_slow else ("Unreachable", 502)
            self.finish_problem(Problem(status, title, error.reason))
        except SpoolFull:
            detail = "The student's data folder takes no more: the disk is full."
            self.finish_problem(Problem(507, "Disk full", detail))

    async def _try_out(self, submission: Submission, test_id: str, name: str) -> None:
        answer = await self.side.try_out(submission.events, test_id, name)
        if isinstance(answer, Withheld):
            self._finish_withheld(answer)
        else:
            self.finish_answer(answer)

    async def _spool(self, submission: Submission, name: str) -> None:
        sent_at = read_time(self.request.headers.get("Cell-Monitor-Sent-At", ""))
        events, rejected = submission.only_objects()
        taken = await self.side.intake.take(events, name, sent_at, self.made_in)
        if isinstance(taken, Spooled):
            answer = {"status": "spooled", "accepted": taken.accepted}
            self.finish_json(202, {**answer, "rejected": rejected} if rejected else answer)
        else:
            self._finish_withheld(taken)

    def _finish_withheld(self, withheld: Withheld) -> None:
        self.finish_json(202, {"status": "withheld", "reason": withheld.reason})
