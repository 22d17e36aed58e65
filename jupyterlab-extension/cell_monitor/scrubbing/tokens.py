"""Secrets that are known by what they look like, wherever they stand."""

from __future__ import annotations

import re

_WORD = r"[A-Za-z0-9_-]"

# What begins as no word does, and how many characters follow at least.
_PREFIXES = {
    "sk-ant-": 20,
    "sk-proj-": 20,
    "sk-or-": 20,
    "sk-": 32,
    "AIza": 30,
    "GOCSPX-": 20,
    "hf_": 30,
    "r8_": 30,
    "gsk_": 30,
    "xai-": 30,
    "pplx-": 30,
    "github_pat_": 30,
    "gh[pousr]_": 30,
    "gl(?:pat|dt|rt|cbt|ptt|ft|soat|agent|imt)-": 20,
    "xapp-": 20,
    "xox[abeoprs]-": 10,
    "(?:sk|rk|pk)_(?:live|test)_": 16,
    "whsec_": 20,
    "npm_": 30,
    "dckr_pat_": 20,
    "do[opr]_v1_": 32,
    "HRKU-": 20,
    "shp(?:at|ca|pa|ss)_": 20,
    "dapi": 32,
    "ntn_": 30,
    "secret_": 40,
    "lin_api_": 30,
    "ATATT3": 30,
    "glsa_": 20,
    "glc_": 20,
    "NRAK-": 20,
    "pscale_(?:tkn|pw|oauth)_": 20,
    "sbp_": 30,
    "KGAT_": 20,
    "figd_": 20,
    "PMAK-": 20,
    "sntrys_": 20,
    "tfp_": 30,
    "rubygems_": 30,
    "pul-": 32,
    "AGE-SECRET-KEY-1": 40,
    "EAA[A-Za-z0-9]": 60,
    "key-": 32,
}


def _prefixed(prefix: str, length: int) -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z0-9]){prefix}{_WORD}{{{length},}}")


TOKENS: tuple[re.Pattern[str], ...] = (
    re.compile(
        r"-----BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----"
        # To its end, or as far as it goes where a text was cut.
        r"(?:[\s\S]{0,20000}?-----END [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----|[\sA-Za-z0-9+/=:,.\\-]*)"
    ),
    re.compile(r"PuTTY-User-Key-File-\d:[\s\S]{0,20000}?(?:Private-MAC: *\w+|\Z)"),
    *(_prefixed(prefix, length) for prefix, length in _PREFIXES.items()),
    re.compile(r"(?<![A-Za-z0-9])(?:AKIA|ASIA|ABIA|ACCA|A3T[A-Z0-9])[A-Z0-9]{16}(?![A-Za-z0-9])"),
    re.compile(r"(?<![A-Za-z0-9])ya29\.[\w-]{20,}"),
    re.compile(r"(?<![A-Za-z0-9])hv[sbr]\.[\w-]{20,}"),
    re.compile(r"(?<![A-Za-z0-9])SG\.[\w-]{16,}\.[\w-]{16,}"),
    re.compile(r"(?<![A-Za-z0-9])pypi-[\w-]{40,}"),
    re.compile(r"(?<![A-Za-z0-9])pat[A-Za-z0-9]{14}\.[0-9a-f]{40,}"),
    re.compile(r"(?<![A-Za-z0-9])[\w-]{14}\.atlasv1\.[\w-]{40,}"),
    re.compile(r"(?<![A-Za-z0-9])dp\.(?:pt|st|ct|sa|audit)\.[\w.-]{30,}"),
    re.compile(r"(?<![\w-])[0-9a-f]{32}-us\d{1,2}(?!\w)"),
    re.compile(r"(?<![\w:])\d{8,10}:[A-Za-z0-9_-]{35}(?![A-Za-z0-9_-])"),
    re.compile(r"(?<![\w-])eyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?"),
    re.compile(r"(?<![A-Za-z0-9])AAAA[\w-]{7}:[\w-]{100,}"),
    re.compile(r"(?<![A-Za-z0-9%])A{20,}[A-Za-z0-9%]{40,}"),
    re.compile(r"https://hooks\.slack\.com/(?:services|workflows)/[\w/]{20,}"),
    re.compile(r"https://(?:\w+\.)?discord(?:app)?\.com/api/webhooks/\d+/[\w-]{20,}"),
    re.compile(r"https://[\w.-]+\.webhook\.office\.com/webhookb2/[\w@/-]{30,}"),
    re.compile(r"\$(?:2[abxy]|1|5|6|y|7|argon2i?d?)\$[^\s'\":]{20,}"),
)
"""The whole of each match is a secret."""
