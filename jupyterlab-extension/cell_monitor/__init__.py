"""Cell Monitor for JupyterLab: shows the runs of a notebook to the teacher of the class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._version import __version__
from .configuration import CellMonitor
from .routes import add_routes

if TYPE_CHECKING:
    from jupyter_server.serverapp import ServerApp

__all__ = ["CellMonitor", "__version__"]


def _jupyter_labextension_paths() -> list[dict[str, str]]:
    return [{"src": "labextension", "dest": "cell-monitor"}]


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "cell_monitor"}]


def _load_jupyter_server_extension(server_app: ServerApp) -> None:
    """Add the routes to a Jupyter server and say to whom runs are sent."""
    configuration = CellMonitor(parent=server_app)
    add_routes(server_app, configuration)
    server_app.log.info("Cell Monitor: the runs of notebooks are sent to %s", configuration.url)
