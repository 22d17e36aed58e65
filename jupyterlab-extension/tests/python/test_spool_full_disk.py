"""A real file system that is full, or allows no larger file."""

import contextlib
import os
import resource
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from cell_monitor.spool import Spool, SpoolFull, SpoolLimits
from spools import numbers

ALL = (10_000, 10_000_000)
LONG = 10_000
"""Characters of an event that takes several pages of a disk: a part of it fits at the end."""


@dataclass(frozen=True)
class Scarce:
    """A folder with little room, and what gives it more."""

    folder: Path
    make_room: Callable[[], None]


@pytest.fixture
def full_disk(small_disk):
    """Return a disk of which something else holds one half."""
    other = small_disk / "other"
    other.write_bytes(b"x" * 128 * 1024)
    return Scarce(small_disk / "1", other.unlink)


@pytest.fixture
def quota(tmp_path):
    """Return a folder whose files may have 100,000 bytes; that needs no root."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)

    def lift():
        resource.setrlimit(resource.RLIMIT_FSIZE, before)

    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, before[1]))
    yield Scarce(tmp_path / "1", lift)
    lift()


def fill(spool, record, length=1000):
    """Append until there is no room; return what was taken."""
    taken = []
    with contextlib.suppress(SpoolFull):
        for number in range(10_000):
            spool.append([record(number, length)])
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
    batch = spool.read(*ALL)
    assert numbers(batch) == taken
    spool.settle(batch)
    spool.append([record(1)])
    assert numbers(Spool(small_disk / "1", SpoolLimits(), clock).read(*ALL)) == [1]


@pytest.mark.parametrize("cause", ["full_disk", "quota"])
def test_half_an_event_spoils_none_that_comes_when_there_is_room(cause, request, record, clock):
    scarce = request.getfixturevalue(cause)
    spool = Spool(scarce.folder, SpoolLimits(), clock)
    taken = fill(spool, record, LONG)
    assert 2 < len(taken) < 10
    scarce.make_room()
    spool.append([record(100, LONG)])
    spool.append([record(101)])
    assert numbers(spool.read(*ALL)) == [*taken, 100, 101]
    # After a kill too.
    spool = Spool(scarce.folder, SpoolLimits(), clock)
    assert numbers(spool.read(*ALL)) == [*taken, 100, 101]
    assert spool.position.dropped == 0


def test_half_an_event_that_cannot_be_cut_spoils_none_either(quota, record, clock, monkeypatch):
    def refuse(*_):
        raise OSError

    spool = Spool(quota.folder, SpoolLimits(), clock)
    with monkeypatch.context() as broken:
        broken.setattr(os, "truncate", refuse)
        taken = fill(spool, record, LONG)
        quota.make_room()
        spool.append([record(100)])
        assert numbers(spool.read(*ALL)) == [*taken, 100]
    assert numbers(Spool(quota.folder, SpoolLimits(), clock).read(*ALL)) == [*taken, 100]


def test_what_is_kept_when_the_student_withdraws_finds_room(full_disk, record, clock):
    spool = Spool(full_disk.folder, SpoolLimits(), clock)
    *_, last = fill(spool, record, LONG)
    spool.discard([record(last, LONG), record(last + 1, LONG)])
    reopened = Spool(full_disk.folder, SpoolLimits(), clock)
    assert numbers(reopened.read(*ALL)) == [last, last + 1]
