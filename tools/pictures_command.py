"""./dev pictures: the pictures in the guides, taken anew of a simulated class."""

import subprocess

from tools import build, training
from tools.faults_command import install
from tools.places import END_TO_END
from tools.toolchain import build_environment, chromium, node


def run(views: list[str]) -> int:
    """Takes those of `views`, or all, in a system of its own; its exit code."""
    install(END_TO_END)
    # Here nobody waits with a time limit.
    training.trained(build.build())
    variables = {**build_environment(), "CHROMIUM": chromium()}
    process = subprocess.Popen([node(), "pictures.mjs", *views], cwd=END_TO_END, env=variables)
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            continue  # it got the same Ctrl-C
