"""What comes back: one poll for all tabs, and nothing twice."""

import asyncio
import json

import pytest
from test_tokens import JOIN, tokens_for

from cell_monitor.delivery.backoff import Backoff
from receivers import JSON, TOKEN

NEWS = "/api/v1/student/news"
HELP = {"request_id": "r-1", "state": "waiting", "position": 2, "teacher": None}
HINT = {"hint_id": "h-1", "text": "見直そう", "notebook_path": "a.ipynb", "cell_id": "c"}


class Upstream:
    """Says what a test puts, once, and then waits as the application does."""

    def __init__(self, recorder):
        self.recorder = recorder
        self.content = {"cursor": "0", "help": None, "hints": []}
        recorder.routes[TOKEN] = tokens_for()
        recorder.routes[NEWS] = lambda request: (200, JSON, json.dumps(self.content))

    def put(self, cursor, request=None, hints=()):
        self.content = {"cursor": cursor, "help": request, "hints": list(hints)}

    @property
    def polls(self):
        return self.recorder.at(NEWS)


@pytest.fixture
def upstream(recorder):
    return Upstream(recorder)


async def test_the_request_for_help_and_a_hint_come_at_once(ask, upstream):
    upstream.put("7", HELP, [HINT])
    _, news = await ask("news?wait=5")
    assert (news["help"], news["hints"]) == (HELP, [HINT])
    assert upstream.polls[0].headers["Authorization"] == "Bearer t-1"
    assert upstream.polls[0].arguments.get("after") is None


async def test_a_hint_comes_once_and_the_request_as_it_stands(ask, recorder, upstream):
    upstream.put("7", HELP, [HINT])
    _, first = await ask("news?wait=5")
    upstream.put("8", {**HELP, "state": "on_my_way"}, [HINT])
    _, second = await ask(f"news?wait=5&after={first['cursor']}")
    assert (second["help"]["state"], second["hints"]) == ("on_my_way", [])
    await recorder.until(lambda: upstream.polls[-1].arguments.get("after") == [b"8"])


async def test_a_page_that_comes_later_gets_all(ask, upstream):
    upstream.put("7", HELP, [HINT])
    await ask("news?wait=5")
    for cursor in ("", "other-3", "nonsense"):
        assert (await ask(f"news?wait=5&after={cursor}"))[1]["hints"] == [HINT]


async def test_when_nothing_happens_it_answers_when_the_time_is_up(ask, upstream):
    _, first = await ask("news?wait=0.2")
    assert (first["help"], first["hints"]) == (None, [])
    assert (await ask(f"news?wait=0.2&after={first['cursor']}"))[1] == first


async def test_many_tabs_are_one_poll(ask, recorder, upstream):
    recorder.delay = 0.2
    await asyncio.gather(*[ask("news?wait=1") for _ in range(9)])
    assert 1 <= len(upstream.polls) <= 3


async def test_nobody_asks_nobody_polls(post, recorder, upstream):
    await post({"eventType": "help"})
    await recorder.until_events(1)
    assert upstream.polls == []


@pytest.mark.parametrize("wait", ["x", "nan", "-1", "inf"])
async def test_a_malformed_wait_is_none(ask, upstream, wait):
    upstream.put("7", HELP)
    if wait != "inf":
        assert (await ask(f"news?wait={wait}"))[0] == 200
    else:
        assert (await ask("news?wait=inf"))[1]["help"] == HELP


async def test_an_application_without_it_costs_nothing(ask, recorder):
    recorder.status = 404
    assert (await ask("news?wait=0.3"))[1]["help"] is None
    assert len(recorder.requests) == 1


async def test_a_cursor_that_the_application_has_forgotten_is_forgotten(
    ask, recorder, side, upstream
):
    side.news.backoff = Backoff(first=0.01, cap=0.02)
    upstream.put("7", HELP)
    _, first = await ask("news?wait=5")
    recorder.routes[NEWS] = lambda request: (
        (200, JSON, json.dumps({"cursor": "1", "help": None, "hints": [HINT]}))
        if "after" not in request.arguments
        else (422, JSON, "{}")
    )
    assert (await ask(f"news?wait=9&after={first['cursor']}"))[1]["hints"] == [HINT]


async def test_the_own_view_is_the_applications(ask, recorder, upstream):
    recorder.routes["/api/v1/student/me"] = lambda request: (200, JSON, '{"runs":3,"errors":1}')
    assert await ask("own") == (200, {"runs": 3, "errors": 1})


@pytest.fixture
def joined(ask, recorder, side):
    """Return what lets the student join, after polls that were refused and rest now."""
    side.news.backoff = Backoff(first=3600, cap=3600)

    async def join():
        recorder.routes[TOKEN] = lambda _: (401, JSON, '{"status":401}')
        await ask("news?wait=0.3")
        recorder.routes[TOKEN] = tokens_for()
        await ask("identity", "POST", JOIN)

    return join


async def test_who_joins_hears_at_once(ask, upstream, joined):
    upstream.put("7", HELP, [HINT])
    await joined()
    assert (await ask("news?wait=5"))[1]["hints"] == [HINT]


async def test_the_next_student_reads_nothing_of_the_one_before(ask, post, upstream, side, joined):
    upstream.put("7", HELP, [HINT])
    await joined()
    assert (await ask("news?wait=5"))[1]["help"] == HELP
    await post({"eventType": "cell_executed"})
    await upstream.recorder.until(lambda: side.outbox.counts.waiting == 0)
    upstream.put("1")
    await ask("identity", "DELETE")
    _, news = await ask("news?wait=0.5")
    assert (news["help"], news["hints"]) == (None, [])
    assert (await ask("sent"))[1]["events"] == []


async def test_an_answer_for_the_one_before_is_not_read(ask, recorder, upstream, side, joined):
    await joined()
    await ask("news?wait=0.2")
    upstream.put("7", HELP, [HINT])
    recorder.delay = 0.5
    asked = len(upstream.polls)
    await recorder.until(lambda: len(upstream.polls) > asked)
    upstream.put("1")
    recorder.delay = 0
    await ask("identity", "DELETE")
    assert (await ask("news?wait=1"))[1]["hints"] == []
