"""Compiled: whether a coalition gains and whether the others can deter it.

In what follows a coalition's reach is told as rows of classes of states, as in
:class:`detente.conflict.coalitions.reaching.Reach`: state s leads to
``member[first[c]:first[c + 1]]`` for each class c in ``down[row[entry[s]]:row[entry[s] + 1]]``.
The kernels of this module call each other and none of another module.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from detente.conflict.kernels.compiled import compiled

Array = Any


@compiled
def above(value: Array, one: int, than: Array, other: int) -> bool:
    """Tell whether row `one` of `value` is greater than row `other` of `than` in every column."""
    higher = True
    for k in range(value.shape[1]):
        if value[one, k] <= than[other, k]:
            higher = False
            break
    return higher


@compiled
def fronts(first: Array, member: Array, value: Array) -> tuple[Array, Array]:
    """Return, as starts and states, those of each class that no other of it equals or exceeds.

    Whatever a state of a class exceeds in every column of `value`, one of these exceeds too. The
    states of a class in `member` must stand in falling order of the sum of their values.
    """
    begin = np.zeros(first.size, np.int64)
    kept = np.empty(member.size, np.int32)
    filled = 0
    for c in range(first.size - 1):
        for x in range(first[c], first[c + 1]):
            state = member[x]
            covered = False
            for y in range(begin[c], filled):
                covered = True
                for k in range(value.shape[1]):
                    if value[kept[y], k] < value[state, k]:
                        covered = False
                        break
                if covered:
                    break
            if not covered:
                kept[filled] = state
                filled += 1
        begin[c + 1] = filled
    return begin, kept[:filled].copy()


@compiled
def can_gain(
    entry: Array, row: Array, down: Array, first: Array, value: Array, rank: Array
) -> Array:
    """Return for each state whether it leads to one whose `value` is above its `rank`.

    Parameters
    ----------
    entry, row, down : Array
        The reach of the coalition.
    first, value : Array
        What each member would be left with, in ``value[first[c]:first[c + 1]]`` at the states of
        class c that matter (:func:`fronts`).
    rank : int32, shape (m, h)
        What each member has at each state.
    """
    gains = np.zeros(entry.size, np.bool_)
    for s in range(entry.size):
        e = entry[s]
        for x in range(row[e], row[e + 1]):
            c = down[x]
            for y in range(first[c], first[c + 1]):
                if above(value, y, rank, s):
                    gains[s] = True
                    break
            if gains[s]:
                break
    return gains


@compiled
def can_escape(
    entry: Array,
    row: Array,
    down: Array,
    first: Array,
    member: Array,
    best_first: Array,
    best: Array,
    other_entry: Array,
    other_row: Array,
    other_down: Array,
    other_first: Array,
    other_member: Array,
    rank: Array,
    asked: Array,
) -> Array:
    """Return for each state `asked` about whether it breaks under coalition symmetric stability.

    It does if the coalition can reach something better for all its members, from which the
    others lead only to what is better for them too or can be left for something that is.

    Parameters
    ----------
    entry, row, down, first, member : Array
        The reach of the coalition.
    best_first, best : Array
        The states of each class that matter to it (:func:`fronts` of `rank`).
    other_entry, other_row, other_down, other_first, other_member : Array
        The reach of the others; without others `other_entry` is empty.
    rank : int32, shape (m, h)
        What each member has at each state.
    asked : bool, shape (m,)
        The states to judge.
    """
    breaks = np.zeros(entry.size, np.bool_)
    classes = first.size - 1
    class_seen = np.full(classes, -1, np.int32)
    class_better = np.zeros(classes, np.bool_)
    row_seen = np.full(row.size - 1, -1, np.int32)
    row_better = np.zeros(row.size - 1, np.bool_)
    for s in range(entry.size):
        if not asked[s]:
            continue
        for x in range(row[entry[s]], row[entry[s] + 1]):
            c = down[x]
            for y in range(first[c], first[c + 1]):
                q = member[y]
                if not above(rank, q, rank, s):
                    continue
                deterred = False
                if other_entry.size > 0:
                    e = other_entry[q]
                    for z in range(other_row[e], other_row[e + 1]):
                        d = other_down[z]
                        for w in range(other_first[d], other_first[d + 1]):
                            t = other_member[w]
                            if above(rank, t, rank, s):
                                continue
                            e_t = entry[t]
                            if row_seen[e_t] != s:
                                row_seen[e_t] = s
                                row_better[e_t] = False
                                for v in range(row[e_t], row[e_t + 1]):
                                    f = down[v]
                                    if class_seen[f] != s:
                                        class_seen[f] = s
                                        class_better[f] = False
                                        for b in range(best_first[f], best_first[f + 1]):
                                            if above(rank, best[b], rank, s):
                                                class_better[f] = True
                                                break
                                    if class_better[f]:
                                        row_better[e_t] = True
                                        break
                            if not row_better[e_t]:
                                deterred = True
                                break
                        if deterred:
                            break
                if not deterred:
                    breaks[s] = True
                    break
            if breaks[s]:
                break
    return breaks


@compiled
def find_gains(
    entry: Array,
    row: Array,
    down: Array,
    first: Array,
    member: Array,
    value: Array,
    rank: Array,
    begins: Array,
    ends: Array,
    most: int,
) -> tuple[Array, int]:
    """Return the first `most` improvements of a coalition and the number of all.

    An improvement is a row of two states, from and to; rows rise.

    Parameters
    ----------
    entry, row, down, first, member : Array
        The reach of the coalition; states told twice are kept once.
    value, rank : int32, shapes (as `member`, h) and (m, h)
        What each party of the coalition has at each of `member`, and at each state.
    begins, ends : uint8, shapes (m,) and as `member`
        Only improvements whose begin and end have a bit in common count.
    """
    kept = np.empty((most, 2), np.int32)
    told = np.full(entry.size, -1, np.int32)
    count = 0
    for s in range(entry.size):
        if begins[s] == 0:
            continue
        found = 0
        e = entry[s]
        for x in range(row[e], row[e + 1]):
            c = down[x]
            for y in range(first[c], first[c + 1]):
                if begins[s] & ends[y] and above(value, y, rank, s) and told[member[y]] != s:
                    told[member[y]] = s
                    found += 1
        place = count
        count += found
        q = 0
        while place < min(count, most):
            if told[q] == s:
                kept[place, 0] = s
                kept[place, 1] = q
                place += 1
            q += 1
    return kept[: min(count, most)], count
