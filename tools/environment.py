"""`.run/env`: what other programs need to know of the running application, as shell exports."""

import os
import shlex
from pathlib import Path

from tools.places import RUN

FILE = RUN / "env"
GIVEN_SERVERS = (
    "CELL_MONITOR_PG",
    "CELL_MONITOR_REDIS",
    "CELL_MONITOR_INFLUX_URL",
    "CELL_MONITOR_INFLUX_TOKEN",
    "CELL_MONITOR_INFLUX_ORG",
    "CELL_MONITOR_INFLUX_BUCKET",
)
WRITTEN = (
    "CELL_MONITOR_URL",
    "CELL_MONITOR_MANAGEMENT_URL",
    "CELL_MONITOR_PG",
    "CELL_MONITOR_REDIS",
    "CELL_MONITOR_CLASS",
    "CELL_MONITOR_JOIN_CODE",
    "CELL_MONITOR_TEACHER",
    "CELL_MONITOR_TEACHER_PASSWORD",
    "CELL_MONITOR_ADMIN",
    "CELL_MONITOR_ADMIN_PASSWORD",
    "CELL_MONITOR_PID",
    "CELL_MONITOR_RUN",
)


def given_servers(environment: dict[str, str]) -> dict[str, str]:
    """The servers that the caller wants used. None where CELL_MONITOR_RUN is set: those come from an old `.run/env`."""
    if environment.get("CELL_MONITOR_RUN"):
        return {}
    return {name: environment[name] for name in GIVEN_SERVERS if environment.get(name)}


def without_old(environment: dict[str, str]) -> dict[str, str]:
    """The environment without what an earlier `.run/env` or another run put there."""
    return {name: value for name, value in environment.items() if name not in WRITTEN + GIVEN_SERVERS}


def write(values: dict[str, str], file: Path = FILE) -> None:
    """Replaces the file at once: a reader sees the old or the new, never a half."""
    lines = [f"export {name}={shlex.quote(value)}\n" for name, value in values.items()]
    new = file.with_name(file.name + ".new")
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as out:
        out.writelines(lines)
    os.replace(new, file)


def read(file: Path = FILE) -> dict[str, str]:
    """What the file exports; empty when there is none."""
    try:
        words = shlex.split(file.read_text(), comments=True)
    except OSError:
        return {}
    return dict(word.split("=", 1) for word in words if "=" in word)
