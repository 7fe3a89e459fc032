"""A proposal as it is shown: pieces of text, each with what it is, for a terminal to paint.

No letter that would steer a terminal comes out of a report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any, Literal

from detente.reading.review.entries import WHO, is_date, keys_of
from detente.reading.review.proposals import QUOTE, Proposal
from detente.words import say
from detente.words.naming import clean

if TYPE_CHECKING:
    from detente.reading.report import Span
    from detente.reading.store import Store, StoredItem, StoredReport

Style = Literal["plain", "head", "dim", "focus", "warning"]
MOST_ALSO = 3
"""How many further sentences of one report, and how many of others, are shown."""

NEAR = 260
"""How many letters of the sentences around are shown at most."""

_PARTS = re.compile(r"\s+|\S+")
_END = re.compile(r"[.!?][\"'”’)\]]*\s+|\n\s*\n")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words and what they are."""

    text: str
    style: Style = "plain"


Line = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """What is needed to show proposals.

    Parameters
    ----------
    names : mapping
        The name of each party by its id.
    against : mapping
        By an item's id, the sentences that contradict it: source and quote.
    """

    store: Store
    names: Mapping[str, str]
    against: Mapping[str, Sequence[tuple[str, str]]]

    def lines(self, proposal: Proposal, number: int, total: int) -> Iterator[Line]:
        """Yield the lines that show a proposal, the `number`-th of `total`."""
        leader = proposal.leader
        kind = say(f"review.kind.{proposal.kind}")
        yield (Piece(say("review.head", number=number, total=total, kind=kind), "head"),)
        yield from self.fields(proposal.kind, proposal.fields)
        if proposal.accepted_before:
            yield (Piece(say("review.more"), "warning"),)
        for flag in proposal.limits:
            yield (Piece(say("review.warning", limit=say(f"review.limit.{flag}")), "warning"),)
        yield ()
        yield self.sentence(leader)
        yield ()
        yield (Piece(say("review.from", source=self.source(leader)), "dim"),)
        if leader.chain:
            chain = say("review.by_way_of").join(
                clean(self.names.get(one, one)) for one in leader.chain
            )
            yield (Piece(say("review.hearsay", chain=chain), "dim"),)
        text = self.store.text(leader.digest)
        for start, end in leader.also[:MOST_ALSO]:
            yield (Piece(say("review.also_here", quote=clean(text[start:end])), "dim"),)
        others = [one for one in proposal.members if one.id != leader.id]
        for one in others[:MOST_ALSO]:
            told = say("review.also", quote=clean(one.quote), source=self.origin(one))
            yield (Piece(told, "dim"),)
        more = sum(max(0, len(found) - MOST_ALSO) for found in (leader.also, others))
        if more:
            yield (Piece(say("review.also_more", n=f"{more:,}"), "dim"),)
        for source, quote in dict.fromkeys(
            pair for one in proposal.members for pair in self.against.get(one.id, ())
        ):
            told = say("review.against", quote=clean(quote), source=clean(source))
            yield (Piece(told, "warning"),)
        yield (Piece(self.rule(leader), "dim"),)

    def fields(self, kind: str, fields: Mapping[str, Any]) -> Iterator[Line]:
        """Yield a line for each key that says something, in the words of the field."""
        for key in keys_of(kind):
            value = fields.get(key)
            if value not in (None, "", [], ()):
                label = say(f"review.field.{key}")
                if is_date(kind, key) and key == "to":
                    label = say("review.field.to_date")
                told = self.value(kind, key, value)
                yield (Piece(f"  {label:<12} ", "dim"), Piece(told))

    def value(self, kind: str, key: str, value: Any) -> str:
        """Return a value in words, parties by name."""
        values = value if isinstance(value, list | tuple) else [value]
        if key in WHO and not is_date(kind, key):
            values = [self.names.get(one, one) for one in values]
        if key in ("low", "best", "high"):
            return ", ".join(f"{one:,}" for one in values)
        return ", ".join(clean(str(one)) for one in values)

    def sentence(self, item: StoredItem) -> Line:
        """Return the sentence of an item, its focus marked, between its neighbours."""
        text = self.store.text(item.digest)
        start, end = item.span
        before, after = neighbours(text, item.span)
        focus = item.focus or (item.cue.span if item.cue is not None else None)
        pieces = [_words(before, "dim")]
        if focus is None or not start <= focus[0] < focus[1] <= end:
            pieces.append(_words(text[start:end], "plain"))
        else:
            pieces += [
                _words(text[start : focus[0]], "plain"),
                _words(text[focus[0] : focus[1]], "focus"),
                _words(text[focus[1] : end], "plain"),
            ]
        return tuple(one for one in (*pieces, _words(after, "dim")) if one.text)

    def source(self, item: StoredItem) -> str:
        """Return the publisher, day and title of an item's report, and its id."""
        return f"{self.origin(item)} [{clean(item.source)}]"

    def origin(self, item: StoredItem) -> str:
        """Return the publisher, day and title of an item's report."""
        report: StoredReport = self.store.report(item.digest)
        day = report.published.isoformat() if report.published else say("review.undated")
        title = f"“{clean(report.title)}”" if report.title else None
        parts = (", ".join(map(clean, report.publishers)) or None, day, title)
        return ", ".join(part for part in parts if part)

    def rule(self, item: StoredItem) -> str:
        """Return by which rule and word an item was found, and how sure that is."""
        flags = sorted(say(f"review.flag.{flag}") for flag in item.flags)
        return say(
            "review.rule",
            rule=clean(item.rule),
            confidence=say(f"review.confidence.{item.confidence}"),
            cue=say("review.cue", word=clean(item.cue.word)) if item.cue is not None else "",
            flags="; " + ", ".join(flags) if flags else "",
        )


def wrapped(line: Line, width: int) -> Iterator[Line]:
    """Yield a line broken between words, so that no part is longer than `width` letters.

    What follows stands under the start of the words: under its value in a line with a label.
    """
    text = "".join(piece.text for piece in line)
    hang = len(text) - len(text.lstrip())
    if len(line) > 1 and hang and line[0].style == "dim":
        hang = len(line[0].text)
    elif hang:
        hang += 2
    row: list[Piece] = []
    column, space, word = 0, list[Piece](), list[Piece]()

    def length(pieces: list[Piece]) -> int:
        return sum(len(piece.text) for piece in pieces)

    for piece in (*line, Piece(" ")):
        for part in _PARTS.findall(piece.text):
            if not part.isspace():
                word.append(Piece(part, piece.style))
                continue
            if word:
                if row and column > hang and column + length(space) + length(word) > width:
                    yield _joined(row)
                    row, column, space = [Piece(" " * hang)] if hang else [], hang, []
                row += [*space, *word]
                column += length(space) + length(word)
                space, word = [], []
            space.append(Piece(part, piece.style))
    yield _joined(row)


def _joined(row: list[Piece]) -> Line:
    """Return a line in which neighbours of one style are one piece."""
    return tuple(
        Piece("".join(piece.text for piece in run), style)
        for style, run in groupby(row, key=lambda piece: piece.style)
    )


def neighbours(text: str, span: Span) -> tuple[str, str]:
    """Return the sentence before and the one after a place, within its paragraph."""
    start, end = span
    low = max(text.rfind("\n\n", 0, start) + 2 if "\n\n" in text[:start] else 0, start - NEAR)
    before = text[low:start]
    ends = [one.end() for one in _END.finditer(before) if one.end() < len(before.rstrip())]
    if ends:
        before = before[ends[-1] :]
    high = text.find("\n\n", end)
    after = text[end : min(high if high >= 0 else len(text), end + NEAR)]
    found = _END.search(after.lstrip())
    if found:
        after = after[: len(after) - len(after.lstrip()) + found.end()]
    return before, after


def _words(text: str, style: Style) -> Piece:
    """Return a stretch of a report without what steers terminals, spaces at its ends kept."""
    inner = clean(text)
    if not inner:
        return Piece(" " if text else "", style)
    lead, tail = (" " if text[i].isspace() else "" for i in (0, -1))
    return Piece(f"{lead}{inner}{tail}", style)


def quoted(proposal: Proposal) -> str:
    """Return the quote of a proposal's leader on one line, as shortened if it was."""
    words = proposal.leader.fields.get(QUOTE) or proposal.leader.quote
    return " ".join(str(words).split())
