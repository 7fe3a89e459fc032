"""Simultaneous stability (SIM): what becomes of a move if the others move at the same moment.

A party's improvement q from s is deterred if some choice of improvements by the others from s
(each may also stay), carried out together with q, gives a feasible state that is no better for
the party than s. Every improvement is tested against every combination [1]_. Fraser and Hipel
apply the concept only where two parties are sequentially unstable at the same state; here it is
given for all states.

References
----------
.. [1] Fraser & Hipel (1984), "Conflict Analysis: Models and Resolutions", North-Holland.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from detente.conflict.model import ConflictModel, Patterns
from detente.conflict.moves import count_moves, list_moves

MAX_COMBINATIONS = 1 << 25
"""Combinations of improvements, over all states, above which SIM is not computed; no state
counts more than there are states to end in."""

MAX_LISTED = 1 << 22
"""Moves above which combinations are not even counted."""

BATCH = 1 << 18
"""Combinations looked at together, so that they stay in the processor's cache."""

TABLE_OPTIONS = 22
"""Up to this many options a table of all patterns finds a state."""


def simultaneous_bits(model: ConflictModel) -> NDArray[np.uint8] | None:
    """Return the verdicts under SIM, shape (n, m): bit 5 where the party is stable.

    `None` where it cannot be computed: merged states have no option vector to add up, and very
    large models have too many combinations.
    """
    if model.merged is not None or count_moves(model) > MAX_LISTED:
        return None
    choices = _improvements(model)
    combinations = np.ones(model.size, np.float64)
    for start, _ in choices:
        combinations *= np.diff(start)
    wide = combinations > model.size
    combinations[wide] = model.size
    if combinations.sum() > MAX_COMBINATIONS:
        return None
    edges = np.searchsorted(
        np.cumsum(combinations), np.arange(BATCH, combinations.sum() + BATCH, BATCH), side="left"
    )
    find = _finder(model)
    stable = np.ones((len(model.parties), model.size), np.bool_)
    first = 0
    for last in np.unique(np.append(edges + 1, model.size)).tolist():
        last = min(last, model.size)
        if last > first:
            narrow = np.arange(first, last, dtype=np.int32)[~wide[first:last]]
            _solve_batch(model, choices, find, first, last, narrow, stable)
        first = last
    for state in np.flatnonzero(wide).tolist():
        _solve_wide(model, choices, state, stable)
    return stable.view(np.uint8) << np.uint8(5)


def _improvements(model: ConflictModel) -> list[tuple[NDArray[np.int64], Patterns]]:
    """Return for each party the changes (as bits to flip) it may choose in each state.

    The first choice of every state is to stay.
    """
    found = []
    for party, moves in enumerate(list_moves(model)):
        source = np.repeat(np.arange(model.size), np.diff(moves.start))
        better = model.ranks[party][moves.to] > model.ranks[party][source]
        source, to = source[better], moves.to[better]
        counts = np.bincount(source, minlength=model.size) + 1
        start = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
        flips = np.zeros(start[-1], np.int64)
        place = np.ones(len(flips), np.bool_)
        place[start[:-1]] = False
        flips[place] = model.states[source] ^ model.states[to]
        found.append((start, flips))
    return found


def _finder(model: ConflictModel) -> Callable[[Patterns], NDArray[np.int32]]:
    """Return the function from patterns to states, -1 where a pattern is infeasible."""
    if len(model.options) <= TABLE_OPTIONS:
        table = np.full(1 << len(model.options), -1, np.int32)
        table[model.states] = np.arange(model.size, dtype=np.int32)
        return table.__getitem__

    def find(patterns: Patterns) -> NDArray[np.int32]:
        at = np.minimum(np.searchsorted(model.states, patterns), model.size - 1)
        return np.where(model.states[at] == patterns, at, -1).astype(np.int32)

    return find


def _solve_batch(
    model: ConflictModel,
    choices: list[tuple[NDArray[np.int64], Patterns]],
    find: Callable[[Patterns], NDArray[np.int32]],
    first: int,
    last: int,
    state: NDArray[np.int32],
    stable: NDArray[np.bool_],
) -> None:
    """Write the stability of each `state`, all of them from `first` to before `last`."""
    joint = model.states[state]
    chosen: list[NDArray[np.int32]] = []
    for start, flips in choices:
        counts = start[state + 1] - start[state]
        within = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
        choice = (np.repeat(start[state], counts) + within).astype(np.int32)
        state = np.repeat(state, counts)
        joint = np.repeat(joint, counts) ^ flips[choice]
        chosen = [np.repeat(column, counts) for column in chosen]
        chosen.append(choice)
    at = find(joint)
    feasible = at >= 0
    for party, (start, flips) in enumerate(choices):
        rank = model.ranks[party]
        deters = feasible & (rank[at] <= rank[state])
        deterred = np.zeros(len(flips), np.bool_)
        deterred[chosen[party][deters]] = True
        owner = np.repeat(np.arange(first, last), np.diff(start[first : last + 1]))
        span = slice(int(start[first]), int(start[last]))
        open_change = ~deterred[span] & (flips[span] != 0)
        stable[party, owner[open_change]] = False


def _solve_wide(
    model: ConflictModel,
    choices: list[tuple[NDArray[np.int64], Patterns]],
    state: int,
    stable: NDArray[np.bool_],
) -> None:
    """Write the stability of a `state` with fewer states to end in than combinations of choices.

    A state is an end if each party's part of it is one that the party may choose.
    """
    parts, ends = [], np.ones(model.size, np.bool_)
    for party, (start, flips) in enumerate(choices):
        bits = model.own_bits(party)
        parts.append((model.states[state] ^ flips[start[state] : start[state + 1]]) & bits)
        ends &= np.isin(model.states & bits, parts[-1])
    for party, rank in enumerate(model.ranks):
        deterring = model.states[ends & (rank <= rank[state])] & model.own_bits(party)
        stable[party, state] = np.isin(parts[party][1:], deterring).all()
