"""Which sentence of a report is shown: the one with most of the words that were looked for."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing

from detente.reading.report import Span
from detente.reading.store.schema import TOKENS

OPEN, SHUT = "\ue000", "\ue001"
"""What stands around a word that was found, in a text that is searched for its best sentence."""

_ALONE = f"CREATE VIRTUAL TABLE alone USING fts5 (title, text, tokenize='{TOKENS}')"
_MARKED = "SELECT highlight(alone, 1, ?, ?) FROM alone WHERE alone MATCH ?"

MOST_MARKS = 200
_MARK = re.compile(f"[{OPEN}{SHUT}]")
_END = re.compile(r"[.!?…][\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[A-Z0-9])|\n")
_REACH = 600
"""Letters around a word within which its sentence is looked for."""


def marked_text(title: str | None, text: str, query: str) -> str:
    """Return `text` with marks around the words that `query` finds.

    The text is searched once more by itself: in the whole index, marking takes time for every
    report that a word or its beginning stands in.
    """
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(_ALONE)
        connection.execute("INSERT INTO alone VALUES (?, ?)", (title, text))
        marked: tuple[str] | None = connection.execute(_MARKED, (OPEN, SHUT, query)).fetchone()
    return text if marked is None else marked[0]


def best_sentence(text: str, marked: str, known: Sequence[Span]) -> Span:
    """Return the sentence of `text` with most of the words that are marked in `marked`."""
    marks = [] if _MARK.search(text) else [*_marks(marked)][:MOST_MARKS]
    found: Counter[Span] = Counter()
    seen: set[tuple[Span, str]] = set()
    for start, end in marks:
        sentence = _sentence_at(text, start, known)
        word = text[start:end].casefold()
        if (sentence, word) not in seen:
            seen.add((sentence, word))
            found[sentence] += 1
    if not found:
        return _sentence_at(text, 0, known)
    return min(found, key=lambda span: (-found[span], span))


def _marks(marked: str) -> Iterator[Span]:
    """Yield the places of marked words in the text without the marks."""
    places = [at.start() - k for k, at in enumerate(_MARK.finditer(marked))]
    yield from zip(places[::2], places[1::2], strict=True)


def _sentence_at(text: str, at: int, known: Sequence[Span]) -> Span:
    """Return the sentence around a letter: as the parser cut it, or else by its marks."""
    for start, end in known:
        if start <= at < end:
            return start, end
    first = max(0, at - _REACH)
    starts = [end.end() for end in _END.finditer(text, first, at)]
    start = starts[-1] if starts else first
    stop = _END.search(text, at, at + _REACH)
    end = stop.end() if stop else min(len(text), at + _REACH)
    return start, start + len(text[start:end].rstrip())
