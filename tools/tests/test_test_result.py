"""What parts of the tests have said is counted, and what they have not said counts as failed."""

import unittest

from tools.test_result import Result, failure, outcomes

SAID = """
12 passed, 0 failed

browser failed: the page heals
extension: 136 passed, 0 failed
browser: 15 passed, 1 failed
""".splitlines()


class Outcomes(unittest.TestCase):
    def test_what_is_told_counts(self) -> None:
        extension, browser = Result("extension", 136, 0), Result("browser", 15, 1, ("the page heals",))
        self.assertEqual(outcomes(SAID, ["extension", "browser"]), [extension, browser])

    def test_a_part_that_is_not_told_of_has_failed(self) -> None:
        self.assertEqual(outcomes(SAID, ["faults"]), [Result("faults", 0, 1)])

    def test_what_is_written_is_read_again(self) -> None:
        result = Result("java", 9, 2, ("A.b", "C.d: not equal"))
        self.assertEqual(outcomes([*result.named(), str(result)], ["java"]), [result])


class Failures(unittest.TestCase):
    def test_each_runner_is_understood(self) -> None:
        said = {
            " \x1b[41m FAIL \x1b[49m src/live/gap.test.ts > a gap": "src/live/gap.test.ts > a gap",
            "   × heals by itself 12ms": "heals by itself 12ms",
            "✖ the page heals (12.3ms)": "the page heals (12.3ms)",
            "FAILED tests/test_news.py::test_a - assert 1": "tests/test_news.py::test_a - assert 1",
            "FAIL: test_a (tools.tests.test_build.Fingerprint)": "test_a (tools.tests.test_build.Fingerprint)",
            "FAILED kill-redis (12 s, load average 1.0)": "kill-redis (12 s, load average 1.0)",
        }
        self.assertEqual({line: failure(line) for line in said}, said)

    def test_other_lines_are_no_failures(self) -> None:
        for line in ("✔ the page heals (12.3ms)", "held   kill-redis", "it FAILED to matter", "FAILED", ""):
            self.assertIsNone(failure(line), line)


if __name__ == "__main__":
    unittest.main()
