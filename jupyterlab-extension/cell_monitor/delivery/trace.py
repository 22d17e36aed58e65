"""Where the trace of a request begins."""

from __future__ import annotations

import secrets


def new_traceparent() -> str:
    """Return a header by W3C Trace Context: chance alone, so that it tells nothing of anybody.

    It does not ask for a recording; the application decides that by itself.
    """
    return f"00-{secrets.token_hex(16)}-{secrets.token_hex(8)}-00"
