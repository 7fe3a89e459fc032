"""Dates as reports give them: a day, a month, a year, or an interval of these."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Literal

Precision = Literal["day", "month", "year", "interval"]

_ONE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", re.ASCII)


class DateMistake(ValueError):  # noqa: N818
    """A text that is no date; the message says why."""


@dataclass(frozen=True, slots=True)
class Date:
    """A date as written.

    Parameters
    ----------
    text : str
        As written: ``2016-09-05``, ``2016-09``, ``2016`` or ``2016-09-01/2016-09-05``.
    first, last : datetime.date
        The first and last day it covers.
    precision : {"day", "month", "year", "interval"}
        How much is known.
    """

    text: str
    first: date
    last: date
    precision: Precision

    def __str__(self) -> str:
        return self.text


def read_date(text: str) -> Date:
    """Return the date that `text` writes.

    Raises
    ------
    DateMistake
        If it is none of the forms, impossible, or an interval that runs backwards.

    >>> read_date("2016-02").last
    datetime.date(2016, 2, 29)
    """
    left, slash, right = text.partition("/")
    first, last, precision = _one(left)
    if not slash:
        return Date(text, first, last, precision)
    start, end = first, _one(right)[1]
    if end < start:
        raise DateMistake(f"the interval {text} ends before it starts")
    return Date(text, start, end, "interval")


def _one(text: str) -> tuple[date, date, Precision]:
    match = _ONE.fullmatch(text)
    if match is None:
        raise DateMistake(f"{text or 'nothing'} is not a date")
    year, month, day = (int(part) if part else 0 for part in match.groups())
    if year < 1 or (match[2] and not 1 <= month <= 12):
        raise DateMistake(f"{text} is not in the calendar")
    if not match[2]:
        return date(year, 1, 1), date(year, 12, 31), "year"
    days = monthrange(year, month)[1]
    if not match[3]:
        return date(year, month, 1), date(year, month, days), "month"
    if not 1 <= day <= days:
        raise DateMistake(f"{text} is not in the calendar")
    return date(year, month, day), date(year, month, day), "day"
