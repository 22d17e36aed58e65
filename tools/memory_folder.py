"""A folder in memory for servers of tests: their fsyncs must not wait for what else is written to the disk."""

import contextlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

SHARED_MEMORY = Path("/dev/shm")
ENOUGH = 6 << 30


@contextlib.contextmanager
def memory_folder(parent: Path = SHARED_MEMORY, enough: int = ENOUGH) -> Iterator[Path | None]:
    """A folder in `parent` that is gone afterwards; None where there is no such room, or programs may not be run from it."""
    if not parent.is_dir() or shutil.disk_usage(parent).free < enough:
        yield None
        return
    folder = Path(tempfile.mkdtemp(prefix="cell-monitor-", dir=parent))
    # PostgreSQL's user works below it too.
    folder.chmod(0o1777)
    try:
        yield folder if runs_programs(folder) else None
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def runs_programs(folder: Path) -> bool:
    """Whether a program in the folder can be run; containers often forbid it."""
    program = folder / "program"
    program.write_text("#!/bin/sh\nexit 0\n")
    program.chmod(0o755)
    try:
        return subprocess.run([str(program)], check=False, timeout=30).returncode == 0
    except OSError:
        return False
    finally:
        os.unlink(program)
