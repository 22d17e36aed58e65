"""Where things lie in this clone."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# What a run leaves: data, logs, `env`. A test that runs beside another names a folder of its own.
RUN = Path(os.environ.get("CELL_MONITOR_RUN_FOLDER") or ROOT / ".run").resolve()
TARGET = ROOT / "target"
DASHBOARD = ROOT / "dashboard"
EXTENSION = ROOT / "jupyterlab-extension"
END_TO_END = ROOT / "src" / "test" / "end-to-end"
FAULTS = ROOT / "src" / "test" / "faults"
# What Maven makes. What runs is a copy of it: see tools/staging.py.
BUILT_APPLICATION = TARGET / "quarkus-app"
TEST_CLASSES = TARGET / "test-classes"
TEST_CLASSPATH = TARGET / "test-classpath.txt"


def named(place: Path) -> str:
    """The place as a person in the clone's folder would name it."""
    return str(place.relative_to(ROOT) if place.is_relative_to(ROOT) else place)
