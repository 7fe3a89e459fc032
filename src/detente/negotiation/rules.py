"""Expressions over outcomes, read over whole arrays of packages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

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
from detente.negotiation.model import Choices, TableModel

Truth = NDArray[np.bool_]

Where = Mapping[str, tuple[int, int]]
"""The issue and the number within it of each outcome, by full id."""


def where_outcomes(model: TableModel) -> dict[str, tuple[int, int]]:
    """Return where each outcome of `model` stands, by full id."""
    return {
        outcome: (issue, number)
        for issue, outcomes in enumerate(model.outcomes)
        for number, outcome in enumerate(outcomes)
    }


def truth(expression: Expression, where: Where, choices: Choices) -> Truth:
    """Return where `expression` is true of `choices` (p, i); shape (p,).

    Raises
    ------
    ValueError
        On a pattern of letters, which speaks of options and not of outcomes.
    """
    match expression:
        case Taken(outcome):
            issue, number = where[outcome]
            taken: Truth = choices[:, issue] == number
            return taken
        case Not(part):
            return ~truth(part, where, choices)
        case And(parts):
            every: Truth = np.logical_and.reduce([truth(p, where, choices) for p in parts])
            return every
        case Or(parts):
            some: Truth = np.logical_or.reduce([truth(p, where, choices) for p in parts])
            return some
        case If(then, condition):
            return truth(then, where, choices) | ~truth(condition, where, choices)
        case Iff(left, right):
            alike: Truth = truth(left, where, choices) == truth(right, where, choices)
            return alike
        case Count(low, high, parts):
            number_true = np.zeros(len(choices), np.int32)
            for part in parts:
                number_true += truth(part, where, choices)
            return (number_true >= low) & (number_true <= (len(parts) if high is None else high))
        case Pattern(letters):
            raise ValueError(f"the pattern {letters} says nothing about a package")


def any_true(expressions: Iterable[Expression], where: Where, choices: Choices) -> Truth:
    """Return where at least one of `expressions` is true of `choices`; shape (p,)."""
    found: Truth = np.zeros(len(choices), np.bool_)
    for expression in expressions:
        found |= truth(expression, where, choices)
    return found


def outcomes_in(expression: Expression) -> frozenset[str]:
    """Return the full ids of the outcomes that `expression` names."""
    match expression:
        case Taken(outcome):
            return frozenset({outcome})
        case Not(part):
            return outcomes_in(part)
        case If(then, condition):
            return outcomes_in(then) | outcomes_in(condition)
        case Iff(left, right):
            return outcomes_in(left) | outcomes_in(right)
        case And(parts) | Or(parts) | Count(_, _, parts):
            return frozenset().union(*map(outcomes_in, parts))
        case Pattern():
            return frozenset()


def issues_in(expressions: Iterable[Expression], where: Where) -> tuple[int, ...]:
    """Return the numbers of the issues that `expressions` speak of, rising."""
    named = frozenset[str]().union(*map(outcomes_in, expressions))
    return tuple(sorted({where[outcome][0] for outcome in named}))
