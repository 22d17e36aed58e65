"""What a check has found."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from .texts import TEXTS


@dataclass(frozen=True)
class Finding:
    """One line of the report; `found` and `advice` name texts, which `values` fill."""

    check: str
    found: str
    advice: str | None = None
    values: dict[str, Any] = field(default_factory=dict)

    @property
    def is_good(self) -> bool:
        """Whether there is nothing to do."""
        return self.advice is None

    @property
    def is_open(self) -> bool:
        """Whether it could not be checked."""
        return self.found in ("not_checked", "version_unknown", "clock_unknown")

    def line(self, language: str) -> str:
        """Return it for people, with what to do on a line of its own."""
        sign = "-" if self.is_open else "ok" if self.is_good else "FAIL"
        line = f"{sign:<4} {self.check}: {self.text(language)}"
        return f"{line}\n     -> {self.advice_text(language)}" if self.advice else line

    def text(self, language: str) -> str:
        """Return what was found."""
        return TEXTS[self.found][language].format(**self.values)

    def advice_text(self, language: str) -> str | None:
        """Return what to do, None if there is nothing."""
        return None if self.advice is None else TEXTS[self.advice][language].format(**self.values)

    def to_json(self, language: str) -> dict[str, Any]:
        """Return it for programs."""
        return {
            "check": self.check,
            "ok": None if self.is_open else self.is_good,
            "found": self.text(language),
            "advice": self.advice_text(language),
        }
