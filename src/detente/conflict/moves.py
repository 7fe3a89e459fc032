"""Who can move where: explicit lists of moves, asked for one state or built for all."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from detente.conflict.model import DROPPED, FREE, ConflictModel, Patterns
from detente.errors import Fault, SizeError

Cells = NDArray[np.int32]

MAX_MOVES = 1 << 26
"""Moves of all parties together that may be listed."""


@dataclass(frozen=True, eq=False, slots=True)
class MoveList:
    """All moves of one party: those from state s lead to ``to[start[s]:start[s + 1]]``."""

    start: NDArray[np.int64]
    to: Cells


class MoveIndex:
    """The moves of a model, looked up state by state without listing them all."""

    def __init__(self, model: ConflictModel) -> None:
        self._model = model
        self._patterns = model.states if model.merged is None else model.merged.patterns
        self._own = [model.own_bits(party) for party in range(len(model.parties))]
        self._sorted: dict[int, tuple[Patterns, NDArray[np.int64]]] = {}
        self._by_state = (
            None if model.merged is None else np.argsort(model.merged.state_of, kind="stable")
        )

    def moves(self, state: int, party: int) -> Cells:
        """Return the states that `party` can move to from `state`, rising."""
        _, to = self.from_many(np.array([state], np.int32), party)
        return to

    def improvements(self, state: int, party: int) -> Cells:
        """Return the states that `party` can improve to from `state`, rising."""
        to = self.moves(state, party)
        rank = self._model.ranks[party]
        better: Cells = to[rank[to] > rank[state]]
        return better

    def from_many(self, states: Cells, party: int) -> tuple[NDArray[np.int64], Cells]:
        """Return all moves of `party` from `states`: positions in `states`, and where they lead.

        Moves are sorted by position, then target; none stands twice.
        """
        merged = self._model.merged
        if merged is None or self._by_state is None:
            position, at = np.arange(len(states)), states.astype(np.int64)
        else:
            first = np.searchsorted(merged.state_of[self._by_state], states)
            last = np.searchsorted(merged.state_of[self._by_state], states, side="right")
            position, within = _spread(last - first)
            at = self._by_state[first[position] + within]
        key, order = self.block_order(party)
        rest = self._patterns[at] & ~self._own[party]
        first = np.searchsorted(key, rest)
        row, within = _spread(np.searchsorted(key, rest, side="right") - first)
        to = order[first[row] + within]
        keep = to != at[row]
        if (self._model.one_way != FREE).any():
            keep &= ~undone(self._model, self._patterns[at[row]], self._patterns[to])
        position, to = position[row[keep]], to[keep]
        if merged is not None:
            to = merged.state_of[to].astype(np.int64)
            pair = np.unique(position * self._model.size + to)
            position, to = np.divmod(pair, self._model.size)
            proper = to != states[position]
            position, to = position[proper], to[proper]
        return position, to.astype(np.int32)

    def block_order(self, party: int) -> tuple[Patterns, NDArray[np.int64]]:
        """Return every pattern without the party's options, sorted, and the order that sorts."""
        if party not in self._sorted:
            key = self._patterns & ~self._own[party]
            order = np.argsort(key, kind="stable")
            self._sorted[party] = key[order], order
        return self._sorted[party]


def _spread(sizes: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return, for ragged rows of these `sizes`, the row of each entry and its place in the row."""
    row = np.repeat(np.arange(len(sizes)), sizes)
    return row, np.arange(len(row)) - np.repeat(np.cumsum(sizes) - sizes, sizes)


def undone(model: ConflictModel, before: Patterns | int, after: Patterns) -> NDArray[np.bool_]:
    """Return where going from `before` to `after` would reverse a one-way option."""
    wrong = np.zeros(np.shape(after), np.bool_)
    for option in np.flatnonzero(model.one_way != FREE).tolist():
        was, now = before >> option & 1, after >> option & 1
        wrong |= (now > was) if model.one_way[option] == DROPPED else (now < was)
    return wrong


def spent_options(model: ConflictModel, party: int) -> Patterns:
    """Return, for each state, the one-way options of `party` that it has used up, as bits.

    The party can move from one state to another only if the other has used up at least the same.
    """
    bits = np.zeros(model.size, np.int64)
    for option in np.flatnonzero((model.owner == party) & (model.one_way != FREE)).tolist():
        taken = model.states >> option & 1
        bits |= (1 - taken if model.one_way[option] == DROPPED else taken) << option
    return bits


@lru_cache(maxsize=4)
def move_index(model: ConflictModel) -> MoveIndex:
    """Return the index of `model`'s moves; the last few models keep theirs."""
    return MoveIndex(model)


def moves(model: ConflictModel, state: int, party: int) -> Cells:
    """Return the states that `party` can move to from `state`, rising."""
    return move_index(model).moves(state, party)


def improvements(model: ConflictModel, state: int, party: int) -> Cells:
    """Return the states that `party` can improve to from `state`, rising."""
    return move_index(model).improvements(state, party)


def count_moves(model: ConflictModel) -> int:
    """Return an upper bound of the moves of all parties, exact without one-way options."""
    index = move_index(model)
    total = 0
    for party in range(len(model.parties)):
        key, _ = index.block_order(party)
        sizes = np.diff(np.flatnonzero(np.diff(key, prepend=-1, append=-1)))
        total += int((sizes.astype(np.int64) * (sizes - 1)).sum())
    return total


def list_moves(model: ConflictModel) -> tuple[MoveList, ...]:
    """Return every party's moves as lists.

    Raises
    ------
    SizeError
        If there are more than `MAX_MOVES`.
    """
    number = count_moves(model)
    if number > MAX_MOVES:
        raise SizeError(
            [
                Fault(
                    "",
                    0,
                    0,
                    "too-many-moves",
                    f"the parties have {number:,} moves, more than the {MAX_MOVES:,} that can be "
                    "listed for merged states or for options that are mostly ruled out",
                    "Leave out options that matter little, or merge fewer states",
                )
            ]
        )
    return tuple(_list_moves_of(model, party) for party in range(len(model.parties)))


def _list_moves_of(model: ConflictModel, party: int) -> MoveList:
    states = np.arange(model.size, dtype=np.int32)
    position, to = move_index(model).from_many(states, party)
    counts = np.bincount(position, minlength=model.size)
    start = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
    return MoveList(start, to)
