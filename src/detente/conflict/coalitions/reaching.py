"""What coalitions can reach: for each of them its classes of states, and which lead where."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from os import cpu_count
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from detente.conflict.coalitions.masks import members
from detente.conflict.model import ConflictModel
from detente.conflict.moves import list_moves
from detente.errors import Fault, SizeError

Cells = NDArray[np.int32]
Starts = NDArray[np.int64]
Given = TypeVar("Given")
Found = TypeVar("Found")

NOTHING = np.int32(2**31 - 1)

MAX_LINKS = 1 << 26
"""Pairs of classes, one leading to the other, that are listed for one coalition."""

FEW_STATES = 512
"""Up to this many states a thread costs more than it saves."""


@dataclass(frozen=True, eq=False, slots=True)
class Reach:
    """What one coalition can reach.

    A state s leads, by moves of the members, to the states ``member[first[c]:first[c + 1]]`` of
    each class c in ``down[row[e]:row[e + 1]]``, where e is ``entry[s]``. A state may be told
    twice, and may be told as reached from itself.

    Parameters
    ----------
    entry : Cells
        Shape (m,): the row of each state.
    row : Starts
        Where the rows of `down` begin, with an end.
    down : Cells
        The classes that can be reached, row by row.
    first : Starts
        Where the classes begin in `member`, with an end.
    member : Cells
        The states of each class, rising.
    home : Cells
        Shape (m, h): the classes that hold each state.
    """

    entry: Cells
    row: Starts
    down: Cells
    first: Starts
    member: Cells
    home: Cells

    def leads(self, states: Starts, targets: Starts) -> NDArray[np.bool_]:
        """Tell, pair by pair, whether a state leads to a target."""
        rows = np.repeat(np.arange(len(self.row) - 1), np.diff(self.row))
        classes = len(self.first) - 1
        links = np.unique(rows * classes + self.down)
        asked = self.entry[states, None].astype(np.int64) * classes + self.home[targets]
        found: NDArray[np.bool_] = np.logical_or.reduce(np.isin(asked, links), axis=1)
        return found

    def pairs(self) -> int:
        """Return the number of pairs of a state and a state it leads to, some told twice."""
        sizes = np.append(np.diff(self.first)[self.down], 0)
        lengths = np.add.reduceat(sizes, self.row[:-1])
        lengths[np.diff(self.row) == 0] = 0
        return int(lengths[self.entry].sum())

    def least(self, value: Cells) -> Cells:
        """Return, for each state, the least of `value` over itself and all it leads to."""
        by_class = np.minimum.reduceat(value[self.member], self.first[:-1])
        by_row = np.minimum.reduceat(np.append(by_class[self.down], NOTHING), self.row[:-1])
        by_row[np.diff(self.row) == 0] = NOTHING
        found: Cells = np.minimum(value, by_row[self.entry])
        return found


def find_reaches(model: ConflictModel, masks: Sequence[int]) -> dict[int, Reach]:
    """Return what each coalition of `masks` can reach.

    Without merged states a party's moves are transitive, so who moved last does not matter and
    nodes are states.

    Raises
    ------
    SizeError
        If there are too many moves, or too many classes that lead to each other.
    """
    lists = list_moves(model)
    offset = np.cumsum([0, *(len(moves.to) for moves in lists)])
    start = np.array([m.start + offset[j] for j, m in enumerate(lists)], np.int64)
    to = np.concatenate([moves.to for moves in lists]).astype(np.int32)
    find = partial(_find_reach, model.size, model.merged is not None, start, to)
    return dict(zip(masks, in_threads(find, masks, model.size), strict=True))


def in_threads(call: Callable[[Given], Found], given: Iterable[Given], states: int) -> list[Found]:
    """Return what `call` makes of each one given, on all processors where that pays."""
    if states <= FEW_STATES:
        return list(map(call, given))
    with ThreadPoolExecutor(cpu_count() or 1) as pool:
        return list(pool.map(call, given))


def _find_reach(size: int, bound: bool, start: Starts, to: Cells, mask: int) -> Reach:
    from detente.conflict.coalitions.classes import class_lists, node_classes

    parties = np.array(members(mask), np.int64)
    found = node_classes(size, bound, parties, start, to)
    classes = int(found.max()) + 1
    # Nodes stand in the order of states within each class.
    order = np.argsort(found, kind="stable").astype(np.int32)
    first = np.append(0, np.cumsum(np.bincount(found, minlength=classes))).astype(np.int64)
    row, down = class_lists(size, bound, parties, start, to, found, order, first, MAX_LINKS)
    if not len(row):
        raise _too_many(f"the states fall into {classes:,} groups that lead to one another")
    entry = classes + np.arange(size, dtype=np.int32) if bound else found
    return Reach(
        entry=entry.astype(np.int32),
        row=row,
        down=down,
        first=first,
        member=order % np.int32(size),
        home=np.ascontiguousarray(found.reshape(-1, size).T),
    )


def _too_many(what: str) -> SizeError:
    return SizeError(
        [
            Fault(
                "",
                0,
                0,
                "too-many-joint-moves",
                f"{what}, which is too much for an analysis of coalitions",
                "Leave out options that matter little, or ask about few coalitions",
            )
        ]
    )


def check_size(work: int, most: int) -> None:
    """Refuse an analysis that would look at more than `most` pairs of states.

    Raises
    ------
    SizeError
        If `work` is above `most`.
    """
    if work > most:
        raise _too_many(f"{work:,} pairs of states would have to be compared (at most {most:,})")
