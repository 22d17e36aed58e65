"""A part's program is shown, counted, and ended when it hangs."""

import contextlib
import io
import os
import signal
import sys
import unittest

from tools.test_parts import counted
from tools.test_result import Result


def ran(program: str, limit: float = 60) -> tuple[Result, str]:
    shown = io.StringIO()
    with contextlib.redirect_stdout(shown):
        result = counted("part", [sys.executable, "-c", program], dict(os.environ), limit)
    return result, shown.getvalue()


class Counted(unittest.TestCase):
    def test_the_last_count_counts_and_failures_are_named(self) -> None:
        result, shown = ran("print('1 passed, 0 failed\\nFAILED a row\\n7 passed, 1 failed'); exit(1)")
        self.assertEqual(result, Result("part", 7, 1, ("a row",)))
        self.assertIn("FAILED a row", shown)

    def test_a_program_that_fails_without_saying_so_has_failed(self) -> None:
        self.assertEqual(ran("print('7 passed, 0 failed'); exit(3)")[0].failed, 1)
        self.assertEqual(ran("print('well')")[0].failed, 1)

    def test_a_program_that_hangs_is_ended_and_has_failed(self) -> None:
        result, shown = ran("import time; print('begun', flush=True); time.sleep(600)", limit=1)
        self.assertEqual((result.passed, result.failed), (0, 1))
        self.assertIn("begun", shown)
        self.assertIn("not ended within 1 s", shown)

    def test_who_is_left_behind_and_holds_the_output_is_not_waited_for(self) -> None:
        left = "subprocess.Popen(['sleep', '600'], start_new_session=True)"
        result, shown = ran(f"import subprocess; print({left}.pid, flush=True); print('1 passed, 0 failed')")
        os.kill(int(shown.split()[0]), signal.SIGKILL)
        self.assertEqual((result.passed, result.failed), (1, 0))


if __name__ == "__main__":
    unittest.main()
