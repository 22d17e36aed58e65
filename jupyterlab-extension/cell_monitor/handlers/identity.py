"""The route by which a student joins a class."""

from __future__ import annotations

from tornado.web import authenticated

from ..application import Unreachable
from ..identity import TokenRefused
from ..problem import Problem
from .base import StudentHandler

_LAST = 3.0
"""Seconds for which leaving waits for what can still be sent as the student's own."""

_LIMITS = {"join_code": 64, "student_number": 100, "name": 100}


class IdentityHandler(StudentHandler):
    """The code goes through to the application; what comes back as a secret stays here."""

    @authenticated
    async def post(self) -> None:
        """Join, and answer with who the student is now."""
        try:
            name = self.prepare_student()
            given = _read(self.read_object())
            before = self.side.deciding.current()
            await self.side.identity.join(**given)
        except Problem as problem:
            self.finish_problem(problem)
        except TokenRefused as refused:
            self.finish_refused(refused)
        except Unreachable as error:
            self.finish_problem(Problem(502, "Unreachable", error.reason))
        except OSError:
            detail = "The student's data folder takes no more: the disk is full."
            self.finish_problem(Problem(507, "Disk full", detail))
        else:
            await self.side.deciding.student_changed(before, name)
            self.finish_json(200, self.side.identity.to_json())

    @authenticated
    async def delete(self) -> None:
        """Forget who joined on this machine."""
        self.prepare_student()
        try:
            self.check_turn()
        except Problem as problem:
            self.finish_problem(problem)
            return
        await self.side.sender.drain(_LAST)
        await self.side.identity.forget()
        # Whether there is an open door, or the next student has to join.
        await self.side.learn_class()
        self.finish_json(200, self.side.identity.to_json())


def _read(content: dict[str, object]) -> dict[str, str]:
    given = {}
    for field, longest in _LIMITS.items():
        value = content.get(field) or ""
        if not isinstance(value, str) or len(value) > longest:
            limit = f"a text of up to {longest} characters"
            detail = f"{field} must be {limit}."
            raise Problem(422, f"Malformed {field}", detail, field=field, limit=limit)
        given[field] = value.strip()
    if not given["join_code"]:
        raise Problem(422, "No join code", "join_code is missing.", field="join_code")
    return given
