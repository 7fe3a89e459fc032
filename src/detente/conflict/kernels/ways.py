"""Compiled: the shortest ways to some cells of a grid, counted, and some of them listed.

Everything is read off how many steps each cell is away
(:func:`detente.conflict.kernels.levels.spread`, where the parameters are explained). Ways are
traced back from the targets and counted forwards level by level, each block once a level.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from detente.conflict.kernels.compiled import compiled

Array = Any

MARKED = np.int64(-1)
"""The number of ways of a cell on a way to a target, before it is counted."""


@compiled
def count_ways(
    improving: bool,
    rank: Array,
    order: Array,
    lay: Array,
    spent: Array,
    tied: int,
    end: int,
    verdicts: Array,
    bit: int,
    depth: Array,
    targets: Array,
    many: int,
    nodes: Array,
    ways: Array,
) -> None:
    """Count the shortest ways to each of the cells `targets` and to every cell on one of them.

    Parameters
    ----------
    targets : int64, shape (t,)
        Cells that are reached, farthest first.
    many : int
        Counting stops there; it times the number of cells must not overflow.
    nodes : int32, shape (cells,)
        Room to work in.
    ways : int64, shape (cells,)
        All 0; written at the cells on a shortest way to a target.
    """
    n = lay.shape[0]
    seen = np.full((n, depth.size >> lay[:, 1].min()), -1, np.int32)
    top = np.empty(lay[:, 2].max(), np.int64)
    farthest = depth[targets[0]] if targets.size > 0 else -1
    first = np.zeros(farthest + 2, np.int64)
    filled = 0
    next_target = 0
    for level in range(farthest, -1, -1):
        while next_target < targets.size and depth[targets[next_target]] == level:
            if ways[targets[next_target]] == 0:
                ways[targets[next_target]] = MARKED
                nodes[filled] = targets[next_target]
                filled += 1
            next_target += 1
        last = filled
        first[level] = last
        if level == 0:
            break
        for k in range(first[level + 1], last):
            here = np.int64(nodes[k])
            for j in range(n):
                block = _block(here, lay[j, 0], lay[j, 1])
                if seen[j, block] != level:
                    seen[j, block] = level
                    filled = _mark_block(
                        block, level, improving, rank[j], lay[j], spent[j], verdicts[j], bit,
                        depth, top, nodes, filled, ways,
                    )  # fmt: skip
    seen[:] = -1
    if farthest >= 0:
        ways[nodes[filled - 1]] = 1
    for level in range(1, farthest + 1):
        for k in range(first[level + 1], first[level]):
            here = np.int64(nodes[k])
            for j in range(n):
                block = _block(here, lay[j, 0], lay[j, 1])
                if seen[j, block] != level:
                    seen[j, block] = level
                    _count_block(
                        block, level, improving, order[j], lay[j], spent[j], tied, end,
                        verdicts[j], bit, depth, top, ways,
                    )  # fmt: skip
        for k in range(first[level + 1], first[level]):
            ways[nodes[k]] = min(MARKED - ways[nodes[k]], np.int64(many))


@compiled
def _block(cell: Any, shift: Any, width: Any) -> Any:
    """Return the number of a party's block that `cell` is in."""
    return (cell & ((1 << shift) - 1)) | ((cell >> (shift + width)) << shift)


@compiled
def _mark_block(
    block: int,
    level: int,
    improving: bool,
    rank: Array,
    lay: Array,
    spent: Array,
    verdicts: Array,
    bit: int,
    depth: Array,
    top: Array,
    nodes: Array,
    filled: int,
    ways: Array,
) -> int:
    """Mark the cells of a party's block that lead to marked cells at `level`, and add them.

    `top` becomes the highest rank of such a cell for each set of one-way options it has used up.
    """
    shift, width, groups = lay[0], lay[1], lay[2]
    base = ((block >> shift) << (shift + width)) | (block & ((1 << shift) - 1))
    top[:groups] = -1
    for a in range(1 << width):
        cell = base | (a << shift)
        if depth[cell] == level and ways[cell] == MARKED:
            top[spent[a]] = max(top[spent[a]], np.int64(rank[cell]))
    for a in range(1 << width):
        cell = base | (a << shift)
        if depth[cell] != level - 1 or ways[cell] != 0 or verdicts[cell] & bit:
            continue
        value = np.int64(rank[cell]) if improving else np.int64(-1)
        for group in range(groups):
            if top[group] > value and spent[a] & ~group == 0:
                ways[cell] = MARKED
                nodes[filled] = cell
                filled += 1
                break
    return filled


@compiled
def _count_block(
    block: int,
    level: int,
    improving: bool,
    order: Array,
    lay: Array,
    spent: Array,
    tied: int,
    end: int,
    verdicts: Array,
    bit: int,
    depth: Array,
    total: Array,
    ways: Array,
) -> None:
    """Add to the marked cells of a party's block at `level` the ways that lead there by it.

    A cell that has so many ways stands at `MARKED` less these. `total` becomes the number of
    ways of the cells read so far, for each set of one-way options they have used up.
    """
    shift, width, groups = lay[0], lay[1], lay[2]
    base = ((block >> shift) << (shift + width)) | (block & ((1 << shift) - 1))
    row = block << width
    size = 0
    while size < (1 << width) and order[row + size] != end:
        size += 1
    total[:groups] = 0
    last = size
    while last > 0:
        first = last - 1 if improving else 0
        while first > 0 and order[row + first] & tied:
            first -= 1
        for adding in range(2):
            # of cells that are alike for the mover none leads to another, but any move does
            giving = adding == 1 if improving else adding == 0
            for k in range(first, last):
                a = np.int64(order[row + k]) & (tied - 1)
                cell = base | (a << shift)
                if giving:
                    if depth[cell] == level - 1 and ways[cell] > 0 and verdicts[cell] & bit == 0:
                        total[spent[a]] += ways[cell]
                elif depth[cell] == level and ways[cell] < 0:
                    for group in range(groups):
                        if group & ~spent[a] == 0:
                            ways[cell] -= total[group]
        last = first


@compiled
def list_ways(
    improving: bool,
    rank: Array,
    lay: Array,
    spent: Array,
    verdicts: Array,
    bit: int,
    depth: Array,
    ways: Array,
    targets: Array,
    listed: Array,
    at: Array,
    most: int,
    known: Array,
    movers: Array,
    to: Array,
) -> None:
    """Write the first `listed` shortest ways to each of the cells `targets`.

    Parameters
    ----------
    ways : int64, shape (cells,)
        As :func:`count_ways` writes it.
    targets, listed, at : int64, shape (t,)
        The cells, how many ways to list to each, and where the steps of the first begin.
    most : int
        The largest number in `listed`.
    known : int32, shape (cells,)
        Room to work in.
    movers, to : int8 and int64
        Written: for each step who makes it and the cell it leads to.
    """
    known[:] = -1
    cells = np.empty((to.size + 1, most), np.int32)
    who = np.empty((to.size + 1, most), np.int8)
    found = np.empty(to.size + 1, np.int32)
    filled = 0
    for k in range(targets.size):
        for number in range(listed[k]):
            here = targets[k]
            left = number
            length = depth[here]
            for step in range(at[k] + (number + 1) * length - 1, at[k] + number * length - 1, -1):
                row = known[here]
                if row < 0:
                    row = filled
                    known[here] = row
                    found[row] = _came_from(
                        here, improving, rank, lay, spent, verdicts, bit, depth, cells[row],
                        who[row],
                    )  # fmt: skip
                    filled += 1
                pick = 0
                while pick < found[row] - 1 and left >= ways[cells[row, pick]]:
                    left -= ways[cells[row, pick]]
                    pick += 1
                to[step] = here
                movers[step] = who[row, pick]
                here = np.int64(cells[row, pick])


@compiled
def _came_from(
    here: int,
    improving: bool,
    rank: Array,
    lay: Array,
    spent: Array,
    verdicts: Array,
    bit: int,
    depth: Array,
    cells: Array,
    movers: Array,
) -> int:
    """Write the first cells one step nearer that lead to `here`, and who moves.

    Returns how many: all, or as many as there is room for.
    """
    found = 0
    for j in range(lay.shape[0]):
        shift, width = lay[j, 0], lay[j, 1]
        setting = (here >> shift) & ((1 << width) - 1)
        rest = here ^ (setting << shift)
        for other in range(1 << width):
            there = rest | (other << shift)
            if depth[there] != depth[here] - 1 or spent[j, other] & ~spent[j, setting]:
                continue
            if improving and rank[j, there] >= rank[j, here]:
                continue
            if verdicts[j, there] & bit:
                continue
            if found == cells.size:
                return found
            cells[found] = there
            movers[found] = j
            found += 1
    return found
