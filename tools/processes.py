"""Remembers which processes a run has started, so that the next start can end what a killed one left."""

import contextlib
import json
import os
import signal
import subprocess
import time
from pathlib import Path

from tools.places import RUN

FILE = RUN / "processes.json"


def started_at(pid: int) -> str | None:
    """When the process started, in the kernel's words: with the pid the name of one process. None when it is dead."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        return None if fields[0] in "ZX" else fields[19]
    except OSError:
        if Path("/proc/self/stat").exists():
            return None
    answer = subprocess.run(
        ["ps", "-o", "lstart=", "-p", str(pid)], capture_output=True, text=True, timeout=10, check=False
    )
    return answer.stdout.strip() or None


def record(name: str, pid: int, file: Path = FILE) -> None:
    """Writes down that `pid` is ours."""
    known = _read(file)
    known[name] = {"pid": pid, "started": started_at(pid)}
    new = file.with_name(file.name + ".new")
    new.write_text(json.dumps(known))
    os.replace(new, file)


def forget(file: Path = FILE) -> None:
    """All of them have ended."""
    file.unlink(missing_ok=True)


def end_leftovers(file: Path = FILE, patience: float = 20) -> list[str]:
    """Ends those that still live and are the very ones that were recorded; returns their names."""
    known = _read(file).items()
    left = {name: entry["pid"] for name, entry in known if started_at(entry["pid"]) == entry["started"] is not None}
    for pid in left.values():
        _send(pid, signal.SIGTERM)
    end = time.monotonic() + patience
    while time.monotonic() < end and any(started_at(pid) for pid in left.values()):
        time.sleep(0.05)
    for pid in left.values():
        if started_at(pid):
            _send(pid, signal.SIGKILL)
    forget(file)
    return list(left)


def _send(pid: int, number: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, number)


def _read(file: Path) -> dict[str, dict]:
    try:
        return json.loads(file.read_text())
    except (OSError, ValueError):
        return {}
