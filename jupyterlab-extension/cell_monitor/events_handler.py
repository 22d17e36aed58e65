"""The route that takes events from the front end."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from jupyter_server.base.handlers import APIHandler
from tornado.web import authenticated

from .body import read_submission
from .configuration import CellMonitor
from .forwarder import Answer, Forwarder
from .identity import with_identity
from .problem import PROBLEM_TYPE, Problem
from .student import student_name


class EventsHandler(APIHandler):
    """Adds who the student is and hands the events on; the XSRF check stays on."""

    def initialize(self, configuration: CellMonitor, forwarder: Forwarder) -> None:
        """Take what all requests share."""
        super().initialize()
        self._configuration = configuration
        self._forwarder = forwarder

    @authenticated
    async def post(self) -> None:
        """Send one event or a list of them and answer as the application does."""
        try:
            if self.request.headers.get("Content-Type", "").partition(";")[0].strip() != (
                "application/json"
            ):
                raise Problem(415, "Not JSON", "The content type must be application/json.")
            submission = read_submission(self.request.body)
            answer = await self._forwarder.forward(
                self._identified(submission.events), submission.test_id, self._sent_at()
            )
        except Problem as problem:
            self._finish_with_problem(problem)
        else:
            self._finish_with_answer(answer)

    def _identified(self, events: Any) -> Any:
        if isinstance(events, list):
            return [self._identified(event) for event in events]
        if not isinstance(events, dict):
            # The application says which of a list is no event.
            return None
        name = student_name(self._configuration, self.current_user)
        return with_identity(events, name, self._configuration.class_id)

    def _sent_at(self) -> str | None:
        """Return the time at which the browser sent them, by its clock, if it says so."""
        claimed = self.request.headers.get("Cell-Monitor-Sent-At", "")
        try:
            # Python 3.10 does not read the "Z" itself.
            datetime.fromisoformat(claimed.replace("Z", "+00:00"))
        except ValueError:
            return None
        return claimed

    def _finish_with_problem(self, problem: Problem) -> None:
        self.set_status(problem.status)
        self.finish(problem.to_json(), set_content_type=PROBLEM_TYPE)

    def _finish_with_answer(self, answer: Answer) -> None:
        self.set_status(answer.status)
        if answer.retry_after is not None:
            self.set_header("Retry-After", answer.retry_after)
        self.finish(answer.body, set_content_type=answer.content_type)
