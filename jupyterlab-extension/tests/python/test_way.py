"""The way to the application: through which proxy, and how long it waits between tries."""

import pytest

from cell_monitor.application import Application, ApplicationClock, Unreachable
from cell_monitor.delivery.backoff import Backoff

FAR = "http://monitor.invalid"
ROUTE = "/api/v1/events"


@pytest.fixture(autouse=True)
def no_other_proxy(monkeypatch):
    """Take away the machine's own; names in small letters count before those in capitals."""
    for name in ("http_proxy", "no_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


async def ask_far():
    application = Application(FAR, 5, ApplicationClock())
    try:
        return await application.request("POST", ROUTE, content=b"[]")
    finally:
        await application.close()


async def test_a_proxy_of_the_environment_is_asked(recorder, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", recorder.url)
    assert (await ask_far()).status == 202
    (request,) = recorder.requests
    assert request.uri == FAR + ROUTE


async def test_but_not_for_whom_it_is_not(recorder, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", recorder.url)
    monkeypatch.setenv("NO_PROXY", "elsewhere.example,monitor.invalid")
    with pytest.raises(Unreachable):
        await ask_far()
    assert recorder.requests == []


def test_pauses_grow_to_a_cap_and_begin_anew_after_a_success():
    backoff = Backoff(first=1, cap=8)
    for longest in (1, 2, 4, 8, 8, 8):
        assert longest / 2 <= backoff.pause(0) <= longest
    backoff.reset()
    assert backoff.pause(0) <= 1


def test_no_two_students_of_a_class_come_back_at_the_same_moment():
    assert len({Backoff().pause(0) for _ in range(50)}) > 40
    assert len({Backoff().pause(20) for _ in range(50)}) > 40
    assert all(20 <= Backoff().pause(20) <= 22 for _ in range(50))
