"""The question of an inverse analysis: a target, a concept, and when a party's order meets it.

Under Nash, GMR and SMR the stability of a target for a party hangs on one thing of its
preference: the set of states that it prefers to the target, here a bit set (state ``s`` counts
``1 << s``). Under SEQ and symmetric SEQ it hangs on the opponents' improvements too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from copy import copy
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from detente.conflict.kernels.answering import IMPROVES, MOVES, STILL, answers, holds, survivors
from detente.conflict.model import ConflictModel, Ranks
from detente.conflict.moves import list_moves
from detente.errors import call_error

UNLOCKING = ("nash", "gmr", "smr", "seq", "sseq")
"""The concepts under which changes can be looked for."""

SYMMETRIC = ("smr", "sseq")
COUPLED = ("seq", "sseq")
"""Concepts under which an opponent's preferences matter for a party's stability."""

MOST_STATES = 1 << 15
"""Conflicts of up to so many states can be asked about."""

Judge = Callable[[int], bool]
"""Tells whether a party that prefers exactly these states to the target would stay there."""


def known_concept(concept: str) -> str:
    """Return `concept` if changes can be looked for under it.

    Raises
    ------
    CallError
        If there is no such concept, or it is ``sim``.
    """
    if concept == "sim":
        raise call_error(
            "concept-not-unlocked",
            "changes are not looked for under simultaneous stability (sim)",
            f"Use one of {', '.join(UNLOCKING)}",
        )
    if concept not in UNLOCKING:
        raise call_error(
            "unknown-concept",
            f"there is no stability concept `{concept}`",
            f"Use one of {', '.join(UNLOCKING)}",
        )
    return concept


def bits(mask: NDArray[np.bool_]) -> int:
    """Return a mask over states as a bit set.

    >>> bits(np.array([True, False, True]))
    5
    """
    return int.from_bytes(np.packbits(mask, bitorder="little").tobytes(), "little")


def members(states: int) -> list[int]:
    """Return the states of a bit set, rising.

    >>> members(5)
    [0, 2]
    """
    found = []
    while states:
        low = states & -states
        found.append(low.bit_length() - 1)
        states ^= low
    return found


@dataclass(eq=False)
class Board:
    """The moves of a model, ready for the kernels, and what each party can do at one state."""

    model: ConflictModel
    first: NDArray[np.int64] = field(init=False)
    to: NDArray[np.int32] = field(init=False)
    by_mover: bool = field(init=False)
    _reached: dict[tuple[int, tuple[int, ...]], NDArray[np.bool_]] = field(
        default_factory=dict, init=False
    )
    _rooms: dict[tuple[int, int], int] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        lists = list_moves(self.model)
        offsets = np.cumsum([0, *(len(moves.to) for moves in lists)])
        self.first = np.array(
            [moves.start + offset for moves, offset in zip(lists, offsets, strict=False)], np.int64
        ).reshape(len(lists), self.model.size + 1)
        self.to = np.concatenate([moves.to for moves in lists]).astype(np.int32)
        self.by_mover = self.model.merged is not None

    def moves(self, party: int, state: int) -> list[int]:
        """Return where `party` can move from `state`, rising."""
        begin, end = self.first[party, state], self.first[party, state + 1]
        found: list[int] = self.to[begin:end].tolist()
        return found

    def modes(self, party: int | None, concept: str, free: Iterable[int] = ()) -> NDArray[np.int8]:
        """Return how the others may answer `party`: at will those in `free`, whatever the concept.

        Under Nash nobody answers.
        """
        how = STILL if concept == "nash" else IMPROVES if concept in COUPLED else MOVES
        modes = np.full(len(self.model.parties), how, np.int8)
        if concept != "nash":
            modes[list(free)] = MOVES
        if party is not None:
            modes[party] = STILL
        return modes

    def reached(self, start: int, modes: NDArray[np.int8]) -> NDArray[np.bool_]:
        """Return the states the others can bring about from `start`, with the model's ranks."""
        key = (start, tuple(modes.tolist()))
        if key not in self._reached:
            self._reached[key] = answers(
                start, modes, self.first, self.to, self.model.ranks, self.by_mover
            )
        return self._reached[key]

    def holds(
        self, state: int, party: int, concept: str, ranks: Ranks, free: Iterable[int] = ()
    ) -> bool:
        """Return whether `state` is stable for `party` with these `ranks`."""
        modes = self.modes(party, concept, free)
        symmetric = concept in SYMMETRIC
        return bool(
            holds(party, state, modes, symmetric, self.first, self.to, ranks, self.by_mover)
        )

    def equilibrium(
        self, state: int, concept: str, ranks: Ranks, parties: Iterable[int] | None = None
    ) -> bool:
        """Return whether `state` is stable for every party, or `parties`, with these `ranks`."""
        asked = range(len(self.model.parties)) if parties is None else parties
        return all(self.holds(state, party, concept, ranks) for party in asked)

    def survivors(
        self,
        state: int,
        concept: str,
        rows: Sequence[NDArray[np.int32]],
        changed: int,
        ranks: Ranks,
        free: Sequence[int],
    ) -> NDArray[np.bool_]:
        """Return with which of `rows` in place of the ranks of `changed` the state may hold.

        It may if it is stable for every party that is not in `free`, those in `free` answering
        at will. `ranks` is left with another row.
        """
        settled = [p for p in range(len(self.model.parties)) if p not in free]
        return np.asarray(
            survivors(
                np.stack(rows),
                changed,
                state,
                np.array(settled, np.int64),
                self.modes(None, concept, free),
                concept in SYMMETRIC,
                self.first,
                self.to,
                ranks,
                self.by_mover,
            )
        )

    def with_ranks(self, ranks: Ranks) -> Board:
        """Return the same moves with other preferences."""
        other = copy(self)
        other.model = replace(self.model, ranks=ranks)
        other._reached = {}
        return other

    def better(self, party: int, state: int) -> int:
        """Return the states that `party` prefers to `state`, as a bit set."""
        rank = self.model.ranks[party]
        return bits(rank > rank[state])

    def _room(self, party: int, state: int) -> int:
        """Return `state` and all that `party` can move to from there, as a bit set."""
        if (party, state) not in self._rooms:
            room = 1 << state
            for other in self.moves(party, state):
                room |= 1 << other
            self._rooms[party, state] = room
        return self._rooms[party, state]

    def judge(
        self, party: int, state: int, concept: str, free: Iterable[int] = ()
    ) -> tuple[Judge, int]:
        """Return when `party` would stay at `state`, by the states that it prefers to it.

        Parameters
        ----------
        free : iterable of int
            Opponents that are taken to be able to make every move as an answer; the others
            answer as the concept and the model's own ranks say.

        Returns
        -------
        Judge
            Monotone: who prefers fewer states to the target stays where one who prefers more did.
        int
            The states that the judge looks at, as a bit set.
        """
        modes = self.modes(party, concept, free)
        own = self.moves(party, state)
        if concept == "nash":
            block = sum(1 << q for q in own)
            return (lambda preferred: not preferred & block), block
        ways: list[tuple[int, list[int]]] = []
        seen = 0
        for q in own:
            reached = np.flatnonzero(self.reached(q, modes)).tolist()
            if concept in SYMMETRIC:
                ends = {self._room(party, t) for t in reached}
                # a sanction that leaves less room to the party does all that a wider one does
                sanctions = sorted(ends, key=lambda end: (end.bit_count(), end))
            else:
                sanctions = [bits(self.reached(q, modes))]
            ways.append((1 << q, sanctions))
            for end in (1 << q, *sanctions):
                seen |= end
        symmetric = concept in SYMMETRIC

        def judge(preferred: int) -> bool:
            for q, sanctions in ways:
                if not preferred & q:
                    continue
                if symmetric:
                    if all(preferred & end for end in sanctions):
                        return False
                elif not sanctions[0] & ~preferred:
                    return False
            return True

        return judge, seen
