"""Lines that say something of the report rather than of the world."""

from __future__ import annotations

import re

LOOKED_AT = 12
"""How many lines from the start may be a heading."""

LABELLED = re.compile(
    r"\s*(?P<key>title|headline|publisher|source|agency|byline|author|by|date|published|"
    r"publication date|date published|updated|language)\s*:\s+(?P<value>\S.{0,200})\s*",
    re.IGNORECASE,
)
BYLINE = re.compile(
    r"\s*[Bb][Yy]\s+(?P<who>[A-Z][\w'’.-]+(?: (?:[A-Z][\w'’.-]*|and|de|al|van)){1,8})\s*"
)
_RIGHTS = re.compile(r"\s*(?:©|\(c\)|copyright)\s", re.IGNORECASE)


def is_furniture(line: str) -> bool:
    """Tell whether a line at the start of a report is a label, a byline or a note of rights.

    >>> is_furniture("By Jane Roe"), is_furniture("They met.")
    (True, False)
    """
    return bool(LABELLED.fullmatch(line) or BYLINE.fullmatch(line) or _RIGHTS.match(line))
