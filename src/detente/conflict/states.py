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


def certainly(
    expression: Expression, patterns: Patterns, place: Mapping[str, int], known: int
) -> tuple[Truth, Truth]:
    """Return where `expression` is true, and where false, whatever the options still to come.

    Parameters
    ----------
    expression : Expression
        A parsed expression.
    patterns : Patterns
        Shape (m,); only their first `known` options are settled.
    place : Mapping[str, int]
        The bit of each full option id.
    known : int
        How many options are settled.
    """
    nowhere = np.zeros(patterns.shape, np.bool_)
    match expression:
        case Taken(option):
            if place[option] >= known:
                return nowhere, nowhere
            taken = evaluate(expression, patterns, place)
            return taken, ~taken
        case Pattern(letters):
            settled = letters[:known].ljust(len(letters), "-")
            fits = evaluate(Pattern(settled), patterns, place)
            return (fits if settled == letters else nowhere), ~fits
        case Not(part):
            true, false = certainly(part, patterns, place, known)
            return false, true
        case And(parts):
            false, true = certainly(Or(tuple(map(Not, parts))), patterns, place, known)
            return true, false
        case Or(parts):
            return certainly(Count(1, None, parts), patterns, place, known)
        case If(then, condition):
            return certainly(Or((then, Not(condition))), patterns, place, known)
        case Iff(left, right):
            left_true, left_false = certainly(left, patterns, place, known)
            right_true, right_false = certainly(right, patterns, place, known)
            return (
                (left_true & right_true) | (left_false & right_false),
                (left_true & right_false) | (left_false & right_true),
            )
        case Count(low, high, parts):
            least = np.zeros(patterns.shape, np.int32)
            most = np.full(patterns.shape, len(parts), np.int32)
            for part in parts:
                true, false = certainly(part, patterns, place, known)
                least += true
                most -= false
            top = len(parts) if high is None else high
            return (least >= low) & (most <= top), (most < low) | (least > top)


def feasible_patterns(options: Sequence[str], infeasible: Iterable[Clause]) -> Patterns:
    """Return the patterns that meet none of the `infeasible` clauses, rising.

    Options join one by one. Whenever one of a clause joins, the patterns that meet the clause
    whatever follows are left out, so that many options with strong constraints stay small.

    Raises
    ------
    SizeError
        If more than `MAX_STATES` patterns are left at any step.
    """
    place = {option: k for k, option in enumerate(options)}
    due: dict[int, list[tuple[Expression, bool]]] = {}
    for clause in infeasible:
        used = sorted(place[option] for option in options_in(clause.expression, options)) or [0]
        for k in used:
            due.setdefault(k, []).append((clause.expression, k == used[-1]))
    patterns = np.zeros(1, np.int64)
    for k in range(len(options)):
        if len(patterns) > MAX_STATES:
            raise _too_many(len(options))
        patterns = np.concatenate([patterns, patterns | (1 << k)])
        for expression, complete in due.get(k, ()):
            met = (
                evaluate(expression, patterns, place)
                if complete
                else certainly(expression, patterns, place, k + 1)[0]
            )
            patterns = patterns[~met]
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
