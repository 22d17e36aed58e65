"""A JDK 25 is found wherever it is; what is missing is named with the way to get it."""

import tempfile
import unittest
from pathlib import Path

from tools import toolchain
from tools.failure import Failure


class JavaDiscovery(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.home = Path(folder.name)

    def jdk(self, name: str, version: str, compiler: bool = True) -> Path:
        place = self.home / name
        (place / "bin").mkdir(parents=True)
        (place / "release").write_text(f'IMPLEMENTOR="X"\nJAVA_VERSION="{version}"\n')
        if compiler:
            (place / "bin" / "javac").touch()
        return place

    def test_the_release_is_read_without_starting_it(self) -> None:
        self.assertEqual(toolchain.java_release(self.jdk("a", "25.0.3")), 25)

    def test_a_runtime_without_compiler_is_no_jdk(self) -> None:
        self.assertIsNone(toolchain.java_release(self.jdk("a", "25", compiler=False)))

    def test_java_home_comes_first_and_sdkman_is_looked_at(self) -> None:
        kept = self.jdk(".sdkman/candidates/java/25.0.3-tem", "25.0.3")
        homes = list(toolchain.java_homes({"JAVA_HOME": "/first", "HOME": str(self.home), "PATH": ""}))
        self.assertEqual(homes[0], Path("/first"))
        self.assertIn(kept, homes)

    def test_a_missing_jdk_is_named_with_the_way_to_get_it(self) -> None:
        with self.assertRaisesRegex(Failure, "JDK 25 not found(.|\n)*adoptium"):
            toolchain.java_home([self.jdk("old", "17.0.1")])


class InfluxDiscovery(unittest.TestCase):
    def test_a_missing_influxdb_is_named_with_the_way_to_get_it(self) -> None:
        said = toolchain.influx_missing({}, Path("/nowhere/influxd"))
        self.assertRegex(str(said), "InfluxDB not found(.|\n)*apt install influxdb(.|\n)*CELL_MONITOR_TEST_INFLUXD")

    def test_one_that_is_here_needs_no_words(self) -> None:
        self.assertIsNone(toolchain.influx_missing({}, Path("/")))
        self.assertIsNone(toolchain.influx_missing({"CELL_MONITOR_TEST_INFLUXD": "python3"}, Path("/nowhere")))

    def test_a_given_one_that_is_not_there_is_refused(self) -> None:
        with self.assertRaisesRegex(Failure, "CELL_MONITOR_TEST_INFLUXD"):
            toolchain.influx_missing({"CELL_MONITOR_TEST_INFLUXD": "/no/influxd"})


if __name__ == "__main__":
    unittest.main()
