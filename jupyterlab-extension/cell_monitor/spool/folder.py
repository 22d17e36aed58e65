"""Which folder a server may use: one owner each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from filelock import FileLock, Timeout

from .durable import make_private_folder


@dataclass(frozen=True)
class ClaimedFolder:
    """A folder that is ours until it is released or this process ends, however it ends."""

    path: Path
    lock: FileLock

    def release(self) -> None:
        """Leave it to others."""
        self.lock.release()


def claim_folder(base: Path) -> ClaimedFolder:
    """Claim the first folder that no other server has. Raises OSError."""
    for number in count(1):
        folder = base / str(number)
        make_private_folder(folder)
        claimed = _claim(folder)
        if claimed is not None:
            return claimed
    raise AssertionError("there is always one more")


def claim_left_folders(base: Path, own: Path) -> Iterator[ClaimedFolder]:
    """Claim, one after the other, the folders that their servers have left. Raises OSError."""
    for folder in sorted(base.iterdir()):
        if folder != own and folder.name.isdigit():
            claimed = _claim(folder)
            if claimed is not None:
                yield claimed


def _claim(folder: Path) -> ClaimedFolder | None:
    # Threads come and go; the folder is the process's.
    lock = FileLock(folder / "lock", mode=0o600, thread_local=False)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return None
    return ClaimedFolder(folder, lock)
