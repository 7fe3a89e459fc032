"""Offices by whatever words reports use for them."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+")

_SAME: dict[str, tuple[str, ...]] = {
    "foreign minister": (
        "foreign minister",
        "minister of foreign affairs",
        "minister for foreign affairs",
        "foreign affairs minister",
        "minister of external affairs",
        "external affairs minister",
        "minister of external relations",
        "secretary of state",
        "foreign secretary",
        "secretary of foreign affairs",
        "top diplomat",
        "chief diplomat",
        "minister of foreign relations",
    ),
    "president": ("president", "head of state", "interim president", "acting president"),
    "prime minister": (
        "prime minister",
        "premier",
        "head of government",
        "taoiseach",
        "acting prime minister",
        "interim prime minister",
    ),
    "monarch": ("king", "queen", "emir", "sultan", "emperor", "monarch"),
    "secretary general": ("secretary general", "general secretary", "un chief", "nato chief"),
    "spokesman": ("spokesman", "spokeswoman", "spokesperson"),
    "defence minister": (
        "defence minister",
        "defense minister",
        "secretary of defense",
        "defence secretary",
        "defense secretary",
        "minister of defence",
        "minister of defense",
        "pentagon chief",
    ),
    "special envoy": (
        "special envoy",
        "envoy",
        "peace envoy",
        "mediator",
        "special representative",
        "special adviser",
        "chief mediator",
        "personal envoy",
    ),
    "vice president": ("vice president",),
    "national security adviser": ("national security adviser", "national security advisor"),
    "foreign policy chief": ("foreign policy chief", "high representative"),
    "leader": (
        "leader",
        "chief",
        "head",
        "supreme leader",
        "paramount leader",
        "top leader",
        "political leader",
        "political chief",
        "chairman",
        "chairwoman",
        "chairperson",
    ),
    "commander": ("commander", "military commander", "military leader", "military chief"),
    "chief negotiator": ("chief negotiator", "lead negotiator", "head negotiator"),
}
_FOLDED = {words: office for office, several in _SAME.items() for words in several}
_DROPPED = frozenset({"the", "then", "former", "new", "current", "our", "us", "uk", "un", "eu"})

HEADS = (
    "president", "monarch", "prime minister", "chancellor", "leader", "secretary general",
    "commander",
)  # fmt: skip
"""Offices that come first where a name or "the leader" could be several people's."""


def office(role: str) -> str:
    """Return the office that `role` names, in one wording for all its wordings.

    >>> office("Secretary of State"), office("Minister of Foreign Affairs")
    ('foreign minister', 'foreign minister')
    """
    words = [word for word in _WORD.findall(role.casefold()) if word not in _DROPPED]
    text = " ".join(words)
    return _FOLDED.get(text, text)


def rank(role: str | None) -> int:
    """Return how high an office stands; less is higher."""
    found = office(role or "")
    return HEADS.index(found) if found in HEADS else len(HEADS)


def answers(role: str, asked: str) -> bool:
    """Tell whether who holds `role` is meant by the office `asked`."""
    held, wanted = office(role), office(asked)
    if wanted == "leader":
        return held in HEADS
    return held == wanted
