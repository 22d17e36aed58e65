"""Passwords of the demo: random, made once, kept in `.run/`."""

import json
import os
import secrets
from pathlib import Path

from tools.places import RUN

FILE = RUN / "passwords.json"
SYLLABLES = [consonant + vowel for consonant in "bdfghjkmnprstvz" for vowel in "aeiou"]


def readable() -> str:
    """A password that one can read out: 62 bits in ten syllables, as `tabu-niko-...`."""
    return "-".join("".join(secrets.choice(SYLLABLES) for _ in range(2)) for _ in range(5))


def kept(file: Path = FILE) -> dict[str, str]:
    """The passwords of this clone by their variables' names; made at the first call."""
    try:
        return json.loads(file.read_text())
    except OSError:
        values = {
            "CELL_MONITOR_ADMIN": "admin",
            "CELL_MONITOR_ADMIN_PASSWORD": readable(),
            "CELL_MONITOR_TEACHER": "teacher",
            "CELL_MONITOR_TEACHER_PASSWORD": readable(),
            "CELL_MONITOR_PG_PIPELINE_PASSWORD": secrets.token_hex(16),
            "CELL_MONITOR_PG_WRITER_PASSWORD": secrets.token_hex(16),
            "CELL_MONITOR_PG_READER_PASSWORD": secrets.token_hex(16),
        }
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as out:
        json.dump(values, out)
    return values
