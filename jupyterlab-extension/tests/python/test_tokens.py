"""Who the student is, by tokens of the application."""

import json
import stat

import pytest

from conftest import API_KEY, STUDENT
from receivers import EVENTS, JSON, TOKEN, read_body

RUN = {"eventType": "cell_executed", "code": "1"}
JOIN = {"join_code": "abc-def", "student_number": "s042", "name": "花子"}
IDENTITY = {
    "kind": "join_code",
    "student": "花子",
    "class": {"id": "c-1", "name": "情報基礎"},
    "verified": True,
}


def token_answer(token="t-1", expires_in=900, student="u-1", **more):  # noqa: S107
    content = {
        "token": token,
        "expires_in": expires_in,
        "student": {"id": student, "display_name": "花子", "verified": True},
        "class": {"id": "c-1", "name": "情報基礎"},
        "consent_required": False,
        **more,
    }
    return 200, JSON, json.dumps(content)


def tokens_for(student="u-1"):
    """Answer as the application does: a secret for a join code, a new token each time."""
    given = []

    def answer(request):
        grant = read_body(request)["grant"]
        given.append(f"t-{len(given) + 1}")
        more = {"device_secret": "device-secret"} if grant == "join_code" else {}
        return token_answer(given[-1], student=student, **more)

    return answer


def credentials(recorder):
    return [request.headers.get("Authorization") for request in recorder.at(EVENTS)]


async def test_a_student_joins_and_events_carry_the_token_and_no_name(post, ask, recorder):
    recorder.routes[TOKEN] = tokens_for()
    assert await ask("identity", "POST", JOIN) == (200, IDENTITY)
    assert read_body(recorder.at(TOKEN)[0]) == {"grant": "join_code", **JOIN}
    await post({**RUN, "userName": "Someone Else"})
    (event,) = await recorder.until_events(1)
    assert credentials(recorder) == ["Bearer t-1"]
    assert "userName" not in event
    assert (await ask("status"))[1]["identity"] == IDENTITY


async def test_the_secret_is_kept_in_a_file_of_the_student_alone(ask, recorder, tmp_path, caplog):
    recorder.routes[TOKEN] = tokens_for()
    _, answer = await ask("identity", "POST", JOIN)
    (path,) = tmp_path.glob("**/identity.json")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert json.loads(path.read_text())["device_secret"] == "device-secret"
    for text in (json.dumps(answer), json.dumps((await ask("status"))[1]), caplog.text):
        assert "device-secret" not in text
        assert "t-1" not in text
        assert "abc-def" not in text


async def test_a_token_that_is_refused_is_renewed_once_with_the_secret(post, ask, recorder, side):
    recorder.routes[TOKEN] = tokens_for()
    await ask("identity", "POST", JOIN)
    recorder.routes[EVENTS] = lambda request: (
        (202, JSON, '{"status":"received"}')
        if request.headers["Authorization"] == "Bearer t-2"
        else (401, JSON, "{}")
    )
    await post(RUN)
    await recorder.until(lambda: side.outbox.counts.sent == 1)
    assert credentials(recorder) == ["Bearer t-1", "Bearer t-2"]
    assert read_body(recorder.at(TOKEN)[1]) == {
        "grant": "device_secret",
        "device_secret": "device-secret",
    }


async def test_a_token_is_renewed_before_its_end(post, ask, recorder):
    recorder.routes[TOKEN] = lambda request: token_answer(expires_in=0, device_secret="d")  # noqa: S106
    await ask("identity", "POST", JOIN)
    await post(RUN)
    await recorder.until_events(1)
    assert len(recorder.at(TOKEN)) > 1
    assert credentials(recorder) == ["Bearer t-1"]


async def test_a_refusal_to_join_comes_back_with_its_reason(ask, recorder):
    problem = {"title": "No such class", "status": 403, "detail": "The code is not known."}
    recorder.routes[TOKEN] = lambda request: (403, JSON, json.dumps(problem))
    code, answer = await ask("identity", "POST", JOIN)
    assert (code, answer["detail"]) == (422, "The code is not known.")
    assert (await ask("status"))[1]["identity"]["kind"] == "open_door"


@pytest.mark.parametrize("body", [{}, {"join_code": 1}, {"join_code": "x" * 65}])
async def test_a_malformed_join_goes_nowhere(ask, recorder, body):
    code, problem = await ask("identity", "POST", body)
    assert (code, problem["field"]) == (422, "join_code")
    assert recorder.requests == []


async def test_what_one_student_has_made_is_never_sent_as_anothers(post, ask, recorder, side):
    recorder.routes[TOKEN] = tokens_for("u-1")
    await ask("identity", "POST", JOIN)
    recorder.status = 503
    await post({**RUN, "eventId": "of-the-first"})
    await recorder.until(lambda: side.sender.standing.failing)
    assert (await ask("identity", "DELETE"))[1]["kind"] == "open_door"
    recorder.routes[TOKEN] = tokens_for("u-2")
    await ask("identity", "POST", JOIN)
    await ask("choice", "PUT", {"notice_seen": True})
    recorder.status, before = 202, len(recorder.at(EVENTS))
    await post({**RUN, "eventId": "of-the-second"})
    side.sender.nudge()
    await recorder.until(lambda: side.outbox.counts.waiting == 0)
    assert side.outbox.counts.set_aside == 1
    later = [read_body(request) for request in recorder.at(EVENTS)[before:]]
    sent = [event for events in later for event in events]
    assert [event["eventType"] for event in sent] == ["consent_changed", "cell_executed"]
    assert sent[1]["eventId"] == "of-the-second"


class TestHub:
    """A single-user server of a JupyterHub."""

    @pytest.fixture(autouse=True)
    def _on_a_hub(self, monkeypatch, _no_hub):
        monkeypatch.setenv("JUPYTERHUB_API_TOKEN", "hub-token")

    async def test_the_hubs_token_is_exchanged(self, post, ask, recorder):
        recorder.routes[TOKEN] = tokens_for()
        await post(RUN)
        (event,) = await recorder.until_events(1)
        grant = {"grant": "jupyterhub", "hub_token": "hub-token"}
        assert read_body(recorder.at(TOKEN)[0]) == grant
        assert credentials(recorder) == ["Bearer t-1"]
        assert "userName" not in event
        assert (await ask("status"))[1]["identity"] == {**IDENTITY, "kind": "hub"}

    async def test_events_wait_while_the_hubs_student_is_not_known(self, post, ask, recorder, side):
        recorder.routes[TOKEN] = lambda request: (401, JSON, "{}")
        await post(RUN)
        await recorder.until(lambda: side.sender.standing.failing)
        _, status = await ask("status")
        assert (status["state"], status["waiting"]) == ("no_identity", 1)
        recorder.routes[TOKEN] = tokens_for()
        side.sender.nudge()
        await recorder.until_events(1)

    async def test_nothing_goes_out_before_it_is_known_that_the_class_wants_consent(
        self, post, ask, recorder, side
    ):
        recorder.routes[TOKEN] = lambda request: (503, JSON, "{}")
        await ask("choice", "PUT", {"scrub": False})
        assert json.loads((await post(RUN)).body)["status"] == "spooled"
        recorder.routes[TOKEN] = lambda request: token_answer(consent_required=True)
        side.sender.nudge()
        await recorder.until(lambda: side.outbox.counts.waiting == 0)
        assert [event["eventType"] for event in recorder.events] == ["consent_changed"]
        assert (await ask("status"))[1]["state"] == "no_consent"

    async def test_a_refusal_deletes_what_waits_also_while_nobody_says_whose_account_it_is(
        self, post, ask, recorder, side
    ):
        recorder.routes[TOKEN] = tokens_for()
        await ask("choice")
        recorder.status = 503
        await post(RUN)
        await recorder.until(lambda: side.sender.standing.failing)
        recorder.routes[TOKEN] = lambda request: (503, JSON, "{}")
        side.identity.expire()
        await ask("choice", "PUT", {"agreed": False})
        assert [entry["event"]["eventType"] for entry in side.sent()] == ["consent_changed"]
        assert side.outbox.counts.waiting == 1


class TestOneHubOfSeveral:
    """A single-user server that says which hub its token is of, and for which class."""

    @pytest.fixture(autouse=True)
    def _on_a_hub(self, monkeypatch, _no_hub):
        monkeypatch.setenv("JUPYTERHUB_API_TOKEN", "hub-token")
        monkeypatch.setenv("CELL_MONITOR_HUB", "north")
        monkeypatch.setenv("CELL_MONITOR_CLASS", "c-1")

    async def test_hub_and_class_go_with_the_token_and_not_with_events(self, post, recorder):
        recorder.routes[TOKEN] = tokens_for()
        await post(RUN)
        (event,) = await recorder.until_events(1)
        assert read_body(recorder.at(TOKEN)[0]) == {
            "grant": "jupyterhub",
            "hub_token": "hub-token",
            "hub": "north",
            "classId": "c-1",
        }
        assert "classId" not in event


class TestHubWithoutAddress(TestHub):
    """Nobody has said where the application is: the hub's token stays here."""

    @pytest.fixture
    def cell_monitor_config(self):
        return {}

    async def test_the_hubs_token_is_exchanged(self, side):
        assert side.identity.kind == "open_door"

    async def test_nothing_goes_out_before_it_is_known_that_the_class_wants_consent(self, side):
        assert not side.identity.consent_required

    async def test_events_wait_while_the_hubs_student_is_not_known(self, side):
        assert side.identity.student_id is None

    async def test_a_refusal_deletes_what_waits_also_while_nobody_says_whose_account_it_is(
        self, side
    ):
        assert side.identity.joined is None


class TestKey:
    """A configured key."""

    @pytest.fixture
    def cell_monitor_config(self, recorder):
        return {"url": recorder.url, "api_key": API_KEY, "student": STUDENT, "class_id": "c-1"}

    async def test_it_is_exchanged_for_the_students_own_view(self, ask, recorder):
        recorder.routes[TOKEN] = tokens_for()
        recorder.routes["/api/v1/student/me"] = lambda request: (200, JSON, '{"runs":3}')
        assert await ask("own") == (200, {"runs": 3})
        assert recorder.at(TOKEN)[0].headers["Authorization"] == f"Bearer {API_KEY}"
        assert read_body(recorder.at(TOKEN)[0]) == {
            "grant": "key",
            "userName": STUDENT,
            "classId": "c-1",
        }
        assert recorder.requests[-1].headers["Authorization"] == "Bearer t-1"


async def test_who_has_to_join_learns_it_before_anything_is_sent(ask, recorder):
    recorder.routes[TOKEN] = lambda _: (401, JSON, '{"status":401}')
    await ask("choice")
    _, status = await ask("status")
    assert (status["state"], status["identity"]["kind"]) == ("no_identity", "none")
    assert recorder.at(EVENTS) == []


async def test_an_application_that_is_busy_asks_nobody_to_join(ask, recorder):
    recorder.routes[TOKEN] = lambda _: (503, JSON, '{"status":503}')
    await ask("choice")
    assert (await ask("status"))[1]["identity"]["kind"] == "open_door"
