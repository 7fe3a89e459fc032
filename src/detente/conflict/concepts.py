"""The stability concepts and their order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from detente.errors import CallError, call_error

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


def not_computed(computed: Iterable[str]) -> CallError:
    """Return the error for a concept that is not among those `computed` for a conflict."""
    return call_error(
        "concept-not-computed",
        "simultaneous stability (sim) cannot be computed for this conflict, because states are "
        "merged or the combinations of moves are too many",
        f"Ask about {', '.join(computed)}",
    )


def computed_concepts(asked: Sequence[str] | None, computed: Sequence[str]) -> tuple[str, ...]:
    """Return the concepts of `asked` that were computed; all of these if none is asked about.

    Raises
    ------
    CallError
        If there is no such concept, or none of those asked about was computed.
    """
    wanted = tuple(dict.fromkeys(asked or computed))
    for concept in wanted:
        concept_number(concept)
    known = tuple(concept for concept in wanted if concept in computed)
    if not known:
        raise not_computed(computed)
    return known
