"""Tables too large to go through: blocks, filters, merging, counting and searching."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import Any

import numpy as np
import pytest

from detente.dossier.expressions import And, Taken
from detente.errors import SizeError
from detente.negotiation import merging, parts, zone
from detente.negotiation.concessions import concessions
from detente.negotiation.efficient import efficient
from detente.negotiation.model import UNIT, LinkedWorth, RedLine, TableModel
from detente.negotiation.packages import (
    feasible,
    holds,
    permitted,
    worth,
)
from detente.negotiation.solve import LISTED, solve
from detente.negotiation.ties import TIE
from detente.negotiation.zone import count_at_least, rows_at_least
from tests.negotiation.built import both, large, model_of, units_of


def enumerated(model: TableModel) -> dict[str, Any]:
    """Return zone and frontier by going through every package with plain loops over rows."""
    choices = np.array(list(product(*map(range, model.shape))), np.int16)
    allowed = choices[feasible(model, choices)]
    inside = allowed[permitted(model, allowed)]
    values = worth(model, inside)
    zone_rows = inside[(values >= model.no_deal - TIE).all(axis=1)]

    def front(rows: Any) -> list[list[int]]:
        points = worth(model, rows)
        kept = []
        for row, point in zip(rows.tolist(), points, strict=True):
            at_least = (points >= point - TIE).all(axis=1)
            if not (at_least & (points > point + TIE).any(axis=1)).any():
                kept.append(row)
        return kept

    return {
        "packages": len(allowed),
        "zone": len(zone_rows),
        "all": front(allowed),
        "frontier": front(zone_rows),
    }


@pytest.mark.parametrize("parties", [1, 2, 3, 4])
@pytest.mark.parametrize("rules", [False, True])
def test_blocks_and_filters_lose_nothing(
    parties: int, rules: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "BLOCK", 100)
    monkeypatch.setattr(merging, "BLOCK", 150)
    monkeypatch.setattr("detente.negotiation.efficient.FEW", 20)
    monkeypatch.setattr(zone, "AT_ONCE", 64)
    model = large([5, 4, 4, 3, 6], parties, 7)
    if rules:
        model = replace(
            model,
            infeasible=tuple(both(k, 0, k + 1, 1) for k in range(4)),
            red_lines=(RedLine(0, both(0, 2, 3, 2), ""),),
            linked=(LinkedWorth(parties - 1, both(1, 2, 4, 3), units_of(0.1)),),
        )
    expected = enumerated(model)
    solved = solve(model)
    assert solved.route == ("enumeration" if rules else "merging")
    assert solved.packages == expected["packages"]
    assert solved.zone == expected["zone"]
    assert solved.frontier_all.rows(10_000).tolist() == expected["all"]
    assert solved.frontier.rows(10_000).tolist() == expected["frontier"]


@pytest.mark.parametrize("sides", [1, 2, 3, 5])
def test_many_vectors_are_filtered_as_few_are(sides: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("detente.negotiation.efficient.FEW", 50)
    vectors = np.random.default_rng(sides).integers(0, 9, (600, sides)) * 10**13
    found = efficient(vectors)
    best = [
        point
        for point in np.unique(vectors, axis=0)
        if not ((vectors >= point).all(axis=1) & (vectors > point).any(axis=1)).any()
    ]
    assert vectors[found.first].tolist() == [point.tolist() for point in best]
    behind = np.diff(np.append(found.starts, len(found.kept)))
    assert behind.tolist() == [(vectors == point).all(axis=1).sum() for point in best]


def test_a_table_with_more_packages_than_can_be_numbered() -> None:
    model = large([10] * 30, 2, 3)
    solved = solve(model)
    assert solved.packages == 10**30
    assert solved.zone is None
    assert solved.has_zone
    assert solved.route == "merging"
    rows = solved.frontier.rows(50)
    values = worth(model, rows)
    assert (values >= model.no_deal).all()
    assert len(efficient(values).kept) == 50
    inside = solved.zone_rows(20)
    assert len(inside) == 20
    assert (worth(model, inside) >= model.no_deal).all()
    (nash,) = solved.solutions["nash"].choices
    best = np.prod(worth(model, nash[None])[0] / UNIT - 0.45)
    for issue, number in product(range(30), range(10)):
        other = nash.copy()
        other[issue] = number
        gains = worth(model, other[None])[0] / UNIT - 0.45
        assert gains.min() < 0 or np.prod(gains) <= best + 1e-12


def test_one_red_line_does_not_make_an_endless_table_unsolvable() -> None:
    model = large([10] * 30, 2, 3)
    best = solve(model).solutions["nash"].choices[0]
    line = And(tuple(Taken(f"i{k}.o{best[k]}") for k in (2, 11)))
    solved = solve(replace(model, red_lines=(RedLine(0, line, ""),)))
    assert solved.route == "merging"
    assert solved.packages == 10**30
    changed = solved.solutions["nash"].choices[0]
    assert changed.tolist() != best.tolist()
    assert not holds(model, line, changed[None])[0]
    assert not holds(model, line, solved.frontier.rows(200)).any()


def test_ties_beyond_64_bits_are_counted_exactly() -> None:
    same = [(0.01, 0.01)] * 10
    solved = solve(model_of([same] * 25, (0.0, 0.0)))
    assert solved.frontier.packages == 10**25
    assert solved.solutions["nash"].count == 10**25
    assert solved.solutions["nash"].choices.shape == (LISTED, 25)
    assert solved.frontier.rows(3).tolist() == [[0] * 24 + [n] for n in range(3)]


def test_rules_over_too_many_packages_are_refused() -> None:
    model = large([10] * 8, 2, 1)
    tied = replace(model, infeasible=tuple(both(k, 0, k + 1, 0) for k in range(7)))
    with pytest.raises(SizeError, match=r"too-many-packages.*tie 8 issues together"):
        solve(tied)


def test_a_frontier_that_grows_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(merging, "MAX_SUMS", 100)
    with pytest.raises(SizeError, match=r"too-many-packages.*points before all issues"):
        solve(large([10] * 4, 3, 1))


def test_packages_at_least_as_good_as_one_are_counted_and_listed() -> None:
    model = large([4, 4, 4], 3, 2)
    choices = np.array(list(product(range(4), repeat=3)), np.int16)
    values = worth(model, choices)
    for some in choices[::7]:
        floor = worth(model, some[None])[0]
        better = choices[(values >= floor).all(axis=1)]
        assert count_at_least(model, floor) == len(better)
        assert rows_at_least(model, floor, 100).tolist() == better.tolist()
        alone = choices[values[:, 1] >= floor[1]]
        assert count_at_least(model, floor, parties=(1,)) == len(alone)


def test_a_search_that_runs_out_of_steps_still_finds_a_package(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(zone, "STEPS", 1)
    model = large([4, 4, 4], 2, 2)
    found = rows_at_least(model, model.no_deal, 5)
    assert len(found)
    assert (worth(model, found) >= model.no_deal).all()


def test_a_large_part_is_gone_through_before_small_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zone, "BLOCK", 10)
    model = large([3, 4, 4], 2, 2)
    tied = replace(model, red_lines=(RedLine(0, both(1, 0, 2, 0), ""),))
    expected = enumerated(tied)["zone"]
    rows = rows_at_least(tied, tied.no_deal, 1000)
    assert len(rows) == expected == count_at_least(tied, tied.no_deal)
    assert rows.tolist() == sorted(rows.tolist())


def test_a_floor_that_nothing_reaches() -> None:
    model = large([3, 3], 2, 2)
    lines = (RedLine(0, Taken("i0.o0"), ""), RedLine(1, Taken("i0.o1"), ""))
    closed = replace(model, red_lines=(*lines, RedLine(1, Taken("i0.o2"), "")))
    assert count_at_least(closed, np.zeros(2, np.int64)) == 0
    assert count_at_least(closed, np.zeros(2, np.int64), permitted=False) == 9
    assert not solve(closed).has_zone
    assert [c.kind for c in concessions(replace(closed, no_deal=np.zeros(2, np.int64)))] == [
        "red line"
    ] * 3
