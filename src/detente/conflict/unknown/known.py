"""What pairs of states and their chains say of a party's order: the rest is not known."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from detente.conflict.model import Merged, Patterns
from detente.conflict.ranking import label_bits, numbers_by_label
from detente.dossier import Dossier
from detente.dossier.standoff import ByPairs
from detente.errors import Fault, SizeError

MAX_STATES = 4_096
"""States up to which pairs are read: an order known in part takes their square in memory."""


def known_order(
    dossier: Dossier, preference: ByPairs, states: Patterns, merged: Merged | None
) -> tuple[NDArray[np.bool_], list[Fault]]:
    """Return where the party is known to prefer a state, shape (m, m), and the faults.

    True at (s, t) if a chain of pairs leads from s down to t. Two states that no chain connects
    stand in an unknown relation, not in indifference [1]_.

    Raises
    ------
    SizeError
        If there are more than `MAX_STATES` states.

    References
    ----------
    .. [1] Li, Hipel, Kilgour & Fang (2004), "Preference uncertainty in the graph model for
       conflict resolution", IEEE Transactions on Systems, Man, and Cybernetics A 34, 507-520.
    """
    size = len(states)
    if size > MAX_STATES:
        raise SizeError(
            [
                dossier.fault(
                    preference.place,
                    "too-many-states-for-pairs",
                    f"there are {size:,} feasible states, and preferences by pairs can be read for "
                    f"at most {MAX_STATES:,}",
                    "Rule out under infeasible what cannot happen, or write statements",
                )
            ]
        )
    number = numbers_by_label(states, merged)
    better = np.zeros((size, size), np.bool_)
    faults = []
    for pair in preference.pairs:
        found = []
        for label, place in zip((pair.better, pair.worse), pair.places, strict=True):
            state = number.get(label_bits(label))
            if state is None:
                faults.append(
                    dossier.fault(
                        place,
                        "pair-unknown-state",
                        f"{label} is not a feasible state",
                        "Correct a letter or infeasible, or take the pair out",
                    )
                )
            else:
                found.append(state)
        if len(found) == 2:
            better[found[0], found[1]] = True
    _close(better)
    return better, faults


def _close(better: NDArray[np.bool_]) -> None:
    """Add to the pairs what their chains say; there is no circle among them."""
    paired = np.flatnonzero(better.any(axis=0) | better.any(axis=1))
    small = better[np.ix_(paired, paired)]
    for middle in range(len(paired)):
        above = np.flatnonzero(small[:, middle])
        small[above] |= small[middle]
    better[np.ix_(paired, paired)] = small
