"""A real Jupyter server with the extension, and a real HTTP receiver in place of Cell Monitor."""

import asyncio
import json
from dataclasses import dataclass, field

import pytest
from tornado.httpserver import HTTPServer
from tornado.testing import bind_unused_port
from tornado.web import Application, RequestHandler

pytest_plugins = ["pytest_jupyter.jupyter_server", "spools"]

STUDENT = "山田 花子"
API_KEY = "key-that-nobody-may-see"


@dataclass
class Recorder:
    """Keeps what comes in; answers as it is told."""

    url: str = ""
    requests: list = field(default_factory=list)
    status: int = 202
    headers: dict = field(default_factory=lambda: {"Content-Type": "application/json"})
    body: str = '{"status":"received","accepted":1,"event_ids":["e"],"rejected":[]}'
    delay: float = 0

    @property
    def last_events(self):
        """The body of the last request."""
        return json.loads(self.requests[-1].body)


class RecordingHandler(RequestHandler):
    """Records a request and answers it."""

    def initialize(self, recorder):
        self.recorder = recorder

    async def post(self):
        self.recorder.requests.append(self.request)
        await asyncio.sleep(self.recorder.delay)
        self.set_status(self.recorder.status)
        for name, value in self.recorder.headers.items():
            self.set_header(name, value)
        self.finish(self.recorder.body)


@pytest.fixture
def recorder(jp_asyncio_loop):
    recorder = Recorder()
    server = HTTPServer(Application([(".*", RecordingHandler, {"recorder": recorder})]))

    async def start():
        socket, port = bind_unused_port()
        server.add_socket(socket)
        recorder.url = f"http://127.0.0.1:{port}"

    jp_asyncio_loop.run_until_complete(start())
    yield recorder
    server.stop()


@pytest.fixture
def cell_monitor_config(recorder):
    """Traits of the extension; a test may replace the fixture's value."""
    return {"url": recorder.url, "student": STUDENT}


@pytest.fixture
def jp_server_config(cell_monitor_config):
    return {
        "ServerApp": {"jpserver_extensions": {"cell_monitor": True}},
        "CellMonitor": cell_monitor_config,
    }


@pytest.fixture
def post(jp_fetch):
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
