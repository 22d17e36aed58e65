"""What the route takes and what it refuses."""

import json

import pytest

from cell_monitor.body import MAXIMUM_BODY, MAXIMUM_EVENTS
from conftest import STUDENT


async def test_one_event_with_a_test_id_goes_to_the_test_route(post, recorder):
    answer = await post({"test_id": "t-1", "eventType": "help"})
    assert answer.code == 202
    assert answer.body.decode() == recorder.body
    assert recorder.requests[-1].path == "/api/v1/test/events/t-1"
    assert recorder.last_events == {"eventType": "help", "userName": STUDENT}


async def test_a_list_with_a_test_id_goes_to_the_test_route(post, recorder):
    await post({"test_id": "t-2", "events": [{"eventType": "help"}, {"eventType": "help_stop"}]})
    assert recorder.requests[-1].path == "/api/v1/test/events/t-2"
    assert [event["eventType"] for event in recorder.last_events] == ["help", "help_stop"]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("{", 400),
        (b"\xff\xfe", 400),
        ("[" * 100_000, 400),
        ("", 400),
        ("1", 422),
        ('"text"', 422),
        ({"test_id": 1, "eventType": "help"}, 422),
        ({"test_id": "..", "eventType": "help"}, 422),
        ({"test_id": "a/b", "eventType": "help"}, 422),
        ({"test_id": "", "eventType": "help"}, 422),
        ({"test_id": "a.b", "eventType": "help"}, 422),
        ({"test_id": "t" * 65, "eventType": "help"}, 422),
        ({"test_id": "t", "events": "none"}, 422),
        (b"[" + b" " * MAXIMUM_BODY + b"]", 413),
        ([{}] * (MAXIMUM_EVENTS + 1), 413),
        ({"test_id": "t", "events": [{}] * (MAXIMUM_EVENTS + 1)}, 413),
    ],
)
async def test_a_bad_body_is_a_problem_and_goes_nowhere(post, recorder, body, status):
    answer = await post(body)
    assert answer.code == status
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert json.loads(answer.body)["status"] == status
    assert recorder.requests == []


async def test_a_problem_names_the_field_and_its_limit(post):
    problem = json.loads((await post({"test_id": "a/b"})).body)
    assert problem["field"] == "test_id"
    assert "64" in problem["limit"]
    assert "a/b" not in str(problem)


@pytest.mark.parametrize(("path", "method"), [("choice", "PUT"), ("identity", "POST")])
async def test_a_form_of_any_size_is_not_read(ask, path, method):
    code, problem = await ask(path, method, {"name": "x" * 70_000})
    assert (code, problem["field"]) == (413, "body")


@pytest.mark.parametrize("content_type", ["text/html", "text/html; charset=utf-8", "image/svg+xml"])
async def test_what_a_stranger_says_is_not_passed_on_as_ours(post, recorder, content_type):
    recorder.headers = {"Content-Type": content_type}
    recorder.body = "<script>alert(1)</script>"
    answer = await post({"test_id": "t-1", "eventType": "help"})
    assert (answer.code, answer.headers["Content-Type"]) == (502, "application/problem+json")
    assert b"script" not in answer.body


@pytest.mark.parametrize(
    ("path", "method"), [((), "POST"), (("choice",), "PUT"), (("identity",), "POST")]
)
async def test_a_form_is_no_json(jp_fetch, side, recorder, path, method):
    answer = await jp_fetch(
        *("cell-monitor", *path),
        method=method,
        body='{"eventType":"help","paused":true,"join_code":"abc-def"}',
        headers={"Content-Type": "text/plain"},
        raise_error=False,
    )
    assert answer.code == 415
    assert recorder.requests == []
    assert side.deciding.current().paused is False
