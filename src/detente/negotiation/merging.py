"""The Pareto frontier without going through all packages: merging, part by part.

A package with a dominated part is dominated, since the rest of it adds the same to both. So the
frontier grows from the last part to the first: the undominated sums of what one way to settle
the part adds and what an undominated settlement of the parts behind it adds. For each point the
ways behind it are kept, so that all packages behind a point of the frontier can be counted and
listed, however many there are. Rules do no harm, as each speaks of a single part.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.negotiation.efficient import Indices, efficient, strong_points
from detente.negotiation.model import CELL, Choices, RedLine, TableModel, Worth
from detente.negotiation.parts import BLOCK, Part, too_many, ways
from detente.negotiation.ties import reaches

MAX_SUMS = 20_000_000
"""Sums of vectors looked at together at most."""


@dataclass(frozen=True, eq=False, slots=True)
class Settlements:
    """The undominated ways to settle a part, those that are worth the same together.

    Parameters
    ----------
    vectors : Worth
        Shape (g, s): what each adds.
    rows : Choices
        Shape (w, issues of the part): the ways, vector by vector, in order within each.
    starts : Indices
        Shape (g + 1,): where each vector's ways begin in `rows`.
    """

    vectors: Worth
    rows: Choices
    starts: Indices


@dataclass(frozen=True, eq=False, slots=True)
class Layer:
    """The points over the parts from one on; an edge is a way to settle that part, then a point.

    Parameters
    ----------
    starts : Indices
        Shape (points + 1,): where each point's edges begin.
    labels : Indices
        Shape (edges,): the vector of the part's settlements.
    behind : Indices
        Shape (edges,): the point of the next layer.
    """

    starts: Indices
    labels: Indices
    behind: Indices


@dataclass(frozen=True, eq=False, slots=True)
class Merged:
    """All undominated packages, as ways from the points of the first layer through all layers.

    Parameters
    ----------
    vectors : Worth
        Shape (v, s): the points.
    """

    issues: tuple[int, ...]
    settlements: tuple[Settlements, ...]
    layers: tuple[Layer, ...]
    vectors: Worth

    def counts(self) -> list[int]:
        """Return how many packages stand behind each point."""
        counts: list[int] = self._completions(None)[0].tolist()
        return counts

    def rows(self, points: Indices, limit: int) -> Choices:
        """Return the first `limit` packages behind `points`, in rising order; shape (p, i).

        First are those that are first in the order of the parts.
        """
        counts = self._completions(limit)
        # a head settles some parts; of each head every point that it leads to is followed
        heads = np.zeros(len(points), np.int64)
        rows = np.zeros((1, 0), np.int16)
        for at, (settled, layer) in enumerate(zip(self.settlements, self.layers, strict=True)):
            edges, of = _spread(layer.starts, points)
            choices, behind = _spread(settled.starts, layer.labels[edges])
            heads, points = heads[of][behind], layer.behind[edges][behind]
            place = _places(settled.rows)[choices]
            order = np.lexsort((points, place, heads))
            heads, place, points, choices = (x[order] for x in (heads, place, points, choices))
            new = np.ones(len(order), np.bool_)
            new[1:] = (heads[1:] != heads[:-1]) | (place[1:] != place[:-1])
            number = np.cumsum(new) - 1
            before = np.cumsum(counts[at + 1][points]) - counts[at + 1][points]
            kept = before[new][number] < limit
            first = np.flatnonzero(new & kept)
            rows = np.concatenate([rows[heads[first]], settled.rows[choices[first]]], axis=1)
            heads, points = number[kept], points[kept]
        listed: Choices = np.empty_like(rows[:limit])
        listed[:, self.issues] = rows[:limit]
        return listed[np.lexsort(listed.T[::-1])]

    def _completions(self, most: int | None) -> list[NDArray[Any]]:
        """Return for each layer how many packages stand behind each point, at last for the end.

        Parameters
        ----------
        most : int or None
            Larger numbers are cut to it.
        """
        found: list[NDArray[Any]] = [np.ones(1, np.int64)]
        for settled, layer in zip(reversed(self.settlements), reversed(self.layers), strict=True):
            behind, sizes = found[-1], np.diff(settled.starts)
            edges = int(np.diff(layer.starts).max(initial=0))
            highest = int(behind.max(initial=0)) * edges * int(sizes.max(initial=0))
            exact = behind if highest < 1 << 62 else behind.astype(object)
            ways_on = exact[layer.behind] * sizes[layer.labels]
            some = len(layer.starts) > 1
            counted = np.add.reduceat(ways_on, layer.starts[:-1]) if some else ways_on
            found.append(counted if most is None else np.minimum(counted, most))
        return found[::-1]


def _spread(starts: Indices, chosen: Indices) -> tuple[Indices, Indices]:
    """Return all members of groups, and for each which of `chosen` it comes from.

    Parameters
    ----------
    starts : Indices
        Shape (groups + 1,): where each group begins.
    chosen : Indices
        Groups.
    """
    sizes = starts[chosen + 1] - starts[chosen]
    of = np.repeat(np.arange(len(chosen), dtype=np.int64), sizes)
    within = np.arange(len(of), dtype=np.int64) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    return starts[chosen][of] + within, of


def _places(rows: Choices) -> Indices:
    """Return the place of each of distinct `rows` in their order."""
    places = np.empty(len(rows), np.int64)
    places[np.lexsort(rows.T[::-1])] = np.arange(len(rows))
    return places


def merge(
    model: TableModel,
    parts: Sequence[Part],
    lines: Sequence[RedLine],
    columns: Sequence[int],
    floor: Worth | None = None,
) -> Merged:
    """Return the packages that no other dominates, for the parties `columns`.

    Parameters
    ----------
    parts : sequence of Part
        All parts of the model.
    lines : sequence of RedLine
        Those that must not be crossed.
    floor : Worth or None
        Shape (s,): packages that give one of the parties less are left out, those that give less
        by noise alone aside.

    Raises
    ------
    SizeError
        If the frontier grows too large to be found.
    """
    tops = [highest(model, part)[list(columns)] for part in parts]
    settlements = []
    for at, part in enumerate(parts):
        rest = sum((top for k, top in enumerate(tops) if k != at), np.zeros_like(tops[0]))
        bound = None if floor is None else floor - rest
        settlements.append(settle(model, part, lines, columns, bound))
    layers: list[Layer] = []
    points = np.zeros((1, len(columns)), np.int64)
    for at in range(len(parts) - 1, -1, -1):
        before = sum(tops[:at], np.zeros_like(tops[0]))
        bound = None if floor is None else floor - before
        layer, points = _layer(settlements[at], points, bound)
        layers.append(layer)
    return Merged(
        issues=tuple(issue for part in parts for issue in part.issues),
        settlements=tuple(settlements),
        layers=tuple(reversed(layers)),
        vectors=points,
    )


def highest(model: TableModel, part: Part) -> Worth:
    """Return no less than the most that a way to settle `part` adds for each party; (n,)."""
    most = np.zeros(len(model.parties), np.int64)
    for issue in part.issues:
        most += model.worth[issue].max(axis=0)
    for linked in part.linked:
        most[linked.party] += max(linked.amount, 0)
    return most


def settle(
    model: TableModel,
    part: Part,
    lines: Sequence[RedLine],
    columns: Sequence[int],
    floor: Worth | None = None,
) -> Settlements:
    """Return the undominated ways to settle `part`, leaving out those that add less than `floor`.

    The ways are gone through in blocks; of what is behind, the undominated are kept.
    """
    chosen = list(columns)
    rows, vectors = (
        [np.zeros((0, len(part.issues)), np.int16)],
        [np.zeros((0, len(chosen)), np.int64)],
    )
    strong = vectors[0]
    waiting = 0
    for block in ways(model, part, lines):
        added = block.worth[:, chosen]
        here = np.arange(len(added))
        if floor is not None:
            here = here[reaches(added, floor).all(axis=1)]
        for point in strong:
            here = here[~(added[here] <= point - CELL).all(axis=1)]
        rows.append(block.rows[here])
        vectors.append(added[here])
        waiting += len(here)
        if waiting >= BLOCK:
            together, values = np.concatenate(rows), np.concatenate(vectors)
            kept = np.sort(efficient(values).kept)
            rows, vectors, waiting = [together[kept]], [values[kept]], 0
            strong = strong_points(vectors[0])
    together, values = np.concatenate(rows), np.concatenate(vectors)
    best = efficient(values)
    return Settlements(
        values[best.first], together[best.kept], np.append(best.starts, len(best.kept))
    )


def _layer(settled: Settlements, behind: Worth, floor: Worth | None) -> tuple[Layer, Worth]:
    """Return the layer of a part before points `behind`, and its points."""
    if len(settled.vectors) * len(behind) > MAX_SUMS:
        raise too_many(
            f"the frontier has more than {len(behind):,} points before all issues are counted"
        )
    sums = (settled.vectors[:, None] + behind).reshape(-1, behind.shape[1])
    near = np.arange(len(sums), dtype=np.int64)
    if floor is not None:
        near = near[reaches(sums, floor).all(axis=1)]
    best = efficient(sums[near])
    labels, points = np.divmod(near[best.kept], max(1, len(behind)))
    layer = Layer(np.append(best.starts, len(best.kept)), labels, points)
    return layer, sums[near[best.first]]
