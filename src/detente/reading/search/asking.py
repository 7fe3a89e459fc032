"""Asking for words: what a user writes becomes a query, which only this module makes.

All words must stand there, in whatever form ("accuse" finds "accused"); words in quotes stand
together, and a word that ends in ``*`` may go on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from detente.errors import call_error
from detente.reading.found import KINDS
from detente.reading.search.result import MOST_RANKED, Hit, SearchResult
from detente.reading.search.sentences import best_sentence, marked_text
from detente.reading.store import Store
from detente.reading.store.indexing import KIND, marks_of_days
from detente.results import Manifest

LIMIT = 10
MOST_TERMS = 20
_TERM = re.compile(r'"([^"]*)"?|([^\s"]+)')

_MATCH = "SELECT rowid FROM {found} WHERE {found} MATCH ? "
_BEST, _LATEST = "ORDER BY rank LIMIT ?", "ORDER BY rowid DESC LIMIT ?"
_FIRST_AND_LAST = "SELECT min(published), max(published) FROM reports"


def search(
    store: Store,
    words: str | Sequence[str],
    *,
    kind: str | None = None,
    since: date | None = None,
    until: date | None = None,
    limit: int = LIMIT,
    digest: str = "",
) -> SearchResult:
    """Return where `words` stand in the proposals and texts of `store`.

    Parameters
    ----------
    words : str or sequence of str
        The words; an entry of a sequence that has spaces and no quote marks is a phrase.
    kind : str, optional
        Look only in proposals of this kind.
    since, until : datetime.date, optional
        Only in reports published from or up to this day.
    limit : int
        How many proposals and how many reports at most.

    Raises
    ------
    CallError
        If no word is given, the limit is below 1, or there is no such kind.
    """
    if limit < 1:
        raise call_error("limit-too-low", f"the limit {limit} is too low", "Give 1 or more")
    if kind is not None and kind not in KINDS:
        raise call_error(
            "unknown-kind", f"there is no kind {kind}", f"Choose one of {', '.join(KINDS)}"
        )
    asked = words if isinstance(words, str) else " ".join(map(_as_phrase, words))
    query = to_query(asked)
    if not query:
        raise call_error("no-words", "no word to look for was given", "Give one or more words")
    days = _marks_within(store, since, until)
    items, many_items = _hits_of_items(store, query, kind, days, limit)
    texts, many_texts = ((), False) if kind else _hits_of_texts(store, query, days, limit)
    parameters = {
        "words": asked, "kind": kind, "since": since and since.isoformat(),
        "until": until and until.isoformat(), "limit": limit,
    }  # fmt: skip
    source = Manifest("search", digest, parameters)
    return SearchResult(
        asked=asked,
        items=items,
        texts=texts,
        limit=limit,
        latest=many_items or many_texts,
        source=source,
    )


def to_query(words: str) -> str:
    """Return what FTS5 is asked: nothing that a user writes is taken for its syntax.

    >>> to_query('truce* "fate of Assad" NEAR(')
    '"truce"* AND "fate of Assad" AND "NEAR("'
    """
    terms = []
    for phrase, word in _TERM.findall(words.replace("\0", " ")):
        term, star = phrase or word.rstrip("*"), "*" if word.endswith("*") else ""
        if any(letter.isalnum() for letter in term):
            terms.append(f'"{term}"{star}')
    return " AND ".join(terms[:MOST_TERMS])


def _as_phrase(word: str) -> str:
    return f'"{word}"' if '"' not in word and len(word.split()) > 1 else word


def _hits_of_items(
    store: Store, query: str, kind: str | None, days: Sequence[str] | None, limit: int
) -> tuple[tuple[Hit, ...], bool]:
    """Return the best proposals, and whether there were too many to rank."""
    asked = _with_marks(f"{{quote words}} : ({query})", [KIND + kind] if kind else None, days)
    numbers, many = _numbers(store, "items_found", asked, limit)
    items = [store.numbered_item(number) for number in numbers]
    return tuple(
        Hit(store.report(item.digest), item, " ".join(item.quote.split()), item.span)
        for item in items
    ), many


def _hits_of_texts(
    store: Store, query: str, days: Sequence[str] | None, limit: int
) -> tuple[tuple[Hit, ...], bool]:
    """Return the best reports, each with its best sentence, and whether there were too many."""
    asked = _with_marks(f"{{title text}} : ({query})", days)
    numbers, many = _numbers(store, "texts_found", asked, limit)
    hits = []
    for report in store.numbered(numbers):
        text = store.text(report.digest)
        known = {note.sentence for note in store.notes(report.digest)}
        marked = marked_text(report.title, text, query)
        start, end = best_sentence(text, marked, sorted(known))
        hits.append(Hit(report, None, " ".join(text[start:end].split()), (start, end)))
    return tuple(hits), many


def _marks_within(store: Store, since: date | None, until: date | None) -> Sequence[str] | None:
    """Return the marks of the days that are asked for; `None` if any day will do."""
    if since is None and until is None:
        return None
    ((first, last),) = store.rows(_FIRST_AND_LAST)
    if first is None:
        return ()
    start = max(since or date.min, date.fromisoformat(first))
    end = min(until or date.max, date.fromisoformat(last))
    return tuple(marks_of_days(start, end))


def _with_marks(query: str, *marks: Sequence[str] | None) -> str:
    """Return `query` with one of each of the `marks`; empty where none of some could be."""
    for some in marks:
        if some is None:
            continue
        if not some:
            return ""
        query += f" AND marks : ({' OR '.join(some)})"
    return query


def _numbers(store: Store, found: str, query: str, limit: int) -> tuple[list[int], bool]:
    """Return the rows that match, the best first; the latest, where ranking would take long."""
    if not query:
        return [], False
    match = _MATCH.format(found=found)
    rows = store.rows(match + _LATEST, query, max(MOST_RANKED, limit) + 1)
    many = len(rows) > MOST_RANKED
    if not many and len(rows) > 1:
        rows = store.rows(match + _BEST, query, limit)
    return [number for (number,) in rows[:limit]], many
