"""The folder in memory is there while it is needed, and only where there is room."""

import tempfile
import unittest
from pathlib import Path

from tools.memory_folder import memory_folder


class MemoryFolder(unittest.TestCase):
    def test_it_is_gone_afterwards(self) -> None:
        with tempfile.TemporaryDirectory() as parent:
            with memory_folder(Path(parent), enough=0) as folder:
                self.assertTrue(folder.is_dir())
                (folder / "left").write_text("behind")
            self.assertFalse(folder.exists())

    def test_without_room_there_is_none(self) -> None:
        with tempfile.TemporaryDirectory() as parent, memory_folder(Path(parent), enough=1 << 60) as folder:
            self.assertIsNone(folder)
