"""What a brief asks of the slower rooms, within the time for which its reader waits."""

from __future__ import annotations

from detente.conflict.kernels.grid import make_grid
from detente.conflict.model import ConflictModel
from detente.conflict.perceptions import PerceptionsResult, perceptions
from detente.conflict.stability import StabilityResult
from detente.dossier import Dossier
from detente.ensemble import EnsembleResult, robust

MOST_READINGS, FEWEST_READINGS = 1_000, 100
"""Readings that are tested for a brief; with fewer, shares would say little."""

WORK = 1 << 21
"""States, over all readings that are tested, for a conflict that the fast kernel solves."""

SLOW = 8
"""How much less of the work is done where lists of moves are needed."""


def tested_readings(dossier: Dossier, model: ConflictModel) -> EnsembleResult | None:
    """Return how the answers fare in other readings; `None` where that would take too long.

    The number of readings depends on the size of the conflict and not on the machine, so that
    the same dossier gives the same brief.
    """
    work = WORK if make_grid(model) is not None else WORK // SLOW
    draws = min(MOST_READINGS, work // model.size // 100 * 100)
    if draws < FEWEST_READINGS:
        return None
    return robust(dossier, draws=draws, evaluations=2 * draws)


def own_views(
    dossier: Dossier, model: ConflictModel, result: StabilityResult
) -> PerceptionsResult | None:
    """Return who sees another conflict; `None` where the dossier says so of nobody."""
    if not dossier.require_standoff().perceptions:
        return None
    return perceptions(dossier, model, ("seq",), result)
