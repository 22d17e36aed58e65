"""What other servers and other addresses have left on the disk."""

import json

import pytest

from cell_monitor.delivery.shelf import Shelf
from cell_monitor.spool import Spool, SpoolLimits
from spools import HOUR, numbers


@pytest.fixture
def open_shelf(tmp_path, clock):
    def opened(name="here"):
        return Shelf(tmp_path / name, SpoolLimits(), clock)

    return opened


def waiting_in(path, clock):
    return numbers(Spool(path, SpoolLimits(), clock).read(500, 1_000_000))


def test_what_a_dead_server_left_is_taken_over_while_we_run(open_shelf, record):
    living, dying = open_shelf(), open_shelf()
    living.append([record(1)])
    dying.append([record(2), record(3), record(4)])
    assert living.adopt() is False
    dying.close()
    assert living.adopt() is True
    assert numbers(living.read(500, 1_000_000)) == [1, 2, 3, 4]
    assert living.adopt() is False


def test_what_is_rejected_is_set_aside_and_what_is_withdrawn_is_deleted(
    open_shelf, record, tmp_path
):
    shelf = open_shelf()
    shelf.append([record(number) for number in range(4)])
    batch = shelf.read(2, 1_000_000)
    shelf.settle(batch, {1: "Because."})
    (line,) = (tmp_path / "here/set-aside.jsonl").read_text().splitlines()
    assert (json.loads(line)["event"]["eventId"], json.loads(line)["reason"]) == ("e-1", "Because.")
    kept = shelf.discard(lambda waiting: waiting.event["eventId"] == "e-3")
    assert numbers(kept) == numbers(shelf.read(500, 1_000_000)) == [3]


def test_what_is_kept_whole_is_not_sent_again(open_shelf, record):
    shelf = open_shelf()
    shelf.append([record(1), record(2)])
    batch = shelf.read(500, 1_000_000)
    shelf.discard(lambda waiting: True)
    assert shelf.is_first(batch)
    shelf.settle(batch, {})
    assert shelf.read(500, 1_000_000) == []


def test_what_waits_for_another_address_stays_there_until_it_is_too_old(
    open_shelf, record, clock, tmp_path
):
    former = open_shelf("there")
    former.append([record(1)])
    former.close()
    shelf = open_shelf()
    assert shelf.open() == []
    shelf.close()
    assert waiting_in(tmp_path / "there/1", clock) == [1]
    clock.now += 8 * 24 * HOUR
    open_shelf().open()
    assert not list((tmp_path / "there/1").glob("*.events"))


def test_a_batch_is_first_until_what_is_before_it_comes_back_or_goes(open_shelf, record):
    shelf = open_shelf()
    shelf.append([record(1), record(2), record(3)])
    batch = shelf.read(500, 1_000_000)
    assert shelf.is_first(batch)
    assert not shelf.is_first(batch[1:])
    shelf.settle(batch[:1], {})
    assert shelf.is_first(batch[1:])
    assert not shelf.is_first(batch)


def test_the_last_fifty_that_wait_are_shown(open_shelf, record):
    shelf = open_shelf()
    shelf.append([record(number) for number in range(120)])
    shelf.close()
    assert numbers(open_shelf().open()) == list(range(70, 120))
