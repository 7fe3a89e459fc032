"""From the section ``negotiation`` of a dossier to a :class:`TableModel`.

Numbers are taken as written, in decimals: a weighted value is an exact fraction, rounded once to
a unit of the model. Sums of units are exact, so that the order of adding does not matter.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

import numpy as np

from detente.dossier import Dossier
from detente.dossier.table import Amount, ByNumbers, Group, Issue, Side, Table, Values
from detente.errors import DossierError, Fault
from detente.negotiation.existence import some_package
from detente.negotiation.model import (
    UNIT,
    GroupModel,
    LinkedWorth,
    RedLine,
    TableModel,
    Worth,
)


def compile_table(dossier: Dossier) -> TableModel:
    """Compile the negotiation of `dossier` in its central reading.

    Raises
    ------
    DossierError
        With every fault: no section ``negotiation``, no feasible package, a red line that every
        feasible package meets.
    """
    table = dossier.require_table()
    model = table_model(table, dossier.party_name)
    faults = _faults(dossier, table, model)
    if faults:
        raise DossierError(faults)
    return model


def table_model(table: Table, name_of: Callable[[str], str] = str) -> TableModel:
    """Return `table` in its central reading, whether or not its rules leave a package.

    Parameters
    ----------
    name_of : callable
        The name of a party for a reader, by its id.
    """
    parties = tuple(table.sides)
    sides = tuple(table.sides.values())
    by_party = [_side_worth(table.issues, side) for side in sides]
    signing = {member.party for member in table.must_sign} or set(parties)
    return TableModel(
        issues=tuple(issue.id for issue in table.issues),
        questions=tuple(issue.question or issue.id for issue in table.issues),
        outcomes=tuple(tuple(o.id for o in issue.outcomes) for issue in table.issues),
        outcome_texts=tuple(tuple(o.text for o in issue.outcomes) for issue in table.issues),
        parties=parties,
        party_names=tuple(name_of(party) for party in parties),
        worth=tuple(
            np.stack([worth[k] for worth in by_party], axis=1) for k in range(len(table.issues))
        ),
        linked=tuple(
            LinkedWorth(n, linked.clause.expression, units(middle(linked.amount)))
            for n, side in enumerate(sides)
            for linked in side.linked
        ),
        no_deal=np.array([_no_deal(side.no_deal) for side in sides], np.int64),
        infeasible=tuple(clause.expression for clause in table.infeasible),
        red_lines=tuple(
            RedLine(n, clause.expression, clause.text)
            for n, side in enumerate(sides)
            for clause in side.red_lines
        ),
        signers=tuple(n for n, party in enumerate(parties) if party in signing),
        compliers=tuple(member.party for member in table.must_comply),
        groups=tuple(
            _group(table.issues, n, side, group)
            for n, side in enumerate(sides)
            for group in side.groups
        ),
        thresholds=tuple(side.threshold for side in sides),
    )


def exact(number: float) -> Fraction:
    """Return `number` as the decimal that is written for it.

    >>> exact(0.1)
    Fraction(1, 10)
    """
    return Fraction(str(number))


def middle(amount: Amount) -> Fraction:
    """Return the amount in the central reading, exactly."""
    return (exact(amount.low) + exact(amount.high)) / 2


def units(value: Fraction) -> int:
    """Return `value` in whole units of the model; a half goes to the even one."""
    return round(value * UNIT)


def central_values(values: Values | None, outcomes: Sequence[str]) -> list[Fraction]:
    """Return the value of each of `outcomes` (full ids) in the central reading.

    An order's tiers stand at equal steps from 1, the best, to 0; an issue without values, which
    only one without weight may be, is worth 0 throughout.
    """
    if values is None:
        return [Fraction(0)] * len(outcomes)
    if isinstance(values, ByNumbers):
        return [middle(values.amounts[outcome]) for outcome in outcomes]
    last = len(values.tiers) - 1
    found = {
        outcome: 1 - Fraction(place, last) if last else Fraction(1)
        for place, tier in enumerate(values.tiers)
        for outcome in tier
    }
    return [found[outcome] for outcome in outcomes]


def worth_of(weights: Sequence[Fraction], values: Sequence[Sequence[Fraction]]) -> list[Worth]:
    """Return what each outcome adds to the worth of a package, in units, issue by issue.

    Parameters
    ----------
    weights : sequence of Fraction
        One an issue, not negative; all 0 makes every outcome worth 0.
    values : sequence of sequences of Fraction
        For each issue the value of each outcome.
    """
    total = sum(weights, Fraction(0)) or Fraction(1)
    return [
        np.array([units(weight * value / total) for value in column], np.int64)
        for weight, column in zip(weights, values, strict=True)
    ]


def _side_worth(issues: Sequence[Issue], side: Side, group: Group | None = None) -> list[Worth]:
    """Return what outcomes add for a party, or for a group inside it with values of its own."""
    own = {} if group is None else group.values
    weights = [
        middle(side.weights[issue.id]) if issue.id in side.weights else Fraction(0)
        for issue in issues
    ]
    values = [
        central_values(own.get(issue.id, side.values.get(issue.id)), [o.id for o in issue.outcomes])
        for issue in issues
    ]
    return worth_of(weights, values)


def _no_deal(amount: Amount | None) -> int:
    return 0 if amount is None else units(middle(amount))


def _group(issues: Sequence[Issue], party: int, side: Side, group: Group) -> GroupModel:
    return GroupModel(
        party=party,
        id=group.id,
        share=group.share,
        veto=group.veto,
        worth=tuple(_side_worth(issues, side, group)),
        no_deal=_no_deal(side.no_deal if group.no_deal is None else group.no_deal),
    )


def _faults(dossier: Dossier, table: Table, model: TableModel) -> list[Fault]:
    """Return the faults of rules that go too far."""
    if not some_package(model, model.infeasible):
        return [
            dossier.fault(
                table.infeasible[0].place,
                "no-feasible-package",
                "the entries of `infeasible` under negotiation leave no package that can be",
                "Take out or narrow the entry that goes too far",
            )
        ]
    return [
        dossier.fault(
            clause.place,
            "red-line-everywhere",
            f"every package that can be meets the red line `{clause.text}` of "
            f"{dossier.party_name(side.party)}",
            "Take it out, or narrow it to the packages that are never accepted",
        )
        for side in table.sides.values()
        for clause in side.red_lines
        if not some_package(model, (*model.infeasible, clause.expression))
    ]
