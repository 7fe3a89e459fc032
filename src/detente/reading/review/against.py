"""Sentences that contradict a proposal, for a person to see both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from detente.reading.across import contradictions, facts

if TYPE_CHECKING:
    from detente.reading.store import Store


def sentences_against(store: Store) -> Mapping[str, Sequence[tuple[str, str]]]:
    """Return by an item's id the source and words of what contradicts it; nothing is resolved."""
    kept = [one for one in store.items() if one.status != "rejected"]
    found: dict[str, list[tuple[str, str]]] = {}
    for pair in contradictions(facts(kept)).found:
        for one, other in ((pair.one, pair.other), (pair.other, pair.one)):
            for member in one.members:
                found.setdefault(member.id, []).extend(
                    (item.source, item.quote) for item in other.members[:1]
                )
    return found
