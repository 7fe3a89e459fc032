"""Times told by their distance from another: "three days ago", "two weeks later"."""

from __future__ import annotations

import re

from detente.reading.dates.placing import Guess, Setting
from detente.reading.dates.rule import Rule
from detente.reading.dates.spans import counted
from detente.reading.dates.wordlists import SMALL_NUMBER, UNIT, S, small_number, unit_of

_UNKNOWN = Guess(None, "publication")


def _ago(found: re.Match[str], setting: Setting) -> Guess | None:
    unit = unit_of(found["unit"])
    if setting.published is None:
        return _UNKNOWN
    if not found["number"] or setting.before == "half":
        return Guess(None, "publication", "duration")
    number = small_number(found["number"])
    vague = bool(found["vague"])
    return Guess(
        counted(setting.published, -number, unit),
        "publication",
        confidence="medium" if vague else "high",
    )


def _told(found: re.Match[str], setting: Setting) -> Guess | None:
    """Read what counts from another date of the text: "two weeks earlier"."""
    unit = unit_of(found["unit"])
    later = found["way"].casefold() in ("later", "after", "afterwards", "on")
    if setting.told is None or setting.after in ("the", "a", "an", "his", "its", "their", "her"):
        return Guess(None, "text")
    if not found["number"] or setting.before == "half":
        return Guess(None, "text", "duration")
    number = small_number(found["number"]) * (1 if later else -1)
    return Guess(counted(setting.told, number, unit), "text", confidence="medium")


def _same(found: re.Match[str], setting: Setting) -> Guess | None:
    """Read "the previous day", "the following week", "that month", "the day before"."""
    which = (found["which"] or found["way"] or "").casefold()
    unit = unit_of(found["unit"] or found["noun"])
    if setting.told is None:
        return Guess(None, "text")
    if found["way"] and setting.after in ("the", "a", "an", "his", "its", "their", "her", "he"):
        return Guess(None, "text")
    step = {"previous": -1, "preceding": -1, "before": -1, "following": 1, "next": 1, "after": 1}
    return Guess(counted(setting.told, step.get(which, 0), unit), "text", confidence="medium")


_VAGUE = "(?P<vague>(?i:about|some|around|nearly|almost|more than|over|roughly|just over))"


_MANY = "(?i:several|a few|few|many|a couple of|some)"


RULES = (
    Rule(
        "ago",
        re.compile(
            f"\\b(?:{_VAGUE}{S})?(?:(?P<number>{SMALL_NUMBER})|{_MANY}){S}(?P<unit>{UNIT})s?{S}"
            "(?i:ago)\\b"
        ),
        _ago,
        ("ago",),
    ),
    Rule(
        "told",
        re.compile(
            f"\\b(?:(?P<number>{SMALL_NUMBER})|{_MANY}){S}(?P<unit>{UNIT})s?{S}"
            "(?P<way>(?i:earlier|later|before|after|afterwards|previously))\\b"
        ),
        _told,
        ("earlier", "later", "before", "after", "previously"),
    ),
    Rule(
        "same",
        re.compile(
            f"\\b(?i:the){S}(?:(?P<which>(?i:previous|preceding|following|next|same)){S}"
            f"(?P<unit>(?i:day|week|month|year))"
            f"|(?P<noun>(?i:day|week|month|year)){S}(?P<way>(?i:before|after)))\\b"
        ),
        _same,
        ("day", "week", "month", "year"),
    ),
    Rule(
        "that",
        re.compile(
            f"\\b(?P<which>(?i:that)){S}(?P<unit>(?i:day|week|month|year))\\b(?P<way>)(?P<noun>)"
        ),
        _same,
        ("that",),
    ),
)
