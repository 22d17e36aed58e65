"""Finds the programs that the project needs, and says how to get the missing ones."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from tools.failure import Failure

JAVA_RELEASE = 25
NODE_RELEASE = (20, 19)


def java_homes(environment: dict[str, str]) -> Iterator[Path]:
    """Where a JDK may be, likeliest first; not all of these exist."""
    if environment.get("JAVA_HOME"):
        yield Path(environment["JAVA_HOME"])
    home = Path(environment.get("HOME", "/"))
    for folder, rest in (
        (Path("/usr/lib/jvm"), ""),
        (home / ".sdkman/candidates/java", ""),
        (home / ".jdks", ""),
        (Path("/opt"), ""),
        (Path("/Library/Java/JavaVirtualMachines"), "Contents/Home"),
    ):
        if folder.is_dir():
            for entry in sorted(folder.iterdir(), reverse=True):
                yield entry / rest
    java = shutil.which("java", path=environment.get("PATH"))
    if java:
        yield Path(java).resolve().parent.parent


def java_release(home: Path) -> int | None:
    """The feature release of the JDK in `home`, from its `release` file; None when it is not a JDK with a compiler."""
    try:
        text = (home / "release").read_text()
    except OSError:
        return None
    version = re.search(r'^JAVA_VERSION="(\d+)', text, re.MULTILINE)
    return int(version[1]) if version and (home / "bin" / "javac").exists() else None


def java_home(homes: Iterable[Path] | None = None) -> Path:
    """The first JDK 25 among `homes`; of all that this machine has, when none are given."""
    for home in java_homes(dict(os.environ)) if homes is None else homes:
        if java_release(home) == JAVA_RELEASE:
            return home
    raise Failure(
        f"JDK {JAVA_RELEASE} not found (looked at JAVA_HOME, /usr/lib/jvm, ~/.sdkman, ~/.jdks, /opt, PATH).\n"
        "Get it from https://adoptium.net/temurin/releases/?version=25, or: sdk install java 25-tem"
    )


def node() -> str:
    """Node.js, with npm beside it."""
    found = shutil.which("node")
    wanted = ".".join(map(str, NODE_RELEASE))
    how = "Get it from https://nodejs.org/en/download, or: nvm install 22"
    if not found:
        raise Failure(f"Node.js {wanted} or newer not found.\n{how}")
    version = subprocess.run([found, "--version"], capture_output=True, text=True, timeout=30, check=False).stdout
    numbers = tuple(int(part) for part in re.findall(r"\d+", version)[:2])
    if numbers < NODE_RELEASE:
        raise Failure(f"Node.js {wanted} or newer is needed, {found} is {version.strip()}.\n{how}")
    if not shutil.which("npm"):
        raise Failure(f"npm not found; it comes with Node.js.\n{how}")
    return found


def chromium() -> str:
    """A Chromium or Chrome: CELL_MONITOR_CHROMIUM, else on PATH."""
    for name in (os.environ.get("CELL_MONITOR_CHROMIUM"), "chromium", "chromium-browser", "google-chrome"):
        found = name and shutil.which(name)
        if found:
            return found
    raise Failure(
        "Chromium not found.\nGet the package `chromium` (Debian: apt install chromium), or set CELL_MONITOR_CHROMIUM."
    )


def influx_missing(environment: dict[str, str], program: Path = Path("/usr/bin/influxd")) -> str | None:
    """What to say where no InfluxDB is here for the tests; None when there is one."""
    given = environment.get("CELL_MONITOR_TEST_INFLUXD")
    if given and not shutil.which(given):
        raise Failure(f"CELL_MONITOR_TEST_INFLUXD: there is no program {given}.")
    if given or program.exists():
        return None
    return (
        "InfluxDB not found: the time series is tested on PostgreSQL only, unless Docker answers.\n"
        "Get the package `influxdb` (Debian: apt install influxdb), or set CELL_MONITOR_TEST_INFLUXD to an influxd 2.x."
    )


def build_environment() -> dict[str, str]:
    """Our environment with JAVA_HOME set to a JDK 25, for Maven and all that it starts."""
    home = java_home()
    return {**os.environ, "JAVA_HOME": str(home), "PATH": f"{home / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}"}
