"""Looks at this machine: the spool, the two halves of the extension, the proxy."""

from __future__ import annotations

import json
import os
import shutil
import stat
import tempfile
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from jupyter_core.paths import jupyter_config_path, jupyter_path
from jupyter_server.extension.config import ExtensionConfigManager

from ..configuration import CellMonitor
from ..spool import count_waiting
from ..spool.durable import make_private_folder
from ..student_side import application_folder
from .finding import Finding

_LEAST_FREE = 20
"""MiB below which a lesson may fill the disk."""


def check_spool(configuration: CellMonitor) -> Finding:
    """Look at the folder of what waits, without touching it."""
    folder = application_folder(configuration)
    values: dict[str, object] = {"folder": folder}
    try:
        make_private_folder(folder) if not folder.exists() else None
        with tempfile.TemporaryFile(dir=folder) as trial:
            trial.write(b"x" * 4096)
            trial.flush()
    except OSError:
        return Finding("spool", "spool_unwritable", "advise_disk", values)
    spools = [count_waiting(path) for path in folder.iterdir() if path.is_dir()]
    values["waiting"] = sum(waiting for waiting, _ in spools)
    values["kibibytes"] = sum(size for _, size in spools) // 1024
    values["free"] = shutil.disk_usage(folder).free // 1024 // 1024
    if os.name != "nt" and stat.S_IMODE(folder.stat().st_mode) & 0o077:
        return Finding("spool", "spool_open", "advise_mode", values)
    if values["free"] < _LEAST_FREE:
        return Finding("spool", "disk_low", "advise_disk", values)
    return Finding("spool", "spool_good", None, values)


def check_server_extension() -> Finding:
    """Look whether Jupyter's server loads us."""
    manager = ExtensionConfigManager(read_config_path=jupyter_config_path())
    if manager.get_jpserver_extensions().get("cell_monitor"):
        return Finding("server_extension", "server_enabled")
    return Finding("server_extension", "server_disabled", "advise_server")


def check_lab_extension() -> Finding:
    """Look whether JupyterLab loads us."""
    found = [Path(p) / "cell-monitor/package.json" for p in jupyter_path("labextensions")]
    if not any(path.exists() for path in found):
        return Finding("lab_extension", "lab_missing", "advise_install")
    configs = [Path(path) / "labconfig/page_config.json" for path in jupyter_config_path()]
    settings = [Path(path) / "settings/page_config.json" for path in jupyter_path("lab")]
    if any(_disables_us(path) for path in (*configs, *settings)):
        return Finding("lab_extension", "lab_disabled", "advise_lab")
    return Finding("lab_extension", "lab_enabled")


def check_proxy(configuration: CellMonitor) -> Finding:
    """Say which proxy requests go through."""
    parts = urlsplit(configuration.url)
    host = parts.hostname or ""
    proxies = getproxies()
    proxy = proxies.get(parts.scheme) or proxies.get("all")
    if not proxy or proxy_bypass(host):
        return Finding("proxy", "proxy_none", None, {"host": host})
    # What stands before the @ is a password.
    values = {"host": host, "proxy": proxy.rpartition("@")[2]}
    if not urlsplit(proxy).hostname:
        return Finding("proxy", "proxy_malformed", "advise_proxy", values)
    if host in ("localhost", "127.0.0.1", "::1"):
        return Finding("proxy", "proxy_loopback", "advise_no_proxy", values)
    return Finding("proxy", "proxy_used", None, values)


def _disables_us(path: Path) -> bool:
    try:
        disabled = json.loads(path.read_text("utf-8")).get("disabledExtensions")
    except (OSError, ValueError, AttributeError, RecursionError):
        return False
    if isinstance(disabled, dict):
        disabled = [name for name, is_disabled in disabled.items() if is_disabled]
    # What is neither, JupyterLab does not heed either.
    names = disabled if isinstance(disabled, list) else []
    return any(str(name).partition(":")[0] == "cell-monitor" for name in names)
