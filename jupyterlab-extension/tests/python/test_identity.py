"""Who a student is comes from the server, never from the browser."""

import pytest
from jupyter_server.auth.identity import IdentityProvider, User

from conftest import STUDENT

CLAIMS = {
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
    await post({"eventType": "help", claim: CLAIMS[claim]})
    assert recorder.last_events == {"eventType": "help", "userName": STUDENT}


async def test_also_in_every_event_of_a_list_and_in_an_envelope(post, recorder):
    await post(
        [{"eventType": "help", **CLAIMS}, {"event_type": "help", "data": {**CLAIMS, "x": 1}}]
    )
    assert recorder.last_events == [
        {"eventType": "help", "userName": STUDENT},
        {"event_type": "help", "data": {"x": 1}, "userName": STUDENT},
    ]


async def test_what_is_no_event_stays_in_its_place_for_the_application_to_refuse(post, recorder):
    await post(["not an event", {"eventType": "help"}])
    assert recorder.last_events == [None, {"eventType": "help", "userName": STUDENT}]


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
        assert recorder.last_events["userName"] == "s-042"
