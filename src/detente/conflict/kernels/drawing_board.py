"""What many draws of one standoff share: what wishes are made of, the board, and the counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.conflict.kernels.blocks import Blocks, find_blocks
from detente.conflict.kernels.islands import Islands, find_islands
from detente.conflict.model import ConflictModel

Array = Any

TABLE_OPTIONS = 20
"""Up to this many options a table of all patterns finds a state, as SIM needs."""


@dataclass(frozen=True, eq=False, slots=True)
class Wishes:
    """What the parties' preferences are made of, over the states.

    Parameters
    ----------
    kind : NDArray[np.int64]
        Shape (n,): how each party's ranks are made.
    shape : NDArray[np.int64]
        Shape (n, 3): the clauses, classes and words of each party.
    truth, words : NDArray
        The arrays of every party, flat, one after the other.
    starts : NDArray[np.int64]
        Shape (n, 2): where a party's `truth` and `words` start.
    class_of : NDArray[np.int32]
        Shape (n, m).
    slots : NDArray[np.int64]
        Shape (n + 1,): where each party's entries of a draw start.
    """

    kind: NDArray[np.int64]
    shape: NDArray[np.int64]
    truth: NDArray[np.uint8]
    words: NDArray[np.uint64]
    starts: NDArray[np.int64]
    class_of: NDArray[np.int32]
    slots: NDArray[np.int64]

    def of_party(self, party: int) -> tuple[int, Array, Array]:
        """Return the kind, the truth, shape (clauses, classes), and the words of one party."""
        clauses, classes, wide = self.shape[party].tolist()
        at, word = self.starts[party].tolist()
        return (
            int(self.kind[party]),
            self.truth[at : at + clauses * classes].reshape(clauses, classes),
            self.words[word : word + classes * wide].reshape(classes, wide),
        )


@dataclass(frozen=True, eq=False, slots=True)
class Board:
    """The states of a standoff and the moves between them, whatever the preferences.

    Parameters
    ----------
    blocks : Blocks
        Who can move between which states.
    islands : Islands
        What opponents can go to and fro between.
    patterns : NDArray[np.int64]
        Shape (m,): the pattern of each state.
    state_at : NDArray[np.int32]
        The state of each pattern, -1 where there is none; empty where there are too many patterns.
    """

    blocks: Blocks
    islands: Islands
    patterns: NDArray[np.int64]
    state_at: NDArray[np.int32]

    @classmethod
    def of(cls, model: ConflictModel) -> Board:
        """Return the board of a `model` without merged states."""
        blocks = find_blocks(model)
        state_at = np.zeros(0, np.int32)
        if len(model.options) <= TABLE_OPTIONS:
            state_at = np.full(1 << len(model.options), -1, np.int32)
            state_at[model.states] = np.arange(model.size, dtype=np.int32)
        return cls(blocks, find_islands(blocks), model.states, state_at)


@dataclass(frozen=True, eq=False, slots=True)
class Counts:
    """How often what was found, over states.

    Parameters
    ----------
    equilibrium : NDArray[np.int32]
        Shape (6, m): draws in which it is an equilibrium under each concept.
    stable : NDArray[np.int32]
        Shape (n, 6, m): draws in which it is stable for each party.
    reached : NDArray[np.int32]
        Shape (m,): draws in which improvements lead to it from today.
    """

    equilibrium: NDArray[np.int32]
    stable: NDArray[np.int32]
    reached: NDArray[np.int32]

    @classmethod
    def nothing(cls, parties: int, states: int) -> Counts:
        """Return counts of no draw."""
        return cls(
            np.zeros((6, states), np.int32),
            np.zeros((parties, 6, states), np.int32),
            np.zeros(states, np.int32),
        )
