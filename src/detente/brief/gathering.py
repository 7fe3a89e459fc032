"""What a brief asks of the slower rooms, within the time for which its reader waits."""

from __future__ import annotations

from math import prod

from detente.brief.offers import TableAnswers
from detente.compliance import self_enforcing
from detente.conflict.kernels.grid import make_grid
from detente.conflict.model import ConflictModel
from detente.conflict.perceptions import PerceptionsResult, perceptions
from detente.conflict.stability import StabilityResult
from detente.dossier import Dossier
from detente.dossier.table import Table
from detente.ensemble import EnsembleResult, robust
from detente.ensemble.table.engine import MOST_PACKAGES
from detente.errors import SizeError
from detente.negotiation.compile import compile_table
from detente.negotiation.deals import deals

MOST_READINGS, FEWEST_READINGS = 1_000, 100
"""Readings that are tested for a brief; with fewer, shares would say little."""

WORK = 3 << 19
"""States and packages, over all readings, for a conflict that the fast kernel solves."""

TOLD, JUDGED = 12, 200
"""Packages that the annex tells, and that are asked whether they would hold."""

SLOW = 8
"""How much less of the work is done where lists of moves are needed."""


def tested_readings(dossier: Dossier, model: ConflictModel) -> EnsembleResult | None:
    """Return how the answers fare in other readings; `None` where that would take too long.

    The number of readings depends on the size of the conflict and not on the machine, so that
    the same dossier gives the same brief.
    """
    work = WORK if make_grid(model) is not None else WORK // SLOW
    size = model.size + (0 if dossier.table is None else packages_drawn(dossier.table))
    draws = min(MOST_READINGS, work // size // 100 * 100)
    if draws < FEWEST_READINGS:
        return None
    return robust(dossier, draws=draws, evaluations=2 * draws, table_evaluations=0)


def packages_drawn(table: Table) -> int:
    """Return how many packages each reading solves: none of a table too large to be drawn."""
    packages = prod(len(issue.outcomes) for issue in table.issues)
    return packages if packages <= MOST_PACKAGES else 0


def own_views(
    dossier: Dossier, model: ConflictModel, result: StabilityResult
) -> PerceptionsResult | None:
    """Return who sees another conflict; `None` where the dossier says so of nobody."""
    if not dossier.require_standoff().perceptions:
        return None
    return perceptions(dossier, model, ("seq",), result)


def table_answers(
    dossier: Dossier, model: ConflictModel, result: StabilityResult
) -> TableAnswers | None:
    """Return what can be signed and whether it would hold; `None` without a table to work out."""
    if dossier.table is None:
        return None
    table = compile_table(dossier)
    try:
        found = deals(dossier, table, limit=TOLD)
    except SizeError:
        return None
    if not dossier.table.needs or model.status_quo is None:
        return TableAnswers(found)
    enforcement = self_enforcing(dossier, table, model, found.solved, limit=JUDGED, result=result)
    return TableAnswers(found, enforcement)
