"""A real HTTP server in place of the application."""

import asyncio
import gzip
import json
from dataclasses import dataclass, field

import pytest
from tornado.httpserver import HTTPServer
from tornado.testing import bind_unused_port
from tornado.web import Application, RequestHandler

EVENTS = "/api/v1/events"
TOKEN = "/api/v1/student/token"
JSON = {"Content-Type": "application/json"}


@dataclass
class Recorder:
    """Keeps what comes in; answers as it is told."""

    url: str = ""
    requests: list = field(default_factory=list)
    status: int = 202
    headers: dict = field(default_factory=lambda: dict(JSON))
    body: str = '{"status":"received","accepted":1,"event_ids":["e"],"rejected":[]}'
    delay: float = 0
    routes: dict = field(default_factory=dict)
    """What answers a path instead: a function from a request to status, headers and body."""

    def at(self, path):
        """Return the requests to a path."""
        return [request for request in self.requests if request.path == path]

    @property
    def events(self):
        """Return all events in the order in which they came."""
        return [event for request in self.at(EVENTS) for event in read_events(request)]

    @property
    def last_events(self):
        """Return the body of the last request."""
        return read_body(self.requests[-1])

    def answer(self, request):
        """Return what is said to a request."""
        if request.path in self.routes:
            return self.routes[request.path](request)
        return self.status, self.headers, self.body

    async def until(self, condition, seconds=60):
        """Wait until something is so."""
        for _ in range(int(seconds / 0.02)):
            if condition():
                return
            await asyncio.sleep(0.02)
        pytest.fail("It did not come about in time")

    async def until_events(self, count):
        """Wait for so many events and return them all."""
        await self.until(lambda: len(self.events) >= count)
        return self.events


def read_body(request):
    """Return the JSON of a request, inflated."""
    body = request.body
    if request.headers.get("Content-Encoding") == "gzip":
        body = gzip.decompress(body)
    return json.loads(body)


def read_events(request):
    """Return the events of a request."""
    content = read_body(request)
    return content if isinstance(content, list) else [content]


class RecordingHandler(RequestHandler):
    """Records a request and answers it."""

    def initialize(self, recorder):
        self.recorder = recorder

    async def post(self):
        # Judged before the wait: what a test says then is for the next one.
        status, headers, body = self.recorder.answer(self.request)
        self.recorder.requests.append(self.request)
        await asyncio.sleep(self.recorder.delay)
        self.set_status(status)
        for name, value in headers.items():
            self.set_header(name, value)
        self.finish(body)

    get = post


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
