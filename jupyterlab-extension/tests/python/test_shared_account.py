"""Students who come one after another to one account of a machine."""

import asyncio
import errno
import json
from dataclasses import asdict

import pytest
from test_tokens import JOIN, RUN, token_answer, tokens_for

from cell_monitor.choice import Choice, ChoiceFile
from cell_monitor.delivery.backoff import Backoff
from cell_monitor.delivery.selection import ANOTHER_STUDENT
from cell_monitor.identity import Device, Turn, TurnFile
from cell_monitor.student_side import application_folder
from receivers import JSON, TOKEN, read_body

SEEN = {"notice_seen": True}
NO_CONSENT = {"status": "withheld", "reason": "no_consent"}


@pytest.fixture
def earlier_choice():
    """None: nobody was here before."""


@pytest.fixture
def choose(ask):
    async def put(**choice):
        return await ask("choice", "PUT", choice)

    return put


@pytest.fixture
def join(ask, recorder):
    async def come(student):
        recorder.routes[TOKEN] = tokens_for(student)
        code, _ = await ask("identity", "POST", JOIN)
        assert code == 200

    return come


@pytest.fixture
def leave(ask):
    async def go():
        assert (await ask("identity", "DELETE"))[0] == 200

    return go


@pytest.fixture
def chosen(ask):
    async def get():
        return (await ask("choice"))[1]

    return get


@pytest.fixture
def run(post):
    async def take(event_id):
        return json.loads((await post({**RUN, "eventId": event_id})).body)

    return take


async def test_the_next_student_is_asked_anew_and_nothing_is_taken_before(
    join, leave, choose, chosen, run, ask, side
):
    await join("u-1")
    await choose(**SEEN, agreed=True, level="no_code")
    await leave()
    assert await run("of nobody") == NO_CONSENT
    await join("u-2")
    assert await run("of the second") == NO_CONSENT
    assert (await ask("status"))[1]["state"] == "no_consent"
    of_the_second = await chosen()
    assert (of_the_second["notice_seen"], of_the_second["agreed"]) == (False, None)
    assert of_the_second["level"] == "everything"
    await choose(**SEEN)
    assert (await run("of the second"))["status"] == "spooled"


async def test_who_comes_back_finds_the_own_choice_and_the_teacher_hears_of_it(
    join, leave, choose, chosen, recorder, side
):
    await join("u-1")
    await choose(**SEEN, level="presence", scrub=False)
    before = await chosen()
    await leave()
    await join("u-2")
    await choose(**SEEN)
    await leave()
    await join("u-1")
    assert await chosen() == {**before, "turn_before": side.identity.turn.before}
    events = await recorder.until_events(3)
    assert [event["metadata"]["level"] for event in events] == [
        *("presence", "everything", "presence")
    ]


async def test_a_choice_before_joining_goes_to_who_joins_first_and_to_nobody_else(
    join, leave, choose, chosen
):
    await choose(**SEEN, level="no_code")
    await join("u-1")
    assert (await chosen())["level"] == "no_code"
    await leave()
    assert (await chosen())["notice_seen"] is False
    await join("u-2")
    assert (await chosen())["notice_seen"] is False


async def test_a_notice_read_before_joining_again_lets_no_more_out_than_was_chosen(
    join, leave, choose, chosen, side
):
    await join("u-1")
    await choose(**SEEN, agreed=False, level="no_code", scrub=False)
    await leave()
    await choose(**SEEN, paused=True, scrub=False)
    await join("u-1")
    turn = side.identity.turn
    assert await chosen() == {
        "turn": turn.name,
        "turn_before": turn.before,
        "notice_seen": True,
        "agreed": False,
        "consent_required": False,
        "paused": True,
        "level": "no_code",
        "scrub": False,
    }


@pytest.mark.parametrize(
    ("one", "other", "field", "left"),
    [
        ({"level": "no_code"}, {"level": "everything"}, "level", "no_code"),
        ({"level": "no_code"}, {"level": "presence"}, "level", "presence"),
        ({"paused": True}, {}, "paused", True),
        ({"scrub": False}, {}, "scrub", True),
        ({"scrub": False}, {"scrub": False}, "scrub", False),
    ],
)
def test_of_two_choices_the_narrower_holds_whichever_was_first(one, other, field, left):
    first, second = Choice(**one), Choice(**other)
    assert getattr(first.narrowed_by(second), field) == left
    assert getattr(second.narrowed_by(first), field) == left


def test_of_consent_the_last_word_holds():
    agreed, refused, silent = Choice(agreed=True), Choice(agreed=False), Choice()
    assert agreed.narrowed_by(refused).agreed is True
    assert refused.narrowed_by(agreed).agreed is False
    assert silent.narrowed_by(refused).agreed is False


async def test_who_leaves_where_no_door_is_open_is_told_to_join(join, ask, recorder):
    await join("u-1")
    recorder.routes[TOKEN] = lambda request: (401, JSON, '{"status":401}')
    _, identity = await ask("identity", "DELETE")
    assert identity["kind"] == "none"


async def test_what_was_done_just_before_leaving_is_still_sent_as_the_own(
    join, leave, choose, run, recorder, side
):
    await join("u-1")
    await choose(**SEEN)
    recorder.delay = 0.3
    for number in range(5):
        await run(f"{number}")
    await leave()
    runs = [e["eventId"] for e in recorder.events if e["eventType"] == RUN["eventType"]]
    assert runs == ["0", "1", "2", "3", "4"]
    assert side.outbox.counts.set_aside == 0


async def test_who_joins_shortens_the_pause_before_what_waited_for_it(
    join, choose, run, recorder, side
):
    side.sender.backoff = Backoff(first=600, cap=600)
    recorder.status = 503
    await choose(**SEEN)
    await run("before joining")
    await recorder.until(lambda: side.sender.standing.failing)
    recorder.status = 202
    await join("u-1")
    await recorder.until(lambda: side.outbox.counts.waiting == 0, seconds=20)
    assert recorder.events[-1]["eventId"] == "before joining"


async def test_what_one_left_is_neither_deleted_by_the_nexts_refusal_nor_sent_as_theirs(
    join, leave, choose, run, recorder, side, tmp_path
):
    await join("u-1")
    await choose(**SEEN)
    await recorder.until(lambda: side.outbox.counts.sent == 1)
    recorder.status = 503
    await run("of the first")
    await recorder.until(lambda: side.sender.standing.failing)
    await leave()
    await choose(**SEEN, agreed=False)
    before = len(recorder.events)
    await join("u-2")
    recorder.status = 202
    side.sender.nudge()
    await recorder.until(lambda: side.outbox.counts.waiting == 0)
    assert {event["eventType"] for event in recorder.events[before:]} == {"consent_changed"}
    lines = "".join(path.read_text() for path in tmp_path.glob("**/set-aside.jsonl"))
    assert "of the first" in lines
    assert ANOTHER_STUDENT in lines


async def test_nobody_is_shown_what_another_did(join, choose, run, recorder, side, ask):
    await join("u-1")
    await choose(**SEEN)
    await run("of the first")
    await recorder.until(lambda: side.outbox.counts.sent == 2)
    # As after a restart: the page has not said that the first one left.
    await join("u-2")
    assert (await ask("sent"))[1]["events"] == []
    await choose(**SEEN)
    events = (await ask("overview"))[1]["sent"]
    assert [entry["event"]["eventType"] for entry in events] == ["consent_changed"]


async def test_nobody_is_shown_what_was_done_before_another_joined(
    join, leave, choose, run, recorder, side, ask
):
    await choose(**SEEN)
    await run("before the first joined")
    await recorder.until(lambda: side.outbox.counts.sent == 2)
    await join("u-1")
    assert len((await ask("sent"))[1]["events"]) == 2
    await leave()
    assert (await ask("sent"))[1]["events"] == []


async def test_choices_outlive_the_server_each_its_students(join, leave, choose, side):
    await join("u-1")
    await choose(**SEEN, level="no_code")
    await leave()
    await join("u-2")
    await choose(**SEEN, paused=True)
    later = ChoiceFile(application_folder(side.configuration))
    assert later.of("u-1") == Choice(notice_seen=True, level="no_code")
    assert later.of("u-2") == Choice(notice_seen=True, paused=True)
    assert later.of(None) == Choice()


def test_the_choices_of_two_hundred_students_are_kept(tmp_path):
    file = ChoiceFile(tmp_path)
    for number in range(201):
        file.save(Choice(notice_seen=True), f"u-{number}")
    later = ChoiceFile(tmp_path)
    assert [later.of(f"u-{n}").notice_seen for n in (0, 1, 200)] == [False, True, True]


@pytest.mark.parametrize("students", [[], {"u-1": {"level": "all"}}])
def test_a_spoiled_file_says_nothing_of_anybody(tmp_path, students):
    content = {**SEEN, "students": students}
    (tmp_path / "choice.json").write_text(json.dumps(content))
    file = ChoiceFile(tmp_path)
    assert (file.of(None), file.of("u-1")) == (Choice(), Choice())


class TestTurns:
    """What a page says was made in one turn, and is posted in another."""

    @pytest.fixture
    def held(self, post):
        async def take(event_id, turn):
            headers = {"Cell-Monitor-Turn": turn}
            answer = await post({**RUN, "eventId": event_id}, **headers)
            return json.loads(answer.body).get("reason", "taken")

        return take

    async def test_of_one_student_is_not_taken_as_anothers(
        self, join, leave, choose, chosen, held, recorder, side
    ):
        await join("u-1")
        await choose(**SEEN)
        turn = (await chosen())["turn"]
        await leave()
        assert await held("of the first", turn) == "another_student"
        await join("u-2")
        await choose(**SEEN)
        assert await held("of the first", turn) == "another_student"
        assert await held("of the second", (await chosen())["turn"]) == "taken"
        await leave()
        await join("u-1")
        assert await held("of the first", turn) == "taken"
        await recorder.until(lambda: side.outbox.counts.waiting == 0)
        runs = [e["eventId"] for e in recorder.events if e["eventType"] == RUN["eventType"]]
        assert runs == ["of the second", "of the first"]

    async def test_before_joining_goes_to_who_joins_next_and_to_nobody_after(
        self, join, leave, choose, chosen, held
    ):
        await choose(**SEEN)
        turn = (await chosen())["turn"]
        await join("u-1")
        assert await held("one", turn) == "taken"
        await leave()
        await choose(**SEEN)
        assert await held("two", turn) == "another_student"
        await join("u-2")
        assert await held("three", turn) == "another_student"

    async def test_a_choice_and_a_leave_of_another_are_refused(
        self, join, leave, choose, chosen, ask, jp_fetch, side
    ):
        await join("u-1")
        turn = (await chosen())["turn"]
        await join("u-2")
        headers = {"Cell-Monitor-Turn": turn, "Content-Type": "application/json"}
        for route, method, body in (
            ("choice", "PUT", '{"notice_seen":true,"agreed":true}'),
            ("identity", "DELETE", None),
        ):
            answer = await jp_fetch(
                *("cell-monitor", route),
                method=method,
                body=body,
                headers=headers,
                raise_error=False,
            )
            assert answer.code == 409
        assert (await chosen())["notice_seen"] is False
        assert side.identity.joined == "u-2"

    async def test_it_is_told_at_once_to_a_page_that_waits_for_news(self, join, leave, chosen, ask):
        await join("u-1")
        turn = (await chosen())["turn"]
        _, before = await ask("news?wait=0.2")
        waiting = asyncio.ensure_future(ask(f"news?wait=50&after={before['cursor']}"))
        await asyncio.sleep(0.2)
        await leave()
        _, news = await asyncio.wait_for(waiting, 20)
        assert (before["turn"], news["help"], news["hints"]) == (turn, None, [])
        assert news["turn"] == (await chosen())["turn"] != turn

    async def test_what_still_waits_since_before_one_joined_is_not_the_nexts(
        self, join, leave, choose, run, recorder, side
    ):
        await join("u-2")
        await choose(**SEEN)
        await leave()
        await choose(**SEEN)
        recorder.status = 503
        await run("before joining")
        await join("u-1")
        await join("u-2")
        recorder.status, before = 202, len(recorder.events)
        side.sender.nudge()
        await recorder.until(lambda: side.outbox.counts.waiting == 0)
        assert "before joining" not in [e["eventId"] for e in recorder.events[before:]]


def full_disk(*_):
    raise OSError(errno.ENOSPC, "No space left on device")


class TestAnotherServer:
    """Writes who has joined into the file while this one asks the application."""

    @pytest.fixture
    def joined_elsewhere(self, side):
        file = TurnFile(application_folder(side.configuration))

        def write(student):
            person = {"id": student, "display_name": student, "verified": True}
            file.save(Turn(Device(f"secret of {student}", person, None, False)))

        return write

    async def test_a_server_that_nobody_asks_anything_learns_of_it(
        self, join, recorder, side, joined_elsewhere
    ):
        await join("u-1")
        joined_elsewhere("u-2")
        await recorder.until(lambda: side.identity.joined == "u-2")

    async def test_a_choice_that_is_read_while_the_student_changes_is_the_nexts(
        self, join, choose, side, joined_elsewhere, monkeypatch
    ):
        await join("u-1")
        await choose(**SEEN)
        choices = side.intake._choice
        read = choices.of

        def read_slowly(student):
            choice = read(student)
            joined_elsewhere("u-2")
            return choice

        monkeypatch.setattr(choices, "of", read_slowly)
        assert side.intake.choice == Choice()

    def test_a_file_that_cannot_be_looked_at_for_a_moment_changes_nothing(
        self, tmp_path, monkeypatch
    ):
        file = TurnFile(tmp_path)
        person = {"id": "u-1", "display_name": "u-1", "verified": True}
        file.save(Turn(Device("secret", person, None, False)))
        assert file.current().student == "u-1"
        with monkeypatch.context() as away:
            away.setattr("pathlib.Path.stat", full_disk)
            assert file.current().student == "u-1"
        assert file.current().student == "u-1"

    def test_a_student_can_leave_on_a_full_disk(self, tmp_path, monkeypatch):
        file = TurnFile(tmp_path)
        person = {"id": "u-1", "display_name": "u-1", "verified": True}
        file.save(Turn(Device("secret", person, None, False)))
        monkeypatch.setattr("cell_monitor.identity.turn_file.write_private", full_disk)
        file.clear()
        assert file.current().student is None
        assert not (tmp_path / "identity.json").exists()

    async def test_a_token_that_comes_too_late_is_not_the_nexts(
        self, join, ask, recorder, side, joined_elsewhere
    ):
        await join("u-1")

        def answer(request):
            if read_body(request)["device_secret"] == "secret of u-2":
                return token_answer("of-u-2", student="u-2")
            joined_elsewhere("u-2")
            return token_answer("of-u-1", student="u-1")

        recorder.routes[TOKEN] = answer
        side.identity.expire()
        headers = await side.identity.student_headers()
        assert headers == {"Authorization": "Bearer of-u-2"}

    @pytest.mark.parametrize("route", ["own", "overview"])
    async def test_the_own_work_that_comes_too_late_is_not_shown_to_the_next(
        self, join, ask, recorder, joined_elsewhere, route
    ):
        await join("u-1")
        recorder.routes[TOKEN] = lambda request: token_answer("of-u-2", student="u-2")
        before = "Bearer t-1"

        def answer(request):
            if request.headers["Authorization"] == before:
                joined_elsewhere("u-2")
                return 200, JSON, '{"runs":"of u-1"}'
            return 200, JSON, '{"runs":"of u-2"}'

        recorder.routes["/api/v1/student/me"] = answer
        _, content = await ask(route)
        assert "of u-1" not in json.dumps(content)

    def test_a_file_that_is_gone_is_nobodys_turn_and_no_earlier_one(self, tmp_path):
        file = TurnFile(tmp_path)
        first = file.current()
        person = {"id": "u-1", "display_name": "u-1", "verified": True}
        file.save(first.of(Device("secret", person, None, False)))
        assert file.current().student == "u-1"
        (tmp_path / "identity.json").unlink()
        later = file.current()
        assert later.student is None
        assert not later.takes(first.name)

    @pytest.mark.parametrize("content", ["", "[]", "{", '{"device_secret":"x"}', '{"student":1}'])
    def test_a_spoiled_file_is_nobodys_turn(self, tmp_path, content):
        (tmp_path / "identity.json").write_text(content)
        assert TurnFile(tmp_path).current().student is None

    def test_a_file_of_before_there_were_turns_is_read(self, tmp_path):
        person = {"id": "u-1", "display_name": "u-1", "verified": True}
        device = Device("secret", person, None, True)
        (tmp_path / "identity.json").write_text(json.dumps(asdict(device)))
        assert TurnFile(tmp_path).current() == Turn(device)
