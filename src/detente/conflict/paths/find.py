"""Find the shortest paths from a state to others: status quo analysis.

References
----------
Li, Kilgour and Hipel, *Journal of the Operational Research Society* 56 (2005): status quo analysis.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from detente.conflict.concepts import concept_number, not_computed
from detente.conflict.kernels.grid import make_grid
from detente.conflict.lookup import TODAY, find_state
from detente.conflict.model import ConflictModel
from detente.conflict.paths.on_nodes import NodePaths
from detente.conflict.paths.result import PathsResult
from detente.conflict.paths.routes import RELATIONS
from detente.conflict.reach import NOWHERE
from detente.conflict.stability import StabilityResult, stability
from detente.results import Manifest

if TYPE_CHECKING:
    from detente.conflict.paths.on_grid import GridPaths

LISTED_TARGETS = 1_000
"""Targets that paths are listed to."""


def paths(
    model: ConflictModel,
    start: int | None = None,
    targets: Sequence[int] | None = None,
    concept: str = "seq",
    result: StabilityResult | None = None,
    source: str = "",
) -> PathsResult:
    """Return which states can be reached from one, by which steps, and the shortest paths.

    Three relations are told apart: all moves; improvements; and improvements from states that
    are unstable under `concept` for the party that leaves them. No party moves twice running.

    Parameters
    ----------
    model : ConflictModel
        The conflict.
    start : int, optional
        The state that paths start from; today's, if not given.
    targets : sequence of int, optional
        The states they lead to; the equilibria under `concept`, if not given.
    concept : str
        One of `CONCEPTS`.
    result : StabilityResult, optional
        The stability of the model, if it is already known.
    source : str
        The hash of the dossier, for the manifest.

    Raises
    ------
    CallError
        If there is no such concept, it cannot be computed, today's state is not known, or the
        order of a party is known in part only.
    """
    model.require_complete()
    bit = 1 << concept_number(concept)
    at = find_state(model, TODAY[0]) if start is None else start
    result = result or stability(model)
    if concept not in result.concepts:
        raise not_computed(result.concepts)
    wanted = result.states(concept) if targets is None else np.unique(np.array(targets, np.int32))
    search = _searches(model, at, result, bit)
    workers = 1 if result.kernel == "general" else os.cpu_count() or 1
    with ThreadPoolExecutor(workers) as pool:
        distance = np.array(list(pool.map(search.distances, RELATIONS)))
        closest = nearest(model, distance, wanted)
        listed = np.sort(closest)
        routes = list(pool.map(partial(search.routes, targets=listed), RELATIONS))
    distance.setflags(write=False)
    parameters = {
        "start": model.label(at),
        "targets": None if targets is None else model.labels(wanted),
        "concept": concept,
        "kernel": result.kernel,
    }
    return PathsResult(
        model=model,
        start=at,
        concept=concept,
        stability=result,
        asked=targets is not None,
        targets=wanted,
        nearest=closest,
        distance=distance,
        routes=dict(zip(RELATIONS, routes, strict=True)),
        without_moves=search.without_moves(),
        source=Manifest("paths", source, parameters),
    )


def _searches(
    model: ConflictModel, start: int, result: StabilityResult, bit: int
) -> NodePaths | GridPaths:
    """Return the searches of the kind that found the stability: on a grid, or over nodes."""
    grid = make_grid(model) if result.kernel == "fast" else None
    if grid is None:
        return NodePaths(model, start, result.verdicts, bit)
    from detente.conflict.paths.on_grid import GridPaths

    return GridPaths(model, grid, start, result.verdicts, bit)


def nearest(
    model: ConflictModel, distance: NDArray[np.int32], targets: NDArray[np.int32]
) -> NDArray[np.int32]:
    """Return the first `LISTED_TARGETS` of `targets`: those with a name, then the nearest.

    Parameters
    ----------
    model : ConflictModel
        The conflict.
    distance : NDArray[np.int32]
        Shape (3, m): how far each state is by each of `RELATIONS`, -1 where not reached.
    targets : NDArray[np.int32]
        Shape (t,): states, rising.
    """
    named = np.zeros(model.size, np.bool_)
    for states, _ in model.names:
        named[states] = True
    away = np.where(distance < 0, NOWHERE, distance)[:, targets]
    order = np.lexsort([*away[::-1], ~named[targets]])
    return targets[order[:LISTED_TARGETS]]
