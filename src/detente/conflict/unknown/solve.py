"""Stability where some orders are known in part: the four extensions of the four concepts.

A step of the others answers an improvement sequentially if it is better *or unknown* for its
mover, in all four extensions. Sets of states are rows of packed bits.

References
----------
Li, Hipel, Kilgour & Fang (2004), "Preference uncertainty in the graph model for conflict
resolution", IEEE Transactions on Systems, Man, and Cybernetics A 34, 507-520.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from detente.conflict.model import ConflictModel
from detente.conflict.moves import list_moves
from detente.conflict.unknown.extensions import EXTENSIONS, Extensions

ROOM = 1 << 26
"""Bytes that are gathered at once."""

Truth = NDArray[np.bool_]
Bits = NDArray[np.uint8]


@dataclass(frozen=True, eq=False, slots=True)
class _Steps:
    """Moves as pairs of states, by rising source."""

    source: NDArray[np.int64]
    to: NDArray[np.int32]

    def where(self, chosen: Truth) -> _Steps:
        return _Steps(self.source[chosen], self.to[chosen])

    def chunks(self, width: int) -> Iterator[tuple[slice, NDArray[np.int64], NDArray[np.int64]]]:
        """Yield stretches of the steps of whole sources, each source's start, and the sources.

        A stretch has as many steps as rows of `width` bytes fit into the room, but one source at
        least.
        """
        starts = np.flatnonzero(np.diff(self.source, prepend=-1))
        ends = np.append(starts[1:], len(self.source))
        first = 0
        while first < len(starts):
            room = starts[first] + max(ROOM // width, 1)
            last = max(int(np.searchsorted(ends, room, side="right")), first + 1)
            stretch = slice(int(starts[first]), int(ends[last - 1]))
            yield stretch, starts[first:last] - starts[first], self.source[starts[first:last]]
            first = last


def solve_unknown(model: ConflictModel) -> Extensions:
    """Return the stability of every state for every party under every extension.

    Raises
    ------
    SizeError
        If there are too many moves to list.
    """
    n, m = model.ranks.shape
    moves = []
    for listed in list_moves(model):
        moves.append(_Steps(np.repeat(np.arange(m), np.diff(listed.start)), listed.to))
    tempting = [
        steps.where(~_known_no_better(model, party)[steps.source, steps.to])
        for party, steps in enumerate(moves)
    ]
    verdicts = np.zeros((len(EXTENSIONS), n, m), np.uint8)
    for party in range(n):
        others = [other for other in range(n) if other != party]
        by_moves = _joint([moves[other] for other in others], m)
        by_tempting = _joint([tempting[other] for other in others], m)
        known = _known_no_better(model, party)
        certain = _better(model, party)
        leaving = (
            tempting[party],
            tempting[party].where(certain[tempting[party].to, tempting[party].source]),
        )
        for wide, no_better in enumerate((known, ~certain.T)):
            ends = np.packbits(no_better, axis=1)
            hopeless = np.packbits(no_better & ~_escapes(no_better, moves[party]), axis=1)
            for narrow, steps in enumerate(leaving):
                row = verdicts[2 * wide + narrow, party]
                row |= _without(steps, np.zeros(len(steps.to), np.bool_), m)
                for bit, (answers, deters) in enumerate(
                    ((by_moves, ends), (by_moves, hopeless), (by_tempting, ends)), start=1
                ):
                    deterred = _meet(steps, answers, deters)
                    row |= _without(steps, deterred, m) << np.uint8(bit)
    verdicts.setflags(write=False)
    return Extensions(verdicts)


def _better(model: ConflictModel, party: int) -> Truth:
    """Return where s is known to be better than t, shape (m, m)."""
    known = model.partial.get(party)
    if known is not None:
        return known
    rank = model.ranks[party]
    better: Truth = rank[:, None] > rank
    return better


def _known_no_better(model: ConflictModel, party: int) -> Truth:
    """Return where t is known to be no better than s, at (s, t): less, or equal."""
    known = model.partial.get(party)
    if known is not None:
        less: Truth = known | np.eye(model.size, dtype=np.bool_)
        return less
    rank = model.ranks[party]
    less_or_equal: Truth = rank[:, None] >= rank
    return less_or_equal


def _joint(steps: list[_Steps], size: int) -> Bits:
    """Return the joint list of each state as packed bits: nobody moves twice running."""
    alone = np.packbits(np.eye(size, dtype=np.bool_), axis=1)
    lead = [np.zeros_like(alone) for _ in steps]
    stale = [True] * len(steps)
    while any(stale):
        for j, own in enumerate(steps):
            if not stale[j]:
                continue
            stale[j] = False
            after = alone.copy()
            for k in range(len(steps)):
                if k != j:
                    after |= lead[k]
            grown = _gathered(own, after)
            if (grown != lead[j]).any():
                lead[j] = grown
                stale = [old or k != j for k, old in enumerate(stale)]
    found = np.zeros_like(alone)
    for one in lead:
        found |= one
    return found


def _gathered(steps: _Steps, values: Bits) -> Bits:
    """Return for each source the union of the `values` of the states that its steps lead to."""
    found = np.zeros_like(values)
    for stretch, starts, sources in steps.chunks(values.shape[1]):
        found[sources] = np.bitwise_or.reduceat(values[steps.to[stretch]], starts)
    return found


def _escapes(no_better: Truth, moves: _Steps) -> Truth:
    """Return where a move from t leads out of the states no better than s, at (s, t)."""
    out = np.packbits(~no_better.T, axis=1)
    size = len(no_better)
    return np.unpackbits(_gathered(moves, out), axis=1, count=size).astype(np.bool_).T


def _meet(steps: _Steps, answers: Bits, deters: Bits) -> Truth:
    """Return for each step from s to q whether an answer to q is among those that deter at s."""
    found = np.zeros(len(steps.to), np.bool_)
    for stretch, _, _ in steps.chunks(2 * answers.shape[1]):
        met = answers[steps.to[stretch]] & deters[steps.source[stretch]]
        found[stretch] = met.any(axis=1)
    return found


def _without(steps: _Steps, deterred: Truth, size: int) -> NDArray[np.uint8]:
    """Return 1 for each state none of whose steps is left once the deterred ones are not made."""
    stable = np.ones(size, np.uint8)
    stable[steps.source[~deterred]] = 0
    return stable
