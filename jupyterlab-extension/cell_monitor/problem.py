"""Errors as RFC 9457 problem details."""

from __future__ import annotations

import json

PROBLEM_TYPE = "application/problem+json"


class Problem(Exception):  # noqa: N818 - the term of RFC 9457
    """A request that cannot be answered well; its texts never hold what a student wrote."""

    def __init__(self, status: int, title: str, detail: str) -> None:
        super().__init__(title)
        self.status = status
        self.title = title
        self.detail = detail

    def to_json(self) -> str:
        """Return the problem as the body of an answer."""
        return json.dumps({"title": self.title, "status": self.status, "detail": self.detail})
