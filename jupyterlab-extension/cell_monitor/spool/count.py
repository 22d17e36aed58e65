"""Counts what waits in a folder that belongs to another process."""

from __future__ import annotations

from pathlib import Path

from .position import POSITION, Position
from .segment import SUFFIX


def count_waiting(folder: Path) -> tuple[int, int]:
    """Return how many events wait and the bytes of their files. Raises OSError."""
    following = Position.load(folder / POSITION).next
    waiting = size = 0
    for path in folder.glob(f"*{SUFFIX}"):
        first = int(path.name.removesuffix(SUFFIX))
        with path.open("rb") as file:
            end = first + sum(1 for _ in file)
        waiting += max(0, end - max(first, following))
        size += path.stat().st_size
    return waiting, size
