"""The smallest change of a package that makes it acceptable."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from detente.negotiation.home.acceptance import Acceptance
from detente.negotiation.home.halves import STRETCH, Stretch
from detente.negotiation.model import CELL, Choices, TableModel, Worth
from detente.negotiation.packages import cells, grid
from detente.negotiation.rules import Truth

LOOKED = 50_000
"""Packages looked at for the nearest; a tenth of a second."""


@dataclass(frozen=True, eq=False, slots=True)
class Change:
    """A package near another.

    Parameters
    ----------
    row : Choices
        The package; shape (i,).
    issues : tuple of int
        The issues that it settles otherwise, rising.
    loss : int
        The units of value that those whose losses count would lose by the change, added up.
    """

    row: Choices
    issues: tuple[int, ...]
    loss: int


@dataclass(frozen=True, slots=True)
class Nearest:
    """What a search for the nearest package came to.

    Parameters
    ----------
    change : Change or None
        The nearest package that is acceptable; `None` where none was found.
    looked : int
        All packages that settle up to so many issues otherwise were looked at, so that none that
        changes fewer issues will do; if it is the number of all issues and there is no change,
        there is no such package at all.
    """

    change: Change | None
    looked: int


def nearest(
    model: TableModel,
    row: Choices,
    acceptable: Callable[[Acceptance], Truth],
    losers: Sequence[int],
) -> Nearest:
    """Return the acceptable package that changes fewest issues, at least one, then costs least.

    Of equal ones it is the first in order. Losses of several parties are added up, which takes
    their scales for comparable; the gains of one do not make up for the losses of another.

    Parameters
    ----------
    row : Choices
        The package to change; shape (i,).
    acceptable : callable
        Which packages will do.
    losers : sequence of int
        The parties whose losses count.
    """
    worth = _worth(Acceptance(model, _stretch(row[None, :])), losers)
    seen = 0
    for many in range(1, len(model.issues) + 1):
        best: tuple[int, tuple[int, ...], tuple[int, ...]] | None = None
        for changed in combinations(range(len(model.issues)), many):
            for choices in _changed(model, row, changed):
                if seen >= LOOKED:
                    return Nearest(None, many - 1)
                seen += len(choices)
                found = _best(model, choices, acceptable, losers, worth, changed)
                best = min([one for one in (best, found) if one is not None], default=None)
        if best is not None:
            loss, numbers, changed = best
            return Nearest(Change(np.array(numbers, np.int16), changed, loss * CELL), many)
    return Nearest(None, len(model.issues))


def _best(
    model: TableModel,
    choices: Choices,
    acceptable: Callable[[Acceptance], Truth],
    losers: Sequence[int],
    worth: Worth,
    changed: tuple[int, ...],
) -> tuple[int, tuple[int, ...], tuple[int, ...]] | None:
    """Return the acceptable one of `choices` that costs least, as its loss in cells and numbers."""
    acceptance = Acceptance(model, _stretch(choices))
    places = np.flatnonzero(acceptable(acceptance))
    if not len(places):
        return None
    lost = np.maximum(-cells(_worth(acceptance, losers)[places] - worth), 0).sum(axis=1)
    place = int(np.argmin(lost))
    return int(lost[place]), tuple(map(int, choices[places[place]])), changed


def _worth(acceptance: Acceptance, parties: Sequence[int]) -> Worth:
    """Return what packages are worth to some parties, in units; shape (p, parties)."""
    columns = [acceptance.worth(party) for party in parties]
    return np.stack(columns, axis=1) if columns else np.zeros((acceptance.size, 0), np.int64)


def _stretch(choices: Choices) -> Stretch:
    return Stretch(choices, np.zeros((1, 0), np.int16))


def _changed(model: TableModel, row: Choices, issues: tuple[int, ...]) -> Iterator[Choices]:
    """Yield the packages that settle just these issues otherwise than `row`, in order."""
    others = [model.shape[issue] - 1 for issue in issues]
    if not all(others):
        return
    for block in grid(others, STRETCH):
        choices = np.repeat(row[None, :], len(block), 0)
        for place, issue in enumerate(issues):
            choices[:, issue] = block[:, place] + (block[:, place] >= row[issue])
        yield choices
