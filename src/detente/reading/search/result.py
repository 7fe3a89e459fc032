"""The answer of the command search."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from detente.reading.report import Span
from detente.reading.store import StoredItem, StoredReport
from detente.results import Manifest, Result
from detente.results.tables import Row
from detente.words import say
from detente.words.naming import clean

MOST_RANKED = 1_000
"""Matches that are ranked; of more, the latest read are taken, which answers at once."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence that was found.

    Parameters
    ----------
    item : StoredItem or None
        The proposal whose words were found; `None` where it is the report's text.
    span : tuple of int
        The sentence's place in the stored text.
    """

    report: StoredReport
    item: StoredItem | None
    sentence: str
    span: Span


@dataclass(frozen=True, kw_only=True)
class SearchResult(Result):
    """What was found, best first: proposals, then reports.

    Parameters
    ----------
    asked : str
        The words as asked.
    limit : int
        How many proposals and how many reports at most.
    latest : bool
        Whether so many match that the latest read stand first, not the best.
    """

    asked: str
    items: tuple[Hit, ...]
    texts: tuple[Hit, ...]
    limit: int
    latest: bool
    source: Manifest

    @property
    def manifest(self) -> Manifest:
        """What the answer was made from."""
        return self.source

    def title(self) -> str:
        """Return one line that says what the answer is about."""
        return say("search.title", words=clean(self.asked))

    def content(self) -> dict[str, Any]:
        """Return what was found as a JSON object."""
        return {
            "items": [
                {
                    "id": hit.item.id,
                    "kind": hit.item.kind,
                    "fields": dict(hit.item.fields),
                    "status": hit.item.status,
                    **_place(hit),
                }
                for hit in self.items
                if hit.item is not None
            ],
            "texts": [_place(hit) for hit in self.texts],
            "order": "latest" if self.latest else "best",
        }

    def rows(self) -> Iterator[Row]:
        """Yield what was found as flat rows."""
        for hit in (*self.items, *self.texts):
            yield {
                "kind": "text" if hit.item is None else hit.item.kind,
                "sentence": hit.sentence,
                "source": hit.report.source,
                "publisher": hit.report.publisher or "",
                "published": str(hit.report.published or ""),
                "start": hit.span[0],
                "end": hit.span[1],
                "id": "" if hit.item is None else hit.item.id,
            }

    def to_text(self) -> str:
        """Return what was found for a terminal."""
        if not self.items and not self.texts:
            return say("search.nothing", words=clean(self.asked)) + "\n"
        lines = []
        for code, hits in (("search.items", self.items), ("search.texts", self.texts)):
            if hits:
                lines += ["", say(code)]
                lines += [line for hit in hits for line in _told(hit)]
        if self.latest:
            lines += ["", say("search.latest", most=f"{MOST_RANKED:,}")]
        return "\n".join(lines[1:]) + "\n"


def _place(hit: Hit) -> dict[str, Any]:
    return {
        "sentence": hit.sentence,
        "source": hit.report.source,
        "span": list(hit.span),
        "publishers": list(hit.report.publishers),
        "published": None if hit.report.published is None else hit.report.published.isoformat(),
        "title": hit.report.title,
    }


def _told(hit: Hit) -> Iterator[str]:
    where = ", ".join(
        part for part in (hit.report.source, str(hit.report.published or say("search.undated")))
    )
    if hit.item is not None:
        where = f"{hit.item.kind}, {hit.item.status}; {where}"
    yield f"  {clean(hit.sentence)}"
    yield f"      [{where}]"
