"""./dev format and ./dev lint."""

import subprocess
from pathlib import Path

from tools.places import DASHBOARD, EXTENSION, ROOT
from tools.toolchain import build_environment, node

PYTHON = ["dev", "tools"]
Step = tuple[Path, list[str]]


def write() -> int:
    """Formats all that has a formatter."""
    return _all(
        [
            (ROOT, ["./mvnw", "-q", "spotless:apply"]),
            *_dashboard("format"),
            (EXTENSION, ["./lint", "--fix"]),
            *_python(["check", "--fix"], ["format"]),
        ]
    )


def check() -> int:
    """Says what ./dev format would change and what the linters object to."""
    return _all(
        [
            (ROOT, ["./mvnw", "-q", "spotless:check"]),
            *_dashboard("lint", "typecheck"),
            (EXTENSION, ["./lint"]),
            *_python(["check"], ["format", "--check"]),
        ]
    )


def _dashboard(*scripts: str) -> list[Step]:
    node()
    install = [] if (DASHBOARD / "node_modules").exists() else [(DASHBOARD, ["npm", "ci", "--no-audit", "--no-fund"])]
    return [*install, *((DASHBOARD, ["npm", "run", "--silent", script]) for script in scripts)]


def _python(*commands: list[str]) -> list[Step]:
    # The extension's own check, which comes before, installs the linter beside it.
    ruff = str(EXTENSION / ".venv" / "bin" / "ruff")
    return [(ROOT, [ruff, *words, *PYTHON]) for words in commands]


def _all(steps: list[Step]) -> int:
    """Runs them one after the other, each whatever the others say; 1 when one of them objects."""
    codes = []
    for folder, command in steps:
        print(f"{folder.name}: {' '.join(map(_name, command))}", flush=True)
        try:
            codes.append(subprocess.run(command, cwd=folder, env=build_environment(), check=False).returncode)
        except FileNotFoundError:
            print(f"{command[0]} is missing: the step that installs it has failed.", flush=True)
            codes.append(127)
    return int(any(codes))


def _name(word: str) -> str:
    return Path(word).name if "/" in word else word
