"""The application starts from what a training run left, and without it where there is none."""

import tempfile
import unittest
from pathlib import Path

from tools.staging import Staged


class TestStart(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.staged = Staged(Path(folder.name))

    def test_a_training_run_makes_the_cache(self) -> None:
        self.assertEqual(self.staged.start(training=True), [f"-XX:AOTCacheOutput={self.staged.cache}"])

    def test_later_runs_start_from_it(self) -> None:
        self.staged.cache.touch()
        self.assertEqual(self.staged.start(), [f"-XX:AOTCache={self.staged.cache}"])

    def test_without_it_classes_alone_are_archived(self) -> None:
        self.assertIn(f"-XX:SharedArchiveFile={self.staged.folder / 'application.jsa'}", self.staged.start())
