"""./dev format and ./dev lint."""

import os
import shutil
import subprocess
from pathlib import Path

from tools.places import DASHBOARD, EXTENSION, ROOT
from tools.toolchain import build_environment, node

PYTHON = ["dev", "tools", "jupyterlab-extension"]


def write() -> int:
    """Formats all that has a formatter."""
    return _all([(ROOT, ["./mvnw", "-q", "spotless:apply"]), *_npm("format"), *_ruff(["format"])])


def check() -> int:
    """Says what ./dev format would change and what the linters object to."""
    return _all(
        [
            (ROOT, ["./mvnw", "-q", "spotless:check"]),
            *_npm("lint"),
            *_npm("typecheck"),
            *_ruff(["check"]),
            *_ruff(["format", "--check"]),
        ]
    )


def _npm(script: str) -> list[tuple[Path, list[str]]]:
    node()
    folders = [folder for folder in (DASHBOARD, EXTENSION) if (folder / "package.json").exists()]
    for folder in folders:
        if not (folder / "node_modules").exists() and (folder / "package-lock.json").exists():
            subprocess.run(["npm", "ci", "--no-audit", "--no-fund"], cwd=folder, check=True)
    return [(folder, ["npm", "run", "--if-present", script]) for folder in folders]


def _ruff(words: list[str]) -> list[tuple[Path, list[str]]]:
    beside = EXTENSION / ".venv" / "bin" / "ruff"
    ruff = str(beside) if beside.exists() else shutil.which("ruff")
    if not ruff:
        print("ruff not found, Python is left out. Get it: pip install ruff")
        return []
    return [(ROOT, [ruff, *words, *(name for name in PYTHON if (ROOT / name).exists())])]


def _all(steps: list[tuple[Path, list[str]]]) -> int:
    environment = {**os.environ, **build_environment()}
    codes = [subprocess.run(command, cwd=folder, env=environment, check=False).returncode for folder, command in steps]
    return int(any(codes))
