"""How often each state does what, over draws that need not have the same states."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.conflict.concepts import CONCEPTS
from detente.runs import Table

Numbers = NDArray[Any]


@dataclass(frozen=True, eq=False, slots=True)
class StateCounts:
    """Counts of draws by state. A state is named by its lowest pattern and by what varies.

    Parameters
    ----------
    pattern, varying : NDArray[np.int64]
        Shape (m,): the lowest pattern of each state, and the options in which members differ.
    possible : array of int
        Shape (m,): draws in which the state can happen.
    by_moves, by_improvements : array of int
        Shape (m,): draws in which moves, or improvements, lead to it from today.
    equilibrium : array of int
        Shape (6, m): draws in which it is an equilibrium under each concept.
    stable : array of int
        Shape (n, 6, m): draws in which it is stable for each party.
    """

    pattern: NDArray[np.int64]
    varying: NDArray[np.int64]
    possible: Numbers
    by_moves: Numbers
    by_improvements: Numbers
    equilibrium: Numbers
    stable: Numbers

    @classmethod
    def nothing(cls, parties: int) -> StateCounts:
        """Return counts of no state."""
        none = np.zeros(0, np.int64)
        return cls(
            none, none, none, none, none,
            np.zeros((len(CONCEPTS), 0), np.int64), np.zeros((parties, len(CONCEPTS), 0), np.int64),
        )  # fmt: skip

    @property
    def size(self) -> int:
        """The number m of states that can happen in some draw."""
        return len(self.pattern)

    def table(self, parties: Sequence[str]) -> Table:
        """Return the counts as columns, a row a state."""
        columns: dict[str, Numbers] = {
            "pattern": self.pattern,
            "varying": self.varying,
            "possible": self.possible,
            "by_moves": self.by_moves,
            "by_improvements": self.by_improvements,
        }
        for k, concept in enumerate(CONCEPTS):
            columns[concept] = self.equilibrium[k]
            for i, party in enumerate(parties):
                columns[f"{party}.{concept}"] = self.stable[i, k]
        return columns

    @classmethod
    def of_table(cls, table: Table, parties: Sequence[str]) -> StateCounts:
        """Return the counts that :meth:`table` made columns of."""
        return cls(
            pattern=table["pattern"],
            varying=table["varying"],
            possible=table["possible"],
            by_moves=table["by_moves"],
            by_improvements=table["by_improvements"],
            equilibrium=np.array([table[concept] for concept in CONCEPTS]),
            stable=np.array([[table[f"{p}.{c}"] for c in CONCEPTS] for p in parties]),
        )


def joined(parts: Sequence[StateCounts]) -> StateCounts:
    """Return the sum of counts, their states in the order that models keep."""
    first = parts[0]
    if len(parts) == 1:
        return first
    if all(
        np.array_equal(one.pattern, first.pattern) and np.array_equal(one.varying, first.varying)
        for one in parts[1:]
    ):
        return StateCounts(
            first.pattern,
            first.varying,
            *(
                np.sum([getattr(one, name) for one in parts], axis=0)
                for name in ("possible", "by_moves", "by_improvements", "equilibrium", "stable")
            ),
        )
    pattern = np.concatenate([one.pattern for one in parts])
    varying = np.concatenate([one.varying for one in parts])
    keys, at = np.unique(
        np.stack([pattern & ~varying, pattern, varying], axis=1), axis=0, return_inverse=True
    )
    at = at.reshape(-1)

    def total(name: str) -> Numbers:
        every = np.concatenate([getattr(one, name) for one in parts], axis=-1)
        found = np.zeros((*every.shape[:-1], len(keys)), every.dtype)
        np.add.at(np.moveaxis(found, -1, 0), at, np.moveaxis(every, -1, 0))
        return found

    return StateCounts(
        keys[:, 1].copy(),
        keys[:, 2].copy(),
        total("possible"),
        total("by_moves"),
        total("by_improvements"),
        total("equilibrium"),
        total("stable"),
    )
