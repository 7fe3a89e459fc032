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

import numpy as np
from numpy.typing import NDArray

from detente.conflict.model import ConflictModel, Patterns
from detente.conflict.moves import count_moves, list_moves

MAX_COMBINATIONS = 1 << 25
"""Combinations of improvements, over all states, above which SIM is not computed."""

MAX_LISTED = 1 << 22
"""Moves above which combinations are not even counted."""

BATCH = 1 << 20


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
    if combinations.sum() > MAX_COMBINATIONS:
        return None
    edges = np.searchsorted(
        np.cumsum(combinations), np.arange(BATCH, combinations.sum() + BATCH, BATCH), side="left"
    )
    stable = np.ones((len(model.parties), model.size), np.bool_)
    first = 0
    for last in np.unique(np.append(edges + 1, model.size)).tolist():
        last = min(last, model.size)
        if last > first:
            _solve_batch(model, choices, first, last, stable)
        first = last
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


def _solve_batch(
    model: ConflictModel,
    choices: list[tuple[NDArray[np.int64], Patterns]],
    first: int,
    last: int,
    stable: NDArray[np.bool_],
) -> None:
    """Write the stability of the states from `first` to before `last`."""
    state = np.arange(first, last)
    joint = model.states[first:last]
    chosen: list[NDArray[np.int64]] = []
    for start, flips in choices:
        counts = start[state + 1] - start[state]
        within = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
        choice = np.repeat(start[state], counts) + within
        state = np.repeat(state, counts)
        joint = np.repeat(joint, counts) ^ flips[choice]
        chosen = [np.repeat(column, counts) for column in chosen]
        chosen.append(choice)
    at = np.minimum(np.searchsorted(model.states, joint), model.size - 1)
    feasible = model.states[at] == joint
    for party, (start, flips) in enumerate(choices):
        rank = model.ranks[party]
        deters = feasible & (rank[at] <= rank[state])
        deterred = np.zeros(len(flips), np.bool_)
        deterred[chosen[party][deters]] = True
        owner = np.repeat(np.arange(first, last), np.diff(start[first : last + 1]))
        span = slice(int(start[first]), int(start[last]))
        open_change = ~deterred[span] & (flips[span] != 0)
        stable[party, owner[open_change]] = False
