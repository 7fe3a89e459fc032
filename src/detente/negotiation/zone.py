"""Packages that give some parties at least so much: how many, and which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from math import prod

import numpy as np

from detente.negotiation.merging import highest, merge
from detente.negotiation.model import Choices, RedLine, TableModel, Worth
from detente.negotiation.parts import BLOCK, Part, Ways, all_ways, parts_of, ways
from detente.negotiation.ties import TIE, reaches

MAX_COMPARED = 600_000_000
"""Comparisons, about a second of them, up to which packages are counted."""

AT_ONCE = 1 << 18
STEPS = 200_000
"""Settled parts looked at in a search for packages."""


def count_at_least(
    model: TableModel,
    floor: Worth,
    permitted: bool = True,
    parties: Sequence[int] | None = None,
) -> int | None:
    """Return how many feasible packages give each of `parties` at least its `floor`.

    Parameters
    ----------
    floor : Worth
        Shape (n,): units for each party of the model; those of other parties are not looked at.
    permitted : bool
        Whether packages that cross a red line are left out.
    parties : sequence of int, optional
        The signers where not given.

    Returns
    -------
    int or None
        `None` where counting would take much more than a second.
    """
    columns = list(model.signers if parties is None else parties)
    lines = model.red_lines if permitted else ()
    parts = parts_of(model)
    if prod(part.combinations for part in parts) * max(1, len(columns)) > MAX_COMPARED:
        return None
    many, few = _halves(parts)
    others = _together(model, few, lines)[:, columns]
    if not len(others):
        return 0
    least, most = others.min(axis=0), others.max(axis=0)
    counted = 0
    for block in _sums(model, many, lines):
        need = floor[columns] - TIE - block[:, columns]
        hopeful = (need <= most).all(axis=1)
        certain = (need <= least).all(axis=1)
        counted += int(certain.sum()) * len(others)
        counted += _pairs(need[hopeful & ~certain], others)
    return counted


def rows_at_least(
    model: TableModel,
    floor: Worth,
    limit: int,
    permitted: bool = True,
    parties: Sequence[int] | None = None,
) -> Choices:
    """Return up to `limit` packages that :func:`count_at_least` counts, in rising order.

    Where there are more, or where in a large table a search of `STEPS` steps does not find them
    all, which of them are returned depends on the table alone.
    """
    columns = list(model.signers if parties is None else parties)
    lines = model.red_lines if permitted else ()
    parts = sorted(parts_of(model), key=lambda part: part.combinations <= BLOCK)
    found = list(islice(_search(model, parts, lines, columns, floor[columns]), limit))
    issues = [issue for part in parts for issue in part.issues]
    choices = np.empty((len(found), len(model.issues)), np.int16)
    choices[:, issues] = np.array(found, np.int16).reshape(len(found), len(issues))
    if not len(found):
        merged = merge(model, parts, lines, columns, floor[columns])
        choices = merged.rows(np.arange(len(merged.vectors)), limit)
    return choices[np.lexsort(choices.T[::-1])]


def _halves(parts: Iterable[Part]) -> tuple[list[Part], list[Part]]:
    """Return `parts` in two halves with about as many combinations each, the larger one first."""
    one: list[Part] = []
    two: list[Part] = []
    sizes = [1, 1]
    for part in sorted(parts, key=lambda part: -part.combinations):
        side = int(sizes[1] < sizes[0])
        (one, two)[side].append(part)
        sizes[side] *= part.combinations
    return (one, two) if sizes[0] >= sizes[1] else (two, one)


def _sums(model: TableModel, parts: list[Part], lines: Sequence[RedLine]) -> Iterator[Worth]:
    """Yield in blocks what all ways to settle `parts` together add; shape (block, n)."""
    if len(parts) == 1:
        for block in ways(model, parts[0], lines):
            yield block.worth
    else:
        yield _together(model, parts, lines)


def _together(model: TableModel, parts: list[Part], lines: Sequence[RedLine]) -> Worth:
    total = np.zeros((1, len(model.parties)), np.int64)
    for part in parts:
        added = all_ways(model, part, lines).worth
        total = (total[:, None] + added).reshape(-1, total.shape[1])
    return total


def _pairs(need: Worth, others: Worth) -> int:
    """Return how many pairs of a row of `need` and one of `others` have enough everywhere."""
    counted = 0
    step = max(1, AT_ONCE // len(others))
    columns = np.ascontiguousarray(others.T)
    for start in range(0, len(need), step):
        some = need[start : start + step]
        enough = columns[0] >= some[:, 0, None]
        for k in range(1, len(columns)):
            enough &= columns[k] >= some[:, k, None]
        counted += int(np.count_nonzero(enough))
    return counted


def _search(
    model: TableModel,
    parts: list[Part],
    lines: Sequence[RedLine],
    columns: list[int],
    floor: Worth,
) -> Iterator[tuple[int, ...]]:
    """Yield packages in the order of `parts`, passing over what cannot reach `floor` any more."""
    tops = [highest(model, part)[columns] for part in parts]
    bounds = [floor - sum(tops[k + 1 :], np.zeros_like(floor)) for k in range(len(parts))]
    small = {
        k: all_ways(model, part, lines)
        for k, part in enumerate(parts)
        if part.combinations <= BLOCK
    }
    left = [STEPS]

    def settled(k: int) -> Iterator[Ways]:
        return iter([small[k]]) if k in small else ways(model, parts[k], lines)

    def deeper(k: int, total: Worth) -> Iterator[tuple[int, ...]]:
        if k == len(parts):
            yield ()
            return
        for block in settled(k):
            sums = total + block.worth[:, columns]
            for way in np.flatnonzero(reaches(sums, bounds[k]).all(axis=1)).tolist():
                left[0] -= 1
                if left[0] < 0:
                    return
                head = tuple(block.rows[way].tolist())
                for rest in deeper(k + 1, sums[way]):
                    yield head + rest

    return deeper(0, np.zeros_like(floor))
