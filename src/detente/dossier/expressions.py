"""The parts of an expression over options, as frozen data without behaviour.

The grammar that makes them stands in :mod:`detente.dossier.grammar`; rooms that give an
expression a meaning (as arrays, as words) walk these classes themselves.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Taken:
    """True where the option is taken. `option` is its full id, such as ``us.join``."""

    option: str


@dataclass(frozen=True, slots=True)
class Pattern:
    """True where each letter fits: Y taken, N not taken, ``-`` either; one letter an option."""

    letters: str


@dataclass(frozen=True, slots=True)
class Not:
    """True where `part` is false."""

    part: Expression


@dataclass(frozen=True, slots=True)
class And:
    """True where every one of two or more `parts` is true."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """True where at least one of two or more `parts` is true."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class If:
    """``then if condition``: true where the condition is false or `then` is true."""

    then: Expression
    condition: Expression


@dataclass(frozen=True, slots=True)
class Iff:
    """True where both sides are true or both are false."""

    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True)
class Count:
    """True where at least `low` and at most `high` of the parts are true (`None`: no bound)."""

    low: int
    high: int | None
    parts: tuple[Expression, ...]


Expression = Taken | Pattern | Not | And | Or | If | Iff | Count
