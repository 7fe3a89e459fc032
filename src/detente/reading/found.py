"""What a rule finds in one report: a proposal for the record, with all that it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from detente.reading.report import Span

Confidence = Literal["high", "medium", "low"]
"""How often rules of this kind are right, by class: a judgement, until reviews have measured it."""

Flag = Literal["negated", "will", "may", "should", "conditional", "hearsay", "quoted", "vague"]

KINDS = (
    "parties",
    "people",
    "statements",
    "positions",
    "talks",
    "truces",
    "events",
    "support",
    "figures",
)
"""The kinds of proposals: parties of the dossier, then the lists of its record."""


@dataclass(frozen=True, slots=True)
class Cue:
    """The word that gave an item away, and where it stands."""

    word: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One item that a rule found.

    Parameters
    ----------
    kind : str
        One of :data:`KINDS`.
    fields : mapping
        The entry's keys as in ``dossier.yaml`` with plain JSON values: lists for who speaks, is
        spoken to and takes part, ISO texts for dates. Parties stand by their id in the cast,
        people by their full name. Without `evidence` and `by_way_of`.
    span : tuple of int
        The sentence that the item rests on, in the stored text.
    focus : tuple of int, optional
        The words within the sentence that carry the item.
    rule : str
        The id of the rule: ``speech.said-that``.
    cue : Cue or None
        The word that gave it away.
    flags : frozenset of str
        What limits the claim.
    chain : tuple of str
        Who stands between the report and the claim, outermost first: ``("diplomatic sources",)``.
    also : tuple of tuple of int
        Further sentences of the same report that tell the same.
    """

    kind: str
    fields: Mapping[str, Any]
    span: Span
    rule: str
    focus: Span | None = None
    confidence: Confidence = "medium"
    cue: Cue | None = None
    flags: frozenset[Flag] = frozenset()
    chain: tuple[str, ...] = ()
    also: tuple[Span, ...] = field(default=())
