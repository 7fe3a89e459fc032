"""Compiled: values of cells started, capped, taken over the blocks of a party, and judged.

Values come in pairs, shape (cells, 2); for ``spent`` and ``groups`` see
:mod:`detente.conflict.kernels.lowering`.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from detente.conflict.kernels.compiled import compiled

Array = Any

EMPTY = np.int32(2**31 - 1)
"""The value of a cell that is no state, where the least is looked for."""

TILE = 64
"""Neighbouring blocks that are worked on side by side."""

WIDE = 3
"""From this shift on, neighbouring blocks are worked on side by side."""


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
