"""Packages of Node for programs that are no part of the build."""

import os
import subprocess
from pathlib import Path

from tools.failure import Failure
from tools.places import named


def install(folder: Path) -> None:
    """Installs the packages of Node that are missing or older than their lock file."""
    modules, lock = folder / "node_modules", folder / "package-lock.json"
    if modules.exists() and modules.stat().st_mtime >= lock.stat().st_mtime:
        return
    command = ["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"]
    # Registries fail at times, and a test run must not for that.
    if all(subprocess.run(command, cwd=folder, check=False, timeout=600).returncode for _ in range(2)):
        raise Failure(f"The packages of {named(folder)} could not be installed (npm ci)")
    os.utime(modules)
