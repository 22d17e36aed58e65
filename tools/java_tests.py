"""Java's tests through Maven, counted from Surefire's reports."""

import shutil
import subprocess
import xml.etree.ElementTree
from pathlib import Path

from tools.places import ROOT, TARGET
from tools.toolchain import build_environment

REPORTS = TARGET / "surefire-reports"
DEBIAN = ("CELL_MONITOR_TEST_POSTGRES", "CELL_MONITOR_TEST_REDIS")
ON_DEBIAN = "io/cellmonitor/bus/**,io/cellmonitor/store/**"


def run() -> list[tuple[str, int, int]]:
    """(name, passed, failed) of the whole suite; where CELL_MONITOR_TEST_POSTGRES and CELL_MONITOR_TEST_REDIS name
    installed servers, also of the store and bus suites on these."""
    environment = build_environment()
    installed = {name: environment.pop(name) for name in DEBIAN if name in environment}
    results = [("java", *_maven(["verify"], environment))]
    if installed:
        goals = ["surefire:test", f"-Dtest={ON_DEBIAN}", "-Dsurefire.failIfNoSpecifiedTests=false"]
        results.append(("java on installed servers", *_maven(goals, {**environment, **installed})))
    return results


def _maven(goals: list[str], environment: dict[str, str]) -> tuple[int, int]:
    shutil.rmtree(REPORTS, ignore_errors=True)
    command = ["./mvnw", "--batch-mode", "--no-transfer-progress", "-Dmaven.test.failure.ignore=false", *goals]
    code = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
    passed, failed = count(REPORTS)
    return passed, failed or int(code != 0)


def count(reports: Path) -> tuple[int, int]:
    """(passed, failed) over all reports in the folder; a skipped test counts as neither."""
    passed = failed = 0
    for report in reports.glob("TEST-*.xml") if reports.is_dir() else ():
        suite = xml.etree.ElementTree.parse(report).getroot()
        bad = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
        failed += bad
        passed += int(suite.get("tests", 0)) - bad - int(suite.get("skipped", 0))
    return passed, failed
