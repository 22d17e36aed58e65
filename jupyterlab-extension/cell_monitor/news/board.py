"""The newest news, with a cursor of our own."""

from __future__ import annotations

import secrets
from typing import Any

_KEPT_HINTS = 100


class NewsBoard:
    """What the application said last, numbered by its changes."""

    def __init__(self) -> None:
        # A cursor of another server, or of an earlier start, is no number of ours.
        self._name = secrets.token_hex(4)
        self._number = 0
        self._help: dict[str, Any] | None = None
        self._help_number = 0
        self._hints: dict[str, tuple[int, dict[str, Any]]] = {}

    def post(self, content: dict[str, Any]) -> bool:
        """Take an answer of the application; tell whether anything in it is new."""
        number = self._number + 1
        request = content.get("help")
        changed = request != self._help
        if changed:
            self._help, self._help_number = request, number
        hints = content.get("hints")
        for hint in hints if isinstance(hints, list) else []:
            if isinstance(hint, dict) and hint.get("hint_id") not in self._hints:
                self._hints[hint.get("hint_id")] = (number, hint)
                changed = True
        while len(self._hints) > _KEPT_HINTS:
            del self._hints[next(iter(self._hints))]
        self._number = number if changed else self._number
        return changed

    def newer_than(self, cursor: str) -> dict[str, Any]:
        """Return the request for help as it stands, and the hints since the cursor."""
        seen = self._read(cursor)
        hints = [hint for number, hint in self._hints.values() if number > seen]
        return {"cursor": f"{self._name}-{self._number}", "help": self._help, "hints": hints}

    def has_newer(self, cursor: str) -> bool:
        """Tell whether anything has changed since the cursor."""
        return self._read(cursor) < self._number

    def _read(self, cursor: str) -> int:
        name, _, number = cursor.partition("-")
        if name != self._name or not number.isdecimal():
            return 0
        return int(number)
