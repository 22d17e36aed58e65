"""Asks the application: whether it is there, fits, tells the time and knows the student."""

from __future__ import annotations

from ..application import Answer, Application, ApplicationClock, Unreachable
from ..configuration import CellMonitor
from ..identity import StudentIdentity, TokenRefused, TurnFile
from ..identity.grant import ROUTE
from ..student_side import application_folder
from .finding import Finding

_CLOCK_LIMIT = 60_000
"""Milliseconds up to which a clock is good enough for certificates and tokens."""


async def check_connection(configuration: CellMonitor, version: str) -> list[Finding]:
    """Return the findings about the application."""
    clock = ApplicationClock()
    application = Application(configuration.url, configuration.request_timeout, clock)
    try:
        # Without a credential: an application that fits refuses it in its own words.
        answer = await application.request(
            "POST", ROUTE, content=b"{}", headers={"Content-Type": "application/json"}
        )
        return [
            _reached(configuration, answer),
            _version(version, answer),
            _clock(clock),
            await _identity(configuration, application),
        ]
    except Unreachable:
        values = {"url": configuration.url, "version": version}
        return [
            Finding("reachable", "not_reached", "advise_reach", values),
            *(Finding(check, "not_checked") for check in ("version", "clock", "identity")),
        ]
    finally:
        await application.close()


def _speaks(answer: Answer) -> bool:
    return not answer.is_page and (answer.status == 200 or "status" in answer.members())


def _reached(configuration: CellMonitor, answer: Answer) -> Finding:
    values = {"url": configuration.url, "status": answer.status}
    if _speaks(answer) or answer.status in (404, 405):
        return Finding("reachable", "reached", values=values)
    return Finding("reachable", "no_cell_monitor", "advise_login_page", values)


def _version(version: str, answer: Answer) -> Finding:
    values = {"version": version}
    if answer.status in (404, 405):
        return Finding("version", "application_too_old", "advise_update", values)
    return Finding(
        "version", "version_fits" if _speaks(answer) else "version_unknown", None, values
    )


def _clock(clock: ApplicationClock) -> Finding:
    if not clock.is_known:
        return Finding("clock", "clock_unknown")
    values = {"seconds": round(abs(clock.offset) / 1000, 1)}
    if abs(clock.offset) > _CLOCK_LIMIT:
        return Finding("clock", "clock_wrong", "advise_clock", values)
    return Finding("clock", "clock_good", None, values)


async def _identity(configuration: CellMonitor, application: Application) -> Finding:
    file = TurnFile(application_folder(configuration))
    identity = StudentIdentity(configuration, application, file)
    kind = identity.kind
    try:
        await identity.student_headers()
    except TokenRefused as refused:
        advice = {"key": "advise_key", "hub": "advise_hub"}.get(kind, "advise_join")
        values = {"kind": kind, "status": refused.status}
        return Finding("identity", "not_identified", advice, values)
    known = identity.to_json()
    school_class = known["class"] or {}
    name = school_class.get("name") or school_class.get("id") or "-"
    values = {"kind": kind, "student": known["student"] or "-", "school_class": name}
    return Finding("identity", "identified", None, values)
