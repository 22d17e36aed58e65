"""Whoever opens a folder for the first time is told what it is for."""

import ast
import re
import unittest
from pathlib import Path

from tools.places import DASHBOARD, EXTENSION, ROOT

# The words of a view in two languages, and the tests of what lies beside them: their names say it.
OBVIOUS = {"words", "__tests__"}
# Where what contributors are told of lies.
ROOMS = [ROOT / "src", ROOT / "docs", ROOT / "tools", DASHBOARD / "src", EXTENSION / "src", EXTENSION / "cell_monitor"]
NOT_OURS = {"node_modules", "__pycache__", "labextension", "build", ".venv"}


class FoldersTest(unittest.TestCase):
    def test_every_folder_of_typescript_is_explained(self) -> None:
        for part in (DASHBOARD, EXTENSION):
            with self.subTest(part=part.name):
                rows = explained(part / "README.md", "src")
                self.assertEqual(rows - folders(part / "src"), set())
                silent = folders(part / "src") - rows
                self.assertEqual({name for name in silent if not asks_a_question(part / "src" / name)}, set())

    def test_every_python_package_says_what_it_is_for(self) -> None:
        packages = [ROOT / "tools", EXTENSION / "cell_monitor"]
        packages += [folder for package in packages for folder in package.rglob("*") if is_ours(folder)]
        with_modules = [folder for folder in packages if any(folder.glob("*.py"))]
        self.assertGreater(len(with_modules), 10)
        self.assertEqual([str(folder) for folder in with_modules if not says_what_it_is_for(folder)], [])

    def test_every_folder_of_the_house_is_explained(self) -> None:
        rooms = [ROOT] + [ROOT / "src" / part for part in ("main", "test")]
        known = set(re.findall(r"`([^`]+)`", column(ROOT / "CONTRIBUTING.md")))
        for room in rooms:
            for folder in (folder for folder in room.iterdir() if is_ours(folder) and is_committed(folder)):
                name = str(folder.relative_to(ROOT))
                with self.subTest(folder=name):
                    self.assertTrue(any(one == name or one.startswith(f"{name}/") for one in known))

    def test_every_file_that_contributors_are_sent_to_is_there(self) -> None:
        named = re.findall(r"`([\w./-]+\.(?:java|tsx?|py|md|json|yml|mjs))`", (ROOT / "CONTRIBUTING.md").read_text())
        paths = {path for path in named if "NAME" not in path and path not in {"ja.json", "words/index.ts"}}
        self.assertGreater(len(paths), 40)
        files = [*ROOT.glob("*"), *(file for room in ROOMS for file in room.rglob("*") if is_ours(file.parent))]
        there = [f"/{file.relative_to(ROOT)}" for file in files]
        self.assertEqual({path for path in paths if not any(file.endswith(f"/{path}") for file in there)}, set())


def column(document: Path) -> str:
    """The first cells of a document's tables."""
    return "\n".join(re.findall(r"^\| ([^|]*)\|", document.read_text(), re.MULTILINE))


def explained(document: Path, room: str) -> set[str]:
    """The folders of a room that have a row in a document."""
    return set(re.findall(rf"`{room}/([^`/.]+)`", column(document)))


def folders(room: Path) -> set[str]:
    """What is in a room, without what explains itself."""
    return {folder.name for folder in room.iterdir() if folder.is_dir()} - OBVIOUS


def asks_a_question(folder: Path) -> bool:
    """Whether it is a view, which says itself what it is for: above the component of its folder's name."""
    view = folder / f"{folder.name.capitalize()}View.tsx"
    return view.exists() and re.search(r"^/\*\* .+ \*/\nexport function", view.read_text(), re.MULTILINE) is not None


def is_ours(folder: Path) -> bool:
    """Whether it is a folder that somebody wrote."""
    return folder.is_dir() and not NOT_OURS & set(folder.relative_to(ROOT).parts)


def is_committed(folder: Path) -> bool:
    """Whether .gitignore lets it into a commit; what begins with a dot belongs to the tools that read it."""
    ignored = {line.strip("/") for line in (ROOT / ".gitignore").read_text().split()}
    return not folder.name.startswith(".") and folder.name not in ignored


def says_what_it_is_for(package: Path) -> bool:
    """Whether a package begins with a sentence."""
    beginning = package / "__init__.py"
    return beginning.exists() and bool(ast.get_docstring(ast.parse(beginning.read_text())))


if __name__ == "__main__":
    unittest.main()
