"""From items to facts: what several reports tell is one fact with several pieces of evidence.

Items are taken in an order of their own, those that tell most first, whatever order the reports
came in; each joins the first fact with all of whose items it agrees, or starts one. So no chain
joins items that contradict each other, and the same items always make the same facts.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from detente.reading.across.candidates import Candidates
from detente.reading.across.items import Fact, Item
from detente.reading.across.sameness import listed, sign
from detente.reading.across.times import date_of, dated
from detente.reading.found import KINDS

_LISTS = ("by", "to", "parties", "people", "brokered_by", "also")
_DATES = ("date", "from", "to", "declared", "in_effect", "ended", "since", "as_of")


def facts(items: Iterable[Item]) -> tuple[Fact, ...]:
    """Return what `items` tell, each thing once with every item that tells it.

    Parameters
    ----------
    items : iterable of Item
        Of any kinds and reports, in any order; of two with the same id one counts.

    Returns
    -------
    tuple of Fact
        By kind in the order of :data:`~detente.reading.found.KINDS`, then by time, then by id.
    """
    found = {item.id: item for item in items}
    signs = {name: sign(item) for name, item in found.items()}
    candidates = Candidates(signs.values())
    for name in sorted(found, key=lambda name: (signs[name].weight, name)):
        candidates.add(name, signs[name])
    made = (_fact([found[name] for name in group.names]) for group in candidates.groups)
    return tuple(sorted(made, key=_place))


def _place(fact: Fact) -> tuple[object, ...]:
    found = date_of(fact.fields)
    told = (found.first, found.last) if found is not None else None
    return KINDS.index(fact.kind), told is None, told or (), fact.id


def _fact(items: Sequence[Item]) -> Fact:
    values: dict[str, list[Any]] = {}
    for item in items:
        for key, value in item.fields.items():
            if value:
                values.setdefault(key, []).append(value)
    fields = {key: merged(key, told) for key, told in values.items()}
    flags = frozenset.intersection(*(frozenset(item.flags) for item in items))
    return Fact(items[0].kind, fields, tuple(items), flags)


def merged(key: str, values: Sequence[Any]) -> Any:
    """Return the most precise of values that agree.

    Of dates the shortest, of lists all names, of texts the one that most items have, then the
    longest.
    """
    if len(values) == 1:
        return list(values[0]) if isinstance(values[0], tuple) else values[0]
    if key in _LISTS and any(not isinstance(value, str) or not dated(value) for value in values):
        return list(dict.fromkeys(name for value in values for name in listed(value)))
    if key in _DATES:
        return min(values, key=_exactness)
    counts = Counter(json.dumps(value, sort_keys=True, default=str) for value in values)
    return min(
        values,
        key=lambda value: (
            -counts[json.dumps(value, sort_keys=True, default=str)],
            -len(str(value)),
            str(value),
        ),
    )


def _exactness(value: object) -> tuple[object, ...]:
    found = dated(str(value))
    if found is None:
        return (True, 0, str(value))
    return (False, (found.last - found.first).days, str(value))
