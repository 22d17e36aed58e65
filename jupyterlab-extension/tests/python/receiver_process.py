"""A receiver in a process of its own, that can be killed: writes what it has taken to a file.

Usage: receiver_process.py PORT FILE [closed]: events need a token then
"""

import gzip
import json
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

WRITING = threading.Lock()


class Handler(BaseHTTPRequestHandler):
    """Takes events as the application does: first to the disk, then the answer."""

    protocol_version = "HTTP/1.1"

    def do_POST(self):  # noqa: N802 - the name that the library calls
        """Give a token, or write each event on a line with whose token it came."""
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if self.path == "/api/v1/student/token":
            self._give_token(json.loads(body))
            return
        if "closed" in sys.argv and not self.headers.get("Authorization"):
            self._answer(401, {"status": 401})
            return
        if self.headers.get("Content-Encoding") == "gzip":
            body = gzip.decompress(body)
        with WRITING, open(sys.argv[2], "a", encoding="utf-8") as file:
            for event in json.loads(body):
                sent_by = self.headers.get("Authorization")
                file.write(json.dumps({**event, "sentBy": sent_by}) + "\n")
        self._answer(202, {"status": "received", "rejected": []})

    def _give_token(self, grant):
        # The number of a student is the secret of the device.
        number = grant.get("device_secret") or grant.get("student_number")
        if not number:
            self._answer(401, {"status": 401})
            return
        student = {"id": f"id-{number}", "display_name": number, "verified": True}
        token = {"token": number, "expires_in": 900, "device_secret": number}
        self._answer(200, {**token, "student": student, "class": None, "consent_required": False})

    def _answer(self, status, content):
        answer = json.dumps(content).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(answer)))
        self.send_header("Cell-Monitor-Time", str(int(time.time() * 1000)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_):
        """Say nothing."""


ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()
