"""A compiled model turned back into patterns, so that the definitions can be asked of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from itertools import compress
from typing import TYPE_CHECKING, Any

from detente.conflict.verify.game import (
    REMEMBERED,
    LiteralGame,
    merged_label,
    number_to_pattern,
    pattern_to_number,
)
from detente.conflict.verify.known import Known

if TYPE_CHECKING:
    from detente.conflict.model import ConflictModel

MOST_LISTED = 1 << 16
"""Models with more states than this are read where they lie, not written out."""
PRICE = 5
"""What a look into such a model costs, in steps."""


def view(array: Any) -> memoryview:
    """Return the numbers of an array for reading one by one, as plain Python integers."""
    return memoryview(array)


def literal_from_model(model: ConflictModel) -> LiteralGame:
    """Return the game that a compiled model stands for, with labels for states.

    A model of more than `MOST_LISTED` states without merged ones is not written out but read
    where it lies.
    """
    owners = tuple(
        (name, model.parties[owner])
        for name, owner in zip(model.options, model.owner.tolist(), strict=True)
    )
    directions = {1: "taken", 2: "dropped"}
    one_way = {
        name: directions[rule]
        for name, rule in zip(model.options, model.one_way.tolist(), strict=True)
        if rule
    }
    groups: tuple[tuple[str, ...], ...] = ()
    price = 1
    if model.merged is None and model.states.shape[0] > MOST_LISTED:
        feasible: Any = _ModelFeasible(model)
        values: Any = {party: _ModelRanks(model, i) for i, party in enumerate(model.parties)}
        price = PRICE
    else:
        members = model_members(model)
        groups = tuple(group for group in members if len(group) > 1)
        feasible = frozenset(pattern for group in members for pattern in group)
        labels = [merged_label(group) for group in members]
        values = {
            party: dict(zip(labels, row, strict=True))
            for party, row in zip(model.parties, model.ranks.tolist(), strict=True)
        }
        for number, better in model.partial.items():
            values[model.parties[number]] = {
                label: Known(label, frozenset(compress(labels, row)))
                for label, row in zip(labels, better.tolist(), strict=True)
            }
    return LiteralGame(model.parties, owners, feasible, values, one_way, groups, price)


def model_members(model: ConflictModel) -> list[tuple[str, ...]]:
    """Return the patterns of each state of `model`, in its order."""
    k = len(model.options)
    if model.merged is None:
        return [(number_to_pattern(n, k),) for n in model.states.tolist()]
    found: list[list[str]] = [[] for _ in range(int(model.states.shape[0]))]
    for number, state in zip(
        model.merged.patterns.tolist(), model.merged.state_of.tolist(), strict=True
    ):
        found[state].append(number_to_pattern(number, k))
    return [tuple(group) for group in found]


class _ModelFeasible:
    """The feasible patterns of a model too large to write out."""

    def __init__(self, model: ConflictModel) -> None:
        self._numbers = view(model.states)

    def __contains__(self, pattern: object) -> bool:
        number = pattern_to_number(str(pattern))
        at = bisect_left(self._numbers, number)
        return at < len(self._numbers) and bool(self._numbers[at] == number)


class _ModelRanks(Mapping[str, int]):
    """A party's ranks in a model too large to write out."""

    def __init__(self, model: ConflictModel, party: int) -> None:
        self._numbers = view(model.states)
        self._ranks = view(model.ranks)
        self._party = party
        self._options = len(model.options)
        self._known: dict[str, int] = {}

    def __getitem__(self, label: str) -> int:
        if label not in self._known:
            if len(self._known) > REMEMBERED:
                self._known.clear()
            at = bisect_left(self._numbers, pattern_to_number(label))
            self._known[label] = int(self._ranks[self._party, at])
        return self._known[label]

    def __iter__(self) -> Iterator[str]:
        return (number_to_pattern(number, self._options) for number in self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)
