"""Which issue divides the parties most: the least that they must give up on it together."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from detente.negotiation.model import CELL, TableModel, Worth
from detente.negotiation.ties import TIE, reaches


@dataclass(frozen=True, slots=True)
class Divide:
    """How far an issue divides those who must sign.

    Parameters
    ----------
    issue : int
        The issue's number.
    loss : int
        In units: the least that they give up on it together, whatever is settled. With
        :math:`c_i(o)` for what outcome `o` adds to the worth of a package to party `i`, this is
        the sum over parties of their largest :math:`c_i(o)`, less the largest sum over parties.
        It is 0 where one outcome is best for all of them.
    stakes : tuple of int
        In units, for each party that must sign: what it has at stake on the issue, its largest
        :math:`c_i(o)` less its smallest.
    wants : tuple of tuple of int
        For each party that must sign, the outcomes that are best for it; all where it has nothing
        at stake.
    least : tuple of int
        The outcomes at which that least is given up.
    """

    issue: int
    loss: int
    stakes: tuple[int, ...]
    wants: tuple[tuple[int, ...], ...]
    least: tuple[int, ...]


def dividing(model: TableModel) -> tuple[Divide, ...]:
    """Return every issue with how far it divides those who must sign, the most divided first.

    What is `linked` is left out, for it belongs to no issue alone; so are red lines and what cannot
    be. The measure adds the values of different parties as if they had one scale. It is this
    project's own.

    Parameters
    ----------
    model : TableModel
        The compiled table.

    Returns
    -------
    tuple of Divide
        One an issue; issues that divide equally stand in the order of the file.
    """
    found = [_divide(model, issue) for issue in range(len(model.issues))]
    return tuple(sorted(found, key=lambda divide: -round(divide.loss / CELL)))


def _divide(model: TableModel, issue: int) -> Divide:
    worth = model.worth[issue][:, list(model.signers)]
    best = worth.max(axis=0)
    together = worth.sum(axis=1)
    loss = int(best.sum() - together.max())
    return Divide(
        issue,
        loss if loss > TIE else 0,
        tuple((best - worth.min(axis=0)).tolist()),
        tuple(_level(column) for column in worth.T),
        _level(together),
    )


def _level(worth: Worth) -> tuple[int, ...]:
    """Return where `worth` is largest, noise of the written numbers aside."""
    return tuple(np.flatnonzero(reaches(worth, worth.max())).tolist())
