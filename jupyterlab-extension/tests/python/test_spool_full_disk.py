"""A real file system that is full."""

import contextlib

import pytest

from cell_monitor.spool import Spool, SpoolFull, SpoolLimits
from spools import numbers


def fill(spool, record):
    """Append until the disk is full; return what was taken."""
    taken = []
    with contextlib.suppress(SpoolFull):
        for number in range(10_000):
            spool.append([record(number, 1000)])
            taken.append(number)
    return taken


def test_what_was_taken_stays_and_room_is_used_again(small_disk, record, clock):
    spool = Spool(small_disk / "1", SpoolLimits(), clock)
    taken = fill(spool, record)
    assert 20 < len(taken) < 100
    with pytest.raises(SpoolFull):
        spool.append([record(9_999, 1000)])
    # After a kill too, whole events only.
    spool = Spool(small_disk / "1", SpoolLimits(), clock)
    batch = spool.read(10_000, 10_000_000)
    assert numbers(batch) == taken
    spool.settle(batch)
    spool.append([record(1)])
    assert numbers(Spool(small_disk / "1", SpoolLimits(), clock).read(10, 10_000)) == [1]
