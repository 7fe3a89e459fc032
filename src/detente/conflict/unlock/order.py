"""Which unlock asks least, and of whom: one plain order over changes of mind and measures.

First comes what costs least, then what asks fewest parties. Then measures from outside, since
nobody has to think otherwise: a guarantee before a penalty, a penalty before an option off the
table. Then changes of mind: those that touch fewest firm wishes (sure, and with evidence), then
fewest removals, then fewest new wishes about what others do, then fewest with a condition, then
those that touch wishes that matter least to the party.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from detente.conflict.unlock.edits import Edit
from detente.conflict.unlock.measures import Measure
from detente.conflict.unlock.wishes import Weight

EASE = ("taken", "dropped", "penalty", "ban")
"""Measures, those that ask less first."""


@dataclass(frozen=True, slots=True)
class Change:
    """One smallest change of mind, of one or several parties, with which the target holds.

    Parameters
    ----------
    concept : str
        The concept under which it then holds.
    cost : int
        Edits of statements or weights, and pairs of a ranking, in all.
    edits : tuple of Edit
        The edits, party by party; empty where nothing has to change.
    weight : tuple of int
        What else the order looks at: firm wishes touched, removals, new wishes about what others
        do, those with a condition, and how high the wishes touched stand.
    """

    concept: str
    cost: int
    edits: tuple[Edit, ...]
    weight: Weight

    @property
    def parties(self) -> tuple[int, ...]:
        """The parties that would have to change their mind."""
        return tuple(dict.fromkeys(edit.party for edit in self.edits))


@dataclass(frozen=True, slots=True)
class Unlock:
    """A place in the order of all unlocks.

    Parameters
    ----------
    kind : {"change", "measure"}
        Which list it is in.
    number : int
        Its number there, from 0.
    """

    kind: Literal["change", "measure"]
    number: int


def in_order(changes: Sequence[Change], measures: Sequence[Measure]) -> tuple[Unlock, ...]:
    """Return all unlocks, those that ask least first."""
    keyed: list[tuple[tuple[int, ...], Unlock]] = []
    for number, change in enumerate(changes):
        if change.cost:
            key = (change.cost, len(change.parties), len(EASE), *change.weight, number)
            keyed.append((key, Unlock("change", number)))
    for number, measure in enumerate(measures):
        keyed.append(((1, 1, EASE.index(measure.kind), number), Unlock("measure", number)))
    return tuple(unlock for _, unlock in sorted(keyed, key=lambda one: one[0]))
