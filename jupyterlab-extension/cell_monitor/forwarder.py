"""Hands events on to the application and its answer back."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from typing import Any

import httpx

from .configuration import CellMonitor
from .problem import Problem

MAXIMUM_ANSWER = 4 * 1024 * 1024
"""The largest answer that is handed back, in bytes."""


@dataclass(frozen=True)
class Answer:
    """What the application said."""

    status: int
    content_type: str
    retry_after: str | None
    body: bytes


class Forwarder:
    """Sends to one application, with the configured key or through the open door.

    Keeps nothing: what the application does not take, the caller is told at once.
    """

    def __init__(self, configuration: CellMonitor) -> None:
        self._configuration = configuration
        self._credential = f"Bearer {configuration.api_key}" if configuration.api_key else None
        # Redirects are not followed: the key is for the configured address alone.
        self._client = httpx.AsyncClient(
            timeout=configuration.request_timeout, follow_redirects=False
        )

    async def forward(self, events: Any, test_id: str | None, sent_at: str | None) -> Answer:
        """Send events, with the time at which the browser sent them if its clock made theirs.

        Raises Problem: 502 if the application cannot be reached, 504 if it is too slow.
        """
        route = "/api/v1/events" if test_id is None else f"/api/v1/test/events/{test_id}"
        request = self._client.build_request(
            "POST",
            self._configuration.url + route,
            content=json.dumps(events).encode(),
            headers=self._headers(sent_at),
        )
        try:
            # httpx limits each wait; this limits their sum.
            return await asyncio.wait_for(
                self._exchange(request), self._configuration.request_timeout
            )
        except (asyncio.TimeoutError, httpx.TimeoutException) as error:
            raise Problem(504, "Too slow", "The application did not answer in time.") from error
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise Problem(502, "Unreachable", "The application cannot be reached.") from error

    def _headers(self, sent_at: str | None) -> dict[str, str]:
        headers = {"Content-Type": "application/json"}
        if self._credential is not None:
            headers["Authorization"] = self._credential
        if sent_at is not None:
            headers["Cell-Monitor-Sent-At"] = sent_at
        return headers

    async def _exchange(self, request: httpx.Request) -> Answer:
        response = await self._client.send(request, stream=True)
        try:
            body = bytearray()
            async for part in response.aiter_bytes():
                body += part
                if len(body) > MAXIMUM_ANSWER:
                    raise Problem(502, "Answer too large", "The application's answer is too large.")
        finally:
            await response.aclose()
        return Answer(
            response.status_code,
            response.headers.get("Content-Type", "application/json"),
            response.headers.get("Retry-After"),
            bytes(body),
        )
