"""A clock that is wrong, here or in the browser, moves no event."""

from datetime import datetime, timedelta, timezone

import pytest

from cell_monitor.application import ApplicationClock
from cell_monitor.event_time import iso_time, read_time
from cell_monitor.intake.completion import completed

NOW = 1_795_000_000_000
HOUR = 60 * 60 * 1000


@pytest.fixture
def clock():
    """Return a clock that is an hour behind the application's and does not know it yet."""
    return ApplicationClock(lambda: NOW)


def http_date(milliseconds):
    moment = datetime.fromtimestamp(milliseconds / 1000, timezone.utc)
    return moment.strftime("%a, %d %b %Y %H:%M:%S GMT")


def test_the_exact_time_of_an_answer_is_learned(clock):
    clock.learn({"Cell-Monitor-Time": str(NOW + HOUR), "Date": http_date(NOW)}, NOW - 40, NOW)
    assert clock.offset == HOUR + 20
    assert clock.corrected() == NOW + HOUR + 20


def test_else_the_date_to_its_second(clock):
    clock.learn({"Date": http_date(NOW + HOUR)}, NOW, NOW)
    assert abs(clock.offset - HOUR) <= 500
    learned = clock.offset
    clock.learn({"Date": http_date(NOW + HOUR + 900)}, NOW, NOW)
    assert clock.offset == learned


@pytest.mark.parametrize("headers", [{}, {"Date": "yesterday"}, {"Cell-Monitor-Time": "-1"}])
def test_an_answer_without_a_time_says_nothing(clock, headers):
    clock.learn(headers, NOW, NOW)
    assert (clock.offset, clock.is_known) == (0, False)


@pytest.mark.parametrize(
    "headers",
    [{"Cell-Monitor-Time": "9" * 15}, {"Date": "Fri, 31 Dec 9999 23:59:59 GMT"}],
)
def test_a_time_that_no_clock_says_is_not_believed(clock, headers):
    clock.learn(headers, NOW, NOW)
    assert (clock.offset, clock.is_known) == (0, False)


def test_a_slow_answer_says_nothing(clock):
    clock.learn({"Cell-Monitor-Time": str(NOW + HOUR)}, NOW - 20_000, NOW)
    assert not clock.is_known


@pytest.mark.parametrize("skew", [0, -9 * HOUR, 9 * HOUR])
def test_how_long_ago_something_was_is_by_the_browsers_clock_alone(clock, skew):
    clock.offset = HOUR
    happened, sent_at = NOW + skew - 3000, NOW + skew
    event = completed({"eventTime": iso_time(happened)}, clock, sent_at)
    assert event["eventTime"] == iso_time(NOW + HOUR - 3000)


def test_without_a_time_of_posting_the_browsers_clock_is_this_machines(clock):
    clock.offset = HOUR
    assert completed({"eventTime": iso_time(NOW)}, clock, None)["eventTime"] == iso_time(NOW + HOUR)
    assert completed({"eventTime": NOW}, clock, None)["eventTime"] == iso_time(NOW + HOUR)
    assert completed({}, clock, None)["eventTime"] == iso_time(NOW + HOUR)


@pytest.mark.parametrize("said", ["2026-11-22T10:00:00", "now", True, float("inf"), {}])
def test_a_time_that_is_not_certain_stays_for_the_application(clock, said):
    clock.offset = HOUR
    assert completed({"eventTime": said}, clock, NOW)["eventTime"] == said


@pytest.mark.parametrize(("happened", "sent_at"), [(2**53 - 1, None), (NOW, 2**53 - 1)])
def test_a_year_that_there_is_not_stays_for_the_application(clock, happened, sent_at):
    assert completed({"eventTime": happened}, clock, sent_at)["eventTime"] == happened


async def test_the_clock_of_a_login_page_is_not_the_applications(post, recorder, side):
    recorder.headers = {"Content-Type": "text/html", "Date": http_date(NOW)}
    await post({"eventType": "help"})
    await recorder.until(lambda: recorder.requests)
    await recorder.until(lambda: side.sender.standing.failing)
    assert not side.clock.is_known


async def test_in_a_server_whose_clock_is_an_hour_behind(post, recorder, side):
    def in_an_hour():
        return datetime.now(timezone.utc) + timedelta(hours=1)

    def said(request):
        return read_time(request.headers["Cell-Monitor-Sent-At"])

    recorder.headers["Cell-Monitor-Time"] = str(int(in_an_hour().timestamp() * 1000))
    await post({"eventType": "before"})
    await recorder.until(lambda: side.outbox.counts.sent == 1)
    await post({"eventType": "after"})
    before, after = await recorder.until_events(2)
    first, second = recorder.requests
    # Late is what lies between an event and its sending: nothing, by either clock.
    assert abs(said(first) - read_time(before["eventTime"])) < 60_000
    assert abs(said(second) - read_time(after["eventTime"])) < 60_000
    hour = read_time(after["eventTime"]) - read_time(before["eventTime"])
    assert abs(hour - HOUR) < 60_000


async def test_events_by_two_clocks_do_not_share_a_time_of_sending(post, recorder, side):
    recorder.status = 503
    await post({"eventType": "tried alone"})
    await recorder.until(lambda: side.sender.standing.failing)
    await post({"eventType": "before"})
    side.clock.offset = HOUR
    await post({"eventType": "after"})
    recorder.status = 202
    side.sender.nudge()
    await recorder.until(lambda: side.outbox.counts.sent == 3)
    before, after = recorder.requests[-2:]
    times = [read_time(request.headers["Cell-Monitor-Sent-At"]) for request in (before, after)]
    assert abs(times[1] - times[0] - HOUR) < 60_000
