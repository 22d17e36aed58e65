"""Which of the first events may go together."""

from __future__ import annotations

from itertools import takewhile

from ..spool import Waiting

ANOTHER_STUDENT = "It was made while another student was joined on this machine."

_SAME_CLOCK = 1000
"""Milliseconds by which the corrections of events in one request may differ."""


def select(batch: list[Waiting], student: str | None) -> tuple[list[Waiting], str | None]:
    """Return the first events that go together, and a reason if they must not go at all.

    A request says one time of sending, so that its events must be by one clock.
    """
    first = batch[0].record
    if first.student not in (None, student):
        foreign = takewhile(lambda waiting: waiting.record.student == first.student, batch)
        return list(foreign), ANOTHER_STUDENT
    return [
        *takewhile(
            lambda waiting: (
                waiting.record.student in (None, student)
                and abs(waiting.record.offset - first.offset) <= _SAME_CLOCK
            ),
            batch,
        )
    ], None
