"""A receiver in a process of its own, that can be killed: writes what it has taken to a file.

Usage: receiver_process.py PORT FILE
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
        """Write each event on a line."""
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if self.headers.get("Content-Encoding") == "gzip":
            body = gzip.decompress(body)
        with WRITING, open(sys.argv[2], "a", encoding="utf-8") as file:
            for event in json.loads(body):
                file.write(json.dumps(event) + "\n")
        answer = b'{"status":"received","rejected":[]}'
        self.send_response(202)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(answer)))
        self.send_header("Cell-Monitor-Time", str(int(time.time() * 1000)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_):
        """Say nothing."""


ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()
