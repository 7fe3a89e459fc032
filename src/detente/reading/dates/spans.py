"""Stretches of days: how they are written in a dossier, and the calendar's own arithmetic."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple


class Days(NamedTuple):
    """The first and the last of one or more days."""

    first: date
    last: date


def date_text(first: date, last: date) -> str:
    """Return the days from `first` to `last` as a dossier writes them.

    A day, a whole month and a whole year are written as such, other stretches as an interval of
    the coarsest of these that fits.

    >>> date_text(date(2011, 3, 1), date(2011, 3, 31))
    '2011-03'
    >>> date_text(date(2016, 9, 28), date(2016, 10, 2))
    '2016-09-28/2016-10-02'
    """
    if first == last:
        return first.isoformat()
    whole_months = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    length = 10
    if whole_months:
        length = 4 if first.month == 1 and last.month == 12 else 7
    left, right = first.isoformat()[:length], last.isoformat()[:length]
    return left if left == right else f"{left}/{right}"


def granularity_of(days: Days) -> str:
    """Return ``day``, ``month``, ``year`` or ``interval``."""
    text = date_text(*days)
    return "interval" if "/" in text else {4: "year", 7: "month"}.get(len(text), "day")


def day(year: int, month: int, number: int) -> Days | None:
    """Return a single day; `None` where the calendar has no such day."""
    try:
        one = date(year, month, number)
    except ValueError:
        return None
    return Days(one, one)


def month(year: int, number: int) -> Days:
    """Return a month; numbers below 1 and above 12 lie in the years beside."""
    year, number = _bounded(year + (number - 1) // 12), (number - 1) % 12 + 1
    return Days(date(year, number, 1), date(year, number, monthrange(year, number)[1]))


def months(year: int, first: int, last: int) -> Days:
    """Return the months `first` to `last`, counted as in :func:`month`."""
    return Days(month(year, first).first, month(year, last).last)


def years(first: int, last: int | None = None) -> Days:
    """Return one year, or all from `first` to `last`."""
    last = first if last is None else last
    return Days(date(_bounded(first), 1, 1), date(_bounded(last), 12, 31))


def shifted(one: date, days: int) -> date:
    """Return `one`, later by `days`; the ends of the calendar hold."""
    number = min(max(one.toordinal() + days, date.min.toordinal()), date.max.toordinal())
    return date.fromordinal(number)


def week(one: date, weeks: int = 0) -> Days:
    """Return the week, Monday to Sunday, that lies `weeks` after that of `one`."""
    monday = shifted(one, 7 * weeks - one.weekday())
    return Days(monday, shifted(monday, 6))


def weekend(one: date, weeks: int = 0) -> Days:
    """Return the Saturday and Sunday of a week."""
    sunday = week(one, weeks).last
    return Days(sunday - timedelta(days=1), sunday)


def counted(one: date, number: int, unit: str) -> Days:
    """Return the day, week, month, year or decade that lies `number` units after `one`.

    As precise as the words: three days on is a day, three weeks on a week around that day.
    """
    if unit in ("minute", "hour"):
        hours = number if unit == "hour" else 0
        moved = shifted(one, int(hours / 24))
        return Days(moved, moved)
    if unit in ("day", "night"):
        moved = shifted(one, number)
        return Days(moved, moved)
    if unit == "week":
        return week(one, number)
    if unit == "fortnight":
        return week(one, 2 * number)
    if unit == "month":
        return month(one.year, one.month + number)
    if unit == "quarter":
        start = 3 * ((one.month - 1) // 3 + number) + 1
        return months(one.year, start, start + 2)
    if unit == "year":
        return years(one.year + number)
    if unit == "decade":
        start = one.year // 10 * 10 + 10 * number
        return years(start, start + 9)
    start = (one.year - 1) // 100 * 100 + 1 + 100 * number
    return years(start, start + 99)


def moved(one: date, number: int, unit: str) -> date:
    """Return the day that lies exactly `number` units after `one`."""
    if unit in ("month", "quarter", "year", "decade", "century"):
        step = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit]
        target = month(one.year, one.month + step * number)
        return target.first.replace(day=min(one.day, target.last.day))
    scale = {"week": 7, "fortnight": 14, "hour": 1 / 24, "minute": 0}.get(unit, 1)
    amount = number * scale
    return shifted(one, -int(-amount // 1) if amount > 0 else int(amount // 1))


def part_of(days: Days, part: str) -> Days:
    """Return the early, middle or late third of a month or a year, or its start or end.

    Of other stretches the whole is returned.
    """
    first, last = days
    kind = granularity_of(days)
    if kind == "month":
        cuts = {"early": (1, 10), "start": (1, 10), "middle": (11, 20), "late": (21, 0)}
        low, high = cuts.get(part, (21, 0))
        return Days(first.replace(day=low), first.replace(day=high or last.day))
    if kind == "year":
        low, high = {
            "early": (1, 4), "start": (1, 1), "middle": (5, 8), "late": (9, 12), "end": (12, 12),
        }.get(part, (1, 12))  # fmt: skip
        return months(first.year, low, high)
    length = (last - first).days + 1
    if length > 3 * 360:
        third = ((last.year - first.year) + 1) // 3
        low, high = {
            "early": (first.year, first.year + third),
            "start": (first.year, first.year + third),
            "middle": (first.year + third, last.year - third),
        }.get(part, (last.year - third, last.year))
        return years(low, high)
    return days


def easter(year: int) -> date:
    """Return Easter Sunday of the western churches.

    The rule is the anonymous Gregorian computus (Nature, 20 April 1876).
    """
    golden, century, rest = year % 19, year // 100, year % 100
    epact = (
        19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15
    ) % 30
    full = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * full) // 451
    number = epact + full - 7 * late + 114
    return date(year, number // 31, number % 31 + 1)


def _bounded(year: int) -> int:
    return min(max(year, 1), 9999)
