"""What `./dev test house` says when something is missing or wrong."""

import tempfile
import unittest
from pathlib import Path

from tools.failure import Failure
from tools.house_checks import files, passes, require_programs


class HouseChecksTest(unittest.TestCase):
    def test_a_missing_linter_is_named_by_its_package(self) -> None:
        with (
            tempfile.TemporaryDirectory() as empty,
            self.assertRaisesRegex(Failure, "apt-get install prometheus shellcheck"),
        ):
            require_programs(empty)

    def test_nothing_to_look_at_is_no_success(self) -> None:
        with tempfile.TemporaryDirectory() as empty, self.assertRaises(Failure):
            files(Path(empty), "*.yml")

    def test_a_linter_that_objects_fails(self) -> None:
        self.assertFalse(passes("nothing is wrong, but it objects", ["false"]))
        self.assertTrue(passes("nothing is wrong", ["true"]))


if __name__ == "__main__":
    unittest.main()
