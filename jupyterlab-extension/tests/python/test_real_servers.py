"""Servers that are killed and cut off: nothing is lost, nothing comes twice, the order stays."""

import signal

from servers import event, until


def ids(*numbers, notebook="a.ipynb"):
    return [f"{notebook}-{number}" for number in numbers]


def test_a_killed_server_loses_nothing_that_it_had_taken(jupyter, receiver):
    first = jupyter()
    assert [first.post(event(number)) for number in range(30)] == [202] * 30
    first.end(signal.SIGKILL)
    receiver.start()
    second = jupyter()
    assert second.post(event(30)) == 202
    until(lambda: len(receiver.ids()) == 31)
    assert receiver.ids() == ids(*range(31))
    until(lambda: second.ask("status")[1]["waiting"] == 0)
    assert second.ask("status")[1]["state"] == "connected"


def test_an_application_that_is_cut_off_and_comes_back_gets_all_in_order(jupyter, receiver):
    receiver.start()
    server = jupyter()
    for number in range(90):
        if number in (20, 50):
            receiver.cut()
        if number in (35, 80):
            receiver.start()
        notebook = "ab"[number % 2]
        assert server.post(event(number, notebook)) == 202
    until(lambda: len(receiver.ids()) == 90)
    for notebook, first in (("a", 0), ("b", 1)):
        own = [name for name in receiver.ids() if name.startswith(notebook)]
        assert own == ids(*range(first, 90, 2), notebook=notebook)


def test_an_end_in_peace_sends_what_can_be_sent(jupyter, receiver):
    receiver.start()
    server = jupyter()
    assert server.post(*[event(number) for number in range(2000)]) == 202
    server.end(signal.SIGTERM)
    assert receiver.ids() == ids(*range(2000))
    assert server.log.read_text().count("runs of notebooks are sent to " + receiver.url) == 1


def test_ten_thousand_waiting_events_arrive_once_and_in_order(jupyter, receiver):
    server = jupyter()
    for start in range(0, 10_000, 1000):
        assert server.post(*[event(number) for number in range(start, start + 1000)]) == 202
    status = server.ask("status")[1]
    assert (status["waiting"], status["state"]) == (10_000, "unreachable")
    receiver.start()
    until(lambda: server.ask("status")[1]["waiting"] == 0)
    assert receiver.ids() == ids(*range(10_000))
    assert len(receiver.file.read_text().splitlines()) == 10_000


def test_a_second_server_has_its_own_spool_and_a_third_takes_over_what_is_left(jupyter, receiver):
    first, second = jupyter(), jupyter(log="second.log")
    assert first.post(event(1, "a")) == second.post(event(1, "b")) == 202
    assert [server.ask("status")[1]["waiting"] for server in (first, second)] == [1, 1]
    first.end(signal.SIGKILL)
    second.end(signal.SIGKILL)
    third = jupyter(log="third.log")
    until(lambda: third.ask("status")[1]["waiting"] == 2)
    receiver.start()
    until(lambda: sorted(receiver.ids()) == ["a-1", "b-1"])
