"""Compiled operations on the blocks of a grid: sorting them, and passing values along them.

A *block* of a party is the line of cells between which the party can move
(:mod:`detente.conflict.grid`). Each function below does one thing to every block of one party.
Values come in pairs, shape (cells, 2), because each walk over the blocks serves two questions at
once. A party's one-way options are bits: a setting can follow another only if it has used up
(``spent``) at least the same ones; ``groups`` is the number of such bit sets.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from detente.conflict.compiled import compiled

Array = Any
EMPTY = np.int32(2**31 - 1)
"""The value of a cell that is no state, where the least is looked for."""

TILE = 64
SMALL_BLOCK = 64
WIDE = 3
"""From this shift on, neighbouring blocks are worked on side by side."""


@compiled
def sort_blocks(rank: Array, shift: int, width: int, tied: int, end: int, order: Array) -> None:
    """Sort every block of one party, best state first.

    Parameters
    ----------
    rank : int32, shape (cells,)
        The party's rank of each cell, -1 where the cell is empty.
    shift, width : int
        Where the party's setting stands in a cell's number.
    tied, end : int
        The flag of a setting whose state ties with the one before it; the mark after the last.
    order : unsigned, shape (cells,)
        Written: for each block its settings, best first.
    """
    size = 1 << width
    below = (1 << shift) - 1
    blocks = rank.size >> width
    if size > SMALL_BLOCK:
        _sort_wide_blocks(rank, shift, width, tied, end, order)
        return
    buffer = np.empty((size, TILE), np.int32)
    place = np.empty((size, TILE), np.int32)
    for start in range(0, blocks, TILE):
        tile = min(TILE, blocks - start)
        for a in range(size):
            for x in range(tile):
                b = start + x
                buffer[a, x] = rank[((b >> shift) << (shift + width)) | (a << shift) | (b & below)]
        for a in range(size):
            for x in range(tile):
                place[a, x] = 0
            for c in range(size):
                if c < a:
                    for x in range(tile):
                        place[a, x] += buffer[c, x] >= buffer[a, x]
                elif c > a:
                    for x in range(tile):
                        place[a, x] += buffer[c, x] > buffer[a, x]
        for x in range(tile):
            row = (start + x) << width
            for a in range(size):
                order[row + place[a, x]] = a
            for k in range(size - 1, -1, -1):
                here = buffer[order[row + k], x]
                if here < 0:
                    order[row + k] = end
                elif k > 0 and here == buffer[order[row + k - 1], x]:
                    order[row + k] |= tied


@compiled
def rising(rank: Array) -> Array:
    """Return the cells that are not empty in rising rank, by counting."""
    highest = -1
    for cell in range(rank.size):
        highest = max(highest, rank[cell])
    place = np.zeros(highest + 2, np.int64)
    for cell in range(rank.size):
        if rank[cell] >= 0:
            place[rank[cell] + 1] += 1
    for k in range(highest + 1):
        place[k + 1] += place[k]
    sorted_cells = np.empty(place[highest + 1], np.int32)
    for cell in range(rank.size):
        if rank[cell] >= 0:
            sorted_cells[place[rank[cell]]] = cell
            place[rank[cell]] += 1
    return sorted_cells


@compiled
def _sort_wide_blocks(
    rank: Array, shift: int, width: int, tied: int, end: int, order: Array
) -> None:
    """Do the work of :func:`sort_blocks` by dealing the cells to their blocks, best first."""
    below = (1 << shift) - 1
    filled = np.zeros(rank.size >> width, np.int32)
    last = np.full(rank.size >> width, -1, np.int32)
    for k in range(order.size):
        order[k] = end
    cells = rising(rank)
    for k in range(cells.size - 1, -1, -1):
        cell = np.int64(cells[k])
        block = (cell & below) | ((cell >> (shift + width)) << shift)
        setting = (cell >> shift) & ((1 << width) - 1)
        if last[block] == rank[cell]:
            setting |= tied
        last[block] = rank[cell]
        order[(block << width) + filled[block]] = setting
        filled[block] += 1


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
def best_of_block(
    shift: int, width: int, groups: int, spent: Array, value: Array, best: Array
) -> None:
    """Write to `best` the highest `value` among each state and those its owner can move to.

    Both have shape (cells, 2); `value` is -1 in empty cells.
    """
    if shift < WIDE and groups <= 2:
        _best_narrow(shift, width, spent, value, best)
        return
    settings = 1 << width
    run = min(1 << shift, TILE)
    most = np.empty((groups, 2 * run), np.int32)
    flat = value.reshape(value.size)
    out = best.reshape(best.size)
    for high in range(value.shape[0] >> (shift + width)):
        for start in range(high << (shift + width), (high << (shift + width)) + (1 << shift), run):
            for group in range(groups):
                for x in range(2 * run):
                    most[group, x] = -1
            for a in range(settings):
                row = flat[2 * (start + (a << shift)) : 2 * (start + (a << shift) + run)]
                for group in range(groups):
                    if group & ~spent[a] == 0:
                        target = most[group]
                        for x in range(2 * run):
                            target[x] = max(target[x], row[x])
            for a in range(settings):
                row = out[2 * (start + (a << shift)) : 2 * (start + (a << shift) + run)]
                source = most[spent[a]]
                for x in range(2 * run):
                    row[x] = source[x]


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


@compiled
def _best_narrow(shift: int, width: int, spent: Array, value: Array, best: Array) -> None:
    """Do the work of :func:`best_of_block` block by block, for at most one one-way option."""
    settings = 1 << width
    below = (1 << shift) - 1
    none = np.int32(-1)
    for block in range(value.shape[0] >> width):
        base = ((block >> shift) << (shift + width)) | (block & below)
        all_0 = all_1 = used_0 = used_1 = none
        for a in range(settings):
            cell = base | (a << shift)
            here_0 = value[cell, 0]
            here_1 = value[cell, 1]
            used = spent[a] != 0
            all_0 = max(all_0, here_0)
            all_1 = max(all_1, here_1)
            used_0 = max(used_0, here_0 if used else none)
            used_1 = max(used_1, here_1 if used else none)
        for a in range(settings):
            cell = base | (a << shift)
            used = spent[a] != 0
            best[cell, 0] = used_0 if used else all_0
            best[cell, 1] = used_1 if used else all_1


@compiled
def open_floor(own: Array, best: Array, floor: Array) -> None:
    """Start a floor from what the party has and the `best` it can get; `EMPTY` where no state."""
    for cell in range(own.size):
        # Without a choice between values, which would be slow where empty cells are many: the
        # bits of -1 without its sign are EMPTY.
        floor[cell, 0] = own[cell] & EMPTY
        floor[cell, 1] = (best[cell] & EMPTY) | ((own[cell] >> 31) & EMPTY)


@compiled
def floor_of_settings(shift: int, width: int, own: Array, best: Array, floor: Array) -> None:
    """Write the floor over moves where opponents can move anywhere within a party's setting."""
    lowest = np.full((1 << width, 2), EMPTY, np.int32)
    for cell in range(own.size):
        setting = (cell >> shift) & ((1 << width) - 1)
        lowest[setting, 0] = min(lowest[setting, 0], own[cell])
        lowest[setting, 1] = min(lowest[setting, 1], best[cell])
    for cell in range(own.size):
        setting = (cell >> shift) & ((1 << width) - 1)
        floor[cell, 0] = lowest[setting, 0]
        floor[cell, 1] = lowest[setting, 1]


@compiled
def cap_floor(own: Array, floor: Array) -> None:
    """Lower the floor of each cell to what the party has there (-1 in empty cells)."""
    for cell in range(own.size):
        floor[cell, 0] = min(floor[cell, 0], own[cell])
        floor[cell, 1] = min(floor[cell, 1], own[cell])


@compiled
def judge(own: Array, best: Array, bit: int, verdicts: Array) -> None:
    """Set two bits of each verdict, from `bit` on, where `best` is no better than the state."""
    for cell in range(own.size):
        held = np.uint8(best[cell, 0] <= own[cell]) | (np.uint8(best[cell, 1] <= own[cell]) << 1)
        verdicts[cell] |= np.uint8(held << bit)
