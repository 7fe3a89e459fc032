"""Which vectors of values are on the Pareto frontier, with ties and noise in mind."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from detente.negotiation.model import CELL, Worth
from detente.negotiation.ties import levels

Indices = NDArray[np.int64]

FEW = 1 << 12
"""Vectors among which dominance is settled without first dropping the clearly beaten."""


@dataclass(frozen=True, eq=False, slots=True)
class Efficient:
    """The vectors of a list that no other dominates, equal ones together.

    Parameters
    ----------
    kept : Indices
        Their places in the list, point by point, rising within each point.
    starts : Indices
        Where each point begins in `kept`; points rise by the first value, then the second, ...
    """

    kept: Indices
    starts: Indices

    @property
    def first(self) -> Indices:
        """For each point the place of one vector behind it."""
        return self.kept[self.starts]


def efficient(vectors: Worth) -> Efficient:
    """Return which of `vectors` (m, s), in units, no other dominates.

    One dominates another if it is nowhere lower and somewhere higher, where values of the same
    level (:func:`detente.negotiation.ties.levels`) are the same.
    """
    if not len(vectors):
        return Efficient(np.zeros(0, np.int64), np.zeros(0, np.int64))
    near = _not_clearly_beaten(vectors)
    ranks = np.stack([levels(column) for column in vectors[near].T], axis=1)
    order = np.lexsort(ranks.T[::-1])
    ranks = ranks[order]
    new = np.ones(len(order), np.bool_)
    new[1:] = (ranks[1:] != ranks[:-1]).any(axis=1)
    best = _undominated(ranks[new])
    point = np.cumsum(new) - 1
    on = best[point]
    kept = near[order[on]]
    starts = np.flatnonzero(new[on])
    return Efficient(kept, starts)


def _not_clearly_beaten(vectors: Worth) -> Indices:
    """Return the places, rising, of vectors among which are all that nothing dominates.

    Left out are some of those that another beats by more than noise.
    """
    sides = vectors.shape[1]
    if sides == 1:
        return np.flatnonzero(vectors[:, 0] >= vectors[:, 0].max() - CELL)
    if sides == 2:
        order = np.argsort(-vectors[:, 0], kind="stable")
        second = vectors[order, 1]
        return np.sort(order[second >= np.maximum.accumulate(second) - CELL])
    near = np.arange(len(vectors), dtype=np.int64)
    if len(vectors) <= FEW:
        return near
    for strong in strong_points(vectors):
        beaten = (vectors[near] <= strong - CELL).all(axis=1)
        near = near[~beaten]
    return near


def strong_points(vectors: Worth) -> Worth:
    """Return a few of `vectors` (m, s) that beat many of the others; shape (t, s).

    They are the best ones for the sum of all values and for sums that count some parties double
    or not at all.
    """
    sides = vectors.shape[1]
    counted = [np.ones(sides)]
    for side in range(sides):
        for weight in (0.0, 0.5, 2.0):
            row = np.ones(sides)
            row[side] = weight
            counted.append(row)
    sums = vectors.astype(np.float64) @ np.array(counted).T
    found: Worth = vectors[np.unique(sums.argmax(axis=0))]
    return found


def _undominated(ranks: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Return which of distinct `ranks` (m, s), sorted from the first column on, nothing dominates.

    For three values and more this is the divide-and-conquer of Kung, Luccio and Preparata (1975),
    On finding the maxima of a set of vectors, Journal of the ACM 22, in `moocore`.
    """
    sides = ranks.shape[1]
    if sides <= 2:
        last = ranks[::-1, -1]
        best = np.ones(len(ranks), np.bool_)
        best[1:] = last[1:] > np.maximum.accumulate(last)[:-1]
        return best[::-1]
    from moocore import is_nondominated

    found: NDArray[np.bool_] = is_nondominated(
        ranks.astype(np.float64), maximise=True, keep_weakly=True
    )
    return found
