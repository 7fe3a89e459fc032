"""The verdicts of all coalitions over all states, under the four concepts.

A coalition H is free to leave s for q if q is better for every member and the others cannot lead
from q to anything that is no better than s for one of them. Under coalition Nash, general
metarational and sequential stability the others' answers lead each member i to a least value
low_i(q) on its own, and H leaves s exactly if some q that it can reach has low_i(q) above the
value of s for every i in H: one comparison, asked of three floors. Symmetric stability does not
split by member and is judged as defined.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from detente.conflict.coalitions.masks import every_coalition, members, subsets
from detente.conflict.coalitions.reaching import (
    Cells,
    Reach,
    Starts,
    check_size,
    in_threads,
)
from detente.conflict.model import ConflictModel

COALITION_CONCEPTS = ("cnash", "cgmr", "csmr", "cseq")
"""Coalition stability, in the order of the bits of a verdict."""

MAX_WORK = 1 << 36
"""Pairs of states that may be compared; minutes of two processors at worst."""


@dataclass(frozen=True, eq=False, slots=True)
class Joined:
    """The reach of several coalitions side by side, for walks backwards."""

    home: Cells
    up_row: Starts
    up: Cells
    source_row: Starts
    source: Cells


def needed_masks(parties: int, asked: Sequence[int]) -> list[int]:
    """Return the coalitions whose reach the verdicts on those `asked` about need."""
    everyone = (1 << parties) - 1
    found = {part for mask in asked for part in subsets(mask)}
    found |= {part for mask in asked for part in subsets(everyone & ~mask)}
    return [mask for mask in every_coalition(parties) if mask in found]


def judge_coalitions(
    model: ConflictModel, asked: Sequence[int], reaches: Mapping[int, Reach]
) -> NDArray[np.uint8]:
    """Return the verdicts, shape (coalitions asked about, m), bit k for concept k.

    Parameters
    ----------
    model : ConflictModel
        The conflict.
    asked : sequence of int
        The coalitions to judge, as bits.
    reaches : mapping of int to Reach
        The reach of these, of the others in each case, and of all their coalitions.

    Raises
    ------
    SizeError
        If there are too many pairs of states to compare.
    """
    everyone = (1 << len(model.parties)) - 1
    check_size(_work(model, asked, reaches), MAX_WORK)
    rank = np.ascontiguousarray(model.ranks.T, dtype=np.int32)
    wanted = sorted(
        {(everyone & ~mask, party) for mask in asked if mask != everyone for party in members(mask)}
    )
    order = list(reaches)
    joined = _join([reaches[mask] for mask in order])
    number = {mask: k for k, mask in enumerate(order)}
    sizes = [len(members(mask)) for mask in order]
    begin = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
    party_of = np.array([p for mask in order for p in members(mask)], np.int64)
    rising = [np.argsort(row, kind="stable").astype(np.int32) for row in model.ranks]

    def chain(pair: tuple[int, int]) -> Cells:
        from detente.conflict.coalitions.chains import floor_of_chains

        mask, party = pair
        floor: Cells = floor_of_chains(
            np.ascontiguousarray(model.ranks[party], dtype=np.int32),
            rising[party],
            model.merged is not None,
            np.array(sorted(number[part] for part in subsets(mask)), np.int64),
            begin,
            party_of,
            rank,
            joined.home,
            joined.up_row,
            joined.up,
            joined.source_row,
            joined.source,
        )
        return floor

    chains = dict(zip(wanted, in_threads(chain, wanted, model.size), strict=True))

    def judge(mask: int) -> NDArray[np.uint8]:
        outside = everyone & ~mask
        floor = [chains[outside, party] for party in members(mask)] if outside else None
        return _judge(model, rank, mask, reaches[mask], reaches.get(outside), floor)

    found = in_threads(judge, asked, model.size)
    return np.array(found, np.uint8).reshape(len(asked), model.size)


def _judge(
    model: ConflictModel,
    rank: Cells,
    mask: int,
    reach: Reach,
    others: Reach | None,
    chains: list[Cells] | None,
) -> NDArray[np.uint8]:
    """Return the verdicts of one coalition, shape (m,)."""
    from detente.conflict.coalitions.judging import can_escape, can_gain

    inside = list(members(mask))
    own = np.ascontiguousarray(rank[:, inside])

    def breaks(value: Cells) -> NDArray[np.bool_]:
        best_first, best = _best(reach, value)
        gains: NDArray[np.bool_] = can_gain(
            reach.entry, reach.row, reach.down, best_first, value[best], own
        )
        return gains

    nash = breaks(own)
    if others is None or chains is None:
        return np.where(nash, 0, 15).astype(np.uint8)
    moves = np.column_stack([others.least(model.ranks[party]) for party in inside])
    gmr = breaks(np.ascontiguousarray(moves, dtype=np.int32))
    seq = breaks(np.ascontiguousarray(np.column_stack(chains)))
    best_first, best = _best(reach, own)
    smr = gmr | can_escape(
        reach.entry, reach.row, reach.down, reach.first, reach.member, best_first, best,
        others.entry, others.row, others.down, others.first, others.member,
        own, nash & ~gmr,
    )  # fmt: skip
    verdicts = np.zeros(model.size, np.uint8)
    for bit, broken in enumerate((nash, gmr, smr, seq)):
        verdicts |= (~broken).view(np.uint8) << np.uint8(bit)
    return verdicts


def _best(reach: Reach, value: Cells) -> tuple[Starts, Cells]:
    """Return, as starts and states, the states of each class that none of it equals or exceeds."""
    from detente.conflict.coalitions.judging import fronts

    class_of = np.repeat(np.arange(len(reach.first) - 1), np.diff(reach.first))
    total = value.sum(axis=1, dtype=np.int64)[reach.member]
    order = np.lexsort((-total, class_of))
    begin, best = fronts(reach.first, reach.member[order], value)
    return begin, best


def _work(model: ConflictModel, asked: Sequence[int], reaches: Mapping[int, Reach]) -> int:
    """Return how many pairs of states will be compared at most."""
    n = len(model.parties)
    everyone = (1 << n) - 1
    pairs = {mask: reach.pairs() for mask, reach in reaches.items()}
    chains = {
        outside: sum(pairs[part] for part in subsets(outside))
        for outside in {everyone & ~mask for mask in asked}
    }
    return sum(4 * pairs[mask] + mask.bit_count() * chains[everyone & ~mask] for mask in asked)


def _join(reaches: Sequence[Reach]) -> Joined:
    """Return the classes and rows of several coalitions, numbered through and turned round."""
    widest = max(reach.home.shape[1] for reach in reaches)
    homes, ups, rows, sources, source_rows = [], [], [], [], []
    classes = entries = links = states = 0
    for reach in reaches:
        padded = np.full((reach.entry.size, widest), -1, np.int32)
        padded[:, : reach.home.shape[1]] = reach.home + classes
        homes.append(padded)
        number = len(reach.first) - 1
        row_of = np.repeat(np.arange(len(reach.row) - 1), np.diff(reach.row))
        ups.append(row_of[np.argsort(reach.down, kind="stable")] + entries)
        rows.append(np.cumsum(np.bincount(reach.down, minlength=number)) + links)
        sources.append(np.argsort(reach.entry, kind="stable"))
        counts = np.bincount(reach.entry, minlength=len(reach.row) - 1)
        source_rows.append(np.cumsum(counts) + states)
        classes += number
        entries += len(reach.row) - 1
        links += len(reach.down)
        states += reach.entry.size
    return Joined(
        home=np.array(homes, np.int32),
        up_row=np.concatenate([[0], *rows]).astype(np.int64),
        up=np.concatenate(ups).astype(np.int32),
        source_row=np.concatenate([[0], *source_rows]).astype(np.int64),
        source=np.concatenate(sources).astype(np.int32),
    )
