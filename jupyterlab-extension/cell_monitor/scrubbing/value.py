"""Tells a secret from what stands in its place in code that has none."""

from __future__ import annotations

import math
import re
from collections import Counter

_PLACEHOLDER = re.compile(
    r"""(?ix)
    (?: your|enter|insert|please|some )[\W_].* | .*[\W_]here | <.*> | \{.*\} | \$\w+ | \$\{.*\} | %\(.*\)s | %s
    | \[.*\] | [x*.?\-_#●•・]+ | change.?me | none | null | true | false | undefined | redacted
    | pass(?:word)? | secret | token | api[-_]?key | key | パスワード.* | .*[ぁ-ん]$ | .*[:：?？]\s*
    """
)

_TYPES_AND_WORDS = re.compile(
    r"""(?ix)
    str | int | bool | float | bytes | string | any | object | list | dict | tuple | text | char
    | required | optional | invalid | incorrect | correct | wrong | ok | yes | no | valid | missing | empty
    | expired | changed | accepted | rejected | failed | secretstr | number | varchar.* | not | too | must
    """
)

_NAME = re.compile(r"[A-Za-z_][A-Za-z_]*(?:\.[A-Za-z_]+)*")


def is_secret(value: str, kind: str) -> bool:
    """Say whether a value is one, for what stands where a `password`, `key` or `weak` key does."""
    if _PLACEHOLDER.fullmatch(value) or len(value) < 3:
        return False
    if kind == "password":
        return not _TYPES_AND_WORDS.fullmatch(value)
    if kind == "key":
        return len(value) >= 6 and (" " not in value) and not _TYPES_AND_WORDS.fullmatch(value)
    return is_random(value)


def is_random(value: str) -> bool:
    """Say whether no person would have made a text up: long, mixed, without words."""
    if len(value) < 16 or not re.fullmatch(r"[\w+/=.~-]+", value, re.ASCII):
        return False
    return any(_is_mixed(part) for part in re.split(r"[_./~-]", value)) and _entropy(value) >= 3.0


def is_name(value: str) -> bool:
    """Say whether a value without quotes may be a variable."""
    return _NAME.fullmatch(value) is not None


def _is_mixed(part: str) -> bool:
    digits = sum(character.isdigit() for character in part)
    changes = sum(a.isdigit() != b.isdigit() for a, b in zip(part, part[1:], strict=False))
    return len(part) >= 8 and 0 < digits < len(part) and changes >= 3


def _entropy(value: str) -> float:
    counts = Counter(value).values()
    return -sum(n / len(value) * math.log2(n / len(value)) for n in counts)
