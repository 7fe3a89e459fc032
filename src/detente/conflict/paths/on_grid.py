"""Shortest paths by the compiled search, where the conflict has a grid."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.conflict.kernels.floors import NARROW
from detente.conflict.kernels.grid import Grid
from detente.conflict.kernels.levels import can_be_left, spread
from detente.conflict.kernels.sorting import sort_blocks
from detente.conflict.kernels.ways import count_ways, list_ways
from detente.conflict.model import ConflictModel
from detente.conflict.paths.routes import MANY, Routes, how_many


class GridPaths:
    """Searches from one state of a conflict that is laid out as a grid.

    Parameters
    ----------
    model : ConflictModel
        The conflict.
    grid : Grid
        Its layout.
    start : int
        The state that paths start from.
    verdicts : NDArray[np.uint8]
        Shape (n, m): the stability of each state for each party.
    bit : int
        The concept under which a state must be unstable for whoever leaves it, as a bit.
    """

    def __init__(
        self, model: ConflictModel, grid: Grid, start: int, verdicts: NDArray[np.uint8], bit: int
    ) -> None:
        self._model = model
        self._grid = grid
        self._start = start
        self._bit = bit
        self._depth: dict[str, NDArray[np.int32]] = {}
        self._rank = self._laid(model.ranks, np.int32, -1)
        self._verdicts = self._laid(verdicts, np.uint8, 0)
        kind = np.uint8 if grid.lay[:, 1].max() <= NARROW else np.uint32
        self._end = (1 << 8 * kind().itemsize) - 1
        self._tied = (self._end + 1) // 2
        self._order = np.empty(self._rank.shape, kind)
        for party, (shift, width, _) in enumerate(grid.lay.tolist()):
            sort_blocks(self._rank[party], shift, width, self._tied, self._end, self._order[party])

    def distances(self, relation: str) -> NDArray[np.int32]:
        """Return how many steps of `relation` each state is away, shape (m,); -1: not reached."""
        improving, bit = self._rule(relation)
        depth = np.full(self._grid.cells, -1, np.int32)
        spread(
            int(self._cells(self._start)), improving, self._rank, self._order, self._grid.lay,
            self._grid.spent, self._tied, self._end, self._verdicts, bit, depth,
            np.empty(self._grid.cells, np.int32),
        )  # fmt: skip
        self._depth[relation] = depth
        return depth if self._grid.cell_of is None else depth[self._grid.cell_of]

    def routes(self, relation: str, targets: NDArray[np.int32]) -> Routes:
        """Return the shortest paths to `targets` by a `relation` that was searched before."""
        improving, bit = self._rule(relation)
        depth, goals = self._depth[relation], self._cells(targets)
        lay, spent = self._grid.lay, self._grid.spent
        length = depth[goals]
        farthest = goals[np.argsort(-length, kind="stable")][: int((length >= 0).sum())]
        ways = np.zeros(self._grid.cells, np.int64)
        room = np.empty(self._grid.cells, np.int32)
        count_ways(
            improving, self._rank, self._order, lay, spent, self._tied, self._end, self._verdicts,
            bit, depth, farthest, MANY, room, ways,
        )  # fmt: skip
        count = ways[goals]
        listed, at = how_many(count, length)
        steps = int((listed * np.maximum(length, 0)).sum())
        movers, to = np.empty(steps, np.int8), np.empty(steps, np.int64)
        list_ways(
            improving, self._rank, lay, spent, self._verdicts, bit, depth, ways, goals, listed, at,
            int(listed.max(initial=1)), room, movers, to,
        )  # fmt: skip
        return Routes(self._start, targets, length, count, listed, at, movers, self._states(to))

    def _rule(self, relation: str) -> tuple[bool, int]:
        return relation != "moves", self._bit if relation == "unstable" else 0

    def without_moves(self) -> NDArray[np.int32]:
        """Return the states that no party has a move from, rising."""
        left = np.zeros(self._grid.cells, np.bool_)
        can_be_left(self._rank, self._grid.lay, self._grid.spent, left)
        here = left if self._grid.cell_of is None else left[self._grid.cell_of]
        return np.flatnonzero(~here).astype(np.int32)

    def _laid(self, rows: NDArray[Any], kind: type[Any], empty: int) -> NDArray[Any]:
        """Return `rows`, shape (n, m), as rows of cells."""
        if self._grid.cell_of is None:
            return np.ascontiguousarray(rows, dtype=kind)
        laid = np.full((len(rows), self._grid.cells), empty, kind)
        laid[:, self._grid.cell_of] = rows
        return laid

    def _cells(self, states: Any) -> NDArray[np.int64]:
        cell_of = self._grid.cell_of
        return np.asarray(states if cell_of is None else cell_of[states], np.int64)

    def _states(self, cells: NDArray[np.int64]) -> NDArray[np.int32]:
        """Return the states of `cells`, which stand in the same order."""
        if self._grid.cell_of is None:
            return cells.astype(np.int32)
        return np.searchsorted(self._grid.cell_of, cells).astype(np.int32)
