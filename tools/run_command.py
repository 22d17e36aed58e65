"""./dev run: everything, until Ctrl-C."""

import argparse
import os

from tools import build, clone_lock, environment, freshness, passwords, ports, processes, rest
from tools.application import Application
from tools.failure import Failure
from tools.places import RUN
from tools.servers import Servers
from tools.signals import Signals, Stopping
from tools.simulate_command import Simulation


def run(arguments: argparse.Namespace) -> int:
    """Starts all parts, keeps them alive, stops them in order."""
    lock = clone_lock.hold()
    signals = Signals()
    left = processes.end_leftovers()
    if left:
        print(f"Ended what a killed run left: {', '.join(left)}.", flush=True)
    given = environment.given_servers(dict(os.environ))
    if arguments.fresh:
        freshness.throw_away(given)
    environment.FILE.unlink(missing_ok=True)
    port = ports.demanded(arguments.port)
    build.build()
    rotate_logs()
    session = Session(port, given, arguments.students, signals)
    try:
        session.begin()
        print(session.block(), flush=True)
        while True:
            signals.wait(0.2)
            session.tend()
    except Stopping:
        print("\nStopping ...", flush=True)
        return 0
    finally:
        session.end()
        environment.FILE.unlink(missing_ok=True)
        processes.forget()
        os.close(lock)


def rotate_logs() -> None:
    """Keeps the last run's logs as `.1`."""
    for name in ("application.log", "servers.log", "simulate.log"):
        log = RUN / name
        if log.exists():
            log.replace(RUN / f"{name}.1")


class Session:
    """The parts of one run and how they hang together."""

    def __init__(self, port: int, given: dict[str, str], students: int, signals: Signals) -> None:
        self.passwords = passwords.kept()
        self.signals = signals
        self.given = given
        self.servers = Servers(given)
        self.application = Application(port, self.passwords)
        self.simulation = Simulation(students) if students else None
        self.values: dict[str, str] = {}

    def begin(self) -> None:
        self.servers.start()
        self.servers.await_addresses()
        self.application.start(self.servers.addresses)
        self._when_ready()
        if self.simulation:
            self.simulation.start()

    def tend(self) -> None:
        """Starts again what has died."""
        self.servers.keep(self.signals.wait)
        moved = self.application.servers != self.servers.addresses
        if moved:
            self.application.stop()
        if moved or not self.application.child.alive():
            print("The application ended; starting it again.", flush=True)
            self.signals.wait(0 if moved else self.application.backoff.next())
            self.application.start(self.servers.addresses)
            try:
                self._when_ready()
                print("The application is up again.", flush=True)
            except Failure as failure:
                print(failure, flush=True)
        if self.simulation:
            self.simulation.keep(self.signals.wait)

    def end(self) -> None:
        for part in (self.simulation, self.application, self.servers):
            if part:
                part.stop()

    def _when_ready(self) -> None:
        self.application.await_ready(self.signals.wait)
        demo = rest.first_class(self.application.url, self.passwords["CELL_MONITOR_TEACHER"],
                                self.passwords["CELL_MONITOR_TEACHER_PASSWORD"])
        self.values = {
            "CELL_MONITOR_URL": self.application.url, "CELL_MONITOR_MANAGEMENT_URL": self.application.management_url,
            **self.servers.addresses,
            "CELL_MONITOR_CLASS": demo["id"], "CELL_MONITOR_JOIN_CODE": demo["joinCode"],
            **{name: value for name, value in self.passwords.items() if "_PG_" not in name},
            "CELL_MONITOR_PID": str(self.application.child.pid), "CELL_MONITOR_RUN": str(RUN),
        }
        environment.write(self.values)

    def block(self) -> str:
        """What a person must know."""
        return f"""
  Dashboard   {self.application.url}/dashboard
  Sign in     {self.values["CELL_MONITOR_TEACHER"]} / {self.values["CELL_MONITOR_TEACHER_PASSWORD"]}
  Events to   {self.application.url}/api/v1/events   (open door, demo class, join code {self.values["CELL_MONITOR_JOIN_CODE"]})
  Programs    source .run/env        Logs  .run/application.log
  Stop        Ctrl-C
"""
