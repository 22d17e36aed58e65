"""How much a spool may hold."""

from __future__ import annotations

from dataclasses import dataclass

_HOUR = 60 * 60 * 1000


@dataclass(frozen=True)
class SpoolLimits:
    """Above these the oldest events go."""

    size: int = 64 * 1024 * 1024
    """Bytes of all events that wait."""

    age: int = 7 * 24 * _HOUR
    """Milliseconds for which an event may wait."""

    @property
    def segment_size(self) -> int:
        """Bytes after which a new segment begins; whole segments go at once."""
        return max(4096, min(1024 * 1024, self.size // 16))

    @property
    def segment_age(self) -> int:
        """Milliseconds after which a new segment begins."""
        return min(_HOUR, max(1, self.age // 16))
