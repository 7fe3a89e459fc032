"""Compiled: the five concepts for sixteen sets of ranks at once, side by side.

A processor compares sixteen short numbers as quickly as one. So the ranks of sixteen draws stand
next to each other, and each pair of states of a block is compared in all of them by one step:
where its owner prefers the second, the floor of the first is lowered to that of the second. That
is repeated until nothing changes; only blocks with a state that has changed are looked at again.
A block of k states has k (k - 1) / 2 pairs, so a party with a dozen options or more slows it down.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from detente.conflict.kernels.compiled import compiled
from detente.conflict.kernels.rows import LANES, hand_on, raise_row, sink_row

Array = Any


def solve_lanes(
    rank: Array,
    member: Array,
    first: Array,
    range_: Array,
    used: Array,
    island: Array,
    edges: Array,
    edge_start: Array,
    all_moves: bool,
    verdicts: Array,
) -> None:
    """Write the verdicts of every party and state in every lane.

    The steps are compiled one by one, which takes half as long as compiling them woven into one.

    Parameters
    ----------
    rank : int16 or int32, shape (n, m, LANES)
        Every party's ranks.
    member, first, range_, used
        Arrays of :class:`detente.conflict.kernels.blocks.Blocks`.
    island, edges, edge_start
        The arrays of :class:`detente.conflict.kernels.islands.Islands`.
    all_moves : bool
        Whether GMR and SMR are asked for; their bits are 0 if not.
    verdicts : uint8, shape (n, m, LANES)
        Written: bit 0 Nash, 1 GMR, 2 SMR, 3 SEQ, 4 symmetric SEQ.
    """
    n, m = rank.shape[0], rank.shape[1]
    flat = member.reshape(n * m)
    can_get = np.empty_like(rank[0])
    value = np.empty_like(rank[0])
    best = np.empty_like(rank[0])
    one = np.empty_like(rank[0])
    two = np.empty_like(rank[0])
    stamp = np.empty(m, np.int32)
    for i in range(n):
        own, held = rank[i], verdicts[i]
        bounds = first[range_[i] : range_[i + 1] + 1]
        np.copyto(can_get, own)
        _best_in_block(own, flat, bounds, used[i], can_get)
        _hold(own, can_get, 0, True, held)
        if all_moves:
            rows = edges[edge_start[i] : edge_start[i + 1]]
            for column in range(2):
                _floor_of_islands(island[i], rows, can_get if column else own, value, one)
                _cap(own, one, value)
                np.copyto(best, value)
                _best_in_block(value, flat, bounds, used[i], best)
                _hold(own, best, 1 + column, False, held)
        np.copyto(one, own)
        np.copyto(two, can_get)
        _settle(i, rank, flat, first, range_, used, one, two, stamp)
        for column in range(2):
            _cap(own, two if column else one, value)
            np.copyto(best, value)
            _best_in_block(value, flat, bounds, used[i], best)
            _hold(own, best, 3 + column, False, held)


@compiled
def _best_in_block(value: Array, member: Array, bounds: Array, used: Array, best: Array) -> None:
    """Raise `best`, which starts as `value`, to the highest that its owner can move to."""
    for b in range(bounds.size - 1):
        for k in range(bounds[b], bounds[b + 1]):
            s = member[k]
            for h in range(k + 1, bounds[b + 1]):
                t = member[h]
                if used[s] & ~used[t] == 0:
                    raise_row(best, value, s, t)
                if used[t] & ~used[s] == 0:
                    raise_row(best, value, t, s)


@compiled
def _hold(own: Array, best: Array, bit: int, fresh: bool, held: Array) -> None:
    """Set a bit of each verdict where `best` is no better than the state; clear others if fresh."""
    mark = np.uint8(1 << bit)
    mine, most, out = own.reshape(own.size), best.reshape(own.size), held.reshape(own.size)
    for k in range(mine.size):
        found = mark if most[k] <= mine[k] else np.uint8(0)
        out[k] = found if fresh else out[k] | found


@compiled
def _cap(own: Array, floor: Array, value: Array) -> None:
    """Write the lower of what the party has in each state and of its floor."""
    mine, low, out = own.reshape(own.size), floor.reshape(own.size), value.reshape(own.size)
    for k in range(mine.size):
        out[k] = low[k] if low[k] < mine[k] else mine[k]


@compiled
def _floor_of_islands(island: Array, edges: Array, value: Array, low: Array, floor: Array) -> None:
    """Write the floor of `value` over moves; `low` is scratch."""
    for s in range(value.shape[0]):
        for x in range(LANES):
            low[island[s], x] = value[s, x]
    for s in range(value.shape[0]):
        sink_row(low, value, island[s], s)
    for k in range(edges.shape[0]):
        sink_row(low, low, edges[k, 0], edges[k, 1])
    for s in range(value.shape[0]):
        for x in range(LANES):
            floor[s, x] = low[island[s], x]


@compiled
def _settle(
    party: int,
    rank: Array,
    member: Array,
    first: Array,
    range_: Array,
    used: Array,
    one: Array,
    two: Array,
    stamp: Array,
) -> None:
    """Lower two floors until no opponent of `party` can lower them further by improvements."""
    n = rank.shape[0]
    last = np.full(n, -1, np.int32)
    stamp[:] = 0
    turn = 0
    quiet = 0
    while quiet < n - 1:
        for other in range(n):
            if other == party:
                continue
            turn += 1
            changed = _lower(
                rank[other], member, first[range_[other] : range_[other + 1] + 1], used[other],
                one, two, stamp, last[other], turn,
            )  # fmt: skip
            last[other] = turn - 1
            quiet = 0 if changed else quiet + 1
            if quiet >= n - 1:
                return


@compiled
def _lower(
    rank: Array,
    member: Array,
    bounds: Array,
    used: Array,
    one: Array,
    two: Array,
    stamp: Array,
    since: int,
    turn: int,
) -> bool:
    """Lower both floors of each state to those of the states its owner can improve to.

    Looks only at blocks with a state stamped after `since`; stamps what changed with `turn`.
    Returns whether anything changed.
    """
    any_ = False
    for b in range(bounds.size - 1):
        due = False
        for k in range(bounds[b], bounds[b + 1]):
            due |= stamp[member[k]] > since
        while due:
            due = False
            for k in range(bounds[b], bounds[b + 1]):
                s = member[k]
                for h in range(k + 1, bounds[b + 1]):
                    t = member[h]
                    if used[s] & ~used[t] == 0 and hand_on(rank, one, two, s, t):
                        stamp[s] = turn
                        due = True
                    if used[t] & ~used[s] == 0 and hand_on(rank, one, two, t, s):
                        stamp[t] = turn
                        due = True
            any_ |= due
    return any_
