"""A draw applied to the table as written: what is absent is taken out, the rest is settled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any

from detente.dossier.expressions import Taken
from detente.dossier.standoff import Clause
from detente.dossier.table import (
    Amount,
    ByNumbers,
    Group,
    Issue,
    Linked,
    Member,
    Need,
    Side,
    Table,
    Values,
)

Path = tuple[str | int, ...]

TOP: Path = ("negotiation",)


@dataclass(frozen=True)
class DrawnNumbers:
    """What one draw decides, each by the place of the entry in the dossier.

    Parameters
    ----------
    absent : frozenset of Path
        Entries, or lists of entries, that are not there.
    amounts : mapping of Path to Fraction
        The number that a range comes to.
    tiers : mapping of Path to tuple of Fraction
        What each tier of the order of an issue's outcomes is worth, the best first.
    """

    absent: frozenset[Path] = frozenset()
    amounts: Mapping[Path, Fraction] = field(default_factory=dict)
    tiers: Mapping[Path, tuple[Fraction, ...]] = field(default_factory=dict)

    def there(self, path: Path) -> bool:
        """Tell whether the entry at `path` and all that it stands in are there."""
        return not any(path[:depth] in self.absent for depth in range(1, len(path) + 1))


def drawn_table(table: Table, drawn: DrawnNumbers) -> Table:
    """Return the table that a draw makes of `table`, with nothing left unsure.

    Where no party is left that must sign, all must.
    """
    infeasible = [
        clause for i, clause in enumerate(table.infeasible) if drawn.there((*TOP, "infeasible", i))
    ]
    for issue in table.issues:
        for outcome in issue.outcomes:
            if not drawn.there((*TOP, "issues", issue.id, "outcomes", outcome.name)):
                infeasible.append(Clause(outcome.id, Taken(outcome.id), outcome.place))
    sides = {
        party: _side(side, table.issues, (*TOP, "parties", party), drawn)
        for party, side in table.sides.items()
    }
    signers = _members(table.must_sign, (*TOP, "must_sign"), drawn)
    return replace(
        table,
        sides=sides,
        infeasible=tuple(infeasible),
        must_sign=signers or tuple(Member(side.party, side.place) for side in sides.values()),
        must_comply=_members(table.must_comply, (*TOP, "must_comply"), drawn),
        needs=tuple(_need(need, drawn) for need in table.needs),
    )


def _members(members: tuple[Member, ...], path: Path, drawn: DrawnNumbers) -> tuple[Member, ...]:
    return tuple(member for i, member in enumerate(members) if drawn.there((*path, i)))


def _need(need: Need, drawn: DrawnNumbers) -> Need:
    short = need.outcome.split(".", 1)[1]
    wants = [
        want
        for i, want in enumerate(need.wants)
        if all(drawn.there((*TOP, "needs", name, i)) for name in (need.outcome, short))
    ]
    return replace(need, wants=tuple(wants))


def _side(side: Side, issues: tuple[Issue, ...], path: Path, drawn: DrawnNumbers) -> Side:
    return replace(
        side,
        weights={
            issue: _amount(amount, (*path, "weights", issue), drawn)
            for issue, amount in side.weights.items()
        },
        values=_values(side.values, (*path, "values"), drawn),
        red_lines=tuple(
            clause
            for i, clause in enumerate(side.red_lines)
            if drawn.there((*path, "red_lines", i))
        ),
        no_deal=side.no_deal and _amount(side.no_deal, (*path, "no_deal"), drawn),
        linked=tuple(
            Linked(one.clause, _amount(one.amount, (*path, "linked", one.clause.text), drawn))
            for one in side.linked
        ),
        groups=tuple(_group(group, (*path, "groups", group.id), drawn) for group in side.groups),
    )


def _group(group: Group, path: Path, drawn: DrawnNumbers) -> Group:
    return replace(
        group,
        values=_values(group.values, (*path, "values"), drawn),
        no_deal=group.no_deal and _amount(group.no_deal, (*path, "no_deal"), drawn),
    )


def _amount(amount: Amount, path: Path, drawn: DrawnNumbers) -> Amount:
    """Return the number that a draw makes of an amount; 0 where it is absent."""
    number: Any = Fraction(str(amount.low)) + Fraction(str(amount.high))
    number = drawn.amounts.get(path, number / 2) if drawn.there(path) else Fraction(0)
    return replace(amount, low=number, high=number)


def _values(values: Mapping[str, Values], path: Path, drawn: DrawnNumbers) -> dict[str, Values]:
    found: dict[str, Values] = {}
    for issue, written in values.items():
        where = (*path, issue)
        if isinstance(written, ByNumbers):
            amounts = {
                outcome: _amount(amount, (*where, outcome.split(".", 1)[1]), drawn)
                for outcome, amount in written.amounts.items()
            }
            found[issue] = replace(written, amounts=amounts)
        elif where in drawn.tiers:
            found[issue] = ByNumbers(
                {
                    outcome: _exactly(worth, written.place)
                    for tier, worth in zip(written.tiers, drawn.tiers[where], strict=True)
                    for outcome in tier
                },
                written.place,
            )
        else:
            found[issue] = written
    return found


def _exactly(number: Any, place: Any) -> Amount:
    return Amount(number, number, place)
