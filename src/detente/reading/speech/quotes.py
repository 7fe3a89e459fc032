"""What stands between quote marks, across sentences and paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from detente.reading.analysis import Analysis, Block
from detente.reading.report import Span

_MARKS = re.compile("[\"“”„«»‘’']")
_OPENERS = {'"': '"', "“": "”", "„": "“”", "«": "»", "‘": "’", "'": "'"}
MOST_SINGLE = 400
"""How far, in letters, the end of a quote between single marks is looked for."""


@dataclass(frozen=True, slots=True)
class Quotes:
    """The quoted stretches of a report, without their marks, in the order of the text.

    Parameters
    ----------
    spans : tuple of tuple of int
        Their places in the stored text; a quote that goes on in the next paragraph has one a
        paragraph.
    goes_on : frozenset of int
        The numbers of those that go on from the one before.
    """

    spans: tuple[Span, ...]
    goes_on: frozenset[int] = frozenset()
    _starts: tuple[int, ...] = field(default=(), repr=False)

    def number_at(self, place: int) -> int | None:
        """Return the number of the quote in which the letter at `place` stands."""
        number = bisect_right(self._starts, place) - 1
        return number if number >= 0 and place < self.spans[number][1] else None

    def at(self, place: int) -> Span | None:
        """Return the quote in which the letter at `place` stands."""
        number = self.number_at(place)
        return None if number is None else self.spans[number]

    def within(self, start: int, end: int) -> Iterator[Span]:
        """Yield the quotes that overlap the stretch from `start` to `end`."""
        number = max(bisect_right(self._starts, start) - 1, 0)
        while number < len(self.spans) and self.spans[number][0] < end:
            if self.spans[number][1] > start:
                yield self.spans[number]
            number += 1


def find_quotes(analysis: Analysis) -> Quotes:
    """Return what a report quotes.

    Double marks, curly, straight and angled, and single ones where they cannot be apostrophes. A
    quote that no mark ends goes to the end of its paragraph if the next one starts with a mark, as
    printers do with long quotes; otherwise the mark is taken for a slip.
    """
    spans: list[Span] = []
    goes_on: set[int] = set()
    running = False
    blocks = analysis.blocks
    for number, block in enumerate(blocks):
        text = analysis.text
        follows = running
        running = False
        for start, end, closed in _block(text, block):
            if not closed:
                later = blocks[number + 1] if number + 1 < len(blocks) else None
                running = later is not None and text[later.start] in _OPENERS
                if not running and end - start > MOST_SINGLE:
                    continue
                if not running and not follows:
                    continue
            if follows and start == block.start + 1:
                goes_on.add(len(spans))
            spans.append((start, end))
    return Quotes(tuple(spans), frozenset(goes_on), tuple(start for start, _ in spans))


def _block(text: str, block: Block) -> Iterator[tuple[int, int, bool]]:
    """Yield start, end and whether it is closed of each quote of a block."""
    begun, closers = -1, ""
    for mark in _MARKS.finditer(text, block.start, block.end):
        place, sign = mark.start(), mark[0]
        before = text[place - 1] if place > block.start else " "
        after = text[place + 1] if place + 1 < block.end else " "
        if begun < 0:
            if sign in _OPENERS and not after.isspace() and _opens(text, block, place, before):
                begun, closers = place + 1, _OPENERS[sign]
        elif sign in closers:
            if sign == '"' and before.isspace() and not after.isspace() and place > begun:
                begun = place + 1
            elif sign not in "’'" or not (after.isalnum() or before.isspace()):
                yield begun, place, True
                begun = -1
    if begun >= 0:
        yield begun, block.end, False


def _opens(text: str, block: Block, place: int, before: str) -> bool:
    """Tell whether the mark at `place` opens a quote rather than being an apostrophe."""
    if text[place] not in "‘'":
        return True
    if before.isalnum():
        return False
    end = min(block.end, place + MOST_SINGLE)
    close = "’" if text[place] == "‘" else "'"
    found = text.find(close, place + 2, end)
    while found >= 0:
        after = text[found + 1] if found + 1 < block.end else " "
        if not after.isalnum() and not text[found - 1].isspace():
            return True
        found = text.find(close, found + 1, end)
    return False
