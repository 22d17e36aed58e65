"""A real Jupyter server with the extension, and a real HTTP receiver in place of Cell Monitor."""

import json
from urllib.parse import parse_qsl

import pytest

from cell_monitor.choice import Choice, ChoiceFile
from cell_monitor.student_side import application_folder

pytest_plugins = ["pytest_jupyter.jupyter_server", "receivers", "servers", "spools"]

STUDENT = "山田 花子"
API_KEY = "key-that-nobody-may-see"


@pytest.fixture(autouse=True)
def _no_hub(monkeypatch):
    for name in ("JUPYTERHUB_API_TOKEN", "CELL_MONITOR_URL", "HTTP_PROXY", "http_proxy"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def cell_monitor_config(recorder):
    """Traits of the extension; a test may replace the fixture's value."""
    return {"url": recorder.url, "student": STUDENT}


@pytest.fixture
def earlier_choice():
    """Return what the student chose before this server; a test may replace it by None."""
    return Choice(notice_seen=True)


@pytest.fixture
def jp_server_config(cell_monitor_config):
    return {
        "ServerApp": {"jpserver_extensions": {"cell_monitor": True}},
        "CellMonitor": cell_monitor_config,
    }


@pytest.fixture
def side(jp_serverapp, jp_asyncio_loop, earlier_choice):
    """Return the parts of the extension in the server; they end with the test."""
    (app,) = jp_serverapp.extension_manager.extension_apps["cell_monitor"]
    if earlier_choice is not None:
        ChoiceFile(application_folder(app.side.configuration)).save(earlier_choice)
    yield app.side
    jp_asyncio_loop.run_until_complete(app.side.stop())


@pytest.fixture
def ask(jp_fetch, side):
    """Return what asks one of our routes and gives status and JSON."""

    async def request(path, method="GET", body=None, **arguments):
        route, _, query = path.partition("?")
        answer = await jp_fetch(
            *("cell-monitor", route),
            params=dict(parse_qsl(query)),
            method=method,
            body=None if body is None else json.dumps(body),
            headers=None if body is None else {"Content-Type": "application/json"},
            raise_error=False,
            **arguments,
        )
        return answer.code, json.loads(answer.body)

    return request


@pytest.fixture
def post(jp_fetch, side):
    """Return what posts a body to the extension and gives the answer, whatever its status."""

    async def send(body, **headers):
        return await jp_fetch(
            "cell-monitor",
            method="POST",
            body=body if isinstance(body, (str, bytes)) else json.dumps(body),
            headers={"Content-Type": "application/json", **headers},
            raise_error=False,
        )

    return send
