"""The student's disk is full: said so, and nothing of what was taken is lost."""

import asyncio
import contextlib
import json

import pytest

LONG = {"eventType": "cell_executed", "code": "x" * 20_000}


class TestFullDisk:
    """Data on a file system of 256 KiB."""

    @pytest.fixture
    def cell_monitor_config(self, recorder, small_disk):
        return {"url": recorder.url, "data_folder": str(small_disk)}

    async def test_it_says_507_and_goes_on_when_there_is_room(self, post, ask, recorder, side):
        recorder.status = 503
        answers = [await post(LONG) for _ in range(30)]
        taken = [answer.code for answer in answers].count(202)
        assert [answer.code for answer in answers] == [202] * taken + [507] * (30 - taken)
        assert 3 < taken < 15
        assert answers[-1].headers["Content-Type"] == "application/problem+json"
        assert json.loads(answers[-1].body)["status"] == 507
        assert (await ask("status"))[1]["state"] == "disk_full"
        # That what waits can still be read and tried says nothing of the room.
        tries = len(recorder.requests)
        side.sender.nudge()
        await recorder.until(lambda: len(recorder.requests) > tries)
        await asyncio.sleep(0.2)
        assert (await ask("status"))[1]["state"] == "disk_full"
        recorder.status = 202
        side.sender.nudge()
        await recorder.until(lambda: side.outbox.counts.waiting == 0)
        assert side.outbox.counts.sent == taken
        assert (await post(LONG)).code == 202
        await recorder.until(lambda: side.outbox.counts.sent == taken + 1)
        assert (await ask("status"))[1]["state"] == "connected"


class TestChoiceOnFullDisk:
    """The student answers the notice while there is no room for that."""

    @pytest.fixture
    def earlier_choice(self):
        """None: the student is new here."""

    @pytest.fixture
    def cell_monitor_config(self, recorder, small_disk):
        return {"url": recorder.url, "data_folder": str(small_disk)}

    async def test_the_choice_is_on_the_disk_before_what_is_taken_under_it(
        self, post, ask, side, small_disk
    ):
        full = small_disk / "full"
        with contextlib.suppress(OSError):
            full.write_bytes(b"x" * 300_000)
        await ask("choice", "PUT", {"notice_seen": True})
        assert not list(small_disk.glob("**/choice.json"))
        full.unlink()
        assert (await post({"eventType": "cell_executed"})).code == 202
        (kept,) = small_disk.glob("**/choice.json")
        assert json.loads(kept.read_text())["notice_seen"] is True
