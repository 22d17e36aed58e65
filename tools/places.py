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
APPLICATION = TARGET / "quarkus-app" / "quarkus-run.jar"
TEST_CLASSES = TARGET / "test-classes"
TEST_CLASSPATH = TARGET / "test-classpath.txt"
