"""The grid and the whole kernels at their edges: every shape of conflict, however finished."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from numpy.typing import NDArray

from detente.conflict.kernels import fast, floors, grid
from detente.conflict.kernels.fast import solve_fast
from detente.conflict.kernels.general import solve_general
from detente.conflict.kernels.grid import make_grid
from detente.conflict.kernels.walks import walk
from detente.conflict.model import DROPPED, FREE, TAKEN, ConflictModel
from detente.errors import CallError
from tests.conflict.games import build, models, random_model

interpreted = pytest.mark.interpreted


def cell_by_hand(model: ConflictModel, lay: NDArray[np.int64], state: int) -> int:
    """Return the cell of a state: each party's setting, numbered among those that occur."""
    cell = 0
    for party in range(len(model.parties)):
        bits = model.own_bits(party)
        settings_ = sorted(set((model.states & bits).tolist()))
        cell |= settings_.index(int(model.states[state]) & bits) << int(lay[party, 0])
    return cell


@interpreted
def test_each_state_has_a_cell_of_its_own() -> None:
    padded = 0
    for seed in range(60):
        model = random_model(random.Random(seed))
        laid = make_grid(model)
        assert laid is not None
        widths = laid.lay[:, 1].tolist()
        assert laid.lay[:, 0].tolist() == [sum(widths[:k]) for k in range(len(widths))]
        assert laid.cells == 1 << sum(widths)
        if laid.cell_of is None:
            assert laid.cells == model.size
            continue
        padded += laid.cells > model.size
        cells = laid.cell_of.tolist()
        assert len(set(cells)) == model.size
        assert cells == [cell_by_hand(model, laid.lay, s) for s in range(model.size)]
        for party in range(len(model.parties)):
            one_way = model.one_way[model.owner == party]
            assert laid.lay[party, 2] == 1 << int((one_way != FREE).sum())
    assert padded > 10


def test_a_setting_that_follows_another_has_spent_at_least_the_same() -> None:
    model = build([0, 0, 1], [TAKEN, DROPPED, FREE], [[p] for p in range(8)], [[0] * 8] * 2)
    laid = make_grid(model)
    assert laid is not None
    assert laid.cell_of is None
    assert laid.spent.tolist() == [[0b10, 0b11, 0b00, 0b01], [0, 0, 0, 0]]
    assert laid.lay.tolist() == [[0, 2, 4], [2, 1, 1]]


def test_a_party_whose_options_never_vary_takes_no_room() -> None:
    model = build([0, 0, 1, 2], [FREE] * 4, [[p << 2 | 1] for p in range(4)], [[0, 1, 2, 3]] * 3)
    laid = make_grid(model)
    assert laid is not None
    assert laid.lay[:, 1].tolist() == [0, 1, 1]
    assert laid.cells == model.size
    assert np.array_equal(solve_fast(model), solve_general(model))


def test_merged_states_and_mostly_empty_conflicts_have_no_grid(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    merged = build([0, 1], [FREE, FREE], [[0], [1], [2, 3]], [[0, 1, 2]] * 2)
    assert make_grid(merged) is None
    sparse = build([0] * 9 + [1] * 9, [FREE] * 18, [[k << 9 | k] for k in range(512)],
                   [list(range(512))] * 2)  # fmt: skip
    assert make_grid(sparse) is None
    with pytest.raises(CallError, match="no-grid"):
        solve_fast(sparse)
    dense = build([0, 1], [FREE, FREE], [[0], [1], [2]], [[0, 1, 2]] * 2)
    assert make_grid(dense) is not None
    monkeypatch.setattr(grid, "MAX_CELLS", 2)
    assert make_grid(dense) is None


def test_very_many_options_of_one_party_are_numbered_by_what_occurs() -> None:
    chosen = [0, 1 << 29, (1 << 30) - 1, 1 << 30]
    model = build([0] * 30 + [1], [FREE] * 31, [[p] for p in chosen], [[3, 1, 2, 0], [0, 1, 2, 3]])
    laid = make_grid(model)
    assert laid is not None
    assert (laid.cells, laid.lay[:, 1].tolist()) == (8, [2, 1])
    assert np.array_equal(solve_fast(model), solve_general(model))


def stairs(steps: int, third: int = 1) -> ConflictModel:
    """Return a conflict in which two parties in turn climb a stair, with a third one beside.

    The first two prefer every next step; for the third all steps are alike but the last, which
    is the worst.
    """
    bits = (steps - 1).bit_length()
    climb = [(row, column) for row in range(steps) for column in (row, row + 1) if column < steps]
    owner = [0] * bits + [1] * bits + [2] * third
    patterns = [
        row | column << bits | side << 2 * bits
        for side in range(1 << third)
        for row, column in climb
    ]
    place = {p: k % len(climb) for k, p in enumerate(patterns)}
    up = [place[p] for p in patterns]
    side = [(p >> 2 * bits) + 2 if place[p] < len(climb) - 1 else 0 for p in patterns]
    return build(owner, [FREE] * len(owner), [[p] for p in patterns], [up, up, side])


def alike(model: ConflictModel, threads: int | None = 1) -> None:
    found, expected = solve_fast(model, threads), solve_general(model)
    wrong = np.argwhere(found != expected)
    assert not len(wrong), [(p, model.label(s)) for p, s in wrong[:5].tolist()]


def large(
    seed: int, counts: list[int], *, missing: float = 0.0, levels: int = 0, one_way: float = 0.0
) -> ConflictModel:
    """Return a random conflict with so many options a party."""
    rng = np.random.default_rng(seed)
    owner = [party for party, count in enumerate(counts) for _ in range(count)]
    k = len(owner)
    feasible = np.flatnonzero(rng.random(1 << k) >= missing)
    if not len(feasible):
        feasible = np.array([3])
    small = build(owner, [FREE] * k, [[0]], [[0]] * len(counts), 0)
    rules = np.where(rng.random(k) < one_way, rng.integers(1, 3, k), FREE).astype(np.int8)
    ranks = np.array(
        [
            np.unique(
                rng.integers(0, levels, len(feasible))
                if levels
                else rng.permutation(len(feasible)),
                return_inverse=True,
            )[1]
            for _ in counts
        ],
        dtype=np.int32,
    )
    return replace(small, states=feasible.astype(np.int64), ranks=ranks, one_way=rules)


@pytest.mark.parametrize(
    ("counts", "missing", "levels", "one_way"),
    [
        ([2, 2, 2, 2, 2], 0.0, 0, 0.0),
        ([4, 4, 4], 0.0, 7, 0.0),
        ([3, 3, 3, 3], 0.5, 200, 0.0),
        ([3, 4, 4], 0.5, 0, 0.3),
        ([6, 3, 2], 0.2, 40, 0.6),
        ([1] * 11, 0.4, 0, 0.4),
        ([5, 5], 0.9, 0, 1.0),
        ([7, 2, 2], 0.3, 100, 0.2),
        ([2, 8, 1], 0.0, 0, 0.0),
        ([1, 1, 9], 0.6, 50, 0.3),
        ([10], 0.3, 100, 0.5),
    ],
    ids=str,
)
@pytest.mark.parametrize("seed", range(2))
def test_both_kernels_agree_on_larger_conflicts(
    seed: int, counts: list[int], missing: float, levels: int, one_way: float
) -> None:
    alike(large(seed, counts, missing=missing, levels=levels, one_way=one_way))


@pytest.mark.parametrize("few", [64, 32, 8])
@pytest.mark.parametrize(
    ("counts", "missing", "seeds"),
    [
        ([6, 1, 4], 0.0, [9, 21, 23, 26]),
        ([6, 1, 4], 0.3, [9, 11, 27]),
        ([2, 8, 1], 0.3, [2, 11, 23, 30]),
        ([1, 7, 3], 0.3, [32, 37]),
    ],
    ids=str,
)
def test_what_a_ripple_began_and_gave_up_is_finished(
    monkeypatch: pytest.MonkeyPatch, counts: list[int], missing: float, seeds: list[int], few: int
) -> None:
    monkeypatch.setattr(floors, "FEW", few)
    for seed in seeds:
        alike(large(seed, counts, missing=missing))


def test_a_large_conflict_is_solved_as_it_is_listed() -> None:
    model = large(4, [4, 4, 5], missing=0.3, levels=3000, one_way=0.2)
    assert model.size > 5000
    alike(model, None)


@pytest.mark.parametrize(
    ("passes", "few"), [(0, 64), (1, 64), (2, 1), (40, 1), (1, 1), (40, 10**9)]
)
def test_floors_are_the_same_however_they_are_finished(
    monkeypatch: pytest.MonkeyPatch, passes: int, few: int
) -> None:
    monkeypatch.setattr(floors, "PASSES", passes)
    monkeypatch.setattr(floors, "FEW", few)
    for seed in range(40):
        alike(random_model(random.Random(seed)))
    for one_way in (0.0, 0.3):
        alike(large(1, [3, 3, 3], missing=0.3, levels=60, one_way=one_way))
        alike(large(2, [1, 7, 1], missing=0.3, levels=60, one_way=one_way))


@interpreted
@pytest.mark.parametrize("passes", [0, 1, 40])
def test_both_kernels_agree_on_small_conflicts_however_they_are_finished(
    monkeypatch: pytest.MonkeyPatch, passes: int
) -> None:
    monkeypatch.setattr(floors, "PASSES", passes)
    for seed in range(15):
        alike(random_model(random.Random(seed)))
    alike(large(3, [7, 1], levels=30, one_way=0.2))
    alike(large(5, [3, 3], levels=30, one_way=0.8))


@pytest.mark.parametrize("steps", [40, 64])
def test_long_chains_of_moves_and_improvements(monkeypatch: pytest.MonkeyPatch, steps: int) -> None:
    walks = []

    def counted(*args: Any) -> None:
        walks.append(args[1])
        walk(*args)

    monkeypatch.setattr(floors, "walk", counted)
    model = stairs(steps)
    verdicts = solve_fast(model, 1)
    assert np.array_equal(verdicts, solve_general(model))
    bottom = int(np.flatnonzero(model.states >> 2 * (steps - 1).bit_length() == 0)[0])
    assert verdicts[2, bottom] == 0b01010 | 0b10100
    if steps == 64:
        assert False in walks


def test_blocks_of_no_state_at_all_lower_nothing() -> None:
    # The fourth setting of the first party is padding: a block of the second party without states.
    model = build(
        [0, 0, 1], [FREE] * 3, [[p] for p in (0, 1, 2, 4, 5, 6)],
        [[5, 2, 4, 1, 0, 3], [2, 5, 0, 4, 1, 3]],
    )  # fmt: skip
    alike(model)


@pytest.mark.parametrize("threads", [1, 2, 3])
def test_threads_change_nothing(monkeypatch: pytest.MonkeyPatch, threads: int) -> None:
    model = large(6, [3, 3, 3, 2], missing=0.2, levels=100, one_way=0.2)
    expected = solve_general(model)
    assert np.array_equal(solve_fast(model, threads), expected)
    monkeypatch.setattr(fast, "THREAD_CELLS", 1)
    for _ in range(5):
        assert np.array_equal(solve_fast(model, threads), expected)


def test_room_for_work_is_used_again() -> None:
    model = large(7, [2, 2, 2, 2])
    laid = make_grid(model)
    assert laid is not None
    solver = floors.Solver(laid, model.ranks, full=True)
    for party in range(4):
        solver.sort(party)
    for party in range(4):
        assert np.array_equal(solver.solve(party), solve_general(model)[party])
    assert len(solver._spare) == 1


@pytest.mark.parametrize("solve", [solve_fast, solve_general])
def test_a_single_party_is_stable_exactly_where_it_can_do_no_better(solve: Any) -> None:
    model = large(8, [5], missing=0.3, levels=9, one_way=0.4)
    verdicts = solve(model)
    nash = verdicts[0] & 1
    assert 0 < nash.sum() < model.size
    assert np.array_equal(verdicts[0], nash * 0b11111)


@given(models())
@settings(max_examples=30)
def test_ranks_of_a_kind_that_is_not_contiguous_are_solved_too(model: ConflictModel) -> None:
    spread = np.repeat(model.ranks, 2, axis=1)[:, ::2]
    assert np.array_equal(solve_fast(replace(model, ranks=spread)), solve_fast(model))
