"""Ports on loopback."""

import random
import socket
from pathlib import Path

from tools.failure import Failure

LOWEST = 10_000
OUTGOING = Path("/proc/sys/net/ipv4/ip_local_port_range")


def free(wanted: int = 0) -> int:
    """`wanted` when nobody listens there, else any.

    It is below the ports that outgoing connections are given: one of these may hold it while its server is away, and a
    client that asks for that server again and again would sooner or later be connected to itself.
    """
    end = first_outgoing()
    below = [random.randrange(LOWEST, end) for _ in range(100)] if end > LOWEST else []
    for port in [wanted, *below, 0] if wanted else [*below, 0]:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return probe.getsockname()[1]
    raise Failure("No free port on 127.0.0.1")


def first_outgoing() -> int:
    """The lowest port that an outgoing connection may be given."""
    try:
        return int(OUTGOING.read_text().split()[0])
    except (OSError, ValueError, IndexError):
        return 32768


def demanded(port: int) -> int:
    """`port` itself (0: any free one); fails when it is taken."""
    found = free(port)
    if port not in (0, found):
        raise Failure(f"Port {port} is taken. Choose another: ./dev run --port 8081 (or --port 0 for any free one).")
    return found
