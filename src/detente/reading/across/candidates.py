"""Where to look for what an item may agree with, so that few are compared among very many.

Two items that agree have a block in common: of their kind and key, of a month of theirs, of the
names that both must share, and of a rare word that both must have.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations, product
from math import ceil
from typing import Any

from detente.reading.across.sameness import LIKE, Sign, agree
from detente.reading.across.times import LONG, Window
from detente.reading.across.wording import content

MOST_NAMES = 12
"""By how many names an item is looked for at the most."""

NAMED = ("talks", "truces")
"""Kinds whose items must share those who take part, and the place where both tell it."""

_Key = tuple[Any, ...]


class Group:
    """Items that tell the same, while they are gathered.

    Parameters
    ----------
    names : list of str
        Their ids.
    """

    __slots__ = ("_signs", "_window", "names")

    def __init__(self) -> None:
        self.names: list[str] = []
        self._signs: dict[Sign, None] = {}
        self._window: Window | None = None

    def takes(self, known: Sign) -> bool:
        """Tell whether an item agrees with all that are there."""
        mine, other = self._window, known.window
        if mine is not None and other is not None and not mine.meets(other):
            return False
        return all(agree(one, known) for one in self._signs)

    def add(self, name: str, known: Sign) -> None:
        """Add an item that agrees."""
        if not self.names:
            self._window = known.window
        elif self._window is not None and known.window is not None:
            self._window = self._window.within(known.window)
        self.names.append(name)
        self._signs[known] = None


class Candidates:
    """The groups that there are, by what an item must have to join them.

    Parameters
    ----------
    signs : iterable of Sign
        Of all items.

    Attributes
    ----------
    groups : list of Group
        All of them, in the order in which they were started.
    """

    def __init__(self, signs: Iterable[Sign]) -> None:
        counts = Counter(word for known in signs for word in known.words)
        order = sorted(counts, key=lambda word: (counts[word], word))
        self._rarity = {word: place for place, word in enumerate(order)}
        self._found: dict[_Key, list[Group]] = defaultdict(list)
        self.groups: list[Group] = []

    def add(self, name: str, known: Sign) -> None:
        """Let an item join the first group that takes it, or start one."""
        shared = ((known.key,), _times(known.window), self._words(known))
        held = sought = [*product(*shared)]
        if known.key[0] in NAMED:
            names, places = sorted(known.who)[:MOST_NAMES], sorted(content(known.place))
            held = [*product(*shared, _held(names), [*(places or ["nowhere"]), "anywhere"])]
            where = [*places, "nowhere"] if places else ["anywhere"]
            sought = [*product(*shared, _sought(names), where)]
        group = self._taking(known, sought)
        if group is None:
            group = Group()
            self.groups.append(group)
        group.add(name, known)
        # what joins by a block of its own must be found by it too
        for key in held:
            there = self._found[key]
            if not there or there[-1] is not group:
                there.append(group)

    def _taking(self, known: Sign, keys: Iterable[_Key]) -> Group | None:
        refused: set[int] = set()
        for key in keys:
            for group in self._found.get(key, ()):
                if id(group) not in refused:
                    if group.takes(known):
                        return group
                    refused.add(id(group))
        return None

    def _words(self, known: Sign) -> list[_Key | str | None]:
        kind = known.key[0]
        words: list[_Key | str | None] = [None]
        if known.words and kind in LIKE and kind != "truces":
            # two sets whose shared part is that large share one of the rarest words of each
            rare = sorted(known.words, key=self._rarity.__getitem__)
            words = [*rare[: len(rare) - ceil(LIKE[kind] * len(rare)) + 1]]
        if kind == "events":
            words += [("place", word) for word in sorted(content(known.place))]
        return words


def _times(window: Window | None) -> tuple[object, ...]:
    if window is None:
        return (None,)
    return tuple(window.months()) if window.last - window.first <= LONG else (window[:2],)


def _held(names: Sequence[str]) -> list[_Key]:
    """Return by which names an item is found."""
    alone: list[_Key] = [("alone", *names)] if len(names) == 1 else []
    named: list[_Key] = [("named", one) for one in names] or [("unnamed",)]
    return [*combinations(names, 2), *named, *alone, ("all",)]


def _sought(names: Sequence[str]) -> list[_Key]:
    """Return by which names those are found with which an item shares as many as it must.

    Two, or one where either has no more; with nobody named anybody goes.
    """
    if not names:
        return [("all",)]
    one = "named" if len(names) == 1 else "alone"
    return [*combinations(names, 2), *((one, name) for name in names), ("unnamed",)]
