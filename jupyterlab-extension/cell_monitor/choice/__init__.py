"""What the student lets go out, and nothing else does."""

from .choice import Choice, read_choice
from .choice_file import ChoiceFile
from .level import at_level

__all__ = ["Choice", "ChoiceFile", "at_level", "read_choice"]
