"""How many packages can be, counted exactly without listing them all."""

from __future__ import annotations

from math import prod

import numpy as np

from detente.dossier.expressions import Expression
from detente.negotiation.model import TableModel
from detente.negotiation.packages import grid
from detente.negotiation.rules import Where, any_true, issues_in, where_outcomes

COUNTED = 1 << 24
"""Combinations of issues tied to each other that are gone through at most."""

BLOCK = 1 << 16


def count_packages(model: TableModel) -> int | None:
    """Return the number of packages of which no entry of ``infeasible`` is true.

    Issues that no entry ties to each other are counted apart and multiplied, so that a table
    with many issues is counted as quickly as its largest group of tied issues.

    Returns
    -------
    int or None
        `None` if more than `COUNTED` combinations of tied issues would have to be gone through.
    """
    where = where_outcomes(model)
    groups: list[tuple[set[int], list[Expression]]] = []
    for expression in model.infeasible:
        issues, rules, apart = set(issues_in([expression], where)), [expression], []
        for group in groups:
            if group[0] & issues:
                issues |= group[0]
                rules += group[1]
            else:
                apart.append(group)
        groups = [*apart, (issues, rules)]
    tied = set[int]().union(*(issues for issues, _ in groups))
    total = prod(size for issue, size in enumerate(model.shape) if issue not in tied)
    for issues, rules in groups:
        number = _count(model, sorted(issues), rules, where)
        if number is None:
            return None
        total *= number
    return total


def _count(
    model: TableModel, issues: list[int], rules: list[Expression], where: Where
) -> int | None:
    """Return how many combinations of outcomes of `issues` meet none of `rules`."""
    shape = [model.shape[issue] for issue in issues]
    if prod(shape) > COUNTED:
        return None
    number = 0
    for part in grid(shape, BLOCK):
        choices = np.zeros((len(part), len(model.issues)), np.int16)
        choices[:, issues] = part
        number += int((~any_true(rules, where, choices)).sum())
    return number
