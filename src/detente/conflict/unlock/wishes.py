"""A party's preference in a form that can be changed: wishes, and every change of some cost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from numpy.typing import NDArray

from detente.conflict.unlock.edits import Edit
from detente.conflict.unlock.question import Judge

Atom = tuple[str, int]
"""A part of a change, wherever it is placed: a kind of edit and the number of its wish."""

Weight = tuple[int, ...]
"""How much a change asks beyond its cost; see :mod:`detente.conflict.unlock.order`."""


class Steps:
    """A budget of steps, so that a search ends at the same point on every machine."""

    def __init__(self, limit: int) -> None:
        self.left = limit

    def take(self, steps: int = 1) -> bool:
        """Count `steps`; return whether the budget still allows them."""
        self.left -= steps
        return self.left >= 0


@dataclass(frozen=True, slots=True)
class Found:
    """Changes of one party's mind that do, cheapest first, wherever their wishes are placed.

    Parameters
    ----------
    cost : int or None
        The least cost; `None` if none was found.
    proved : int
        No change that costs less than this does.
    families : tuple of tuple of Atom
        The best of them, those that ask least first.
    total : int
        How many there are; at least so many, if not `complete`.
    complete : bool
        Whether all were counted.
    """

    cost: int | None
    proved: int
    families: tuple[tuple[Atom, ...], ...]
    total: int
    complete: bool


class Wishes(Protocol):
    """What a search needs to know of a party's preference."""

    @property
    def party(self) -> int:
        """Whose it is."""

    def minimum(self, judge: Judge, seen: int, limit: int, steps: Steps) -> Found:
        """Return the smallest changes with which `judge` is content.

        Parameters
        ----------
        judge : Judge
            Monotone in the states preferred to the target.
        seen : int
            The states it looks at.
        limit : int
            How many changes to return.
        steps : Steps
            The budget.
        """

    def size(self, cost: int) -> int:
        """Return about how many steps :meth:`variants` of this cost takes."""

    def variants(self, cost: int) -> Iterator[tuple[int, tuple[Atom, ...], tuple[int, ...]]]:
        """Yield every change of exactly this cost.

        Yields the states then preferred to the target, the change and its placement.
        """

    def variants_of(
        self, atoms: tuple[Atom, ...]
    ) -> Iterator[tuple[int, tuple[Atom, ...], tuple[int, ...]]]:
        """Yield every placement of one change, those that ask least first."""

    def score(self, atoms: tuple[Atom, ...], order: tuple[int, ...]) -> NDArray[Any]:
        """Return what each state is worth to the party after a change; higher is better."""

    def weight(self, atoms: Sequence[Atom]) -> Weight:
        """Return how much a change asks, added up over its parts."""

    def edits(self, atoms: tuple[Atom, ...], order: tuple[int, ...]) -> tuple[Edit, ...]:
        """Return a change as edits."""
