"""How long it takes to find, and prove, the smallest changes of mind in the example."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from benchmarks.figures import Figure, timed

EXAMPLE = Path(__file__).parent.parent / "examples" / "syria-2016"
BOUND = 10.0
PROVED_CHANGES = 3

TARGETS = {
    "the bargain, sieges lifted": "YYYNNNNYYYYNY",
    "a truce as in March": "NYYNNYNNYYYNY",
    "a truce on paper": "NYYNYYNNYYYNY",
    "the bargain broken": "YYYNYYNYYNYNY",
}
"""States with a name in the example that do not hold, by what the figures call them."""


def figures(quick: bool) -> list[Figure]:
    """Measure `unlock` on states of the example, a concept at a time.

    A figure misses its bound too if the least number of changes is not proved, up to three.
    """
    import detente
    from detente.conflict.lookup import find_state
    from detente.conflict.unlock import unlock

    desk = detente.open(EXAMPLE)
    model = desk.model
    for concept in ("seq", "smr"):
        unlock(desk.dossier, model, find_state(model, "YYYNNNNYYYYNY"), (concept,))
    found = []
    for name, pattern in TARGETS.items():
        target = find_state(model, pattern)
        for concept in ("seq",) if quick else ("nash", "gmr", "smr", "seq", "sseq"):
            seconds = timed(partial(unlock, desk.dossier, model, target, (concept,)))
            proof = unlock(desk.dossier, model, target, (concept,)).proofs[0]
            if not proof.minimal and proof.proved <= PROVED_CHANGES:
                seconds = float("inf")
            note = f"{proof.cost} changes, proved"
            found.append(Figure(f"unlock, {concept}, {name}", seconds, BOUND, "s", note))
    return found
