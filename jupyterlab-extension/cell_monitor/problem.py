"""Errors as RFC 9457 problem details."""

from __future__ import annotations

import json

PROBLEM_TYPE = "application/problem+json"


class Problem(Exception):  # noqa: N818 - the term of RFC 9457
    """A request that cannot be answered well; its texts never hold what a student wrote."""

    def __init__(self, status: int, title: str, detail: str, **members: str) -> None:
        """Make a problem; further members name the `field` and the `limit` it is about."""
        super().__init__(title)
        self.status = status
        self.title = title
        self.detail = detail
        self.members = members

    def to_json(self) -> str:
        """Return the problem as the body of an answer."""
        known = {"type": "about:blank", "title": self.title, "status": self.status}
        return json.dumps({**known, "detail": self.detail, **self.members})
