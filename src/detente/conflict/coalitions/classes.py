"""Compiled: which states a coalition can reach, as classes of states that reach each other.

A *node* is a state, or, where a party's moves are not transitive, a state with its last mover.
Classes are the strongly connected sets of nodes, numbered so that moves lead to lower numbers
or stay inside. The kernels of this module call each other and none of another module.

References
----------
Tarjan, *SIAM Journal on Computing* 1 (1972): strongly connected components in linear time.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from detente.conflict.kernels.compiled import compiled

Array = Any


@compiled
def node_classes(size: int, bound: bool, parties: Array, start: Array, to: Array) -> Array:
    """Return the class of each node; the highest plus one is their number.

    Parameters
    ----------
    size : int
        The number m of states.
    bound : bool
        Whether it matters who moved last. If so there are k * m nodes, node ``j * m + s`` being
        state s after a move of the j-th member, who must not move next; if not, m.
    parties : int64, shape (k,)
        The members of the coalition.
    start : int64, shape (n, m + 1)
        Moves of party j from state s are ``to[start[j, s]:start[j, s + 1]]``.
    to : int32
        Where they lead.
    """
    nodes = parties.size * size if bound else size
    found = np.full(nodes, -1, np.int32)
    index = np.full(nodes, -1, np.int32)
    low = np.zeros(nodes, np.int32)
    mover = np.zeros(nodes, np.int32)
    place = np.zeros(nodes, np.int64)
    waiting = np.empty(nodes, np.int32)
    calls = np.empty(nodes, np.int32)
    held = 0
    count = 0
    classes = 0
    for root in range(nodes):
        if index[root] >= 0:
            continue
        depth = 1
        calls[0] = root
        while depth > 0:
            node = calls[depth - 1]
            state = node % size
            if index[node] < 0:
                index[node] = count
                low[node] = count
                count += 1
                waiting[held] = node
                held += 1
                mover[node] = 0
                place[node] = start[parties[0], state]
            deeper = False
            while mover[node] < parties.size and not deeper:
                k = mover[node]
                if bound and k == node // size:
                    place[node] = start[parties[k], state + 1]
                if place[node] >= start[parties[k], state + 1]:
                    mover[node] = k + 1
                    if k + 1 < parties.size:
                        place[node] = start[parties[k + 1], state]
                    continue
                other = to[place[node]] + (k * size if bound else 0)
                if index[other] < 0:
                    calls[depth] = other
                    depth += 1
                    deeper = True
                else:
                    if found[other] < 0:
                        low[node] = min(low[node], low[other])
                    place[node] += 1
            if deeper:
                continue
            if low[node] == index[node]:
                while True:
                    held -= 1
                    member = waiting[held]
                    found[member] = classes
                    if member == node:
                        break
                classes += 1
            depth -= 1
    return found


@compiled
def class_lists(
    size: int,
    bound: bool,
    parties: Array,
    start: Array,
    to: Array,
    found: Array,
    order: Array,
    first: Array,
    most: int,
) -> tuple[Array, Array]:
    """Return, for each class, the classes that can be reached from it, itself included.

    As row starts, shape (classes + 1,), and the classes of all rows. If it
    is `bound`, rows for the states before anybody has moved follow: shape (classes + m + 1,).
    With more than `most` entries the starts are empty. The nodes of class c, as `found` tells
    them, are ``order[first[c]:first[c + 1]]``.
    """
    classes = first.size - 1
    states = size if bound else 0
    row = np.zeros(classes + states + 1, np.int64)
    seen = np.full(classes, -1, np.int32)
    down = np.empty(4 * found.size + 64, np.int32)
    filled = 0
    for c in range(classes + states):
        if filled + classes > down.size:
            larger = np.empty(2 * down.size + classes, np.int32)
            larger[:filled] = down[:filled]
            down = larger
        if c < classes:
            seen[c] = c
            down[filled] = c
            filled += 1
        one = c >= classes
        for x in range(0 if one else first[c], 1 if one else first[c + 1]):
            node = -1 if one else order[x]
            state = c - classes if one else node % size
            for k in range(parties.size):
                if bound and node >= 0 and k == node // size:
                    continue
                for p in range(start[parties[k], state], start[parties[k], state + 1]):
                    d = found[to[p] + (k * size if bound else 0)]
                    if seen[d] == c:
                        continue
                    for y in range(row[d], row[d + 1]):
                        if seen[down[y]] != c:
                            seen[down[y]] = c
                            down[filled] = down[y]
                            filled += 1
        row[c + 1] = filled
        if filled > most:
            return np.zeros(0, np.int64), down[:0]
    return row, down[:filled].copy()
