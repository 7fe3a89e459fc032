"""Compiled walks from state to state, for what passes over whole blocks would be slow at.

:func:`ripple` spreads the last few changes; :func:`walk` finishes floors in linear time where
chains of moves are long.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from detente.conflict.kernels.compiled import compiled
from detente.conflict.kernels.sorting import rising
from detente.conflict.kernels.values import EMPTY

Array = Any
GIVE_UP = 3
"""Passes over all blocks whose work following single changes may take."""


@compiled
def walk(
    party: int,
    improvements: bool,
    rank: Array,
    order: Array,
    lay: Array,
    spent: Array,
    tied: int,
    end: int,
    floor: Array,
) -> None:
    """Finish one column of `floor` in time linear in the number of states.

    Parameters
    ----------
    party : int
        The focal party; its opponents move.
    improvements : bool
        Whether they only improve, or move at will.
    rank : int32, shape (n, cells)
        Every party's ranks, -1 in empty cells.
    order : unsigned, shape (n, cells)
        Every party's sorted blocks (:func:`detente.conflict.kernels.sorting.sort_blocks`).
    lay : int64, shape (n, 3)
        Shift, width and number of sets of one-way options of each party.
    spent : int64, shape (n, settings)
        The one-way options each setting has used up, as bits.
    tied, end : int
        The marks in `order`.
    floor : int32, shape (cells,)
        Read as the values themselves and overwritten; `EMPTY` in empty cells.

    Notes
    -----
    From each state, lowest floor first, the relation is walked backwards. A block keeps a
    pointer (one for each set of one-way options) to how far its worse end has been read, so that
    all walks together read it once.
    """
    n = lay.shape[0]
    size = floor.size
    done = np.zeros(size, np.bool_)
    stack = np.empty(size, np.int32)
    first_slot = np.zeros(n + 1, np.int64)
    for j in range(n):
        first_slot[j + 1] = first_slot[j] + (size >> lay[j, 1]) * lay[j, 2]
    unread = np.empty(first_slot[n], np.int32)
    for j in range(n):
        width, groups = lay[j, 1], lay[j, 2]
        for block in range(size >> width):
            filled = 0
            while filled < (1 << width) and order[j, (block << width) + filled] != end:
                filled += 1
            for group in range(groups):
                unread[first_slot[j] + block * groups + group] = filled
    key = np.where(floor == EMPTY, np.int32(-1), floor)
    for start in rising(key):
        if done[start]:
            continue
        label = floor[start]
        done[start] = True
        stack[0] = start
        top = 1
        while top > 0:
            top -= 1
            here = stack[top]
            for j in range(n):
                if j == party:
                    continue
                shift, width = lay[j, 0], lay[j, 1]
                block = (here & ((1 << shift) - 1)) | ((here >> (shift + width)) << shift)
                setting = (here >> shift) & ((1 << width) - 1)
                used = spent[j, setting]
                rest = here ^ (setting << shift)
                slot = first_slot[j] + block * lay[j, 2] + used
                place = unread[slot]
                while place > 0:
                    other = np.int64(order[j, (block << width) + place - 1]) & (tied - 1)
                    there = rest | (other << shift)
                    if improvements and rank[j, there] >= rank[j, here]:
                        break
                    place -= 1
                    if not done[there] and spent[j, other] & ~used == 0:
                        done[there] = True
                        floor[there] = label
                        stack[top] = there
                        top += 1
                unread[slot] = place


@compiled
def ripple(
    party: int,
    rank: Array,
    order: Array,
    lay: Array,
    spent: Array,
    tied: int,
    end: int,
    floor: Array,
    touched: Array,
) -> bool:
    """Spread the lowered floors of the `touched` states to those that can improve to them.

    The parameters are those of :func:`walk`, with `floor` of shape (cells, 2). Returns whether
    it came to rest; it gives up when the work exceeds a few passes over all blocks.
    """
    size = floor.shape[0]
    waiting = np.zeros(size, np.bool_)
    queue = np.empty(size, np.int32)
    head = 0
    tail = 0
    for cell in touched:
        if not waiting[cell]:
            waiting[cell] = True
            queue[tail] = cell
            tail += 1
    budget = GIVE_UP * size
    while head < tail and budget > 0:
        here = queue[head % size]
        head += 1
        waiting[here] = False
        for j in range(lay.shape[0]):
            if j == party:
                continue
            shift, width = lay[j, 0], lay[j, 1]
            block = (here & ((1 << shift) - 1)) | ((here >> (shift + width)) << shift)
            setting = (here >> shift) & ((1 << width) - 1)
            used = spent[j, setting]
            rest = here ^ (setting << shift)
            for k in range(1 << width):
                code = np.int64(order[j, (block << width) + k])
                if code == end:
                    break
                budget -= 1
                other = code & (tied - 1)
                there = rest | (other << shift)
                if rank[j, there] >= rank[j, here] or spent[j, other] & ~used:
                    continue
                new_0 = min(floor[there, 0], floor[here, 0])
                new_1 = min(floor[there, 1], floor[here, 1])
                if new_0 < floor[there, 0] or new_1 < floor[there, 1]:
                    floor[there, 0] = new_0
                    floor[there, 1] = new_1
                    if not waiting[there]:
                        waiting[there] = True
                        queue[tail % size] = there
                        tail += 1
    return head == tail
