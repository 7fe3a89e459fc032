"""Short, readable ids for what has only words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

from detente.dossier.fields import ORDER, RESERVED
from detente.reading.across.wording import content, stem, words_of

_DULL = words_of(
    "a an the of in on at by for to from with and or its their his her any all go see meet accept "
    "bring about condition demand that until it is are be no not more further end new keep give "
    "continue agree full free immediate as other both provide"
)
LONGEST = 24
"""The longest id that is made, in letters."""


def short_id(text: str, taken: Container[str], prefix: str = "x", dull: Container[str] = ()) -> str:
    """Return an id made of the first two telling words of `text`, or of more where that is taken.

    Parameters
    ----------
    dull : container of str
        Words that tell nothing here, such as the name of the party whose option it is.

    >>> short_id("Go on bombing the suburbs", ())
    'bombing_suburbs'
    """
    flat = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    words = re.findall(r"[a-z][a-z0-9]*", flat.replace("'s", ""))
    telling = [word for word in words if word not in _DULL and word not in dull] or words
    for count in (2, 1, *range(3, len(telling) + 1)):
        name = "_".join(telling[:count])
        if 2 < len(name) <= LONGEST and _free(name, taken):
            return name
    base = (telling[0][:LONGEST] if telling else prefix) or prefix
    number = 2
    while not _free(f"{base}_{number}", taken):
        number += 1
    return f"{base}_{number}"


def _free(name: str, taken: Container[str]) -> bool:
    return name not in taken and name not in RESERVED and name != ORDER


def key_words(text: str) -> frozenset[str]:
    """Return the stems by which two wordings of one deed are known."""
    return content(text) - {stem(word) for word in _DULL}
