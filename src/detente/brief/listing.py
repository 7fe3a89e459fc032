"""The outcomes that hold as a numbered list: one by one, or in groups where there are many."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from detente.conflict.cover import cover

if TYPE_CHECKING:
    from detente.brief.situation import Situation

ONE_BY_ONE = 12
"""Up to so many states that hold are told one by one, more in groups."""

MOST_GROUPS = 24
"""At most so many groups are told."""


@dataclass(frozen=True, eq=False, slots=True)
class Entry:
    """An outcome that holds, or several under one pattern, by its number in the list."""

    number: int
    pattern: str
    states: NDArray[np.int32]

    @property
    def single(self) -> int | None:
        """The state, where there is only one."""
        return int(self.states[0]) if self.states.size == 1 else None


@dataclass(frozen=True, eq=False, slots=True)
class Listing:
    """All entries, those within reach from today first; `left` counts outcomes under none."""

    entries: tuple[Entry, ...]
    grouped: bool
    left: int

    def number_of(self, state: int) -> int | None:
        """Return the number of the first entry that `state` stands under."""
        for entry in self.entries:
            if state in entry.states:
                return entry.number
        return None


def list_outcomes(it: Situation) -> Listing:
    """Return the list of the outcomes that hold, today's among them where it holds."""
    if it.holding.size <= ONE_BY_ONE:
        order = sorted(
            it.holding.tolist(),
            key=lambda s: (s != it.today, not it.by_improvements[s], not it.by_moves[s], s),
        )
        entries = [
            Entry(k, it.model.label(state), np.array([state], dtype=np.int32))
            for k, state in enumerate(order, 1)
        ]
        return Listing(tuple(entries), False, 0)
    found = cover(it.holding, it.model, first=it.by_improvements, limit=MOST_GROUPS)
    entries = [Entry(k, group.pattern, group.states) for k, group in enumerate(found.groups, 1)]
    return Listing(tuple(entries), True, int(found.left.size))
