"""Java's tests through Maven, counted from Surefire's reports."""

import shutil
import subprocess
import xml.etree.ElementTree
from pathlib import Path

from tools.memory_folder import memory_folder
from tools.places import ROOT, TARGET
from tools.toolchain import build_environment

REPORTS = TARGET / "surefire-reports"


def run() -> tuple[int, int]:
    """(passed, failed) of the whole suite; those of store and bus run on Debian's servers too where these are."""
    shutil.rmtree(REPORTS, ignore_errors=True)
    command = ["./mvnw", "--batch-mode", "--no-transfer-progress", "-Dmaven.test.failure.ignore=false", "verify"]
    with memory_folder() as folder:
        words = [f"-Dtest.folder={folder}"] if folder else []
        code = subprocess.run([*command, *words], cwd=ROOT, env=build_environment(), check=False).returncode
    passed, failed = count(REPORTS)
    return passed, failed or int(code != 0)


def count(reports: Path) -> tuple[int, int]:
    """(passed, failed) over all reports in the folder; a skipped test counts as neither."""
    passed = failed = 0
    for report in sorted(reports.glob("TEST-*.xml")):
        # The sums at the root leave parameterised classes out.
        for case in xml.etree.ElementTree.parse(report).getroot().iter("testcase"):
            outcomes = {outcome.tag for outcome in case}
            failed += bool(outcomes & {"failure", "error"})
            passed += not outcomes & {"failure", "error", "skipped"}
    return passed, failed
