"""Who the student is: said by the server and its credentials, never by the browser."""

from .claims import without_claims
from .device import Device
from .grant import TokenRefused
from .student import StudentIdentity
from .token import StudentToken
from .turn import Turn
from .turn_file import TurnFile

__all__ = [
    "Device",
    "StudentIdentity",
    "StudentToken",
    "TokenRefused",
    "Turn",
    "TurnFile",
    "without_claims",
]
