"""Figures that count the same thing, whatever word a report has for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from detente.reading.across.wording import content, stem

_KINDS = {
    "deaths": "death deaths dead died killed killing kill killings fatality fatalities casualty "
    "toll slain lives",
    "injured": "injured wounded injuries wounding hurt",
    "refugees": "refugee refugees fled asylum exiles",
    "displaced": "displaced displacement idps homeless uprooted",
    "missing": "missing disappeared abducted kidnapped",
    "detained": "detained prisoners prisoner detainees captives arrested",
    "hostages": "hostage hostages",
}
_BY_STEM = {stem(word): name for name, words in _KINDS.items() for word in words.split()}
_PLAIN = content("people persons person number total least around more")


def counted(fields: Mapping[str, Any]) -> tuple[str, ...]:
    """Return what a figure counts, by which two figures of the same thing are known."""
    words = content(str(fields.get("what", "")))
    known = {_BY_STEM[word] for word in words if word in _BY_STEM}
    rest = {word for word in words if word not in _BY_STEM and word not in _PLAIN}
    return tuple(sorted(known | rest))


def kinds_counted(fields: Mapping[str, Any]) -> tuple[str, ...]:
    """Return only the kinds of things that a figure counts, whoever they are.

    >>> kinds_counted({"what": "civilians killed"}) == kinds_counted({"what": "deaths"})
    True
    """
    words = content(str(fields.get("what", "")))
    return tuple(sorted({_BY_STEM[word] for word in words if word in _BY_STEM}))


def bounds(fields: Mapping[str, Any]) -> tuple[float | None, float | None, float | None]:
    """Return the lowest, best and highest number of a figure."""
    low, best, high = (_number(fields.get(name)) for name in ("low", "best", "high"))
    return low, best, high


def reach(fields: Mapping[str, Any]) -> tuple[float, float]:
    """Return between which numbers a figure says that the truth lies.

    >>> reach({"low": 289_000})
    (289000.0, inf)
    """
    low, best, high = bounds(fields)
    told = [number for number in (low, best, high) if number is not None]
    if not told:
        return float("-inf"), float("inf")
    at_least = low if low is not None else best if best is not None else float("-inf")
    at_most = high if high is not None else best if best is not None else float("inf")
    return at_least, at_most


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value)
