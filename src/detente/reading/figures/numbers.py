"""Numbers as reports write them: "289,000", "1.5m", "two hundred and fifty", "hundreds"."""

from __future__ import annotations

import re

_ONES = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES = {
    "dozen": 12.0, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9,
    "k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9,
}  # fmt: skip
_MANY = {
    "dozens": 24.0, "scores": 40.0, "hundreds": 200.0, "thousands": 2e3, "millions": 2e6,
    "billions": 2e9, "tens of thousands": 2e4, "hundreds of thousands": 2e5,
    "tens of millions": 2e7, "hundreds of millions": 2e8,
}  # fmt: skip
"""What words without a number say at least: "hundreds" are two hundred or more."""

_S = "[ \u00a0\u2009\u202f]{1,3}"
_ONE = "|".join(sorted(_ONES, key=len, reverse=True))
_SMALL = f"(?:(?:{'|'.join(_TENS)})(?:[- ](?:{_ONE}))?|{_ONE})"
_WORDS = f"(?:(?:{_SMALL}|an?){_S}hundred(?:{_S}(?:and{_S})?{_SMALL})?|{_SMALL})"
_DIGITS = (
    "(?:[0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,3}(?:[ \u00a0\u2009\u202f][0-9]{3}){1,4}"
    "|[0-9]{1,9}(?:\\.[0-9]{1,3})?)"
)
_SCALE = "(?:dozen|hundred|thousand|million|billion)"
NUMBER = (
    "(?i:"
    f"(?:half{_S}an?|a{_S}quarter{_S}of{_S}an?|an?){_S}{_SCALE}\\b"
    f"|{_DIGITS}(?:(?:k|mn|m|bn)\\b|{_S}{_SCALE}\\b|-{_SCALE}\\b)?"
    f"|\\b{_WORDS}\\b(?:{_S}{_SCALE}\\b)?)"
)
"""A pattern for one number; :func:`number` reads what it matched."""
MANY = (
    "(?i:\\b(?:tens|hundreds)" f"{_S}of{_S}(?:thousands|millions)\\b"
    "|\\b(?:dozens|scores|hundreds|thousands|millions|billions)\\b"
    f"|\\b(?:several|a{_S}few|many){_S}{_SCALE}s?\\b)"
)  # fmt: skip
"""A pattern for words that say no more than how great a number is."""


def many(words: str) -> float:
    """Return what words such as "tens of thousands" say at least."""
    words = " ".join(words.casefold().split())
    if words in _MANY:
        return _MANY[words]
    return 2 * _SCALES[words.split()[-1].removesuffix("s")]


def number(words: str) -> float:
    """Return the number that `words`, matched by :data:`NUMBER`, write."""
    return unscaled(words) * scale(words)


def scale(words: str) -> float:
    """Return the factor that ends a number: a million in "1.5 million", 1 if there is none."""
    words = words.casefold()
    last = re.split(r"[\s-]", words)[-1]
    if last in _SCALES and last != words and last != "hundred":
        return _SCALES[last]
    glued = re.fullmatch(r"[0-9.,\s]*[0-9](k|mn|m|bn)", words)
    if glued:
        return _SCALES[glued[1]]
    return 100.0 if last == "hundred" else 1.0


def unscaled(words: str) -> float:
    """Return a number without its last factor."""
    words = " ".join(words.casefold().split())
    words = re.sub(r"(?<=[0-9])(?:k|mn|m|bn)$", "", words)
    words = re.sub(r"(?:[ -]|^)(?:dozen|hundred|thousand|million|billion)$", "", words)
    if words.startswith("half"):
        return 0.5
    if words.startswith("a quarter"):
        return 0.25
    digits = words.replace(",", "").replace(" ", "")
    if re.fullmatch(r"[0-9]+(?:\.[0-9]+)?", digits):
        return float(digits)
    return _in_words(words)


def _in_words(words: str) -> float:
    total = 0.0
    for word in re.split(r"[ -]", words):
        if word == "hundred":
            total = (total or 1.0) * 100
        else:
            total += _ONES.get(word, 0) or _TENS.get(word, 0) or (word in ("a", "an"))
    return total
