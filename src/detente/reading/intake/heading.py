"""What the first lines of a plain report say of it: title, byline, day, publisher, dateline."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from detente.reading.blocks import stretches
from detente.reading.dateline import Dateline, read_dateline
from detente.reading.furniture import BYLINE, LABELLED, LOOKED_AT
from detente.reading.intake.refusal import UnreadableReportError
from detente.reading.report import Report

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_NUMERIC = re.compile(r"(?<!\d)(\d{4})[-/._](\d{1,2})[-/._](\d{1,2})(?!\d)")
_PACKED = re.compile(r"(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)")
_WORDED = re.compile(
    r"(?:(?P<d1>\d{1,2})(?:st|nd|rd|th)?\s+)?(?P<month>[A-Z][a-z]{2,8})\.?\s+"
    r"(?:(?P<d2>\d{1,2})(?:st|nd|rd|th)?,?\s+)?(?P<year>\d{4})\b"
)
_KEYS = {
    "title": "title", "headline": "title", "publisher": "publisher", "source": "publisher",
    "agency": "publisher", "byline": "byline", "author": "byline", "by": "byline",
    "date": "published", "published": "published", "publication date": "published",
    "date published": "published", "language": "language",
}  # fmt: skip


def read_day(text: str) -> date | None:
    """Return the day that `text` writes with its year, the first of several; `None` without one.

    Raises
    ------
    UnreadableReportError
        If it writes a day that no calendar has.

    >>> read_day("Monday, 5 September 2016")
    datetime.date(2016, 9, 5)
    """
    for pattern in (_NUMERIC, _PACKED):
        if found := pattern.search(text):
            return _day(int(found[1]), int(found[2]), int(found[3]), found[0])
    for found in _WORDED.finditer(text):
        month = found["month"].lower()[:3]
        day = found["d1"] or found["d2"]
        if month in _MONTHS and day:
            return _day(int(found["year"]), _MONTHS.index(month) + 1, int(day), found[0])
    return None


def _day(year: int, month: int, day: int, words: str) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise UnreadableReportError(
            "report-date",
            f"{' '.join(words.split())} is no day of the calendar",
            "Give the day of publication with --published",
        ) from error


def split_front_matter(text: str) -> tuple[str, Mapping[str, str]]:
    r"""Return the text without the block between two lines of dashes at its start, and the block.

    >>> split_front_matter("---\ntitle: Talks\n---\nThey met.")
    ('They met.', {'title': 'Talks'})
    """
    if not text.startswith("---\n"):
        return text, {}
    end = text.find("\n---", 3)
    if end < 0 or end > 4000:
        return text, {}
    told = {}
    for line in text[4:end].split("\n"):
        key, colon, value = line.partition(":")
        if colon and value.strip():
            told[key.strip().lower()] = value.strip().strip("\"'")
    rest = text.find("\n", end + 1)
    return ("" if rest < 0 else text[rest + 1 :].lstrip("\n")), told


def read_heading(text: str) -> dict[str, tuple[Any, str]]:
    """Return what the first lines of `text` tell of the report, with where each was found.

    The keys are ``title``, ``publisher``, ``byline``, ``dateline``, ``published`` (text) and
    ``language``.
    """
    told: dict[str, tuple[Any, str]] = {}
    for line in text[:6000].split("\n")[:LOOKED_AT]:
        if found := LABELLED.fullmatch(line):
            key = _KEYS.get(found["key"].lower())
            if key is not None:
                told.setdefault(key, (found["value"].strip(), "line at the start"))
        elif found := BYLINE.fullmatch(line):
            told.setdefault("byline", (found["who"], "line at the start"))
        elif (dateline := read_dateline(line)) is not None and "dateline" not in told:
            _tell_dateline(dateline, told)
    first = next(stretches(Report(text=text[:6000], origin="")), None)
    if first is not None and first.part == "title":
        told.setdefault("title", (" ".join(text[first.start : first.end].split()), "first line"))
    return told


def _tell_dateline(dateline: Dateline, told: dict[str, tuple[Any, str]]) -> None:
    place = dateline.place
    told["dateline"] = (place.title() if place.isupper() else place, "dateline")
    if dateline.agency is not None:
        agency = re.split(r"\s*[/,;]\s*", dateline.agency)[0].strip()
        if agency.casefold() not in ("agencies", "staff", "own report", "local time"):
            told.setdefault("publisher", (agency, "dateline"))
    if dateline.day is not None:
        told.setdefault("published", (dateline.day, "dateline"))
