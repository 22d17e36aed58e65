"""One ./dev run or ./dev servers in a clone at a time."""

import fcntl
import os

from tools.failure import Failure
from tools.places import RUN, named

FILE = RUN / "lock"


def hold() -> int:
    """Takes the lock for the life of this process, kill -9 included; fails when another has it."""
    RUN.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(FILE, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise Failure(
            f"It runs already in this clone: source {named(RUN / 'env')}, or stop it there with Ctrl-C."
        ) from None
    return descriptor
