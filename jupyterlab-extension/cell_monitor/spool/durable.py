"""Files that survive a cut of the power and that only their owner may read."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path


def make_private_folder(folder: Path) -> None:
    """Make a folder, 0700, with those above it. Raises OSError."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    # Folders of an earlier version, or of a wide umask of the parents, are narrowed too.
    folder.chmod(0o700)


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk. Raises OSError."""
    if os.name == "nt":
        # Windows has no such call; its file systems journal names themselves.
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write_private(path: Path, content: bytes) -> None:
    """Put a file, 0600, in the place of the one that was there: wholly or not at all.

    Raises OSError; what was there stays then.
    """
    beside = path.with_name(path.name + ".new")
    try:
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        try:
            write_fully(descriptor, content)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        os.replace(beside, path)
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def write_fully(descriptor: int, content: bytes) -> None:
    """Write everything; a file system may take a part at a time. Raises OSError."""
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(descriptor, rest) :]
