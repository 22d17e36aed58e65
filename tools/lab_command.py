"""./dev lab: a JupyterLab with the extension against the running application."""

import getpass
import os
import subprocess

from tools import environment
from tools.failure import Failure
from tools.places import EXTENSION


def run(arguments: list[str]) -> int:
    """Opens it; `arguments` are JupyterLab's own, a folder first."""
    arguments = [word for word in arguments if word != "--"]
    known = environment.read()
    if "CELL_MONITOR_URL" not in known:
        raise Failure("The application does not run here: start ./dev run in another terminal first.")
    # Jupyter's own name of somebody without a hub is a random one for each browser.
    variables = {"CELL_MONITOR_STUDENT": getpass.getuser(), **os.environ, **known}
    try:
        return subprocess.run([str(EXTENSION / "lab"), *arguments], env=variables, check=False).returncode
    except KeyboardInterrupt:
        return 0
