"""The embedded PostgreSQL and Redis, as one child that keeps both alive."""

import json
import threading

from tools import ports
from tools.child import Backoff, Child
from tools.environment import without_old
from tools.failure import Failure
from tools.places import RUN, TEST_CLASSES, TEST_CLASSPATH
from tools.toolchain import build_environment, java_home

VARIABLES = {"postgres": "CELL_MONITOR_PG", "redis": "CELL_MONITOR_REDIS"}
JAVA_OPTIONS = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx96m", "-XX:+AutoCreateSharedArchive",
                "-Xlog:cds=off", "-Xlog:cds+dynamic=off", f"-XX:SharedArchiveFile={RUN / 'servers.jsa'}", "--enable-native-access=ALL-UNNAMED"]


class Servers:
    """Those of the two that were not given from outside. `addresses` always holds where they answer now."""

    def __init__(self, given: dict[str, str]) -> None:
        self.addresses = dict(given)
        self.wanted = {server: ports.free() for server, name in VARIABLES.items() if name not in given}
        self.child: Child | None = None
        self.backoff = Backoff()
        self._changed = threading.Condition()

    def start(self) -> None:
        """Starts them; returns at once."""
        if not self.wanted:
            return
        classpath = f"{TEST_CLASSES}:{TEST_CLASSPATH.read_text().strip()}"
        command = [str(java_home() / "bin" / "java"), *JAVA_OPTIONS, "-cp", classpath, "io.cellmonitor.servers.EmbeddedServers",
                   str(RUN), *(f"{server}={port}" for server, port in self.wanted.items())]
        self.child = Child("servers", command, without_old(build_environment()), RUN / "servers.log", talks=True)
        threading.Thread(target=self._listen, args=(self.child,), daemon=True).start()

    def await_addresses(self, patience: float = 120) -> None:
        """Waits until each has started once."""
        with self._changed:
            ready = self._changed.wait_for(lambda: self._complete() or not self._alive(), patience)
        if not ready or not self._complete():
            raise Failure("The embedded servers do not start; see .run/servers.log")

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
            with self._changed:
                if "address" in said:
                    if VARIABLES[said["server"]] in self.addresses:
                        print(f"{said['server']} is up again.", flush=True)
                    self.addresses[VARIABLES[said["server"]]] = said["address"]
                self._changed.notify_all()
        with self._changed:
            self._changed.notify_all()

    def _complete(self) -> bool:
        return all(VARIABLES[server] in self.addresses for server in self.wanted)

    def _alive(self) -> bool:
        return self.child is not None and self.child.process.poll() is None
