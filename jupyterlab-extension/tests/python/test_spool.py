"""What is in the spool stays there, in order, until it is settled."""

import os
import stat
from pathlib import Path

import pytest

from cell_monitor.spool import claim_folder, claim_left_folders
from spools import numbers

ALL = (500, 10_000_000)


def test_events_come_out_in_their_order_and_stay_until_they_are_settled(open_spool, record):
    spool = open_spool()
    spool.append([record(1), record(2)])
    spool.append([record(3)])
    assert numbers(spool.read(*ALL)) == [1, 2, 3]
    assert numbers(spool.read(2, 10_000)) == [1, 2]
    spool.settle(spool.read(2, 10_000))
    assert numbers(spool.read(*ALL)) == [3]
    assert (spool.waiting, spool.position.sent) == (1, 2)


def test_a_batch_has_its_size_but_at_least_one_event(open_spool, record):
    spool = open_spool()
    spool.append([record(number, 100) for number in range(5)])
    assert numbers(spool.read(500, 1)) == [0]
    size = spool.read(500, 1)[0].size
    assert numbers(spool.read(500, 2 * size)) == [0, 1]


def test_a_new_server_goes_on_where_the_last_one_ended(open_spool, record):
    spool = open_spool()
    spool.append([record(1), record(2), record(3)])
    spool.settle(spool.read(1, 10_000))
    again = open_spool()
    assert numbers(again.read(*ALL)) == [2, 3]
    assert (again.waiting, again.position.sent) == (2, 1)
    assert again.waiting_bytes == spool.waiting_bytes > 0
    again.append([record(4)])
    again.settle(again.read(*ALL))
    assert (again.waiting, again.waiting_bytes) == (0, 0)
    assert open_spool().read(*ALL) == []


@pytest.mark.parametrize("torn", [b"0", b"00000000 {", b"00000000 {}\n"])
def test_a_torn_tail_is_cut_and_what_comes_then_is_whole(open_spool, record, tmp_path, torn):
    open_spool().append([record(1)])
    (segment,) = (tmp_path / "1").glob("*.events")
    with segment.open("ab") as file:
        file.write(torn)
    spool = open_spool()
    spool.append([record(2)])
    assert numbers(open_spool().read(*ALL)) == [1, 2]


def test_a_spoiled_line_costs_itself_alone_and_is_counted(open_spool, record, tmp_path):
    open_spool().append([record(1), record(2), record(3)])
    (segment,) = (tmp_path / "1").glob("*.events")
    segment.write_bytes(segment.read_bytes().replace(b"e-2", b"e-X"))
    spool = open_spool()
    spool.settle(spool.read(*ALL))
    assert numbers(spool.read(*ALL)) == [3]
    assert spool.position.dropped == 1


def test_many_segments_are_one_row(open_spool, record, tmp_path):
    spool = open_spool(size=1_000_000)
    for number in range(600):
        spool.append([record(number, 100)])
    assert len(list((tmp_path / "1").glob("*.events"))) > 3
    seen = []
    spool = open_spool(size=1_000_000)
    while batch := spool.read(70, 10_000_000):
        seen += numbers(batch)
        spool.settle(batch)
    assert seen == list(range(600))
    assert spool.waiting == 0
    assert len(list((tmp_path / "1").glob("*.events"))) <= 1


def test_only_the_student_may_read_it(open_spool, record, tmp_path):
    os.umask(0)
    spool = open_spool()
    spool.append([record(1)])
    spool.settle(spool.read(*ALL))
    assert stat.S_IMODE((tmp_path / "1").stat().st_mode) == 0o700
    modes = {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "1").iterdir()}
    assert modes == {0o600}


def test_what_the_student_takes_back_is_gone_from_the_disk(open_spool, record, tmp_path):
    spool = open_spool()
    spool.append([record(1)])
    spool.discard()
    assert list((tmp_path / "1").glob("*.events")) == []
    spool.append([record(2)])
    assert numbers(open_spool().read(*ALL)) == [2]


def test_what_is_kept_of_it_is_never_away_from_the_disk(open_spool, record, monkeypatch):
    spool = open_spool()
    spool.append([record(1), record(2)])

    def killed(path, missing_ok=False):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", killed)
        with pytest.raises(KeyboardInterrupt):
            spool.discard([record(2)])
    assert numbers(open_spool().read(*ALL))[-1] == 2
    spool = open_spool()
    spool.discard([record(2)])
    assert numbers(spool.read(*ALL)) == numbers(open_spool().read(*ALL)) == [2]


def test_a_folder_has_one_owner_and_what_is_left_is_found(tmp_path):
    first, second = claim_folder(tmp_path), claim_folder(tmp_path)
    assert (first.path.name, second.path.name) == ("1", "2")
    assert list(claim_left_folders(tmp_path, second.path)) == []
    first.release()
    assert [left.path.name for left in claim_left_folders(tmp_path, second.path)] == ["1"]
