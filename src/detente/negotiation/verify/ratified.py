"""What an answer tells of the two levels, derived again: win-sets, refusals, pivotal groups."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from detente.dossier.table import Side, Table
from detente.negotiation.verify.two_levels import (
    Package,
    everything,
    in_win_set,
    is_deal,
    lacks,
    nearest_of,
    ratifies,
    served,
    signing,
    signs,
    turning_sets,
)

Claim = tuple[str, object, object]
"""What is claimed, what the answer says, and what was derived again."""

LOOKED_AT = 10
"""Packages told of which refusals are derived again; the one asked about is among them."""

LISTED = 3_000
"""Packages of a table up to which win-sets are listed and nearest changes looked for again."""

STEP = 1000
"""Units in a step in which losses are counted."""


def ratified_claims(result: Any, table: Table) -> Iterator[Claim]:
    """Yield what an answer of ``deals`` tells of the two levels.

    Parameters
    ----------
    result : DealsResult
        The answer.
    table : Table
        As written.
    """
    packages = list(everything(table))
    sides = list(table.sides.values())
    sets = result.win_sets
    if len(packages) <= LISTED:
        for one in sets.parties:
            side = sides[one.party]
            size = sum(in_win_set(table, side, package) for package in packages)
            yield f"win-set, {side.party}", one.size, size
        deals = sum(is_deal(table, package) for package in packages)
        yield "deals at both levels", sets.deals, deals
    asked = [] if result.asked is None else [result.asked]
    for deal in [*asked, *result.told][:LOOKED_AT]:
        named = zip(result.model.outcomes, deal.row, strict=True)
        package = tuple(outcomes[number] for outcomes, number in named)
        yield from _refusals(result.model, table, package, deal.ratification)
        if len(packages) <= LISTED:
            yield from _changes(result.model, table, package, deal.ratification)


def _refusals(model: Any, table: Table, package: Package, told: Any) -> Iterator[Claim]:
    about = ", ".join(package)
    yield f"{about}, passes at both levels", told.passes, is_deal(table, package)
    refusing = [
        side.party
        for side in signing(table)
        if not (served(table, side, package) and ratifies(table, side, package))
    ]
    yield f"{about}, refused by", [model.parties[no.party] for no in told.refusals], refusing
    for no in told.refusals:
        party = model.parties[no.party]
        side = table.sides[party]
        yield f"{about}, {party} lacks", no.short, lacks(table, side, package) * STEP
        yield f"{about}, {party}, pivotal", _ids(model, no.pivotal), _pivotal(table, side, package)


def _pivotal(table: Table, side: Side, package: Package) -> list[str]:
    """Return the ids of the groups whose yes alone would turn a party's no at home."""
    if ratifies(table, side, package):
        return []
    return sorted(
        name for some in turning_sets(table, side, package) if len(some) == 1 for name in some
    )


def _ids(model: Any, groups: Any) -> list[str]:
    return sorted(model.groups[number].id for number in groups)


def _changes(model: Any, table: Table, package: Package, told: Any) -> Iterator[Claim]:
    about = ", ".join(package)
    signers = signing(table)
    if told.nearest is not None:
        found = nearest_of(table, package, partial(is_deal, table), signers)
        yield f"{about}, nearest deal", _change(model, told.nearest), found
    for no in told.refusals:
        side = table.sides[model.parties[no.party]]
        if no.nearest is not None:
            others = [other for other in signers if other.party != side.party]
            found = nearest_of(table, package, partial(signs, table, side), others)
            yield f"{about}, nearest for {side.party}", _change(model, no.nearest), found


def _change(model: Any, nearest: Any) -> tuple[int, int, Package] | None:
    """Return a change as the judge has it; `None` where the answer has none."""
    if nearest.change is None:
        return None
    named = zip(model.outcomes, nearest.change.row.tolist(), strict=True)
    package = tuple(outcomes[number] for outcomes, number in named)
    return len(nearest.change.issues), nearest.change.loss // STEP, package
