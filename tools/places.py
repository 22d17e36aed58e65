"""Where things lie in this clone."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUN = ROOT / ".run"
TARGET = ROOT / "target"
DASHBOARD = ROOT / "dashboard"
EXTENSION = ROOT / "jupyterlab-extension"
BROWSER = ROOT / "src" / "test" / "browser"
APPLICATION = TARGET / "quarkus-app" / "quarkus-run.jar"
TEST_CLASSES = TARGET / "test-classes"
TEST_CLASSPATH = TARGET / "test-classpath.txt"
