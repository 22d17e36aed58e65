"""What an operator can set, by traitlets or by environment variables."""

from __future__ import annotations

import os
from urllib.parse import urlsplit

from traitlets import Float, TraitError, Unicode, default, validate
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
        help="Class that events belong to, where the key covers several. "
        "Environment: CELL_MONITOR_CLASS."
    ).tag(config=True)

    request_timeout = Float(
        10.0, min=0.1, help="The most that a request to the application may take, in seconds."
    ).tag(config=True)

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

    @validate("url")
    def _check_url(self, proposal: dict[str, str]) -> str:
        parts = urlsplit(proposal["value"])
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise TraitError("CellMonitor.url must be an http or https address")
        # The address is shown to students and stands in the log.
        if parts.username or parts.password or parts.query or parts.fragment:
            raise TraitError("CellMonitor.url must not hold a user, password, query or fragment")
        return proposal["value"].rstrip("/")
