"""The few packages that a brief talks about, each with its letter and why it was chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from detente.negotiation.deals.deal import Deal, appraise
from detente.negotiation.telling import TableTeller
from detente.words import say

if TYPE_CHECKING:
    from detente.compliance import Enforcement
    from detente.compliance.enforcement import Judged
    from detente.negotiation import DealsResult

HOLDS = "seq"
"""The concept under which a package is said to hold by itself, as outcomes are in the brief."""

_MOST = 3


@dataclass(frozen=True, slots=True)
class Offer:
    """A package worth talking about.

    Parameters
    ----------
    letter : str
        ``A``, ``B``, ...
    deal : Deal
        What it is to the parties.
    judged : Judged or None
        What the conflict says of it.
    sturdiest : bool
        Whether it was chosen since it enforces itself best.
    """

    letter: str
    deal: Deal
    judged: Judged | None
    sturdiest: bool = False

    @property
    def holds(self) -> bool:
        """Whether it would hold by itself."""
        return self.judged is not None and HOLDS in self.judged.holds


@dataclass(frozen=True, eq=False)
class TableAnswers:
    """What the other rooms say of the table.

    Parameters
    ----------
    deals : DealsResult
        Zone, frontier, solutions and the packages looked at closely.
    enforcement : Enforcement or None
        Which packages would enforce themselves; `None` where the dossier does not say what
        outcomes need in the conflict.
    """

    deals: DealsResult
    enforcement: Enforcement | None = None

    @cached_property
    def teller(self) -> TableTeller:
        """Tells the packages of the table."""
        return TableTeller(self.deals.model)

    @cached_property
    def offers(self) -> tuple[Offer, ...]:
        """The packages worth talking about: few, different, and each for a reason.

        The first package of each solution, the Nash solution first; and where none of them would
        hold by itself, the best of those that would. Where nothing can be signed, the packages
        that the smallest single concessions would open.
        """
        judged = {one.row: one for one in self.enforcement.packages} if self.enforcement else {}
        rows = self._rows()
        sturdy = None
        if not any(HOLDS in judged[row].holds for row in rows if row in judged):
            sturdy = next((row for row, one in judged.items() if HOLDS in one.holds), None)
        if sturdy is not None:
            rows = [*rows[: _MOST - 1], sturdy]
        told = appraise(self.deals.model, self.deals.solved, rows, 0)
        return tuple(
            Offer(letter, deal, judged.get(deal.row), deal.row == sturdy)
            for letter, deal in zip("ABC", told, strict=False)
        )

    def named(self, row: Sequence[int]) -> str:
        """Return a package by its letter, or as what it changes of the first that is told."""
        if not self.offers:
            return self.teller.package(row)
        first = self.offers[0]
        base = say("brief.deal.package", letter=first.letter)
        return self.teller.as_other(row, first.deal.row, base)

    @cached_property
    def carried(self) -> frozenset[int]:
        """The states in which the packages worth talking about are best carried out."""
        found = [one.judged.carried for one in self.offers if one.judged is not None]
        return frozenset(one.chosen.state for one in found if one is not None)

    def _rows(self) -> list[tuple[int, ...]]:
        found = [one.choices[:1] for one in self.deals.solved.solutions.values()]
        if not found:
            found = [concession.example[None] for concession in self.deals.concessions]
        rows = [tuple(row) for row in np.concatenate(found).tolist()] if found else []
        return list(dict.fromkeys(rows))[:_MOST]
