"""Whether two texts are copies of each other, told from short sequences of their words.

A text is the set of its shingles, the sequences of five words, in small letters and without marks.
Sketches of such sets agree in each place with the chance of their likeness; bands of places find
the few texts worth comparing among very many.

References
----------
Broder (1997), "On the resemblance and containment of documents": shingles, resemblance and
containment. Leskovec, Rajaraman & Ullman, "Mining of Massive Datasets", ch. 3: bands.
"""

from __future__ import annotations

import re
import zlib
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]
How = Literal["near", "shorter", "longer", "update"]

SHINGLE = 5
BANDS, PLACES = 32, 4
"""At a likeness of 0.8 a pair is missed once in ten million, at 0.5 once in eight."""

ALIKE = 0.8
"""From which likeness (shared shingles among all of both) on two texts are one report."""

CONTAINED = 0.85
"""Which share of the shorter text's shingles must stand in the longer for a shortened copy."""

SAME_LENGTH = 0.9
"""From which share of the longer text on the shorter is as long."""

FEWEST = 20
"""Shingles below which texts are too short to be called copies unless they are equal."""

MOST_WORDS = 20_000
"""Words of a text that are compared."""

_WORD = re.compile(r"\w+")
_TELLING = re.compile(
    r"\d|(?:no|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
    r"|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty"
    r"|ninety|hundreds?|thousands?|millions?|billions?|dozens?|first|second|third|fourth|fifth"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may"
    r"|june|july|august|september|october|november|december|yesterday|today|tomorrow|not|never)$"
    r"|.*\d"
)
"""Words that change what is told as digits do: numbers, days, and denials."""

_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_random = np.random.default_rng(5)
_FACTORS = _random.integers(1, 2**63, BANDS * PLACES, dtype=np.uint64) * 2 + np.uint64(1)
_SHIFTS = _random.integers(0, 2**63, BANDS * PLACES, dtype=np.uint64)


class Sketch(NamedTuple):
    """What is compared of a text.

    Parameters
    ----------
    shingles : array of uint64
        The hashes of its shingles, rising, each once.
    bands : tuple of int
        Signed numbers of 64 bits, one a band; a pair that shares one is compared.
    telling : tuple of str
        Its numbers, days and denials, in the order of the text.
    """

    shingles: Hashes
    bands: tuple[int, ...]
    telling: tuple[str, ...]


def sketch(text: str) -> Sketch:
    """Return what is compared of `text`."""
    words = _WORD.findall(text.lower())[:MOST_WORDS]
    telling = tuple(word for word in words if _TELLING.match(word))
    shingles = _shingles(words)
    return Sketch(shingles, _bands(shingles) if len(shingles) >= FEWEST else (), telling)


def compare(old: Sketch, new: Sketch) -> How | None:
    """Tell what the text of `new` is to that of `old`.

    Returns
    -------
    str or None
        ``"near"`` the same but for some words; ``"shorter"`` a shortened copy; ``"longer"`` the
        fuller text, of which the old one is a shortened copy; ``"update"`` a copy in which numbers,
        days or denials differ, and which therefore tells something else; `None`: another text.
    """
    sizes = len(old.shingles), len(new.shingles)
    if min(sizes) < FEWEST:
        return None
    shared = len(np.intersect1d(old.shingles, new.shingles, assume_unique=True))
    alike = shared >= ALIKE * (sum(sizes) - shared)
    if not alike and shared < CONTAINED * min(sizes):
        return None
    alike = alike or min(sizes) >= SAME_LENGTH * max(sizes)
    shorter, longer = (old, new) if sizes[0] < sizes[1] else (new, old)
    if not _within(shorter.telling, longer.telling):
        return "update"
    if longer is new and sizes[1] > sizes[0]:
        return "longer" if not alike or len(new.telling) > len(old.telling) else "near"
    return "near" if alike else "shorter"


def _shingles(words: list[str]) -> Hashes:
    """Return the hashes of all sequences of five words, rising, each once."""
    if len(words) < SHINGLE:
        return np.zeros(0, np.uint64)
    plain = np.fromiter((zlib.crc32(word.encode()) for word in words), np.uint64, len(words))
    count = len(words) - SHINGLE + 1
    hashes = np.zeros(count, np.uint64)
    for k in range(SHINGLE):
        hashes = (hashes ^ _mixed(plain[k : k + count] + np.uint64(k))) * _MULTIPLIER
    return np.unique(_mixed(hashes))


def _mixed(values: Hashes) -> Hashes:
    """Return `values` with every bit hanging on all others (the finaliser of splitmix64)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    mixed: Hashes = values ^ (values >> np.uint64(31))
    return mixed


def _bands(shingles: Hashes) -> tuple[int, ...]:
    """Return the bands of the least hashes under many hash functions."""
    least = np.full(BANDS * PLACES, np.iinfo(np.uint64).max, np.uint64)
    for start in range(0, len(shingles), 512):  # pieces, so that long texts take no more memory
        piece = shingles[start : start + 512, None] * _FACTORS + _SHIFTS
        np.minimum(least, (piece ^ (piece >> np.uint64(32))).min(axis=0), out=least)
    rows = least.reshape(BANDS, PLACES)
    bands = np.arange(BANDS, dtype=np.uint64)
    for k in range(PLACES):
        bands = _mixed((bands ^ rows[:, k]) * _MULTIPLIER)
    return tuple(bands.astype(np.int64).tolist())


def _within(few: tuple[str, ...], many: tuple[str, ...]) -> bool:
    """Tell whether `few` stands in `many` in the same order, with others between."""
    rest = iter(many)
    return all(word in rest for word in few)
