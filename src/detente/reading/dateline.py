"""The dateline: place, day and agency in front of a report's first sentence."""

from __future__ import annotations

import re
from typing import NamedTuple

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|"
    r"Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = rf"(?:{_MONTH} \d{{1,2}}(?:,? \d{{4}})?|\d{{1,2}} {_MONTH}(?:,? \d{{4}})?)"
_CITY = r"[A-Z][\w'’.-]{1,25}(?: [A-Z][\w'’.-]{1,25}){0,3}"
_PLACE = rf"{_CITY}(?:/{_CITY})?(?:, (?!{_MONTH} \d)[A-Z][\w'’. -]{{1,30}}?)?(?:/{_CITY})?"
_DASH = r"\s*(?:--?|–|—|:)\s+"
DATELINE = re.compile(
    rf"(?P<place>{_PLACE})"
    rf"(?:,?\s*(?P<day>{_DAY}))?"
    rf"(?:,?\s*\((?P<agency>[A-Z][^()\n]{{1,40}})\))?"
    rf"(?:,?\s*(?P<late>{_DAY}))?"
    rf"(?P<dash>{_DASH})"
)
_UPPER = re.compile(r"[A-Z][A-Z'’./ -]+")


class Dateline(NamedTuple):
    """What a dateline says; `end` is where the sentence behind it begins."""

    place: str
    day: str | None
    agency: str | None
    end: int


def read_dateline(text: str, start: int = 0, end: int | None = None) -> Dateline | None:
    """Return the dateline at `start` of `text`, if one stands there.

    A place before a dash alone is none unless its town is written in capitals, since "Assad - who
    fled" begins like that; with a day or an agency it is one.

    >>> read_dateline("GENEVA, 5 Sept (Reuters) - Talks failed.").agency
    'Reuters'
    >>> read_dateline("KIEV, Ukraine - Talks failed.").place
    'KIEV, Ukraine'
    >>> read_dateline("HAVANA, September 24 - Talks failed.").day
    'September 24'
    >>> read_dateline("Assad - who fled - is back.") is None
    True
    """
    found = DATELINE.match(text, start, len(text) if end is None else end)
    if found is None:
        return None
    day = found["day"] or found["late"]
    town = found["place"].partition(",")[0]
    if day is None and found["agency"] is None and not _UPPER.fullmatch(town):
        return None
    if ":" in found["dash"] and found["agency"] is None:
        return None
    return Dateline(found["place"], day, found["agency"], found.end())
