"""What an operator can set, by traitlets or by environment variables."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import urlsplit

from jupyter_core.paths import jupyter_data_dir
from traitlets import Float, Integer, TraitError, Unicode, default, validate
from traitlets.config import Configurable

DEFAULT_URL = "http://127.0.0.1:8080"


class CellMonitor(Configurable):
    """Where runs are sent, for whom, and with which key."""

    url = Unicode(
        help="Address of the Cell Monitor application. Environment: CELL_MONITOR_URL."
    ).tag(config=True)

    api_key = Unicode(
        help="API key of a trusted deployment; without one, events go through the open door. "
        "Environment: CELL_MONITOR_API_KEY."
    ).tag(config=True)

    student = Unicode(
        help="Name of the student; without one, Jupyter's own user name. "
        "Environment: CELL_MONITOR_STUDENT."
    ).tag(config=True)

    class_id = Unicode(
        help="Class that events belong to, where the key or the JupyterHub covers several. "
        "Environment: CELL_MONITOR_CLASS."
    ).tag(config=True)

    hub = Unicode(
        help="Name of this JupyterHub at the application, where that knows several. "
        "Environment: CELL_MONITOR_HUB."
    ).tag(config=True)

    request_timeout = Float(
        10.0, min=0.1, help="The most that a request to the application may take, in seconds."
    ).tag(config=True)

    spool_size = Integer(
        64 * 1024 * 1024,
        min=64 * 1024,
        help="The most bytes of events that wait on disk; the oldest go.",
    ).tag(config=True)

    spool_days = Float(
        7.0, min=0.001, help="The most days for which an event waits on disk; the oldest go."
    ).tag(config=True)

    data_folder = Unicode(
        help="Folder for what waits, the student's choice and identity; default: cell-monitor in "
        "Jupyter's data folder. Environment: CELL_MONITOR_DATA."
    ).tag(config=True)

    @property
    def is_default_url(self) -> bool:
        """Whether nobody has chosen an address."""
        return self.url == DEFAULT_URL and not os.environ.get("CELL_MONITOR_URL")

    @default("data_folder")
    def _default_data_folder(self) -> str:
        return os.environ.get("CELL_MONITOR_DATA") or str(Path(jupyter_data_dir()) / "cell-monitor")

    @default("url")
    def _default_url(self) -> str:
        return os.environ.get("CELL_MONITOR_URL") or DEFAULT_URL

    @default("api_key")
    def _default_api_key(self) -> str:
        # Kernels inherit the environment of the server; the key is not for them.
        return os.environ.pop("CELL_MONITOR_API_KEY", "")

    @default("student")
    def _default_student(self) -> str:
        return os.environ.get("CELL_MONITOR_STUDENT", "")

    @default("class_id")
    def _default_class_id(self) -> str:
        return os.environ.get("CELL_MONITOR_CLASS", "")

    @default("hub")
    def _default_hub(self) -> str:
        return os.environ.get("CELL_MONITOR_HUB", "")

    @validate("url")
    def _check_url(self, proposal: dict[str, str]) -> str:
        parts = urlsplit(proposal["value"])
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise TraitError("CellMonitor.url must be an http or https address")
        # The address is shown to students and stands in the log.
        if parts.username or parts.password or parts.query or parts.fragment:
            raise TraitError("CellMonitor.url must not hold a user, password, query or fragment")
        return proposal["value"].rstrip("/")
