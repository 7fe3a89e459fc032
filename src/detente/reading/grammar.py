"""Small words that limit what a clause claims: it is denied, to come, possible, wanted, alleged."""

from __future__ import annotations

from collections.abc import Mapping

from detente.reading.found import Flag
from detente.reading.wordlists import words_of

NEGATIONS = words_of("not n't n’t never neither nor hardly")

MODALS: Mapping[str, Flag] = {
    "will": "will", "'ll": "will", "’ll": "will", "wo": "will", "shall": "will",
    "may": "may", "might": "may", "could": "may", "can": "may", "ca": "may", "would": "may",
    "should": "should", "must": "should", "ought": "should",
}  # fmt: skip
"""What the helper of a verb makes of its claim."""

HEDGES = words_of("reportedly allegedly purportedly supposedly apparently")
"""Adverbs that make a claim hearsay."""
