"""Direct rankings: tiers of labels matched with the feasible states."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from detente.conflict.model import Merged, Patterns
from detente.dossier import Dossier
from detente.dossier.standoff import ByRanking
from detente.errors import Fault

SHOWN = 5
"""Missing states that are named before the rest is only counted."""


def rank_by_ranking(
    dossier: Dossier,
    preference: ByRanking,
    states: Patterns,
    merged: Merged | None,
    options: int,
) -> tuple[NDArray[np.int32], list[Fault]]:
    """Return dense ranks from the tiers, 0 the worst, and the faults of the ranking.

    Every feasible state has to stand in it once, written as its label.
    """
    varying = np.zeros_like(states) if merged is None else merged.varying
    number = numbers_by_label(states, merged)
    rank = np.full(len(states), -1, np.int32)
    faults: list[Fault] = []
    for height, (labels, places) in enumerate(
        zip(reversed(preference.tiers), reversed(preference.places), strict=True)
    ):
        for label, place in zip(labels, places, strict=True):
            state = number.get(label_bits(label))
            if state is None:
                faults.append(
                    dossier.fault(
                        place,
                        "ranking-unknown-state",
                        f"{label} is not a feasible state",
                        "Take it out of the ranking, or correct a letter or `infeasible`",
                    )
                )
            elif rank[state] >= 0:
                faults.append(
                    dossier.fault(
                        place,
                        "ranking-repeats-state",
                        f"{label} stands in the ranking more than once",
                        "Keep it in one place",
                    )
                )
            else:
                rank[state] = height
    missing = np.flatnonzero(rank < 0)
    if len(missing):
        labels_missing = [
            "".join(
                "-" if int(varying[s]) >> k & 1 else "Y" if int(states[s]) >> k & 1 else "N"
                for k in range(options)
            )
            for s in missing[:SHOWN].tolist()
        ]
        more = f" and {len(missing) - SHOWN:,} more" if len(missing) > SHOWN else ""
        faults.append(
            dossier.fault(
                preference.place,
                "ranking-misses-states",
                f"the ranking misses {', '.join(labels_missing)}{more}",
                "Put every feasible state into the ranking once",
            )
        )
    return rank, faults


def numbers_by_label(states: Patterns, merged: Merged | None) -> dict[tuple[int, int], int]:
    """Return the state of each label, the label as its options taken and left open, as bits."""
    varying = np.zeros_like(states) if merged is None else merged.varying
    return {
        (bits & ~spread, spread): state
        for state, (bits, spread) in enumerate(zip(states.tolist(), varying.tolist(), strict=True))
    }


def label_bits(label: str) -> tuple[int, int]:
    """Return the options that `label` takes and those that it leaves open, as bits."""
    taken = sum(1 << k for k, letter in enumerate(label) if letter == "Y")
    either = sum(1 << k for k, letter in enumerate(label) if letter == "-")
    return taken, either
