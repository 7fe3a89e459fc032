"""Compiled: what opponents can bring about, each of them by improvements or by any move.

The states that answers lead to are found by a search over nodes (state, last mover), as the
definition says; without merged states a search over states finds the same and is quicker.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from detente.conflict.kernels.compiled import compiled

Array = Any

STILL, IMPROVES, MOVES = 0, 1, 2
"""What a party may do in an answer: nothing, improve, or move at will."""


@compiled
def answers(
    start: int, modes: Array, first: Array, to: Array, ranks: Array, by_mover: bool
) -> Array:
    """Return which states the parties can bring about together from `start`.

    Parameters
    ----------
    start : int
        The state they start from; it counts as reached only if a move leads back to it.
    modes : int8, shape (n,)
        `STILL`, `IMPROVES` or `MOVES` for each party.
    first : int64, shape (n, m + 1)
        Where each party's moves from each state begin in `to`.
    to : int32
        Where the moves lead.
    ranks : int32, shape (n, m)
        Every party's ranks, higher is better.
    by_mover : bool
        Whether to keep apart who moved last, which merged states need.

    Returns
    -------
    bool, shape (m,)
        The states reached.
    """
    reached = np.zeros(ranks.shape[1], np.bool_)
    _bring_about(start, -1, 0, False, modes, first, to, ranks, by_mover, reached)
    return reached


@compiled
def escapes(party: int, level: int, state: int, first: Array, to: Array, ranks: Array) -> bool:
    """Return whether `party` has a move from `state` to one it ranks above `level`."""
    for k in range(first[party, state], first[party, state + 1]):
        if ranks[party, to[k]] > level:
            return True
    return False


@compiled
def _bring_about(
    start: int,
    party: int,
    level: int,
    symmetric: bool,
    modes: Array,
    first: Array,
    to: Array,
    ranks: Array,
    by_mover: bool,
    reached: Array,
) -> bool:
    """Mark in `reached` what the parties bring about, as far as a first sanction of `party`.

    A sanction is a state that `party` ranks at most at `level`, and with `symmetric` cannot leave
    for a higher one. Returns whether one was found; with -1 for `party` none is looked for.
    """
    n, m = ranks.shape
    layers = n if by_mover else 1
    seen = np.zeros((layers, m), np.bool_)
    queue = np.empty(layers * m + 1, np.int64)
    queue[0] = start
    mover = np.full(layers * m + 1, -1, np.int64)
    head, tail = 0, 1
    while head < tail:
        here, last = queue[head], mover[head]
        head += 1
        for j in range(n):
            if modes[j] == 0 or (by_mover and j == last):
                continue
            layer = j if by_mover else 0
            for k in range(first[j, here], first[j, here + 1]):
                there = to[k]
                if seen[layer, there]:
                    continue
                if modes[j] == 1 and ranks[j, there] <= ranks[j, here]:
                    continue
                seen[layer, there] = True
                fresh = party >= 0 and not reached[there] and ranks[party, there] <= level
                if fresh and not (symmetric and escapes(party, level, there, first, to, ranks)):
                    return True
                reached[there] = True
                queue[tail] = there
                mover[tail] = j
                tail += 1
    return False


@compiled
def holds(
    party: int,
    state: int,
    modes: Array,
    symmetric: bool,
    first: Array,
    to: Array,
    ranks: Array,
    by_mover: bool,
) -> bool:
    """Return whether `state` is stable for `party` when the others answer as `modes` says.

    With `symmetric` a sanction counts only if the party cannot get out of it again. Where all
    others are `STILL` this is Nash stability. The other parameters are those of :func:`answers`.
    """
    level = ranks[party, state]
    for k in range(first[party, state], first[party, state + 1]):
        improvement = to[k]
        if ranks[party, improvement] <= level:
            continue
        reached = np.zeros(ranks.shape[1], np.bool_)
        if not _bring_about(
            improvement, party, level, symmetric, modes, first, to, ranks, by_mover, reached
        ):
            return False
    return True


@compiled
def survivors(
    rows: Array,
    changed: int,
    state: int,
    settled: Array,
    modes: Array,
    symmetric: bool,
    first: Array,
    to: Array,
    ranks: Array,
    by_mover: bool,
) -> Array:
    """Return with which of many orders of one party `state` is stable for all that are settled.

    Parameters
    ----------
    rows : int32, shape (c, m)
        The orders; each takes the place of the row `changed` of `ranks` in turn, which holds the
        last of them afterwards.
    settled : int64
        The parties for whom the state has to be stable.
    modes : int8, shape (n,)
        What each party may do in an answer to another.

    Returns
    -------
    bool, shape (c,)
        Whether it is stable for all of them.
    """
    kept = np.ones(rows.shape[0], np.bool_)
    mine = modes.copy()
    for row in range(rows.shape[0]):
        for at in range(rows.shape[1]):
            ranks[changed, at] = rows[row, at]
        for party in settled:
            mine[party] = 0
            good = holds(party, state, mine, symmetric, first, to, ranks, by_mover)
            mine[party] = modes[party]
            if not good:
                kept[row] = False
                break
    return kept
