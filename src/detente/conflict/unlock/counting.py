"""In how many strict rankings of one party a state is stable for it.

Rank the m states at random, each order as likely as any other. Given that the target stands at
height y (the chance that another state stands below it), the other states are preferred to it
or not independently of each other. Stability asks that for each move q that is preferred some
sanction is not; its chance is a polynomial in y with integer coefficients, found by inclusion
and exclusion over the moves, and its integral over y, times m!, is the number of rankings.
Nothing is sampled and no ranking is listed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

import numpy as np

from detente.conflict.model import ConflictModel
from detente.conflict.unlock.counts_result import CountsResult
from detente.conflict.unlock.polynomials import (
    Polynomial,
    one_minus,
    plus,
    product_of,
    times,
    whole,
)
from detente.conflict.unlock.question import SYMMETRIC, UNLOCKING, Board, known_concept, members
from detente.errors import Fault, SizeError
from detente.results import Manifest

MOST_STATES = 4_096
"""Rankings are counted of up to so many states."""

MOST_MOVES = 16
"""Moves of a party that hang together; each doubles the work."""

MOST_BRANCHES = 200_000
"""Cases that sanctions which hang together may be split into."""


def counts(
    model: ConflictModel,
    target: int,
    concepts: Sequence[str] = UNLOCKING,
    source: str = "",
) -> CountsResult:
    """Return, for each party, in how many of its strict rankings `target` is stable for it.

    The preferences of the others stay as they are, and it is not asked what they do: whether
    the target is stable for them too is not looked at.

    Parameters
    ----------
    model : ConflictModel
        The conflict.
    target : int
        The state.
    concepts : sequence of str
        Concepts, not ``sim``.
    source : str
        The hash of the dossier, for the manifest.

    Raises
    ------
    CallError
        For an unknown concept or ``sim``.
    SizeError
        If there are more than `MOST_STATES` states or a party has too many moves to count over.
    """
    asked = tuple(dict.fromkeys(map(known_concept, concepts)))
    if model.size > MOST_STATES:
        raise _too_large(f"of more than {MOST_STATES:,} states, and there are {model.size:,}")
    board = Board(model)
    shares = {
        (party, concept): _share(board, party, target, concept)
        for party in range(len(model.parties))
        for concept in asked
    }
    manifest = Manifest("counts", source, {"state": model.label(target)})
    return CountsResult(model, target, asked, shares, manifest)


def _too_large(what: str) -> SizeError:
    return SizeError(
        [
            Fault(
                "",
                0,
                0,
                "too-many-rankings",
                f"rankings cannot be counted {what}",
                "Rule out or merge states, or leave out options that matter little",
            )
        ]
    )


def _share(board: Board, party: int, target: int, concept: str) -> Fraction:
    """Return the share of the party's strict rankings in which `target` is stable for it."""
    own = board.moves(party, target)
    if concept == "nash":
        return Fraction(1, len(own) + 1)
    modes = board.modes(party, concept)
    clauses: list[int] = []
    number: dict[int, int] = {}
    answers = []
    for q in own:
        mask = 0
        for t in np.flatnonzero(board.reached(q, modes)).tolist():
            states = 1 << t
            if concept in SYMMETRIC:
                for u in board.moves(party, t):
                    states |= 1 << u
            states &= ~(1 << target)
            if states not in number:
                number[states] = len(clauses)
                clauses.append(states)
            mask |= 1 << number[states]
        answers.append(mask)
    counter = _Counter(clauses)
    return whole(product_of(counter.stable(*group) for group in _apart(own, answers, clauses)))


def _apart(
    own: list[int], answers: list[int], clauses: list[int]
) -> list[tuple[list[int], list[int]]]:
    """Return the moves with their answers in groups that have no state in common."""
    groups: list[tuple[int, list[int], list[int]]] = []
    for q, mask in zip(own, answers, strict=True):
        states = 1 << q
        for clause in members(mask):
            states |= clauses[clause]
        moves, masks = [q], [mask]
        rest = []
        for other, other_moves, other_masks in groups:
            if other & states:
                states |= other
                moves, masks = other_moves + moves, other_masks + masks
            else:
                rest.append((other, other_moves, other_masks))
        groups = [*rest, (states, moves, masks)]
    return [(moves, masks) for _, moves, masks in groups]


@dataclass(eq=False)
class _Counter:
    """Chances, as polynomials in y, of events over states that are preferred or not.

    Parameters
    ----------
    clauses : list of int
        Bit sets of states. A sanction deters unless one of the states of its clause is
        preferred to the target.
    """

    clauses: list[int]
    _known: dict[int, Polynomial] = field(default_factory=dict)
    _branches: int = 0

    def stable(self, moves: list[int], masks: list[int]) -> Polynomial:
        """Return the chance that each preferred move has a sanction that deters."""
        if len(moves) > MOST_MOVES:
            raise _too_large(
                f"over {len(moves)} moves of a party that hang together, at most {MOST_MOVES}"
            )
        holds = [
            sum(1 << k for k, states in enumerate(self.clauses) if states >> q & 1) for q in moves
        ]
        total: Polynomial = {}
        sign_by_size = [one_minus(1, size) for size in range(len(moves) + 1)]
        for chosen in range(1 << len(moves)):
            asked = met = 0
            for k in members(chosen):
                asked |= masks[k]
                met |= holds[k]
            # all these moves are preferred and none of them has a sanction that deters
            none = times(sign_by_size[chosen.bit_count()], self._all_met(asked & ~met))
            total = plus(total, none, (-1) ** chosen.bit_count())
        return total

    def _all_met(self, asked: int) -> Polynomial:
        """Return the chance that every clause asked for has a preferred state."""
        if asked not in self._known:
            alone: dict[int, int] = {}
            others = []
            for part in self._parts:
                if not part & asked:
                    continue
                for group in _separate([self.clauses[k] for k in members(part & asked)]):
                    if len(group) == 1:
                        size = group[0].bit_count()
                        alone[size] = alone.get(size, 0) + 1
                    else:
                        others.append(self._together(group))
            single = [one_minus(size, number) for size, number in sorted(alone.items())]
            self._known[asked] = product_of([*single, *others])
        return self._known[asked]

    @cached_property
    def _parts(self) -> list[int]:
        """The clauses, as bit sets of their numbers, in parts that have no state in common."""
        part_of: dict[int, int] = {}
        parts: dict[int, int] = {}
        for k, clause in enumerate(self.clauses):
            joined = 1 << k
            for state in members(clause):
                first = part_of.get(state)
                if first is not None and first in parts and not joined >> first & 1:
                    joined |= parts.pop(first)
            first = (joined & -joined).bit_length() - 1
            parts[first] = joined
            for number in members(joined):
                for state in members(self.clauses[number]):
                    part_of[state] = first
        return list(parts.values())

    def _together(self, part: tuple[int, ...]) -> Polynomial:
        if len(part) == 1:
            return one_minus(part[0].bit_count())
        self._branches += 1
        if self._branches > MOST_BRANCHES:
            raise _too_large("where so many sanctions hang together")
        often: dict[int, int] = {}
        for clause in part:
            for state in members(clause):
                often[state] = often.get(state, 0) + 1
        state = max(often, key=lambda one: (often[one], -one))
        yes = [clause for clause in part if not clause >> state & 1]
        no = [clause & ~(1 << state) for clause in part]
        liked = times(one_minus(1), product_of(map(self._together, _separate(yes))))
        if 0 in no:
            return liked
        return plus(liked, times({1: 1}, product_of(map(self._together, _separate(no)))))


def _separate(clauses: list[int]) -> list[tuple[int, ...]]:
    """Return clauses, those that contain another left out, in groups without a common state."""
    least: list[int] = []
    for clause in sorted(set(clauses), key=lambda one: (one.bit_count(), one)):
        if not any(other & ~clause == 0 for other in least):
            least.append(clause)
    groups: list[tuple[int, list[int]]] = []
    for clause in least:
        states, inside = clause, [clause]
        rest = []
        for other, others in groups:
            if other & states:
                states |= other
                inside += others
            else:
                rest.append((other, others))
        groups = [*rest, (states, inside)]
    return [tuple(sorted(inside)) for _, inside in groups]
