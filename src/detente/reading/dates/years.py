"""Years, and stretches told by them: "since 2011", "the 1990s", "last winter"."""

from __future__ import annotations

import re
from dataclasses import replace

from detente.reading.dates.absolute import LIST, LISTING, follows
from detente.reading.dates.neighbours import (
    AGREED,
    BEFORE_YEARS,
    MEETINGS,
    NOT_AFTER_YEARS,
    NOT_BEFORE_YEARS,
)
from detente.reading.dates.placing import Guess, Setting, placed
from detente.reading.dates.rule import Rule
from detente.reading.dates.spans import Days, month, months, part_of, years
from detente.reading.dates.wordlists import IN_YEAR, PART, SEASONS, YEAR, S, part_named


def _one_year(found: re.Match[str], setting: Setting) -> Guess | None:
    part = part_named(found["part"])
    days = years(int(found["year"]))
    return Guess(part_of(days, part) if part else days)


def _bare_year(found: re.Match[str], setting: Setting) -> Guess | None:
    before, after = setting.before, setting.after
    if before in NOT_BEFORE_YEARS or (
        after in NOT_AFTER_YEARS and before not in ("in", "since", "during")
    ):
        return None
    near = setting.published is None or abs(int(found["year"]) - setting.published.year) < 250
    told = before in BEFORE_YEARS or (before in LISTING and follows(found, _AFTER_YEAR))
    named = before in ("the", "a", "its", "their", "his", "our") and after in (MEETINGS | AGREED)
    if not near or not (told or named or before == "("):
        return None
    return Guess(years(int(found["year"])), confidence="high" if told else "medium")


def _some_years(found: re.Match[str], setting: Setting) -> Guess | None:
    first, text = int(found["first"]), found["last"]
    last = int(text) if len(text) == 4 else first // 100 * 100 + int(text)
    if last <= first or last - first > 200 or setting.before in NOT_BEFORE_YEARS:
        return None
    return Guess(years(first, last), granularity="interval")


def _decade(found: re.Match[str], setting: Setting) -> Guess | None:
    part = part_named(found["part"])
    first = int(found["decade"])
    if first < 100:
        first += 1900
    days = years(first, first + 9)
    return Guess(part_of(days, part) if part else days, granularity="interval")


def _century(found: re.Match[str], setting: Setting) -> Guess | None:
    number = int(found["number"])
    if not 1 <= number <= 30:
        return None
    return Guess(years(100 * number - 99, 100 * number), granularity="interval")


_QUARTERS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": 3, "final": 3}


def _share_of_year(found: re.Match[str], setting: Setting) -> Guess | None:
    year, anchor = None, "none"
    if found["year"]:
        year = int(found["year"])
    elif setting.published is not None:
        words = (found["rel"] or "").casefold()
        year = setting.published.year + {"last year": -1, "next year": 1}.get(words, 0)
        anchor = "publication"
    if year is None:
        return Guess(None, "publication")
    number, half = _QUARTERS[found["number"].casefold()], found["share"].casefold() == "half"
    if half:
        if number in (2,):
            return None
        start = 1 if number == 0 else 7
        return Guess(months(year, start, start + 5), anchor, "interval")
    return Guess(months(year, 3 * number + 1, 3 * number + 3), anchor, "interval")


def _season(found: re.Match[str], setting: Setting) -> Guess | None:
    start = SEASONS[found["season"].casefold()]
    part = part_named(found["part"])

    def make(year: int) -> Days | None:
        if part in ("early", "start"):
            return month(year, start)
        if part == "middle":
            return month(year, start + 1)
        if part in ("late", "end"):
            return month(year, start + 2)
        return months(year, start, start + 2)

    which = (found["which"] or "").casefold()
    if found["year"]:
        return Guess(make(int(found["year"])), granularity="interval")
    if not which and not (found["part"] or setting.before in ("in", "since", "by", "until")):
        return None
    in_time = setting.before in ("in", "during", "since", "by", "until", "from", "before", "after")
    if found["season"].casefold() == "fall" and (not which or (which == "the" and not in_time)):
        return None
    if which == "the" and setting.after == "of":
        return None
    here = setting.published
    if here is None:
        return Guess(None, "publication")
    options = [days for days in (make(here.year + i) for i in (-2, -1, 0, 1)) if days]
    if which.startswith("last"):
        ended = [days for days in options if days.last < here]
        return Guess(ended[-1], "publication", "interval")
    if which.startswith("next"):
        coming = [days for days in options if days.first > here]
        return Guess(coming[0], "publication", "interval")
    if which.startswith("this"):
        within = [days for days in options if days.first <= here <= days.last]
        days = within[0] if within else make(here.year)
        return Guess(days, "publication", "interval")
    if setting.before == "before":
        setting = replace(setting, tense=None)
    return placed(make, setting)._replace(granularity="interval")


_AFTER_YEAR = re.compile(f"(?<![0-9]){YEAR}{LIST}")


RULES = (
    Rule(
        "part-year",
        re.compile(f"\\b(?P<part>{PART})(?:{S}|-)(?P<year>{YEAR})\\b(?![-–/,][0-9])"),
        _one_year,
        IN_YEAR,
    ),
    Rule(
        "year",
        re.compile(f"(?<![0-9.,$€£/-])\\b(?P<year>{YEAR})\\b(?![-–/,.:][0-9])"),
        _bare_year,
        IN_YEAR,
    ),
    Rule(
        "years",
        re.compile(
            f"(?<![0-9.,$€£/-])\\b(?P<first>{YEAR})(?:[-–—/]|{S}[-–—]{S})(?P<last>{YEAR}|[0-9]{{2}})"
            "\\b(?![-–/,.:][0-9])"
        ),
        _some_years,
        IN_YEAR,
    ),
    Rule(
        "decade",
        re.compile(
            f"(?:\\b(?:the{S})?(?P<part>(?i:early|mid|late))(?:{S}|-)|\\b)(?:the{S})?"
            "['’]?(?P<decade>(?:1[5-9]|20)[0-9]0|[2-9]0)['’]?s\\b"
        ),
        _decade,
        ("0s", "0's", "0’s"),
    ),
    Rule(
        "century",
        re.compile(f"\\b(?P<number>[0-9]{{1,2}})(?:st|nd|rd|th)(?:{S}|-)century\\b"),
        _century,
        ("century",),
    ),
    Rule(
        "quarter",
        re.compile(
            f"\\b(?P<number>(?i:first|second|third|fourth|last|final)){S}(?P<share>quarter|half){S}of"
            f"{S}(?:(?P<year>{YEAR})\\b|(?P<rel>(?i:the|this|last|next){S}year)\\b)"
        ),
        _share_of_year,
        ("quarter", "half"),
    ),
    Rule(
        "season",
        re.compile(
            f"\\b(?:(?P<which>(?i:last|next|this(?:{S}past)?|the)){S})?"
            f"(?:(?P<part>(?i:early|mid|late)|(?:end|beginning|start) of(?: the)?)(?:{S}|-))?"
            f"(?P<season>spring|summer|autumn|fall|winter)\\b"
            f"(?:,?{S}(?:of{S})?(?P<year>{YEAR})\\b)?"
        ),
        _season,
        ("spring", "summer", "autumn", "fall", "winter"),
    ),
)
