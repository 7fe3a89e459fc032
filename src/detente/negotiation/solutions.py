"""Four ways to choose from the frontier, as the textbook has them, ties kept.

Each takes the vectors of the frontier inside the zone of agreement and returns the places of
those it chooses. Where a value is the same to twelve digits it is the same.

References
----------
Nash, J. (1950). The bargaining problem. Econometrica 18.
Kalai, E. & Smorodinsky, M. (1975). Other solutions to Nash's bargaining problem. Econometrica 43.
Kalai, E. (1977). Proportional solutions to bargaining situations. Econometrica 45.
Imai, H. (1983). Individual monotonicity and lexicographic maxmin solution. Econometrica 51.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from detente.negotiation.efficient import Indices
from detente.negotiation.model import UNIT, Worth
from detente.negotiation.ties import TIE, levels

SOLUTIONS = ("nash", "kalai_smorodinsky", "egalitarian", "utilitarian")
"""Their names, in the order in which they are told."""

NASH_TIE = 1e-9
"""Products tie where they differ by no more than this part of them."""

SHARE_TIE = UNIT // 10**10 // 2
"""Gain shares, in units, tie where they are the same to ten digits."""


def nash(gains: Worth, weights: NDArray[np.float64]) -> Indices:
    """Return where the weighted product of gains is largest, if it is above 0 anywhere.

    Parameters
    ----------
    gains : Worth
        Shape (v, s): values less reservation values, none of them negative.
    weights : array
        Shape (s,): positive exponents.

    Returns
    -------
    Indices
        Empty if the product is 0 throughout, as then every package of the zone ties.
    """
    positive = np.flatnonzero((gains > TIE).all(axis=1))
    if not len(positive):
        return positive
    logarithms = np.log(gains[positive] / UNIT) @ weights
    chosen: Indices = positive[logarithms >= logarithms.max() - NASH_TIE]
    return chosen


def kalai_smorodinsky(gains: Worth, most: Worth) -> Indices:
    """Return where the gain shares are leximin-best: the smallest largest, then the next.

    Parameters
    ----------
    most : Worth
        Shape (s,): the largest gain of each party over the zone; a party that can gain nothing
        has no share and is left out.
    """
    gaining = most > TIE
    shares = np.rint(gains[:, gaining] / most[gaining] * UNIT).astype(np.int64)
    return leximin(shares, SHARE_TIE)


def egalitarian(gains: Worth) -> Indices:
    """Return where the gains are leximin-best."""
    return leximin(gains, TIE)


def utilitarian(vectors: Worth) -> Indices:
    """Return where the sum of values is largest."""
    sums = vectors.sum(axis=1)
    return np.flatnonzero(sums >= sums.max() - TIE)


def leximin(values: Worth, tie: int) -> Indices:
    """Return the rows of `values` (v, s) whose smallest value is largest, then the next, ...

    >>> leximin(np.array([[9, 1], [2, 5], [6, 2]]), 0).tolist()
    [2]
    """
    ranks = np.sort(levels(values.ravel(), tie).reshape(values.shape), axis=1)
    best = np.arange(len(values))
    for column in ranks.T:
        here = column[best]
        best = best[here == here.max()]
    return best
