"""A body for a test is held back, cut and scrubbed as all that a student does."""

import json

import pytest
from test_choice import RUN
from test_tokens import JOIN, token_answer, tokens_for

from cell_monitor.choice import Choice
from cell_monitor.scrubbing import MARK
from conftest import STUDENT
from receivers import TOKEN

SECRET = "sk-" + "aB3" * 16
HELP = {"eventType": "help"}
ROUTE = "/api/v1/test/events/t-1"


@pytest.fixture
def try_out(post, side, recorder):
    """Return what posts a body to a test after a choice, and gives answer and what went out."""

    async def send(body, **chosen):
        choice = Choice(**{"notice_seen": True, **chosen})
        side.deciding._file.save(choice, side.identity.joined)
        answer = await post({"test_id": "t-1", **body})
        sent = recorder.at(ROUTE)
        return json.loads(answer.body), json.loads(sent[-1].body) if sent else None

    return send


@pytest.mark.parametrize(
    ("chosen", "reason"),
    [
        ({"notice_seen": False}, "no_consent"),
        ({"agreed": False}, "no_consent"),
        ({"paused": True}, "paused"),
        ({"level": "presence"}, "level"),
    ],
)
async def test_it_is_withheld_as_a_run_is(try_out, chosen, reason):
    answer, sent = await try_out(RUN, **chosen)
    assert answer == {"status": "withheld", "reason": reason}
    assert sent is None


async def test_before_the_notice_not_even_a_token_is_asked_for(try_out, side, ask, recorder):
    recorder.routes[TOKEN] = tokens_for()
    await ask("identity", "POST", JOIN)
    side.identity.expire()
    recorder.requests.clear()
    await try_out(RUN, notice_seen=False)
    assert recorder.requests == []


async def test_a_class_that_asks_for_consent_gets_none_without_it(try_out, side, ask, recorder):
    recorder.routes[TOKEN] = tokens_for()
    await ask("identity", "POST", JOIN)
    side.identity.expire()
    recorder.routes[TOKEN] = lambda _: token_answer(consent_required=True)
    answer, sent = await try_out(RUN)
    assert answer == {"status": "withheld", "reason": "no_consent"}
    assert sent is None


async def test_the_level_leaves_out_what_it_does_of_a_run(try_out):
    _, sent = await try_out(RUN, level="no_code")
    assert sent["errorName"] == "NameError"
    assert not {"code", "result", "errorMessage", "traceback"} & sent.keys()


async def test_what_the_level_leaves_out_keeps_its_place(try_out):
    _, sent = await try_out({"events": [RUN, HELP, "no event"]}, level="presence")
    assert sent == [None, {**HELP, "userName": STUDENT}, None]


@pytest.mark.parametrize(("scrub", "left"), [(True, MARK), (False, SECRET)])
async def test_secrets_are_taken_out_unless_the_student_wants_them_in(try_out, scrub, left):
    _, sent = await try_out({**RUN, "code": f'api_key = "{SECRET}"'}, scrub=scrub)
    assert sent["code"] == f'api_key = "{left}"'
