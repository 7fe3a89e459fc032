"""When two items tell the same: by kind, on keys that are compared and days that must meet.

An item is first turned into a `Sign`: what it is told by, worked out once. Two signs that share
no block are never compared, so that many reports take no more than a few comparisons an item.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from detente.reading.across.items import Item
from detente.reading.across.measuring import bounds, counted
from detente.reading.across.times import Window, window
from detente.reading.across.wording import alike, content, denies, issue

LIMITS = ("negated", "conditional", "may", "should")
"""Flags that make another claim of the same words."""

STAYS = frozenset(["people", "parties", "positions", "support"])
"""Kinds whose items are one whenever they are told."""

_OPEN = frozenset(["scheduled", "unofficial"])
LIKE = {"statements": 0.6, "positions": 0.5, "events": 0.34, "truces": 0.6}
"""How much of the words must be shared for two items to tell the same."""


@dataclass(frozen=True, slots=True)
class Sign:
    """What an item is known by.

    Parameters
    ----------
    key : tuple
        Must be equal.
    window : Window or None
        Must have a day in common, where the kind is one of a time.
    who : frozenset of str
        Takes part; of two, one must lie within the other or two be shared.
    words : frozenset of str
        Must be alike.
    place : str
        Must share a name where both are told.
    states : tuple of str
        Must each be equal where both are told.
    """

    key: tuple[Any, ...]
    window: Window | None
    who: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    place: str = ""
    states: tuple[str, ...] = ()

    @property
    def weight(self) -> tuple[object, ...]:
        """Orders signs: those that tell most come first."""
        days = self.window.days if self.window is not None else 10**6
        untold = self.window is None or not self.window.told
        silent = (not self.place) + self.states.count("")
        return untold, days, -len(self.who), silent, -len(self.words)


def sign(item: Item) -> Sign:
    """Return what `item` is known by."""
    fields, kind = item.fields, item.kind
    limits = tuple(flag for flag in LIMITS if flag in item.flags)
    when = None if kind in STAYS else window(fields, item.published, _ahead(item))
    dated = () if kind in STAYS else (when is None,)
    make = _SIGNS[kind]
    key, who, words, place, states = make(fields)
    return Sign((kind, limits, *dated, *key), when, who, words, place, states)


def agree(one: Sign, other: Sign) -> bool:
    """Tell whether two signs with the same key tell the same."""
    if one.window is not None and other.window is not None:
        if not one.window.meets(other.window):
            return False
        if one.key[0] == "events" and not _as_exact(one.window, other.window):
            return False
    if not _overlap(one.who, other.who):
        return False
    if one.place and other.place and not _one_place(one.place, other.place):
        return False
    if any(a and b and a != b for a, b in zip(one.states, other.states, strict=True)):
        return False
    least = LIKE.get(one.key[0])
    if least is None or one.words == other.words:
        return True
    if one.key[0] == "truces" and (one.window or other.window):
        return True
    if one.key[0] == "events" and one.place and other.place:
        return True
    return bool(one.words and other.words) and alike(one.words, other.words) >= least


def _ahead(item: Item) -> bool:
    return item.fields.get("status") in _OPEN or "will" in item.flags


def _as_exact(one: Window, other: Window) -> bool:
    """Tell whether both windows are about as long, so that a day is not taken for its month."""
    return max(one.days, other.days) <= 8 or one[:2] == other[:2]


def _overlap(one: frozenset[str], other: frozenset[str]) -> bool:
    return not one or not other or len(one & other) >= min(2, len(one), len(other))


def _one_place(one: str, other: str) -> bool:
    """Tell whether two places can be the same: "Hangzhou, China" and "Hangzhou"."""
    return bool(content(one) & content(other)) or one == other


def listed(value: object) -> tuple[str, ...]:
    """Return one or several names as a tuple."""
    if isinstance(value, str):
        return (value,)
    return tuple(map(str, value)) if isinstance(value, Iterable) else ()


def text_of(fields: Mapping[str, Any], *keys: str) -> str:
    """Return the texts under `keys`, one after the other."""
    return " ".join(str(fields[key]) for key in keys if fields.get(key))


_Parts = tuple[tuple[Any, ...], frozenset[str], frozenset[str], str, tuple[str, ...]]
_NOBODY: frozenset[str] = frozenset()


def _party(fields: Mapping[str, Any]) -> _Parts:
    return (text_of(fields, "id") or text_of(fields, "name"),), _NOBODY, _NOBODY, "", ()


def _person(fields: Mapping[str, Any]) -> _Parts:
    role = " ".join(sorted(content(text_of(fields, "role"))))
    return (text_of(fields, "name"), text_of(fields, "party")), _NOBODY, _NOBODY, "", (role,)


def _statement(fields: Mapping[str, Any]) -> _Parts:
    said = text_of(fields, "content") or text_of(fields, "about")
    key = (tuple(sorted(listed(fields.get("by")))), fields.get("act"), denies(said))
    return key, frozenset(listed(fields.get("to"))), content(said), "", ()


def _position(fields: Mapping[str, Any]) -> _Parts:
    stance, limit = text_of(fields, "stance"), text_of(fields, "until", "unless")
    key = (
        fields.get("party"),
        tuple(sorted(issue(text_of(fields, "about")))),
        denies(stance),
        bool(limit),
    )
    return key, _NOBODY, content(stance) | content(limit), "", ()


def _talks(fields: Mapping[str, Any]) -> _Parts:
    status = str(fields.get("status") or "")
    group = "ahead" if status in _OPEN else status if status == "cancelled" else "held"
    key = (group, bool(fields.get("parties")))
    states = (str(fields.get("level") or ""), outcome(text_of(fields, "outcome")))
    return key, frozenset(listed(fields.get("parties"))), _NOBODY, text_of(fields, "place"), states


def outcome(text: str) -> str:
    """Return ``"none"`` for a round that failed, ``"some"`` for one that did not, ``""`` untold."""
    if not text:
        return ""
    words = content(text)
    failed = denies(text) or bool(words & _FAILED)
    return "none" if failed else "some" if words & _AGREED else ""


_FAILED = content(
    "failure failed collapse collapsed stalemate deadlock impasse stalled broke break inconclusive "
    "fruitless empty-handed walkout adjourned"
)
_AGREED = content(
    "agreement agreed deal accord signed truce ceasefire pact treaty roadmap breakthrough "
    "settlement protocol communique"
)


def _truce(fields: Mapping[str, Any]) -> _Parts:
    fate = str(fields.get("fate") or "")
    known = "" if fate == "unknown" else fate
    words = content(text_of(fields, "terms"))
    return (), frozenset(listed(fields.get("parties"))), words, "", (known,)


def _event(fields: Mapping[str, Any]) -> _Parts:
    key = tuple(tuple(sorted(listed(fields.get(name)))) for name in ("by", "to"))
    words = content(text_of(fields, "what"))
    return (*key, fields.get("plover")), _NOBODY, words, text_of(fields, "place"), ()


def _support(fields: Mapping[str, Any]) -> _Parts:
    key = tuple(tuple(sorted(listed(fields.get(name)))) for name in ("by", "to"))
    return key, _NOBODY, _NOBODY, "", ()


def _figure(fields: Mapping[str, Any]) -> _Parts:
    since = str(fields.get("since") or "")[:4]
    key = (counted(fields), bounds(fields), since)
    return key, _NOBODY, _NOBODY, "", (text_of(fields, "counted_by").casefold(),)


_SIGNS = {
    "parties": _party,
    "people": _person,
    "statements": _statement,
    "positions": _position,
    "talks": _talks,
    "truces": _truce,
    "events": _event,
    "support": _support,
    "figures": _figure,
}
