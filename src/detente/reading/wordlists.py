"""Lists of words, written as they read."""

from __future__ import annotations


def words_of(text: str) -> frozenset[str]:
    """Return the words of a list that is written as running text.

    >>> sorted(words_of("truce ceasefire"))
    ['ceasefire', 'truce']
    """
    return frozenset(text.split())
