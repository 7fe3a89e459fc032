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
from detente.results import Manifest

LIMIT = 10
MOST_TERMS = 20
Days = tuple[str, str]
_TERM = re.compile(r'"([^"]*)"?|([^\s"]+)')

_TEXTS = "SELECT rowid FROM texts_found WHERE texts_found MATCH ? "
_BEST_TEXTS = _TEXTS + "ORDER BY rank LIMIT ?"
_LATEST_TEXTS = _TEXTS + "ORDER BY rowid DESC LIMIT ?"
_TEXTS_OF = (
    "SELECT texts_found.rowid FROM texts_found CROSS JOIN reports "
    "ON reports.number = texts_found.rowid "
    "WHERE texts_found MATCH ? AND reports.published BETWEEN ? AND ? "
)
_BEST_TEXTS_OF = _TEXTS_OF + "ORDER BY texts_found.rank LIMIT ?"
_LATEST_TEXTS_OF = _TEXTS_OF + "ORDER BY texts_found.rowid DESC LIMIT ?"
_BEST_ITEMS = _BEST_TEXTS.replace("texts_found", "items_found")
_LATEST_ITEMS = _LATEST_TEXTS.replace("texts_found", "items_found")
_ITEMS_OF = (
    "SELECT items_found.rowid FROM items_found CROSS JOIN items "
    "ON items.number = items_found.rowid CROSS JOIN reports ON reports.number = items.report "
    "WHERE items_found MATCH ? AND items.kind = coalesce(?, items.kind) "
    "AND coalesce(reports.published, '') BETWEEN ? AND ? "
)
_BEST_ITEMS_OF = _ITEMS_OF + "ORDER BY items_found.rank LIMIT ?"
_LATEST_ITEMS_OF = _ITEMS_OF + "ORDER BY items_found.rowid DESC LIMIT ?"


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
    days = (since or date.min).isoformat(), (until or date.max).isoformat()
    dated = since is not None or until is not None
    asked_days = days if dated else None
    items, many_items = _hits_of_items(store, query, kind, asked_days, limit)
    texts, many_texts = ((), False) if kind else _hits_of_texts(store, query, asked_days, limit)
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
    store: Store, query: str, kind: str | None, days: Days | None, limit: int
) -> tuple[tuple[Hit, ...], bool]:
    """Return the best proposals, and whether there were too many to rank."""
    if kind is None and days is None:
        numbers, many = _numbers(store, (_BEST_ITEMS, _LATEST_ITEMS), (query,), limit)
    else:
        asked = (query, kind, *(days or ("", "~")))
        numbers, many = _numbers(store, (_BEST_ITEMS_OF, _LATEST_ITEMS_OF), asked, limit)
    items = [store.numbered_item(number) for number in numbers]
    return tuple(
        Hit(store.report(item.digest), item, " ".join(item.quote.split()), item.span)
        for item in items
    ), many


def _hits_of_texts(
    store: Store, query: str, days: Days | None, limit: int
) -> tuple[tuple[Hit, ...], bool]:
    """Return the best reports, each with its best sentence, and whether there were too many."""
    if days is None:
        numbers, many = _numbers(store, (_BEST_TEXTS, _LATEST_TEXTS), (query,), limit)
    else:
        numbers, many = _numbers(store, (_BEST_TEXTS_OF, _LATEST_TEXTS_OF), (query, *days), limit)
    hits = []
    for report in store.numbered(numbers):
        text = store.text(report.digest)
        known = {note.sentence for note in store.notes(report.digest)}
        marked = marked_text(report.title, text, query)
        start, end = best_sentence(text, marked, sorted(known))
        hits.append(Hit(report, None, " ".join(text[start:end].split()), (start, end)))
    return tuple(hits), many


def _numbers(
    store: Store, orders: tuple[str, str], asked: tuple[object, ...], limit: int
) -> tuple[list[int], bool]:
    """Return the rows that match, the best first; the latest, where ranking would take long."""
    best, latest = orders
    rows = store.rows(latest, *asked, max(MOST_RANKED, limit) + 1)
    many = len(rows) > MOST_RANKED
    if not many and len(rows) > 1:
        rows = store.rows(best, *asked, limit)
    return [number for (number,) in rows[:limit]], many
