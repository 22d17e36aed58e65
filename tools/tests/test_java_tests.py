"""Surefire's reports are counted."""

import tempfile
import unittest
from pathlib import Path

from tools.java_tests import count


class Reports(unittest.TestCase):
    def test_cases_are_counted_whatever_the_root_says_and_skipped_ones_left_out(self) -> None:
        good, bad = "<testcase/>", '<testcase classname="A" name="b"><failure message="not&#10;equal"/></testcase>'
        with tempfile.TemporaryDirectory() as folder:
            for name, cases in {"A": good * 2 + bad + "<testcase><skipped/></testcase>", "B": good * 3 + bad}.items():
                (Path(folder) / f"TEST-{name}.xml").write_text(f'<testsuite tests="0">{cases}</testsuite>')
            self.assertEqual(count(Path(folder)), (5, ("A.b: not", "A.b: not")))

    def test_a_report_that_was_cut_short_is_a_failure(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "TEST-A.xml").write_text("<testsuite><testcase/>")
            self.assertEqual(count(Path(folder)), (0, ("TEST-A.report: cut short",)))

    def test_no_reports_are_no_tests(self) -> None:
        self.assertEqual(count(Path("/nowhere")), (0, ()))


if __name__ == "__main__":
    unittest.main()
