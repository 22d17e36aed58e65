"""A build is stale when a source changed, and only then."""

import os
import tempfile
import unittest
from pathlib import Path

from tools.build import fingerprint


class Fingerprint(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.source = self.folder / "A.java"
        self.source.write_text("a")
        self.before = fingerprint([self.folder])

    def test_a_touched_file_is_no_change(self) -> None:
        os.utime(self.source, (1, 1))
        self.assertEqual(fingerprint([self.folder]), self.before)

    def test_another_content_is_a_change(self) -> None:
        self.source.write_text("b")
        self.assertNotEqual(fingerprint([self.folder]), self.before)

    def test_a_new_file_is_a_change(self) -> None:
        (self.folder / "B.java").write_text("")
        self.assertNotEqual(fingerprint([self.folder]), self.before)

    def test_what_a_build_makes_is_no_source(self) -> None:
        (self.folder / "node_modules").mkdir()
        (self.folder / "node_modules" / "x.js").write_text("x")
        self.assertEqual(fingerprint([self.folder]), self.before)


if __name__ == "__main__":
    unittest.main()
