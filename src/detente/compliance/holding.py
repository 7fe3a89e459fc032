"""Under which concepts a package holds for those who sign or comply, and how strong that is.

The concepts from the strongest: a state that is Nash stable is left by nobody even if no answer
followed, and so is stable under all others. Symmetric sequential stability (SSEQ) asks for a
credible sanction, one that pays for those who make it, that the party cannot escape; sequential
stability (SEQ) for a credible one; symmetric metarationality (SMR) for an inescapable one, which
need not pay for those who make it; general metarationality (GMR) for any. Each of the first two
implies all that stand behind it, and each of SEQ and SMR implies GMR [1]_. That SEQ stands before
SMR is this project's own choice: threats that would hurt whoever carries them out are what parties
have least reason to fear. Simultaneous stability (SIM) implies none of them, is implied by Nash
alone, and so is told but does not count.

References
----------
.. [1] Fang, Hipel & Kilgour (1993), *Interactive Decision Making*; for SSEQ, Rêgo & Vieira (2017),
   Group Decision and Negotiation 26.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from detente.compliance.targets import Target
from detente.conflict.concepts import CONCEPTS

STRENGTH = ("nash", "sseq", "seq", "smr", "gmr")
"""The concepts that count for a rank, the strongest first."""


def held_bits(verdicts: NDArray[np.uint8], states: Sequence[int], parties: Sequence[int]) -> int:
    """Return under which concepts some of `states` is stable for all `parties`.

    Parameters
    ----------
    verdicts : NDArray[np.uint8]
        Shape (n, m): bit k is set where the state is stable for the party under ``CONCEPTS[k]``.
    states, parties : sequence of int
        At least one party; without a state nothing holds.

    Returns
    -------
    int
        Bit k is set if so under ``CONCEPTS[k]``.
    """
    if not len(states):
        return 0
    chosen = verdicts[np.ix_(list(parties), list(states))]
    return int(np.bitwise_or.reduce(np.bitwise_and.reduce(chosen, axis=0)))


def named(bits: int) -> tuple[str, ...]:
    """Return the concepts of these bits.

    >>> named(0b1010)
    ('gmr', 'seq')
    """
    return tuple(concept for k, concept in enumerate(CONCEPTS) if bits >> k & 1)


def strength(concepts: Sequence[str]) -> tuple[bool, ...]:
    """Return how strongly something holds: compared as it is, more is stronger.

    >>> strength(("seq", "gmr")) > strength(("smr", "gmr"))
    True
    """
    return tuple(concept in concepts for concept in STRENGTH)


def best_target(
    targets: Sequence[Target],
    verdicts: NDArray[np.uint8],
    parties: Sequence[int],
    by_moves: NDArray[np.bool_],
    by_improvements: NDArray[np.bool_],
    today: int,
) -> Target:
    """Return the state in which a package is best carried out.

    The one that holds most strongly for `parties`, then the one that improvements from today lead
    to, then the one that moves lead to, then the one with fewest changes from today's pattern
    `today`, then the first.
    """

    def key(target: Target) -> tuple[tuple[bool, ...], bool, bool, int, int]:
        state = target.state
        return (
            strength(named(held_bits(verdicts, [state], parties))),
            bool(by_improvements[state]),
            bool(by_moves[state]),
            -(target.pattern ^ today).bit_count(),
            -state,
        )

    return max(targets, key=key)
