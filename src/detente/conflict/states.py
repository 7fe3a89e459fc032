"""Which states are feasible: expressions read over whole arrays of patterns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from detente.conflict.model import Patterns
from detente.dossier.expressions import (
    And,
    Count,
    Expression,
    If,
    Iff,
    Not,
    Or,
    Pattern,
    Taken,
)
from detente.dossier.standoff import Clause
from detente.errors import Fault, SizeError

MAX_STATES = 1 << 24
"""More states than these would not fit into a laptop's memory with their analysis."""

Truth = NDArray[np.bool_]


def evaluate(expression: Expression, patterns: Patterns, place: Mapping[str, int]) -> Truth:
    """Return where `expression` is true.

    Parameters
    ----------
    expression : Expression
        A parsed expression.
    patterns : Patterns
        Shape (m,).
    place : Mapping[str, int]
        The bit of each full option id.
    """
    match expression:
        case Taken(option):
            return (patterns >> place[option] & 1).astype(np.bool_)
        case Pattern(letters):
            fixed = sum(1 << k for k, letter in enumerate(letters) if letter != "-")
            taken = sum(1 << k for k, letter in enumerate(letters) if letter == "Y")
            fits: Truth = (patterns & fixed) == taken
            return fits
        case Not(part):
            return ~evaluate(part, patterns, place)
        case And(parts):
            every: Truth = np.logical_and.reduce([evaluate(p, patterns, place) for p in parts])
            return every
        case Or(parts):
            some: Truth = np.logical_or.reduce([evaluate(p, patterns, place) for p in parts])
            return some
        case If(then, condition):
            return evaluate(then, patterns, place) | ~evaluate(condition, patterns, place)
        case Iff(left, right):
            alike: Truth = evaluate(left, patterns, place) == evaluate(right, patterns, place)
            return alike
        case Count(low, high, parts):
            number = np.zeros(patterns.shape, np.int32)
            for part in parts:
                number += evaluate(part, patterns, place)
            return (number >= low) & (number <= (len(parts) if high is None else high))


def options_in(expression: Expression, options: Sequence[str]) -> set[str]:
    """Return the full ids of the options that `expression` depends on as written."""
    match expression:
        case Taken(option):
            return {option}
        case Pattern(letters):
            return {options[k] for k, letter in enumerate(letters) if letter != "-"}
        case Not(part):
            return options_in(part, options)
        case If(then, condition):
            return options_in(then, options) | options_in(condition, options)
        case Iff(left, right):
            return options_in(left, options) | options_in(right, options)
        case And(parts) | Or(parts) | Count(_, _, parts):
            return set().union(*(options_in(part, options) for part in parts))


def feasible_patterns(options: Sequence[str], infeasible: Iterable[Clause]) -> Patterns:
    """Return the patterns that meet none of the `infeasible` clauses, rising.

    Options join one by one, and a clause is applied as soon as all its options have joined, so
    that many options with strong constraints stay small.

    Raises
    ------
    SizeError
        If more than `MAX_STATES` patterns are left at any step.
    """
    place = {option: k for k, option in enumerate(options)}
    due: dict[int, list[Expression]] = {}
    for clause in infeasible:
        used = [place[option] for option in options_in(clause.expression, options)]
        due.setdefault(max(used, default=0), []).append(clause.expression)
    patterns = np.zeros(1, np.int64)
    for k in range(len(options)):
        if 2 * len(patterns) > 2 * MAX_STATES:
            raise _too_many(len(options))
        patterns = np.concatenate([patterns, patterns | (1 << k)])
        for expression in due.get(k, ()):
            patterns = patterns[~evaluate(expression, patterns, place)]
    if len(patterns) > MAX_STATES:
        raise _too_many(len(options))
    return patterns


def _too_many(options: int) -> SizeError:
    return SizeError(
        [
            Fault(
                "",
                0,
                0,
                "too-many-states",
                f"{options} options leave more than {MAX_STATES:,} feasible states, the most that "
                "a laptop's memory can hold with their analysis",
                "Leave out options that matter little, or say under `infeasible` what cannot "
                "happen together; constraints on options that stand early in the file help most",
            )
        ]
    )
