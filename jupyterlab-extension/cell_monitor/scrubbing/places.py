"""Secrets that are known by where they stand.

A group `password` holds what may be any text, `key` what may be any text without blanks, `weak` what
is a secret only if it looks random.
"""

from __future__ import annotations

import re

_PASSWORD = r"(?:pass(?:word|wd|phrase|code)|pwd|passwort|(?<![a-z])pw)"  # noqa: S105
_KEY = (
    r"(?:(?:api|secret|access|private|account|auth|service|license|encryption|signing|master|shared"
    r"|storage|subscription|primary|client)[_-]?(?:access[_-]?)?(?:key|secret|token)(?:[_-]?id)?"
    r"|(?:refresh|bearer|bot|personal|session|oauth|github|gitlab|slack|hub|line|channel|discord|user"
    r"|deploy|registry|id|jwt|app|consumer|webhook|django)[_-]?(?:access[_-]?)?(?:token|secret|key)"
    r"|sharedaccess(?:key|signature)|connection[_-]?secret|credentials?)"
)
_WEAK = r"(?:token|secret|key|auth|pat|sig|salt|pin|app_?id)"
_NAME_END = r"""[A-Za-z0-9]{0,12}(?:_\d{1,3})?["'`]?\]?"""
_SIGN = r"\s*(?:=>|:=|=|:)\s*"
_QUOTED = r"""(?:[rbuf]{0,2})(?P<quote>["'`]{1,3})(?P<%s>(?:(?!(?P=quote))[^\n\\]|\\.){3,500})(?P=quote)"""
# What may stand before a text: a bracket, a line that goes on, a call that changes nothing of it.
_OPENINGS = {
    "password": r"(?:(?:str|bytes|Secret(?:Str)?|(?:[a-z.]{0,20}\.)?quote(?:_plus)?)?\(\s*|\\\n\s*)?",
    "key": "",
    "weak": r"(?:[\[(]\s*|\\\n\s*)?",
}
_BARE = r"""[^\s'"`,;(){}\[\]<>&|]"""


def _place(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.MULTILINE)


def _named(name: str, kind: str) -> re.Pattern[str]:
    """Match a quoted text after a name: of a variable, an argument, a member, a variable of the shell."""
    opening = _OPENINGS[kind]
    return _place(rf"(?<![a-z]){name}{_NAME_END}(?::\s*\w+\s*)?{_SIGN}{opening}{_QUOTED % kind}")


_JAPANESE = (
    r"(?:パスワード|暗証番号|合言葉|秘密鍵|アクセスキー|シークレット|(?:API|アクセス)?トークン)"
)

PLACES: tuple[re.Pattern[str], ...] = (
    # An address with a password; an @ may be part of it.
    _place(r"\b[a-z][a-z0-9+.-]{1,30}://[^\s:/?#'\"@]{0,100}:(?P<password>[^\s'\"/]{1,200})@"),
    _place(rf"[?&;](?:{_KEY}|{_PASSWORD}|token|sig|x-amz-signature)=(?P<key>[^\s&;'\"<>]{{6,}})"),
    _place(r"[?&](?:key|code|auth|id_token|state|app_?id)=(?P<weak>[^\s&'\"<>]{16,})"),
    # Headers.
    _place(
        r"authorization[\"']?\s*[:=,]\s*(?:f?[\"'])?(?:basic|bearer|token|digest|apikey)?\s*(?P<key>(?!(?:basic|bearer|token|digest)\b)[\w+/=.~:-]{6,})"
    ),
    _place(r"\b(?:bearer|basic|token)\s+(?P<weak>[\w+/=.~-]{16,})"),
    _place(r"(?<![a-z])x-[a-z-]{0,20}(?:key|token)[\"']?\s*[:=]\s*[\"']?(?P<key>[\w+/=.~:-]{6,})"),
    _place(
        r"\bcookie[\"']?\s*:\s*[\"']?[^\n]{0,300}?(?:session|token|sid)\w*=(?P<key>[^\s;'\"]{8,})"
    ),
    # Names of passwords and keys, with a text in quotes.
    _named(rf"(?:\w{{0,40}}[_-])?{_PASSWORD}", "password"),
    _named(rf"(?:\w{{0,40}}[_-])?{_KEY}", "key"),
    _named(rf"(?:\w{{0,40}}?)(?:{_KEY}|{_WEAK})", "weak"),
    _named(
        r"(?:db|database|user|mail|smtp|imap|ftp|ssh|admin|root|my|wifi|login)_?pass", "password"
    ),
    _place(rf"[\"']pass[\"']\s*:\s*{_QUOTED % 'password'}"),
    _place(r"(?<!\w)pass\s*[:=]\s*[\"'](?P<key>(?=[^\"'\n]*\d)[^\"'\n]{6,})[\"']"),
    # A name and a password, given to two names at once.
    _place(
        rf",\s*\w{{0,40}}{_PASSWORD}\d{{0,3}}\s*\)?\s*=\s*\(?\s*[\"'][^\"'\n]*[\"']\s*,\s*[\"'](?P<password>[^\"'\n]{{4,}})[\"']"
    ),
    # A name in quotes and its value: what is put into the environment, or holds if it has none.
    _place(
        rf"(?:\bputenv|\bsetenv|\bgetenv|environ\.(?:get|setdefault))\(\s*[\"'][\w.#-]{{0,60}}?(?:{_PASSWORD}|{_KEY}|token|secret)\w{{0,12}}[\"']\s*,\s*[\"'](?P<key>(?=[^\"'\n]*\d)[^\"'\n]{{6,}})[\"']"
    ),
    # camelCase: dbPassword, clientSecret, accessToken.
    re.compile(
        rf"\b[a-z]+(?:Password|Passwd|Pwd|Passphrase){_NAME_END}{_SIGN}{_QUOTED % 'password'}"
    ),
    re.compile(rf"\b[a-z]+(?:Secret|Token|ApiKey|AccessKey){_NAME_END}{_SIGN}{_QUOTED % 'weak'}"),
    # Compared with: only what nobody would use as an example.
    _place(rf"{_PASSWORD}\w{{0,12}}\s*[!=]=\s*[\"'](?P<weak>[^\"'\n]{{16,}})"),
    # The shell, .env, .ini, connection strings: a value without quotes.
    re.compile(
        r"^\s*(?:[!%]?(?:export|set|setx|env|ENV|ARG)\s+)?[A-Z][A-Z0-9_]*(?:PASSWORD|PASSWD|PASSPHRASE|PWD|PASS)"
        r"[A-Z0-9_]*[= ](?P<password>[^\s'\"`(){}\[\]]{3,})\s*$",
        re.MULTILINE,
    ),
    re.compile(
        r"^\s*(?:[!%]?(?:export|set|setx|env|ENV|ARG)\s+)?(?:[A-Z0-9_]*_)?(?:KEY|TOKEN|SECRET|APIKEY|CREDENTIALS?)"
        r"[A-Z0-9_]*[= ](?P<key>[^\s'\"`(){}\[\]]{8,})\s*$",
        re.MULTILINE,
    ),
    re.compile(
        r"^\s*[!$]\s*(?:\w+=\S*\s+){0,5}?[A-Z0-9_]*(?:PASSWORD|PASSWD|PASSPHRASE|PWD)[A-Z0-9_]*"
        r"=(?P<password>[^\s'\"`(){}\[\]$]{4,})\s",
        re.MULTILINE,
    ),
    _place(
        r"\b(?:host|server|user(?: ?id)?|uid|dbname|database|data source|driver|endpoint)=[^\n]{0,300}?"
        rf"(?:;\s*|(?<![,(])\s){_PASSWORD}=(?P<password>[^\s;'\"`]{{3,}})"
    ),
    _place(r"\b(?:accountkey|sharedaccesskey|sharedsecret|clientsecret)=(?P<key>[^\s;'\"]{8,})"),
    # A line of its own that is a name and a value, as in YAML, in a properties file, in an output.
    _place(
        rf"^\s*(?:[\w.-]{{0,40}}[_.-])?{_PASSWORD}\s*[:=]\s*(?P<password>(?=\S*[a-z\d])(?!\w+\s*\()[^\s'\"`(){{}}\[\],]{{4,}})\s*$"
    ),
    _place(
        rf"^\s*(?:[\w.-]{{0,40}}[_.-])?(?:{_KEY}|{_WEAK})\s*[:=]\s*(?P<weak>{_BARE}{{16,}})\s*$"
    ),
    # A comment, or what a program asked for and was told.
    _place(
        rf"^\s*(?:#+|//|--|(?:enter|new|my|your|the|current|login)\b)[^\S\n]*(?:\w{{1,20}}[^\S\n]+){{0,2}}{_PASSWORD}\s*[:=：]\s*(?P<password>(?=\S*[\d!@$%^&+])[^\s'\"`(){{}}\[\],]{{6,}})\s*$"
    ),
    # Commands.
    _place(
        rf"\s--(?:{_PASSWORD}|pass|{_KEY}|token|secret)[= ]\s*[\"']?(?P<password>[^\s\"'$`-][^\s\"'`]{{3,}})"
    ),
    _place(
        r"\b(?:curl|wget|http)\b[^\n]{0,300}?\s(?:-u|--user|-a|--auth)[= ]?\s*[\"']?[^\s:\"']+:(?P<password>[^\s\"']{3,})"
    ),
    _place(
        r"\b(?:mysql|mysqldump|mariadb|sshpass)\b[^\n]{0,300}?\s-p\s?[\"']?(?P<password>[^\s\"']{4,})"
    ),
    _place(
        r"\b(?:docker|podman|az|heroku|wandb|huggingface-cli|hf|twine)\s+login\b[^\n]{0,300}?\s(?:-p\s*)?[\"']?(?P<weak>[\w.~+/=-]{16,})"
    ),
    _place(r"\blogin\s+\S+\s+password\s+(?P<password>\S{3,})"),
    _place(r"^[\w.*-]+:(?:\d{2,5}|\*):[\w*]+:[\w*]+:(?P<password>\S{4,})$"),
    # Calls that take a name and a password.
    _place(
        r"(?:\.(?:login|authenticate)|basic_?auth|(?:proxy_)?auth\s*=\s*)\(\s*[\"'][^\"'\n]*[\"']\s*,\s*[\"'](?P<password>[^\"'\n]{4,})[\"']"
    ),
    _place(
        r"\.(?:login|authenticate)\(\s*[a-z_][\w.]*\s*,\s*[\"'](?P<password>(?=[^\"'\n]*\d)[^\"'\n]{4,})[\"']"
    ),
    # Things that are made of a key alone, or of two.
    re.compile(
        r"(?<!\w)\w{0,30}(?:Api|Bot|Client|(?:OAuth|User|Webhook)Handler|Fernet)\(\s*b?[\"'](?P<weak>[^\"'\n]{16,})[\"']"
    ),
    _place(r"\bjwt\.(?:en|de)code\([^,\n]{1,100},\s*[\"'](?P<key>[^\"'\n]{6,})[\"']"),
    _place(
        r"(?<!\w)\w{0,30}client\(\s*[\"'][^\"'\n]*[\"']\s*,\s*[\"'](?P<weak>[^\"'\n]{16,})[\"']"
    ),
    _place(r"\bidentified\s+(?:with\s+\w+\s+)?by\s+[\"'](?P<password>[^\"'\n]{3,})[\"']"),
    _place(rf"\b(?:with\s+)?(?:encrypted\s+)?{_PASSWORD}\s+[\"'](?P<password>[^\"'\n]{{4,}})[\"']"),
    # Japanese.
    _place(
        rf"{_JAPANESE}\s*(?:は|が|を)?\s*(?:[:：=＝]|は|「|『|\s)\s*[「『\"']?(?P<key>(?!\w+\()[!-~]*[0-9!-/:-@^_~][!-~]*)(?=[」』\"'\s。、]|です|$)"
    ),
)
