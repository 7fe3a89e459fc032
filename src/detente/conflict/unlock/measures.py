"""What can be brought from outside: a guarantee, an option off the table, a penalty.

A *guarantee* is a new one-way commitment: an option that, once taken (or once dropped), can no
longer be reversed. An option *off the table* can no longer be taken at all. A *penalty* makes
every state in which a party takes an option worse for that party than the target; the order of
these states among themselves, and of all others, stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from detente.conflict.model import DROPPED, FREE, TAKEN, ConflictModel, Merged, Ranks
from detente.conflict.preferences import dense
from detente.conflict.unlock.question import Board

MeasureKind = Literal["taken", "dropped", "ban", "penalty"]


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing from outside with which the target holds.

    Parameters
    ----------
    concept : str
        The concept under which it then holds.
    kind : {"taken", "dropped", "ban", "penalty"}
        A guarantee that the option, once taken or dropped, stays so; the option off the table;
        a penalty on taking it.
    party : int
        Who has to bear it: the option's owner.
    option : int
        The option.
    today : bool or None
        Whether today's state still holds with it; `None` where today is not known or could no
        longer be.
    """

    concept: str
    kind: MeasureKind
    party: int
    option: int
    today: bool | None


class Outside:
    """The conflict as each measure from outside leaves it.

    Parameters
    ----------
    board : Board
        The conflict as it is.
    kept : bool
        Keep the conflicts with guarantees and bans, which are the same for every target. That
        is quicker where many targets are asked about, and takes memory.
    """

    def __init__(self, board: Board, kept: bool = False) -> None:
        self.board = board
        self._kept: dict[tuple[MeasureKind, int], tuple[Board, NDArray[np.int64]]] | None = (
            {} if kept else None
        )
        self._same = np.arange(board.model.size)

    def changed(self, target: int) -> Iterator[tuple[MeasureKind, int, Board, NDArray[np.int64]]]:
        """Yield each measure with the conflict as it then is and where its states then stand.

        Parameters
        ----------
        target : int
            The state that is to hold; its owner is not asked to give up what it takes.
        """
        model = self.board.model
        rules: tuple[MeasureKind, ...] = ("taken", "dropped")
        for option in range(len(model.options)):
            for kind in rules:
                if model.one_way[option] == FREE:
                    yield kind, option, *self._apart(kind, option)
            if not _ever_taken(model, option)[target]:
                yield "ban", option, *self._apart("ban", option)
            if not _always_taken(model, option)[target]:
                ranks = penalised(model, option, target)
                yield "penalty", option, self.board.with_ranks(ranks), self._same

    def _apart(self, kind: MeasureKind, option: int) -> tuple[Board, NDArray[np.int64]]:
        if self._kept is None:
            return self._make(kind, option)
        if (kind, option) not in self._kept:
            self._kept[kind, option] = self._make(kind, option)
        return self._kept[kind, option]

    def _make(self, kind: MeasureKind, option: int) -> tuple[Board, NDArray[np.int64]]:
        model = self.board.model
        if kind == "ban":
            smaller, where = without(model, option)
            return Board(smaller), where
        one_way = model.one_way.copy()
        one_way[option] = TAKEN if kind == "taken" else DROPPED
        return Board(replace(model, one_way=one_way)), self._same


def measures(
    outside: Outside,
    target: int,
    concepts: Sequence[str],
    unstable: Sequence[int] = (),
    parties: Sequence[int] | None = None,
) -> tuple[Measure, ...]:
    """Return every single measure with which `target` holds, and none of `unstable`.

    None is needed, and none returned, under a concept where that is so already. They come
    concept by concept.

    Parameters
    ----------
    parties : sequence of int, optional
        Those for whom the target is to be stable; all, if not given.
    """
    board = outside.board
    wanted = [c for c in concepts if not _does(board, target, c, unstable, parties)]
    found: dict[str, list[Measure]] = {concept: [] for concept in wanted}
    if not wanted:
        return ()
    for kind, option, changed, where in outside.changed(target):
        goal = int(where[target])
        rest = [int(where[state]) for state in unstable if where[state] >= 0]
        today = changed.model.status_quo
        for concept in wanted:
            if not _does(changed, goal, concept, rest, parties):
                continue
            held = None
            if today is not None:
                held = changed.equilibrium(today, concept, changed.model.ranks)
            owner = int(board.model.owner[option])
            found[concept].append(Measure(concept, kind, owner, option, held))
    return tuple(measure for concept in wanted for measure in found[concept])


def _does(
    board: Board,
    target: int,
    concept: str,
    unstable: Sequence[int],
    parties: Sequence[int] | None,
) -> bool:
    ranks = board.model.ranks
    return board.equilibrium(target, concept, ranks, parties) and not any(
        board.equilibrium(state, concept, ranks) for state in unstable
    )


def _always_taken(model: ConflictModel, option: int) -> NDArray[np.bool_]:
    """Return where every pattern of a state takes the option."""
    taken = (model.states >> option & 1).astype(np.bool_)
    if model.merged is not None:
        taken &= (model.merged.varying >> option & 1) == 0
    return np.asarray(taken)


def _ever_taken(model: ConflictModel, option: int) -> NDArray[np.bool_]:
    """Return where some pattern of a state takes the option."""
    taken = (model.states >> option & 1).astype(np.bool_)
    if model.merged is not None:
        taken |= (model.merged.varying >> option & 1) == 1
    return np.asarray(taken)


def penalised(model: ConflictModel, option: int, target: int) -> Ranks:
    """Return the ranks with a penalty on taking `option`.

    Those states in which it is taken that its owner liked at least as well as the target come
    just below the target, in the order that they had.
    """
    party = int(model.owner[option])
    rank = model.ranks[party].astype(np.int64)
    level = int(rank[target])
    falls = _always_taken(model, option) & (rank >= level)
    height = int(rank.max()) + 2
    # below the target is level - 1 and less; the states that fall come in between
    moved = np.where(rank >= level, rank + height, rank)
    moved[falls] = rank[falls]
    ranks = model.ranks.copy()
    ranks[party] = dense(moved)
    return ranks


def without(model: ConflictModel, option: int) -> tuple[ConflictModel, NDArray[np.int64]]:
    """Return the conflict in which `option` cannot be taken, and where its states then stand.

    The second array has shape (m,): the new number of each state, -1 where it is no more. A
    merged state keeps its worth as long as one of its patterns remains.
    """
    bit = np.int64(1 << option)
    where = np.full(model.size, -1, np.int64)
    if model.merged is None:
        kept = np.flatnonzero(model.states & bit == 0)
        where[kept] = np.arange(len(kept))
        states, merged = model.states[kept], None
    else:
        stays = model.merged.patterns & bit == 0
        patterns, state_of = model.merged.patterns[stays], model.merged.state_of[stays]
        kept = np.unique(state_of).astype(np.int64)
        where[kept] = np.arange(len(kept))
        state_of = where[state_of].astype(np.int32)
        first = np.full(len(kept), -1, np.int64)
        varying = np.zeros(len(kept), np.int64)
        for pattern, state in zip(patterns.tolist(), state_of.tolist(), strict=True):
            if first[state] < 0:
                first[state] = pattern
            varying[state] |= first[state] ^ pattern
        states, merged = first, Merged(patterns, state_of, varying)
    today = model.status_quo
    ranks = np.array([dense(row) for row in model.ranks[:, kept].astype(np.int64)], np.int32)
    smaller = replace(
        model,
        states=states,
        ranks=ranks.reshape(len(model.parties), len(kept)),
        status_quo=None if today is None or where[today] < 0 else int(where[today]),
        merged=merged,
        names=(),
    )
    return smaller, where
