"""Java's tests through Maven, counted from Surefire's reports."""

import shutil
import xml.etree.ElementTree
from pathlib import Path

from tools.memory_folder import memory_folder
from tools.places import TARGET
from tools.shown_program import ShownProgram
from tools.toolchain import build_environment

REPORTS = TARGET / "surefire-reports"


def run(limit: float) -> tuple[int, int, tuple[str, ...]]:
    """(passed, failed, names of those that failed) of the whole suite, which is ended after so many seconds."""
    shutil.rmtree(REPORTS, ignore_errors=True)
    command = ["./mvnw", "--batch-mode", "--no-transfer-progress", "-Dmaven.test.failure.ignore=false", "verify"]
    with memory_folder() as folder:
        words = [f"-Dtest.folder={folder}"] if folder else []
        code = ShownProgram([*command, *words], build_environment()).finish(limit)
    passed, failures = count(REPORTS)
    return passed, len(failures) or int(code != 0), failures


def count(reports: Path) -> tuple[int, tuple[str, ...]]:
    """How many passed, and which failed, over all reports in the folder; a skipped test is in neither."""
    passed, failures = 0, []
    for report in sorted(reports.glob("TEST-*.xml")):
        # The sums at the root leave parameterised classes out.
        for case in read(report).iter("testcase"):
            outcomes = {outcome.tag: outcome for outcome in case}
            failed = outcomes.get("failure", outcomes.get("error"))
            if failed is not None:
                failures.append(named(case, failed))
            passed += not outcomes.keys() & {"failure", "error", "skipped"}
    return passed, tuple(failures)


def read(report: Path) -> xml.etree.ElementTree.Element:
    """A report; one that was cut short (the JVM was killed) counts as a failure."""
    try:
        return xml.etree.ElementTree.parse(report).getroot()
    except xml.etree.ElementTree.ParseError:
        broken = f'<testcase classname="{report.stem}" name="report"><error>cut short</error></testcase>'
        return xml.etree.ElementTree.fromstring(f"<testsuite>{broken}</testsuite>")


def named(case: xml.etree.ElementTree.Element, failed: xml.etree.ElementTree.Element) -> str:
    """Class, method and the first line of what was wrong."""
    said = (failed.get("message") or failed.text or "").strip().splitlines()
    return f"{case.get('classname')}.{case.get('name')}: {said[0][:200] if said else failed.get('type')}"
