"""Which packages are worth judging: solutions, the frontier, and the best of the zone.

The zone is looked at beyond its frontier because a package that others dominate at the table may
be the only one that would hold.
"""

from __future__ import annotations

import numpy as np

from detente.negotiation.model import Choices, TableModel
from detente.negotiation.packages import worth
from detente.negotiation.solve import Solved

MOST_IN_ZONE = 200_000
"""Up to so many packages of the zone are compared; of a larger one the frontier alone is."""


def packages_of_interest(table: TableModel, solved: Solved, limit: int) -> Choices:
    """Return the solutions of the table, then its other packages of the zone by Nash product.

    Those of the frontier come before those that are not on it. At most `limit`.
    """
    groups = [solution.choices for solution in solved.solutions.values()]
    for more in (solved.frontier.rows(limit), _zone(solved)):
        order = np.argsort(-solved.nash_products(worth(table, more)), kind="stable")
        groups.append(more[order])
    rows = np.concatenate([np.empty((0, len(table.issues)), np.int16), *groups])
    _, first = np.unique(rows, axis=0, return_index=True)
    chosen: Choices = rows[np.sort(first)][:limit]
    return chosen


def _zone(solved: Solved) -> Choices:
    if solved.zone is None or solved.zone > MOST_IN_ZONE:
        return solved.zone_rows(0)
    return solved.zone_rows(MOST_IN_ZONE)
