"""The command line."""

from __future__ import annotations

import argparse
import asyncio
import json
import locale
import os
import sys

from jupyter_core.application import JupyterApp
from traitlets import TraitError

from .._version import __version__
from ..configuration import CellMonitor
from .connection import check_connection
from .finding import Finding
from .machine import check_lab_extension, check_proxy, check_server_extension, check_spool


class _ServerConfiguration(JupyterApp):
    """Reads what Jupyter's server reads: `jupyter_server_config.py` and `.json`."""

    name = "jupyter-server"


def main(arguments: list[str] | None = None) -> int:
    """Run a command; return its exit code: 0 all is well, 1 something is not, 2 wrong usage."""
    parser = argparse.ArgumentParser(prog="cell-monitor")
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(dest="command", required=True)
    doctor = commands.add_parser("doctor", help="say what is wrong and what to do about it")
    doctor.add_argument("--json", action="store_true", help="for programs")
    doctor.add_argument("--lang", choices=("en", "ja"), default=_language())
    doctor.add_argument("--url", help="another address than the configured one")
    options = parser.parse_args(arguments)
    try:
        findings = examine(configured(options.url))
    except TraitError as error:
        parser.error(str(error))
    print(_printable(_report(findings, options.lang, options.json)))
    return 0 if all(finding.is_good for finding in findings) else 1


def configured(url: str | None) -> CellMonitor:
    """Return the configuration as the server would have it. Raises TraitError."""
    application = _ServerConfiguration()
    application.load_config_file()
    more = {"url": url} if url else {}
    return CellMonitor(config=application.config, **more)


def examine(configuration: CellMonitor) -> list[Finding]:
    """Make all checks, each whatever the others found."""
    return [
        *asyncio.run(check_connection(configuration, __version__)),
        check_spool(configuration),
        check_server_extension(),
        check_lab_extension(),
        check_proxy(configuration),
    ]


def _report(findings: list[Finding], language: str, as_json: bool) -> str:
    if as_json:
        checks = [finding.to_json(language) for finding in findings]
        content = {"ok": all(finding.is_good for finding in findings), "checks": checks}
        return json.dumps(
            content, ensure_ascii=(sys.stdout.encoding or "").lower() != "utf-8", indent=2
        )
    return "\n".join(finding.line(language) for finding in findings)


def _language() -> str:
    names = [os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    said = next((name for name in names if name), None) or locale.getlocale()[0] or ""
    is_japanese = said.lower().startswith("ja") and _printable("日本語") == "日本語"
    return "ja" if is_japanese else "en"


def _printable(text: str) -> str:
    """Return it as far as the terminal, or the file in its place, can take it."""
    encoding = sys.stdout.encoding or "utf-8"
    return text.encode(encoding, "backslashreplace").decode(encoding)
