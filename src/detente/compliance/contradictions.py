"""Where the values at the table and the preferences in the conflict contradict each other.

Two kinds are looked for, of every party that has both.

- Two outcomes of an issue: at the table one is clearly better (the whole range of its value above
  that of the other, or a higher tier of an order), but in the conflict every state in which today
  is changed by the needs of that outcome alone is worse than every such state of the other.
- A package and no deal: at the table the package is worth more than no deal in every reading of
  the party's ranges, but in the conflict every state that carries it out is worse than today's; or
  the other way round.

A contradiction is no error: a paper can be worth more than what it does. But both cannot be meant
as the same judgement, and a reader has to know.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.compliance.certain import against_no_deal
from detente.compliance.enforcement import Contradiction, Judged
from detente.compliance.grounds import conflict_ground, no_deal_ground, outcome_ground
from detente.compliance.targets import Carrying
from detente.conflict.model import ConflictModel
from detente.dossier import Dossier
from detente.dossier.table import ByNumbers, Values
from detente.negotiation.model import TableModel


def contradictions(
    dossier: Dossier, table: TableModel, carrying: Carrying, packages: Sequence[Judged]
) -> tuple[Contradiction, ...]:
    """Return every contradiction, party by party: outcomes first, then packages.

    Of the packages of a party that contradict in the same direction the first is told; all are
    counted.
    """
    found: list[Contradiction] = []
    for party in table.parties:
        if party in carrying.model.parties:
            found += _of_outcomes(dossier, carrying, party)
            found += _of_packages(dossier, table, carrying, packages, party)
    return tuple(found)


def clearly_better(values: Values, one: str, other: str) -> bool:
    """Tell whether the outcome `one` is worth more than `other` in every reading of `values`."""
    if isinstance(values, ByNumbers):
        return values.amounts[one].low > values.amounts[other].high
    tier = {outcome: n for n, tier in enumerate(values.tiers) for outcome in tier}
    return tier[one] < tier[other]


def _of_outcomes(dossier: Dossier, carrying: Carrying, party: str) -> Iterator[Contradiction]:
    model, side = carrying.model, dossier.require_table().sides[party]
    player = model.parties.index(party)
    for issue in dossier.require_table().issues:
        values = side.values.get(issue.id)
        if values is None or side.weights[issue.id].high == 0:
            continue
        states = {o.id: _states(carrying, o.id) for o in issue.outcomes}
        for one in issue.outcomes:
            for other in issue.outcomes:
                here, there = states[one.id], states[other.id]
                if not clearly_better(values, one.id, other.id):
                    continue
                if _all_better(model, player, there, here):
                    yield Contradiction(
                        party=party,
                        better=one.id,
                        worse=other.id,
                        row=None,
                        packages=0,
                        states=(here[0], there[0]),
                        table=outcome_ground(dossier, party, issue, one, other),
                        conflict=conflict_ground(dossier, model, player, there[0], here[0]),
                    )


def _states(carrying: Carrying, outcome: str) -> list[int]:
    return [target.state for target in carrying.targets_of([outcome])]


def _all_better(
    model: ConflictModel, player: int, states: Sequence[int], than: Sequence[int]
) -> bool:
    """Return whether the player prefers each of `states` to each of `than`; both not empty."""
    rank = model.ranks[player]
    if not states or not than:
        return False
    return min(int(rank[s]) for s in states) > max(int(rank[s]) for s in than)


def _of_packages(
    dossier: Dossier,
    table: TableModel,
    carrying: Carrying,
    packages: Sequence[Judged],
    party: str,
) -> list[Contradiction]:
    model = carrying.model
    today = carrying.state_of(carrying.today)
    at_table, player = table.parties.index(party), model.parties.index(party)
    found: dict[bool, Contradiction] = {}
    for package in packages:
        if package.carried is None or today is None:
            continue
        states = tuple(target.state for target in package.carried.targets)
        above = _all_better(model, player, [today], states)
        if not above and not _all_better(model, player, states, [today]):
            continue
        gain = package.values[at_table] - int(table.no_deal[at_table])
        if (gain < 0) if above else (gain > 0):
            continue  # not even in the central reading, and so not in every one
        if against_no_deal(dossier.require_table(), table, party, package.row) != (
            1 if above else -1
        ):
            continue
        better, worse = ([today], states) if above else (states, [today])
        kept = found.get(above)
        if kept is not None:
            found[above] = replace(kept, packages=kept.packages + 1)
            continue
        names = ("package", "no_deal") if above else ("no_deal", "package")
        found[above] = Contradiction(
            party=party,
            better=names[0],
            worse=names[1],
            row=package.row,
            packages=1,
            states=(worse[0], better[0]),
            table=no_deal_ground(dossier, table, party, package.values[at_table]),
            conflict=conflict_ground(dossier, model, player, better[0], worse[0]),
        )
    return list(found.values())
