"""The compiled table: issues, outcomes, parties and what each outcome is worth, as arrays.

A package names one outcome of every issue. Packages are held as rows of outcome numbers, counted
from 0 in the order of the file, since a table of thirty issues has more packages than a word of
64 bits can number; lists of packages stand in rising order of their rows, the first issue first.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import prod

import numpy as np
from numpy.typing import NDArray

from detente.dossier.expressions import Expression

Choices = NDArray[np.int16]
"""Shape (p, i): for each of p packages the outcome of each of i issues."""

Worth = NDArray[np.int64]
"""Values in units of ``1 / UNIT``, so that sums are exact and do not depend on their order."""

UNIT = 10**15
"""Units in a value of 1."""

CELL = 1000
"""Units in a step of twelve digits: values are compared after rounding to whole steps, as
``(value + CELL // 2) // CELL``, so that noise of the written numbers breaks no tie."""


@dataclass(frozen=True, slots=True)
class LinkedWorth:
    """Units added to what a package is worth to a party where the expression is true."""

    party: int
    expression: Expression
    amount: int


@dataclass(frozen=True, slots=True)
class RedLine:
    """A party, by number, never accepts a package of which the expression is true."""

    party: int
    expression: Expression
    text: str
    """As written."""


@dataclass(frozen=True, eq=False, slots=True)
class GroupModel:
    """A group inside a party.

    Parameters
    ----------
    party : int
        The party's number.
    id : str
        As written.
    share : float
        Its part of the say inside the party.
    veto : bool
        Whether nothing is ratified against it.
    worth : tuple of Worth
        One an issue, shape (outcomes,): what each outcome adds, as in `TableModel.worth`.
    no_deal : int
        What no deal is worth to it, in units.
    """

    party: int
    id: str
    share: float
    veto: bool
    worth: tuple[Worth, ...]
    no_deal: int


@dataclass(frozen=True, eq=False, slots=True)
class TableModel:
    """A table of negotiation, ready for the methods.

    Parameters
    ----------
    issues : tuple of str
        The i issue ids.
    questions : tuple of str
        What each asks, in words; the id where nothing was written.
    outcomes : tuple of tuple of str
        For each issue the full ids of its outcomes (``assad.leaves``).
    outcome_texts : tuple of tuple of str
        What each says, in words.
    parties : tuple of str
        The n party ids, in the order of the section.
    party_names : tuple of str
        Their names for a reader.
    worth : tuple of Worth
        For each issue, shape (outcomes, n): what an outcome adds to the worth of a package, that
        is its weight's share of all weights times its value, rounded to a unit.
    linked : tuple of LinkedWorth
        What is added where an expression is true.
    no_deal : Worth
        Shape (n,): the reservation values.
    infeasible : tuple of Expression
        A package of which one is true cannot be.
    red_lines : tuple of RedLine
        Those of all parties.
    signers : tuple of int
        The parties that must sign, rising: the bargaining is among them.
    compliers : tuple of str
        The ids of the parties that must comply; they need not sit at the table.
    groups : tuple of GroupModel
        Party by party.
    thresholds : tuple of float
        For each party the part of its groups' shares that must agree.
    """

    issues: tuple[str, ...]
    questions: tuple[str, ...]
    outcomes: tuple[tuple[str, ...], ...]
    outcome_texts: tuple[tuple[str, ...], ...]
    parties: tuple[str, ...]
    party_names: tuple[str, ...]
    worth: tuple[Worth, ...]
    linked: tuple[LinkedWorth, ...]
    no_deal: Worth
    infeasible: tuple[Expression, ...]
    red_lines: tuple[RedLine, ...]
    signers: tuple[int, ...]
    compliers: tuple[str, ...] = ()
    groups: tuple[GroupModel, ...] = ()
    thresholds: tuple[float, ...] = ()

    @property
    def shape(self) -> tuple[int, ...]:
        """The number of outcomes of each issue."""
        return tuple(len(outcomes) for outcomes in self.outcomes)

    @property
    def combinations(self) -> int:
        """The number of packages, those that cannot be among them; exact however large."""
        return prod(self.shape)
