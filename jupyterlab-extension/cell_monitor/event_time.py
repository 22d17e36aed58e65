"""Times as events say them."""

from __future__ import annotations

import math
from datetime import datetime, timezone
from typing import Any


def iso_time(milliseconds: int) -> str:
    """Return a time of the epoch as ISO 8601 in UTC with milliseconds.

    Raises ValueError or OverflowError outside the years 1 to 9999.
    """
    moment = datetime.fromtimestamp(milliseconds / 1000, timezone.utc)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def read_time(said: Any) -> int | None:
    """Read ISO 8601 with a zone, or milliseconds of the epoch; None if it is neither."""
    if isinstance(said, bool):
        return None
    if isinstance(said, int | float):
        return int(said) if math.isfinite(said) and abs(said) < 2**53 else None
    try:
        # Python 3.10 does not read the "Z" itself.
        moment = datetime.fromisoformat(str(said).replace("Z", "+00:00"))
        return None if moment.tzinfo is None else int(moment.timestamp() * 1000)
    except (ValueError, OverflowError):
        return None
