"""What an answer tells of single packages and issues, derived again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

from detente.negotiation.verify.bargain import LiteralBargain, exact_values
from detente.negotiation.verify.looked_at import (
    adds,
    given_up_together,
    welcome_changes,
    worst_off,
)
from detente.negotiation.verify.two_levels import Package

LOOKED_AT = 10
"""Packages told of which every statement is derived again; the one asked about is among them."""

NEAR = Fraction(1, 10**12)
UNITS = 10**15

Claim = tuple[str, object, object]
"""What is claimed, what the answer says, and what was derived again."""


def told_claims(result: Any, literal: LiteralBargain) -> Iterator[Claim]:
    """Yield what an answer of ``deals`` tells of the packages it names, and of each issue.

    Parameters
    ----------
    result : DealsResult
        The answer.
    literal : LiteralBargain
        The table with all its packages.
    """
    asked = [] if result.asked is None else [result.asked]
    zone = literal.zone()
    ideal = literal.ideal(zone) if zone else None
    can_be = [package for package in literal.packages if literal.permitted(package)]
    for deal in [*asked, *result.told][:LOOKED_AT]:
        named = zip(result.model.outcomes, deal.row, strict=True)
        package = tuple(outcomes[number] for outcomes, number in named)
        told = ", ".join(package)
        worth = _by_package(literal, [*can_be, package])
        welcome = welcome_changes(worth, can_be, literal.signers, package)
        worst = worst_off(worth[package], literal.no_deal, ideal, literal.signers)
        yield f"{told}, in the zone", deal.zone, package in zone
        yield f"{told}, on the frontier", deal.frontier, package in zone and not welcome
        said = {result.model.parties[party] for party in deal.least_satisfied}
        yield f"{told}, least satisfied", sorted(said), sorted(worst)
        if deal.improvements is not None and deal.improvements.count is not None:
            yield f"{told}, changes", deal.improvements.count, len(welcome)
    yield from _divides(result, literal)


def _by_package(
    literal: LiteralBargain, packages: Sequence[Package]
) -> dict[Package, dict[str, Fraction]]:
    """Return what packages, the last of which may be one that cannot be, are worth by party."""
    last = packages[-1]
    sides = literal.table.sides
    return {
        **{one: {who: literal.exact[who][one] for who in sides} for one in packages[:-1]},
        last: {who: exact_values(literal.table, sides[who], [last])[last] for who in sides},
    }


def _divides(result: Any, literal: LiteralBargain) -> Iterator[Claim]:
    for one in result.dividing:
        issue = literal.table.issues[one.issue]
        added = {
            outcome.id: {
                who: adds(literal.table.sides[who], issue.id, outcome.id) for who in literal.signers
            }
            for outcome in issue.outcomes
        }
        loss = given_up_together(added)
        near = abs(Fraction(one.loss, UNITS) - loss) <= NEAR
        yield f"{issue.id}, divides", one.loss / UNITS if not near else float(loss), float(loss)
