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


def gains(table: Any, party: str, package: Package) -> tuple[Fraction, Fraction]:
    """Return the least and the most that a party gains over no deal, in any of its readings."""
    side = table.sides[party]
    chosen = {f"{issue}.{name}" for issue, name in package.items()}
    amounts = [one.amount for one in side.linked if _true(one.clause.expression, chosen)]
    ends = []
    for sign in (1, -1):
        mean = _least_mean(
            [
                (
                    min(sign * end for end in _range(side.values[issue.id], issue.id, package)),
                    Fraction(str(side.weights[issue.id].low)),
                    Fraction(str(side.weights[issue.id].high)),
                )
                for issue in table.issues
                if side.weights[issue.id].high > 0
            ]
        )
        for amount in amounts:
            mean += min(sign * Fraction(str(end)) for end in (amount.low, amount.high))
        if side.no_deal is not None:
            mean -= max(sign * Fraction(str(e)) for e in (side.no_deal.low, side.no_deal.high))
        ends.append(sign * mean)
    return ends[0], ends[1]


def _least_mean(parts: list[tuple[Fraction, Fraction, Fraction]]) -> Fraction:
    """Return the least mean of values with a lightest and a heaviest weight each.

    It is reached with some of the lowest values at their heaviest, and all others at their
    lightest.
    """
    means = []
    for heavy in range(len(parts) + 1):
        weighed = [
            (value, last if place < heavy else first)
            for place, (value, first, last) in enumerate(sorted(parts))
        ]
        whole = sum(weight for _, weight in weighed)
        if whole:
            means.append(sum(value * weight for value, weight in weighed) / whole)
    return min(means)


def _range(values: Any, issue: str, package: Package) -> tuple[Fraction, Fraction]:
    outcome = f"{issue}.{package[issue]}"
    if hasattr(values, "amounts"):
        amount = values.amounts[outcome]
        return Fraction(str(amount.low)), Fraction(str(amount.high))
    if outcome in values.tiers[0]:
        return Fraction(1), Fraction(1)
    if outcome in values.tiers[-1]:
        return Fraction(0), Fraction(0)
    return Fraction(0), Fraction(1)


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
