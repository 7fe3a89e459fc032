"""Where the blocks of a stored text lie: lines first, so that no headline runs into a sentence.

Reports come with a line a paragraph, or with lines broken at a fixed width. Only the second are
joined, in reports without any longer line: there a line that is long and ends in the middle of a
sentence goes on in the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from detente.reading.analysis import Part
from detente.reading.dateline import read_dateline
from detente.reading.furniture import LOOKED_AT, is_furniture
from detente.reading.report import Report

_LINE = re.compile(r"[^\n]+")
_ENDS = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_LETTER = re.compile(r"[^\W\d_]")
_BULLET = re.compile(r"(?:[-*•–]|\d{1,2}[.)])\s+")
_MARK = re.compile(r"(?:#{1,6}|>+)\s+|[-=*_]{3,}$")
WRAPPED = (45, 130)
"""How long, in letters, a line that was broken at a fixed width can be."""


class Stretch(NamedTuple):
    """A block before it is parsed."""

    start: int
    end: int
    part: Part


def stretches(report: Report) -> Iterator[Stretch]:
    """Yield the blocks of a report in the order of its text."""
    first = True
    for start, end in _paragraphs(report.text):
        words = report.text[start:end]
        if not _LETTER.search(words):
            continue
        part: Part = "body"
        headline = first and not _ENDS.search(words.rstrip()) and len(words) <= 220
        if headline or (report.title is not None and words.strip() == report.title.strip()):
            part = "title"
        first = False
        if part == "body":
            dateline = read_dateline(report.text, start, end)
            start = start if dateline is None else dateline.end
        yield Stretch(start, end, part)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of paragraphs, without labels of the report and marks of Markdown."""
    begin, last = -1, -1
    wrapped = all(len(line[0].rstrip()) <= WRAPPED[1] for line in _LINE.finditer(text))
    for number, line in enumerate(_LINE.finditer(text)):
        if number < LOOKED_AT and is_furniture(line[0]):
            continue
        start, end = _bare(text, line.start(), line.end())
        if start >= end:
            continue
        goes_on = (
            wrapped
            and begin >= 0
            and text.count("\n", last, line.start()) == 1
            and start == line.start() + (len(line[0]) - len(line[0].lstrip()))
            and _broken(text[text.rfind("\n", 0, last) + 1 : last])
        )
        if not goes_on:
            if begin >= 0:
                yield begin, last
            begin = start
        last = end
    if begin >= 0:
        yield begin, last


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the part of a line that is words."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    for mark in (_MARK, _BULLET):
        found = mark.match(text, start, end)
        if found:
            start = found.end()
    return start, end


def _broken(line: str) -> bool:
    """Tell whether a line was broken at a fixed width rather than ended."""
    shortest, longest = WRAPPED
    return shortest <= len(line.rstrip()) <= longest and not _ENDS.search(line.rstrip())
