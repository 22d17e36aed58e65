"""The application's first minutes: a class that comes to a JVM which has compiled nothing yet waits for its compilers.

A training run, once for each build, sends a class to the application and watches it; at its end the JVM keeps what it
learned (the AOT cache of JEP 514 and 515: loaded classes and profiles of methods), and each later start compiles what
matters first. Figures: docs/decisions/2026-11-21-start.md.
"""

import fcntl
import os
import shutil
import subprocess
import sys
import time

from tools import environment, simulate_command
from tools.application import TRAINING
from tools.child import end_group, session
from tools.places import ROOT, TARGET, named
from tools.staging import Staged
from tools.toolchain import build_environment

FOLDER = TARGET / "training"
LESSON = ["--students", "200", "--rate", "400", "--ramp", "6", "--minutes", "0.2", "--dashboards", "2", "--pg", ""]
# Seconds, of a machine that is slow and busy.
READY_WITHIN = 240
LESSON_WITHIN = 180
SAVED_WITHIN = 180


def trained(staged: Staged) -> Staged:
    """The same copy with its cache. Where that cannot be made the application starts without, and this is said once."""
    given_up = staged.folder / "untrained"
    if TRAINING in os.environ or staged.cache.exists() or given_up.exists():
        return staged
    # Another command of this clone may be at it: its cache serves us too.
    with (staged.folder / "training.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not staged.cache.exists() and not given_up.exists():
            _train(staged, given_up)
    return staged


def _train(staged: Staged, given_up) -> None:
    print("Training the application ...", flush=True)
    begun = time.monotonic()
    FOLDER.mkdir(parents=True, mode=0o700, exist_ok=True)
    log = FOLDER / "training.log"
    with log.open("ab") as out:
        taught = _lesson(staged, out)
    if taught and staged.cache.exists():
        print(f"Trained the application in {time.monotonic() - begun:.0f} s", flush=True)
        shutil.rmtree(FOLDER, ignore_errors=True)
    else:
        staged.cache.unlink(missing_ok=True)
        given_up.touch()
        print(f"The training failed ({named(log)}): the application runs, but its first minute is slower.", flush=True)


def _lesson(staged: Staged, out) -> bool:
    """A run of its own with a class in it; whether all went well."""
    variables = {
        **environment.without_old(build_environment()),
        "CELL_MONITOR_RUN_FOLDER": str(FOLDER),
        TRAINING: "true",
    }
    run = session([sys.executable, str(ROOT / "dev"), "run", "--fresh", "--port", "0"], variables, out)
    try:
        file = FOLDER / environment.FILE.name
        if not _until(file.exists, run, READY_WITHIN):
            return False
        words = [*LESSON, "--truth", str(FOLDER / "truth.json")]
        command = simulate_command.command(staged, words)
        lesson = subprocess.run(
            command,
            env={**variables, **environment.read(file)},
            stdout=out,
            stderr=out,
            timeout=LESSON_WITHIN,
            check=False,
        )
        return lesson.returncode == 0
    except subprocess.TimeoutExpired:
        return False
    finally:
        # The JVM writes its cache while it ends.
        end_group(run, SAVED_WITHIN)


def _until(done, process: subprocess.Popen, patience: float) -> bool:
    """Whether `done` came true while the process lived, in so many seconds."""
    end = time.monotonic() + patience
    while not done():
        if process.poll() is not None or time.monotonic() > end:
            return False
        time.sleep(0.1)
    return True
