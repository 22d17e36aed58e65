"""A spool in a folder, with a clock in the test's hand."""

import subprocess

import pytest

from cell_monitor.spool import Record, Spool, SpoolLimits

HOUR = 60 * 60 * 1000


class Clock:
    """Milliseconds that pass when the test says so."""

    def __init__(self):
        self.now = 1_795_000_000_000

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def open_spool(tmp_path, clock):
    """Return what opens the spool of the test's folder, again and again."""

    def opened(folder=tmp_path / "1", **limits):
        return Spool(folder, SpoolLimits(**limits), clock)

    return opened


@pytest.fixture
def record(clock):
    """Return what makes a record with a number and so many characters."""

    def made(number, length=20):
        event = {"eventId": f"e-{number}", "eventType": "cell_executed", "code": "あ" * length}
        return Record(event, "山田 花子", None, clock.now, 0)

    return made


def numbers(batch):
    """Return the numbers of the events of a batch."""
    return [int(waiting.record.event["eventId"].removeprefix("e-")) for waiting in batch]


@pytest.fixture
def small_disk(tmp_path):
    """Mount a file system of 256 KiB; that needs root, and is forbidden in most containers."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(folder)]
    mounted = subprocess.run(mount, check=False, capture_output=True, text=True)  # noqa: S603
    if mounted.returncode != 0:
        pytest.skip(f"no file system may be mounted here: {mounted.stderr.strip()}")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)  # noqa: S603, S607
