"""What the panel shows comes in one answer, and soon."""

import json

import pytest
from test_tokens import tokens_for

from cell_monitor.choice import Choice
from conftest import STUDENT
from receivers import JSON, TOKEN

OWN = "/api/v1/student/me"
WORK = {"today": {"runs": 3, "errors": 1}, "cells": []}


@pytest.fixture
def own_work(recorder):
    """Let the application know the student's work."""
    recorder.routes[TOKEN] = tokens_for()
    recorder.routes[OWN] = lambda _: (200, JSON, json.dumps(WORK))


@pytest.mark.usefixtures("own_work")
async def test_it_holds_the_state_what_was_sent_and_the_own_work(ask, post, recorder, side):
    await post({"eventId": "e-1", "eventType": "cell_executed"})
    await recorder.until(lambda: side.outbox.counts.waiting == 0)
    code, overview = await ask("overview")
    assert code == 200
    assert overview["status"] == {**(await ask("status"))[1], "userName": STUDENT}
    assert overview["sent"] == (await ask("sent"))[1]["events"]
    assert [entry["event"]["eventId"] for entry in overview["sent"]] == ["e-1"]
    assert overview["own"] == WORK


@pytest.mark.usefixtures("own_work")
async def test_a_slow_application_holds_up_only_its_own_part(ask, recorder):
    await ask("choice")
    recorder.delay = 5
    _, overview = await ask("overview")
    assert overview["own"] is None
    assert overview["status"]["state"] == "connected"


@pytest.mark.parametrize(
    "answer", [(500, JSON, "{}"), (200, {"Content-Type": "text/html"}, "{}"), (404, JSON, "{}")]
)
@pytest.mark.usefixtures("own_work")
async def test_an_answer_that_is_none_is_no_work(ask, recorder, answer):
    recorder.routes[OWN] = lambda _: answer
    assert (await ask("overview"))[1]["own"] is None


@pytest.mark.usefixtures("own_work")
async def test_without_consent_nothing_is_asked(ask, recorder, side):
    side.deciding._file.save(Choice())
    assert (await ask("overview"))[1]["own"] is None
    assert recorder.requests == []


async def test_who_has_to_join_has_no_work_and_no_name(ask, recorder):
    recorder.routes[TOKEN] = lambda _: (401, JSON, '{"status":401}')
    await ask("choice")
    recorder.requests.clear()
    _, overview = await ask("overview")
    assert overview["status"]["identity"]["student"] is None
    assert recorder.requests == []
