"""The folder in memory is there while it is needed, and only where there is room."""

import tempfile
import unittest
from pathlib import Path

from tools.memory_folder import PROGRAMS, memory_folder, memory_left, room

# Whatever memory the machine has.
ANY = -(1 << 60)


class MemoryFolder(unittest.TestCase):
    def test_it_is_gone_afterwards(self) -> None:
        with tempfile.TemporaryDirectory() as parent:
            with memory_folder(Path(parent), enough=ANY) as folder:
                self.assertTrue(folder.is_dir())
                (folder / "left").write_text("behind")
            self.assertFalse(folder.exists())

    def test_without_room_there_is_none(self) -> None:
        with tempfile.TemporaryDirectory() as parent, memory_folder(Path(parent), enough=1 << 60) as folder:
            self.assertIsNone(folder)


class Room(unittest.TestCase):
    def test_what_the_programs_want_is_left_to_them(self) -> None:
        self.assertEqual(room(Path("/"), PROGRAMS + 5), 5)

    def test_there_is_no_more_than_on_the_file_system(self) -> None:
        self.assertLess(room(Path("/"), 1 << 62), 1 << 61)


class MemoryLeft(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def written(self, name: str, text: str) -> Path:
        file = self.folder / name
        file.write_text(text)
        return file

    def limits(self, limit: str, used: str) -> list[tuple[str, str]]:
        return [(str(self.written("limit", limit)), str(self.written("used", used)))]

    def test_a_container_with_less_than_its_machine_is_believed(self) -> None:
        machine = self.written("meminfo", "MemTotal: 9000 kB\nMemAvailable:    8000 kB\n")
        self.assertEqual(memory_left(machine, self.limits("5000000", "1000000")), 4_000_000)

    def test_without_a_limit_the_machine_counts(self) -> None:
        machine = self.written("meminfo", "MemTotal: 9000 kB\nMemAvailable:    8000 kB\n")
        self.assertEqual(memory_left(machine, self.limits("max\n", "1000000")), 8000 << 10)

    def test_where_nothing_says_there_is_enough(self) -> None:
        self.assertGreater(memory_left(Path("/nowhere"), [("/nowhere", "/nowhere")]), 1 << 50)


if __name__ == "__main__":
    unittest.main()
