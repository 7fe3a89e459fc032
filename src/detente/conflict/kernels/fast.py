"""The fast kernel: all five concepts for every party and state at once.

In option form a party's chain of moves is one move, and so is a chain of improvements. The
joint lists of the definitions are then plain reachability, and each concept asks the same
question of another pair of value and relation: is the best that an improvement q can still
lead to, once the opponents have answered, better than the state s?
"""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from numpy.typing import NDArray

from detente.conflict.kernels.floors import Solver
from detente.conflict.kernels.grid import Grid, make_grid
from detente.conflict.model import ConflictModel, Ranks
from detente.errors import call_error

THREAD_CELLS = 1 << 14
"""Below this many cells a thread costs more than it saves."""


def solve_fast(model: ConflictModel, threads: int | None = None) -> NDArray[np.uint8]:
    """Return the verdicts of `model`, shape (n, m): bit 0 Nash, 1 GMR, 2 SMR, 3 SEQ, 4 SSEQ.

    Parameters
    ----------
    model : ConflictModel
        Without merged states, and not mostly empty as a grid.
    threads : int, optional
        How many parties to work on at once; all processors if not given. The answer is the same.

    Raises
    ------
    CallError
        If the model has no grid (see :func:`detente.conflict.kernels.grid.make_grid`).
    """
    grid = make_grid(model)
    if grid is None:
        raise call_error(
            "no-grid",
            "the fast kernel does not apply to this conflict, because states are merged or most "
            "combinations of the parties' choices are ruled out",
            "Use the general kernel",
        )
    return solve_grid(grid, model.ranks, threads)


def solve_grid(grid: Grid, ranks: Ranks, threads: int | None = None) -> NDArray[np.uint8]:
    """Return the verdicts for `ranks`, shape (n, m), on a `grid` made once for many ranks."""
    n, m = ranks.shape
    cells = grid.cells
    full = m == cells
    if grid.cell_of is None:
        rank = np.ascontiguousarray(ranks, dtype=np.int32)
    else:
        rank = np.full((n, cells), -1, np.int32)
        rank[:, grid.cell_of] = ranks
    solver = Solver(grid, rank, full)
    verdicts = np.empty((n, m), np.uint8)

    def solve(party: int) -> None:
        found = solver.solve(party)
        verdicts[party] = found if grid.cell_of is None else found[grid.cell_of]

    workers = threads or os.cpu_count() or 1
    if workers == 1 or cells < THREAD_CELLS:
        for party in range(n):
            solver.sort(party)
        for party in range(n):
            solve(party)
    else:
        with ThreadPoolExecutor(workers) as pool:
            list(pool.map(solver.sort, range(n)))
            list(pool.map(solve, range(n)))
    return verdicts
