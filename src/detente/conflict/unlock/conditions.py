"""Under which conditions the target holds: what each party must or must not prefer.

For each move that a party could make away from the target, either the party likes the target at
least as well as what the move leads to, or the others have an answer after which it is no
better off (and, under SEQ, which serves each of those who give it). These are comparisons of two
states by one party, joined by *and* and *or*; which are met today is known.
"""

from __future__ import annotations

from bisect import insort
from dataclasses import dataclass
from heapq import heappop, heappush

import numpy as np

from detente.conflict.cover import Cover, cover
from detente.conflict.reach import Step
from detente.conflict.unlock.question import COUPLED, SYMMETRIC, Board

SHOWN = 3
"""Answers that are told for each move."""

PATTERNS = 4
"""Patterns that tell where the answers of a move may end."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """That a party likes one state at least as well as another, or better.

    Parameters
    ----------
    party : int
        Who compares.
    state, other : int
        `state` has to be at least as good as `other`, or better if `strict`.
    strict : bool
        Whether it has to be better.
    met : bool
        Whether it is so today.
    """

    party: int
    state: int
    other: int
    strict: bool
    met: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """A way of the others to take away what a move gains.

    Parameters
    ----------
    steps : tuple of Step
        Their moves, in order.
    needs : tuple of Comparison
        What has to be so for it to deter.
    """

    steps: tuple[Step, ...]
    needs: tuple[Comparison, ...]

    @property
    def missing(self) -> int:
        """How many of the comparisons are not met today."""
        return sum(not need.met for need in self.needs)


@dataclass(frozen=True, eq=False, slots=True)
class Requirement:
    """What has to be so for one party not to make one move away from the target.

    Either `stays`, or one of the answers with all that it needs.

    Parameters
    ----------
    concept : str
        The stability concept.
    party, move : int
        The party, and the state that its move leads to.
    stays : Comparison
        That it likes the target at least as well.
    met : bool
        Whether the requirement is met today.
    answers : tuple of Answer
        The answers that lack least, shortest first.
    ends : int
        How many states the others could bring about, by any moves, after the move.
    deterring : int
        How many of them deter today.
    where : Cover or None
        Patterns of these `ends` and of `move`, where the requirement is not met.
    """

    concept: str
    party: int
    move: int
    stays: Comparison
    met: bool
    answers: tuple[Answer, ...]
    ends: int
    deterring: int
    where: Cover | None


def conditions(board: Board, target: int, concept: str) -> tuple[Requirement, ...]:
    """Return what has to be so for `target` to hold under `concept`: the unmet first."""
    found = [
        _requirement(board, target, concept, party, move)
        for party in range(len(board.model.parties))
        for move in board.moves(party, target)
    ]
    return tuple(sorted(found, key=lambda one: (one.met, one.party, one.move)))


def _requirement(board: Board, target: int, concept: str, party: int, move: int) -> Requirement:
    rank = board.model.ranks[party]
    stays = Comparison(party, target, move, False, bool(rank[move] <= rank[target]))
    if concept == "nash":
        return Requirement(concept, party, move, stays, stays.met, (), 0, 0, None)
    ends = board.reached(move, board.modes(party, "gmr"))
    today = board.reached(move, board.modes(party, concept))
    under = ends.copy()
    under[move] = True
    ends = ends.copy()
    ends[move] = False  # back where the move leads is no answer
    deterring = ends & today & (rank <= rank[target])
    if concept in SYMMETRIC:
        for end in np.flatnonzero(deterring).tolist():
            replies = board.moves(party, end)
            deterring[end] = not any(rank[u] > rank[target] for u in replies)
    met = stays.met or bool(deterring.any())
    answers = () if stays.met else nearest_answers(board, target, concept, party, move, met)
    return Requirement(
        concept,
        party,
        move,
        stays,
        met,
        answers,
        int(ends.sum()),
        int(deterring.sum()),
        None if met else cover(under, board.model, limit=PATTERNS),
    )


def nearest_answers(
    board: Board, target: int, concept: str, party: int, move: int, met: bool
) -> tuple[Answer, ...]:
    """Return the answers to `move` that lack fewest comparisons, the shortest of them first.

    `met` tells whether one lacks none, so that the search can stop as soon as it may.
    """
    most, least = SHOWN, 0 if met else 1
    ranks = board.model.ranks
    others = [other for other in range(len(board.model.parties)) if other != party]
    coupled = concept in COUPLED
    queue: list[tuple[int, int, int, int]] = [(0, 0, move, -1)]
    best: dict[tuple[int, int], tuple[int, int]] = {(move, -1): (0, 0)}
    came: dict[tuple[int, int], tuple[int, int]] = {}
    told: dict[int, tuple[int, int, Answer]] = {}
    fewest: list[int] = []
    while queue:
        lacks, length, state, last = heappop(queue)
        if best[state, last] < (lacks, length):
            continue
        if len(fewest) >= most and fewest[most - 1] <= max(lacks, least):
            break
        if last >= 0 and state != move and state not in told:
            answer = _answer(board, target, concept, party, _path(came, state, last))
            told[state] = (answer.missing, len(answer.steps), answer)
            insort(fewest, answer.missing)
        for other in others:
            if other == last:
                continue
            for to in board.moves(other, state):
                worse = coupled and bool(ranks[other, to] <= ranks[other, state])
                reached = lacks + worse, length + 1
                if (to, other) not in best or reached < best[to, other]:
                    best[to, other] = reached
                    came[to, other] = state, last
                    heappush(queue, (*reached, to, other))
    return tuple(answer for _, _, answer in sorted(told.values(), key=_by_lack)[:most])


def _by_lack(one: tuple[int, int, Answer]) -> tuple[int, int, int]:
    return one[0], one[1], one[2].steps[-1].to


def _path(came: dict[tuple[int, int], tuple[int, int]], state: int, last: int) -> tuple[Step, ...]:
    steps = []
    while last >= 0:
        before, earlier = came[state, last]
        steps.append(Step(last, before, state))
        state, last = before, earlier
    return tuple(reversed(steps))


def _answer(board: Board, target: int, concept: str, party: int, steps: tuple[Step, ...]) -> Answer:
    """Return an answer with what it needs: improvements, an end and replies that are no better."""
    ranks = board.model.ranks
    needs = []
    if concept in COUPLED:
        needs += [
            Comparison(
                step.party,
                step.to,
                step.from_,
                True,
                bool(ranks[step.party, step.to] > ranks[step.party, step.from_]),
            )
            for step in steps
        ]
    end = steps[-1].to
    ends = [end, *board.moves(party, end)] if concept in SYMMETRIC else [end]
    needs += [
        Comparison(party, target, state, False, bool(ranks[party, state] <= ranks[party, target]))
        for state in ends
        if state != target
    ]
    return Answer(steps, tuple(needs))
