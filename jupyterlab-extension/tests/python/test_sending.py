"""What is spooled goes to the application as it should."""

import asyncio
import contextlib
import json
import re

import pytest

from cell_monitor.application import Answer
from cell_monitor.delivery.backoff import Backoff
from conftest import API_KEY, STUDENT
from receivers import EVENTS, read_body

RUN = {"eventId": "e", "eventType": "cell_executed", "code": "print(1)"}


def runs(*numbers):
    return [{**RUN, "eventId": str(number)} for number in numbers]


async def test_one_event_is_spooled_and_goes_on(post, recorder):
    answer = await post(RUN)
    assert answer.code == 202
    assert json.loads(answer.body) == {"status": "spooled", "accepted": 1}
    (event,) = await recorder.until_events(1)
    assert (event["code"], event["userName"]) == ("print(1)", STUDENT)
    assert recorder.requests[-1].path == EVENTS


async def test_a_list_stays_in_its_order(post, recorder):
    assert json.loads((await post(runs(1, 2, 3))).body)["accepted"] == 3
    await post(runs(4))
    events = await recorder.until_events(4)
    assert [event["eventId"] for event in events] == ["1", "2", "3", "4"]


async def test_an_event_without_an_id_gets_one(post, recorder):
    await post([{"eventType": "help"}, {"eventType": "help"}])
    first, second = await recorder.until_events(2)
    assert len({first["eventId"], second["eventId"]}) == 2


@pytest.mark.parametrize("event_id", ["x" * 65, {"an": "object"}, "", ["x" * 1000]])
async def test_an_id_that_the_application_would_drop_becomes_one_of_ours(post, recorder, event_id):
    await post({"eventType": "help", "eventId": event_id})
    (event,) = await recorder.until_events(1)
    assert len(event["eventId"]) == 36


async def test_an_event_that_the_page_posts_again_goes_once(post, recorder):
    await post(RUN)
    await recorder.until_events(1)
    assert json.loads((await post([RUN, {**RUN, "eventId": "f"}])).body)["accepted"] == 2
    await recorder.until_events(2)
    assert [event["eventId"] for event in recorder.events] == ["e", "f"]


async def test_the_open_door_gets_no_credential_and_no_cookie(post, recorder):
    await post(RUN, Cookie="secret=1")
    await recorder.until_events(1)
    headers = recorder.requests[-1].headers
    assert "Authorization" not in headers
    assert "Cookie" not in headers
    assert "secret" not in str(headers)


async def test_every_request_begins_a_trace_of_its_own_that_asks_for_nothing(post, recorder):
    await post(RUN)
    await recorder.until_events(1)
    await post({**RUN, "eventId": "f"})
    await recorder.until_events(2)
    first, second = (request.headers["traceparent"] for request in recorder.at(EVENTS))
    for header in (first, second):
        assert re.fullmatch("00-[0-9a-f]{32}-[0-9a-f]{16}-00", header)
    assert first[3:35] != second[3:35]


async def test_more_than_a_kibibyte_is_compressed(post, recorder):
    await post(RUN)
    await recorder.until_events(1)
    await post({**RUN, "eventId": "long", "result": "あ" * 5000})
    await recorder.until_events(2)
    small, large = recorder.at(EVENTS)
    assert "Content-Encoding" not in small.headers
    assert large.headers["Content-Encoding"] == "gzip"
    assert len(large.body) < 1000
    assert read_body(large)[0]["result"] == "あ" * 5000


async def test_half_a_surrogate_costs_nothing(post, recorder):
    await post('[{"eventId":"1","eventType":"x","code":"\\ud800"},{"eventType":"y"}]')
    events = await recorder.until_events(2)
    assert events[0]["code"] == "\ud800"


@pytest.mark.parametrize("body", ["[NaN]", '{"eventType":"x","n":Infinity}'])
async def test_what_only_python_takes_for_json_is_refused(post, body):
    assert (await post(body)).code == 400


async def test_what_is_no_event_is_named_and_costs_the_others_nothing(post, recorder):
    answer = json.loads((await post(["not an event", RUN])).body)
    assert (answer["accepted"], [entry["index"] for entry in answer["rejected"]]) == (1, [0])
    assert len(await recorder.until_events(1)) == 1
    assert (await post(["no", 1])).code == 422


class TestWithKey:
    """A trusted deployment."""

    @pytest.fixture
    def cell_monitor_config(self, recorder):
        return {"url": recorder.url + "/", "api_key": API_KEY, "class_id": "class-1"}

    async def test_the_key_is_the_credential_and_the_class_is_named(self, post, recorder):
        await post({**RUN, "classId": "claimed"})
        (event,) = await recorder.until_events(1)
        assert recorder.requests[-1].headers["Authorization"] == f"Bearer {API_KEY}"
        assert event["classId"] == "class-1"


class TestUnreachable:
    """Nothing listens at the configured address."""

    @pytest.fixture
    def cell_monitor_config(self):
        return {"url": "http://127.0.0.1:1", "api_key": API_KEY}

    async def test_it_is_spooled_all_the_same_and_said_without_a_secret(
        self, post, ask, side, recorder, caplog
    ):
        assert (await post(RUN)).code == 202
        await recorder.until(lambda: side.sender.standing.failing)
        _, status = await ask("status")
        assert (status["state"], status["waiting"]) == ("unreachable", 1)
        assert status["last_error"]["status"] is None
        for text in (str(status), caplog.text):
            assert API_KEY not in text
            assert "print(1)" not in text

    async def test_a_test_hears_of_it_at_once(self, post):
        answer = await post({"test_id": "t-1", **RUN})
        assert answer.code == 502
        assert answer.headers["Content-Type"] == "application/problem+json"


class TestSlow:
    """The application takes longer than the limit."""

    @pytest.fixture
    def cell_monitor_config(self, recorder):
        return {"url": recorder.url, "request_timeout": 0.2}

    async def test_is_a_gateway_timeout_for_a_test(self, post, recorder):
        recorder.delay = 2
        assert (await post({"test_id": "t-1", **RUN})).code == 504


async def test_a_fault_of_ours_stops_nothing_and_tells_nothing(
    post, recorder, side, monkeypatch, caplog
):
    side.sender.backoff = Backoff(first=0.01, cap=0.02)

    def fail(batch, student):
        raise KeyError(batch[0].record.event["code"])

    with monkeypatch.context() as patched:
        patched.setattr("cell_monitor.delivery.sender.select", fail)
        await post(RUN)
        await recorder.until(lambda: "KeyError" in caplog.text)
    await recorder.until_events(1)
    assert "print(1)" not in caplog.text


async def test_the_end_comes_although_a_cancellation_is_lost(post, side, recorder, monkeypatch):
    side.sender.backoff = Backoff(first=0.001, cap=0.001)

    async def lose(*_, **__):
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.sleep(0.05)
        return Answer(503, {}, b"{}")

    monkeypatch.setattr(side.application, "request", lose)
    await post(RUN)
    await recorder.until(lambda: side.sender.standing.failing)
    running = set(side._tasks)
    await side.stop()
    assert all(task.done() for task in running)
