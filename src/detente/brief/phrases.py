"""Small pieces of English that every part of the brief shares: names, dates, numbers.

A party's name may be singular or plural, so the sentences of the brief put ``would``,
``could`` and ``to`` after it and need not know.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from detente.brief.content import Line
from detente.dossier import Date
from detente.dossier.dates import read_date
from detente.words import say
from detente.words.naming import capital


def stop(text: str) -> str:
    """Return `text` with a full stop at its end unless it ends in a mark of its own."""
    text = text.rstrip()
    return text if text.endswith((".", "!", "?", "…", ".”")) else text + "."


def line(code: str, notes: Sequence[int] = (), **fields: object) -> Line:
    """Return the sentence for `code`, with a capital and its notes."""
    return Line(capital(say(code, "en", **fields)), tuple(notes))


def amount(code: str, number: int) -> str:
    """Return `number` with its noun, in the singular or the plural.

    >>> amount("brief.n.outcomes", 1), amount("brief.n.outcomes", 1200)
    ('1 outcome', '1,200 outcomes')
    """
    return say(f"{code}.{'one' if number == 1 else 'many'}", n=f"{number:,}")


def share(sure: float) -> str:
    """Return a confidence in percent, without decimals that nobody meant."""
    return f"{sure * 100:.0f}\u00a0%"


def day(value: date) -> str:
    """Return a day in words.

    >>> day(date(2016, 9, 5))
    '5 September 2016'
    """
    return say("brief.date.day", day=value.day, month=_month(value), year=value.year)


def when(value: Date | None) -> str:
    """Return a date of a dossier in words, as exact as it was written."""
    if value is None:
        return say("brief.date.unknown")
    first, last = value.first, value.last
    if value.precision == "year":
        return str(first.year)
    if value.precision == "month":
        return say("brief.date.month", month=_month(first), year=first.year)
    if value.precision == "day":
        return day(first)
    start, slash, end = value.text.partition("/")
    if not slash:
        return span(first, last)
    return told_span(when(read_date(start)), when(read_date(end)))


def told_span(first: str, last: str) -> str:
    """Return the time from one date in words to another, the year said once if it is the same.

    >>> told_span("April 2016", "July 2016"), told_span("2014", "5 September 2016")
    ('April to July 2016', '2014 to 5 September 2016')
    """
    if first == last:
        return first
    shared = first[-4:] == last[-4:] and first[:-5].strip()
    return say("brief.date.span", first=first[:-5] if shared else first, last=last)


def span(first: date, last: date) -> str:
    """Return the time between two days in words."""
    if first == last:
        return day(first)
    if first.year == last.year and first.month == last.month:
        return say("brief.date.days", first=first.day, last=day(last))
    if first.year == last.year:
        start = say("brief.date.short", day=first.day, month=_month(first))
        return say("brief.date.span", first=start, last=day(last))
    return say("brief.date.span", first=day(first), last=day(last))


def listed(parts: Iterable[str]) -> str:
    """Return `parts` as a list in words."""
    return say("words.and", items=list(parts))


def _month(value: date) -> str:
    return say(f"brief.month.{value.month}")
