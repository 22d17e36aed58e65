"""A copy of what was built, for running: a later build must not pull the files from under a program that runs."""

import shutil
import zipfile
from dataclasses import dataclass
from pathlib import Path

from tools.places import BUILT_APPLICATION, TARGET, TEST_CLASSES, TEST_CLASSPATH

FOLDER = TARGET / "staged"
KEPT = 3


@dataclass(frozen=True)
class Staged:
    """The copy made from one state of the sources, with the JVM's archives of the classes in it."""

    folder: Path

    @property
    def application(self) -> Path:
        return self.folder / "quarkus-app" / "quarkus-run.jar"

    @property
    def main_classes(self) -> Path:
        """The application's own jar."""
        return next((self.folder / "quarkus-app" / "app").glob("*.jar"))

    @property
    def programs(self) -> str:
        """The class path of the embedded servers, of the simulator and of unseal."""
        return f"{self.folder / 'programs.jar'}:{(self.folder / 'classpath.txt').read_text().strip()}"

    @property
    def cache(self) -> Path:
        """The application's loaded classes and what a training run learned of them; see tools/training.py."""
        return self.folder / "application.aot"

    def start(self, *, training: bool = False) -> list[str]:
        """JVM options for the application: from the cache, or to make it, or from archived classes alone."""
        if training:
            return [f"-XX:AOTCacheOutput={self.cache}"]
        return [f"-XX:AOTCache={self.cache}"] if self.cache.exists() else self.archive("application")

    def archive(self, name: str) -> list[str]:
        """JVM options: start from classes that an earlier run has archived; the first archives them at its end."""
        file = self.folder / f"{name}.jsa"
        return [
            "-XX:+AutoCreateSharedArchive",
            f"-XX:SharedArchiveFile={file}",
            "-Xlog:cds=off",
            "-Xlog:cds+dynamic=off",
        ]

    def complete(self) -> bool:
        return (self.folder / "classpath.txt").exists() and self.application.exists()


def staged(fingerprint: str) -> Staged:
    """Where the copy for these sources is, made or not."""
    return Staged(FOLDER / fingerprint[:16])


def newest() -> Staged | None:
    """The copy that was made last, whatever the sources are now."""
    folders = sorted(FOLDER.glob("*/classpath.txt"), key=lambda file: file.stat().st_mtime)
    return Staged(folders[-1].parent) if folders else None


def stage(fingerprint: str) -> Staged:
    """Copies what Maven has just made; throws old copies away, but for some that may still run."""
    made = staged(fingerprint)
    shutil.rmtree(made.folder, ignore_errors=True)
    shutil.copytree(BUILT_APPLICATION, made.folder / "quarkus-app")
    # A jar, since the JVM archives no classes from folders.
    with zipfile.ZipFile(made.folder / "programs.jar", "w") as jar:
        for file in sorted(TEST_CLASSES.rglob("*")):
            jar.write(file, file.relative_to(TEST_CLASSES))
    shutil.copy(TEST_CLASSPATH, made.folder / "classpath.txt")
    for old in sorted(FOLDER.iterdir(), key=lambda folder: folder.stat().st_mtime)[:-KEPT]:
        shutil.rmtree(old, ignore_errors=True)
    return made
