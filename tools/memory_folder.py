"""A folder in memory for servers of tests: their fsyncs must not wait for what else is written to the disk."""

import contextlib
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

SHARED_MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it
ENOUGH = 6 << 30
# What browsers, JVMs and the build want beside it: a machine that runs out of memory ends the whole run without a word.
PROGRAMS = 6 << 30
# A container may have less memory than its machine, and a larger /dev/shm than that (limit and use, cgroup v2 and v1).
LIMITS = (
    ("/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory.current"),
    ("/sys/fs/cgroup/memory/memory.limit_in_bytes", "/sys/fs/cgroup/memory/memory.usage_in_bytes"),
)


@contextlib.contextmanager
def memory_folder(parent: Path = SHARED_MEMORY, enough: int = ENOUGH) -> Iterator[Path | None]:
    """A folder in `parent` that is gone afterwards; None without room or memory, or where no program may run."""
    if not parent.is_dir() or room(parent, memory_left()) < enough:
        yield None
        return
    folder = Path(tempfile.mkdtemp(prefix="cell-monitor-", dir=parent))
    # PostgreSQL's user works below it too.
    folder.chmod(0o1777)
    try:
        yield folder if runs_programs(folder) else None
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def room(parent: Path, memory: int) -> int:
    """Bytes that files below `parent` may take: what its file system has, at most what memory has beside programs."""
    return min(shutil.disk_usage(parent).free, memory - PROGRAMS)


def memory_left(machine: Path = Path("/proc/meminfo"), limits: Iterable[tuple[str, str]] = LIMITS) -> int:
    """Bytes of memory that this process and its children may still use; a large number where nothing says."""
    left = [1 << 60]
    with contextlib.suppress(OSError):
        said = re.search(r"^MemAvailable:\s+(\d+) kB", machine.read_text(), re.MULTILINE)
        left += [int(said[1]) << 10] if said else []
    for limit, used in limits:
        # No such file, or "max": no limit.
        with contextlib.suppress(OSError, ValueError):
            left.append(int(Path(limit).read_text()) - int(Path(used).read_text()))
    return min(left)


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
