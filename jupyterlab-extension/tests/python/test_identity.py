"""Who a student is comes from the server, never from the browser."""

import pytest
from jupyter_server.auth.identity import IdentityProvider, User

from conftest import STUDENT

HELP = {"eventId": "e", "eventTime": "now", "eventType": "help"}

CLAIMS = {
    "classId": "other",
    "emailAddress": "someone@example.org",
    "userId": "someone",
    "userName": "Someone Else",
    "teamName": "A",
    "user_id": "someone",
    "email_address": "someone@example.org",
    "team_name": "A",
    "user_name": "Someone Else",
}


@pytest.mark.parametrize("claim", sorted(CLAIMS))
async def test_a_claim_of_the_browser_is_taken_out(post, recorder, claim):
    await post({"eventId": "e", "eventTime": "now", "eventType": "help", claim: CLAIMS[claim]})
    (event,) = await recorder.until_events(1)
    assert event == {**HELP, "userName": STUDENT}


async def test_also_in_every_event_of_a_list_and_in_an_envelope(post, recorder):
    envelope = {"eventId": "f", "eventTime": "now", "event_type": "help"}
    await post([{**HELP, **CLAIMS}, {**envelope, "data": {**CLAIMS, "x": 1}}])
    assert await recorder.until_events(2) == [
        {**HELP, "userName": STUDENT},
        {**envelope, "data": {"x": 1}, "userName": STUDENT},
    ]


async def test_also_in_a_test_where_what_is_no_event_stays_for_the_application(post, recorder):
    await post({"test_id": "t", "events": ["not an event", {**HELP, **CLAIMS}]})
    assert recorder.last_events == [None, {**HELP, "userName": STUDENT}]


class FixedIdentity(IdentityProvider):
    """Knows one user, as a hub does."""

    def generate_anonymous_user(self, handler):
        """Return the user of every request that carries the token."""
        return User("s-042")


class TestWithoutConfiguredName:
    """Jupyter's own name of its user is taken."""

    @pytest.fixture
    def jp_server_config(self, recorder):
        return {
            "ServerApp": {
                "jpserver_extensions": {"cell_monitor": True},
                "identity_provider_class": FixedIdentity,
            },
            "CellMonitor": {"url": recorder.url},
        }

    async def test_it_is_jupyters_user(self, post, recorder):
        await post({"eventType": "help"})
        (event,) = await recorder.until_events(1)
        assert event["userName"] == "s-042"
