"""Which states can be reached, and how: breadth-first over (state, last mover)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from detente.conflict.model import ConflictModel
from detente.conflict.moves import move_index, spent_options

NOWHERE = np.int32(2**31 - 1)


@dataclass(frozen=True, slots=True)
class Step:
    """One move: who makes it, from which state to which."""

    party: int
    from_: int
    to: int


class Search:
    """A breadth-first search from `start` by the moves or improvements of some parties.

    A party may move again, but never twice running. The search goes on only as far as asked.

    Parameters
    ----------
    model : ConflictModel
        The conflict.
    start : int
        The state it starts from, which counts as not reached until a move leads back to it.
    parties : sequence of int
        Who may move.
    improvements : bool
        Whether each step must be better than the state it leaves for its mover.
    held : NDArray[np.bool_], optional
        Shape (n, m): where a party does not leave a state; nowhere, if not given.
    """

    def __init__(
        self,
        model: ConflictModel,
        start: int,
        parties: Sequence[int],
        *,
        improvements: bool,
        held: NDArray[np.bool_] | None = None,
    ) -> None:
        self._model = model
        self._start = start
        self._parties = parties
        self._improvements = improvements
        self._held = held
        shape = len(model.parties), model.size
        self._depth = np.full(shape, NOWHERE)
        self._from = np.full(shape, -1, np.int32)
        self._before = np.full(shape, -1, np.int8)
        self._steps = 0
        self._frontier: dict[int, NDArray[np.int32]] = {-1: np.array([start], np.int32)}
        self.reached = np.zeros(model.size, np.bool_)

    def to_end(self) -> NDArray[np.bool_]:
        """Search all the way; return where a state is reached."""
        while self._frontier:
            self._advance()
        return self.reached

    @property
    def depth(self) -> NDArray[np.int32]:
        """Shape (n, m): the steps to each state with each party last; `NOWHERE` if not reached."""
        return self._depth

    def steps_from(
        self, states: NDArray[np.int32], party: int
    ) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        """Return all steps that `party` makes from `states`: where they start, where they lead."""
        if self._held is not None:
            states = states[~self._held[party, states]]
        position, to = move_index(self._model).from_many(states, party)
        came = states[position]
        if self._improvements:
            rank = self._model.ranks[party]
            better = rank[to] > rank[came]
            came, to = came[better], to[better]
        return came, to

    def path_to(self, targets: NDArray[np.bool_]) -> tuple[Step, ...] | None:
        """Return a shortest sequence of steps to one of `targets`, or `None`."""
        while not (self.reached & targets).any():
            if not self._frontier:
                return None
            self._advance()
        ends = np.flatnonzero(self.reached & targets)
        goal = int(ends[np.argmin(self._depth[:, ends].min(axis=0))])
        last = int(np.argmin(self._depth[:, goal]))
        steps: list[Step] = []
        while last >= 0:
            before = int(self._from[last, goal])
            steps.append(Step(last, before, goal))
            goal, last = before, int(self._before[last, goal])
        return tuple(reversed(steps))

    def _advance(self) -> None:
        """Go one step on from every node of the frontier."""
        self._steps += 1
        following: dict[int, NDArray[np.int32]] = {}
        for party in self._parties:
            found: list[NDArray[np.int32]] = []
            for last, states in self._frontier.items():
                if last == party:
                    continue
                came, to = self.steps_from(states, party)
                fresh = self._depth[party, to] == NOWHERE
                to, first = np.unique(to[fresh], return_index=True)
                self._depth[party, to] = self._steps
                self._from[party, to] = came[fresh][first]
                self._before[party, to] = last
                found.append(to)
            if found and sum(map(len, found)):
                following[party] = np.concatenate(found)
        for to in following.values():
            self.reached[to] = True
        self._frontier = following


def reachable(
    model: ConflictModel, start: int, by: Literal["moves", "improvements"] = "moves"
) -> NDArray[np.bool_]:
    """Return which states all parties together can bring about from `start`, itself included."""
    everyone = range(len(model.parties))
    if model.merged is not None:
        reached = Search(model, start, everyone, improvements=by == "improvements").to_end()
        reached[start] = True
        return reached
    reached = np.zeros(model.size, np.bool_)
    reached[start] = True
    quiet = 0
    while quiet < len(everyone):
        for party in everyone:
            rank = model.ranks[party] if by == "improvements" else None
            grown = _follow(model, party, rank, reached)
            quiet = quiet + 1 if grown.sum() == reached.sum() else 0
            reached = grown
            if quiet == len(everyone):
                break
    return reached


def _follow(
    model: ConflictModel,
    party: int,
    rank: NDArray[np.int32] | None,
    reached: NDArray[np.bool_],
) -> NDArray[np.bool_]:
    """Return `reached` with the states that one move of `party` leads to from it.

    With a `rank` only moves that improve on it count.
    """
    key, order = move_index(model).block_order(party)
    first = np.flatnonzero(np.diff(key, prepend=-1))
    sizes = np.diff(np.append(first, len(key)))
    height = np.zeros(model.size, np.int32) if rank is None else rank
    used = spent_options(model, party)
    grown = reached.copy()
    for group in np.unique(used).tolist():
        source = np.where(reached & (used & ~group == 0), height, NOWHERE)[order]
        least = np.repeat(np.minimum.reduceat(source, first), sizes)
        better = height[order] >= least if rank is None else height[order] > least
        grown[order[better & (used[order] == group)]] = True
    return grown
