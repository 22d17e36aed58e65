"""Events go to the application and its answer comes back."""

import json

import pytest

from conftest import API_KEY

RUN = {"eventId": "e", "eventType": "cell_executed", "code": "print(1)"}


async def test_one_event_goes_on_and_the_answer_comes_back(post, recorder):
    answer = await post(RUN)
    assert answer.code == 202
    assert answer.body.decode() == recorder.body
    assert recorder.requests[-1].path == "/api/v1/events"
    assert recorder.last_events["code"] == "print(1)"


async def test_a_list_stays_a_list_in_its_order(post, recorder):
    await post([{**RUN, "eventId": "1"}, {**RUN, "eventId": "2"}])
    assert [event["eventId"] for event in recorder.last_events] == ["1", "2"]


async def test_the_open_door_gets_no_credential(post, recorder):
    await post(RUN)
    assert "Authorization" not in recorder.requests[-1].headers


async def test_the_cookies_and_the_token_of_jupyter_stay_here(post, recorder):
    await post(RUN, Cookie="secret=1")
    assert "Cookie" not in recorder.requests[-1].headers
    assert "secret" not in str(recorder.requests[-1].headers)


@pytest.mark.parametrize("sent_at", ["2026-11-21T00:00:00.000Z", "2026-11-21T09:00:00+09:00"])
async def test_the_browsers_time_of_sending_goes_on(post, recorder, sent_at):
    await post(RUN, **{"Cell-Monitor-Sent-At": sent_at})
    assert recorder.requests[-1].headers["Cell-Monitor-Sent-At"] == sent_at


@pytest.mark.parametrize("headers", [{}, {"Cell-Monitor-Sent-At": "yesterday"}])
async def test_no_time_of_sending_is_made_up(post, recorder, headers):
    await post(RUN, **headers)
    assert "Cell-Monitor-Sent-At" not in recorder.requests[-1].headers


async def test_refusal_and_its_pause_come_back(post, recorder):
    recorder.status = 503
    recorder.headers = {"Content-Type": "application/problem+json", "Retry-After": "7"}
    recorder.body = '{"title":"Log full","status":503}'
    answer = await post(RUN)
    assert answer.code == 503
    assert answer.headers["Retry-After"] == "7"
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert json.loads(answer.body)["title"] == "Log full"


async def test_redirects_are_handed_back_not_followed(post, recorder):
    recorder.status = 307
    recorder.headers = {"Location": recorder.url + "/elsewhere"}
    assert (await post(RUN)).code == 307
    assert len(recorder.requests) == 1


class TestWithKey:
    """A trusted deployment."""

    @pytest.fixture
    def cell_monitor_config(self, recorder):
        return {"url": recorder.url + "/", "api_key": API_KEY, "class_id": "class-1"}

    async def test_the_key_is_the_credential_and_the_class_is_named(self, post, recorder):
        await post({**RUN, "classId": "claimed"})
        assert recorder.requests[-1].path == "/api/v1/events"
        assert recorder.requests[-1].headers["Authorization"] == f"Bearer {API_KEY}"
        assert recorder.last_events["classId"] == "class-1"


class TestUnreachable:
    """Nothing listens at the configured address."""

    @pytest.fixture
    def cell_monitor_config(self):
        return {"url": "http://127.0.0.1:1", "api_key": API_KEY}

    async def test_is_a_bad_gateway_without_a_secret(self, post, caplog):
        answer = await post(RUN)
        assert answer.code == 502
        assert answer.headers["Content-Type"] == "application/problem+json"
        assert json.loads(answer.body)["status"] == 502
        for text in (answer.body.decode(), caplog.text):
            assert API_KEY not in text
            assert "print(1)" not in text


class TestSlow:
    """The application takes longer than the limit."""

    @pytest.fixture
    def cell_monitor_config(self, recorder):
        return {"url": recorder.url, "request_timeout": 0.2}

    async def test_is_a_gateway_timeout(self, post, recorder):
        recorder.delay = 2
        answer = await post(RUN)
        assert answer.code == 504
        assert answer.headers["Content-Type"] == "application/problem+json"
