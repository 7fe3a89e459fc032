"""When two wordings mean the same: content words, their stems, and names of issues.

Stems are cut by a short list of endings: enough to bring "negotiating" and "negotiations"
together, and to compare wordings of one matter; nothing is told in stems.
"""

from __future__ import annotations

import re
from functools import lru_cache

from detente.reading.wordlists import words_of

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_EMPTY = words_of(
    "a an the of in on at by for to from with and or as is are was were be been being it its his "
    "her their our your my he she they we i you that this these those which who whom whose there "
    "has have had do does did will would shall should can could may might must also than then so "
    "such any some all both each more most very just only over under into about up out off if "
    "mr mrs ms dr sir president prime minister"
)
_DENIES = words_of("no not never neither nor none cannot without n't nothing")
_AGAINST = words_of(
    "reject rejects rejected rejecting refuse refuses refused refusing oppose opposes opposed "
    "opposing against deny denies denied denying rule rules ruled block blocks blocked "
    "unacceptable impossible"
)
_FRAME = words_of(
    "fate future question issue matter status role problem dispute point destiny settlement"
)
"""Words that only announce an issue: "the fate of", "the question of"."""

_ENDINGS = (
    "ations", "ation", "ating", "ments", "ment", "ingly", "ities", "ness", "ings", "ing", "ions",
    "ion", "ates", "ated", "ate", "ies", "ied", "ers", "ed", "es", "er", "ly", "al", "s", "y", "e",
)  # fmt: skip


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """Return `word` without its ending.

    >>> stem("negotiating") == stem("negotiations")
    True
    """
    word = re.sub(r"['’]s$", "", word.casefold())
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    return word


_NOTHING = frozenset([""])


@lru_cache(maxsize=65_536)
def _carried(word: str) -> str:
    """Return the stem of a word that carries meaning; nothing of one that does not."""
    plain = re.sub(r"['’]s$", "", word)
    return "" if plain in _EMPTY or plain in _DENIES else stem(plain)


@lru_cache(maxsize=65_536)
def content(text: str) -> frozenset[str]:
    """Return the stems of the words that carry the meaning of `text`."""
    return frozenset(map(_carried, _WORD.findall(text.casefold()))) - _NOTHING


@lru_cache(maxsize=65_536)
def denies(text: str) -> bool:
    """Tell whether `text` denies something, an even number of times not counting."""
    words = _WORD.findall(text.casefold())
    count = sum(
        word in _DENIES or word in _AGAINST or word.endswith(("n't", "n’t")) for word in words
    )
    return bool(count % 2)


@lru_cache(maxsize=65_536)
def issue(about: str) -> frozenset[str]:
    """Return what names an issue, by which two namings of it are known for one.

    Words that only announce are dropped, and of a person's name all but the last.

    >>> issue("the fate of Bashar al-Assad") == issue("Assad's future")
    True
    """
    names = re.sub(r"\b[A-Z][\w.]*(?:[ -](?:al|el|bin|von|van|de|[A-Z][\w.]*))*[ -](?=[A-Z])", "",
                   re.sub(r"\b(?:al|el)-", "", about))  # fmt: skip
    stems = content(names)
    framed = stems - {stem(word) for word in _FRAME}
    return framed or stems or frozenset([about.casefold().strip()])


def alike(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of the words of both that stands in each (Jaccard's index); 1 if none."""
    if not one and not other:
        return 1.0
    return len(one & other) / len(one | other)
