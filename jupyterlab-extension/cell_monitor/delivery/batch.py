"""The body of a request."""

from __future__ import annotations

import gzip
import json
from typing import Any

MAXIMUM_EVENTS = 250
"""The application takes 500; smaller requests are retried at less cost."""

MAXIMUM_BYTES = 512 * 1024
"""The application takes 1 MiB; room is left for what is added to each event."""

_WORTH_COMPRESSING = 1024


def encode(events: list[dict[str, Any]]) -> tuple[bytes, dict[str, str]]:
    """Return a body and the headers that describe it."""
    try:
        body = json.dumps(events, ensure_ascii=False, separators=(",", ":")).encode()
    except UnicodeEncodeError:
        # Half of a pair of surrogates, which only JSON's own escapes can carry.
        body = json.dumps(events).encode()
    headers = {"Content-Type": "application/json"}
    if len(body) > _WORTH_COMPRESSING:
        body = gzip.compress(body, compresslevel=5, mtime=0)
        headers["Content-Encoding"] = "gzip"
    return body, headers
