"""Where the handlers stand below the base address of the Jupyter server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jupyter_server.utils import url_path_join

from .configuration import CellMonitor
from .events_handler import EventsHandler
from .forwarder import Forwarder
from .status_handler import StatusHandler

if TYPE_CHECKING:
    from jupyter_server.serverapp import ServerApp


def add_routes(server_app: ServerApp, configuration: CellMonitor) -> None:
    """Add `{base}/cell-monitor` (POST) and `{base}/cell-monitor/status` (GET)."""
    base = server_app.web_app.settings["base_url"]
    forwarder = Forwarder(configuration)
    arguments = {"configuration": configuration, "forwarder": forwarder}
    server_app.web_app.add_handlers(
        ".*$",
        [
            (url_path_join(base, "cell-monitor"), EventsHandler, arguments),
            (
                url_path_join(base, "cell-monitor", "status"),
                StatusHandler,
                {"configuration": configuration},
            ),
        ],
    )
