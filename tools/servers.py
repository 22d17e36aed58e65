"""The embedded PostgreSQL and Redis, as one child that keeps both alive."""

import json
import tempfile
import threading
import time

from tools import ports
from tools.child import Backoff, Child
from tools.environment import without_old
from tools.failure import Failure
from tools.places import RUN, named
from tools.staging import Staged
from tools.toolchain import build_environment, java_home

VARIABLES = {"postgres": "CELL_MONITOR_PG", "redis": "CELL_MONITOR_REDIS"}
LOG = RUN / "servers.log"
JAVA_OPTIONS = [
    "-XX:TieredStopAtLevel=1",
    "-XX:+UseSerialGC",
    # Unpacking PostgreSQL's programs, once on each machine, takes up to 200 MiB.
    "-Xmx256m",
    "--enable-native-access=ALL-UNNAMED",
    "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
]
MAIN = "io.cellmonitor.servers.EmbeddedServers"


class Servers:
    """Those of the two that were not given from outside. `addresses` always holds where they answer now."""

    def __init__(self, staged: Staged, given: dict[str, str]) -> None:
        self.staged = staged
        self.addresses = dict(given)
        self.wanted = {server: ports.free() for server, name in VARIABLES.items() if name not in given}
        self.child: Child | None = None
        self.backoff = Backoff()
        self._lock = threading.Lock()

    def start(self) -> None:
        """Starts them; returns at once."""
        if not self.wanted:
            return
        java = [str(java_home() / "bin" / "java"), *self.staged.archive("servers"), *JAVA_OPTIONS]
        ports_wanted = [f"{server}={port}" for server, port in self.wanted.items()]
        temporary = f"-Djava.io.tmpdir={tempfile.gettempdir()}"
        command = [*java, temporary, "-cp", self.staged.programs, MAIN, str(RUN), *ports_wanted]
        self.child = Child("servers", command, without_old(build_environment()), LOG, talks=True)
        threading.Thread(target=self._listen, args=(self.child,), daemon=True).start()

    def await_addresses(self, wait, patience: float = 120) -> None:
        """Waits until each has started once; `wait(seconds)` lets time pass."""
        end = time.monotonic() + patience
        while not self._complete():
            if not self._alive() or time.monotonic() > end:
                raise Failure(f"The embedded servers do not start; see {named(LOG)}")
            wait(0.02)

    def keep(self, wait) -> None:
        """Starts the child again when it has died; `wait(seconds)` lets time pass before."""
        if self.child and not self.child.alive():
            print("The embedded servers ended; starting them again.", flush=True)
            wait(self.backoff.next())
            self.start()

    def stop(self) -> None:
        if self.child:
            self.child.stop()

    def _listen(self, child: Child) -> None:
        for line in child.process.stdout:
            try:
                said = json.loads(line)
            except ValueError:
                continue
            if "address" in said:
                self._moved(said["server"], said["address"])
            elif "refused" in said:
                print(f"{said['server']} does not start ({said['refused']}); trying again.", flush=True)

    def _moved(self, server: str, address: str) -> None:
        with self._lock:
            if VARIABLES[server] in self.addresses:
                print(f"{server} is up again.", flush=True)
            # Another dictionary, not the same one changed: others read it on other threads.
            self.addresses = {**self.addresses, VARIABLES[server]: address}

    def _complete(self) -> bool:
        return all(VARIABLES[server] in self.addresses for server in self.wanted)

    def _alive(self) -> bool:
        return self.child is not None and self.child.process.poll() is None
