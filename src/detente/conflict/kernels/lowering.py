"""Compiled: floors lowered along the blocks of one party, by its improvements or its moves.

Values come in pairs, shape (cells, 2), because each pass over the blocks serves two questions at
once. A party's one-way options are bits: a setting can follow another only if it has used up
(``spent``) at least the same ones; ``groups`` is the number of such bit sets.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from detente.conflict.kernels.compiled import compiled
from detente.conflict.kernels.values import EMPTY, TILE, WIDE

Array = Any


@compiled
def lower_by_improvements(
    order: Array,
    shift: int,
    width: int,
    tied: int,
    end: int,
    groups: int,
    spent: Array,
    floor: Array,
    touched: Array,
) -> int:
    """Lower the floor of each state to that of the states its owner can improve to.

    Reads the sorted `order` of :func:`sort_blocks`. Returns how many states changed; as many of
    them as fit are written to `touched`, whose last place is scratch.
    """
    if groups == 1:
        return _lower_free(order, shift, width, tied, end, floor, touched)
    if groups == 2:
        return _lower_one_way(order, shift, width, tied, end, spent, floor, touched)
    size = 1 << width
    below = (1 << shift) - 1
    last = touched.size - 1
    count = 0
    above = np.empty((groups, 2), np.int32)
    until = np.empty((groups, 2), np.int32)
    for block in range(order.size >> width):
        base = ((block >> shift) << (shift + width)) | (block & below)
        for group in range(groups):
            for v in range(2):
                above[group, v] = until[group, v] = EMPTY
        for k in range(size):
            code = np.int64(order[(block << width) + k])
            if code == end:
                break
            if not code & tied:
                for group in range(groups):
                    for v in range(2):
                        above[group, v] = until[group, v]
            setting = code & (tied - 1)
            cell = base | (setting << shift)
            touched[min(count, last)] = cell
            changed = False
            for v in range(2):
                old = floor[cell, v]
                new = min(old, above[spent[setting], v])
                floor[cell, v] = new
                changed |= new != old
                for group in range(groups):
                    if group & ~spent[setting] == 0:
                        until[group, v] = min(until[group, v], new)
            count += changed
    return count


@compiled
def _lower_free(
    order: Array, shift: int, width: int, tied: int, end: int, floor: Array, touched: Array
) -> int:
    """Do the work of :func:`lower_by_improvements` for a party without one-way options."""
    size = 1 << width
    below = (1 << shift) - 1
    last = touched.size - 1
    count = 0
    for block in range(order.size >> width):
        base = ((block >> shift) << (shift + width)) | (block & below)
        above_0 = above_1 = until_0 = until_1 = EMPTY
        for k in range(size):
            code = np.int64(order[(block << width) + k])
            if code == end:
                break
            level = (code & tied) != 0
            above_0 = above_0 if level else until_0
            above_1 = above_1 if level else until_1
            cell = base | ((code & (tied - 1)) << shift)
            old_0 = floor[cell, 0]
            old_1 = floor[cell, 1]
            new_0 = min(old_0, above_0)
            new_1 = min(old_1, above_1)
            floor[cell, 0] = new_0
            floor[cell, 1] = new_1
            touched[min(count, last)] = cell
            count += (new_0 != old_0) | (new_1 != old_1)
            until_0 = min(until_0, new_0)
            until_1 = min(until_1, new_1)
    return count


@compiled
def _lower_one_way(
    order: Array,
    shift: int,
    width: int,
    tied: int,
    end: int,
    spent: Array,
    floor: Array,
    touched: Array,
) -> int:
    """Do the work of :func:`lower_by_improvements` for a party with a single one-way option."""
    size = 1 << width
    below = (1 << shift) - 1
    last = touched.size - 1
    count = 0
    for block in range(order.size >> width):
        base = ((block >> shift) << (shift + width)) | (block & below)
        above_0 = above_1 = until_0 = until_1 = EMPTY
        spent_above_0 = spent_above_1 = spent_until_0 = spent_until_1 = EMPTY
        for k in range(size):
            code = np.int64(order[(block << width) + k])
            if code == end:
                break
            level = (code & tied) != 0
            above_0 = above_0 if level else until_0
            above_1 = above_1 if level else until_1
            spent_above_0 = spent_above_0 if level else spent_until_0
            spent_above_1 = spent_above_1 if level else spent_until_1
            setting = code & (tied - 1)
            cell = base | (setting << shift)
            used = spent[setting] == 1
            old_0 = floor[cell, 0]
            old_1 = floor[cell, 1]
            new_0 = min(old_0, spent_above_0 if used else above_0)
            new_1 = min(old_1, spent_above_1 if used else above_1)
            floor[cell, 0] = new_0
            floor[cell, 1] = new_1
            touched[min(count, last)] = cell
            count += (new_0 != old_0) | (new_1 != old_1)
            until_0 = min(until_0, new_0)
            until_1 = min(until_1, new_1)
            spent_until_0 = min(spent_until_0, new_0 if used else EMPTY)
            spent_until_1 = min(spent_until_1, new_1 if used else EMPTY)
    return count


@compiled
def lower_by_moves(shift: int, width: int, groups: int, spent: Array, floor: Array) -> bool:
    """Lower the floor of each state to the lowest of the states its owner can move to.

    Empty cells hold `EMPTY` and keep it. Returns whether anything changed.
    """
    if shift < WIDE and groups <= 2:
        return _lower_narrow(shift, width, spent, floor)
    settings = 1 << width
    run = min(1 << shift, TILE)
    least = np.empty((groups, 2 * run), np.int32)
    flat = floor.reshape(floor.size)
    changed = np.int32(0)
    for high in range(floor.shape[0] >> (shift + width)):
        for start in range(high << (shift + width), (high << (shift + width)) + (1 << shift), run):
            for group in range(groups):
                for x in range(2 * run):
                    least[group, x] = EMPTY
            for a in range(settings):
                row = flat[2 * (start + (a << shift)) : 2 * (start + (a << shift) + run)]
                for group in range(groups):
                    if group & ~spent[a] == 0:
                        target = least[group]
                        for x in range(2 * run):
                            target[x] = min(target[x], row[x])
            for a in range(settings):
                row = flat[2 * (start + (a << shift)) : 2 * (start + (a << shift) + run)]
                source = least[spent[a]]
                for x in range(2 * run):
                    new = EMPTY if row[x] == EMPTY else source[x]
                    changed |= new ^ row[x]
                    row[x] = new
    return bool(changed != 0)


@compiled
def _lower_narrow(shift: int, width: int, spent: Array, floor: Array) -> bool:
    """Do the work of :func:`lower_by_moves` block by block, for at most one one-way option."""
    settings = 1 << width
    below = (1 << shift) - 1
    changed = np.int32(0)
    for block in range(floor.shape[0] >> width):
        base = ((block >> shift) << (shift + width)) | (block & below)
        all_0 = all_1 = used_0 = used_1 = EMPTY
        for a in range(settings):
            cell = base | (a << shift)
            here_0 = floor[cell, 0]
            here_1 = floor[cell, 1]
            used = spent[a] != 0
            all_0 = min(all_0, here_0)
            all_1 = min(all_1, here_1)
            used_0 = min(used_0, here_0 if used else EMPTY)
            used_1 = min(used_1, here_1 if used else EMPTY)
        for a in range(settings):
            cell = base | (a << shift)
            used = spent[a] != 0
            old_0 = floor[cell, 0]
            old_1 = floor[cell, 1]
            new_0 = used_0 if used else all_0
            new_1 = used_1 if used else all_1
            new_0 = EMPTY if old_0 == EMPTY else new_0
            new_1 = EMPTY if old_1 == EMPTY else new_1
            changed |= (new_0 ^ old_0) | (new_1 ^ old_1)
            floor[cell, 0] = new_0
            floor[cell, 1] = new_1
    return bool(changed != 0)
