"""Zone, frontier, ideal and solutions against an enumeration that follows the definitions."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest

from detente.dossier.table import Table
from detente.negotiation.compile import table_model
from detente.negotiation.concessions import concessions
from detente.negotiation.model import UNIT, Choices, TableModel
from detente.negotiation.packages import blocks
from detente.negotiation.solve import LISTED, Solved, solve
from detente.negotiation.verify.bargain import LiteralBargain, literal_bargain
from tests.negotiation.tables import random_dossier, random_table

PARTS = 4


def packages(model: TableModel, choices: Choices) -> list[tuple[str, ...]]:
    return [
        tuple(model.outcomes[k][number] for k, number in enumerate(row)) for row in choices.tolist()
    ]


def expect(solved: Solved, literal: LiteralBargain, weights: dict[str, float] | None) -> None:
    """Hold everything that was solved against the literal definitions."""
    model = solved.model
    zone = literal.zone()
    assert solved.packages == len(literal.packages)
    assert solved.zone == len(zone)
    assert packages(model, solved.zone_rows(LISTED)) == zone
    everything = literal.frontier(literal.packages)
    assert packages(model, solved.frontier_all.rows(LISTED)) == everything
    assert solved.frontier_all.packages == len(everything)
    assert len(solved.frontier_all.vectors) == len({literal.vector(p) for p in everything})
    frontier = literal.frontier(zone)
    assert packages(model, solved.frontier.rows(LISTED)) == frontier
    assert solved.frontier.packages == len(frontier)
    assert len(solved.frontier.vectors) == len({literal.vector(p) for p in frontier})
    if not zone:
        assert solved.ideal is None
        assert not solved.solutions
        assert not solved.has_zone
        return
    assert solved.ideal is not None
    ideal = literal.ideal(zone)
    for party, most in zip(model.parties, solved.ideal.tolist(), strict=True):
        assert abs(most - ideal[party] * UNIT) <= 1000, party
    expected = {
        "nash": literal.nash(zone, weights),
        "kalai_smorodinsky": literal.kalai_smorodinsky(zone),
        "egalitarian": literal.egalitarian(zone),
        "utilitarian": literal.utilitarian(zone),
    }
    assert list(solved.solutions) == list(expected)
    for name, solution in solved.solutions.items():
        assert packages(model, solution.choices) == expected[name], name
        assert solution.count == len(expected[name])
    best = max(np.prod([float(g) for g in literal.gains(p).values()]) for p in zone)
    assert solved.zero_nash == (best == 0)
    assert solved.stuck == tuple(
        n
        for n, party in enumerate(model.parties)
        if party in literal.signers and ideal[party] == literal.no_deal[party]
    )


def solved_and_literal(
    rng: Random, table: Table
) -> tuple[Solved, LiteralBargain, dict[str, float] | None]:
    """Solve a table by both, now and then with weights for the first signers."""
    model = table_model(table)
    weights = None
    if rng.random() < 0.3:
        weights = {model.parties[n]: rng.choice([0.5, 2, 3]) for n in model.signers[:2]}
    return solve(model, weights), literal_bargain(table), weights


@pytest.mark.parametrize("part", range(PARTS))
def test_additive_tables_are_solved_as_by_enumeration(part: int) -> None:
    zones = 0
    for seed in range(part * 260, (part + 1) * 260):
        rng = Random(f"additive {seed}")
        options = {"ranges": rng.random() < 0.5, "high_no_deal": rng.choice([0, 0.3, 0.6])}
        table = random_table(rng, rules=False, issues=(1, rng.choice([3, 3, 4])), **options)
        solved, literal, weights = solved_and_literal(rng, table)
        expect(solved, literal, weights)
        assert solved.route == "merging"
        zones += solved.has_zone
    assert zones > 100


@pytest.mark.parametrize("part", range(PARTS))
def test_tables_with_rules_and_what_blocks_them(part: int) -> None:
    """Some 1,700 tables in all, of which more than 1,000 have an empty zone."""
    zones, empty, opening = 0, 0, 0
    for seed in range(part * 420, (part + 1) * 420):
        rng = Random(f"with rules {seed}")
        high = rng.choice([0.3, 0.8, 1])
        table = random_table(rng, issues=(1, rng.choice([3, 3, 3, 4])), high_no_deal=high)
        solved, literal, weights = solved_and_literal(rng, table)
        expect(solved, literal, weights)
        if solved.has_zone:
            zones += 1
            if seed % 5 == 0:
                assert concessions(solved.model) == ()
        else:
            empty += 1
            opening += blocked(solved.model, literal)
    assert zones > 100
    assert empty > 250
    assert opening > 80


def blocked(model: TableModel, literal: LiteralBargain) -> int:
    """Hold the single concessions against the definitions; return how many there are."""
    found = concessions(model)
    lowered = [c for c in found if c.kind == "reservation"]
    dropped = [c for c in found if c.kind == "red line"]
    assert list(found) == lowered + dropped
    expected = {who: literal.lowest_opening(who) for who in literal.signers}
    assert {model.parties[c.party] for c in lowered} == {
        who for who, amount in expected.items() if amount is not None
    }
    for c in lowered:
        who = model.parties[c.party]
        assert c.amount is not None
        assert c.lowering is not None
        amount = expected[who]
        assert amount is not None
        assert abs(c.amount - amount * UNIT) <= 1000
        assert abs(c.lowering - (literal.no_deal[who] - amount) * UNIT) <= 1000
        assert c.lowering > 0
        zone = literal.with_no_deal(who, amount).zone()
        assert c.opens == len(zone)
        assert packages(model, c.example[None])[0] in zone
    lowerings = [c.lowering for c in lowered]
    assert lowerings == sorted(lowerings)
    opening = {n: literal.without_red_line(n).zone() for n in range(len(model.red_lines))}
    assert {c.line for c in dropped} == {n for n, zone in opening.items() if zone}
    for c in dropped:
        assert c.line is not None
        assert c.party == model.red_lines[c.line].party
        assert c.opens == len(opening[c.line])
        assert packages(model, c.example[None])[0] in opening[c.line]
    assert [c.opens for c in dropped] == sorted((c.opens for c in dropped), reverse=True)
    return len(found)


def test_packages_are_listed_in_blocks_of_any_size() -> None:
    table = random_table(Random(3), issues=(3, 3), outcomes=(3, 3))
    model = table_model(table)
    whole = [tuple(row) for row in np.ndindex(3, 3, 3)]
    for size in (1, 2, 3, 5, 9, 20, 27, 100):
        parts = list(blocks(model, size))
        assert [tuple(row) for part in parts for row in part.tolist()] == whole
        assert max(len(part) for part in parts) <= max(size, 1)


def test_random_tables_are_what_is_read_from_their_text() -> None:
    for seed in range(40):
        options = {"groups": True, "ranges": True}
        read = random_dossier(Random(seed), **options).require_table()
        assert random_table(Random(seed), **options) == read
