"""Lists of words, written as they read."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """Return the words of a text.

    >>> sorted(words("truce ceasefire"))
    ['ceasefire', 'truce']
    """
    return frozenset(text.split())
