"""What `./dev run` reads of the application: its health, and why it does not start."""

import tempfile
import unittest
from pathlib import Path

from tools.application import is_up, refusals


class HealthTest(unittest.TestCase):
    def test_one_check_is_looked_at_and_not_the_others(self) -> None:
        checks = [{"name": "postgresql", "status": "UP"}, {"name": "other", "status": "DOWN"}]
        health = {"status": "DOWN", "checks": checks}
        self.assertTrue(is_up(health, "postgresql"))
        self.assertFalse(is_up(health, "other"))
        self.assertFalse(is_up(health, "absent"))


class RefusalsTest(unittest.TestCase):
    def written(self, text: str) -> list[str]:
        with tempfile.TemporaryDirectory() as folder:
            log = Path(folder) / "application.log"
            log.write_text(text)
            return refusals(log)

    def test_what_the_start_checks_say(self) -> None:
        said = "Cell Monitor does not start:\n  CELL_MONITOR_PG: is missing\n  CELL_MONITOR_REDIS: is missing\n"
        self.assertEqual(["CELL_MONITOR_PG: is missing", "CELL_MONITOR_REDIS: is missing"], self.written(said))

    def test_what_a_running_application_says(self) -> None:
        said = (
            "12:00 WARN (a) CELL_MONITOR_PG: PostgreSQL is away (refused)\n"
            "12:01 FATAL (b) Cell Monitor does not start: CELL_MONITOR_PG: the database does not exist\n"
        )
        self.assertEqual(["CELL_MONITOR_PG: the database does not exist"], self.written(said))

    def test_nothing_is_said_of_another_end(self) -> None:
        self.assertEqual([], self.written("12:00 WARN (a) CELL_MONITOR_PG: PostgreSQL is away (refused)\n"))


if __name__ == "__main__":
    unittest.main()
