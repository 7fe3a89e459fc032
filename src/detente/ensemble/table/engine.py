"""Draws of a table solved: which packages are acceptable, efficient, and each solution."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from detente.conflict.model import ConflictModel
from detente.dossier import Dossier
from detente.ensemble.drawing import Values
from detente.ensemble.saying import present
from detente.ensemble.table.amounts import amounts, contributions
from detente.ensemble.table.plan import Member, Mind, TablePlan
from detente.ensemble.table.planner import make_table_plan
from detente.ensemble.table.solving import (
    Truth,
    Units,
    Worths,
    frontier_of,
    solutions_of,
    zone_of,
)
from detente.negotiation.compile import compile_table
from detente.negotiation.model import Choices, TableModel
from detente.negotiation.packages import blocks, holds
from detente.negotiation.ties import reaches

MOST_PACKAGES = 1 << 15
"""Larger tables are not written out draw by draw."""

BATCH = 1 << 17
"""Packages, over all draws that are solved at a time."""

REACHED = 1e-9
"""How far shares may miss the threshold and still reach it."""


@dataclass(frozen=True, eq=False, slots=True)
class Found:
    """What became of every package in some draws; arrays have the shape (draws, packages).

    Parameters
    ----------
    zone : NDArray[np.bool_]
        Whether every signer would accept it.
    frontier : NDArray[np.bool_]
        Whether no other package of the zone is better for all signers.
    ratified : NDArray[np.bool_]
        Whether it is in the zone and the groups inside every signer would ratify it.
    solutions : dict
        By name, whether it is that solution.
    """

    zone: Truth
    frontier: Truth
    ratified: Truth
    solutions: dict[str, Truth]

    def of(self, what: str) -> Truth:
        """Return an array by its name: ``frontier``, ``ratified``, or that of a solution."""
        if what in self.solutions:
            return self.solutions[what]
        return self.frontier if what == "frontier" else self.ratified


class TableEngine:
    """Solves draws of one table.

    Parameters
    ----------
    dossier : Dossier
        With a section ``negotiation`` of at most `MOST_PACKAGES` packages.
    conflict : ConflictModel or None
        Whose options its needs speak of.

    Attributes
    ----------
    model : TableModel
        The central reading.
    plan : TablePlan
        The table taken apart.
    choices : Choices
        Shape (packages, issues): every package, those that cannot be among them.

    Raises
    ------
    DossierError
        If the table cannot be compiled, or not every draw of it can be made.
    """

    def __init__(self, dossier: Dossier, conflict: ConflictModel | None) -> None:
        self.model: TableModel = compile_table(dossier)
        self.plan: TablePlan = make_table_plan(dossier, self.model, conflict)
        self.choices: Choices = np.concatenate(list(blocks(self.model, MOST_PACKAGES)))
        self._excluded = [holds(self.model, c.expression, self.choices) for c, _ in
                          self.plan.infeasible]  # fmt: skip
        self._crossed = [holds(self.model, line.clause.expression, self.choices)
                         for line in self.plan.lines]  # fmt: skip
        self._linked = [holds(self.model, one.clause.expression, self.choices)
                        for one in self.plan.bonuses]  # fmt: skip

    @property
    def size(self) -> int:
        """How many packages there are, those that cannot be among them."""
        return len(self.choices)

    def number(self, row: tuple[int, ...]) -> int:
        """Return the number of a package among all."""
        return int(np.ravel_multi_index(row, self.model.shape))

    def row(self, number: int) -> tuple[int, ...]:
        """Return the outcomes, by number, of a package."""
        return tuple(self.choices[number].tolist())

    def batches(self, values: Values) -> Iterator[tuple[slice, Found]]:
        """Yield what becomes of all packages, a part of the draws at a time."""
        many = max(1, BATCH // self.size)
        for begin in range(0, len(values), many):
            part = slice(begin, begin + many)
            yield part, self.solve(values[part])

    def solve(self, values: Values) -> Found:
        """Return what becomes of all packages in draws of the table's guesses."""
        table = self.worths(values)
        zone = zone_of(table)
        return Found(
            zone, frontier_of(table, zone), zone & self._ratified(table, values),
            solutions_of(table, zone),
        )  # fmt: skip

    def worths(self, values: Values) -> Worths:
        """Return what packages are worth in each draw, which are allowed, and who signs."""
        plan, draws = self.plan, len(values)
        worth = np.empty((draws, len(plan.parties), self.size), np.int64)
        no_deal = np.empty((draws, len(plan.parties)), np.int64)
        for n, mind in enumerate(plan.parties):
            worth[:, n], no_deal[:, n] = self._worth(n, mind, values)
        allowed = self.possible(values, range(self.size))
        for where, line in zip(self._crossed, plan.lines, strict=True):
            allowed[present(values, line.guards)] &= ~where
        return Worths(worth, no_deal, allowed, self._signs(values))

    def possible(self, values: Values, packages: Sequence[int]) -> Truth:
        """Return which of `packages`, by number, can be in each draw, shape (draws, packages)."""
        chosen = np.asarray(packages, np.intp)
        found = np.ones((len(values), len(chosen)), np.bool_)
        for issue, outcomes in enumerate(self.plan.outcomes):
            for outcome, guards in enumerate(outcomes):
                if guards:
                    gone = ~present(values, guards)
                    found[gone] &= self.choices[chosen, issue] != outcome
        for where, (_, guards) in zip(self._excluded, self.plan.infeasible, strict=True):
            found[present(values, guards)] &= ~where[chosen]
        return found

    def _worth(self, party: int, mind: Mind, values: Values) -> tuple[Units, Units]:
        """Return what packages, and no deal, are worth to a party or a group inside it."""
        added = contributions(mind, self.plan.guesses, values)
        total = added[0]
        for more in added[1:]:
            total = (total[:, :, None] + more[:, None, :]).reshape(len(total), -1)
        bonuses = [
            (amounts(one.amount, values), where)
            for one, where in zip(self.plan.bonuses, self._linked, strict=True)
            if one.party == party
        ]
        if bonuses:
            total = np.repeat(total, len(values) // len(total), axis=0)
        for amount, where in bonuses:
            total += amount[:, None] * where
        return total, amounts(mind.no_deal, values)

    def _signs(self, values: Values) -> Truth:
        """Return who must sign in each draw: all parties where no signer is present."""
        signs = np.zeros((len(values), len(self.plan.parties)), np.bool_)
        for member in self.plan.must_sign:
            signs[:, self.model.parties.index(member.party)] = present(values, member.guards)
        return signs | ~signs.any(axis=1, keepdims=True)

    def _ratified(self, table: Worths, values: Values) -> Truth:
        """Return which packages the groups inside every signer would ratify."""
        found = np.ones(table.allowed.shape, np.bool_)
        for party, threshold in enumerate(self.plan.thresholds):
            groups = [group for group in self.plan.groups if group.party == party]
            if not groups:
                continue
            say = np.zeros(found.shape)
            barred = np.zeros(found.shape, np.bool_)
            for group in groups:
                worth, no_deal = self._worth(party, group.mind, values)
                yes = reaches(worth, no_deal[:, None])
                say += group.share * yes
                barred |= ~yes & group.veto
            agreed = (say >= threshold - REACHED) & ~barred
            found &= agreed | ~table.signs[:, party, None]
        return found


def there(members: tuple[Member, ...], values: Values) -> dict[str, NDArray[np.bool_]]:
    """Return in which draws each of `members` is present, by party."""
    return {member.party: present(values, member.guards) for member in members}
