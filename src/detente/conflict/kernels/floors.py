"""How low the opponents' answers can bring a party, and what that makes of each state.

The *floor* of a state is the least value of it and of all that the opponents can reach from it.
It is kept for two values at once: what the focal party has in a state, and the best it can still
get from there.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from detente.conflict.kernels.grid import Grid
from detente.conflict.kernels.lowering import lower_by_improvements, lower_by_moves
from detente.conflict.kernels.sorting import sort_blocks
from detente.conflict.kernels.values import (
    best_of_block,
    cap_floor,
    floor_of_settings,
    judge,
    open_floor,
)
from detente.conflict.kernels.walks import ripple, walk

PASSES = 40
"""Passes over all blocks after which chains are long enough to walk them state by state."""

FEW = 32
"""When less than one in so many states changed, the changes are followed one by one."""

NARROW = 6
"""Widest setting, in bits, whose number and marks fit into one byte."""


class Solver:
    """Ranks on a grid, their blocks sorted, ready to be solved party by party.

    Parameters
    ----------
    grid : Grid
        The layout.
    rank : NDArray[np.int32]
        Shape (n, cells): every party's ranks, -1 in empty cells.
    full : bool
        No cell is empty.
    """

    def __init__(self, grid: Grid, rank: NDArray[np.int32], full: bool) -> None:
        self._grid = grid
        self._rank = rank
        self._full = full
        kind = np.uint8 if grid.lay[:, 1].max() <= NARROW else np.uint32
        self._end = (1 << 8 * kind().itemsize) - 1
        self._tied = (self._end + 1) // 2
        self._order = np.empty(rank.shape, kind)
        self._spare: list[NDArray[np.int32]] = []

    def sort(self, party: int) -> None:
        """Sort the blocks of `party`; to be done for every party before any is solved."""
        shift, width, _ = self._grid.lay[party].tolist()
        sort_blocks(self._rank[party], shift, width, self._tied, self._end, self._order[party])

    def solve(self, party: int) -> NDArray[np.uint8]:
        """Return the verdicts of every cell for `party`.

        Bit 0 is Nash, 1 GMR, 2 SMR, 3 SEQ, 4 symmetric SEQ; empty cells hold no meaning.
        """
        own = self._rank[party]
        shift, width, _ = self._grid.lay[party].tolist()
        verdicts = np.zeros(own.shape, np.uint8)
        try:
            scratch = self._spare.pop()
        except IndexError:
            scratch = np.empty((2, len(own), 2), np.int32)
        best, floor = scratch
        open_floor(own, own, floor)
        cap_floor(own, floor)
        self._best(party, floor, best)
        can_get = best[:, 0].copy()
        judge(own, best, 0, verdicts)
        for relation in range(2):
            if relation == 0 and self._free(party):
                floor_of_settings(shift, width, own, can_get, floor)
            else:
                open_floor(own, can_get, floor)
                self._settle(party, floor, improvements=relation == 1)
            cap_floor(own, floor)
            self._best(party, floor, best)
            if relation == 0:
                verdicts &= np.uint8(1)
            judge(own, best, 1 + 2 * relation, verdicts)
        self._spare.append(scratch)
        return verdicts

    def _free(self, party: int) -> bool:
        """Tell whether the opponents of `party` together can move anywhere within a setting."""
        groups = np.delete(self._grid.lay[:, 2], party)
        return self._full and bool((groups == 1).all())

    def _best(self, party: int, value: NDArray[np.int32], best: NDArray[np.int32]) -> None:
        """Write the highest `value` that `party` can move to, or stay at, from each state."""
        shift, width, groups = self._grid.lay[party].tolist()
        best_of_block(shift, width, groups, self._grid.spent[party], value, best)

    def _settle(self, party: int, floor: NDArray[np.int32], *, improvements: bool) -> None:
        """Lower `floor` until no opponent of `party` can lower it further."""
        opponents = [other for other in range(len(self._grid.lay)) if other != party]
        if not opponents:
            return
        settled = (
            self._settle_improvements(party, opponents, floor)
            if improvements
            else self._settle_moves(opponents, floor)
        )
        if not settled:
            for column in range(2):
                walk(
                    party,
                    improvements,
                    self._rank,
                    self._order,
                    self._grid.lay,
                    self._grid.spent,
                    self._tied,
                    self._end,
                    floor[:, column],
                )

    def _settle_moves(self, opponents: list[int], floor: NDArray[np.int32]) -> bool:
        """Pass over the opponents' moves until all is quiet; tell whether it became so."""
        quiet = 0
        for turn in range(PASSES * len(opponents)):
            other = opponents[turn % len(opponents)]
            shift, width, groups = self._grid.lay[other].tolist()
            changed = lower_by_moves(shift, width, groups, self._grid.spent[other], floor)
            quiet = 0 if changed else quiet + 1
            if quiet >= len(opponents) - 1 and turn >= len(opponents) - 1:
                return True
        return False

    def _settle_improvements(
        self, party: int, opponents: list[int], floor: NDArray[np.int32]
    ) -> bool:
        """Pass over the opponents' improvements; once little changes, follow just that."""
        lay, spent = self._grid.lay, self._grid.spent
        few = len(floor) // FEW + 1
        touched = np.empty((len(opponents), few + 1), np.int32)
        counts = [few + 1] * len(opponents)
        round_done = len(opponents) - 1
        for turn in range(PASSES * len(opponents)):
            k = turn % len(opponents)
            other = opponents[k]
            shift, width, groups = lay[other].tolist()
            counts[k] = lower_by_improvements(
                self._order[other],
                shift,
                width,
                self._tied,
                self._end,
                groups,
                spent[other],
                floor,
                touched[k],
            )
            # What changed a whole round ago has been handed on by everyone since.
            fresh = [row for row in range(len(opponents)) if row != (k + 1) % len(opponents)]
            recent = sum(counts[row] for row in fresh)
            if turn < round_done or recent > few:
                continue
            if recent == 0 or ripple(
                party,
                self._rank,
                self._order,
                lay,
                spent,
                self._tied,
                self._end,
                floor,
                np.concatenate([touched[row, : counts[row]] for row in fresh]),
            ):
                return True
            # What a ripple began and gave up, every opponent has to hand on.
            round_done = turn + len(opponents)
        return False
