"""Traps of solution points, and laws that every answer obeys."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from random import Random
from typing import Any

import numpy as np
import pytest

from detente.dossier.expressions import Taken
from detente.errors import CallError
from detente.negotiation.compile import units, worth_of
from detente.negotiation.concessions import concessions
from detente.negotiation.model import UNIT, RedLine, TableModel
from detente.negotiation.packages import (
    cells,
    names_of,
)
from detente.negotiation.solve import LISTED, Solved, solve
from detente.negotiation.ties import levels
from tests.negotiation.built import model_of, one_issue, units_of
from tests.negotiation.tables import random_model


def chosen(solved: Solved, name: str) -> list[list[int]]:
    return solved.solutions[name].choices.tolist()


# Traps


def test_two_losses_do_not_make_a_gain() -> None:
    solved = solve(one_issue([(0.0, 0.0), (0.6, 0.6)], (0.5, 0.5)))
    assert chosen(solved, "nash") == [[1]]
    assert solved.zone == 1


def test_four_parties_two_of_them_below_no_deal() -> None:
    vectors = [(0.6, 0.6, 0.05, 0.05), (0.35, 0.35, 0.35, 0.35)]
    assert chosen(solve(one_issue(vectors, (0.3,) * 4)), "nash") == [[1]]


def test_kalai_smorodinsky_is_the_largest_smallest_share_and_not_the_evenest() -> None:
    vectors = [(0.50, 0.52), (0.90, 0.51), (1.0, 0.0), (0.0, 1.0)]
    solved = solve(one_issue(vectors, (0.0, 0.0)))
    assert chosen(solved, "kalai_smorodinsky") == [[1]]


def test_the_ideal_is_taken_over_the_zone() -> None:
    vectors = [(0.5, 0.9), (0.8, 0.5), (1.0, 0.1), (0.65, 0.7)]
    solved = solve(one_issue(vectors, (0.4, 0.4)))
    assert solved.ideal is not None
    assert solved.ideal.tolist() == [units_of(0.8), units_of(0.9)]
    shares = {0: (0.25, 1.0), 1: (1.0, 0.2), 3: (0.625, 0.6)}
    best = max(shares, key=lambda n: min(shares[n]))
    assert chosen(solved, "kalai_smorodinsky") == [[best]]


def test_a_low_reservation_value_is_not_moved_up() -> None:
    solved = solve(one_issue([(1.0, 0.16), (0.16, 1.0), (0.299, 0.299)], (0.0, 0.0)))
    assert chosen(solved, "nash") == [[0], [1]]
    assert chosen(solved, "egalitarian") == [[2]]


def test_noise_breaks_no_tie_and_equal_packages_are_all_kept() -> None:
    tiny = 0.4e-12
    solved = solve(one_issue([(0.3, 0.7), (0.3 + tiny, 0.7 - tiny), (0.3, 0.6)], (0.3, 0.7)))
    assert solved.frontier.packages == 2
    assert len(solved.frontier.vectors) == 1
    assert solved.zone == 2
    assert chosen(solved, "utilitarian") == [[0], [1]]


def test_ties_on_both_sides_of_a_grid_line_stay_ties() -> None:
    line = 1_499 * UNIT // 10**15
    assert cells(np.array([line, line + 1])).tolist() == [1, 2]
    assert levels(np.array([line, line + 1])).tolist() == [0, 0]
    model = one_issue([(0.0, 0.0), (0.0, 0.0)], (0.0, 0.0))
    near = replace(model, worth=(np.array([[line, 9], [line + 1, 9]]),))
    assert solve(near).frontier_all.packages == 2


def test_leximin_looks_beyond_the_smallest_gain() -> None:
    solved = solve(one_issue([(0.5, 0.2, 0.3), (0.2, 0.3, 0.9), (0.2, 0.4, 0.4)], (0.0,) * 3))
    assert chosen(solved, "egalitarian") == [[2]]


def test_where_somebody_can_gain_nothing_all_of_the_zone_is_the_nash_deal() -> None:
    solved = solve(one_issue([(0.5, 0.5), (0.4, 0.5), (0.2, 0.7), (0.3, 0.1)], (0.4, 0.5)))
    assert solved.zero_nash
    assert solved.stuck == (1,)
    assert chosen(solved, "nash") == [[0], [1]]
    assert solved.solutions["nash"].count == 2
    assert chosen(solved, "kalai_smorodinsky") == [[0]]
    assert chosen(solved, "egalitarian") == [[0]]


def test_a_product_of_zero_without_anybody_stuck() -> None:
    solved = solve(one_issue([(0.9, 0.0), (0.0, 0.9)], (0.0, 0.0)))
    assert solved.zero_nash
    assert solved.stuck == ()
    assert chosen(solved, "nash") == [[0], [1]]


def test_weights_pull_the_nash_deal() -> None:
    model = one_issue([(0.8, 0.2), (0.5, 0.5), (0.2, 0.8)], (0.0, 0.0))
    assert chosen(solve(model), "nash") == [[1]]
    assert chosen(solve(model, {"p0": 4}), "nash") == [[0]]
    assert solve(model, {"p0": 4}).weights == (4.0, 1.0)


@pytest.mark.parametrize(
    ("weights", "code"),
    [
        ({"p0": 0}, "wrong-weight"),
        ({"p1": -1}, "wrong-weight"),
        ({"p1": float("nan")}, "wrong-weight"),
        ({"p1": float("inf")}, "wrong-weight"),
        ({"p2": 1}, "unknown-signer"),
    ],
)
def test_bad_weights_are_told(weights: dict[str, float], code: str) -> None:
    with pytest.raises(CallError) as caught:
        solve(one_issue([(0.8, 0.2)], (0.0, 0.0)), weights)
    assert [fault.code for fault in caught.value.faults] == [code]


def test_a_single_signer_gets_its_best_and_others_are_told_what_they_could_get() -> None:
    model = one_issue([(0.9, 0.1), (0.9, 0.3), (0.2, 1.0), (0.6, 0.5)], (0.5, 0.9))
    solved = solve(replace(model, signers=(0,)))
    assert solved.zone == 3
    assert solved.frontier.rows(9).tolist() == [[0], [1]]
    assert solved.frontier.vectors.shape == (1, 1)
    assert solved.ideal is not None
    assert solved.ideal.tolist() == [units_of(0.9), units_of(0.5)]


def test_an_empty_zone_has_no_solution() -> None:
    solved = solve(one_issue([(0.9, 0.1), (0.1, 0.9)], (0.5, 0.5)))
    assert not solved.has_zone
    assert (solved.zone, solved.ideal, dict(solved.solutions)) == (0, None, {})
    assert solved.frontier.packages == 0
    assert solved.frontier.rows(5).shape == (0, 1)
    assert solved.zone_rows(5).shape == (0, 1)
    assert solved.frontier_all.packages == 2
    assert not solved.zero_nash


def test_what_blocks_is_ranked_by_how_little_opens_a_zone() -> None:
    model = one_issue([(0.9, 0.1), (0.1, 0.9), (0.4, 0.3), (0.6, 0.6)], (0.5, 0.35))
    lines = tuple(RedLine(1, Taken("i0.o3"), "i0.o3") for _ in range(2))
    both = replace(model, red_lines=lines)
    assert [(c.kind, c.party, c.lowering) for c in concessions(both)] == [
        ("reservation", 1, units_of(0.25)),
        ("reservation", 0, units_of(0.4)),
    ]
    (*_, dropped) = concessions(replace(model, red_lines=lines[:1]))
    assert (dropped.kind, dropped.line, dropped.opens) == ("red line", 0, 1)
    assert dropped.example.tolist() == [3]
    assert concessions(model) == ()


def test_a_published_domain_with_many_equal_packages() -> None:
    """The domain Car of ANAC 2011: 53 points of value, with 75 packages behind them."""
    seller = [[0, 85, 91, 98, 100], [0, 80, 96, 93, 100], [0, 80, 91, 99, 100]]
    seller += [[0, 80, 90, 98, 100], [0, 80, 90, 95, 100], [0, 80, 90, 95, 100]]
    buyer = [[100, 98, 92, 75, 0], [100, 99, 93, 80, 0], [100, 99, 96, 83, 0]]
    buyer += [[100, 99, 93, 85, 0], [100, 99, 95, 80, 0], [100, 99, 95, 80, 0]]
    weights = [[16, 16, 17, 17, 17, 17], [36, 20, 20, 20, 2, 2]]
    added = [
        worth_of(
            [Fraction(weight, 100) for weight in mine],
            [[Fraction(value, 100) for value in column] for column in columns],
        )
        for mine, columns in zip(weights, (buyer, seller), strict=True)
    ]
    model = replace(
        model_of([[(0.0, 0.0)] * 5] * 6, (0.432382, 0.510393)),
        worth=tuple(np.stack(both_worths, axis=1) for both_worths in zip(*added, strict=True)),
    )
    solved = solve(model)
    assert solved.packages == 15_625
    assert (solved.frontier_all.packages, len(solved.frontier_all.vectors)) == (75, 53)
    assert solved.zone == 13_472
    assert (solved.frontier.packages, len(solved.frontier.vectors)) == (61, 42)


# Laws


def facts(solved: Solved, names: bool = True) -> dict[str, Any]:
    """Return everything that was solved, packages as sets of names."""
    model = solved.model

    def told(rows: Any) -> set[Any]:
        return {frozenset(names_of(model, row).items()) for row in rows}

    return {
        "packages": solved.packages,
        "zone": solved.zone,
        "inside": told(solved.zone_rows(LISTED)),
        "frontier": told(solved.frontier.rows(LISTED)),
        "all": told(solved.frontier_all.rows(LISTED)),
        "points": (len(solved.frontier.vectors), len(solved.frontier_all.vectors)),
        "stuck": {model.parties[n] for n in solved.stuck},
        **{name: told(solution.choices) for name, solution in solved.solutions.items()},
    }


def reordered(model: TableModel, rng: Random) -> TableModel:
    """Return the same table with issues, outcomes and parties in another order."""
    issues = rng.sample(range(len(model.issues)), len(model.issues))
    inside = {k: rng.sample(range(model.shape[k]), model.shape[k]) for k in issues}
    parties = rng.sample(range(len(model.parties)), len(model.parties))
    return replace(
        model,
        issues=tuple(model.issues[k] for k in issues),
        outcomes=tuple(tuple(model.outcomes[k][n] for n in inside[k]) for k in issues),
        parties=tuple(model.parties[n] for n in parties),
        worth=tuple(model.worth[k][inside[k]][:, parties] for k in issues),
        no_deal=model.no_deal[parties],
        signers=tuple(sorted(parties.index(n) for n in model.signers)),
        linked=tuple(replace(one, party=parties.index(one.party)) for one in model.linked),
        red_lines=tuple(replace(one, party=parties.index(one.party)) for one in model.red_lines),
    )


@pytest.mark.parametrize("part", range(2))
def test_order_changes_nothing(part: int) -> None:
    for seed in range(part * 60, (part + 1) * 60):
        rng = Random(f"law {seed}")
        model = random_model(rng)
        assert facts(solve(reordered(model, rng))) == facts(solve(model))


def test_weights_of_issues_count_relative_to_each_other() -> None:
    weights = [Fraction(1, 3), Fraction(2), Fraction(0)]
    values = [[Fraction(1, 7), Fraction(1)], [Fraction(0), Fraction(3, 10)], [Fraction(1, 2)]]
    once = worth_of(weights, values)
    many = worth_of([17 * weight for weight in weights], values)
    assert [a.tolist() for a in once] == [a.tolist() for a in many]
    assert once[0].tolist() == [units(Fraction(1, 49)), units(Fraction(1, 7))]
    nothing = worth_of([Fraction(0)] * 3, values)
    assert not any(added.any() for added in nothing)


def test_a_value_in_other_units_for_one_party_leaves_the_nash_deal() -> None:
    for seed in range(60):
        model = random_model(Random(f"scale {seed}"))
        scaled = replace(
            model,
            worth=tuple(
                column * np.array([3] + [1] * (len(model.parties) - 1)) for column in model.worth
            ),
            no_deal=model.no_deal * np.array([3] + [1] * (len(model.parties) - 1)),
            linked=tuple(
                replace(one, amount=one.amount * 3) if one.party == 0 else one
                for one in model.linked
            ),
        )
        one, two = facts(solve(model)), facts(solve(scaled))
        same = ("packages", "zone", "frontier", "all", "nash", "kalai_smorodinsky")
        for key in same:
            assert one.get(key) == two.get(key), (seed, key)


def test_fewer_packages_of_a_frontier_are_its_first() -> None:
    """In tables without rules, whose parts stand in the order of the issues."""
    cut = 0
    for seed in range(80):
        model = random_model(Random(f"first {seed}"), rules=False)
        front = solve(model).frontier_all
        every = front.rows(LISTED).tolist()
        assert len(every) == front.packages
        assert len(set(map(tuple, every))) == len(every)
        for limit in (0, 1, 2, 5):
            assert front.rows(limit).tolist() == every[:limit], (seed, limit)
            cut += 0 < limit < len(every)
    assert cut > 80


def test_the_first_of_very_many_equal_packages_are_quickly_found() -> None:
    model = model_of([[(0.5, 0.5)] * 3] * 60, (0.0, 0.0))
    front = solve(model).frontier
    assert front.packages == 3**60
    assert front.rows(4)[:, -2:].tolist() == [[0, 0], [0, 1], [0, 2], [1, 0]]
    assert not front.rows(4)[:, :-2].any()
