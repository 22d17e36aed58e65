"""`cell-monitor doctor`: says what is wrong and what to do about it."""

from .command import main

__all__ = ["main"]
