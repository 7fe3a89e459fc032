"""The grid: a conflict in option form laid out so that a party's own moves are one axis.

Each party's *settings* (the choices over its own options that occur in some feasible state)
are numbered from 0 and padded to a power of two; a *cell* is one setting for each party, the
first party in the lowest bits. A state is a cell; a cell may be empty. The *block* of a party
is the line of cells along its own axis: the states it can move between.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from detente.conflict.model import DROPPED, FREE, ConflictModel

MAX_CELLS = 1 << 26
"""Above this many cells the arrays of the grid alone would fill a laptop's memory."""

MAX_EMPTY = 32
"""Empty cells a state that the grid may carry before explicit moves are the better form."""


@dataclass(frozen=True, eq=False, slots=True)
class Grid:
    """The layout of n parties' settings.

    Parameters
    ----------
    lay : NDArray[np.int64]
        Shape (n, 3): the shift and width of a party's setting in a cell's number, in bits, and
        ``2**r`` with r one-way options of the party.
    spent : NDArray[np.int64]
        Shape (n, largest number of settings): which of the party's one-way options each setting
        has used up, as bits. A setting can follow another only if it has used up at least the
        same.
    cell_of : NDArray[np.int32] or None
        Shape (m,): the cell of each state; `None` where states and cells are the same.
    cells : int
        The number of cells, a power of two.
    """

    lay: NDArray[np.int64]
    spent: NDArray[np.int64]
    cell_of: NDArray[np.int32] | None
    cells: int


def make_grid(model: ConflictModel) -> Grid | None:
    """Lay `model` out as a grid, or return `None` where a grid would be mostly empty.

    Merged states have no cell of their own, so a model with them has no grid.
    """
    if model.merged is not None:
        return None
    n = len(model.parties)
    lay = np.ones((n, 3), np.int64)
    used: list[NDArray[np.int64]] = []
    settings_of: list[NDArray[np.int64]] = []
    total = 0
    for party in range(n):
        own = np.flatnonzero(model.owner == party)
        settings = _settings(model.states, int(own[0]), len(own))
        settings_of.append(settings)
        lay[party, 0] = total
        lay[party, 1] = (len(settings) - 1).bit_length()
        total += int(lay[party, 1])
        spent_here, lay[party, 2] = _spent(settings, own, model.one_way)
        used.append(spent_here)
    cells = 1 << total
    if cells > MAX_CELLS or cells > MAX_EMPTY * max(model.size, 1 << 11):
        return None
    spent = np.zeros((n, 1 << int(lay[:, 1].max())), np.int64)
    for party, spent_here in enumerate(used):
        spent[party, : len(spent_here)] = spent_here
    if cells == model.size == 1 << len(model.options):
        return Grid(lay, spent, None, cells)
    cell_of = np.zeros(model.size, np.int32)
    for party in range(n):
        own = np.flatnonzero(model.owner == party)
        mine = model.states >> int(own[0]) & ((1 << len(own)) - 1)
        number = np.searchsorted(settings_of[party], mine).astype(np.int32)
        cell_of |= number << np.int32(lay[party, 0])
    return Grid(lay, spent, cell_of, cells)


def _settings(states: NDArray[np.int64], first: int, count: int) -> NDArray[np.int64]:
    """Return the settings of the `count` options from `first` that occur, rising."""
    mine = states >> first & ((1 << count) - 1)
    if count > 24:
        return np.unique(mine)
    seen = np.zeros(1 << count, np.bool_)
    seen[mine] = True
    return np.flatnonzero(seen)


def _spent(
    settings: NDArray[np.int64],
    own: NDArray[np.intp],
    one_way: NDArray[np.int8],
) -> tuple[NDArray[np.int64], int]:
    """Return the one-way options each setting has used up, as bits, and how many bit sets exist."""
    used = np.zeros(len(settings), np.int64)
    bit = 0
    for option in own.tolist():
        if one_way[option] == FREE:
            continue
        taken = settings >> (option - int(own[0])) & 1
        used |= (1 - taken if one_way[option] == DROPPED else taken) << bit
        bit += 1
    return used, 1 << bit
