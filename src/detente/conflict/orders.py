"""From a party's preference, of whatever kind, to its order of some states."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.conflict.model import Merged, Patterns
from detente.conflict.preferences import (
    central_statements,
    rank_by_statements,
    rank_by_weights,
)
from detente.conflict.ranking import rank_by_ranking
from detente.conflict.unknown.known import known_order
from detente.dossier import Dossier
from detente.dossier.standoff import (
    ByPairs,
    ByRanking,
    ByStatements,
    ByWeights,
    Indifferent,
    Preference,
)
from detente.errors import Fault


def order_of(
    dossier: Dossier,
    preference: Preference,
    states: Patterns,
    merged: Merged | None,
    options: int,
    place: Mapping[str, int],
) -> tuple[NDArray[Any], list[Fault]]:
    """Return the order that `preference` puts `states` in, and the faults of its labels.

    Parameters
    ----------
    states : Patterns
        Shape (m,): the states, a merged one by its lowest member.
    options : int
        The number of options.
    place : mapping
        The bit of each full option id.

    Returns
    -------
    NDArray
        Dense ranks of shape (m,), 0 the worst; or, of a preference by pairs, the known order as
        truth values of shape (m, m).

    Raises
    ------
    SizeError
        If there are more states than pairs can be read for.
    """
    match preference:
        case ByStatements():
            return rank_by_statements(central_statements(preference), states, place), []
        case ByWeights():
            return rank_by_weights(preference, states, place), []
        case ByRanking():
            return rank_by_ranking(dossier, preference, states, merged, options)
        case ByPairs():
            return known_order(dossier, preference, states, merged)
        case Indifferent():
            return np.zeros(len(states), np.int32), []
