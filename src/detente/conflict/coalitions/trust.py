"""Who must trust whom on the way of a coalition from one state to another.

A coalition moves step by step, and each step is some member's own. Before each step but the
first, the member whose turn it is may stop instead. It is *tempted* if the state it would stop
at is better for it than the end of the way. The step is a *sacrifice* if what it leads to is
worse for its mover than what it leaves. Every member that would then be worse off than at the
start has to *trust* it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import permutations

import numpy as np

from detente.conflict.coalitions.masks import members
from detente.conflict.model import FREE, ConflictModel
from detente.conflict.moves import undone
from detente.conflict.reach import Search, Step

MAX_ORDERS_OF = 7
"""Up to this many members every order of their steps is compared (5,040 of seven)."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A member's turn to carry on, or to stop where the way has led so far.

    Parameters
    ----------
    party : int
        Whose turn it is.
    at : int
        The state it could stop at.
    tempted : bool
        Whether stopping is better for it than the end of the way.
    sacrifice : bool
        Whether its own next step makes things worse for it, until others follow.
    exposed : tuple of int
        The members that would be worse off than at the start if it stopped, itself left out.
    """

    party: int
    at: int
    tempted: bool
    sacrifice: bool
    exposed: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """A shortest joint way of a coalition, and who must trust whom on it.

    Parameters
    ----------
    steps : tuple of Step
        The moves, in order.
    turns : tuple of Turn
        One for each step but the first.
    compared : int
        The number of shortest ways that were compared; this one asks for the least trust.
    better, worse : tuple of int
        The parties outside the coalition that would be better or worse off at the end.
    """

    steps: tuple[Step, ...]
    turns: tuple[Turn, ...]
    compared: int
    better: tuple[int, ...]
    worse: tuple[int, ...]

    def trust(self, tempted: bool) -> tuple[tuple[int, int], ...]:
        """Return who must trust whom, as pairs each once, in the order of the turns.

        Either where the one trusted is tempted to stop, or where it is not.
        """
        pairs = {
            (exposed, turn.party): None
            for turn in self.turns
            if turn.tempted == tempted
            for exposed in turn.exposed
        }
        return tuple(pairs)


def find_way(model: ConflictModel, start: int, end: int, mask: int) -> Way:
    """Return the shortest joint way of a coalition that asks for the least trust.

    Where each member whose part differs can move once, straight to its part of the end, the
    orders of these moves are shortest ways, and all are compared: first by the members that must
    trust one who is tempted to stop, then by those tempted, those exposed and the sacrifices.
    Elsewhere (a detour around infeasible states, too many members, ends that are merged states)
    some shortest way is told.

    Parameters
    ----------
    model : ConflictModel
        The conflict.
    start, end : int
        The states; the coalition must be able to reach the end.
    mask : int
        The coalition, as bits.
    """
    found = _direct_ways(model, start, end, mask)
    if not found or model.merged is not None:
        search = Search(model, start, members(mask), improvements=False)
        target = np.zeros(model.size, np.bool_)
        target[end] = True
        some = search.path_to(target) or ()
        # Through merged states a way can be shorter than one move for each who must move.
        if not found or len(some) < len(found[0]):
            found = [some]
    ways = [judged_way(model, start, end, mask, steps) for steps in found]
    best = min(ways, key=_asks)
    return replace(best, compared=len(ways))


def _asks(way: Way) -> tuple[int, int, int, int]:
    """Return how much trust a way asks for."""
    return (
        len(way.trust(tempted=True)),
        sum(turn.tempted for turn in way.turns),
        sum(len(turn.exposed) for turn in way.turns),
        sum(turn.sacrifice for turn in way.turns),
    )


def _direct_ways(model: ConflictModel, start: int, end: int, mask: int) -> list[tuple[Step, ...]]:
    """Return the ways on which each member moves at most once, straight to its part of the end."""
    if model.merged is not None and model.merged.varying[[start, end]].any():
        return []
    here, there = int(model.states[start]), int(model.states[end])
    own = {party: model.own_bits(party) for party in members(mask)}
    movers = [party for party, bits in own.items() if (here ^ there) & bits]
    if (here ^ there) & ~sum(own.values()):  # reached through a merged state
        return []
    if len(movers) > MAX_ORDERS_OF:
        return []
    if (model.one_way != FREE).any() and undone(model, here, np.array([there])).any():
        return []
    places: dict[int, int | None] = {}
    found = []
    for order in permutations(movers):
        steps = []
        state, pattern = start, here
        for party in order:
            pattern = (pattern & ~own[party]) | (there & own[party])
            if pattern not in places:
                places[pattern] = _state_of(model, pattern)
            reached = places[pattern]
            if reached is None:
                break
            steps.append(Step(party, state, reached))
            state = reached
        if len(steps) == len(movers):
            found.append(tuple(steps))
    return found


def _state_of(model: ConflictModel, pattern: int) -> int | None:
    """Return the state of a pattern, or `None` if it is not feasible."""
    patterns = model.states if model.merged is None else model.merged.patterns
    place = int(np.searchsorted(patterns, pattern))
    if place == len(patterns) or int(patterns[place]) != pattern:
        return None
    return place if model.merged is None else int(model.merged.state_of[place])


def judged_way(
    model: ConflictModel, start: int, end: int, mask: int, steps: tuple[Step, ...]
) -> Way:
    """Return the way of a coalition by these `steps`, with who must trust whom on it."""
    rank = model.ranks
    turns = []
    for step in steps[1:]:
        here, mover = step.from_, step.party
        turns.append(
            Turn(
                party=mover,
                at=here,
                tempted=bool(rank[mover, here] > rank[mover, end]),
                sacrifice=bool(rank[mover, step.to] < rank[mover, here]),
                exposed=tuple(
                    party
                    for party in members(mask)
                    if party != mover and rank[party, here] < rank[party, start]
                ),
            )
        )
    gain = (rank[:, end] - rank[:, start]).tolist()
    outside = [party for party in range(len(gain)) if not mask >> party & 1]
    return Way(
        steps=steps,
        turns=tuple(turns),
        compared=1,
        better=tuple(party for party in outside if gain[party] > 0),
        worse=tuple(party for party in outside if gain[party] < 0),
    )
