"""Shortest paths by a search over nodes (state, last mover), for any conflict.

With merged states a party's chain of moves need not be one move, so who moved last matters: the
same party does not move twice running.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from detente.conflict.model import ConflictModel
from detente.conflict.moves import move_index
from detente.conflict.paths.routes import MANY, Routes, how_many
from detente.conflict.reach import NOWHERE, Search

Arcs = tuple[NDArray[np.int32], NDArray[np.int32]]
"""Where steps start and where they lead, sorted by the latter."""


class NodePaths:
    """Searches from one state over nodes (state, last mover).

    Parameters
    ----------
    model : ConflictModel
        The conflict.
    start : int
        The state that paths start from.
    verdicts : NDArray[np.uint8]
        Shape (n, m): the stability of each state for each party.
    bit : int
        The concept under which a state must be unstable for whoever leaves it, as a bit.
    """

    def __init__(
        self, model: ConflictModel, start: int, verdicts: NDArray[np.uint8], bit: int
    ) -> None:
        self._model = model
        self._start = start
        self._held = (verdicts & np.uint8(bit)).astype(np.bool_)
        self._searches: dict[str, Search] = {}

    def distances(self, relation: str) -> NDArray[np.int32]:
        """Return how many steps of `relation` each state is away, shape (m,); -1: not reached."""
        search = Search(
            self._model,
            self._start,
            range(len(self._model.parties)),
            improvements=relation != "moves",
            held=self._held if relation == "unstable" else None,
        )
        search.to_end()
        self._searches[relation] = search
        return self._away(search)

    def routes(self, relation: str, targets: NDArray[np.int32]) -> Routes:
        """Return the shortest paths to `targets` by a `relation` that was searched before."""
        search = self._searches[relation]
        return _Ways(search, self._start, self._away(search), targets).routes(targets)

    def _away(self, search: Search) -> NDArray[np.int32]:
        distance: NDArray[np.int32] = search.depth.min(axis=0)
        distance[distance == NOWHERE] = -1
        distance[self._start] = 0
        return distance

    def without_moves(self) -> NDArray[np.int32]:
        """Return the states that no party has a move from, rising."""
        states = np.arange(self._model.size, dtype=np.int32)
        left = np.zeros(self._model.size, np.bool_)
        for party in range(len(self._model.parties)):
            position, _ = move_index(self._model).from_many(states, party)
            left[position] = True
        return np.flatnonzero(~left).astype(np.int32)


class _Ways:
    """The steps of all shortest paths to some states, and how many paths end at each node."""

    def __init__(
        self,
        search: Search,
        start: int,
        distance: NDArray[np.int32],
        targets: NDArray[np.int32],
    ) -> None:
        self._depth = search.depth
        self._start = start
        self._distance = distance
        self._parties = range(len(search.depth))
        self._arcs: dict[tuple[int, int], Arcs] = {}
        self._trace(search, targets)
        self._count = np.zeros(search.depth.shape, np.int64)
        for level, party in reversed(self._arcs):
            came, to = self._arcs[level, party]
            np.add.at(self._count[party], to, self._before(came, level - 1, party))
            np.minimum(self._count[party], MANY, out=self._count[party])

    def _trace(self, search: Search, targets: NDArray[np.int32]) -> None:
        """Keep the steps that lead to `targets` on a shortest path, farthest first."""
        away = self._distance[targets]
        wanted = np.zeros(self._depth.shape, np.bool_)
        for party in self._parties:
            wanted[party, targets] = (self._depth[party, targets] == away) & (away > 0)
        for level in range(int(away.max(initial=0)), 0, -1):
            for party in self._parties:
                goal = wanted[party] & (self._depth[party] == level)
                if not goal.any():
                    continue
                came, to = search.steps_from(self._nearer(level - 1, party), party)
                came, to = came[goal[to]], to[goal[to]]
                order = np.argsort(to, kind="stable")
                self._arcs[level, party] = came[order], to[order]
                for last in self._parties:
                    if last != party:
                        wanted[last, came[self._depth[last, came] == level - 1]] = True

    def _nearer(self, level: int, party: int) -> NDArray[np.int32]:
        """Return the states at `level` where somebody other than `party` moved last."""
        if level == 0:
            return np.array([self._start], np.int32)
        here = self._depth == level
        here[party] = False
        return np.flatnonzero(here.any(axis=0)).astype(np.int32)

    def _before(self, states: NDArray[np.int32], level: int, party: int) -> NDArray[np.int64]:
        """Return how many shortest paths lead to each of `states`, `party` not moving last."""
        if level == 0:
            return np.ones(len(states), np.int64)
        ways = np.where(self._depth[:, states] == level, self._count[:, states], 0)
        ways[party] = 0
        total: NDArray[np.int64] = ways.sum(axis=0)
        return total

    def routes(self, targets: NDArray[np.int32]) -> Routes:
        """Return how many shortest paths lead to each of `targets`, and list some."""
        length = self._distance[targets]
        pairs = list(zip(targets.tolist(), length.tolist(), strict=True))
        count = np.array([self._number(*pair) for pair in pairs], np.int64)
        listed, at = how_many(count, length)
        steps = [
            step
            for pair, number in zip(pairs, listed.tolist(), strict=True)
            for rank in range(number)
            for step in self._path(*pair, rank)
        ]
        movers = np.array([party for party, _ in steps], np.int8)
        to = np.array([state for _, state in steps], np.int32)
        return Routes(self._start, targets, length, count, listed, at, movers, to)

    def _number(self, state: int, level: int) -> int:
        if level <= 0:
            return level + 1
        return min(MANY, sum(ways for _, ways in self._ends(state, level, -1)))

    def _ends(self, state: int, level: int, after: int) -> list[tuple[int, int]]:
        """Return who, other than `after`, moves last to `state`, and on how many paths."""
        return [
            (party, int(self._count[party, state]))
            for party in self._parties
            if party != after and self._depth[party, state] == level
        ]

    def _path(self, state: int, level: int, number: int) -> list[tuple[int, int]]:
        """Return the path of that `number` to `state`: who moves, and where that leads."""
        path: list[tuple[int, int]] = []
        after = -1
        while level > 0:
            party, number = _pick(self._ends(state, level, after), number)
            path.append((party, state))
            came, to = self._arcs[level, party]
            first, last = np.searchsorted(to, [state, state + 1])
            level -= 1
            ways = self._before(came[first:last], level, party).tolist()
            state, number = _pick(list(zip(came[first:last].tolist(), ways, strict=True)), number)
            after = party
        return path[::-1]


def _pick(choices: list[tuple[int, int]], number: int) -> tuple[int, int]:
    """Return the choice that path `number` takes, each taken by so many, and its number there."""
    for choice, ways in choices[:-1]:
        if number < ways:
            return choice, number
        number -= ways
    return choices[-1][0], number
