"""Floors over moves from what does not depend on ranks, found once for many sets of them.

For a focal party an *island* is a set of states between which its opponents together can go to
and fro. A move that uses up a one-way option leads to another island, and none leads back. So
the floor over moves is the least value of the islands from an island on.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.conflict.kernels.blocks import Blocks
from detente.conflict.kernels.compiled import compiled

Array = Any


@dataclass(frozen=True, eq=False, slots=True)
class Islands:
    """The islands of every party.

    Parameters
    ----------
    island : NDArray[np.int32]
        Shape (n, m): the island of each state.
    edges : NDArray[np.int32]
        Shape (e, 2): an island, and one that a single move of an opponent leads to; for each
        party those rows first whose source has used up most.
    start : NDArray[np.int64]
        Shape (n + 1,): where the rows of each party start.
    """

    island: NDArray[np.int32]
    edges: NDArray[np.int32]
    start: NDArray[np.int64]

    def arrays(self) -> tuple[Array, ...]:
        """Return all of it as the kernels take it."""
        return self.island, self.edges, self.start


def find_islands(blocks: Blocks) -> Islands:
    """Return the islands of every party."""
    n, m = blocks.member.shape
    ones = np.array([number.bit_count() for number in range(int(blocks.groups.max()))])
    height = ones[blocks.used]
    island = np.empty((n, m), np.int32)
    edges: list[NDArray[np.int32]] = []
    for party in range(n):
        root = np.arange(m, dtype=np.int32)
        others = [other for other in range(n) if other != party]
        for other in others:
            first = blocks.first[blocks.range_[other] : blocks.range_[other + 1] + 1]
            unite(blocks.member.reshape(-1), first, blocks.used[other], blocks.groups[other], root)
        names, number = np.unique(settle(root), return_inverse=True)
        island[party] = number.reshape(m)
        found = [_leading(blocks, other, island[party]) for other in others]
        pairs = np.unique(np.concatenate([np.zeros((0, 2), np.int32), *found]), axis=0)
        total = height[others].sum(axis=0)[names]
        edges.append(pairs[np.argsort(-total[pairs[:, 0]], kind="stable")])
    start = np.cumsum([0, *(len(pairs) for pairs in edges)]).astype(np.int64)
    return Islands(island, np.concatenate(edges).astype(np.int32), start)


def _leading(blocks: Blocks, other: int, island: NDArray[np.int32]) -> NDArray[np.int32]:
    """Return the pairs of islands that a move of `other` leads between, as rows.

    States of a block that have used up the same are on the same island, so one of them will do.
    """
    groups = int(blocks.groups[other])
    own, used = blocks.block[other], blocks.used[other]
    own = own - own.min()
    there = np.full((int(own.max()) + 1, groups), -1, np.int32)
    there[own, used] = island
    found = [np.zeros((0, 2), np.int32)]
    for before in range(groups):
        for after in range(groups):
            if before != after and before & ~after == 0:
                both = (there[:, before] >= 0) & (there[:, after] >= 0)
                found.append(np.stack([there[both, before], there[both, after]], axis=1))
    return np.concatenate(found)


@compiled
def unite(member: Array, first: Array, used: Array, groups: int, root: Array) -> None:
    """Unite the states between which one party can go to and fro.

    Parameters
    ----------
    member, first
        The blocks of the party that moves.
    used : int32, shape (m,)
        What each state has used up.
    groups : int
        How many numbers `used` has.
    root : int32, shape (m,)
        Changed: each state points to a lower one of its set, or to itself.
    """
    seen = np.empty(groups, np.int64)
    for b in range(first.size - 1):
        seen[:] = -1
        for k in range(first[b], first[b + 1]):
            one = np.int64(member[k])
            two = seen[used[one]]
            if two < 0:
                seen[used[one]] = one
                continue
            while root[one] != one:
                root[one] = root[root[one]]
                one = np.int64(root[one])
            while root[two] != two:
                root[two] = root[root[two]]
                two = np.int64(root[two])
            root[max(one, two)] = min(one, two)


@compiled
def settle(root: Array) -> Array:
    """Return the lowest state of each state's set."""
    found = np.empty_like(root)
    for state in range(root.size):
        one = root[state]
        found[state] = state if one == state else found[one]
    return found
