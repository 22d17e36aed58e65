"""The name under which a student's events are sent."""

from __future__ import annotations

from jupyter_server.auth.identity import User

from .configuration import CellMonitor


def student_name(configuration: CellMonitor, user: User) -> str:
    """Return the configured name, else the name by which Jupyter knows its user."""
    return configuration.student or user.username
