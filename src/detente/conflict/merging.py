"""States that mean the same, united into one (the entries of ``same``)."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from detente.conflict.model import Merged, Patterns
from detente.conflict.states import evaluate
from detente.dossier import Dossier
from detente.dossier.standoff import Standoff
from detente.errors import Fault


def merge(
    dossier: Dossier, standoff: Standoff, patterns: Patterns, place: Mapping[str, int]
) -> tuple[Patterns, Merged, list[Fault]]:
    """Unite the feasible `patterns` that meet an entry of ``same``.

    Returns the states (each by its lowest member, in the order of the labels with ``-`` read as
    N), how they were merged, and the faults: an entry that no feasible state meets, and a label
    that would also cover a state outside.
    """
    faults: list[Fault] = []
    groups: list[tuple[NDArray[np.bool_], int]] = []
    for number, clause in enumerate(standoff.same):
        members = evaluate(clause.expression, patterns, place)
        if not members.any():
            faults.append(
                dossier.fault(
                    clause.place,
                    "empty-merge",
                    f"no feasible state meets `{clause.text}`",
                    "Correct the expression or take the entry out",
                )
            )
            continue
        apart = []
        for other, first in groups:
            if (other & members).any():
                members, number = members | other, min(number, first)
            else:
                apart.append((other, first))
        groups = [*apart, (members, number)]
    lowest = patterns.copy()
    varying = np.zeros_like(patterns)
    for members, number in groups:
        inside = patterns[members]
        spread = int(np.bitwise_or.reduce(inside ^ inside[0]))
        lowest[members] = inside[0]
        varying[members] = spread
        covered = (patterns & ~spread) == (int(inside[0]) & ~spread)
        outside = patterns[covered & ~members]
        if len(outside):
            letters = "".join(
                "Y" if int(outside[0]) >> k & 1 else "N" for k in range(len(standoff.options))
            )
            faults.append(
                dossier.fault(
                    standoff.same[number].place,
                    "merge-label-covers-more",
                    f"the merged state would be written so that it also covers {letters}, which "
                    "is not one of its members",
                    "Merge that state too, or rule it out under `infeasible`",
                )
            )
    first = lowest == patterns
    order = np.lexsort((patterns[first], patterns[first] & ~varying[first]))
    states = patterns[first][order]
    number_of = np.empty(len(order), np.int32)
    number_of[order] = np.arange(len(order), dtype=np.int32)
    state_of = number_of[np.searchsorted(patterns[first], lowest)]
    return states, Merged(patterns, state_of, varying[first][order]), faults
