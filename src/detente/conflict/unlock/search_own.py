"""Changes of one mind at a time, joined: what Nash, GMR and SMR need.

Under these concepts a party's stability hangs on its own preference alone, so the smallest
change of all is made of each party's own smallest ones, and there is one for every choice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from math import prod

from detente.conflict.unlock.wishes import Atom, Found, Weight, Wishes

Part = tuple[int, tuple[Atom, ...], tuple[int, ...]]
"""A party, the change of its mind, and the placement of its wishes."""

Parts = tuple[Part, ...]
"""A change of one or several minds."""


@dataclass(frozen=True, slots=True)
class Solution:
    """The smallest changes under one concept.

    Parameters
    ----------
    cost : int or None
        The least cost that was found; `None` if none was.
    proved : int
        No change that costs less than this does.
    changes : tuple of Parts
        Changes of that cost, those that ask least first.
    total : int
        How many there are, wherever their wishes are placed; at least so many, if not
        `complete`.
    complete : bool
        Whether all of that cost were looked at.
    """

    cost: int | None
    proved: int
    changes: tuple[Parts, ...]
    total: int
    complete: bool

    @property
    def minimal(self) -> bool:
        """Whether the cost is proved to be the smallest."""
        return self.cost is not None and self.cost <= self.proved


def joined(
    found: Sequence[Found],
    wishes: Sequence[Wishes],
    limit: int,
    placed: Callable[[int, tuple[Atom, ...]], tuple[int, ...]],
) -> Solution:
    """Return the changes made of each party's own smallest ones.

    Parameters
    ----------
    found : sequence of Found
        Each party's own.
    wishes : sequence of Wishes
        Every party's preference.
    limit : int
        How many changes to return.
    placed : callable
        Returns the placement for a party's change.
    """
    proved = sum(one.proved for one in found)
    complete = all(one.complete for one in found)
    if any(one.cost is None for one in found):
        return Solution(None, proved, (), 0, complete)
    best: list[tuple[Weight, tuple[tuple[int, tuple[Atom, ...]], ...]]] = [((0,) * 5, ())]
    for party, one in enumerate(found):
        if one.cost:
            best = nsmallest(
                limit,
                (
                    (added(weight, wishes[party].weight(atoms)), (*parts, (party, atoms)))
                    for weight, parts in best
                    for atoms in one.families
                ),
            )
    changes = tuple(
        tuple((party, atoms, placed(party, atoms)) for party, atoms in parts) for _, parts in best
    )
    cost = sum(one.cost or 0 for one in found)
    return Solution(cost, proved, changes, prod(one.total for one in found), complete)


def added(one: Weight, two: Weight) -> Weight:
    """Return the sum of two weights, part by part."""
    return tuple(a + b for a, b in zip(one, two, strict=True))


def spread(total: int, parts: int) -> Iterator[tuple[int, ...]]:
    """Yield the ways to write `total` as a sum of so many parts, none negative.

    >>> list(spread(2, 2))
    [(0, 2), (1, 1), (2, 0)]
    """
    if not parts:
        if not total:
            yield ()
        return
    for first in range(total + 1) if parts > 1 else [total]:
        for rest in spread(total - first, parts - 1):
            yield (first, *rest)
