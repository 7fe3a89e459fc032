"""When something told took place: as told, or around the day of its report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, NamedTuple

from detente.dossier.dates import Date, DateMistake, read_date

KEYS = ("date", "from", "in_effect", "declared", "as_of", "ended", "to")
"""The keys of dates, the one that says best when something took place first."""

BEFORE, AHEAD = timedelta(days=7), timedelta(days=60)
"""How far from the day of its report something lies of which no date is told."""

LONG = timedelta(days=800)


class Window(NamedTuple):
    """The days, first and last, within which something lies; `told` if its own date says so."""

    first: date
    last: date
    told: bool

    @property
    def days(self) -> int:
        """How many days it covers."""
        return (self.last - self.first).days + 1

    def meets(self, other: Window) -> bool:
        """Tell whether both have a day in common."""
        return self.first <= other.last and other.first <= self.last

    def within(self, other: Window) -> Window:
        """Return the days that both have."""
        first, last = max(self.first, other.first), min(self.last, other.last)
        return Window(first, last, self.told or other.told)

    def months(self) -> Iterator[int]:
        """Yield the months that it touches, counted from the year 0."""
        start = self.first.year * 12 + self.first.month - 1
        stop = self.last.year * 12 + self.last.month - 1
        yield from range(start, stop + 1)


@lru_cache(maxsize=65_536)
def dated(text: str) -> Date | None:
    """Return the date that `text` writes; `None` if it writes none."""
    try:
        return read_date(text)
    except DateMistake:
        return None


def date_of(fields: Mapping[str, Any]) -> Date | None:
    """Return when something took place as its fields tell; `None` where they do not."""
    told = {key: day for key in KEYS if (day := dated(str(fields.get(key) or ""))) is not None}
    first, last = told.get("from"), told.get("to")
    if first is not None and last is not None and last.last >= first.first:
        text = f"{first.text.partition('/')[0]}/{last.text.rpartition('/')[2]}"
        return dated(text)
    return next(iter(told.values()), None)


def window(fields: Mapping[str, Any], published: date | None, ahead: bool) -> Window | None:
    """Return when something took place; `None` where neither it nor its report has a date.

    Parameters
    ----------
    fields : mapping
        The fields of an item.
    published : datetime.date or None
        The day of its report, near which it lies where it has no date of its own.
    ahead : bool
        Whether it is still to come.
    """
    found = date_of(fields)
    if found is not None:
        return Window(found.first, found.last, True)
    if published is None:
        return None
    try:
        if ahead:
            return Window(published, published + AHEAD, False)
        return Window(published - BEFORE, published, False)
    except OverflowError:
        return Window(published, published, False)
