"""Which proposals are asked for, and a list of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, get_args

from detente.errors import call_error
from detente.reading.found import KINDS, Confidence
from detente.reading.review.entries import is_date, keys_of
from detente.reading.review.proposals import Proposal, Wanted, proposals
from detente.reading.review.session import plain
from detente.results import Manifest, Result
from detente.results.tables import Row
from detente.words import say
from detente.words.folding import fold
from detente.words.naming import clean

if TYPE_CHECKING:
    from detente.reading.store import Store


def wanted(
    kind: str | None = None,
    source: str | None = None,
    rule: str | None = None,
    confidence: str | None = None,
) -> Wanted:
    """Return which proposals are asked for.

    Raises
    ------
    CallError
        If there is no such kind or confidence.
    """
    if kind is not None and kind not in KINDS:
        raise call_error(
            "unknown-kind", f"there are no proposals of the kind {kind}", f"One of {_list(KINDS)}"
        )
    classes = get_args(Confidence)
    if confidence is not None and confidence not in classes:
        raise call_error(
            "unknown-confidence", f"nothing is {confidence} sure", f"One of {_list(classes)}"
        )
    return Wanted(kind=kind, source=source, rule=rule, confidence=confidence)


def _list(words: tuple[str, ...]) -> str:
    return ", ".join(words)


def accept_unseen(store: Store, which: Wanted) -> int:
    """Accept proposals unseen; return how many, without those that no sentence states as a fact."""
    found, _ = plain(proposals(store, which))
    ids = [
        item.id
        for one in found
        for item in one.members
        if item.status == "proposed" and which.takes(item)
    ]
    store.decide(ids, "accepted", bulk=True)
    return len(found)


@dataclass(frozen=True, eq=False)
class ProposalList(Result):
    """Proposals that are still to be decided, in the order in which they are reviewed."""

    found: tuple[Proposal, ...]
    digest: str = ""

    @property
    def manifest(self) -> Manifest:
        """What the answer was made from."""
        return Manifest("review", self.digest)

    def title(self) -> str:
        """Return one line that says how many there are."""
        count = len(self.found)
        code = {0: "none", 1: "one"}.get(count, "title")
        return say(f"review.list.{code}", n=f"{count:,}")

    def content(self) -> dict[str, Any]:
        """Return the answer as a JSON object."""
        return {
            "proposals": [
                {
                    "ids": list(one.open_ids),
                    "kind": one.kind,
                    "fields": dict(one.fields),
                    "confidence": one.leader.confidence,
                    "rule": one.leader.rule,
                    "limits": list(one.limits),
                    "evidence": [
                        {"source": item.source, "quote": item.quote, "span": list(item.span)}
                        for item in one.members
                    ],
                }
                for one in self.found
            ]
        }

    def rows(self) -> Iterator[Row]:
        """Yield a row a proposal."""
        for one in self.found:
            yield {
                "id": one.leader.id,
                "kind": one.kind,
                "fields": brief(one.fields),
                "confidence": one.leader.confidence,
                "rule": one.leader.rule,
                "source": one.leader.source,
                "quote": " ".join(one.leader.quote.split()),
            }

    def to_text(self) -> str:
        """Return each proposal and its sentence, long lines broken."""
        lines = [self.title()]
        for one in self.found:
            lead = one.leader
            kind = say(f"review.kind.{one.kind}")
            sure = say(f"review.confidence.{lead.confidence}")
            fields = in_words(one.kind, one.fields)
            lines += ["", say("review.list.line", kind=kind, confidence=sure, fields=fields)]
            lines.append(
                say("review.list.quote", quote=clean(lead.quote), source=clean(lead.source))
            )
        return fold(lines)


def in_words(kind: str, fields: Mapping[str, Any]) -> str:
    """Return the fields of an entry on one line, each under the name it has in a review."""
    told = []
    for key in keys_of(kind):
        value = fields.get(key)
        if value not in (None, "", [], ()):
            until = key == "to" and is_date(kind, key)
            label = say(f"review.field.{'to_date' if until else key}")
            many = isinstance(value, list | tuple)
            told.append(f"{label}: {clean(', '.join(map(str, value)) if many else str(value))}")
    return "; ".join(told)


def brief(fields: Mapping[str, Any]) -> str:
    """Return the fields of an entry on one line."""
    told = []
    for key, value in fields.items():
        words = ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
        told.append(f"{key}: {clean(words)}")
    return "; ".join(told)
