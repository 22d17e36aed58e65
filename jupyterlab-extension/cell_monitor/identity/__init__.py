"""Who the student is: said by the server and its credentials, never by the browser."""

from .claims import without_claims
from .device import Device, DeviceFile
from .grant import TokenRefused
from .student import StudentIdentity
from .token import StudentToken

__all__ = [
    "Device",
    "DeviceFile",
    "StudentIdentity",
    "StudentToken",
    "TokenRefused",
    "without_claims",
]
