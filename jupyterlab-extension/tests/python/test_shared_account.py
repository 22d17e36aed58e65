"""Students who come one after another to one account of a machine."""

import json

import pytest
from test_tokens import JOIN, RUN, tokens_for

from cell_monitor.choice import Choice, ChoiceFile
from cell_monitor.delivery.selection import ANOTHER_STUDENT
from cell_monitor.student_side import application_folder
from receivers import JSON, TOKEN

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
    join, leave, choose, chosen, recorder
):
    await join("u-1")
    await choose(**SEEN, level="presence", scrub=False)
    before = await chosen()
    await leave()
    await join("u-2")
    await choose(**SEEN)
    await leave()
    await join("u-1")
    assert await chosen() == before
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
    join, leave, choose, chosen
):
    await join("u-1")
    await choose(**SEEN, agreed=False, level="no_code", scrub=False)
    await leave()
    await choose(**SEEN, paused=True, scrub=False)
    await join("u-1")
    assert await chosen() == {
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
