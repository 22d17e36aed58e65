"""./dev test house: images, compose file, workflows, alert rules, scripts and imports, each by its own linter."""

import shutil
import subprocess
import sys
from pathlib import Path

from tools import node_packages
from tools.failure import Failure
from tools.places import ROOT, named
from tools.toolchain import node

FOLDER = ROOT / "tools" / "house"
VENV = FOLDER / ".venv"
DOCKER = ROOT / "src" / "main" / "docker"
WORKFLOWS = ROOT / ".github" / "workflows"
# Programs that only Debian has, and their packages.
PROGRAMS = {"promtool": "prometheus", "shellcheck": "shellcheck"}
# Where an import may not lead back to its own file.
SOURCES = ["dashboard/src", "jupyterlab-extension/src"]
LIMIT = 300


def run() -> tuple[int, int]:
    """How many checks passed and failed; says what failed, and why."""
    require_programs()
    install()
    failed = [name for name, command in checks() if not passes(name, command)]
    return len(checks()) - len(failed), len(failed)


def checks() -> list[tuple[str, list[str]]]:
    """Each check's name and command."""
    schema = [str(VENV / "bin" / "check-jsonschema"), "--builtin-schema"]
    workflows = files(WORKFLOWS, "*.yml")
    rules = DOCKER / "prometheus"
    cruiser = FOLDER / "node_modules" / ".bin" / "depcruise"
    return [
        ("Dockerfiles", [str(VENV / "bin" / "hadolint"), *files(DOCKER, "Dockerfile.*")]),
        ("compose file", [*schema, "vendor.compose-spec", str(ROOT / "docker-compose.yml")]),
        ("workflows' schema", [*schema, "vendor.github-workflows", *workflows]),
        ("workflows", [node(), str(FOLDER / "check-workflows.mjs"), *workflows]),
        ("Prometheus", ["promtool", "check", "config", "--syntax-only", str(rules / "prometheus.yml")]),
        ("alert rules", ["promtool", "check", "rules", str(rules / "alerts.yml")]),
        ("alerts", ["promtool", "test", "rules", str(rules / "alerts.test.yml")]),
        ("imports", [str(cruiser), "--config", str(FOLDER / "dependencies.mjs"), *SOURCES]),
        ("scripts", ["shellcheck", str(ROOT / ".ci" / "run"), *files(DOCKER, "*.sh")]),
    ]


def files(folder: Path, pattern: str) -> list[str]:
    """All of a kind; at least one, for a linter of nothing says nothing."""
    found = sorted(map(str, folder.glob(pattern)))
    if not found:
        raise Failure(f"There is no {pattern} in {named(folder)}")
    return found


def passes(name: str, command: list[str]) -> bool:
    """Whether a linter has nothing to object to."""
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=LIMIT)
    if ended.returncode:
        print(f"{name}:\n{ended.stdout}{ended.stderr}", flush=True)
    return ended.returncode == 0


def require_programs(path: str | None = None) -> None:
    """Fails when a program is not on `path` (else PATH), with the names of Debian's packages."""
    absent = {package for program, package in PROGRAMS.items() if not shutil.which(program, path=path)}
    if absent:
        raise Failure(f"Linters are missing: apt-get install {' '.join(sorted(absent))} (Debian)")


def install() -> None:
    """The linters that come as packages, once for each list of them."""
    requirements = FOLDER / "requirements.txt"
    done = VENV / "installed.txt"
    if not done.exists() or done.read_text() != requirements.read_text():
        step([sys.executable, "-m", "venv", "--clear", str(VENV)])
        step([str(VENV / "bin" / "pip"), "install", "--quiet", "--disable-pip-version-check", "-r", str(requirements)])
        done.write_text(requirements.read_text())
    node_packages.install(FOLDER)


def step(command: list[str]) -> None:
    """Runs a step of the installation; twice where the first try fails, for registries do."""
    for _ in range(2):
        ended = subprocess.run(command, cwd=FOLDER, capture_output=True, text=True, check=False, timeout=LIMIT)
        if not ended.returncode:
            return
    raise Failure(f"{Path(command[0]).name}: {ended.stderr.strip()[-2000:]}")
