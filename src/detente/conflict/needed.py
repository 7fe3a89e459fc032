"""Whether what the outcomes of a table take in the conflict can happen at all."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from detente.conflict.model import Patterns
from detente.conflict.states import evaluate
from detente.dossier import Dossier
from detente.errors import Fault


def need_faults(dossier: Dossier, patterns: Patterns, place: Mapping[str, int]) -> list[Fault]:
    """Return a fault for every outcome whose ``needs`` no feasible state meets together.

    Parameters
    ----------
    dossier : Dossier
        With a section ``conflict``.
    patterns : Patterns
        Its feasible patterns, before any are merged.
    place : mapping
        The bit of each option.
    """
    faults = []
    for need in dossier.table.needs if dossier.table is not None else ():
        met = np.ones(len(patterns), np.bool_)
        for want in need.wants:
            met &= evaluate(want.expression, patterns, dict(place))
        if not met.any():
            faults.append(
                dossier.fault(
                    need.place,
                    "impossible-needs",
                    f"what {need.outcome} takes in the conflict cannot happen: no feasible state"
                    " meets it",
                    "Correct its needs, or narrow `infeasible` under conflict",
                )
            )
    return faults
