"""What the store gives back: reports, proposals and decisions as frozen data."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from sqlite3 import Row
from typing import Any, Literal

from detente.reading.found import Confidence, Cue, Flag, Found
from detente.reading.report import Span

Status = Literal["proposed", "accepted", "rejected"]
FAILED = "reading-failed"
"""The code of a report on which the rules failed."""

STATUSES: tuple[Status, ...] = ("proposed", "accepted", "rejected")


@dataclass(frozen=True, slots=True)
class Copy:
    """A further place where a report stands.

    Parameters
    ----------
    how : str
        ``"exact"`` the same text, ``"near"`` but for some words, ``"shorter"`` a part of it.
    """

    origin: str
    publisher: str | None
    published: date | None
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredReport:
    """A report as kept, without its text.

    Parameters
    ----------
    source : str
        Its id among the sources of the dossier.
    read : bool
        Whether the rules have been run on it.
    copies : tuple of Copy
        Where else it stands.
    update_of : str or None
        The digest of an earlier report with almost the same words but other numbers or days.
    """

    number: int
    digest: str
    source: str
    origin: str
    medium: str
    title: str | None
    publisher: str | None
    byline: str | None
    dateline: str | None
    published: date | None
    language: str
    found: Mapping[str, str]
    length: int
    read: bool
    copies: tuple[Copy, ...] = ()
    update_of: str | None = None

    @property
    def publishers(self) -> tuple[str, ...]:
        """Who published it, each once, the kept text's publisher first."""
        names = (self.publisher, *(copy.publisher for copy in self.copies))
        return tuple(dict.fromkeys(name for name in names if name))


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredItem:
    """A proposal, and what was decided about it.

    Parameters
    ----------
    fields : mapping
        As edited if a person has edited them, else as `proposed`.
    digest, source : str
        The report it comes from, and that report's id among the dossier's sources.
    published : datetime.date or None
        When the report was published.
    quote : str
        The stored text of `span`.
    cited : str
        What of the quote is cited: all of it, unless a person has shortened it.
    status : str
        One of :data:`STATUSES`.
    bulk : bool
        Whether it was decided together with others, unseen.
    written : bool
        Whether it stands in ``dossier.yaml``.
    """

    id: str
    kind: str
    fields: Mapping[str, Any]
    proposed: Mapping[str, Any]
    digest: str
    source: str
    publisher: str | None
    published: date | None
    span: Span
    focus: Span | None
    cue: Cue | None
    flags: frozenset[Flag]
    chain: tuple[str, ...]
    also: tuple[Span, ...]
    rule: str
    confidence: Confidence
    quote: str
    cited: str
    status: Status = "proposed"
    edited: bool = False
    bulk: bool = False
    reason: str | None = None
    written: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision of a person; ``"proposed"`` takes an earlier one back. `when` is UTC."""

    item: str
    kind: str
    rule: str
    status: Status
    edited: bool
    bulk: bool
    reason: str | None
    when: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file or a row that could not be read, and why; a remark, where the report was kept."""

    origin: str
    code: str
    reason: str
    remedy: str = ""
    kept: bool = False


@dataclass(frozen=True, slots=True)
class StoredNote:
    """Someone or some time mentioned in a report."""

    kind: str
    fields: Mapping[str, Any]
    span: Span
    sentence: Span
    rule: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Counts:
    """How much is kept; `items` counts proposals by kind and status."""

    reports: int
    unread: int
    copies: int
    refused: int
    items: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


def item_id(digest: str, found: Found) -> str:
    """Return the id of a proposal: the same for the same fields at the same place of a text."""
    told = [digest, found.kind, found.fields, list(found.span)]
    return hashlib.sha256(packed(told).encode("utf-8", "surrogatepass")).hexdigest()[:16]


_PACKING = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def packed(value: object) -> str:
    """Return `value` as JSON that is the same for equal values."""
    return _PACKING.encode(value)


def words_digest(text: str) -> str:
    """Return a digest of the words of `text`, white space aside."""
    words = " ".join(text.split())
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def day(text: str | None) -> date | None:
    """Return the day that an ISO text writes."""
    return None if text is None else date.fromisoformat(text)


def span_of(text: str | None) -> Span | None:
    """Return the place that a stored text ``[start, end]`` writes."""
    if text is None:
        return None
    start, end = json.loads(text)
    return start, end


def report_of(row: Row, copies: tuple[Copy, ...]) -> StoredReport:
    """Return the report of a row of the table, with `update` the digest it updates."""
    return StoredReport(
        number=row["number"], digest=row["digest"], source=row["source"], origin=row["origin"],
        medium=row["medium"], title=row["title"], publisher=row["publisher"],
        byline=row["byline"], dateline=row["dateline"], published=day(row["published"]),
        language=row["language"], found=json.loads(row["found"]), length=row["length"],
        read=row["read_with"] is not None, copies=copies, update_of=row["updated"],
    )  # fmt: skip


def item_of(row: Row) -> StoredItem:
    """Return the proposal of a row of the table, joined with its report."""
    proposed = json.loads(row["fields"])
    cue = None
    if row["cue"] is not None:
        word, span = json.loads(row["cue"])
        cue = Cue(word, (span[0], span[1]))
    return StoredItem(
        id=row["id"], kind=row["kind"], proposed=proposed,
        fields=proposed if row["edited"] is None else json.loads(row["edited"]),
        digest=row["digest"], source=row["source"], publisher=row["publisher"],
        published=day(row["published"]), span=(row["start"], row["stop"]),
        focus=span_of(row["focus"]), cue=cue, flags=frozenset(json.loads(row["flags"])),
        chain=tuple(json.loads(row["chain"])),
        also=tuple((a, b) for a, b in json.loads(row["also"])), rule=row["rule"],
        confidence=row["confidence"], quote=row["quote"],
        cited=row["quote"] if row["cut"] is None else row["cut"], status=row["status"],
        edited=row["edited"] is not None, bulk=bool(row["bulk"]), reason=row["reason"],
        written=bool(row["written"]),
    )  # fmt: skip
