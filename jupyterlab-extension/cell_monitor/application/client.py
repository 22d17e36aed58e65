"""Requests to the application."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

import httpx

from .answer import Answer
from .clock import ApplicationClock

MAXIMUM_ANSWER = 4 * 1024 * 1024
"""The largest answer that is read, in bytes."""


class Unreachable(Exception):  # noqa: N818 - a state, not a fault of ours
    """No whole answer came; `is_slow` tells whether only the time was up."""

    def __init__(self, reason: str, is_slow: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.is_slow = is_slow


class Application:
    """One application, asked over HTTP; proxies are taken from the environment."""

    def __init__(self, url: str, timeout: float, clock: ApplicationClock) -> None:
        """`timeout` is the most that a request may take, in seconds."""
        self.url = url
        self.clock = clock
        self._timeout = timeout
        # Redirects are not followed: credentials are for the configured address alone.
        self._client = httpx.AsyncClient(timeout=None, follow_redirects=False)  # noqa: S113

    async def request(
        self,
        method: str,
        route: str,
        content: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        timeout: float | None = None,
    ) -> Answer:
        """Ask, and learn the clock from an answer that is the application's. Raises Unreachable."""
        try:
            request = self._client.build_request(
                method, self.url + route, content=content, headers=headers
            )
            asked = self.clock.local()
            answer = await asyncio.wait_for(self._exchange(request), timeout or self._timeout)
        except (asyncio.TimeoutError, httpx.TimeoutException) as error:
            raise Unreachable("The application did not answer in time.", is_slow=True) from error
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
            raise Unreachable("The application cannot be reached.") from error
        if not answer.is_page:
            self.clock.learn(answer.headers, asked, self.clock.local())
        return answer

    async def close(self) -> None:
        """Close the connections."""
        await self._client.aclose()

    async def _exchange(self, request: httpx.Request) -> Answer:
        response = await self._client.send(request, stream=True)
        try:
            body = bytearray()
            async for part in response.aiter_bytes():
                body += part
                if len(body) > MAXIMUM_ANSWER:
                    raise Unreachable("The application's answer is too large.")
        finally:
            await response.aclose()
        return Answer(response.status_code, response.headers, bytes(body))
