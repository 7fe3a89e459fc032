"""Compiled: dense ranks of a party from statements or weights that change from draw to draw.

States in which the same statements are true are one *class*; only classes are sorted, digit by
digit from the least important statements on [1]_.

References
----------
.. [1] Knuth (1998), "The Art of Computer Programming", vol. 3, section 5.2.5: sorting by
   distribution, least significant digit first.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from detente.conflict.kernels.compiled import compiled

Array = Any

GIVEN, STATEMENTS, WEIGHTS = 0, 1, 2
"""How a party's ranks are made: they are given; by statements in an order; by weights."""

DIGIT = 8
"""Statements, or bits of a weight, that are sorted by at once."""


@compiled
def rank_by_statements(truth: Array, words: Array, sequence: Array, heights: Array) -> None:
    """Write the dense rank of each class of a party in each draw, 0 the worst.

    Parameters
    ----------
    truth : uint8, shape (clauses, classes)
        Whether each clause is true in each class.
    words : uint64, shape (classes, w)
        The same, 64 clauses a word.
    sequence : int32, shape (draws, s)
        The clauses that count, most important first; -1 for one that is absent.
    heights : int16 or int32, shape (classes, at least draws)
        Written.
    """
    classes = words.shape[0]
    order = np.empty(classes, np.int32)
    other = np.empty(classes, np.int32)
    digit = np.empty(classes, np.int32)
    counted = np.empty(words.shape[1], np.uint64)
    for x in range(sequence.shape[0]):
        for w in range(counted.size):
            counted[w] = 0
        for u in range(classes):
            order[u] = u
            digit[u] = 0
        place = 0
        for k in range(sequence.shape[1] - 1, -2, -1):
            # The last round, after all statements, deals what is left over.
            clause = sequence[x, k] if k >= 0 else -1
            if clause >= 0:
                counted[clause >> 6] |= np.uint64(1) << np.uint64(clause & 63)
                for u in range(classes):
                    digit[u] |= np.int32(truth[clause, u]) << place
                place += 1
            if place == DIGIT or (k < 0 and place):
                _deal(digit, order, other)
                place = 0
                for u in range(classes):
                    digit[u] = 0
        level = 0
        for k in range(classes):
            u = order[k]
            if k > 0:
                before = order[k - 1]
                for w in range(counted.size):
                    if (words[u, w] ^ words[before, w]) & counted[w]:
                        level += 1
                        break
            heights[u, x] = level


@compiled
def rank_by_weights(truth: Array, sequence: Array, value: Array, heights: Array) -> None:
    """Write the dense rank of each class of a party in each draw, 0 the worst.

    Parameters
    ----------
    truth : uint8, shape (clauses, classes)
        Whether each clause is true in each class.
    sequence : int32, shape (draws, s)
        The clauses that count; -1 for one that is absent.
    value : int64, shape (draws, s)
        The weight of each entry of `sequence`.
    heights : int16 or int32, shape (classes, at least draws)
        Written.
    """
    classes = truth.shape[1]
    score = np.empty(classes, np.int64)
    order = np.empty(classes, np.int32)
    other = np.empty(classes, np.int32)
    digit = np.empty(classes, np.int32)
    for x in range(sequence.shape[0]):
        for u in range(classes):
            score[u] = 0
            order[u] = u
        for k in range(sequence.shape[1]):
            if sequence[x, k] >= 0:
                for u in range(classes):
                    score[u] += value[x, k] * truth[sequence[x, k], u]
        low = high = score[0]
        for u in range(classes):
            low = min(low, score[u])
            high = max(high, score[u])
        left = high - low
        shift = 0
        while left > 0:
            for u in range(classes):
                digit[u] = ((score[u] - low) >> shift) & 255
            _deal(digit, order, other)
            shift += DIGIT
            left >>= DIGIT
        level = 0
        for k in range(classes):
            if k > 0 and score[order[k]] != score[order[k - 1]]:
                level += 1
            heights[order[k], x] = level


@compiled
def _deal(digit: Array, order: Array, other: Array) -> None:
    """Sort `order` by `digit`, keeping the order of those with the same digit."""
    place = np.zeros(257, np.int64)
    for u in range(digit.size):
        place[digit[u] + 1] += 1
    for k in range(256):
        place[k + 1] += place[k]
    for k in range(order.size):
        u = order[k]
        other[place[digit[u]]] = u
        place[digit[u]] += 1
    for k in range(order.size):
        order[k] = other[k]
