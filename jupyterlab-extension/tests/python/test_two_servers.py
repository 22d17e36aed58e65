"""Two real Jupyter servers of one account: what a student does at one holds at the other."""

from servers import event, until

SEEN = {"notice_seen": True}
WITHHELD = (202, {"status": "withheld", "reason": "no_consent"})


def join(server, number):
    given = {"join_code": "abc-def", "student_number": number, "name": number}
    assert server.ask("identity", "POST", given)[0] == 200


def leave(server):
    assert server.ask("identity", "DELETE")[0] == 200


def identity(server):
    return server.ask("status")[1]["identity"]


def test_who_joins_at_one_is_the_student_at_the_other(jupyter, receiver):
    receiver.start()
    first, second = jupyter(), jupyter(log="second.log")
    join(first, "s-1")
    # What was chosen before the join went along.
    assert second.post(event(1)) == 202
    until(lambda: receiver.sent_by(1) == "Bearer s-1")
    assert (identity(second)["kind"], identity(second)["student"]) == ("join_code", "s-1")
    assert second.ask("choice")[1]["turn"] == first.ask("choice")[1]["turn"]


def test_who_leaves_at_one_has_left_the_other_and_the_next_is_asked_anew(jupyter, receiver):
    receiver.start()
    first, second = jupyter(), jupyter(log="second.log")
    join(first, "s-1")
    assert second.post(event(1)) == 202
    until(lambda: receiver.sent_by(1) is not None)
    leave(first)
    assert second.ask(method="POST", body=[event(2)]) == WITHHELD
    assert second.ask("sent")[1]["events"] == []
    join(first, "s-2")
    assert second.ask(method="POST", body=[event(3)]) == WITHHELD
    assert second.ask("choice", "PUT", SEEN)[0] == 200
    assert first.post(event(4)) == second.post(event(5)) == 202
    until(lambda: receiver.sent_by(4) == receiver.sent_by(5) == "Bearer s-2")
    assert not {"a.ipynb-2", "a.ipynb-3"} & set(receiver.ids())


def test_what_waits_of_one_at_the_other_server_never_goes_out_as_the_nexts(jupyter, receiver):
    receiver.start()
    first, second = jupyter(), jupyter(log="second.log")
    join(first, "s-1")
    until(lambda: identity(second)["kind"] == "join_code")
    receiver.cut()
    assert second.post(event(1)) == 202
    until(lambda: second.ask("status")[1]["state"] == "unreachable")
    leave(first)
    receiver.start()
    join(first, "s-2")
    assert first.ask("choice", "PUT", SEEN)[0] == 200
    assert second.post(event(2)) == 202
    until(lambda: receiver.sent_by(2) == "Bearer s-2")
    assert second.ask("status")[1]["set_aside"] == 1
    assert "a.ipynb-1" not in receiver.ids()


def test_an_idle_server_learns_of_it_too(jupyter, receiver):
    receiver.start()
    first, second = jupyter(), jupyter(log="second.log")
    receiver.cut()
    assert second.post(event(1)) == 202
    until(lambda: second.ask("status")[1]["state"] == "unreachable")
    # Else what is tried again before the join would go as nobody's.
    receiver.start(has_open_door=False)
    join(first, "s-1")
    # Nobody asks the second one anything.
    until(lambda: receiver.sent_by(1) is not None)
