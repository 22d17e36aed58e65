"""What ends a command with a sentence instead of a stack trace."""


class Failure(Exception):
    """Its text is for the person at the keyboard: what is wrong and what to do."""
