"""./dev run: everything, until Ctrl-C."""

import argparse
import os

from tools import build, clone_lock, environment, freshness, passwords, ports, processes, rest, training
from tools.application import LOG, Application
from tools.failure import Failure
from tools.places import RUN, named
from tools.servers import Servers
from tools.signals import Signals, Stopping
from tools.simulate_command import Simulation
from tools.staging import Staged


def run(arguments: argparse.Namespace) -> int:
    """Starts all parts, keeps them alive, stops them in order."""
    lock = clone_lock.hold()
    left = processes.end_leftovers()
    if left:
        print(f"Ended what a killed run left: {', '.join(left)}.", flush=True)
    given = environment.given_servers(dict(os.environ))
    if arguments.fresh:
        freshness.throw_away(given)
    environment.FILE.unlink(missing_ok=True)
    port = ports.demanded(arguments.port)
    staged = training.trained(build.build())
    signals = Signals()
    rotate_logs()
    session = Session(staged, port, given, arguments.students, signals)
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

    def __init__(self, staged: Staged, port: int, given: dict[str, str], students: int, signals: Signals) -> None:
        self.passwords = passwords.kept()
        self.signals = signals
        self.servers = Servers(staged, given)
        self.application = Application(staged, port, self.passwords)
        self.simulation = Simulation(staged, students) if students else None
        self.values: dict[str, str] = {}

    def begin(self) -> None:
        """Starts all; the application waits for its servers by itself."""
        self.servers.start()
        self.servers.await_addresses(self.signals.wait)
        self._start_application()
        if self.simulation:
            self.simulation.start()

    def tend(self) -> None:
        """Starts again what has died."""
        self.servers.keep(self.signals.wait)
        moved = self.application.servers != self.servers.addresses
        if moved or not self.application.alive():
            self._start_application_again(moved)
        if self.simulation:
            self.simulation.keep(self.signals.wait)

    def _start_application_again(self, moved: bool) -> None:
        if moved:
            print("A server has another address now; starting the application again.", flush=True)
            self.application.stop()
        else:
            print("The application ended; starting it again.", flush=True)
            self._wait(self.application.backoff.next())
        try:
            self._start_application()
            print("The application is up again.", flush=True)
        except Failure as failure:
            print(failure, flush=True)

    def _wait(self, seconds: float) -> None:
        """Lets time pass in which the servers are tended."""
        self.signals.wait(seconds)
        self.servers.keep(self.signals.wait)

    def end(self) -> None:
        for part in (self.simulation, self.application, self.servers):
            if part:
                part.stop()

    def _start_application(self) -> None:
        self.application.start(self.servers.addresses)
        self.application.await_ready(self._wait)
        teacher = self.passwords["CELL_MONITOR_TEACHER"]
        demo = rest.first_class(self.application.url, teacher, self.passwords["CELL_MONITOR_TEACHER_PASSWORD"])
        self.values = {
            "CELL_MONITOR_URL": self.application.url,
            "CELL_MONITOR_MANAGEMENT_URL": self.application.management_url,
            **self.application.servers,
            "CELL_MONITOR_CLASS": demo["id"],
            "CELL_MONITOR_JOIN_CODE": demo["joinCode"],
            **{name: value for name, value in self.passwords.items() if "_PG_" not in name},
            "CELL_MONITOR_PID": str(self.application.child.pid),
            "CELL_MONITOR_RUN": str(RUN),
        }
        environment.write(self.values)

    def block(self) -> str:
        """What a person must know."""
        join_code = self.values["CELL_MONITOR_JOIN_CODE"]
        return f"""
  Dashboard   {self.application.url}/dashboard
  Sign in     {self.values["CELL_MONITOR_TEACHER"]} / {self.values["CELL_MONITOR_TEACHER_PASSWORD"]}
  Events to   {self.application.url}/api/v1/events   (open door, demo class, join code {join_code})
  Programs    source {named(environment.FILE)}        Logs  {named(LOG)}
  Stop        Ctrl-C
"""
