"""From what the page posts to what waits in the spool."""

from .deciding import Deciding
from .intake import Intake, Spooled, Withheld

__all__ = ["Deciding", "Intake", "Spooled", "Withheld"]
