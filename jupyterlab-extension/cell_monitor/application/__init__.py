"""The application at the other end: its address, its clock, what its answers mean."""

from .answer import Answer
from .client import Application, Unreachable
from .clock import ApplicationClock
from .verdict import Kept, Refused, Taken, Verdict, judge

__all__ = [
    "Answer",
    "Application",
    "ApplicationClock",
    "Kept",
    "Refused",
    "Taken",
    "Unreachable",
    "Verdict",
    "judge",
]
