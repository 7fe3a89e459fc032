"""The blocks of every party as lists of states, for many sets of ranks on the same states.

A *block* of a party is a set of states that differ in its own options alone. Where many cells of
a grid would be empty, lists of states are shorter, and on any conflict without merged states they
do: no grid is needed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.conflict.model import ConflictModel
from detente.conflict.moves import spent_options

Array = Any


@dataclass(frozen=True, eq=False, slots=True)
class Blocks:
    """Who can move between which states.

    Parameters
    ----------
    member : NDArray[np.int32]
        Shape (n, m): for each party the states, block by block.
    block : NDArray[np.int32]
        Shape (n, m): the block of each state, counted through all parties.
    first : NDArray[np.int32]
        Shape (b + 1,): where each block starts in the flat `member`.
    range_ : NDArray[np.int64]
        Shape (n + 1,): the first block of each party.
    used : NDArray[np.int32]
        Shape (n, m): the one-way options of the party that a state has used up, as a number from
        0. A party can move only to a state that has used up at least the same.
    groups : NDArray[np.int64]
        Shape (n,): how many such numbers each party has, a power of two.
    """

    member: NDArray[np.int32]
    block: NDArray[np.int32]
    first: NDArray[np.int32]
    range_: NDArray[np.int64]
    used: NDArray[np.int32]
    groups: NDArray[np.int64]

    def arrays(self) -> tuple[Array, ...]:
        """Return all but `groups` as the kernels take it."""
        return self.member, self.block, self.first, self.range_, self.used


def find_blocks(model: ConflictModel) -> Blocks:
    """Return the blocks of a `model` without merged states."""
    n, m = len(model.parties), model.size
    member, block = np.empty((n, m), np.int32), np.empty((n, m), np.int32)
    used = np.zeros((n, m), np.int32)
    firsts, counts, groups = [], [0], []
    for party in range(n):
        rest = model.states & ~model.own_bits(party)
        _, number, size = np.unique(rest, return_inverse=True, return_counts=True)
        number = number.reshape(m)
        member[party] = np.argsort(number, kind="stable")
        block[party] = number + counts[-1]
        firsts.append(np.cumsum(size) - size + party * m)
        counts.append(counts[-1] + len(size))
        spent = spent_options(model, party)
        own = [k for k in range(len(model.options)) if int(np.bitwise_or.reduce(spent)) >> k & 1]
        for bit, option in enumerate(own):
            used[party] |= ((spent >> option & 1) << bit).astype(np.int32)
        groups.append(1 << len(own))
    first = np.concatenate([*firsts, [n * m]]).astype(np.int32)
    return Blocks(
        member, block, first, np.array(counts, np.int64), used, np.array(groups, np.int64)
    )
