"""Throws away what earlier runs kept."""

import shutil

from tools.places import RUN

DATA = ("postgres", "redis", "postgres-program", "redis-program")
IDENTITY = ("keyset.json", "passwords.json")
REPORTS = ("env", "truth.json", "application.log", "servers.log", "simulate.log")


def throw_away(given: dict[str, str]) -> None:
    """Removes the data of the embedded servers. Keys and passwords go too, unless they seal a given PostgreSQL."""
    names = DATA + REPORTS + (() if "CELL_MONITOR_PG" in given else IDENTITY)
    for name in names:
        place = RUN / name
        if place.is_dir():
            shutil.rmtree(place)
        else:
            place.unlink(missing_ok=True)
