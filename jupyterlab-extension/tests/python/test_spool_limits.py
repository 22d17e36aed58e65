"""A spool is bounded: the oldest go, and are counted once."""

import pytest

from cell_monitor.spool import Record, SpoolFull
from spools import HOUR, numbers

ALL = (500, 10_000_000)


def report_event(report):
    event = {"eventId": f"e-{10_000 + report.count}", "eventType": "client_dropped"}
    return Record(event, "", None, 0, 0)


def test_the_oldest_go_when_there_are_too_many_bytes(open_spool, record):
    spool = open_spool(size=100_000)
    for number in range(600):
        spool.append([record(number, 100)])
    kept = numbers(spool.read(1000, 10_000_000))
    assert kept == list(range(600 - len(kept), 600))
    assert 150 < len(kept) < 300
    assert spool.waiting_bytes <= 100_000
    assert spool.position.dropped == spool.position.report.count == 600 - len(kept)


def test_a_week_of_clock_keeps_what_is_younger_than_a_week(open_spool, record, clock):
    spool = open_spool()
    for number in range(9 * 24):
        spool.append([record(number)])
        clock.now += HOUR
    kept = numbers(spool.read(1000, 10_000_000))
    assert kept == list(range(48, 9 * 24))
    assert open_spool().position.dropped == 48


def test_the_dropped_are_told_once_also_when_a_kill_comes_between(open_spool, record, clock):
    spool = open_spool(age=HOUR)
    spool.append([record(1), record(2)])
    clock.now += 2 * HOUR
    assert open_spool(age=HOUR).position.report.count == 2
    reopened = open_spool(age=HOUR)
    event_id = reopened.position.report.event_id
    assert open_spool(age=HOUR).position.report.event_id == event_id
    assert reopened.take_report(report_event)
    assert not reopened.take_report(report_event)
    assert numbers(reopened.read(*ALL)) == [10_002]
    assert open_spool(age=HOUR).position.report.event_id != event_id


def test_what_went_while_it_was_under_way_is_not_counted_as_dropped(open_spool, record):
    spool = open_spool(size=100_000)
    spool.append([record(number, 100) for number in range(10)])
    under_way = spool.read(*ALL)
    for number in range(10, 600):
        spool.append([record(number, 100)])
    spool.settle(under_way)
    left = len(spool.read(1000, 10_000_000))
    assert spool.position.sent == 10
    assert spool.position.dropped == spool.position.report.count == 600 - 10 - left


def test_what_was_under_way_when_the_student_withdrew_is_no_drop(open_spool, record):
    spool = open_spool()
    spool.append([record(1), record(2)])
    under_way = spool.read(*ALL)
    spool.discard()
    spool.append([record(3)])
    spool.settle(under_way)
    assert (spool.position.dropped, spool.position.report.count) == (0, 0)
    assert numbers(spool.read(*ALL)) == [3]


def test_a_disk_that_fails_keeps_nothing_of_what_was_given(open_spool, record, monkeypatch):
    spool = open_spool()
    spool.append([record(1)])

    def fail(descriptor):
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patched:
        patched.setattr("os.fsync", fail)
        with pytest.raises(SpoolFull):
            spool.append([record(2)])
    spool.append([record(3)])
    assert numbers(spool.read(*ALL)) == [1, 3]
    assert numbers(open_spool().read(*ALL)) == [1, 3]
