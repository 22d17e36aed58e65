"""./dev servers: PostgreSQL and Redis alone, for ./mvnw quarkus:dev, until Ctrl-C."""

import argparse
import os

from tools import build, clone_lock, environment, passwords, processes
from tools.places import RUN
from tools.run_command import rotate_logs
from tools.servers import Servers
from tools.signals import Signals, Stopping


def run(_: argparse.Namespace) -> int:
    lock = clone_lock.hold()
    signals = Signals()
    processes.end_leftovers()
    build.build()
    rotate_logs()
    servers = Servers(environment.given_servers(dict(os.environ)))
    known = passwords.kept()
    try:
        servers.start()
        servers.await_addresses()
        written: dict[str, str] = {}
        print("PostgreSQL and Redis are up; .run/env names them. Stop with Ctrl-C.", flush=True)
        while True:
            if written != servers.addresses:
                written = dict(servers.addresses)
                environment.write({**written, **known, "CELL_MONITOR_KEYSET": str(RUN / "keyset.json"), "CELL_MONITOR_RUN": str(RUN)})
            signals.wait(0.2)
            servers.keep(signals.wait)
    except Stopping:
        return 0
    finally:
        servers.stop()
        environment.FILE.unlink(missing_ok=True)
        processes.forget()
        os.close(lock)
