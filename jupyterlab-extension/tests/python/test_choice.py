"""Nothing goes out that the student's choice does not let out."""

import json
import stat

import pytest
from test_tokens import token_answer

from receivers import JSON, TOKEN

RUN = {
    "eventType": "cell_error",
    "notebookPath": "a.ipynb",
    "cellId": "c",
    "code": "secret_plan()",
    "result": "out",
    "errorName": "NameError",
    "errorMessage": "name 'secret_plan' is not defined",
    "traceback": "Traceback",
    "hasError": True,
    "output": "out",
    "metadata": {"size": 3, "draft": "my words"},
}
SEEN = {"notice_seen": True}


def answer_of(response):
    return json.loads(response.body)


@pytest.fixture
def earlier_choice():
    """None: the student is new here."""


@pytest.fixture
def choose(ask):
    async def put(**choice):
        code, content = await ask("choice", "PUT", choice)
        assert code == 200
        return content

    return put


async def test_a_page_that_asks_sees_that_nothing_was_chosen(ask):
    assert await ask("choice") == (
        200,
        {
            "notice_seen": False,
            "agreed": None,
            "consent_required": False,
            "paused": False,
            "level": "everything",
            "scrub": True,
            "turn": "nobody-",
            "turn_before": None,
        },
    )


@pytest.mark.parametrize("asks_first", [True, False])
async def test_nothing_is_taken_before_the_notice_was_seen(
    post, ask, choose, recorder, side, tmp_path, asks_first
):
    if asks_first:
        await ask("choice")
    answer = await post(RUN)
    assert (answer.code, answer_of(answer)) == (202, {"status": "withheld", "reason": "no_consent"})
    assert (await ask("status"))[1]["state"] == "no_consent"
    assert side.outbox.counts.waiting == 0
    assert not [path for path in tmp_path.glob("**/*.events") if path.stat().st_size]
    assert (await choose(**SEEN))["notice_seen"] is True
    assert answer_of(await post(RUN))["status"] == "spooled"
    events = await recorder.until_events(2)
    assert [event["eventType"] for event in events] == ["consent_changed", "cell_error"]


async def test_a_refusal_holds_and_what_waited_is_deleted(post, ask, choose, recorder, side):
    recorder.status = 503
    await choose(**SEEN)
    await post(RUN)
    await choose(agreed=False)
    assert answer_of(await post(RUN))["reason"] == "no_consent"
    recorder.status, taken = 202, len(recorder.requests)
    side.sender.nudge()
    await recorder.until(lambda: side.outbox.counts.waiting == 0)
    # The one that was under way stays out too.
    last = [e["eventType"] for e in json.loads(recorder.requests[-1].body)]
    assert last == ["consent_changed", "consent_changed"]
    assert len(recorder.requests) > taken


async def test_a_pause_keeps_everything_back_until_it_ends(post, ask, choose, recorder):
    await choose(**SEEN, paused=True)
    assert answer_of(await post(RUN)) == {"status": "withheld", "reason": "paused"}
    assert (await ask("status"))[1]["state"] == "paused"
    await choose(paused=False)
    await post(RUN)
    events = await recorder.until_events(3)
    assert [event["eventType"] for event in events] == [
        *("consent_changed", "consent_changed", "cell_error")
    ]
    assert [event["metadata"]["paused"] for event in events[:2]] == [True, False]


async def test_without_code_no_word_of_the_student_is_left(post, choose, recorder):
    await choose(**SEEN, level="no_code")
    await post({**RUN, "note": "my words"})
    event = (await recorder.until_events(2))[1]
    for words in ("secret_plan", "out", "Traceback", "my words"):
        assert words not in json.dumps(event)
    assert event["errorName"] == "NameError"
    assert event["metadata"] == {"size": 3}
    assert event["hasError"] is True


@pytest.mark.parametrize(
    ("event_type", "goes"),
    [
        *((name, True) for name in ("session_start", "session_end", "active", "idle", "help_stop")),
        *((name, True) for name in ("kernel_died", "kernel_restarted", "notebook_closed")),
        *((name, False) for name in ("cell_executed", "cell_error", "cell_edited", "anything")),
    ],
)
async def test_presence_alone_lets_only_presence_through(
    post, choose, recorder, side, event_type, goes
):
    await choose(**SEEN, level="presence")
    await recorder.until(lambda: side.outbox.counts.sent == 1)
    answer = answer_of(await post({**RUN, "eventType": event_type}))
    if not goes:
        assert answer == {"status": "withheld", "reason": "level"}
        assert side.outbox.counts.waiting == 0
        return
    event = (await recorder.until_events(2))[1]
    assert set(event) - {"metadata"} <= {
        *("eventId", "eventType", "eventTime", "notebookPath", "userName", "cellId")
    }


@pytest.mark.parametrize("level", ["no_code", "presence"])
async def test_what_was_dropped_is_counted_at_every_level_and_says_no_more(
    post, choose, recorder, level
):
    await choose(**SEEN, level=level)
    metadata = {"count": 3, "why": "my words"}
    await post({**RUN, "eventType": "client_dropped", "metadata": metadata})
    event = (await recorder.until_events(2))[1]
    assert event["metadata"] == {"count": 3}
    assert "secret_plan" not in json.dumps(event)


async def test_presence_alone_still_lets_ask_for_help_in_words(post, choose, recorder):
    await choose(**SEEN, level="presence")
    opened = {"eventType": "notebook_opened", "cells": [{"id": "c"}], "cellCount": 1}
    asking = {"eventType": "help", "cellId": "c", "metadata": {"message": "助けて", "x": "y"}}
    await post([opened, asking])
    _, first, second = await recorder.until_events(3)
    assert "cells" not in first
    assert "cellCount" not in first
    assert (second["cellId"], second["metadata"]) == ("c", {"message": "助けて"})


@pytest.mark.parametrize(
    ("choice", "field"),
    [
        ({"paused": "yes"}, "paused"),
        ({"notice_seen": None}, "notice_seen"),
        ({"agreed": 1}, "agreed"),
        ({"level": "all"}, "level"),
        ({"level": []}, "level"),
        ({"scrub": 0}, "scrub"),
    ],
)
async def test_a_malformed_choice_is_a_problem_and_changes_nothing(ask, choice, field):
    code, problem = await ask("choice", "PUT", choice)
    assert (code, problem["field"]) == (422, field)
    assert (await ask("choice"))[1]["notice_seen"] is False


async def test_the_choice_outlives_the_server_and_only_the_student_may_read_it(
    choose, side, tmp_path
):
    await choose(**SEEN, level="no_code", paused=True)
    (path,) = tmp_path.glob("**/choice.json")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    # Another server of the same student changes it.
    path.write_text(json.dumps({**json.loads(path.read_text()), "paused": False}))
    assert side.intake.choice.paused is False
    assert side.intake.choice.level == "no_code"
    # What cannot be read for now is not taken for another choice.
    aside = path.rename(path.with_name("aside"))
    path.mkdir()
    assert side.intake.choice.notice_seen is True
    path.rmdir()
    aside.rename(path)
    path.write_text("{")
    assert side.intake.choice.notice_seen is False


class TestConsent:
    """A class that asks for consent."""

    @pytest.fixture
    def cell_monitor_config(self, recorder):
        return {"url": recorder.url, "api_key": "key"}

    async def test_what_waited_before_that_was_known_is_deleted(self, post, ask, choose, recorder):
        recorder.status = 503
        recorder.routes[TOKEN] = lambda request: (503, JSON, "{}")
        await choose(**SEEN)
        assert answer_of(await post(RUN))["status"] == "spooled"
        recorder.routes[TOKEN] = lambda request: token_answer(consent_required=True)
        assert (await ask("choice"))[1]["consent_required"] is True
        assert answer_of(await post(RUN))["reason"] == "no_consent"
        await choose(agreed=True)
        assert answer_of(await post(RUN))["status"] == "spooled"
        _, status = await ask("status")
        # Two changes of the choice and the last run.
        assert status["waiting"] == 3
