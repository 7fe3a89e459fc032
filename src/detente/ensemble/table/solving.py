"""Solving a table in many draws at once: zone, frontier and solutions over all its packages.

Arrays run over draws, parties and packages. The definitions are those of
:mod:`detente.negotiation.solve`, which solves one table with its central numbers; here the table
is small enough to write every package out, and its numbers differ from draw to draw.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.negotiation.model import UNIT
from detente.negotiation.solutions import NASH_TIE, SHARE_TIE
from detente.negotiation.ties import TIE, levels, reaches

Truth = NDArray[np.bool_]
Units = NDArray[np.int64]

LOWEST, HIGHEST = -(1 << 62), 1 << 62


@dataclass(frozen=True, eq=False, slots=True)
class Worths:
    """What draws make of a table.

    Parameters
    ----------
    worth : Units
        Shape (draws, n, packages): what each package is worth to each party.
    no_deal : Units
        Shape (draws, n).
    allowed : Truth
        Shape (draws, packages): those that can be and cross no red line.
    signs : Truth
        Shape (draws, n): who must sign; somebody in every draw.
    """

    worth: Units
    no_deal: Units
    allowed: Truth
    signs: Truth


def zone_of(table: Worths) -> Truth:
    """Return which packages every signer would accept, shape (draws, packages)."""
    accepts = reaches(table.worth, table.no_deal[:, :, None])
    zone: Truth = table.allowed & (accepts | ~table.signs[:, :, None]).all(axis=1)
    return zone


def frontier_of(table: Worths, zone: Truth) -> Truth:
    """Return which packages of `zone` no other one dominates for the signers."""
    found = np.zeros_like(zone)
    for d, inside in enumerate(zone):
        rows = np.flatnonzero(inside)
        if len(rows) < 2:
            found[d, rows] = True
            continue
        worth = table.worth[d][:, rows]
        signers = np.flatnonzero(table.signs[d])
        found[d, rows] = nondominated(np.stack([levels(worth[n]) for n in signers], axis=1))
    return found


def nondominated(points: Units) -> Truth:
    """Return which rows no other one dominates; the largest numbers are best, equals are kept."""
    if points.shape[1] == 1:
        best: Truth = points[:, 0] == points[:, 0].max()
        return best
    # read in here, so that draws of a conflict alone need not wait for it
    import moocore

    return np.asarray(
        moocore.is_nondominated(points.astype(np.float64), maximise=True, keep_weakly=True),
        np.bool_,
    )


def solutions_of(table: Worths, zone: Truth) -> dict[str, Truth]:
    """Return which packages of `zone` are each solution, ties kept."""
    signs = table.signs[:, :, None]
    gains = table.worth - table.no_deal[:, :, None]
    every = np.where(signs, table.worth, 0).sum(axis=1)
    return {
        "nash": _nash(gains, signs, zone),
        "kalai_smorodinsky": _most_equal(_shares(table, gains, zone), zone, SHARE_TIE / UNIT),
        "egalitarian": _most_equal(np.where(signs, gains, HIGHEST), zone, TIE),
        "utilitarian": _largest(every, zone, TIE),
    }


def _nash(gains: Units, signs: Truth, zone: Truth) -> Truth:
    # a gain of half a step or less is the noise of a gain of 0
    counted = np.where(gains > TIE, gains, 0) / UNIT
    product = np.where(signs, counted, 1.0).prod(axis=1)
    best = np.where(zone, product, 0.0).max(axis=1, keepdims=True)
    tied: Truth = zone & (product >= best * (1 - NASH_TIE))
    return tied


def _shares(table: Worths, gains: Units, zone: Truth) -> NDArray[np.float64]:
    """Return each signer's share of what it could gain at most; no end where that is nothing."""
    most = np.where(zone[:, None, :], gains, 0).max(axis=2)[:, :, None]
    counts = table.signs[:, :, None] & (most > TIE)
    return np.where(counts, gains / np.where(counts, most, 1), np.inf)


def _most_equal(amounts: NDArray[Any], zone: Truth, tie: Any) -> Truth:
    """Return the packages whose smallest amount is largest, then the next smallest, and so on."""
    found = _largest(amounts.min(axis=1), zone, tie)
    for d in np.flatnonzero(found.sum(axis=1) > 1).tolist():
        tied = np.flatnonzero(found[d])
        left = np.ones(len(tied), np.bool_)
        for row in np.sort(amounts[d][:, tied], axis=0)[1:]:
            left &= row >= row[left].max() - tie
        found[d, tied[~left]] = False
    return found


def _largest(amounts: NDArray[Any], among: Truth, tie: Any) -> Truth:
    """Return where `amounts`, shape (draws, packages), are largest `among` the packages."""
    best = np.where(among, amounts, LOWEST).max(axis=1, keepdims=True)
    found: Truth = among & (amounts >= best - tie)
    return found
