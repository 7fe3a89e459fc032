"""Compiled: how many steps away each cell of a grid is.

On a grid a party's chain of moves is one move and so is a chain of improvements. A shortest way
therefore never has a party move twice running, and the search needs cells alone. For ``rank``,
``order``, ``lay``, ``spent``, ``tied`` and ``end`` see :func:`detente.conflict.kernels.walks.walk`.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from detente.conflict.kernels.compiled import compiled

Array = Any

NOTHING = np.int32(2**31 - 1)

MANY = 32
"""Where more than one in so many cells were reached last, all blocks are passed over."""

FEW_GROUPS = 4
"""Sets of one-way options of a party up to which a pass over its blocks is quick."""

TILE = 64
"""Neighbouring blocks that are worked on side by side."""


@compiled
def spread(
    start: int,
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
    queue: Array,
) -> None:
    """Write how many steps each cell is away from `start`.

    Parameters
    ----------
    start : int
        The cell that the search starts from.
    improving : bool
        Whether each step must be better for its mover than the cell it leaves.
    verdicts : uint8, shape (n, cells)
        Where one has `bit`, the party does not leave the cell.
    bit : int
        That bit; 0 where parties leave any cell.
    depth : int32, shape (cells,)
        All -1; written where a cell is reached.
    queue : int32, shape (cells,)
        Room to work in.

    Notes
    -----
    A level is found from the one before. Where that is small, its cells are followed one by one;
    a block keeps a pointer (one for each set of one-way options) to how far its better end has
    been reached, so that all these steps together read it once. Where it is large, all blocks are
    passed over, which is quick but happens for a few levels at most.
    """
    n = lay.shape[0]
    first_slot = np.zeros(n + 1, np.int64)
    simple = True
    for j in range(n):
        first_slot[j + 1] = first_slot[j] + (depth.size >> lay[j, 1]) * lay[j, 2]
        simple = simple and lay[j, 2] <= FEW_GROUPS
    read = np.zeros(first_slot[n], np.int32)
    depth[start] = 0
    queue[0] = start
    level = 0
    size = 1
    queued = True
    while size > 0:
        if simple and size > depth.size // MANY:
            size = 0
            for j in range(n):
                size += _sweep(level, improving, rank[j], lay[j], spent[j], verdicts[j], bit, depth)
            queued = False
        else:
            if not queued:
                place = 0
                for cell in range(depth.size):
                    if depth[cell] == level:
                        queue[place] = cell
                        place += 1
                queued = True
            size = _follow(
                size, improving, rank, order, lay, spent, tied, end, verdicts, bit, depth, queue,
                first_slot, read,
            )  # fmt: skip
        level += 1


@compiled
def _follow(
    size: int,
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
    queue: Array,
    first_slot: Array,
    read: Array,
) -> int:
    """Go one step on from the first `size` cells of `queue`, and put those reached in their place.

    Returns how many are reached.
    """
    tail = size
    for head in range(size):
        here = np.int64(queue[head])
        for j in range(lay.shape[0]):
            if verdicts[j, here] & bit:
                continue
            shift, width = lay[j, 0], lay[j, 1]
            block = (here & ((1 << shift) - 1)) | ((here >> (shift + width)) << shift)
            setting = (here >> shift) & ((1 << width) - 1)
            used = spent[j, setting]
            rest = here ^ (setting << shift)
            slot = first_slot[j] + block * lay[j, 2] + used
            place = read[slot]
            while place < (1 << width):
                code = np.int64(order[j, (block << width) + place])
                if code == end:
                    break
                other = code & (tied - 1)
                there = rest | (other << shift)
                if improving and rank[j, there] <= rank[j, here]:
                    break
                place += 1
                if depth[there] < 0 and used & ~spent[j, other] == 0:
                    depth[there] = depth[here] + 1
                    queue[tail] = there
                    tail += 1
            read[slot] = place
    for k in range(size, tail):
        queue[k - size] = queue[k]
    return tail - size


@compiled
def _sweep(
    level: int,
    improving: bool,
    rank: Array,
    lay: Array,
    spent: Array,
    verdicts: Array,
    bit: int,
    depth: Array,
) -> int:
    """Go one step on by one party from every cell at `level`; return how many are reached.

    What is given of `rank`, `lay`, `spent` and `verdicts` is the party's.
    """
    shift, width, groups = lay[0], lay[1], lay[2]
    settings = 1 << width
    run = min(1 << shift, TILE)
    worst = np.empty((groups, run), np.int32)
    wanted = np.int32(level)
    following = np.int32(level + 1)
    reached = 0
    for high in range(depth.size >> (shift + width)):
        for start in range(high << (shift + width), (high << (shift + width)) + (1 << shift), run):
            worst[:] = NOTHING
            for a in range(settings):
                first = start + (a << shift)
                for x in range(run):
                    if depth[first + x] == wanted and verdicts[first + x] & bit == 0:
                        value = rank[first + x] if improving else np.int32(-1)
                        for group in range(groups):
                            if spent[a] & ~group == 0:
                                worst[group, x] = min(worst[group, x], value)
            for a in range(settings):
                first = start + (a << shift)
                source = worst[spent[a]]
                for x in range(run):
                    if depth[first + x] < 0 and rank[first + x] > source[x]:
                        depth[first + x] = following
                        reached += 1
    return reached


@compiled
def can_be_left(rank: Array, lay: Array, spent: Array, left: Array) -> None:
    """Set `left`, shape (cells,), at each cell that some party has a move from."""
    for cell in range(left.size):
        if rank[0, cell] < 0:
            continue
        for j in range(lay.shape[0]):
            shift, width = lay[j, 0], lay[j, 1]
            setting = (cell >> shift) & ((1 << width) - 1)
            rest = cell ^ (setting << shift)
            for other in range(1 << width):
                there = rest | (other << shift)
                if (
                    other != setting
                    and rank[0, there] >= 0
                    and spent[j, setting] & ~spent[j, other] == 0
                ):
                    left[cell] = True
                    break
            if left[cell]:
                break
