"""Taking expressions apart, and writing them as text that parses to the same."""

from __future__ import annotations

from collections.abc import Sequence

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


def parts(expression: Expression) -> tuple[Expression, ...]:
    """Return the expressions that `expression` is directly made of."""
    match expression:
        case Taken() | Pattern():
            return ()
        case Not(part):
            return (part,)
        case And(inner) | Or(inner) | Count(_, _, inner):
            return inner
        case If(then, condition):
            return (then, condition)
        case Iff(left, right):
            return (left, right)


def write(expression: Expression) -> str:
    """Return a text that parses to `expression`, with no more brackets than it needs."""
    return _write(expression, 0)


def _write(expression: Expression, binding: int) -> str:
    match expression:
        case Taken(option):
            return option
        case Pattern(letters):
            return letters
        case Not(part):
            return f"not {_write(part, 3)}"
        case And(inner):
            text, own = " and ".join(_write(part, 3) for part in inner), 2
        case Or(inner):
            text, own = " or ".join(_write(part, 2) for part in inner), 1
        case If(then, condition):
            text, own = f"{_write(then, 1)} if {_write(condition, 1)}", 0
        case Iff(left, right):
            text, own = f"{_write(left, 1)} iff {_write(right, 1)}", 0
        case Count(low, high, inner):
            return f"{_count(low, high)} one of ({_join(inner)})"
    return f"({text})" if own < binding else text


def _join(inner: Sequence[Expression]) -> str:
    return ", ".join(_write(part, 0) for part in inner)


def _count(low: int, high: int | None) -> str:
    return "at least" if high is None else "exactly" if low else "at most"
