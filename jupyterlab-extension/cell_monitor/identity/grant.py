"""Exchanges a credential for a student token."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from typing import Any

from ..application import Answer, Application
from .token import StudentToken, read_token

ROUTE = "/api/v1/student/token"


class TokenRefused(Exception):  # noqa: N818 - an answer, not a fault of ours
    """The application gives no token; `detail` says why and holds no secret."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(f"The application gives no token ({answer.status}).")
        self.status = answer.status
        self.retry_after = answer.retry_after()
        self.problem = {} if answer.is_page else answer.members()

    @property
    def is_final(self) -> bool:
        """Whether the credential itself is refused, so that only the student can go on."""
        return self.status in (400, 401, 403, 404, 410, 422)


async def exchange(
    application: Application, grant: dict[str, Any], headers: Mapping[str, str]
) -> StudentToken:
    """Ask for a token. Raises TokenRefused, Unreachable."""
    answer = await application.request(
        "POST",
        ROUTE,
        content=json.dumps(grant).encode(),
        headers={"Content-Type": "application/json", **headers},
    )
    token = read_token(answer.members(), time.monotonic()) if answer.status == 200 else None
    if token is None:
        raise TokenRefused(answer)
    return token
