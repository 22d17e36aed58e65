"""Which handler stands where."""

from __future__ import annotations

from typing import Any

from ..student_side import StudentSide
from .choice import ChoiceHandler
from .events import EventsHandler
from .identity import IdentityHandler
from .overview import OverviewHandler
from .status import SentHandler, StatusHandler
from .way_back import NewsHandler, OwnHandler

_HANDLERS = {
    "": EventsHandler,
    "/status": StatusHandler,
    "/sent": SentHandler,
    "/overview": OverviewHandler,
    "/choice": ChoiceHandler,
    "/identity": IdentityHandler,
    "/news": NewsHandler,
    "/own": OwnHandler,
}


def routes(side: StudentSide) -> list[tuple[str, Any, dict[str, Any]]]:
    """Return the routes below the base address: `cell-monitor` and what is under it."""
    return [
        (f"/cell-monitor{path}", handler, {"side": side}) for path, handler in _HANDLERS.items()
    ]
