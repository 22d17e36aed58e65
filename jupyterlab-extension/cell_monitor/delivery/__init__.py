"""The way of events from the spool to the application."""

from .outbox import Outbox
from .sender import Sender
from .standing import Standing

__all__ = ["Outbox", "Sender", "Standing"]
