"""The names of concepts in a sentence."""

from __future__ import annotations

from detente.words import say


def concept_names(concepts: list[str] | tuple[str, ...]) -> str:
    """Return the names of `concepts` in a sentence."""
    return say("words.and", items=[say(f"conflict.concept.{c}") for c in concepts])
