"""Lengths of time: "within 48 hours", "for five years", "the past two weeks", "a 48-hour truce"."""

from __future__ import annotations

import re

from detente.reading.dates.placing import PLANNING, Guess, Setting
from detente.reading.dates.rule import Rule
from detente.reading.dates.spans import Days, counted, moved, years
from detente.reading.dates.wordlists import IN_UNIT, SMALL_NUMBER, UNIT, S, small_number, unit_of
from detente.reading.wordlists import words_of

TRUCES = words_of(
    "truce ceasefire cease pause halt lull moratorium humanitarian extension ultimatum deadline "
    "curfew window"
)
"""What lasts as long as is said from the day on that stands beside it."""
ENDINGS = words_of("end expire collapse break lapse violate fail")
_LONG = ("year", "decade", "century")


def _stretch(one_end: Days, unit: str) -> Days:
    """Return the stretch, by years where it is counted in years."""
    if unit in _LONG:
        return years(one_end.first.year, one_end.last.year)
    return one_end


def _from(start: Setting, number: int, unit: str) -> Days | None:
    if start.published is None:
        return None
    first, last = sorted((start.published, moved(start.published, number, unit)))
    return _stretch(Days(first, last), unit)


def _window(found: re.Match[str], setting: Setting) -> Guess | None:
    """Read "the past two weeks" and "the next 48 hours"."""
    unit = unit_of(found["unit"])
    if not found["number"]:
        return Guess(None, "publication", "duration")
    back = found["which"].casefold() in ("past", "last", "previous", "preceding")
    number = small_number(found["number"]) * (-1 if back else 1)
    if found["which"].casefold() in ("first", "following", "previous", "preceding"):
        return Guess(None, "text", "duration")
    return Guess(_from(setting, number, unit), "publication", "interval")


def _length(found: re.Match[str], setting: Setting) -> Guess | None:
    """Read "within 48 hours", "in two weeks", "for five years" and a plain "three weeks"."""
    unit, lead = unit_of(found["unit"]), (found["lead"] or "").casefold().split()
    word = lead[0] if lead else ""
    if setting.after in ("old", "-", "of age", "away", "into", "apart"):
        return None
    sense = "for" if word in ("for", "over", "during", "") else None
    if not found["number"]:
        return Guess(None, "publication", "duration", sense=sense)
    number = small_number(found["number"])
    if word in ("in", "within") and setting.tense == "future":
        if word == "in" and "the" not in lead:
            return Guess(_point(setting, number, unit), "publication", "duration")
        return Guess(_from(setting, number, unit), "publication", "duration", sense="by")
    if word == "for" and setting.tense == "future":
        return Guess(None, "text", "duration", sense="for", note=f"{number} {unit}")
    if word == "for" and setting.perfect:
        return Guess(_from(setting, -number, unit), "publication", "duration", "medium", "for")
    if word == "within" and setting.governor in PLANNING:
        return Guess(_from(setting, number, unit), "publication", "duration", "medium", "by")
    note = f"{number} {unit}" if word == "for" else ""
    return Guess(None, "text", "duration", sense=sense, note=note)


def _point(setting: Setting, number: int, unit: str) -> Days | None:
    if setting.published is None:
        return None
    return counted(setting.published, number, unit)


def _hyphened(found: re.Match[str], setting: Setting) -> Guess | None:
    """Read "48-hour" before a noun; ages stand aside."""
    if setting.after in ("old", "-"):
        return None
    number, unit = small_number(found["number"]), unit_of(found["unit"])
    starts = setting.after in TRUCES and setting.governor not in ENDINGS
    note = f"{number} {unit}" if starts else ""
    return Guess(None, "text", "duration", sense="for", note=note)


def lasting(start: Days, note: str) -> Days | None:
    """Return the stretch of a length such as ``48 hour`` from the first day of `start` on."""
    number, _, unit = note.partition(" ")
    if not number.isdecimal() or len(number) > 3:
        return None
    return _stretch(Days(start.first, moved(start.first, int(number), unit)), unit)


_MANY = "(?i:several|a few|few|many|a couple of|recent|some)"
_AROUND = "(?i:about|some|around|nearly|almost|more than|over|at least|up to|the|another|roughly)"

RULES = (
    Rule(
        "window",
        re.compile(
            f"\\b(?i:the|these){S}(?P<which>(?i:past|last|next|coming|previous|following|first"
            f"|preceding)){S}(?:(?P<number>{SMALL_NUMBER}){S}|(?i:several|few|couple of|many){S})?"
            f"(?P<unit>{UNIT})s?\\b"
        ),
        _window,
        IN_UNIT,
    ),
    Rule(
        "length",
        re.compile(
            f"\\b(?:(?P<lead>(?i:within|in|for|over|during|after)(?:{S}(?i:the))?){S})?"
            f"(?:{_AROUND}{S})?(?:(?P<number>{SMALL_NUMBER})|{_MANY}){S}(?P<unit>{UNIT})s?\\b"
            "(?!-)"
        ),
        _length,
        IN_UNIT,
    ),
    Rule(
        "hyphened",
        re.compile(f"\\b(?P<number>{SMALL_NUMBER})-(?P<unit>{UNIT})\\b"),
        _hyphened,
        ("-",),
    ),
)
