"""`.run/env` is written whole, read back by shells, and never leads to dead servers."""

import subprocess
import tempfile
import unittest
from pathlib import Path

from tools import environment


class EnvironmentFile(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.file = Path(folder.name) / "env"

    def test_a_shell_reads_what_was_written(self) -> None:
        password = 'it\'s "quoted" $HOME `x`'
        environment.write({"CELL_MONITOR_TEACHER_PASSWORD": password}, self.file)
        script = f'. "{self.file}"; sh -c \'printf %s "$CELL_MONITOR_TEACHER_PASSWORD"\''
        said = subprocess.run(["sh", "-c", script], capture_output=True, text=True, check=True).stdout
        self.assertEqual(said, password)

    def test_reading_gives_what_was_written(self) -> None:
        values = {"CELL_MONITOR_URL": "http://127.0.0.1:8080", "CELL_MONITOR_TEACHER": "先生 a=b"}
        environment.write(values, self.file)
        self.assertEqual(environment.read(self.file), values)

    def test_only_its_owner_may_read_it(self) -> None:
        environment.write({}, self.file)
        self.assertEqual(self.file.stat().st_mode & 0o777, 0o600)

    def test_a_missing_file_says_nothing(self) -> None:
        self.assertEqual(environment.read(self.file), {})


class GivenServers(unittest.TestCase):
    def test_servers_of_the_environment_are_used(self) -> None:
        given = {"CELL_MONITOR_PG": "postgresql://a", "CELL_MONITOR_REDIS": "redis://b"}
        self.assertEqual(environment.given_servers({**given, "HOME": "/"}), given)

    def test_an_old_file_that_was_sourced_gives_none(self) -> None:
        self.assertEqual(
            environment.given_servers({"CELL_MONITOR_PG": "postgresql://a", "CELL_MONITOR_RUN": "/old"}), {}
        )

    def test_what_a_file_set_is_not_handed_on_but_configuration_is(self) -> None:
        left = environment.without_old(
            {"CELL_MONITOR_PG": "x", "CELL_MONITOR_PID": "1", "CELL_MONITOR_HOST": "0.0.0.0"}
        )
        self.assertEqual(left, {"CELL_MONITOR_HOST": "0.0.0.0"})


if __name__ == "__main__":
    unittest.main()
