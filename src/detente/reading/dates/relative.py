"""Times told from the day of publication: "yesterday", "on Monday", "last year"."""

from __future__ import annotations

import re

from detente.reading.dates.placing import Guess, Setting, placed, weekday_near
from detente.reading.dates.rule import Rule
from detente.reading.dates.spans import (
    Days,
    counted,
    day,
    month,
    moved,
    part_of,
    shifted,
    week,
    weekend,
)
from detente.reading.dates.wordlists import (
    IN_UNIT,
    MONTH,
    ORDINALS,
    PART_OF_DAY,
    SHORT_WEEKDAY,
    WEEKDAYS,
    YEAR,
    S,
    month_of,
    part_named,
    unit_of,
    weekday_of,
)

_UNKNOWN = Guess(None, "publication")


def _days(first: int, last: int | None, setting: Setting) -> Guess:
    if setting.published is None:
        return _UNKNOWN
    start = shifted(setting.published, first)
    end = start if last is None else shifted(setting.published, last)
    return Guess(Days(start, end), "publication")


_NEAR = {
    "today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "last night": -1,
    "last evening": -1, "day before yesterday": -2, "day after tomorrow": 2,
}  # fmt: skip


def _near_day(found: re.Match[str], setting: Setting) -> Guess | None:
    words = " ".join(found["near"].casefold().split())
    if words.startswith("this"):
        return _days(0, None, setting)
    if words == "overnight":
        return _days(-1, 0, setting)._replace(confidence="medium")
    return _days(_NEAR[words], None, setting)


def _weekday(found: re.Match[str], setting: Setting) -> Guess | None:
    word, here = found["weekday"], setting.published
    which = " ".join((found["which"] or "").casefold().split())
    short = not word.casefold().endswith("day")
    plain = not word.endswith(".") or word[:3].casefold() in ("sat", "sun", "wed")
    if short and plain and setting.before not in ("on", "until", "since", "by"):
        return None
    if setting.before in ("every", "each", "bloody", "black", "good", "holy", "ash", "palm"):
        return None
    if here is None:
        return _UNKNOWN
    number = weekday_of(word)
    if which in ("last", "this past", "past"):
        one = shifted(here, -((here.weekday() - number - 1) % 7 + 1))
    elif which in ("next", "the following", "following"):
        from_ = setting.told if "following" in which and setting.told else here
        one = shifted(from_, (number - from_.weekday() - 1) % 7 + 1)
    elif which in ("this coming", "coming"):
        one = shifted(here, (number - here.weekday() - 1) % 7 + 1)
    elif which == "the previous":
        from_ = setting.told or here
        one = shifted(from_, -((from_.weekday() - number - 1) % 7 + 1))
    elif which == "this":
        one = weekday_near(here, number, setting)
        if setting.tense in (None, "present"):
            one = shifted(here, (number - here.weekday()) % 7)
    elif found["week"]:
        weeks = {"last": -1, "next": 1}.get(found["week"].split()[0].casefold(), 0)
        one = shifted(week(here, weeks).first, number)
    else:
        one = weekday_near(here, number, setting)
    return Guess(Days(one, one), "publication")


def _unit(found: re.Match[str], setting: Setting) -> Guess | None:
    which, unit = found["which"].casefold().split()[-1], unit_of(found["unit"])
    if unit in ("hour", "minute", "night", "day") or (unit == "quarter" and which == "this"):
        return None
    if setting.published is None:
        return _UNKNOWN
    step = {"last": -1, "past": -1, "next": 1, "coming": 1, "previous": -1}.get(which, 0)
    here = setting.published
    if which in ("past", "coming") or (found["the"] and which in ("last", "next")):
        other = moved(here, step, unit)
        return Guess(Days(*sorted((other, here))), "publication", "interval")
    days = counted(here, step, unit)
    spoken = (found["part"] or "").casefold()
    if which == "this" and unit == "week" and spoken in ("earlier", "later"):
        days = Days(days.first, here) if spoken == "earlier" else Days(here, days.last)
    part = part_named(found["part"])
    if part and unit in ("month", "year", "decade"):
        days = part_of(days, part)
    elif part and unit == "week":
        days = _part_of_week(days, part)
    return Guess(days, "publication")


def _part_of_week(days: Days, part: str) -> Days:
    if part in ("early", "start"):
        return Days(days.first, shifted(days.first, 2))
    if part in ("late", "end"):
        return Days(shifted(days.first, 3), days.last)
    return Days(shifted(days.first, 1), shifted(days.first, 3))


def _end(found: re.Match[str], setting: Setting) -> Guess | None:
    which = (found["which"] or "").casefold().split()
    unit, here = unit_of(found["unit"]), setting.published
    if here is None:
        return _UNKNOWN
    step = {"last": -1, "next": 1}.get(which[-1], 0) if which else 0
    part = part_named(found["part"])
    if unit == "day" or part is None:
        return None
    days = counted(here, step, unit)
    if unit == "week":
        return Guess(_part_of_week(days, part), "publication")
    if unit == "year" and part == "end":
        return Guess(month(days.first.year, 12), "publication")
    if unit == "year" and part == "start":
        return Guess(month(days.first.year, 1), "publication")
    return Guess(part_of(days, part), "publication")


def _weekend(found: re.Match[str], setting: Setting) -> Guess | None:
    here = setting.published
    if here is None:
        return _UNKNOWN
    which = (found["which"] or "").casefold().split()
    word = which[-1] if which else ""
    if word in ("last", "past"):
        days = weekend(here, -1)
    elif word in ("next", "coming"):
        days = weekend(here, 1 if word == "next" and here.weekday() >= 5 else 0)
    elif here.weekday() >= 5:
        days = weekend(here)
    elif setting.tense == "past":
        days = weekend(here, -1)
    elif setting.tense == "future" or word == "this":
        days = weekend(here)
    else:
        days = weekend(here, -1 if here.weekday() < 3 else 0)
    return Guess(days, "publication", "interval")


def _ordinal_day(found: re.Match[str], setting: Setting) -> Guess | None:
    if setting.published is None or setting.before not in ("on", "by", "until", "since"):
        return None
    number, here = int(found["day"]), setting.published
    found_days = [days for i in range(-2, 3)
                  if (days := _day_of_month(here.year, here.month + i, number))]  # fmt: skip
    if not 1 <= number <= 31:
        return None
    if setting.tense == "past":
        return Guess([one for one in found_days if one.first <= here][-1], "publication")
    if setting.tense == "future":
        return Guess(next(one for one in found_days if one.first >= here), "publication")
    return Guess(min(found_days, key=lambda one: abs((one.first - here).days)), "publication")


def _day_of_month(year: int, number: int, which: int) -> Days | None:
    first = month(year, number).first
    return day(first.year, first.month, which)


def _week_of_month(found: re.Match[str], setting: Setting) -> Guess | None:
    which, number = ORDINALS[found["which"].casefold()], month_of(found["month"])
    unit = unit_of(found["unit"])

    def make(year: int) -> Days:
        whole = month(year, number)
        if unit == "weekend":
            saturday = shifted(whole.first, (5 - whole.first.weekday()) % 7)
            if which == -1:
                saturday = shifted(whole.last, -((whole.last.weekday() - 5) % 7))
            else:
                saturday = shifted(saturday, 7 * (which - 1))
            return Days(saturday, shifted(saturday, 1))
        if which == -1:
            return Days(shifted(whole.last, -6), whole.last)
        start = shifted(whole.first, 7 * (which - 1))
        return Days(start, min(shifted(start, 6), whole.last))

    if found["year"]:
        return Guess(make(int(found["year"])), granularity="interval")
    return placed(make, setting)._replace(granularity="interval")


RULES = (
    Rule(
        "near-day",
        re.compile(
            "\\b(?:(?i:early|late|later|earlier)(?: on)? )?"
            f"(?:the{S})?(?P<near>(?i:day{S}before{S}yesterday|day{S}after{S}tomorrow"
            f"|today|tonight|yesterday|tomorrow|last{S}(?:night|evening)|overnight"
            f"|this{S}(?:morning|afternoon|evening)))\\b"
            f"(?:{S}(?i:morning|afternoon|evening|night))?"
        ),
        _near_day,
        ("day", "tomorrow", "night", "this"),
    ),
    Rule(
        "weekday",
        re.compile(
            f"\\b(?:(?:(?i:early|late|later|earlier)(?:{S}on)?){S})?"
            f"(?:(?P<which>(?i:last|next|this{S}past|this{S}coming|past|coming|this"
            f"|the{S}following|the{S}previous)){S})?(?P<weekday>{SHORT_WEEKDAY})(?![a-zA-Z])"
            f"(?:{S}{PART_OF_DAY}\\b)?(?:{S}(?P<week>(?i:last|this|next){S}week)\\b)?"
        ),
        _weekday,
        ("day", *WEEKDAYS),
    ),
    Rule(
        "unit",
        re.compile(
            f"\\b(?:(?P<part>(?i:earlier|later|early|late)){S})?(?P<the>(?i:the){S})?"
            f"(?P<which>(?i:this{S}past|this{S}coming|last|past|next|coming|this)){S}"
            "(?P<unit>(?i:week|fortnight|month|quarter|year|decade|century))\\b"
        ),
        _unit,
        IN_UNIT,
    ),
    Rule(
        "end",
        re.compile(
            f"\\b(?P<part>(?i:(?:the{S})?(?:very{S})?(?:end|beginning|start|middle|close){S}of)){S}"
            f"(?P<which>(?i:the|this|last|next)){S}(?P<unit>(?i:week|month|year|decade))\\b"
            f"(?!{S}of)"
        ),
        _end,
        IN_UNIT,
    ),
    Rule(
        "weekend",
        re.compile(
            f"\\b(?:(?P<which>(?i:last|this{S}past|past|next|this{S}coming|coming|this|the)){S})"
            "(?i:weekend)\\b"
        ),
        _weekend,
        ("weekend",),
    ),
    Rule(
        "ordinal-day",
        re.compile(
            f"\\b(?i:the){S}(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)\\b(?=[,.;:)]|$|{S}(?:and|to|in|at|"
            "with|of the month))"
        ),
        _ordinal_day,
        ("st", "nd", "rd", "th"),
    ),
    Rule(
        "week-of-month",
        re.compile(
            f"\\b(?:(?i:the){S})?(?P<which>(?i:first|second|third|fourth|last)){S}"
            f"(?P<unit>(?i:week|weekend)){S}(?:of|in){S}(?P<month>{MONTH})\\b"
            f"(?:,?{S}(?P<year>{YEAR})\\b|(?P<rel>))"
        ),
        _week_of_month,
        ("week",),
    ),
)
