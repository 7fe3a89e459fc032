"""The zone of agreement, the frontier and the solutions of a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from detente.errors import call_error
from detente.negotiation.counting import count_feasible
from detente.negotiation.efficient import Indices
from detente.negotiation.merging import Merged, merge
from detente.negotiation.model import UNIT, Choices, TableModel, Worth
from detente.negotiation.packages import worth
from detente.negotiation.parts import Part, parts_of
from detente.negotiation.solutions import egalitarian, kalai_smorodinsky, nash, utilitarian
from detente.negotiation.ties import TIE, reaches
from detente.negotiation.zone import count_at_least, rows_at_least

LISTED = 1000
"""Packages of a solution that are listed at most."""


@dataclass(frozen=True, eq=False, slots=True)
class Front:
    """Packages that no other of their set dominates.

    Parameters
    ----------
    vectors : Worth
        Shape (v, s): what they are worth to the parties that must sign, each vector once.
    counts : tuple of int
        How many packages stand behind each vector.
    """

    vectors: Worth
    counts: tuple[int, ...]
    merged: Merged
    points: Indices

    @property
    def packages(self) -> int:
        """The number of packages."""
        return sum(self.counts)

    def rows(self, limit: int) -> Choices:
        """Return up to `limit` of the packages, in rising order; shape (p, i)."""
        return self.merged.rows(self.points, limit)

    def rows_at(self, vectors: Indices, limit: int) -> Choices:
        """Return up to `limit` of the packages behind `vectors`, numbers of rows."""
        return self.merged.rows(self.points[vectors], limit)


@dataclass(frozen=True, eq=False, slots=True)
class Solution:
    """The packages that a solution chooses.

    Parameters
    ----------
    choices : Choices
        Shape (p, i): all of them, or `LISTED`, in rising order.
    count : int or None
        How many there are; `None` where that was not counted.
    worth : Worth
        Shape (p, n): what those listed are worth to all parties of the model.
    """

    choices: Choices
    count: int | None
    worth: Worth


@dataclass(frozen=True, eq=False, slots=True)
class Solved:
    """What the table comes to.

    Parameters
    ----------
    packages : int
        How many can be.
    zone : int or None
        How many of them cross no red line and give every signer its reservation value at least;
        `None` where that was not counted, 0 only where there is none.
    frontier : Front
        The undominated packages of the zone.
    frontier_all : Front
        The undominated packages of all that can be.
    ideal : Worth or None
        Shape (n,): the most that a package of the zone gives to each party; `None` without one.
    solutions : mapping
        By the names of `SOLUTIONS`; empty without a zone.
    zero_nash : bool
        Whether the product of gains is 0 throughout the zone, so that all of it ties.
    stuck : tuple of int
        The signers to whom no package of the zone gives more than no deal.
    weights : tuple of float
        The exponent of each signer in the product of gains.
    route : str
        ``enumeration`` where rules tie all issues together, so that every package was gone
        through; ``merging`` otherwise.
    """

    model: TableModel
    packages: int
    zone: int | None
    frontier: Front
    frontier_all: Front
    ideal: Worth | None
    solutions: Mapping[str, Solution]
    zero_nash: bool
    stuck: tuple[int, ...]
    weights: tuple[float, ...]
    route: Literal["merging", "enumeration"]

    @property
    def has_zone(self) -> bool:
        """Whether there is a package in the zone."""
        return self.ideal is not None

    def nash_products(self, values: Worth) -> NDArray[np.float64]:
        """Return the products of the signers' gains, each to its weight; shape (p,), 0 at a loss.

        Parameters
        ----------
        values : Worth
            Shape (p, n): what packages are worth to all parties of the model.
        """
        products: NDArray[np.float64] = np.ones(len(values))
        for signer, weight in zip(self.model.signers, self.weights, strict=True):
            gains = values[:, signer] - self.model.no_deal[signer]
            products *= (np.maximum(gains, 0) / UNIT) ** weight
        return products

    def zone_rows(self, limit: int) -> Choices:
        """Return up to `limit` packages of the zone, in rising order; shape (p, i)."""
        return rows_at_least(self.model, self.model.no_deal, limit)


def solve(model: TableModel, weights: Mapping[str, float] | None = None) -> Solved:
    """Find the zone, the frontier and the four solutions.

    Parameters
    ----------
    weights : mapping, optional
        The exponents of Nash's product by party; 1 where not given.

    Raises
    ------
    CallError
        If a weight is of a party that need not sign, or not positive.
    SizeError
        If rules tie too many combinations together, or a frontier grows too large.
    """
    exponents = _exponents(model, weights or {})
    parts = parts_of(model)
    signers = list(model.signers)
    floor = model.no_deal[signers]
    everything = merge(model, parts, (), signers)
    inside = merge(model, parts, model.red_lines, signers, floor) if model.red_lines else everything
    frontier = _front(inside, np.flatnonzero(reaches(inside.vectors, floor).all(axis=1)))
    whole = len(parts) == 1 and len(model.issues) > 1
    zone = count_at_least(model, model.no_deal) if frontier.counts else 0
    ideal = _ideal(model, parts, frontier) if frontier.counts else None
    chosen = _chosen(frontier.vectors, floor, exponents) if frontier.counts else {}
    solutions = {name: _solution(model, frontier, points, zone) for name, points in chosen.items()}
    return Solved(
        model=model,
        packages=count_feasible(model),
        zone=zone,
        frontier=frontier,
        frontier_all=_front(everything, np.arange(len(everything.vectors))),
        ideal=ideal,
        solutions=solutions,
        zero_nash="nash" in chosen and not len(chosen["nash"]),
        stuck=tuple(
            signer
            for signer in model.signers
            if ideal is not None and ideal[signer] <= model.no_deal[signer] + TIE
        ),
        weights=tuple(exponents.tolist()),
        route="enumeration" if whole else "merging",
    )


def _exponents(model: TableModel, weights: Mapping[str, float]) -> NDArray[np.float64]:
    signers = [model.parties[signer] for signer in model.signers]
    for party, weight in weights.items():
        if party not in signers:
            raise call_error(
                "unknown-signer",
                f"`{party}` is not a party that must sign",
                f"Give weights to {', '.join(signers)}",
            )
        if not 0 < weight < float("inf"):
            raise call_error(
                "wrong-weight",
                f"the weight of {party} is {weight}, which is not a number above 0",
                "Write a number above 0",
            )
    return np.array([weights.get(party, 1.0) for party in signers], np.float64)


def _front(merged: Merged, points: Indices) -> Front:
    counts = merged.counts()
    return Front(
        merged.vectors[points], tuple(counts[point] for point in points.tolist()), merged, points
    )


def _ideal(model: TableModel, parts: Sequence[Part], frontier: Front) -> Worth:
    """Return the most that the zone gives to each party.

    A signer gets it on the frontier. For a party that need not sign it lies on the frontier of
    the signers and that party.
    """
    ideal = model.no_deal.copy()
    signers = list(model.signers)
    ideal[signers] = frontier.vectors.max(axis=0)
    free = np.full(1, np.iinfo(np.int64).min // 4)
    for party in range(len(model.parties)):
        if party not in model.signers:
            columns = [*signers, party]
            floor = np.append(model.no_deal[signers], free)
            reached = merge(model, parts, model.red_lines, columns, floor).vectors
            ideal[party] = reached[reaches(reached, floor).all(axis=1), -1].max()
    return ideal


def _chosen(vectors: Worth, floor: Worth, exponents: NDArray[np.float64]) -> dict[str, Indices]:
    gains = vectors - floor
    return {
        "nash": nash(gains, exponents),
        "kalai_smorodinsky": kalai_smorodinsky(gains, gains.max(axis=0)),
        "egalitarian": egalitarian(gains),
        "utilitarian": utilitarian(vectors),
    }


def _solution(model: TableModel, frontier: Front, points: Indices, zone: int | None) -> Solution:
    """Return the packages behind `points` of the frontier; all of the zone where there is none."""
    if len(points):
        choices = frontier.rows_at(points, LISTED)
        count: int | None = sum(frontier.counts[point] for point in points.tolist())
    else:
        choices = rows_at_least(model, model.no_deal, LISTED)
        count = zone
    return Solution(choices, count, worth(model, choices))
