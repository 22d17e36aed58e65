"""Scrubs a text."""

from __future__ import annotations

import re

from .library import library_patterns
from .places import PLACES
from .tokens import TOKENS
from .value import is_secret

MARK = "[scrubbed]"


def scrub_text(text: str) -> str:
    """Return the text with a mark in the place of each secret."""
    for token in (*TOKENS, *library_patterns()):
        text = token.sub(MARK, text)
    for place in PLACES:
        text = place.sub(_marked, text)
    return text


def _marked(match: re.Match[str]) -> str:
    """Put the mark in the place of the secret, if the place holds one."""
    groups = match.groupdict()
    kind = next(name for name in ("password", "key", "weak") if groups.get(name) is not None)
    secret = groups[kind]
    if secret == MARK or not is_secret(secret, kind):
        return match.group()
    start = match.start(kind) - match.start()
    whole = match.group()
    return whole[:start] + MARK + whole[start + len(secret) :]
