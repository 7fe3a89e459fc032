"""The words of which times are made, and small numbers in words."""

from __future__ import annotations

import re

MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7,
    "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9,
    "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
WEEKDAYS = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5,
    "sunday": 6, "mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3,
    "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""Each season's first month, on the northern half of the earth."""

SMALL = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1, "final": -1,
}  # fmt: skip
PARTS = {
    "early": "early", "mid": "middle", "middle": "middle", "late": "late", "end": "end",
    "beginning": "start", "start": "start", "close": "end", "outset": "start",
}  # fmt: skip
_LONG = [name for name in MONTHS if len(name) > 4 or name in ("may", "june", "july")]
_DAYS_LONG = [name for name in WEEKDAYS if name.endswith("day")]


def _either(names: list[str]) -> str:
    """Return a pattern for names in title case or capitals, the longest first."""
    names = sorted(names, key=len, reverse=True)
    return "|".join([*(name.title() for name in names), *(name.upper() for name in names)])


S = "[ \u00a0\u2009\u202f]{1,4}"
"""A pattern for the space between two words."""

MONTH = f"(?:{_either(_LONG)})"
SHORT_MONTH = f"(?:{_either(_LONG)}|(?:{_either([m for m in MONTHS if m not in _LONG])})\\.?)"
SHORT_WEEKDAY = f"(?:{_either(_DAYS_LONG)}|(?:{_either([w for w in WEEKDAYS if len(w) < 6])})\\.?)"
DAY = "(?:3[01]|[12][0-9]|0?[1-9])"
YEAR = "(?:1[5-9][0-9]{2}|20[0-9]{2})"
SMALL_NUMBER = (
    "(?:[0-9]{1,3}|(?i:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    "(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?"
    "|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
    "|one|two|three|four|five|six|seven|eight|nine|an?))"
)
UNIT = "(?i:minute|hour|day|night|week|fortnight|month|quarter|year|decade|centur(?:y|ie))"
PART_OF_DAY = "(?i:morning|afternoon|evening|night|noon|lunchtime|midnight|dawn)"
PART = "(?i:early|mid|late|(?:the )?(?:very )?(?:beginning|start|middle|end|close) of)"


IN_YEAR = ("15", "16", "17", "18", "19", "20")
IN_MONTH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
IN_UNIT = (
    "minute", "hour", "day", "night", "week", "fortnight", "month", "quarter", "year", "decade",
    "centur",
)  # fmt: skip
"""Letters of which some stand in every unit of time."""


def small_number(words: str) -> int:
    """Return the number that `words`, matched by `SMALL_NUMBER`, write."""
    if words.isdecimal():
        return int(words)
    return sum(SMALL[one] for one in re.split("[- ]", words.casefold()))


def unit_of(word: str) -> str:
    """Return the unit that a word, singular or plural, names."""
    word = word.casefold()
    return "century" if word.startswith("centur") else word.removesuffix("s")


def month_of(word: str) -> int:
    """Return the number of the month that `word` names."""
    return MONTHS[word.casefold().rstrip(".")]


def weekday_of(word: str) -> int:
    """Return the number, from Monday = 0, of the weekday that `word` names."""
    return WEEKDAYS[word.casefold().rstrip(".")]


def part_named(words: str | None) -> str | None:
    """Return which part of a stretch words such as "the end of" name."""
    if not words:
        return None
    return next((PARTS[one] for one in re.split("[- ]", words.casefold()) if one in PARTS), None)
