"""The four attitudes to what is not known, and the verdicts under each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.conflict.model import ConflictModel

EXTENSIONS = ("a", "b", "c", "d")
"""The attitudes. Under a and c a party leaves a state for what may be better, under b and d only
for what is known to be; under a and b only what is known to be no better deters it, under c and
d also what may be no better."""

BASIC = ("nash", "gmr", "smr", "seq")
"""The concepts that are defined for preferences known in part, in the order of their bits."""


@dataclass(frozen=True, eq=False)
class Extensions:
    """The stability of every state for every party under every attitude.

    Parameters
    ----------
    verdicts : NDArray[np.uint8]
        Shape (4, n, m), attitudes in the order of `EXTENSIONS`: bit k is set where the state is
        stable for the party under ``BASIC[k]``.
    """

    verdicts: NDArray[np.uint8]

    @cached_property
    def equilibrium(self) -> NDArray[np.uint8]:
        """Shape (4, m): bit k is set where the state is stable for every party."""
        everyone: NDArray[np.uint8] = np.bitwise_and.reduce(self.verdicts, axis=1)
        return everyone

    def states(self, extension: str, concept: str) -> NDArray[np.int32]:
        """Return the equilibria under `concept` and an attitude, rising."""
        bit = np.uint8(1 << BASIC.index(concept))
        row = self.equilibrium[EXTENSIONS.index(extension)]
        return np.flatnonzero(row & bit).astype(np.int32)

    def held(self, extension: str, state: int, party: int | None = None) -> list[str]:
        """Return the concepts under which `state` is stable for a party, or for all parties."""
        row = EXTENSIONS.index(extension)
        bits = int(
            self.equilibrium[row, state] if party is None else self.verdicts[row, party, state]
        )
        return [concept for k, concept in enumerate(BASIC) if bits >> k & 1]

    def attitudes(self, concept: str, state: int, party: int | None = None) -> str:
        """Return the attitudes, as letters, under which `state` is stable."""
        return "".join(e for e in EXTENSIONS if concept in self.held(e, state, party))

    def content(self, model: ConflictModel, most: int) -> dict[str, Any]:
        """Return the equilibria by attitude and concept, at most `most` each, and their numbers."""
        return {
            "extensions": {
                e: {c: model.labels(self.states(e, c)[:most]) for c in BASIC} for e in EXTENSIONS
            },
            "extension_counts": {e: {c: len(self.states(e, c)) for c in BASIC} for e in EXTENSIONS},
            "incomplete": [model.parties[party] for party in sorted(model.partial)],
        }
