"""Changes after signing: packages that nobody who must sign would like less, and somebody more.

Raiffa's post-settlement settlement: once a package is agreed, a mediator looks for others that all
would rather have, so that no one risks anything by looking.

References
----------
.. [1] H. Raiffa, "Post-Settlement Settlements", Negotiation Journal 1, 1985.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import prod

import numpy as np
from numpy.typing import NDArray

from detente.negotiation.model import CELL, Choices, TableModel, Worth
from detente.negotiation.packages import blocks, feasible, permitted, worth
from detente.negotiation.solve import solve
from detente.negotiation.ties import TIE

LISTED = 10
"""Changes that are listed of a package; they are counted all."""

ENUMERATED = 2_000_000
"""Packages that are gone through one by one; beyond, only the best changes are looked for."""

BLOCK = 65_536
"""Packages that are compared at a time."""

FRONT = 10_000
"""Changes among which the best are looked for, where not all packages are."""


@dataclass(frozen=True, slots=True)
class Improvements:
    """What all who must sign would rather have than a package.

    Parameters
    ----------
    count : int or None
        How many packages there are; `None` in a large table, where they are not counted.
    rows : tuple of tuple of int
        The first of them. Those come first from which most parties gain, then those with the
        largest product of the gains, then in the order of packages.
    worth : tuple of tuple of int
        What each is worth to every party, in units.
    """

    count: int | None
    rows: tuple[tuple[int, ...], ...] = ()
    worth: tuple[tuple[int, ...], ...] = ()


NONE = Improvements(0)
"""Nothing can be improved for one without loss to another."""


def improvements(
    model: TableModel, rows: Choices, limit: int = LISTED, most: int = ENUMERATED
) -> tuple[Improvements, ...]:
    """Return for each package what all who must sign would rather have, the most welcome first.

    A change is welcome if it can be, crosses no red line of anyone, is worth at least as much to
    each party that must sign, and more to one.

    Parameters
    ----------
    model : TableModel
        The compiled table.
    rows : Choices
        Shape (p, i): the packages asked about, whether they can be signed or not.
    limit : int
        How many changes to list for each.
    most : int
        Above so many packages, only changes that leave nothing to improve are looked at.

    Returns
    -------
    tuple of Improvements
        One a package.
    """
    if model.combinations > most:
        return tuple(_beyond(model, row, limit) for row in rows)
    best = [_Best(limit) for _ in rows]
    signers = list(model.signers)
    start = worth(model, rows)[:, signers]
    for block in blocks(model, BLOCK):
        block = block[feasible(model, block) & permitted(model, block)]
        values = worth(model, block)[:, signers]
        for one, keep in zip(start, best, strict=True):
            gains = values - one
            welcome = (gains >= -TIE).all(axis=1) & (gains > TIE).any(axis=1)
            keep.add(block[welcome], gains[welcome])
    return tuple(keep.told(model) for keep in best)


def _beyond(model: TableModel, row: NDArray[np.int16], limit: int) -> Improvements:
    """Return the changes that leave nothing to improve, of a table too large to go through."""
    start = worth(model, row[None, :])
    floor = model.no_deal.copy()
    signers = list(model.signers)
    floor[signers] = start[0, signers]
    rows = solve(replace(model, no_deal=floor)).frontier.rows(FRONT)
    keep = _Best(limit)
    gains = (worth(model, rows) - start)[:, signers]
    welcome = (gains > TIE).any(axis=1)
    keep.add(rows[welcome], gains[welcome])
    return replace(keep.told(model), count=None if keep.count else 0)


class _Best:
    """Keeps the most welcome changes of one package while blocks go by."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.count = 0
        self._kept: list[tuple[int, int, tuple[int, ...]]] = []

    def add(self, rows: Choices, gains: NDArray[np.int64]) -> None:
        """Count `rows`, with gains in units to those who sign, and keep the best of all so far."""
        self.count += len(rows)
        gains = (gains + TIE) // CELL
        near = _foremost(gains, self.limit)
        self._kept += [
            (*_welcome(one), tuple(row))
            for one, row in zip(gains[near].tolist(), rows[near].tolist(), strict=True)
        ]
        self._kept = sorted(self._kept)[: self.limit]

    def told(self, model: TableModel) -> Improvements:
        """Return what was counted and kept."""
        rows = tuple(row for _, _, row in self._kept)
        if not rows:
            return Improvements(self.count)
        values: Worth = worth(model, np.array(rows, np.int16))
        return Improvements(self.count, rows, tuple(map(tuple, values.tolist())))


def _welcome(gains: Sequence[int]) -> tuple[int, int]:
    """Return the sort key of a change: minus the number of gainers, minus the product of gains."""
    gained = [gain for gain in gains if gain]
    return -len(gained), -prod(gained)


def _foremost(gains: NDArray[np.int64], limit: int) -> NDArray[np.intp]:
    """Return where the best `limit` changes must be among, by rounded products."""
    if len(gains) <= limit:
        return np.arange(len(gains))
    gainers = (gains > 0).sum(axis=1)
    product = np.zeros(len(gains))
    for column in gains.T:
        product += np.log(np.maximum(column, 1))
    # Gains in cells are at least 1, so logarithms order as products do, but for rounding.
    merit = gainers * 1e6 + product
    near = np.flatnonzero(merit >= np.sort(merit)[-limit] - 1e-6)
    return near[_first_of_equals(gains[near], limit)]


def _first_of_equals(gains: NDArray[np.int64], limit: int) -> NDArray[np.bool_]:
    """Return which rows are among the first `limit` that are equal to them."""
    order = np.lexsort(gains.T)
    sorted_ = gains[order]
    begins = np.flatnonzero(np.r_[True, (sorted_[1:] != sorted_[:-1]).any(axis=1)])
    place = np.arange(len(gains)) - np.repeat(begins, np.diff(np.r_[begins, len(gains)]))
    keep = np.zeros(len(gains), np.bool_)
    keep[order[place < limit]] = True
    return keep
