"""What many reports tell, item by item, and one fact that several items tell."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from detente.reading.found import Confidence
from detente.reading.report import Span

_CLASSES: tuple[Confidence, ...] = ("high", "medium", "low")


class Item(Protocol):
    """A stored item, with what is known of its report."""

    @property
    def id(self) -> str:
        """Stable: the same item of the same report always has it."""

    @property
    def kind(self) -> str:
        """One of :data:`detente.reading.found.KINDS`."""

    @property
    def fields(self) -> Mapping[str, Any]:
        """The entry's keys as in ``dossier.yaml``."""

    @property
    def source(self) -> str:
        """The id of the report's source."""

    @property
    def published(self) -> date | None:
        """The day on which the report was published."""

    @property
    def span(self) -> Span:
        """The place of its sentence in the stored text."""

    @property
    def quote(self) -> str:
        """Its sentence."""

    @property
    def rule(self) -> str:
        """The id of the rule that found it."""

    @property
    def confidence(self) -> Confidence:
        """How often rules of this kind are right."""

    @property
    def flags(self) -> Collection[str]:
        """What limits the claim."""

    @property
    def chain(self) -> Sequence[str]:
        """Who stands between the report and the claim."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An item as plain data; the fields are those of :class:`Item`."""

    id: str
    kind: str
    fields: Mapping[str, Any]
    source: str = ""
    published: date | None = None
    span: Span = (0, 0)
    quote: str = ""
    rule: str = ""
    confidence: Confidence = "medium"
    flags: frozenset[str] = frozenset()
    chain: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that one or more items tell.

    Parameters
    ----------
    kind : str
        As of its items.
    fields : mapping
        The keys of its items; of values that agree, the most precise.
    members : tuple of Item
        Its items, each a piece of evidence; the one that tells most stands first.
    flags : frozenset of str
        What limits the claim in every item.
    """

    kind: str
    fields: Mapping[str, Any]
    members: tuple[Item, ...] = field(repr=False)
    flags: frozenset[str] = frozenset()

    @property
    def id(self) -> str:
        """The smallest id of its items."""
        return min(one.id for one in self.members)

    @property
    def confidence(self) -> Confidence:
        """The best class among its items."""
        return min((one.confidence for one in self.members), key=_CLASSES.index)

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources that tell it, each once, in the order of their ids."""
        return tuple(sorted({one.source for one in self.members}))

    @property
    def published(self) -> tuple[date, ...]:
        """The days on which it was reported, rising."""
        return tuple(sorted({one.published for one in self.members if one.published is not None}))
