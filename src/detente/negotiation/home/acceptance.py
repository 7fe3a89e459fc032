"""Who would accept which packages, at the table and at home, for many packages at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from detente.dossier.expressions import Expression
from detente.negotiation.home.halves import Stretch
from detente.negotiation.home.voting import groups_of, ratified
from detente.negotiation.model import TableModel, Worth
from detente.negotiation.rules import Truth, any_true, truth, where_outcomes
from detente.negotiation.ties import reaches


class Acceptance:
    """Who would accept the packages of a stretch; every array is of shape (size,).

    Answers are worked out when they are asked for, and kept.

    Parameters
    ----------
    model : TableModel
        The table.
    stretch : Stretch
        The packages.
    """

    def __init__(self, model: TableModel, stretch: Stretch) -> None:
        self.model = model
        self._stretch = stretch
        self._where = where_outcomes(model)
        rules = model.infeasible or model.red_lines or model.linked
        self._choices = stretch.choices() if rules else np.zeros((0, 0), np.int16)
        self._leaders: dict[int, Truth] = {}
        self._ratified: dict[int, Truth] = {}
        self.size = stretch.size
        self.feasible = self._none_of(model.infeasible)

    def leader(self, party: int) -> Truth:
        """Return which packages are worth at least as much to a party as no deal."""
        if party not in self._leaders:
            added = [worth[:, party] for worth in self.model.worth]
            no_deal = int(self.model.no_deal[party])
            self._leaders[party] = self._at_least(party, added, no_deal)
        return self._leaders[party]

    def ratified(self, party: int) -> Truth:
        """Return which packages a party's groups would ratify: all, where it has none."""
        if party not in self._ratified:
            groups = [self.model.groups[number] for number in groups_of(self.model, party)]
            says = [self._at_least(party, group.worth, group.no_deal) for group in groups]
            self._ratified[party] = (
                ratified(groups, says, self.model.thresholds[party])
                if groups
                else np.ones(self.size, np.bool_)
            )
        return self._ratified[party]

    def uncrossed(self, party: int | None = None) -> Truth:
        """Return which packages cross no red line of a party; of any party, if not given."""
        lines = self.model.red_lines
        return self._none_of([one.expression for one in lines if party in (None, one.party)])

    def win_set(self, party: int) -> Truth:
        """Return the win-set of a party: what its groups ratify, or what it accepts by itself."""
        if groups_of(self.model, party):
            return self.feasible & self.ratified(party)
        return self.feasible & self.leader(party) & self.uncrossed(party)

    def signs(self, party: int) -> Truth:
        """Return which packages a party would accept at both levels."""
        return self.win_set(party) & self.leader(party) & self.uncrossed(party)

    def zone(self) -> Truth:
        """Return the zone of agreement, whatever groups say."""
        found = self.feasible & self.uncrossed()
        for party in self.model.signers:
            found &= self.leader(party)
        return found

    def deals(self) -> Truth:
        """Return the packages that pass at both levels."""
        found = self.zone()
        for party in self.model.signers:
            found &= self.ratified(party)
        return found

    def worth(self, party: int) -> Worth:
        """Return what the packages are worth to a party, in units."""
        return self._worth(party, [worth[:, party] for worth in self.model.worth])

    def _worth(self, party: int, added: Sequence[Worth]) -> Worth:
        """Return the sums of `added`, and what linked outcomes add for the party."""
        total = self._stretch.values(added)
        for linked in self.model.linked:
            if linked.party == party:
                total[truth(linked.expression, self._where, self._choices)] += linked.amount
        return total

    def _at_least(self, party: int, added: Sequence[Worth], value: int) -> Truth:
        return reaches(self._worth(party, added), value)

    def _none_of(self, expressions: Sequence[Expression]) -> Truth:
        if not expressions:
            return np.ones(self.size, np.bool_)
        return ~any_true(expressions, self._where, self._choices)
