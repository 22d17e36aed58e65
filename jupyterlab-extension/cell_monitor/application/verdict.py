"""What an answer to events means for them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from .answer import Answer

_MAXIMUM_REASON = 300


@dataclass(frozen=True)
class Taken:
    """The application has them, but for those that it rejects by their place."""

    rejected: dict[int, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Refused:
    """Something in them is such that they will never be taken together."""

    status: int
    reason: str


@dataclass(frozen=True)
class Kept:
    """They are to be tried again; the status is None if no answer came."""

    status: int | None
    reason: str
    pause: float = 0.0
    """The seconds that the application asked to wait for."""


Verdict = Taken | Refused | Kept


def judge(answer: Answer) -> Verdict:
    """Say what becomes of the events to which this is the answer."""
    status = answer.status
    if answer.is_page:
        # A login page of a network, a proxy's page: the application has not spoken.
        return Kept(status, f"Not Cell Monitor, but a page for people ({status}).")
    if 200 <= status < 300:
        return _taken(answer)
    reason = f"The application answers {status}."
    if status in (400, 413, 422):
        return Refused(status, _reason(answer.members().get("detail"), reason))
    return Kept(status, reason, answer.retry_after())


def _taken(answer: Answer) -> Verdict:
    content = answer.json()
    if not isinstance(content, dict) and answer.body:
        return Kept(answer.status, f"Not Cell Monitor's answer ({answer.status}).")
    rejected = content.get("rejected") if content else None
    if not isinstance(rejected, list):
        return Taken()
    return Taken(
        {
            entry["index"]: _reason(entry.get("reason"), "Rejected.")
            for entry in rejected
            if isinstance(entry, dict) and type(entry.get("index")) is int
        }
    )


def _reason(said: Any, otherwise: str) -> str:
    return said[:_MAXIMUM_REASON] if isinstance(said, str) and said else otherwise
