"""Short, readable ids for what has only words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

from detente.dossier.fields import ORDER, RESERVED
from detente.reading.across.wording import content, stem
from detente.reading.wordlists import words_of

_DULL = words_of(
    "a an the of in on at by for to from with and or its their his her any all go see meet accept "
    "bring about condition demand that until it is are be no not more further end new keep give "
    "continue agree full free immediate as other both provide make sure let pro anti pre non "
    "should must will would can could may shall does do"
)
_PLACING = words_of(
    "of in on at by for to from with into onto out over under between among against near through "
    "before after until unless if about that which who whom whose where"
)
"""Words behind which an option says where, when and to whom: not what it is called by."""

_PARTICLES = words_of("up out off down back away")
_ARTICLES = words_of("a an the of in on at by for to from with and or it its their")
LONGEST = 24
"""The longest id that is made, in letters."""


def short_id(text: str, taken: Container[str], prefix: str = "x", dull: Container[str] = ()) -> str:
    """Return an id made of two telling words of `text`, or of more where that is taken.

    They are the first and the last of what it names, before it says where or to whom.

    Parameters
    ----------
    dull : container of str
        Words that tell nothing here, such as the name of the party whose option it is.

    >>> short_id("Go on bombing the suburbs", ())
    'bombing_suburbs'
    >>> short_id("Sell offensive weapons to the neighbours", ())
    'sell_weapons'
    """
    flat = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    words = re.findall(r"[a-z][a-z0-9]*", flat.replace("'s", ""))
    telling = _telling(words, dull)
    first = [telling[0], telling[-1]] if len(telling) > 1 else telling
    more = [word for word in words if word not in _DULL] or words
    for parts in (first, *(more[:count] for count in (2, 1, *range(3, len(more) + 1)))):
        name = "_".join(parts)
        if 2 < len(name) <= LONGEST and _free(name, taken):
            return name
    base = (telling[0][:LONGEST] if telling else prefix) or prefix
    number = 2
    while not _free(f"{base}_{number}", taken):
        number += 1
    return f"{base}_{number}"


def _telling(words: list[str], dull: Container[str]) -> list[str]:
    """Return the words that tell what is done, up to where or to whom it is."""
    found: list[str] = []
    for at, word in enumerate(words):
        if word in _PLACING and len(found) > 1:
            break
        if word in _DULL or word in dull:
            continue
        if word in _PARTICLES and at and (found or words[at - 1] in _DULL) and words[at + 1 :]:
            continue
        found.append(word)
    return found or [word for word in words if word not in _ARTICLES] or words


def _free(name: str, taken: Container[str]) -> bool:
    return name not in taken and name not in RESERVED and name != ORDER


def key_words(text: str) -> frozenset[str]:
    """Return the stems by which two wordings of one deed are known."""
    return content(text) - {stem(word) for word in _DULL}
