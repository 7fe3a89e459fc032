"""The shortest paths to some states: how long they are, how many, and some of them step by step."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from detente.conflict.reach import Step

RELATIONS = ("moves", "improvements", "unstable")
"""What a step may be: any move; an improvement; an improvement from a state that is unstable for
its mover. Each is among those before it."""

Path = tuple[Step, ...]

LISTED_PATHS = 10
"""Shortest paths to one state by one relation that are listed; all are counted."""

LISTED_STEPS = 1 << 18
"""Steps of all listed paths by one relation together; the paths to nearer states come first."""

MANY = 1_000_000_000
"""Paths are counted up to here."""


@dataclass(frozen=True, eq=False, slots=True)
class Routes:
    """The shortest paths from one state to t others by one relation.

    Parameters
    ----------
    start : int
        Where they start.
    targets : NDArray[np.int32]
        Shape (t,): where they lead.
    length : NDArray[np.int32]
        Shape (t,): their number of steps; -1 where there is none.
    count : NDArray[np.int64]
        Shape (t,): how many there are; `MANY` stands for as many or more.
    listed : NDArray[np.int64]
        Shape (t,): how many are listed.
    at : NDArray[np.int64]
        Shape (t,): where the steps of the first listed path stand; those of the others follow.
    movers : NDArray[np.int8]
        Who makes each step.
    to : NDArray[np.int32]
        The state that each step leads to.
    """

    start: int
    targets: NDArray[np.int32]
    length: NDArray[np.int32]
    count: NDArray[np.int64]
    listed: NDArray[np.int64]
    at: NDArray[np.int64]
    movers: NDArray[np.int8]
    to: NDArray[np.int32]

    def paths(self, k: int) -> tuple[Path, ...]:
        """Return the listed paths to the k-th target, sorted by their movers and states."""
        length, at = int(self.length[k]), int(self.at[k])
        ends = range(at, at + length * int(self.listed[k]), length) if length > 0 else ()
        found = [self._path(first, length) for first in ends]
        if length == 0:
            found = [()] * int(self.listed[k])
        return tuple(sorted(found, key=lambda path: [(s.party, s.to) for s in path]))

    def _path(self, first: int, length: int) -> Path:
        to = self.to[first : first + length].tolist()
        movers = self.movers[first : first + length].tolist()
        return tuple(map(Step, movers, [self.start, *to], to))


def how_many(
    count: NDArray[np.int64], length: NDArray[np.int32]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return how many paths to list to each target, and where the steps of each target begin.

    Parameters
    ----------
    count : NDArray[np.int64]
        Shape (t,): how many shortest paths there are.
    length : NDArray[np.int32]
        Shape (t,): their length, -1 where there is none.
    """
    listed = np.minimum(count, LISTED_PATHS)
    nearest = np.argsort(length, kind="stable")
    steps = listed * np.maximum(length, 0)
    beyond = np.cumsum(steps[nearest]) > LISTED_STEPS
    listed[nearest[beyond]] = 0
    steps = listed * np.maximum(length, 0)
    return listed, np.cumsum(steps) - steps
