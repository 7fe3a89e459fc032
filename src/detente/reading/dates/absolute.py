"""Full dates, and dates that lack no more than their year: "18 September 2016", "mid-August"."""

from __future__ import annotations

import re
from collections.abc import Callable

from detente.reading.dates.neighbours import (
    ALSO_WORDS,
    BEFORE_MONTHS,
    MEETINGS,
    NOT_AFTER_YEARS,
)
from detente.reading.dates.placing import PLANNING, Guess, Setting, placed
from detente.reading.dates.rule import Rule
from detente.reading.dates.spans import Days, day, month, part_of
from detente.reading.dates.wordlists import (
    DAY,
    IN_MONTH,
    IN_YEAR,
    MONTH,
    PART,
    SHORT_MONTH,
    SHORT_WEEKDAY,
    YEAR,
    S,
    month_of,
    part_named,
    weekday_of,
)

_AND_YEAR = (
    f"(?:(?:,{S}|{S}(?:in{S})?|{S}of{S}|,)(?P<year>{YEAR})(?![0-9]|,[0-9]{{3}}|-[a-z])"
    f"|{S}(?:of{S})?(?P<rel>(?i:last|this|next|that|the same)){S}year\\b)?"
)


_ORD = "(?:st|nd|rd|th)?"


_WEEKDAY = f"(?:(?P<weekday>{SHORT_WEEKDAY}),?{S}(?:the{S})?)?"


_NOT_NUMBER = "(?![0-9]|,[0-9]{3}|[.:][0-9]|%|[- ]?year)"


_DASH = f"(?:{S})?[-–—/](?:{S})?"


_JOIN = f"(?P<join>{_DASH}|{S}(?:to|until|till|through|and|or){S}(?:the{S})?)"


NOT_DAYS = re.compile(
    f"{S}(?:Movement|Brigades?|Street|Square|University|Army|Front|Group|Party|Coalition|Alliance"
    "|Martyrs|Forces|movement|alliance|coalition|bloc|camp|forces)\\b"
)


"""Names that are made of a date: "the March 14 alliance"."""


_STRUCK = {(9, 11): 2001, (10, 7): 2023}


"""Days that news call by day and month alone, with an attack named after: month, day and year."""


def _year(found: re.Match[str], setting: Setting) -> int | None:
    if found["year"]:
        return int(found["year"])
    if not found["rel"]:
        return None
    word = found["rel"].casefold()
    here = setting.told if word in ("that", "the same") else setting.published
    if here is None:
        return None
    return here.year + {"last": -1, "next": 1}.get(word, 0)


def _placed(found: re.Match[str], setting: Setting, make: Callable[[int], Days | None]) -> Guess:
    year = _year(found, setting)
    if year is not None:
        days = make(year)
        anchor = "none" if found["year"] else "publication"
        if days is None:
            return Guess(None, anchor, confidence="low", note="impossible")
        return Guess(days, anchor)
    if found["rel"]:
        return Guess(None, "text" if "a" in found["rel"].casefold() else "publication")
    return placed(make, setting)


def _one_day(found: re.Match[str], setting: Setting) -> Guess | None:
    if NOT_DAYS.match(found.string, found.end()):
        return None
    number, name = int(found["day"]), month_of(found["month"])
    if setting.before == "in" and not found["year"] and setting.after in NOT_AFTER_YEARS:
        return None
    struck = _STRUCK.get((name, number))
    if struck and not found["year"] and setting.after in ("attack", "attacks", "massacre"):
        days = day(struck, name, number)
        if setting.published is None or (days and days.first <= setting.published):
            return Guess(days, "none", confidence="medium")
    weekday = found["weekday"]
    if weekday and not found["year"] and not found["rel"] and setting.published:
        wanted = weekday_of(weekday)

        def fits(year: int) -> Days | None:
            days = day(year, name, number)
            return days if days and days.first.weekday() == wanted else None

        guess = placed(fits, setting)
        if guess.days and abs(guess.days.first.year - setting.published.year) <= 2:
            return guess._replace(make=None)
    return _placed(found, setting, lambda year: day(year, name, number))


def _some_days(found: re.Match[str], setting: Setting) -> Guess | None:
    if NOT_DAYS.match(found.string, found.end()):
        return None
    first, last, name = int(found["day"]), int(found["last"]), month_of(found["month"])
    join = found["join"].strip().casefold()

    def make(year: int) -> Days | None:
        one, two = day(year, name, first), day(year, name, last)
        return Days(one.first, two.last) if one and two and one <= two else None

    guess = _placed(found, setting, make)
    if join.startswith(("and", "or")) and setting.before != "between" and last - first != 1:
        return guess._replace(granularity="interval", confidence="low")
    return guess._replace(granularity="interval")


def _iso(found: re.Match[str], setting: Setting) -> Guess | None:
    days = day(int(found["year"]), int(found["month"]), int(found["day"]))
    return Guess(days) if days else Guess(None, confidence="low", note="impossible")


def _numbers(found: re.Match[str], setting: Setting) -> Guess | None:
    one, two, year = int(found["one"]), int(found["two"]), int(found["year"])
    by_day, by_month = day(year, two, one), day(year, one, two)
    if found["mark"] == "." or by_month is None or one == two:
        days = by_day
    elif by_day is None:
        days = by_month
    else:
        return Guess(None, confidence="low", note="ambiguous")
    return Guess(days) if days else Guess(None, confidence="low", note="impossible")


def _one_month(found: re.Match[str], setting: Setting) -> Guess | None:
    number, part = month_of(found["month"]), part_named(found["part"])

    def make(year: int) -> Days | None:
        days = month(year, number)
        return part_of(days, part) if part else days

    return _placed(found, setting, make)


def _bare_month(found: re.Match[str], setting: Setting) -> Guess | None:
    word = found["month"]
    if NOT_DAYS.match(found.string, found.end()):
        return None
    in_list = (
        setting.before in LISTING
        and follows(found, _AFTER_MONTH)
        and not found.string[found.end() + 1 : found.end() + 2].isupper()
    )
    planned = setting.before == "for" and setting.governor in PLANNING
    if not found["part"] and setting.before not in BEFORE_MONTHS and not (in_list or planned):
        named = setting.before in ("the", "a", "its", "their") and setting.after in MEETINGS
        if word.casefold() in ALSO_WORDS and not named:
            return None
        if not named and word.isupper():
            return None
    if setting.after in ("'s", "’s") and word.casefold() in ("may", "april", "june"):
        return None
    return _one_month(found, setting)


def follows(found: re.Match[str], pattern: re.Pattern[str]) -> bool:
    """Tell whether what stands just before a match ends as `pattern` says."""
    return pattern.search(found.string[max(0, found.start() - 30) : found.start()]) is not None


def _relative_month(found: re.Match[str], setting: Setting) -> Guess | None:
    here = setting.published
    if here is None:
        return Guess(None, "publication")
    number, word, part = month_of(found["month"]), found["which"].casefold(), None
    if found["part"]:
        part = part_named(found["part"])
    year = here.year
    if word.startswith(("last", "this past")):
        year -= number >= here.month
    elif word.startswith("next"):
        year += number <= here.month
    elif word.startswith(("coming", "this coming")):
        year += number < here.month
    days = month(year, number)
    return Guess(part_of(days, part) if part else days, "publication")


LISTING = frozenset(("and", "or", "to", ","))


LIST = f"(?:,?{S}(?:and|or|to)|,){S}$"


_AFTER_MONTH = re.compile(f"{MONTH}{LIST}")


RULES = (
    Rule(
        "iso",
        re.compile(
            "(?<![0-9/-])(?P<year>(?:19|20)[0-9]{2})(?P<mark>[-/])(?P<month>[01]?[0-9])(?P=mark)"
            "(?P<day>[0-3]?[0-9])(?:T[0-9:.]{4,15}Z?)?(?![0-9/-])"
        ),
        _iso,
        IN_YEAR,
    ),
    Rule(
        "numbers",
        re.compile(
            "(?<![0-9./-])(?P<one>[0-3]?[0-9])(?P<mark>[./-])(?P<two>[0-3]?[0-9])(?P=mark)"
            "(?P<year>(?:19|20)[0-9]{2})(?![0-9/-]|\\.[0-9])"
        ),
        _numbers,
        IN_YEAR,
    ),
    Rule(
        "day-month",
        re.compile(
            f"\\b{_WEEKDAY}(?:the{S}(?=[0-9]{{1,2}}[a-z]))?(?<![0-9.,])(?P<day>{DAY}){_ORD}(?:{S}of)?(?:{S}|-)"
            f"(?P<month>{SHORT_MONTH})(?![a-zA-Z]){_AND_YEAR}"
        ),
        _one_day,
        IN_MONTH,
    ),
    Rule(
        "month-day",
        re.compile(
            f"\\b{_WEEKDAY}(?P<month>{SHORT_MONTH})(?:{S}the)?{S}(?P<day>{DAY}){_ORD}\\b{_NOT_NUMBER}"
            f"{_AND_YEAR}"
        ),
        _one_day,
        IN_MONTH,
    ),
    Rule(
        "days-month",
        re.compile(
            f"(?<![0-9.,/-])\\b(?P<day>{DAY}){_ORD}{_JOIN}(?P<last>{DAY}){_ORD}(?:{S}of)?{S}"
            f"(?P<month>{SHORT_MONTH})(?![a-zA-Z]){_AND_YEAR}"
        ),
        _some_days,
        IN_MONTH,
    ),
    Rule(
        "month-days",
        re.compile(
            f"\\b(?P<month>{SHORT_MONTH}){S}(?P<day>{DAY}){_ORD}{_JOIN}(?P<last>{DAY}){_ORD}\\b"
            f"{_NOT_NUMBER}{_AND_YEAR}"
        ),
        _some_days,
        IN_MONTH,
    ),
    Rule(
        "month-year",
        re.compile(
            f"\\b(?:(?P<part>{PART})(?:{S}|-))?(?P<month>{SHORT_MONTH})(?:,?{S}(?:of{S})?"
            f"(?P<year>{YEAR})\\b(?!,[0-9]{{3}})"
            f"|,?{S}(?:of{S})?(?P<rel>(?i:last|this|next|that|the same)){S}year\\b)"
        ),
        _one_month,
        IN_MONTH,
    ),
    Rule(
        "which-month",
        re.compile(
            f"\\b(?P<which>(?i:(?:this{S})?(?:last|next|past|coming)|this)){S}"
            f"(?:(?P<part>(?i:early|mid|late))(?:{S}|-))?(?P<month>{MONTH})\\b(?!{S}[0-9])"
        ),
        _relative_month,
        IN_MONTH,
    ),
    Rule(
        "month",
        re.compile(f"\\b(?:(?P<part>{PART})(?:{S}|-))?(?P<month>{MONTH})\\b(?P<rel>)(?P<year>)"),
        _bare_month,
        IN_MONTH,
    ),
)
