"""Lists of words as sets."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """Return the words of `text`.

    >>> sorted(word_set("truce lull"))
    ['lull', 'truce']
    """
    return frozenset(text.split())
