"""How many packages can be, counted exactly without listing them all.

Issues that no entry of ``infeasible`` ties to each other are counted apart and multiplied, so that
a table with many issues is counted as quickly as its largest group of tied issues.
"""

from __future__ import annotations

from math import prod

from detente.negotiation.model import TableModel
from detente.negotiation.packages import grid
from detente.negotiation.parts import BLOCK, Part, tied_by
from detente.negotiation.rules import any_true

COUNTED = 1 << 24
"""Combinations of issues tied to each other that are gone through at most."""


def count_packages(model: TableModel) -> int | None:
    """Return the number of packages of which no entry of ``infeasible`` is true.

    Returns
    -------
    int or None
        `None` if more than `COUNTED` combinations of tied issues would have to be gone through.
    """
    parts = tied_by(model, model.infeasible)
    if any(part.infeasible and part.combinations > COUNTED for part in parts):
        return None
    return prod(map(_ways, parts))


def count_feasible(model: TableModel) -> int:
    """Return the number of :func:`count_packages`, however many combinations it takes."""
    return prod(map(_ways, tied_by(model, model.infeasible)))


def _ways(part: Part) -> int:
    """Return how many ways to settle a part can be."""
    if not part.infeasible:
        return part.combinations
    return sum(
        int((~any_true(part.infeasible, part.where, rows)).sum())
        for rows in grid(part.shape, BLOCK)
    )
