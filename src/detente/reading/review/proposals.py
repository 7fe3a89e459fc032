"""What is put before a person: a fact once, with every sentence that tells it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from detente.reading.across import facts
from detente.reading.found import KINDS

if TYPE_CHECKING:
    from detente.reading.store import Store, StoredItem

QUOTE = "quote"
"""The key beside an edited item's fields that holds a shortened quote."""

_DOUBTED = ("negated", "conditional", "may")
_TO_COME = ("will", "should")
_DONE = ("events", "support", "truces")
"""The lists whose entries tell what was done, so that what is to come does not belong there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which proposals are asked for; `None` asks for all."""

    kind: str | None = None
    source: str | None = None
    rule: str | None = None
    confidence: str | None = None

    def takes(self, item: StoredItem) -> bool:
        """Tell whether `item` is asked for."""
        return (
            self.kind in (None, item.kind)
            and self.source in (None, item.source)
            and self.rule in (None, item.rule)
            and self.confidence in (None, item.confidence)
        )


@dataclass(frozen=True, slots=True)
class Proposal:
    """A fact as proposed.

    Parameters
    ----------
    kind : str
        As of its items.
    fields : mapping
        The entry's keys with plain JSON values, merged over its items.
    members : tuple of StoredItem
        Every item that tells it and was not rejected; the one that tells most stands first.
    """

    kind: str
    fields: Mapping[str, Any]
    members: tuple[StoredItem, ...] = field(repr=False)

    @property
    def leader(self) -> StoredItem:
        """The item that is shown: the first that is still to be decided."""
        return next((one for one in self.members if one.status == "proposed"), self.members[0])

    @property
    def open_ids(self) -> tuple[str, ...]:
        """The ids of its items that are still to be decided."""
        return tuple(one.id for one in self.members if one.status == "proposed")

    @property
    def accepted_before(self) -> bool:
        """Whether some of its items were accepted, so that the rest is more evidence for them."""
        return any(one.status == "accepted" for one in self.members)

    @property
    def limits(self) -> tuple[str, ...]:
        """The flags of what the sentences do not claim, so that no fact may be made of it."""
        return limits(self.kind, self.fields, self.members)

    @property
    def chain(self) -> tuple[str, ...]:
        """Who stands between the reports and the claim; nobody if one report tells it itself."""
        return min((tuple(one.chain) for one in self.members), key=len)


def limits(kind: str, fields: Mapping[str, Any], members: Iterable[StoredItem]) -> tuple[str, ...]:
    """Return the flags that every item has and that keep the claim from being a fact."""
    shared = frozenset.intersection(*(frozenset(one.flags) for one in members))
    doubted = [flag for flag in _DOUBTED if flag in shared]
    if kind == "positions" and ("until" in fields or "unless" in fields):
        doubted = [flag for flag in doubted if flag != "conditional"]
    if kind in _DONE:
        doubted += [flag for flag in _TO_COME if flag in shared]
    return tuple(doubted)


def proposals(store: Store, wanted: Wanted | None = None) -> tuple[Proposal, ...]:
    """Return what is still to be decided: parties, people, then by report and place.

    Parameters
    ----------
    store : Store
        What was read.
    wanted : Wanted, optional
        Only facts with an undecided item that is asked for.
    """
    wanted = wanted or Wanted()
    kept = [one for one in store.items(kind=wanted.kind) if one.status != "rejected"]
    order = {one.id: number for number, one in enumerate(kept)}
    found = [
        one
        for one in as_proposals(kept)
        if any(item.status == "proposed" and wanted.takes(item) for item in one.members)
    ]
    return tuple(sorted(found, key=lambda one: (_first(one.kind), order[one.leader.id])))


def as_proposals(items: Iterable[StoredItem]) -> tuple[Proposal, ...]:
    """Return the facts that `items` tell, in the order of the first item of each."""
    by_id = {one.id: one for one in items}
    order = {name: number for number, name in enumerate(by_id)}
    made = []
    for fact in facts(by_id.values()):
        fields = {key: value for key, value in fact.fields.items() if key != QUOTE}
        members = tuple(by_id[one.id] for one in fact.members)
        made.append(Proposal(fact.kind, fields, members))
    return tuple(sorted(made, key=lambda one: min(order[item.id] for item in one.members)))


def _first(kind: str) -> int:
    return min(KINDS.index(kind), 2)
