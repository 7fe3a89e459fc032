"""What blocks where there is no zone of agreement: single concessions that would open one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from detente.negotiation.merging import Merged, merge
from detente.negotiation.model import Choices, TableModel
from detente.negotiation.parts import Part, parts_of
from detente.negotiation.zone import count_at_least


@dataclass(frozen=True, eq=False, slots=True)
class Concession:
    """One thing that one party gives up, all else as it is, after which there is a zone.

    Parameters
    ----------
    kind : {"reservation", "red line"}
        A reservation value lowered as little as possible, or a red line dropped.
    party : int
        Who concedes.
    amount : int or None
        The reservation value that just opens a zone, in units.
    lowering : int or None
        By how much it is lower than what was written, in units.
    line : int or None
        The number of the red line among those of the model.
    opens : int or None
        How many packages are then in the zone; `None` where that was not counted.
    example : Choices
        Shape (i,): one of them.
    """

    kind: Literal["reservation", "red line"]
    party: int
    amount: int | None
    lowering: int | None
    line: int | None
    opens: int | None
    example: Choices


def concessions(model: TableModel) -> tuple[Concession, ...]:
    """Return the single concessions that open a zone, or nothing where there is one already.

    Returns
    -------
    tuple of Concession
        First lowered reservation values, the smallest lowering first; then red lines, the one
        that opens most packages first. Empty, too, where no single concession is enough.
    """
    parts = parts_of(model)
    if len(_zone(model, parts, None).vectors):
        return ()
    lowered = [found for party in model.signers for found in _lowered(model, parts, party)]
    dropped = [
        found for number in range(len(model.red_lines)) for found in _dropped(model, parts, number)
    ]
    lowered.sort(key=lambda concession: concession.lowering or 0)
    dropped.sort(
        key=lambda concession: (
            -(model.combinations if concession.opens is None else concession.opens)
        )
    )
    return (*lowered, *dropped)


def _zone(model: TableModel, parts: Sequence[Part], free: int | None) -> Merged:
    """Return the frontier of what all signers but `free` accept, for all signers."""
    floor = model.no_deal.copy()
    if free is not None:
        floor[free] = np.iinfo(np.int64).min // 4
    signers = list(model.signers)
    return merge(model, parts, model.red_lines, signers, floor[signers])


def _lowered(model: TableModel, parts: Sequence[Part], party: int) -> list[Concession]:
    """Return by how little a party would have to lower its reservation value, if that opens one.

    The most that the others leave to it lies on the frontier.
    """
    reached = _zone(model, parts, party)
    if not len(reached.vectors):
        return []
    gets = reached.vectors[:, model.signers.index(party)]
    best = gets.argmax()
    amount = int(gets[best])
    no_deal = model.no_deal.copy()
    no_deal[party] = amount
    return [
        Concession(
            kind="reservation",
            party=party,
            amount=amount,
            lowering=int(model.no_deal[party]) - amount,
            line=None,
            opens=count_at_least(model, no_deal),
            example=reached.rows(np.array([best]), 1)[0],
        )
    ]


def _dropped(model: TableModel, parts: Sequence[Part], number: int) -> list[Concession]:
    """Return the concession of dropping one red line, if that opens a zone."""
    others = (*model.red_lines[:number], *model.red_lines[number + 1 :])
    without = replace(model, red_lines=others)
    reached = _zone(without, parts, None)
    if not len(reached.vectors):
        return []
    return [
        Concession(
            kind="red line",
            party=model.red_lines[number].party,
            amount=None,
            lowering=None,
            line=number,
            opens=count_at_least(without, model.no_deal),
            example=reached.rows(np.arange(len(reached.vectors)), 1)[0],
        )
    ]
