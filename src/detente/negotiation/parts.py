"""The parts of a table that no rule ties together, and the ways to settle each.

An entry of `infeasible`, a red line or a linked amount ties the issues that it speaks of. Issues
tied to each other, directly or through others, are one part; an issue that nothing ties is a part
of its own. A package is one way to settle each part: whether it can be, and what it is worth, is
decided part by part.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import prod

import numpy as np

from detente.dossier.expressions import Expression
from detente.errors import Fault, SizeError
from detente.negotiation.model import Choices, LinkedWorth, RedLine, TableModel, Worth
from detente.negotiation.packages import heads_and_tails, joined
from detente.negotiation.rules import any_true, issues_in, outcomes_in, truth, where_outcomes

MAX_TOGETHER = 50_000_000
"""Combinations of issues tied together by rules that are gone through at most."""

BLOCK = 1 << 16


@dataclass(frozen=True, eq=False, slots=True)
class Part:
    """Issues that rules tie together, and these rules.

    Parameters
    ----------
    issues : tuple of int
        Rising.
    shape : tuple of int
        The number of outcomes of each.
    where : dict
        Of each of their outcomes the place of its issue in `issues`, and its number there.
    """

    issues: tuple[int, ...]
    shape: tuple[int, ...]
    where: dict[str, tuple[int, int]]
    infeasible: tuple[Expression, ...]
    red_lines: tuple[RedLine, ...]
    linked: tuple[LinkedWorth, ...]

    @property
    def combinations(self) -> int:
        """The number of ways to settle it, those that cannot be among them."""
        return prod(self.shape)


@dataclass(frozen=True, eq=False, slots=True)
class Ways:
    """Ways to settle a part: outcome numbers (w, issues), and what each adds in units (w, n)."""

    rows: Choices
    worth: Worth


def parts_of(model: TableModel) -> tuple[Part, ...]:
    """Return the parts of `model`, in the order of their first issues.

    Raises
    ------
    SizeError
        If rules tie more than `MAX_TOGETHER` combinations together.
    """
    rules = (
        *model.infeasible,
        *(line.expression for line in model.red_lines),
        *(linked.expression for linked in model.linked),
    )
    parts = tied_by(model, rules)
    for part in parts:
        if len(part.issues) > 1 and part.combinations > MAX_TOGETHER:
            raise too_many(
                f"rules tie {len(part.issues)} issues together, with {part.combinations:,} "
                f"combinations; at most {MAX_TOGETHER:,} can be gone through"
            )
    return parts


def tied_by(model: TableModel, rules: Sequence[Expression]) -> tuple[Part, ...]:
    """Return the parts of `model` if `rules` alone tied issues together."""
    where = where_outcomes(model)
    tied = _tied(len(model.issues), [issues_in([rule], where) for rule in rules])
    return tuple(_part(model, issues) for issues in tied)


def too_many(message: str) -> SizeError:
    """Return the error for a table too large to be solved."""
    remedy = "Leave out outcomes that nobody would choose, or rules that tie many issues"
    return SizeError([Fault("", 0, 0, "too-many-packages", message, remedy)])


def ways(
    model: TableModel, part: Part, lines: Sequence[RedLine], size: int = BLOCK
) -> Iterator[Ways]:
    """Yield the ways to settle `part` that can be and cross none of `lines`, in order, in blocks.

    Of `lines` those that speak of other parts are passed over.
    """
    rules = [*part.infeasible, *(line.expression for line in part.red_lines if line in lines)]
    columns = [model.worth[issue] for issue in part.issues]
    some, tails = heads_and_tails(part.shape, size)
    behind = _added(columns[len(columns) - tails.shape[1] :], tails)
    for heads in some:
        rows = joined(heads, tails)
        front = _added(columns[: heads.shape[1]], heads)
        total = (front[:, None] + behind).reshape(len(rows), -1)
        if rules:
            allowed = np.flatnonzero(~any_true(rules, part.where, rows))
            rows, total = rows[allowed], total[allowed]
        for linked in part.linked:
            total[truth(linked.expression, part.where, rows), linked.party] += linked.amount
        if len(rows):
            yield Ways(rows, total)


def all_ways(model: TableModel, part: Part, lines: Sequence[RedLine]) -> Ways:
    """Return all that :func:`ways` yields."""
    found = list(ways(model, part, lines))
    if not found:
        return Ways(
            np.zeros((0, len(part.issues)), np.int16), np.zeros((0, len(model.parties)), np.int64)
        )
    return Ways(np.concatenate([w.rows for w in found]), np.concatenate([w.worth for w in found]))


def _added(columns: Sequence[Worth], rows: Choices) -> Worth:
    """Return what outcomes add together, of issues with these worths; one row a row of `rows`."""
    total = np.zeros((len(rows), columns[0].shape[1] if columns else 1), np.int64)
    for k, worth in enumerate(columns):
        total += worth[rows[:, k]]
    return total


def _part(model: TableModel, issues: tuple[int, ...]) -> Part:
    where = {
        outcome: (k, number)
        for k, issue in enumerate(issues)
        for number, outcome in enumerate(model.outcomes[issue])
    }

    def inside(expression: Expression) -> bool:
        return not outcomes_in(expression).isdisjoint(where)

    return Part(
        issues=issues,
        shape=tuple(model.shape[issue] for issue in issues),
        where=where,
        infeasible=tuple(filter(inside, model.infeasible)),
        red_lines=tuple(line for line in model.red_lines if inside(line.expression)),
        linked=tuple(linked for linked in model.linked if inside(linked.expression)),
    )


def _tied(issues: int, ties: Sequence[Sequence[int]]) -> list[tuple[int, ...]]:
    """Return the issues in groups such that each of `ties` lies in one of them."""
    groups = [{issue} for issue in range(issues)]
    for tie in ties:
        touched = [group for group in groups if not group.isdisjoint(tie)]
        groups = [group for group in groups if group.isdisjoint(tie)]
        groups.append(set().union(*touched))
    return sorted(tuple(sorted(group)) for group in groups)
