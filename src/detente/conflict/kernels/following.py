"""Compiled: what improvements lead to, one after another or at the same moment."""

from __future__ import annotations

from typing import Any

import numpy as np

from detente.conflict.kernels.compiled import compiled

Array = Any


@compiled
def follow_improvements(
    start: int, rank: Array, member: Array, block: Array, first: Array, used: Array, reached: Array
) -> None:
    """Mark the states that improvements of all parties lead to from `start`, itself included.

    Parameters
    ----------
    start : int
        A state.
    rank : int32, shape (n, m)
        Every party's ranks.
    member, block, first, used
        The arrays of :class:`detente.conflict.kernels.blocks.Blocks`.
    reached : bool, shape (m,)
        Written.
    """
    n, m = rank.shape
    flat = member.reshape(n * m)
    reached[:] = False
    queue = np.empty(m, np.int32)
    queue[0] = start
    reached[start] = True
    head, tail = 0, 1
    while head < tail:
        here = queue[head]
        head += 1
        for j in range(n):
            b = block[j, here]
            for k in range(first[b], first[b + 1]):
                there = flat[k]
                if rank[j, there] <= rank[j, here] or reached[there]:
                    continue
                if used[j, here] & ~used[j, there] == 0:
                    reached[there] = True
                    queue[tail] = there
                    tail += 1


@compiled
def judge_together(
    rank: Array,
    member: Array,
    block: Array,
    first: Array,
    used: Array,
    patterns: Array,
    state_at: Array,
    verdicts: Array,
) -> None:
    """Set bit 5 of each verdict where the party is stable under SIM.

    A party's improvement is deterred if some choice of improvements by the others, each of whom
    may also stay, ends together with it in a state no better for the party.

    Parameters
    ----------
    rank : int32, shape (n, m)
        Every party's ranks.
    member, block, first, used
        The arrays of :class:`detente.conflict.kernels.blocks.Blocks`.
    patterns : int64, shape (m,)
        The pattern of each state.
    state_at : int32, shape (2**options,)
        The state of each pattern, -1 where it is infeasible.
    verdicts : uint8, shape (n, m)
        Changed: bit 5.
    """
    n, m = rank.shape
    flat = member.reshape(n * m)
    widest = 0
    for b in range(first.size - 1):
        widest = max(widest, first[b + 1] - first[b])
    flip = np.zeros((n, widest), np.int64)
    count = np.empty(n, np.int64)
    turn = np.empty(n, np.int64)
    for s in range(m):
        for j in range(n):
            count[j] = 1
            b = block[j, s]
            for k in range(first[b], first[b + 1]):
                there = flat[k]
                if rank[j, there] <= rank[j, s]:
                    continue
                if used[j, s] & ~used[j, there] == 0:
                    flip[j, count[j]] = patterns[s] ^ patterns[there]
                    count[j] += 1
        for i in range(n):
            stable = True
            for own in range(1, count[i]):
                target = patterns[s] ^ flip[i, own]
                if not _spoiled(target, i, rank[i, s], rank[i], state_at, flip, count, turn):
                    stable = False
                    break
            if stable:
                verdicts[i, s] |= 32


@compiled
def _spoiled(
    target: int,
    party: int,
    height: int,
    rank: Array,
    state_at: Array,
    flip: Array,
    count: Array,
    turn: Array,
) -> bool:
    """Tell whether the others can spoil the move of `party` to the pattern `target`."""
    n = count.size
    turn[:] = 0
    joint = target
    while True:
        end = state_at[joint]
        if end >= 0 and rank[end] <= height:
            return True
        j = 0
        while j < n:
            if j != party:
                joint ^= flip[j, turn[j]]
                turn[j] += 1
                if turn[j] < count[j]:
                    joint ^= flip[j, turn[j]]
                    break
                turn[j] = 0
            j += 1
        if j == n:
            return False
