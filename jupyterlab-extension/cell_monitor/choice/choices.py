"""What those who share one account of a machine have chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from ..problem import Problem
from .choice import Choice, read_choice

_REMEMBERED = 200
"""Students who joined and whose choice is kept; the one who chose longest ago goes first."""

_STUDENTS = "students"


@dataclass(frozen=True)
class Choices:
    """Each student's own, by the id of who joined, and that of whoever is there before."""

    unjoined: Choice = Choice()
    """Made while nobody has joined; where nobody ever does, the account's."""

    students: Mapping[str, Choice] = field(default_factory=dict)

    def of(self, student: str | None) -> Choice:
        """Return what a student has chosen; nothing was, of one who is new here."""
        return self.unjoined if student is None else self.students.get(student, Choice())

    def with_choice(self, choice: Choice, student: str | None) -> Choices:
        """Return these with a choice of a student, or of whoever has not joined."""
        if student is None:
            return Choices(choice, self.students)
        others = {known: made for known, made in self.students.items() if known != student}
        newest = [*others.items(), (student, choice)][-_REMEMBERED:]
        return Choices(self.unjoined, dict(newest))

    def with_joined(self, student: str | None) -> Choices:
        """Return these as they are while a student is joined.

        What was chosen before goes to whoever joins first after it, and to nobody else, as the
        events do that were made then.
        """
        if student is None or self.unjoined == Choice():
            return self
        earlier = self.students.get(student)
        own = self.unjoined if earlier is None else self.unjoined.narrowed_by(earlier)
        return Choices(Choice(), self.students).with_choice(own, student)

    def to_json(self) -> dict[str, Any]:
        """Return them as the file has them."""
        students = {student: asdict(choice) for student, choice in self.students.items()}
        return {**asdict(self.unjoined), _STUDENTS: students}


def read_choices(content: Any) -> Choices:
    """Read what the file has. Raises Problem (422)."""
    unjoined = read_choice(content, Choice())
    students = content.get(_STUDENTS, {})
    if not isinstance(students, dict):
        raise Problem(422, "Not choices", f"{_STUDENTS} must be a JSON object.")
    own = {student: read_choice(choice, Choice()) for student, choice in students.items()}
    return Choices(unjoined, own)
