"""The application as a child of ./dev run."""

import json
import os
import re
import time
import urllib.error
import urllib.request
from pathlib import Path

from tools import ports
from tools.child import Backoff, Child
from tools.environment import without_old
from tools.failure import Failure
from tools.places import RUN, named
from tools.staging import Staged
from tools.toolchain import build_environment, java_home

JAVA_OPTIONS = ["--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"]
LOG = RUN / "application.log"
# Set for a run that teaches the JVM; see tools/training.py.
TRAINING = "CELL_MONITOR_TRAINING"
# Whatever proxy the environment names, it does not lead to ourselves.
LOOPBACK = urllib.request.build_opener(urllib.request.ProxyHandler({}))
REFUSAL = re.compile(r"CELL_MONITOR_[A-Z_]+: .*")


class Application:
    """On one port for its whole life, however often it is started."""

    def __init__(self, staged: Staged, port: int, passwords: dict[str, str]) -> None:
        self.staged = staged
        self.port = port
        self.management_port = ports.free()
        while self.management_port == port:
            self.management_port = ports.free()
        self.passwords = passwords
        self.servers: dict[str, str] = {}
        self.child: Child | None = None
        self.backoff = Backoff()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def management_url(self) -> str:
        return f"http://127.0.0.1:{self.management_port}"

    def start(self, servers: dict[str, str]) -> None:
        """Starts it on these servers; returns at once."""
        self.servers = dict(servers)
        environment = {
            **without_old(build_environment()),
            **self.servers,
            **self.passwords,
            "CELL_MONITOR_DEMO": "true",
            "CELL_MONITOR_OPEN_DOOR": "true",
            "CELL_MONITOR_LOG_JSON": "false",
            "CELL_MONITOR_KEYSET": str(RUN / "keyset.json"),
            "CELL_MONITOR_TOKEN_KEYS_FILE": str(RUN / "token-keys"),
            "CELL_MONITOR_PORT": str(self.port),
            "CELL_MONITOR_MANAGEMENT_PORT": str(self.management_port),
        }
        java = str(java_home() / "bin" / "java")
        options = [*self.staged.start(training=TRAINING in os.environ), *JAVA_OPTIONS]
        self.child = Child("application", [java, *options, "-jar", str(self.staged.application)], environment, LOG)

    def await_ready(self, wait, patience: float = 240) -> None:
        """Waits until it says that it is ready; fails when it ends instead or takes too long, and then it has ended."""
        end = time.monotonic() + patience
        while not self.ready():
            if not self.child.alive() or time.monotonic() > end:
                self.stop()
                raise Failure("\n".join([f"The application does not start; see {named(LOG)}", *refusals(LOG)]))
            wait(0.05)

    def alive(self) -> bool:
        return self.child is not None and self.child.alive()

    def ready(self) -> bool:
        """It takes events, and PostgreSQL holds the demo's class and accounts: without them it is no demo."""
        return self._is_up("ready", "redis") and self._is_up("well", "postgresql")

    def _is_up(self, part: str, check: str) -> bool:
        try:
            with LOOPBACK.open(f"{self.management_url}/q/health/{part}", timeout=5) as answer:
                return is_up(json.load(answer), check)
        except urllib.error.HTTPError as down:
            with down:
                return is_up(json.load(down), check)
        except (OSError, ValueError):
            return False

    def stop(self) -> None:
        if self.child:
            self.child.stop(150 if TRAINING in os.environ else 30)


def is_up(health: dict, check: str) -> bool:
    """Whether this one check of a health answer is up, whatever the others are."""
    return any(each["name"] == check and each["status"] == "UP" for each in health["checks"])


def refusals(log: Path) -> list[str]:
    """What the application's log names as the settings that it cannot start with."""
    said = log.read_text(errors="replace") if log.exists() else ""
    lines = said.partition("Cell Monitor does not start")[2].splitlines()
    return [match.group() for line in lines if (match := REFUSAL.search(line))]
