"""The answer of the command read: what became of the reports, and what they propose."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from detente.reading.found import KINDS
from detente.reading.store import Refusal, Store, StoredItem, StoredReport, open_store
from detente.results import Manifest, Result
from detente.results.tables import Row
from detente.words import say
from detente.words.folding import fold
from detente.words.naming import clean

SHOWN = 12
"""Files without a date or that could not be read that are shown one by one."""


@dataclass(frozen=True, kw_only=True)
class ReadResult(Result):
    """What became of the reports of a call; proposals stay in the store until they are told.

    Parameters
    ----------
    folder : Path
        The dossier's folder.
    numbers : tuple of int
        The kept reports that the call named.
    outcomes : mapping
        How many reports were ``new``, the ``same`` as before, a ``copy`` and so on; see
        :class:`detente.reading.store.Added`.
    refused : tuple of Refusal
        What could not be read, and remarks about what was.
    undated : tuple of str
        The origins of reports whose day of publication nobody knows.
    read : int
        How many reports the rules were run on.
    unread : int
        How many still wait.
    counts : mapping
        Proposals of these reports by kind and status.
    interrupted : bool
        Whether a person stopped the call.
    """

    folder: Path
    numbers: tuple[int, ...]
    outcomes: Mapping[str, int]
    refused: tuple[Refusal, ...]
    undated: tuple[str, ...]
    read: int
    unread: int
    counts: Mapping[str, Mapping[str, int]]
    interrupted: bool
    source: Manifest

    @property
    def manifest(self) -> Manifest:
        """What the answer was made from."""
        return self.source

    def title(self) -> str:
        """Return one line that says what the answer is about."""
        return say("reading.title", reports=len(self.numbers))

    def content(self) -> dict[str, Any]:
        """Return all proposals, mentions and dates as JSON values; see also :meth:`pieces`."""
        with open_store(self.folder, create=False) as store:
            return {name: list(entries) for name, entries in self._lists(store)}

    def pieces(self) -> Iterator[str]:
        """Yield the JSON text piece by piece, so that many reports never fill the memory."""
        yield "{\n"
        with open_store(self.folder, create=False) as store:
            for name, entries in self._lists(store):
                yield f"  {json.dumps(name)}: ["
                mark = "\n    "
                for entry in entries:
                    yield mark + json.dumps(entry, ensure_ascii=False)
                    mark = ",\n    "
                yield "],\n" if mark == "\n    " else "\n  ],\n"
        yield f'  "meta": {json.dumps(self.manifest.to_dict(), ensure_ascii=False)}\n}}\n'

    def to_json(self) -> str:
        """Return the answer as JSON text, one line for each entry."""
        return "".join(self.pieces())

    def rows(self) -> Iterator[Row]:
        """Yield the proposals as flat rows, their fields as JSON text."""
        with open_store(self.folder, create=False) as store:
            for item in self._items(store):
                yield {
                    "kind": item.kind,
                    "fields": json.dumps(dict(item.fields), ensure_ascii=False),
                    "quote": item.quote,
                    "source": item.source,
                    "publisher": item.publisher or "",
                    "published": _iso(item.published),
                    "status": item.status,
                    "confidence": item.confidence,
                    "rule": item.rule,
                    "flags": " ".join(sorted(item.flags)),
                    "chain": " > ".join(item.chain),
                    "start": item.span[0],
                    "end": item.span[1],
                    "id": item.id,
                }

    def to_text(self) -> str:
        """Return on one screen what was read, what is proposed, and what to do next."""
        numbers = {f"n_{name}": f"{number:,}" for name, number in self._numbers().items()}

        def told(code: str) -> str:
            return say(code, **numbers)

        lines = [told("reading.read")]
        lines += [
            told(f"reading.outcome.{name}")
            for name in ("same", "changed", "copy", "longer", "update")
            if self.outcomes.get(name)
        ]
        lines += [*self._told_refusals(), *self._told_undated(), *self._told_proposals()]
        if self.interrupted:
            lines += ["", told("reading.interrupted")]
        text = fold(lines)
        if any(counts.get("proposed") for counts in self.counts.values()):
            # a command is never broken: it is copied
            text += f"\n{say('reading.next', folder=clean(str(self.folder)))}\n"
        return text

    def _numbers(self) -> dict[str, int]:
        numbers = dict.fromkeys(("new", "same", "changed", "copy", "longer", "update"), 0)
        numbers |= self.outcomes
        numbers["reports"] = sum(numbers.values())
        numbers["fresh"] = numbers["new"] + numbers["longer"] + numbers["update"]
        numbers["read"], numbers["unread"] = self.read, self.unread
        return numbers

    def _told_refusals(self) -> Iterator[str]:
        for kept, head in ((False, "reading.refused"), (True, "reading.remarks")):
            some = [one for one in self.refused if one.kept is kept]
            if some:
                yield ""
                yield say(head, number=f"{len(some):,}")
                for one in some[:SHOWN]:
                    remedy = f". {one.remedy}" if one.remedy else ""
                    yield "  " + clean(f"{one.origin}: {one.code}: {one.reason}{remedy}.")
                if len(some) > SHOWN:
                    yield say("reading.more", number=f"{len(some) - SHOWN:,}")

    def _told_undated(self) -> Iterator[str]:
        if self.undated:
            shown = ", ".join(map(clean, self.undated[:3])) + (", ..." if self.undated[3:] else "")
            yield ""
            yield say("reading.undated", number=f"{len(self.undated):,}", shown=shown)

    def _told_proposals(self) -> Iterator[str]:
        kinds = [kind for kind in KINDS if kind in self.counts]
        yield ""
        if not kinds:
            yield say("reading.nothing")
            return
        yield say("reading.proposals")
        for kind in kinds:
            counts = self.counts[kind]
            decided = {name: counts.get(name, 0) for name in ("accepted", "rejected")}
            told = ", ".join(f"{number:,} {name}" for name, number in decided.items() if number)
            tail = f"  ({told})" if told else ""
            yield f"  {kind:<12}{sum(counts.values()):>8,}{tail}"

    def _lists(self, store: Store) -> Iterator[tuple[str, Iterable[dict[str, Any]]]]:
        """Yield the lists of the JSON object with their names."""
        yield "items", (item_entry(store, item) for item in self._items(store))
        yield "mentions", self._notes(store, "mentions")
        yield "dates", self._notes(store, "dates")
        yield "reports", map(report_entry, self._reports(store))
        yield "refused", map(refusal_entry, self.refused)

    def _reports(self, store: Store) -> Iterator[StoredReport]:
        return store.numbered(self.numbers)

    def _items(self, store: Store) -> Iterator[StoredItem]:
        return store.items(digests=(report.digest for report in self._reports(store)))

    def _notes(self, store: Store, kind: str) -> Iterator[dict[str, Any]]:
        for report in self._reports(store):
            for note in store.notes(report.digest):
                if note.kind == kind:
                    yield {
                        **note.fields,
                        "source": report.source,
                        "span": list(note.span),
                        "sentence": list(note.sentence),
                        "rule": note.rule,
                        "confidence": note.confidence,
                    }


def item_entry(store: Store, item: StoredItem) -> dict[str, Any]:
    """Return a proposal as a JSON object."""
    told: dict[str, Any] = {
        "kind": item.kind,
        "fields": dict(item.fields),
        "source": item.source,
        "span": list(item.span),
        "quote": item.quote,
        "rule": item.rule,
        "status": item.status,
        "id": item.id,
        "focus": None if item.focus is None else list(item.focus),
        "cue": None if item.cue is None else {"word": item.cue.word, "span": list(item.cue.span)},
        "flags": sorted(item.flags),
        "chain": list(item.chain),
        "confidence": item.confidence,
        "published": _iso(item.published) or None,
        "evidence": [{"source": item.source, "span": list(item.span), "quote": item.quote}],
    }
    if item.also:
        text = store.text(item.digest)
        told["evidence"] += [
            {"source": item.source, "span": list(span), "quote": text[slice(*span)]}
            for span in item.also
        ]
    return told


def report_entry(report: StoredReport) -> dict[str, Any]:
    """Return a report as a JSON object."""
    return {
        "source": report.source,
        "digest": report.digest,
        "origin": report.origin,
        "medium": report.medium,
        "title": report.title,
        "publishers": list(report.publishers),
        "byline": report.byline,
        "dateline": report.dateline,
        "published": _iso(report.published) or None,
        "language": report.language,
        "found": dict(report.found),
        "letters": report.length,
        "read": report.read,
        "update_of": report.update_of,
        "copies": [
            {
                "origin": copy.origin,
                "publisher": copy.publisher,
                "published": _iso(copy.published) or None,
                "how": copy.how,
            }
            for copy in report.copies
        ],
    }


def refusal_entry(refusal: Refusal) -> dict[str, Any]:
    """Return what is said of a file as a JSON object."""
    return {
        "origin": refusal.origin,
        "code": refusal.code,
        "reason": refusal.reason,
        "remedy": refusal.remedy,
        "kept": refusal.kept,
    }


def _iso(day: Any) -> str:
    return "" if day is None else str(day.isoformat())
