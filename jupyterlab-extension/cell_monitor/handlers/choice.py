"""The route of the student's choice."""

from __future__ import annotations

from tornado.web import authenticated

from ..choice import read_choice
from ..problem import Problem
from .base import StudentHandler


class ChoiceHandler(StudentHandler):
    """One choice for all tabs and restarts."""

    @authenticated
    async def get(self) -> None:
        """Answer with what holds."""
        self.prepare_student()
        await self.side.learn_class()
        self.finish_json(200, self.side.deciding.to_json())

    @authenticated
    async def put(self) -> None:
        """Take what the student has chosen and answer with what holds now."""
        try:
            name = self.prepare_student()
            self.check_turn()
            chosen = read_choice(self.read_object(), self.side.deciding.current())
        except Problem as problem:
            self.finish_problem(problem)
            return
        await self.side.deciding.take(chosen, name)
        self.finish_json(200, self.side.deciding.to_json())
