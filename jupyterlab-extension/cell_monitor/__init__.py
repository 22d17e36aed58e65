"""Cell Monitor for JupyterLab: shows the runs of a notebook to the teacher of the class."""

from __future__ import annotations

from typing import Any

from ._version import __version__
from .configuration import CellMonitor
from .extension import CellMonitorExtension

__all__ = ["CellMonitor", "CellMonitorExtension", "__version__"]


def _jupyter_labextension_paths() -> list[dict[str, str]]:
    return [{"src": "labextension", "dest": "cell-monitor"}]


def _jupyter_server_extension_points() -> list[dict[str, Any]]:
    return [{"module": "cell_monitor", "app": CellMonitorExtension}]
