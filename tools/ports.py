"""Ports on loopback."""

import socket

from tools.failure import Failure


def free(wanted: int = 0) -> int:
    """`wanted` when nobody listens there, else any."""
    for port in (wanted, 0):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return probe.getsockname()[1]
    raise Failure("No free port on 127.0.0.1")


def demanded(port: int) -> int:
    """`port` itself (0: any free one); fails when it is taken."""
    found = free(port)
    if port not in (0, found):
        raise Failure(f"Port {port} is taken. Choose another: ./dev run --port 8081 (or --port 0 for any free one).")
    return found
