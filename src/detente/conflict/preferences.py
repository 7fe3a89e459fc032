"""From what a party prefers to a dense rank for every state (the central reading)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import lcm
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.conflict.model import Patterns
from detente.conflict.states import evaluate
from detente.dossier.standoff import (
    AnyOrder,
    ByStatements,
    ByWeights,
    Clause,
    OneOf,
)

CHUNK = 20
"""Statements that are read at once; a rank and a chunk together stay below 64 bits."""


def central_statements(preference: ByStatements) -> list[Clause]:
    """Return the statements as a plain run reads them, most important first.

    `any_order` is read as written and of `one_of` the first; `sure` plays no part.
    """
    clauses: list[Clause] = []
    for entry in preference.entries:
        match entry:
            case AnyOrder(entries):
                clauses.extend(entries)
            case OneOf(entries):
                clauses.append(entries[0])
            case Clause():
                clauses.append(entry)
    return clauses


def rank_by_statements(
    clauses: Sequence[Clause], patterns: Patterns, place: Mapping[str, int]
) -> NDArray[np.int32]:
    """Return dense ranks by option prioritisation, 0 the worst.

    A state's score is the string of truth values of the statements, most important first,
    compared as a number; so any number of statements can stand [1]_.

    References
    ----------
    .. [1] Peng, Hipel, Kilgour & Fang (1997); Fang, Hipel, Kilgour & Peng (2003), "A decision
       support system for interactive decision making".
    """
    rank = np.zeros(patterns.shape, np.int64)
    for start in range(0, len(clauses), CHUNK):
        chunk = clauses[start : start + CHUNK]
        key = rank << len(chunk)
        for k, clause in enumerate(reversed(chunk)):
            key |= evaluate(clause.expression, patterns, place).astype(np.int64) << k
        rank = dense(key)
    return rank.astype(np.int32)


def rank_by_weights(
    preference: ByWeights, patterns: Patterns, place: Mapping[str, int]
) -> NDArray[np.int32]:
    """Return dense ranks by the exact sum of the weights that are true, ranges at their middle."""
    weights = [
        (Fraction(repr(term.low)) + Fraction(repr(term.high))) / 2 for term in preference.terms
    ]
    scale = lcm(*(weight.denominator for weight in weights)) if weights else 1
    whole = [int(weight * scale) for weight in weights]
    small = sum(abs(weight) for weight in whole) < 1 << 62
    score: NDArray[Any] = np.zeros(patterns.shape, np.int64 if small else np.object_)
    for term, weight in zip(preference.terms, whole, strict=True):
        score[evaluate(term.clause.expression, patterns, place)] += weight
    return dense(score).astype(np.int32)


def dense(score: NDArray[Any]) -> NDArray[np.int64]:
    """Return for each entry how many different lower scores there are.

    `score` holds 64-bit integers, or Python integers where these would not do.
    """
    if score.dtype != np.object_ and len(score):
        low, high = int(score.min()), int(score.max())
        if high - low < 4 * len(score) + 1024:
            seen = np.zeros(high - low + 1, np.int64)
            seen[score - low] = 1
            position = np.cumsum(seen) - 1
            counted: NDArray[np.int64] = position[score - low]
            return counted
    rank: NDArray[np.int64] = np.unique(score, return_inverse=True)[1].astype(np.int64)
    return rank.reshape(score.shape)
