"""Pauses between tries."""

from __future__ import annotations

import random


class Backoff:
    """Doubles its pause at each failure up to a cap; jitter keeps a class from coming as one."""

    def __init__(self, first: float = 0.5, cap: float = 30.0) -> None:
        """Both in seconds."""
        self._first = first
        self._cap = cap
        self._failures = 0

    def reset(self) -> None:
        """Begin anew after a success."""
        self._failures = 0

    def pause(self, asked: float) -> float:
        """Return how long to wait after one more failure, at least what was asked for."""
        # Beyond that many doublings a number of seconds would overflow.
        longest = min(self._cap, self._first * 2 ** min(self._failures, 30))
        self._failures += 1
        own = longest * random.uniform(0.5, 1)  # noqa: S311 - no secret
        return max(own, asked * random.uniform(1, 1.1))  # noqa: S311
