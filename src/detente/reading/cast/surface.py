"""Names as reports write them: cut into pieces, with the rules for capitals.

Hyphens, apostrophes, full stops and accents never tell two names apart; capitals do: "US" is a
state and "us" is a pronoun.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

Pieces = tuple[str, ...]
"""The words of a name, folded."""

_WORD = re.compile(r"[^\W_]+")
_DROPPED = str.maketrans(dict.fromkeys("'’‘ʼʻ`´ʿʾ"))
_LETTERS = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "Ø": "O", "Ł": "L"})
LONGEST_ACRONYM = 3
"""Acronyms of at most so many letters must stand in capitals; "Nato" may stand for "NATO"."""

WORDS = frozenset({"CARE", "FACT", "MEND", "MODEL", "PACE", "SEALs"})
"""Longer acronyms that are also words, and must stand as they are."""

_PARTICLES = frozenset(
    [
        "al", "el", "the", "of", "and", "for", "in", "on", "de", "del", "da", "do", "dos", "du",
        "la", "le", "les", "van", "von", "der", "den", "bin", "ibn", "ben", "bint", "ould", "abu",
        "as", "ad", "an", "ash", "ar", "ut", "uz", "at", "y", "e",
    ]
)  # fmt: skip
"""Pieces whose first letter may be small or large, whatever the table has."""


def cut(text: str) -> Pieces:
    """Return the pieces of `text` with their capitals, without accents and apostrophes.

    >>> cut("Sana'a"), cut("al-Qaeda"), cut("U.S.")
    (('Sanaa',), ('al', 'Qaeda'), ('U', 'S'))
    """
    return _kept(text) if len(text) <= _LONGEST_KEPT else _cut(text)


def _cut(text: str) -> Pieces:
    bare = text.translate(_DROPPED)
    if not bare.isascii():
        spread = unicodedata.normalize("NFKD", bare.translate(_LETTERS))
        bare = "".join(letter for letter in spread if not unicodedata.combining(letter))
    return tuple(_WORD.findall(bare))


_kept = lru_cache(maxsize=65_536)(_cut)
_LONGEST_KEPT = 60


def fold(pieces: Iterable[str]) -> Pieces:
    """Return pieces without their capitals."""
    return tuple(piece.casefold() for piece in pieces)


def key(text: str) -> Pieces:
    """Return the folded pieces of `text`: what two spellings of one name have in common."""
    return _key(text) if len(text) <= _LONGEST_KEPT else fold(_cut(text))


@lru_cache(maxsize=65_536)
def _key(text: str) -> Pieces:
    return fold(_kept(text))


def fits(name: Sequence[str], words: Sequence[str]) -> bool:
    """Tell whether words of a text may stand for a name that has the same letters.

    Parameters
    ----------
    name, words : sequence of str
        The pieces of both, with their capitals; equal once folded.
    """
    return all(_fits(one, other) for one, other in zip(name, words, strict=True))


def _fits(name: str, word: str) -> bool:
    if name == word:
        return True
    if name.isupper():
        return len(name) > LONGEST_ACRONYM and name not in WORDS and word[:1].isupper()
    if not name[:1].isupper() or name.casefold() in _PARTICLES:
        return True
    if name[1:].islower() or len(name) > LONGEST_ACRONYM + 1:
        return word[:1].isupper()
    return False
