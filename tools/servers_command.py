"""./dev servers: PostgreSQL and Redis alone, for ./mvnw quarkus:dev, until Ctrl-C."""

import argparse
import os

from tools import build, clone_lock, environment, passwords, processes
from tools.places import RUN, named
from tools.run_command import rotate_logs
from tools.servers import Servers
from tools.signals import Signals, Stopping


def run(_: argparse.Namespace) -> int:
    """Starts the two, keeps them alive and `.run/env` true."""
    lock = clone_lock.hold()
    processes.end_leftovers()
    staged = build.build()
    signals = Signals()
    rotate_logs()
    servers = Servers(staged, environment.given_servers(dict(os.environ)))
    known = passwords.kept()
    try:
        servers.start()
        servers.await_addresses(signals.wait)
        written: dict[str, str] = {}
        print(f"PostgreSQL and Redis are up; {named(environment.FILE)} names them. Stop with Ctrl-C.", flush=True)
        while True:
            if written != servers.addresses:
                written = dict(servers.addresses)
                keyset = {"CELL_MONITOR_KEYSET": str(RUN / "keyset.json")}
                environment.write({**written, **known, **keyset, "CELL_MONITOR_RUN": str(RUN)})
            signals.wait(0.2)
            servers.keep(signals.wait)
    except Stopping:
        return 0
    finally:
        servers.stop()
        environment.FILE.unlink(missing_ok=True)
        processes.forget()
        os.close(lock)
