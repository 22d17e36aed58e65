"""What all routes share."""

from __future__ import annotations

import json
from typing import Any

from jupyter_server.base.handlers import APIHandler

from ..application import Answer
from ..identity import TokenRefused
from ..problem import PROBLEM_TYPE, Problem
from ..student_side import StudentSide

_LARGEST_FORM = 64 * 1024
"""The largest body in bytes of what a student fills in."""


class StudentHandler(APIHandler):
    """A route for the signed-in student; the XSRF check stays on."""

    def initialize(self, side: StudentSide) -> None:
        """Take what all requests share."""
        super().initialize()
        self.side = side

    def prepare_student(self) -> str:
        """Return the name by which Jupyter knows who asks."""
        name = self.side.configuration.student or self.current_user.username
        self.side.identity.name = name
        self.side.identity.catch_up()
        return name

    @property
    def made_in(self) -> str | None:
        """The turn in which the page was when it asked, if it says so; for refusals alone."""
        return self.request.headers.get("Cell-Monitor-Turn")

    def check_turn(self) -> None:
        """Raise Problem (409) for what another student has done in a page."""
        if self.made_in is not None and not self.side.identity.turn.takes(self.made_in):
            detail = "Somebody else is the student here by now."
            raise Problem(409, "Another student", detail)

    def check_is_json(self) -> None:
        """Raise Problem (415) for a body that any web page could send unasked."""
        said = self.request.headers.get("Content-Type", "")
        if said.partition(";")[0].strip() != "application/json":
            raise Problem(415, "Not JSON", "The content type must be application/json.")

    def read_object(self) -> dict[str, Any]:
        """Return the body.

        Raises Problem: 415 if it is called otherwise, 413 if it is too large, 400 if it is no JSON,
        422 if it is no object.
        """
        self.check_is_json()
        if len(self.request.body) > _LARGEST_FORM:
            limit = f"{_LARGEST_FORM} bytes"
            raise Problem(
                413, "Too large", f"The body may have {limit}.", field="body", limit=limit
            )
        try:
            content = json.loads(self.request.body)
        except (ValueError, RecursionError) as error:
            raise Problem(400, "Not JSON", "The body must be JSON in UTF-8.") from error
        if not isinstance(content, dict):
            raise Problem(422, "Not an object", "The body must be a JSON object.")
        return content

    def finish_json(self, status: int, content: dict[str, Any]) -> None:
        """Answer with a JSON object."""
        self.set_status(status)
        self.finish(json.dumps(content))

    def finish_problem(self, problem: Problem) -> None:
        """Answer with a problem."""
        self.set_status(problem.status)
        self.finish(problem.to_json(), set_content_type=PROBLEM_TYPE)

    def finish_answer(self, answer: Answer) -> None:
        """Answer as the application did.

        What something between us and the application says is not passed on: a page of a
        stranger would be one of this Jupyter server's own.
        """
        if not answer.is_json:
            self.finish_problem(
                Problem(502, "Not Cell Monitor", "Something else answers at its address.")
            )
            return
        self.set_status(answer.status)
        if "Retry-After" in answer.headers:
            self.set_header("Retry-After", answer.headers["Retry-After"])
        self.finish(answer.body, set_content_type=answer.content_type)

    def finish_refused(self, refused: TokenRefused) -> None:
        """Answer with the application's reason for giving no token."""
        # The browser takes 401 and 403 for Jupyter's own; here it is the class that is not open.
        status = 422 if refused.status in (401, 403) else refused.status
        if not 400 <= status < 600:
            status = 502
        known = {"type": "about:blank", "title": "No token", "detail": str(refused)}
        problem = {**known, **refused.problem, "status": status}
        self.set_status(status)
        self.finish(json.dumps(problem), set_content_type=PROBLEM_TYPE)
