"""What a plain word of YAML would be taken for, by version 1.1 or 1.2.

Readers of YAML disagree on such words, so a dossier may not use them as text without
quotes: ``no`` is false to one reader, ``12:30`` is 750 to another.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
TRUTH = frozenset(
    spelling
    for word in ("yes", "no", "true", "false", "on", "off")
    for spelling in (word, word.capitalize(), word.upper())
)

_NUMBER = re.compile(r"[-+]?(?:(?:0|[1-9][0-9]*)(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")
_LIKE_NUMBER = re.compile(
    r"[-+]?(?:0b[01_]+|0x[0-9a-fA-F_]+|0o[0-7_]+|[0-9][0-9_]*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?"
    r"|\.[0-9][0-9_]*(?:[eE][-+]?[0-9]+)?|\.(?:inf|Inf|INF))|\.(?:nan|NaN|NAN)"
)
_TIME = re.compile(r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?")
_DATE = re.compile(
    r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}"
    r"(?:(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?(?:[ \t]*(?:Z|[-+][0-9:]+))?)?"
)
_SAFE_DIGITS = 15
_CAN_BE_ODD = frozenset("~=<+-.0123456789nNyYtTfFoO")


@dataclass(frozen=True, slots=True)
class Odd:
    """A plain word that is neither clear text nor a clear number, true or false.

    `like` says in words what a reader of YAML might take it for.
    """

    text: str
    like: str


@dataclass(frozen=True, slots=True)
class Number:
    """A plain number with its spelling, so that a year can be read as written."""

    text: str
    value: int | float


def resolve(text: str) -> str | bool | Number | Odd:
    """Return what the plain scalar `text` is: clear text, true or false, a number, or odd.

    >>> resolve("moderate"), resolve("true"), resolve("no")
    ('moderate', True, Odd(text='no', like='true or false'))
    """
    if text and text[0] not in _CAN_BE_ODD:
        return text
    if text in NOTHING:
        return Odd(text, "nothing")
    if text in ("true", "false"):
        return text == "true"
    if text in TRUTH:
        return Odd(text, "true or false")
    if _NUMBER.fullmatch(text):
        whole = text.lstrip("+-").isdigit() and len(text) <= _SAFE_DIGITS
        return Number(text, int(text) if whole else float(text))
    if _LIKE_NUMBER.fullmatch(text):
        return Odd(text, "a number")
    if _TIME.fullmatch(text):
        return Odd(text, "a time or a number")
    if _DATE.fullmatch(text):
        return Odd(text, "a date")
    if text in ("=", "<<"):
        return Odd(text, "a sign of YAML")
    return text


def needs_quotes(text: str) -> bool:
    """Tell whether `text` written plain could be read as anything but this text."""
    return (
        not _PLAIN.fullmatch(text)
        or not isinstance(resolve(text), str)
        or text.startswith("---")
        or text in ("...", "-")
    )


_PLAIN = re.compile(r"[^\W\d_](?:[\w '()/;.-]*[\w').])?")
