"""Names and instructions as they stand inside a sentence.

A party's name may be singular or plural, so sentences put ``would``, ``could`` and ``to`` after
it and need not know.
"""

from __future__ import annotations

import re
import unicodedata

_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_PROPER_WITH_THE = re.compile(
    r"^(United |Democratic |People's |European Union|African Union|Arab League|UN\b|EU\b)"
    r"|^[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)* (?:of|for) "
    r"|\b(States|Emirates|Kingdom|Nations|Republic|Federation|Government|Council|Coalition|Front"
    r"|Army|Forces|Party|Movement|Authority|Ministry|Opposition|Union|League|Organi[sz]ation"
    r"|Tigers|Brigades?|Guards?|Militias?|Committee|Command|Alliance|Group|Commission|Congress|Corps"
    r"|Resistance|Faction|Kurds|Tamils|Taliban|Taleban|Houthis|Vatican|Mission|Bank|Agency|Cross)$"
)
_PLAIN_FIRST = frozenset(
    [
        "armed",
        "civil",
        "foreign",
        "government",
        "international",
        "islamist",
        "jihadist",
        "local",
        "moderate",
        "opposition",
        "rebel",
        "regional",
        "secular",
        "separatist",
        "tribal",
        "various",
    ]
)


def clean(text: str | None) -> str:
    """Return text of a dossier on one line, shut off from the direction of what is around it.

    Characters that steer the direction of writing are dropped; text with right-to-left
    letters is put between isolates, so that a sentence around it keeps its order.
    """
    line = " ".join(_CONTROL.sub(" ", _BIDI.sub("", text or "")).split())
    if any(unicodedata.bidirectional(letter) in ("R", "AL", "AN") for letter in line):
        return f"\u2068{line}\u2069"
    return line


def the(name: str) -> str:
    """Return a party's name as it stands inside a sentence, with its article where it has one.

    >>> the("United States"), the("Russia"), the("Syrian government")
    ('the United States', 'Russia', 'the Syrian government')
    >>> the("Committee of the Red Cross"), the("Houthis")
    ('the Committee of the Red Cross', 'the Houthis')
    """
    name = clean(name)
    words = name.split()
    if not words or words[0].casefold() in ("the", "a", "an"):
        return name
    common = len(words) > 1 and words[-1].isascii() and words[-1][:1].islower()
    if common and words[0].lower() in _PLAIN_FIRST and words[0][1:].islower():
        name = name[:1].lower() + name[1:]
    return f"the {name}" if common or _PROPER_WITH_THE.search(name) else name


def capital(sentence: str) -> str:
    """Return `sentence` with a capital at its start."""
    return sentence[:1].upper() + sentence[1:]


def bare(text: str) -> str:
    """Return an instruction such as ``Go on bombing.`` as it stands after ``would``."""
    text = clean(text).rstrip(".")
    first = text.split(" ", 1)[0]
    if len(first) > 1 and first[1:] != first[1:].lower():
        return text
    return text[:1].lower() + text[1:]
