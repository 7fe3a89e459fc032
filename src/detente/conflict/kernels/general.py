"""The general kernel: the definitions by explicit lists of moves, for any model.

Nothing here relies on a party's moves being transitive, so merged states are in order. The
joint lists are searched over nodes (state, last mover), since a party may move again but never
twice running. Slower than the fast kernel and without its need of a grid.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from detente.conflict.model import ConflictModel, Ranks
from detente.conflict.moves import MoveList, list_moves

NOTHING = np.int32(2**31 - 1)


@dataclass(frozen=True, eq=False, slots=True)
class Arcs:
    """Moves of one party by source: those of ``source[k]`` are ``to[start[k]:start[k + 1]]``."""

    source: NDArray[np.int64]
    start: NDArray[np.int64]
    to: NDArray[np.int32]

    def least(self, value: NDArray[np.int32]) -> NDArray[np.int32]:
        """Return for each source the least `value` among its targets."""
        return np.minimum.reduceat(value[self.to], self.start)

    def most(self, value: NDArray[np.int32]) -> NDArray[np.int32]:
        """Return for each source the greatest `value` among its targets."""
        return np.maximum.reduceat(value[self.to], self.start)


def solve_general(model: ConflictModel) -> NDArray[np.uint8]:
    """Return the verdicts of `model`, shape (n, m): bit 0 Nash, 1 GMR, 2 SMR, 3 SEQ, 4 SSEQ.

    Raises
    ------
    SizeError
        If there are too many moves to list.
    """
    return solve_lists(list_moves(model), model.ranks)


def solve_lists(lists: tuple[MoveList, ...], ranks: Ranks) -> NDArray[np.uint8]:
    """Return the verdicts for explicit `lists` of moves and dense `ranks`, shape (n, m)."""
    n, m = ranks.shape
    moves = [_arcs(lists[party], None) for party in range(n)]
    improvements = [_arcs(lists[party], ranks[party]) for party in range(n)]
    verdicts = np.zeros((n, m), np.uint8)
    for party in range(n):
        own, mine = ranks[party], moves[party]
        can_get = own.copy()
        can_get[mine.source] = np.maximum(own[mine.source], mine.most(own))
        verdicts[party] |= (can_get <= own).view(np.uint8)
        opponents = [other for other in range(n) if other != party]
        for concept, (value, relation) in enumerate(
            [(own, moves), (can_get, moves), (own, improvements), (can_get, improvements)]
        ):
            low = floor_of(value, [relation[other] for other in opponents])
            held = np.full(m, -1, np.int32)
            held[mine.source] = mine.most(np.minimum(own, low))
            verdicts[party] |= (held <= own).view(np.uint8) << np.uint8(concept + 1)
    return verdicts


def floor_of(value: NDArray[np.int32], opponents: list[Arcs]) -> NDArray[np.int32]:
    """Return the least `value` of each state and of the joint list of the `opponents` from it."""
    after = [value.copy() for _ in opponents]
    lead = [np.full(len(value), NOTHING, np.int32) for _ in opponents]
    stale = [True] * len(opponents)
    while any(stale):
        for j, arcs in enumerate(opponents):
            if not stale[j]:
                continue
            stale[j] = False
            lead[j][arcs.source] = arcs.least(after[j])
            for k in range(len(opponents)):
                if k == j:
                    continue
                lower = np.minimum(after[k], lead[j])
                if (lower < after[k]).any():
                    after[k] = lower
                    stale[k] = True
    least: NDArray[np.int32] = np.minimum.reduce([value, *lead])
    return least


def _arcs(moves: MoveList, rank: NDArray[np.int32] | None) -> Arcs:
    """Return `moves`, or only those that improve on `rank`, without sources that have none."""
    counts = np.diff(moves.start)
    to = moves.to
    if rank is not None:
        source = np.repeat(np.arange(len(counts)), counts)
        better = rank[to] > rank[source]
        to = to[better]
        counts = np.bincount(source[better], minlength=len(counts))
    source = np.flatnonzero(counts)
    start = np.cumsum(counts[source]) - counts[source]
    return Arcs(source, start, to)
