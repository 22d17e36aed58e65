"""The extension in its server: who may call it, what it tells, how it is configured."""

import os

import pytest
from traitlets import TraitError

from cell_monitor import CellMonitor
from conftest import API_KEY, STUDENT


async def test_the_status_says_to_whom_and_as_whom_and_no_secret(ask, recorder):
    code, status = await ask("status")
    assert (code, status["url"], status["userName"]) == (200, recorder.url, STUDENT)
    assert status["identity"]["kind"] == "open_door"
    assert status["state"] == "connected"


@pytest.mark.parametrize(
    ("path", "method"),
    [
        ((), "POST"),
        (("status",), "GET"),
        (("sent",), "GET"),
        (("choice",), "GET"),
        (("choice",), "PUT"),
        (("identity",), "POST"),
        (("identity",), "DELETE"),
        (("news",), "GET"),
        (("own",), "GET"),
    ],
)
async def test_who_is_not_signed_in_is_refused(jp_fetch, side, recorder, path, method):
    answer = await jp_fetch(
        "cell-monitor",
        *path,
        method=method,
        body='{"eventType":"help"}' if method in ("POST", "PUT") else None,
        headers={"Authorization": "token wrong"},
        raise_error=False,
    )
    assert answer.code == 403
    assert recorder.requests == []


async def test_a_page_with_the_right_xsrf_token_must_be_signed_in_all_the_same(
    jp_fetch, side, recorder
):
    xsrf = "2|d7d4a5c2|5c1b0f6d9a8e7f60514233243546576879|1795136529"
    answer = await jp_fetch(
        "cell-monitor",
        method="POST",
        body='{"eventType":"help"}',
        headers={
            "Authorization": "token wrong",
            "Content-Type": "application/json",
            "Cookie": f"_xsrf={xsrf}",
            "X-XSRFToken": xsrf,
        },
        raise_error=False,
    )
    assert answer.code == 403
    assert recorder.requests == []


def test_the_environment_configures_it_and_keeps_the_key_from_kernels(monkeypatch):
    monkeypatch.setenv("CELL_MONITOR_URL", "https://monitor.example.org/")
    monkeypatch.setenv("CELL_MONITOR_API_KEY", API_KEY)
    monkeypatch.setenv("CELL_MONITOR_STUDENT", STUDENT)
    monkeypatch.setenv("CELL_MONITOR_CLASS", "class-1")
    configuration = CellMonitor()
    assert configuration.url.rstrip("/") == "https://monitor.example.org"
    assert configuration.api_key == API_KEY
    assert (configuration.student, configuration.class_id) == (STUDENT, "class-1")
    assert "CELL_MONITOR_API_KEY" not in os.environ


@pytest.mark.parametrize(
    "url", ["ftp://x", "monitor", "http://", "http://name:password@x", "http://x?token=1"]
)
def test_an_address_that_is_none_or_holds_a_secret_is_refused(url):
    with pytest.raises(TraitError):
        CellMonitor(url=url)
