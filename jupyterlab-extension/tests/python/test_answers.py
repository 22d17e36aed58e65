"""The rule for every kind of answer."""

import json
import stat

import pytest

from cell_monitor.application.answer import MAXIMUM_PAUSE, Answer
from cell_monitor.delivery.backoff import Backoff
from cell_monitor.event_time import read_time
from receivers import EVENTS, JSON, TOKEN, read_events

PROBLEM = {"Content-Type": "application/problem+json"}


def runs(*numbers):
    return [{"eventId": str(number), "eventType": "cell_executed"} for number in numbers]


def event_ids(request):
    return [event["eventId"] for event in read_events(request)]


@pytest.fixture(autouse=True)
def _short_pauses(side):
    side.sender.backoff = Backoff(first=0.01, cap=0.05)


@pytest.fixture
def set_aside(side, tmp_path):
    """Return what gives the events that were set aside and why."""

    def read():
        (path,) = tmp_path.glob("**/set-aside.jsonl")
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        lines = [json.loads(line) for line in path.read_text().splitlines()]
        return {line["event"]["eventId"]: line["reason"] for line in lines}

    return read


def spoiled_by(*bad, status=422):
    """Answer as the application that refuses a request with one of these events."""

    def answer(request):
        if set(bad) & set(event_ids(request)):
            return status, PROBLEM, json.dumps({"status": status, "detail": "Because."})
        return 202, JSON, '{"status":"received","rejected":[]}'

    return answer


@pytest.mark.parametrize("status", [301, 307, 401, 403, 404, 408, 409, 429, 500, 502, 503, 504])
async def test_what_may_pass_is_kept_and_tried_again(post, ask, recorder, side, status):
    recorder.status, recorder.headers = status, {**PROBLEM, "Location": "/elsewhere"}
    await post(runs(1, 2))
    await recorder.until(lambda: len(recorder.at(EVENTS)) >= 3)
    assert {request.path for request in recorder.requests} == {EVENTS}
    assert (await ask("status"))[1]["waiting"] == 2
    error = (await ask("status"))[1]["last_error"]
    assert error["status"] == status
    assert abs(read_time(error["at"]) - side.clock.local()) < 60_000
    recorder.status, recorder.headers = 202, JSON
    await recorder.until(lambda: side.outbox.counts.waiting == 0)
    assert {tuple(event_ids(request)) for request in recorder.at(EVENTS)} == {("1", "2")}
    assert (await ask("status"))[1]["sent"] == 2


@pytest.mark.parametrize("status", [400, 413, 422])
async def test_a_bad_event_is_alone_in_the_end_and_set_aside(
    post, ask, recorder, side, set_aside, status
):
    recorder.routes[EVENTS] = spoiled_by("3", "17", status=status)
    await post(runs(*range(20)))
    await recorder.until(lambda: side.outbox.counts.sent + side.outbox.counts.set_aside == 20)
    assert set_aside() == {"3": "Because.", "17": "Because."}
    good = [
        e for r in recorder.at(EVENTS) for e in event_ids(r) if not {"3", "17"} & {*event_ids(r)}
    ]
    assert good == [str(number) for number in range(20) if number not in (3, 17)]
    _, sent = await ask("sent")
    states = {entry["event"]["eventId"]: entry["state"] for entry in sent["events"]}
    assert all(read_time(entry["at"]) for entry in sent["events"])
    assert [states["2"], states["3"], states["17"]] == ["accepted", "set_aside", "set_aside"]


async def test_what_is_rejected_in_a_list_is_set_aside_with_its_reason(
    post, recorder, side, set_aside
):
    recorder.body = '{"status":"received","rejected":[{"index":1,"reason":"No student."}]}'
    await post(runs(1, 2, 3))
    await recorder.until(lambda: side.outbox.counts.set_aside == 1)
    assert set_aside() == {"2": "No student."}
    assert side.outbox.counts.sent == 2
    assert len(recorder.at(EVENTS)) == 1


@pytest.mark.parametrize(
    ("status", "body"), [(200, "<html>Log in</html>"), (422, "<html>No</html>")]
)
async def test_a_page_for_people_is_not_the_application(post, ask, recorder, side, status, body):
    recorder.status, recorder.headers, recorder.body = status, {"Content-Type": "text/html"}, body
    await post(runs(1))
    await recorder.until(lambda: len(recorder.at(EVENTS)) >= 2)
    _, state = await ask("status")
    assert (state["waiting"], state["state"]) == (1, "refused")


@pytest.mark.parametrize("asked", ["²", "soon", "-5", "1e400", "", "9" * 5000])
async def test_a_pause_that_is_none_spoils_nothing(asked):
    answer = Answer(503, {"Retry-After": asked}, b"")
    assert 0 <= answer.retry_after() <= MAXIMUM_PAUSE


async def test_a_pause_that_is_asked_for_is_kept(post, recorder, side):
    recorder.status, recorder.headers = 503, {**PROBLEM, "Retry-After": "1"}
    await post(runs(1))
    await recorder.until(lambda: side.sender.standing.failing)
    recorder.status, recorder.headers = 202, JSON
    await recorder.until(lambda: side.outbox.counts.waiting == 0)
    first, second = [request._start_time for request in recorder.at(EVENTS)]
    assert second - first >= 1


async def test_what_changes_during_an_attempt_shortens_the_pause_after_it(post, recorder, side):
    side.sender.backoff = Backoff(first=600, cap=600)

    def change(_):
        recorder.routes.clear()
        side.sender.nudge()
        return 503, PROBLEM, "{}"

    recorder.routes[EVENTS] = change
    await post(runs(1))
    await recorder.until(lambda: side.outbox.counts.sent == 1, seconds=20)


async def test_what_changed_before_an_attempt_does_not(post, recorder, side):
    recorder.status, recorder.headers = 503, {**PROBLEM, "Retry-After": "1"}
    side.sender.nudge()
    await post(runs(1))
    await recorder.until(lambda: len(recorder.at(EVENTS)) == 2)
    first, second = [request._start_time for request in recorder.at(EVENTS)]
    assert second - first >= 1


async def test_later_events_stay_behind_those_that_are_tried_again(post, recorder, side):
    recorder.status = 503
    await post(runs(1))
    await recorder.until(lambda: recorder.at(EVENTS))
    await post(runs(2, 3))
    recorder.status = 202
    await recorder.until(lambda: side.outbox.counts.waiting == 0)
    assert list(dict.fromkeys(event["eventId"] for event in recorder.events)) == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("status", "state"),
    [(401, "no_identity"), (403, "no_identity"), (404, "refused"), (503, "waiting")],
)
async def test_the_state_says_in_one_word_what_is_wrong(post, ask, recorder, side, status, state):
    recorder.status = status
    await post(runs(1))
    await recorder.until(lambda: side.sender.standing.failing)
    assert (await ask("status"))[1]["state"] == state
    assert not recorder.at(TOKEN)


class TestOverflow:
    """The application is away for longer than the spool has room."""

    @pytest.fixture
    def cell_monitor_config(self, recorder):
        return {"url": recorder.url, "spool_size": 64 * 1024}

    async def test_the_oldest_go_and_one_event_says_how_many(self, post, recorder, side):
        recorder.status = 503
        for number in range(200):
            await post([{**runs(number)[0], "code": "x" * 1000}])
        waiting = side.outbox.counts.waiting
        recorder.status = 202
        await recorder.until(
            lambda: any(event["eventType"] == "client_dropped" for event in recorder.events)
        )
        await recorder.until(lambda: side.outbox.counts.waiting == 0)
        taken = list(dict.fromkeys(event["eventId"] for event in recorder.events[-waiting - 1 :]))
        (report,) = [e for e in recorder.events if e["eventType"] == "client_dropped"]
        assert 30 < waiting < 70
        assert taken[-2] == "199"
        assert report["metadata"]["count"] == side.outbox.counts.dropped == 200 - waiting
        assert report["eventId"] == taken[-1]
