"""The built wheel, in an environment of its own, on a machine without Node."""

import json
import os
import re
import shutil
import subprocess
import sys
import venv

import pytest

from servers import HERE

SECONDS = 300

EVERY_PART = """
import importlib, pkgutil, cell_monitor
for part in pkgutil.walk_packages(cell_monitor.__path__, "cell_monitor."):
    if not part.name.endswith("__main__"):
        importlib.import_module(part.name)
from cell_monitor.scrubbing import scrub_text
print(scrub_text("ghp_" + "aB3xY9kLmN2pQ7" * 3))
"""
"""Loads each of its modules, also those that are loaded late, and uses the scrubbing's library."""


@pytest.fixture(scope="module")
def clean(tmp_path_factory):
    """Return what runs a program of a new environment and gives its exit code and output."""
    (wheel,) = (HERE.parents[1] / "dist").glob("*.whl")
    folder = tmp_path_factory.mktemp("clean")
    venv.create(folder / "environment", with_pip=True, symlinks=True)
    programs = folder / "environment/bin"
    kept = ("PIP_", "SSL_", "HTTP", "http", "NO_PROXY", "no_proxy", "LANG")
    environment = {name: value for name, value in os.environ.items() if name.startswith(kept)}
    environment |= {"PATH": str(programs), "HOME": str(folder)}
    for node in ("node", "npm", "npx"):
        assert shutil.which(node, path=environment["PATH"]) is None

    def run(program, *arguments, **variables):
        ended = subprocess.run(  # noqa: S603 - our own
            [str(programs / program), *arguments],
            env={**environment, **variables},
            cwd=folder,
            capture_output=True,
            text=True,
            timeout=SECONDS,
            check=False,
        )
        said = re.sub(r"\x1b\[[0-9;]*m", "", ended.stdout + ended.stderr)
        return ended.returncode, said

    code, said = run("python", "-m", "pip", "install", "--quiet", "jupyterlab>=4,<5", str(wheel))
    assert code == 0, said
    return run


@pytest.mark.parametrize(
    ("listing", "name"),
    [(("labextension", "list"), "cell-monitor"), (("server", "extension", "list"), "cell_monitor")],
)
def test_jupyter_says_that_it_is_enabled(clean, listing, name):
    code, said = clean("jupyter", *listing)
    assert code == 0
    lines = [line.lower() for line in said.splitlines() if line.strip().startswith(name)]
    assert any("enabled" in line for line in lines), said
    assert any("ok" in line.split() for line in lines), said
    assert not any("disabled" in line or "error" in line for line in lines)


def test_the_doctor_finds_nothing_wrong_but_that_no_application_runs(clean):
    code, said = clean("cell-monitor", "doctor", "--json", CELL_MONITOR_URL="http://127.0.0.1:1")
    checks = {check["check"]: check["ok"] for check in json.loads(said)["checks"]}
    assert (code, [name for name, ok in checks.items() if ok is False]) == (1, ["reachable"])
    assert checks["server_extension"] is True
    assert checks["lab_extension"] is True


def test_all_that_its_parts_need_comes_with_it(clean):
    code, said = clean("python", "-c", EVERY_PART)
    assert (code, said) == (0, "[scrubbed]\n")


def test_it_is_the_wheel_that_is_asked(clean):
    code, said = clean("python", "-c", "import cell_monitor; print(cell_monitor.__file__)")
    assert (code, "site-packages" in said) == (0, True)
    assert sys.prefix not in said
