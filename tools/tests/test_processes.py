"""What a killed run left is ended, and nothing else."""

import json
import subprocess
import tempfile
import unittest
from pathlib import Path

from tools import processes


class Leftovers(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.file = Path(folder.name) / "processes.json"
        self.process = subprocess.Popen(["sleep", "60"])
        self.addCleanup(self.process.wait)
        self.addCleanup(self.process.kill)

    def test_a_recorded_process_is_ended(self) -> None:
        processes.record("application", self.process.pid, self.file)
        self.assertEqual(processes.end_leftovers(self.file), ["application"])
        self.assertIsNotNone(self.process.wait(5))
        self.assertFalse(self.file.exists())

    def test_another_process_with_the_same_number_lives_on(self) -> None:
        processes.record("application", self.process.pid, self.file)
        entries = json.loads(self.file.read_text())
        entries["application"]["started"] = "1"
        self.file.write_text(json.dumps(entries))
        self.assertEqual(processes.end_leftovers(self.file), [])
        self.assertIsNone(self.process.poll())

    def test_a_dead_process_has_no_start(self) -> None:
        self.process.kill()
        self.process.wait()
        self.assertIsNone(processes.started_at(self.process.pid))

    def test_nothing_recorded_is_nothing_to_do(self) -> None:
        self.assertEqual(processes.end_leftovers(self.file), [])


if __name__ == "__main__":
    unittest.main()
