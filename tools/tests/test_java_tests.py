"""Surefire's reports are counted."""

import tempfile
import unittest
from pathlib import Path

from tools.java_tests import count


class Reports(unittest.TestCase):
    def test_all_suites_are_added_and_skipped_tests_left_out(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            for name, numbers in {"A": (5, 1, 1, 1), "B": (3, 0, 0, 0)}.items():
                attributes = 'tests="%d" failures="%d" errors="%d" skipped="%d"' % numbers
                (Path(folder) / f"TEST-{name}.xml").write_text(f"<testsuite {attributes}/>")
            self.assertEqual(count(Path(folder)), (5, 2))

    def test_no_reports_are_no_tests(self) -> None:
        self.assertEqual(count(Path("/nowhere")), (0, 0))


if __name__ == "__main__":
    unittest.main()
