"""Compiled: what coalitions that improve in turn lead a party down to."""

from __future__ import annotations

from typing import Any

import numpy as np

from detente.conflict.kernels.compiled import compiled

Array = Any

UNSEEN, DONE = -2, -1


@compiled
def floor_of_chains(
    value: Array,
    rising: Array,
    bound: bool,
    coalitions: Array,
    begin: Array,
    party: Array,
    rank: Array,
    home: Array,
    up_row: Array,
    up: Array,
    source_row: Array,
    source: Array,
) -> Array:
    """Return for each state the least `value` of it and of all that coalitions improve it to.

    Coalitions improve in turn, none twice running. From the least values up, improvements are
    walked backwards. A state is reached at most twice: first by some coalition, which tells what
    it leads to unless that coalition moved just before, and then by another one.

    Parameters
    ----------
    value : int32, shape (m,)
        What a party has at each state.
    rising : int32, shape (m,)
        The states in rising order of `value`.
    bound : bool
        Whether a coalition that has moved must wait; if not, its moves are transitive.
    coalitions : int64, shape (k,)
        The coalitions that may improve, by their number among all.
    begin, party : int64
        The members of coalition a are ``party[begin[a]:begin[a + 1]]``.
    rank : int32, shape (m, n)
        The ranks of all parties.
    home : int32, shape (a, m, h)
        The classes of all coalitions that hold each state, -1 after the last.
    up_row, up : Array
        For each class the rows that lead to it.
    source_row, source : Array
        For each row the states that have it.
    """
    size = value.size
    floor = np.empty(size, np.int32)
    seen = np.full(size, UNSEEN, np.int32)
    stack = np.empty(2 * size, np.int32)
    only = np.empty(2 * size, np.int32)
    for start in rising:
        if seen[start] == DONE:
            continue
        label = value[start]
        if seen[start] == UNSEEN:
            floor[start] = label
        stack[0] = start
        # What is yet to be walked back: all steps (UNSEEN), those of one coalition a, or those of
        # all but it (-3 - a).
        only[0] = seen[start]
        seen[start] = DONE
        top = 1
        while top > 0:
            top -= 1
            t = stack[top]
            what = only[top]
            for a in coalitions:
                if (what >= 0 and what != a) or what == -3 - a:
                    continue
                for h in range(home.shape[2]):
                    c = home[a, t, h]
                    if c < 0:
                        break
                    for x in range(up_row[c], up_row[c + 1]):
                        e = up[x]
                        for y in range(source_row[e], source_row[e + 1]):
                            s = source[y]
                            if seen[s] == DONE or seen[s] == a:
                                continue
                            better = True
                            for p in range(begin[a], begin[a + 1]):
                                if rank[t, party[p]] <= rank[s, party[p]]:
                                    better = False
                                    break
                            if not better:
                                continue
                            stack[top] = s
                            if seen[s] == UNSEEN:
                                floor[s] = label
                                only[top] = -3 - a
                                seen[s] = a if bound else DONE
                            else:
                                only[top] = seen[s]
                                seen[s] = DONE
                            top += 1
    return floor
