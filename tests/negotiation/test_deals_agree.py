"""What `deals` says of packages and issues against the literal definitions, on random tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from random import Random
from typing import Any

import numpy as np
import pytest

from detente.dossier.reasons import Place
from detente.dossier.table import Amount, ByOrder, Member, Table, Values
from detente.negotiation.compile import table_model
from detente.negotiation.deals.deal import Deal, appraise
from detente.negotiation.deals.dividing import Divide, dividing
from detente.negotiation.deals.improvements import LISTED, Improvements, improvements
from detente.negotiation.model import CELL, UNIT, TableModel
from detente.negotiation.packages import blocks, feasible
from detente.negotiation.solve import solve
from detente.negotiation.verify import looked_at
from detente.negotiation.verify.bargain import exact_values
from detente.negotiation.verify.two_levels import everything, in_zone, possible, true
from tests.negotiation.tables import random_dossier

CHUNKS = 8
TABLES = 132

NOISE = 10
"""Units by which rounded sums may differ from exact ones."""


class Literal:
    """A table read word by word: every package with its values."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.packages = list(everything(table))
        self.adds = {
            party: {
                outcome.id: looked_at.adds(side, issue.id, outcome.id)
                for issue in table.issues
                for outcome in issue.outcomes
            }
            for party, side in table.sides.items()
        }
        exact = {
            party: exact_values(table, side, self.packages) for party, side in table.sides.items()
        }
        self.worth = {
            package: {party: exact[party][package] for party in exact} for package in self.packages
        }
        self.no_deal = {
            party: Fraction(0)
            if side.no_deal is None
            else (Fraction(str(side.no_deal.low)) + Fraction(str(side.no_deal.high))) / 2
            for party, side in table.sides.items()
        }
        lines = [line.expression for side in table.sides.values() for line in side.red_lines]
        self.can_be = [
            package
            for package in self.packages
            if possible(table, package) and not any(true(line, package) for line in lines)
        ]
        named = [member.party for member in table.must_sign]
        self.signers = [party for party in table.sides if party in named]
        self.zone = [package for package in self.packages if in_zone(table, package)]

    @property
    def ideal(self) -> Mapping[str, Fraction] | None:
        if not self.zone:
            return None
        return {p: max(self.worth[x][p] for x in self.zone) for p in self.table.sides}


def drawn(chunk: int) -> Iterator[tuple[Random, Literal, TableModel]]:
    """Yield random tables that leave a package, four with the same issues and rules in a row."""
    rng = Random(f"deals {chunk}")
    left = TABLES
    while left:
        table = random_dossier(rng, ranges=rng.random() < 0.5).require_table()
        model = table_model(table)
        if not any(feasible(model, block).any() for block in blocks(model, 4096)):
            continue
        for other in (table, *(redrawn(rng, table) for _ in range(3))):
            left -= 1
            yield rng, Literal(other), table_model(other)


def redrawn(rng: Random, table: Table) -> Table:
    """Return the table with other values, reservation values and signers."""
    sides = {
        party: replace(
            side,
            values={issue: valued(rng, values) for issue, values in side.values.items()},
            no_deal=tenths(rng, 5, side.place),
        )
        for party, side in table.sides.items()
    }
    signing = rng.sample(list(sides), rng.randint(1, len(sides)))
    members = tuple(Member(party, table.place) for party in signing)
    return replace(table, sides=sides, must_sign=members)


def valued(rng: Random, values: Values) -> Values:
    if isinstance(values, ByOrder):
        tiers = list(values.tiers)
        return replace(values, tiers=tuple(rng.sample(tiers, len(tiers))))
    amounts = {outcome: tenths(rng, 10, values.place) for outcome in values.amounts}
    return replace(values, amounts=amounts)


def tenths(rng: Random, most: int, place: Place) -> Amount:
    number = rng.randint(0, most) / 10
    return Amount(number, number, place)


def ids(model: TableModel, row: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(model.outcomes[issue][outcome] for issue, outcome in enumerate(row))


def near(values: Iterable[Fraction]) -> Any:
    return pytest.approx([float(value) * UNIT for value in values], abs=NOISE)


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_deals_agree_with_the_literal_definitions(chunk: int) -> None:
    seen: Counter[str] = Counter()
    for rng, literal, model in drawn(chunk):
        check_issues(literal, dividing(model), seen)
        solved = solve(model)
        rows = [tuple(rng.randrange(n) for n in model.shape) for _ in range(2)]
        for deal in appraise(model, solved, rows, 2):
            welcome = looked_at.welcome_changes(
                literal.worth, literal.can_be, literal.signers, ids(model, deal.row)
            )
            check_values(literal, model, deal)
            check_standing(literal, model, deal, welcome)
            chosen = solved.solutions.items()
            assert deal.solutions == tuple(
                name for name, one in chosen if list(deal.row) in one.choices.tolist()
            )
            check_listed(model, deal.improvements, welcome)
            seen["welcome"] += bool(welcome)
            seen["alone worst"] += len(deal.least_satisfied) == 1
            seen["no zone"] += not literal.zone
            seen["frontier"] += deal.frontier
            seen["nothing to gain"] += None in deal.shares and bool(literal.zone)
            seen["crossed"] += bool(deal.crossed)
        (beyond,) = improvements(model, np.array(rows[-1:], np.int16), most=0)
        check_beyond(literal, model, beyond, welcome)
    assert len(seen) == 8
    assert min(seen.values()) > 5, seen


def check_values(literal: Literal, model: TableModel, deal: Deal) -> None:
    """Worth, gains, shares, what is given up, and who comes off worst."""
    package, ideal = ids(model, deal.row), literal.ideal
    worth, no_deal = literal.worth[package], literal.no_deal
    assert deal.worth == near(worth.values())
    assert deal.gains == near(worth[p] - no_deal[p] for p in worth)
    if ideal is None:
        assert set(deal.shares) | set(deal.from_ideal) == {None}
    else:
        wanted = [looked_at.gain_share(worth[p], no_deal[p], ideal[p]) for p in worth]
        known = [None if share is None else float(share) for share in wanted]
        assert deal.shares == pytest.approx(known, abs=1e-9)
        assert deal.from_ideal == near(ideal[p] - worth[p] for p in worth)
    worst = looked_at.worst_off(worth, no_deal, ideal, literal.signers)
    assert {model.parties[p] for p in deal.least_satisfied} == worst
    for issue, (asked, outcome) in enumerate(zip(literal.table.issues, package, strict=True)):
        for party, adds in enumerate(literal.adds.values()):
            loss = max(adds[o.id] for o in asked.outcomes) - adds[outcome]
            assert abs(deal.losses[party][issue] - loss * UNIT) < NOISE


def check_standing(
    literal: Literal, model: TableModel, deal: Deal, welcome: list[tuple[str, ...]]
) -> None:
    """Whether it can be signed, what bars it, and whether it is on the frontier."""
    package = ids(model, deal.row)
    worth, no_deal = literal.worth[package], literal.no_deal
    assert deal.zone == (package in literal.zone)
    assert deal.frontier == (deal.zone and not welcome)
    below = {p for p in literal.signers if looked_at.step(worth[p] - no_deal[p]) < 0}
    assert {model.parties[p] for p in deal.below} == below
    assert bool(deal.ruled_out) != possible(literal.table, package)
    assert bool(deal.ruled_out or deal.crossed) == (package not in literal.can_be)


def check_listed(
    model: TableModel, told: Improvements | None, welcome: list[tuple[str, ...]]
) -> None:
    """How many changes are welcome, and the first of them in order."""
    assert told is not None
    assert told.count == len(welcome)
    assert [ids(model, row) for row in told.rows] == welcome[:LISTED]


def check_beyond(
    literal: Literal, model: TableModel, told: Improvements, welcome: list[tuple[str, ...]]
) -> None:
    """Of a table too large to go through: the changes that leave nothing to improve, in order."""
    best = [
        other
        for other in welcome
        if not looked_at.welcome_changes(literal.worth, welcome, literal.signers, other)
    ]
    assert [ids(model, row) for row in told.rows] == best[:LISTED]
    assert told.count == (None if welcome else 0)


def check_issues(literal: Literal, found: Sequence[Divide], seen: Counter[str]) -> None:
    """How far each issue divides those who must sign, and what each wants there."""
    assert sorted(one.issue for one in found) == list(range(len(literal.table.issues)))
    losses = [round(one.loss / CELL) for one in found]
    assert losses == sorted(losses, reverse=True)
    for one in found:
        outcomes = [outcome.id for outcome in literal.table.issues[one.issue].outcomes]
        adds = {o: {p: literal.adds[p][o] for p in literal.signers} for o in outcomes}
        assert abs(one.loss - looked_at.given_up_together(adds) * UNIT) < NOISE
        seen["divided" if one.loss else "agreed"] += 1
        for party, wants, stake in zip(literal.signers, one.wants, one.stakes, strict=True):
            column = [adds[o][party] for o in outcomes]
            assert set(wants) == {n for n, added in enumerate(column) if added == max(column)}
            assert abs(stake - (max(column) - min(column)) * UNIT) < NOISE
        sums = [sum(adds[o].values()) for o in outcomes]
        assert set(one.least) == {n for n, total in enumerate(sums) if total == max(sums)}
