"""Improvements of coalitions, and equilibrium jumps: from one equilibrium to a better one for all.

References
----------
Kilgour, Hipel, Fang and Peng, *Group Decision and Negotiation* 10 (2001): coalition
improvements and equilibrium jumps.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from detente.conflict.coalitions.masks import members, subsets
from detente.conflict.coalitions.reaching import Cells, Reach, in_threads
from detente.conflict.model import ConflictModel
from detente.errors import Fault, SizeError

MAX_JUMPS = 100_000
"""Jumps that are told; all are counted."""
MAX_IMPROVEMENTS = 1_000_000
"""Improvements of all coalitions together that are listed."""


@dataclass(frozen=True, slots=True)
class Jump:
    """A move of two or more parties together from one equilibrium to another.

    Parameters
    ----------
    from_, to : int
        The equilibria.
    mask : int
        The coalition, as bits.
    concepts : int
        The concepts, as bits in the order of stability, under which both are equilibria.
    minimal : bool
        Whether no smaller coalition among its members, nor one member alone, can do the same.
    """

    from_: int
    to: int
    mask: int
    concepts: int
    minimal: bool


def find_improvements(
    model: ConflictModel,
    asked: Sequence[int],
    reaches: Mapping[int, Reach],
    starts: NDArray[np.bool_],
) -> dict[int, Cells]:
    """Return, for each coalition `asked` about, its improvements as rows of two states, rising.

    Parameters
    ----------
    starts : NDArray[np.bool_]
        Shape (m,): the states that improvements are wanted from.

    Raises
    ------
    SizeError
        If there are more than `MAX_IMPROVEMENTS`.
    """
    ends = np.ones(model.size, np.uint8)
    found = _gains(model, asked, reaches, starts.view(np.uint8), ends, MAX_IMPROVEMENTS)
    number = sum(count for _, count in found)
    if number > MAX_IMPROVEMENTS:
        raise SizeError(
            [
                Fault(
                    "",
                    0,
                    0,
                    "too-many-improvements",
                    f"the coalitions have {number:,} improvements, more than the "
                    f"{MAX_IMPROVEMENTS:,} that can be listed",
                    "Ask about fewer coalitions, or only about today's state",
                )
            ]
        )
    return dict(zip(asked, (pairs for pairs, _ in found), strict=True))


def find_jumps(
    model: ConflictModel,
    asked: Sequence[int],
    reaches: Mapping[int, Reach],
    equilibrium: NDArray[np.uint8],
    most: int = MAX_JUMPS,
) -> tuple[tuple[Jump, ...], int]:
    """Return the first `most` jumps and the number of all.

    They stand in the order of the equilibria they start from, then of those they lead to, then of
    the coalitions `asked` about.

    Parameters
    ----------
    equilibrium : NDArray[np.uint8]
        Shape (m,): the concepts under which each state is an equilibrium, as bits.
    """
    large = [mask for mask in asked if mask.bit_count() > 1]
    found = _gains(model, large, reaches, equilibrium, equilibrium, most)
    keys = [pairs[:, 0].astype(np.int64) * model.size + pairs[:, 1] for pairs, _ in found]
    key = np.concatenate([np.zeros(0, np.int64), *keys])
    which = np.repeat(np.arange(len(large)), [len(one) for one in keys])
    order = np.lexsort((which, key))[:most]
    start, end = np.divmod(key[order], model.size)
    mask = np.array(large, np.int64)[which[order]]
    columns = (start, end, mask, equilibrium[start] & equilibrium[end])
    minimal = minimal_for(reaches, start, end, mask)
    jumps = tuple(
        Jump(from_, to, coalition, concepts, least)
        for from_, to, coalition, concepts, least in zip(
            *(column.tolist() for column in columns), minimal.tolist(), strict=True
        )
    )
    return jumps, sum(count for _, count in found)


def minimal_for(
    reaches: Mapping[int, Reach],
    start: NDArray[np.int64],
    end: NDArray[np.int64],
    mask: NDArray[np.int64],
) -> NDArray[np.bool_]:
    """Tell, for each improvement of a coalition, whether no part of it could make it as well.

    What all members prefer each part prefers, so a part could if it can reach the end.
    """
    minimal = np.ones(len(mask), np.bool_)
    parts = {part for one in set(mask.tolist()) for part in subsets(one)}
    for part in parts:
        inside = np.flatnonzero((mask & part == part) & (mask != part) & minimal)
        if len(inside):
            minimal[inside] &= ~reaches[part].leads(start[inside], end[inside])
    return minimal


def _gains(
    model: ConflictModel,
    asked: Sequence[int],
    reaches: Mapping[int, Reach],
    begins: NDArray[np.uint8],
    ends: NDArray[np.uint8],
    most: int,
) -> list[tuple[Cells, int]]:
    """Return, for each coalition, its first improvements between the states marked, and a count."""
    rank = np.ascontiguousarray(model.ranks.T, dtype=np.int32)

    def find(mask: int) -> tuple[Cells, int]:
        from detente.conflict.coalitions.judging import find_gains

        reach = reaches[mask]
        own = np.ascontiguousarray(rank[:, list(members(mask))])
        found, count = find_gains(
            reach.entry,
            reach.row,
            reach.down,
            reach.first,
            reach.member,
            own[reach.member],
            own,
            begins,
            ends[reach.member],
            most,
        )
        return found, int(count)

    return in_threads(find, asked, model.size)
