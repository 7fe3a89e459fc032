"""Compiled: many draws of the parties' preferences, ranked, solved and counted.

What a draw changes comes in as numbers (:mod:`detente.conflict.kernels.drawn_ranks`); what is
known of the standoff whatever the draw comes in as a
:class:`detente.conflict.kernels.drawing_board.Board`.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.conflict.kernels.compiled import compiled
from detente.conflict.kernels.drawing_board import Board, Counts, Wishes
from detente.conflict.kernels.drawn_ranks import (
    GIVEN,
    STATEMENTS,
    rank_by_statements,
    rank_by_weights,
)
from detente.conflict.kernels.following import follow_improvements, judge_together
from detente.conflict.kernels.lanes import solve_lanes
from detente.conflict.kernels.rows import LANES

Array = Any

MOST_SHORT = 1 << 15
"""Fewer ranks than these fit into 16 bits."""


def run_lanes(
    wishes: Wishes,
    board: Board,
    sequence: Array,
    value: Array,
    times: Array,
    today: Array,
    watched: Array,
    counts: Counts,
    all_moves: bool,
    together: bool,
    each: Array | None = None,
) -> tuple[NDArray[np.uint8], NDArray[np.bool_]]:
    """Rank, solve and count every draw, sixteen at a time.

    The steps are compiled one by one: what is not asked for never is, and the compiler, which
    would weave them all into one, is spared most of its work.

    Parameters
    ----------
    wishes : Wishes
        What ranks are made of.
    board : Board
        The states and the moves between them.
    sequence, value : int32 and int64, shape (draws, slots)
        What each draw says (:func:`rank_lanes`).
    times : int32, shape (draws,)
        How often each draw counts; 0 counts nothing but is still told of watched states.
    today : int32, shape (draws,)
        Today's state; -1 where it is not known.
    watched : int32, shape (w,)
        States whose verdicts are kept draw by draw; -1 for one that cannot happen here.
    counts : Counts
        Added to.
    all_moves, together : bool
        Whether GMR and SMR, and whether SIM, are asked for.
    each : uint8, shape (draws, n, w), optional
        Written: the verdicts of each party on the watched states.

    Returns
    -------
    held : NDArray[np.uint8]
        Shape (draws, w): the concepts under which each watched state is an equilibrium, as bits.
    came : NDArray[np.bool_]
        Shape (draws, w): whether improvements lead to it from today.
    """
    n, m = wishes.class_of.shape
    member, block, first, range_, used = board.blocks.arrays()
    island, edges, edge_start = board.islands.arrays()
    most = int(wishes.shape[:, 1].max(initial=1))
    rank = np.empty((n, m, LANES), np.int16 if most < MOST_SHORT else np.int32)
    verdicts = np.empty((n, m, LANES), np.uint8)
    everyone = np.empty((m, LANES), np.uint8)
    held = np.zeros((len(sequence), len(watched)), np.uint8)
    came = np.zeros(held.shape, np.bool_)
    for begin in range(0, len(sequence), LANES):
        part = slice(begin, begin + LANES)
        often = np.zeros(LANES, np.int32)
        often[: len(times[part])] = times[part]
        rank_lanes(wishes, sequence[part], value[part], rank)
        solve_lanes(
            rank, member, first, range_, used, island, edges, edge_start, all_moves, verdicts
        )
        if together:
            judge_lanes(rank, member, block, first, used, board.patterns, board.state_at, verdicts)
        meet(verdicts, everyone)
        if each is not None:
            seen = verdicts[:, watched, : len(today[part])] * (watched >= 0)[None, :, None]
            each[part] = np.moveaxis(seen, 2, 0)
        follow_lanes(
            today[part], often, rank, member, block, first, used, watched, everyone,
            counts.reached, held[part], came[part],
        )  # fmt: skip
        if often.any():
            count_bits(everyone, often, counts.equilibrium)
            for party in range(n):
                count_bits(verdicts[party], often, counts.stable[party])
    return held, came


def rank_lanes(wishes: Wishes, sequence: Array, value: Array, rank: Array) -> None:
    """Write every party's ranks, shape (n, m, LANES), in up to `LANES` draws.

    Parameters
    ----------
    wishes : Wishes
        What ranks are made of.
    sequence, value : int32 and int64, shape (draws, slots)
        For each draw the clauses that count, party by party, and their weights: -1 for one that
        is absent; of ranks that are given the one entry is -1 where the party is indifferent.
    rank : int16 or int32, shape (n, m, LANES)
        Written; lanes without a draw hold numbers without meaning.
    """
    for party, row in enumerate(rank):
        part = slice(*wishes.slots[party : party + 2].tolist())
        said = np.ascontiguousarray(sequence[:, part])
        kind, truth, words = wishes.of_party(party)
        heights = np.zeros((len(words), LANES), rank.dtype)
        if kind == GIVEN:
            heights[:, : len(said)] = np.arange(len(words))[:, None] * (said[:, 0] >= 0)
        elif kind == STATEMENTS:
            rank_by_statements(truth, words, said, heights)
        else:
            rank_by_weights(truth, said, np.ascontiguousarray(value[:, part]), heights)
        np.take(heights, wishes.class_of[party], axis=0, out=row, mode="clip")


@compiled
def judge_lanes(
    rank: Array,
    member: Array,
    block: Array,
    first: Array,
    used: Array,
    patterns: Array,
    state_at: Array,
    verdicts: Array,
) -> None:
    """Set bit 5 of each verdict, shape (n, m, LANES), where the party is stable under SIM."""
    for x in range(LANES):
        judge_together(
            rank[:, :, x], member, block, first, used, patterns, state_at, verdicts[:, :, x]
        )


@compiled
def follow_lanes(
    today: Array,
    times: Array,
    rank: Array,
    member: Array,
    block: Array,
    first: Array,
    used: Array,
    watched: Array,
    everyone: Array,
    reached: Array,
    held: Array,
    came: Array,
) -> None:
    """Count what improvements lead to from today, and keep what becomes of the watched states.

    Parameters
    ----------
    today, held, came
        As in :func:`run_lanes`, of the draws in these lanes; `held` and `came` are written.
    times : int32, shape (LANES,)
        How often each lane counts.
    everyone : uint8, shape (m, LANES)
        The concepts under which each state is an equilibrium, as bits.
    reached : int32, shape (m,)
        Added to.
    """
    m = everyone.shape[0]
    reach = np.zeros(m, np.bool_)
    for x in range(today.size):
        reach[:] = False
        if today[x] >= 0:
            follow_improvements(today[x], rank[:, :, x], member, block, first, used, reach)
            for s in range(m):
                reached[s] += times[x] * reach[s]
        for w in range(watched.size):
            if watched[w] >= 0:
                held[x, w] = everyone[watched[w], x]
                came[x, w] = reach[watched[w]]


@compiled
def meet(verdicts: Array, everyone: Array) -> None:
    """Write the bits that the verdicts of all parties, shape (n, m, LANES), have in common."""
    for i in range(verdicts.shape[0]):
        bits, out = verdicts[i].reshape(everyone.size), everyone.reshape(everyone.size)
        for k in range(out.size):
            out[k] = bits[k] if i == 0 else out[k] & bits[k]


@compiled
def count_bits(bits: Array, times: Array, counts: Array) -> None:
    """Add `times`, shape (LANES,), to the counts, shape (6, m), of each of six bits that is set."""
    # Six counts of a state are added up at once, each in a byte of its own; several rounds keep
    # every byte below 256.
    spread = np.zeros(64, np.uint64)
    for number in range(64):
        for k in range(6):
            spread[number] |= np.uint64(number >> k & 1) << np.uint64(8 * k)
    left = times.copy()
    part = np.empty(LANES, np.uint64)
    while left.max() > 0:
        for x in range(LANES):
            taken = min(left[x], 255 // LANES)
            part[x] = taken
            left[x] -= taken
        for s in range(bits.shape[0]):
            total = np.uint64(0)
            for x in range(LANES):
                total += spread[bits[s, x] & 63] * part[x]
            for k in range(6):
                counts[k, s] += np.int32((total >> np.uint64(8 * k)) & np.uint64(255))
