"""What the expressions of the example say, read word by word over sets of names."""

from __future__ import annotations

from itertools import product

from detente.dossier.expressions import And, Count, Expression, If, Iff, Not, Or, Pattern, Taken
from detente.dossier.standoff import Standoff
from detente.dossier.table import ByNumbers, Side, Table, Values


def holds(expression: Expression, taken: frozenset[str], order: tuple[str, ...]) -> bool:
    """Tell whether `expression` is true where the options in `taken` are, word by word."""
    match expression:
        case Taken(option):
            return option in taken
        case Pattern(letters):
            return all(
                letter == "-" or (letter == "Y") == (option in taken)
                for letter, option in zip(letters, order, strict=True)
            )
        case Not(part):
            return not holds(part, taken, order)
        case And(parts):
            return all(holds(part, taken, order) for part in parts)
        case Or(parts):
            return any(holds(part, taken, order) for part in parts)
        case If(then, condition):
            return holds(then, taken, order) or not holds(condition, taken, order)
        case Iff(left, right):
            return holds(left, taken, order) == holds(right, taken, order)
        case Count(low, high, parts):
            true = sum(holds(part, taken, order) for part in parts)
            return low <= true and (high is None or true <= high)
    raise AssertionError(expression)


def feasible_states(standoff: Standoff) -> list[frozenset[str]]:
    """Return every state that can be, as the set of the options taken in it."""
    order = tuple(option.id for option in standoff.options)
    states = (
        frozenset(o for o, yes in zip(order, choice, strict=True) if yes)
        for choice in product((False, True), repeat=len(order))
    )
    return [
        s for s in states if not any(holds(c.expression, s, order) for c in standoff.infeasible)
    ]


def feasible_packages(table: Table) -> list[frozenset[str]]:
    """Return every package that can be, as the set of its outcomes."""
    outcomes = [[outcome.id for outcome in issue.outcomes] for issue in table.issues]
    return [
        package
        for package in map(frozenset, product(*outcomes))
        if not any(holds(c.expression, package, ()) for c in table.infeasible)
    ]


def worth(side: Side, package: frozenset[str]) -> float:
    """Return what `package` is worth to `side` in the central reading, bonuses aside."""
    weights = {issue: amount.middle for issue, amount in side.weights.items()}
    points = {o.split(".")[0]: central(side.values[o.split(".")[0]], o) for o in package}
    return sum(weights[i] * points[i] for i in points) / sum(weights.values())


def central(values: Values, outcome: str) -> float:
    """Return the middle of the range of `outcome`, or its step in the order."""
    if isinstance(values, ByNumbers):
        return values.amounts[outcome].middle
    (place,) = (k for k, tier in enumerate(values.tiers) if outcome in tier)
    return 1 - place / (len(values.tiers) - 1)
