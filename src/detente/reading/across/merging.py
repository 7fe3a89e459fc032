"""From items to facts: what several reports tell is one fact with several pieces of evidence.

Items are taken in an order of their own, those that tell most first, whatever order the reports
came in; each joins the first fact with all of whose items it agrees, or starts one. So no chain
joins items that contradict each other, and the same items always make the same facts.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import ceil
from typing import Any

from detente.reading.across.items import Fact, Item
from detente.reading.across.sameness import LIKE, Sign, agree, listed, sign
from detente.reading.across.times import LONG, date_of, dated
from detente.reading.across.wording import content
from detente.reading.found import KINDS

_LISTS = ("by", "to", "parties", "people", "brokered_by", "also")
_DATES = ("date", "from", "to", "declared", "in_effect", "ended", "since", "as_of")
_Key = tuple[Any, ...]


class _Group:
    """Items that tell the same, while they are gathered."""

    def __init__(self, item: Item, known: Sign) -> None:
        self.items = [item]
        self.signs = [known]
        self.window = known.window

    def takes(self, known: Sign) -> bool:
        """Tell whether an item agrees with all that are there."""
        if self.window is not None and known.window is not None:
            return self.window.meets(known.window) and all(agree(one, known) for one in self.signs)
        return all(agree(one, known) for one in self.signs)

    def add(self, item: Item, known: Sign) -> None:
        """Add an item that agrees."""
        self.items.append(item)
        if known not in self.signs:
            self.signs.append(known)
        if self.window is not None and known.window is not None:
            self.window = self.window.within(known.window)


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
    common = Counter(word for known in signs.values() for word in known.words)
    order = sorted(found, key=lambda name: (signs[name].weight, name))
    blocks: dict[_Key, list[_Group]] = defaultdict(list)
    groups: list[_Group] = []
    for name in order:
        item, known = found[name], signs[name]
        keys = tuple(_keys(known, common))
        group = next((one for one in _met(blocks, keys) if one.takes(known)), None)
        if group is not None:
            group.add(item, known)
            # what joins by a key of its own must be found by it too
            for key in keys:
                if group not in blocks[key][-1:]:
                    blocks[key].append(group)
            continue
        group = _Group(item, known)
        groups.append(group)
        for key in keys:
            blocks[key].append(group)
    made = (_fact(group.items) for group in groups)
    return tuple(sorted(made, key=_place))


def _met(blocks: Mapping[_Key, list[_Group]], keys: Sequence[_Key]) -> Iterator[_Group]:
    seen: set[int] = set()
    for key in keys:
        for group in blocks.get(key, ()):
            if id(group) not in seen:
                seen.add(id(group))
                yield group


def _keys(known: Sign, common: Mapping[str, int]) -> Iterator[_Key]:
    """Yield the blocks of a sign: two that agree have one in common."""
    when: list[object] = [None]
    if known.window is not None and known.window.last - known.window.first <= LONG:
        when = list(known.window.months())
    elif known.window is not None:
        when = [known.window[:2]]
    who: list[object] = [None]
    if known.key[0] == "talks" and known.who:
        names = sorted(known.who)
        pairs = [(a, b) for k, a in enumerate(names) for b in names[k + 1 :]]
        who = [*pairs, *((name,) for name in names)] if len(names) <= 6 else [*pairs]
    words: list[object] = [None]
    least = LIKE.get(known.key[0])
    if known.words and least is not None and known.key[0] != "truces":
        # two sets whose shared part is that large share one of the rarest words of each
        rare = sorted(known.words, key=lambda word: (common[word], word))
        words = list(rare[: len(rare) - ceil(least * len(rare)) + 1])
    if known.key[0] == "events":
        words += [("place", word) for word in content(known.place)]
    for time in when:
        for one in who:
            for word in words:
                yield (known.key, time, one, word)


def _place(fact: Fact) -> tuple[object, ...]:
    found = date_of(fact.fields)
    told = (found.first, found.last) if found is not None else None
    return KINDS.index(fact.kind), told is None, told or (), fact.id


def _fact(items: Sequence[Item]) -> Fact:
    keys = dict.fromkeys(key for item in items for key in item.fields)
    fields = {
        key: merged(key, [item.fields[key] for item in items if item.fields.get(key)])
        for key in keys
    }
    flags = frozenset.intersection(*(frozenset(item.flags) for item in items))
    told = {key: value for key, value in fields.items() if value is not None}
    return Fact(items[0].kind, told, tuple(items), flags)


def merged(key: str, values: Sequence[Any]) -> Any:
    """Return the most precise of values that agree; `None` of none.

    Of dates the shortest, of lists all names, of texts the one that most items have, then the
    longest.
    """
    if not values:
        return None
    if len(values) == 1 and not isinstance(values[0], tuple):
        return values[0]
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
