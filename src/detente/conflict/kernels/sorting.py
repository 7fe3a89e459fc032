"""Compiled: the blocks of a grid sorted by their owner's order.

A *block* of a party is the line of cells between which the party can move
(:mod:`detente.conflict.kernels.grid`).
"""

from __future__ import annotations

from typing import Any

import numpy as np

from detente.conflict.kernels.compiled import compiled

Array = Any

TILE = 64
"""Blocks that are sorted side by side."""

SMALL_BLOCK = 64
"""Up to this many settings a block is sorted by comparing each with each."""


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
