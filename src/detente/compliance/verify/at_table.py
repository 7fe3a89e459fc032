"""What a package is worth at the table, in fractions, as its definition says."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

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

Package = Mapping[str, str]
"""The name of the outcome of each issue."""


def value(table: Any, party: str, package: Package) -> Fraction:
    """Return what a package is worth to a party, in the central reading."""
    side = table.sides[party]
    total, weights = Fraction(0), Fraction(0)
    for issue in table.issues:
        weight = _middle(side.weights[issue.id])
        weights += weight
        if weight:
            total += weight * _worth(side.values[issue.id], f"{issue.id}.{package[issue.id]}")
    chosen = {f"{issue}.{name}" for issue, name in package.items()}
    linked = [one.amount for one in side.linked if _true(one.clause.expression, chosen)]
    return total / weights + sum(map(_middle, linked), Fraction(0))


def no_deal(table: Any, party: str) -> Fraction:
    """Return what no deal is worth to a party."""
    written = table.sides[party].no_deal
    return Fraction(0) if written is None else _middle(written)


def _middle(amount: Any) -> Fraction:
    return (Fraction(str(amount.low)) + Fraction(str(amount.high))) / 2


def _worth(values: Any, outcome: str) -> Fraction:
    if hasattr(values, "amounts"):
        return _middle(values.amounts[outcome])
    steps = len(values.tiers) - 1
    at = next(n for n, tier in enumerate(values.tiers) if outcome in tier)
    return Fraction(steps - at, steps) if steps else Fraction(1)


def _true(expression: Expression, chosen: set[str]) -> bool:
    match expression:
        case Taken(outcome):
            return outcome in chosen
        case Not(part):
            return not _true(part, chosen)
        case And(parts):
            return all(_true(part, chosen) for part in parts)
        case Or(parts):
            return any(_true(part, chosen) for part in parts)
        case If(then, condition):
            return _true(then, chosen) or not _true(condition, chosen)
        case Iff(left, right):
            return _true(left, chosen) == _true(right, chosen)
        case Count(low, high, parts):
            number = sum(_true(part, chosen) for part in parts)
            return number >= low and (high is None or number <= high)
        case Pattern():
            raise ValueError("a pattern says nothing about packages")
