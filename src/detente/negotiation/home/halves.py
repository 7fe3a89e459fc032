"""All packages of a table as a left half crossed with a right half, stretch by stretch.

What a package is worth is a sum over issues, so that many packages together take one addition
each, of a number for its left half and a number for its right, and not one for every issue.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import prod

import numpy as np

from detente.negotiation.model import Choices, Worth
from detente.negotiation.packages import grid
from detente.negotiation.rules import Truth

STRETCH = 1 << 18
"""Packages of a stretch: a few arrays of so many numbers fit the cache of a processor."""

COUNTED_HALF = 1 << 21
"""Rows of a half that can be sorted without a user's noticing."""


@dataclass(frozen=True, eq=False, slots=True)
class Stretch:
    """Packages in a row: every one of some left halves with every right half.

    Parameters
    ----------
    left, right : Choices
        The halves, shape (l, issues on the left) and (r, issues on the right).
    """

    left: Choices
    right: Choices

    @property
    def size(self) -> int:
        """The number of packages."""
        return len(self.left) * len(self.right)

    def values(self, added: Sequence[Worth]) -> Worth:
        """Return the sum over issues of what each outcome adds, for each package; (size,)."""
        cut = self.left.shape[1]
        ahead, behind = _sums(self.left, added[:cut]), _sums(self.right, added[cut:])
        summed: Worth = (ahead[:, None] + behind[None, :]).ravel()
        return summed

    def choices(self) -> Choices:
        """Return the packages themselves; shape (size, i)."""
        return np.concatenate(
            [np.repeat(self.left, len(self.right), 0), np.tile(self.right, (len(self.left), 1))],
            axis=1,
        )

    def where(self, found: Truth, many: int) -> Choices:
        """Return the first `many` packages for which `found`, shape (size,), is true."""
        left, right = np.divmod(np.flatnonzero(found)[:many], len(self.right))
        return np.concatenate([self.left[left], self.right[right]], axis=1)


def stretches(shape: Sequence[int], size: int = STRETCH) -> Iterator[Stretch]:
    """Yield every package of a table with so many outcomes an issue, in order."""
    cut = len(shape)
    while cut > 1 and prod(shape[cut - 1 :]) <= size:
        cut -= 1
    right = _all(shape[cut:])
    for left in grid(shape[:cut], max(1, size // len(right))):
        yield Stretch(left, right)


def count_sums(added: Sequence[Worth], least: int) -> int | None:
    """Return how many packages have a sum of at least `least`; `None` where it would take long.

    Parameters
    ----------
    added : sequence of Worth
        What each outcome of each issue adds, shape (outcomes,) each.
    """
    shape = [len(part) for part in added]
    if sum(int(part.min()) for part in added) >= least:
        return prod(shape)
    if sum(int(part.max()) for part in added) < least:
        return 0
    cut = min(range(len(shape) + 1), key=lambda cut: max(prod(shape[:cut]), prod(shape[cut:])))
    if max(prod(shape[:cut]), prod(shape[cut:])) > COUNTED_HALF:
        return None
    ahead = _sums(_all(shape[:cut]), added[:cut])
    behind = np.sort(_sums(_all(shape[cut:]), added[cut:]))
    found = len(behind) - np.searchsorted(behind, least - ahead, side="left")
    return int(found.sum())


def _all(shape: Sequence[int]) -> Choices:
    if not shape:
        return np.zeros((1, 0), np.int16)
    return np.concatenate(list(grid(shape, max(1, prod(shape)))))


def _sums(choices: Choices, added: Sequence[Worth]) -> Worth:
    total: Worth = np.zeros(len(choices), np.int64)
    for issue, part in enumerate(added):
        total += part[choices[:, issue]]
    return total
