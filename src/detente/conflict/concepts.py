"""The stability concepts and their order."""

from __future__ import annotations

from detente.errors import call_error

CONCEPTS = ("nash", "gmr", "smr", "seq", "sseq", "sim")
"""The stability concepts, in the order of the bits of a verdict."""


def concept_number(concept: str) -> int:
    """Return the bit of `concept`.

    Raises
    ------
    CallError
        If there is no such concept.
    """
    if concept not in CONCEPTS:
        raise call_error(
            "unknown-concept",
            f"there is no stability concept `{concept}`",
            f"Use one of {', '.join(CONCEPTS)}",
        )
    return CONCEPTS.index(concept)
