"""The grid and the compiled kernels: each part against brute force, and the whole at the edges."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

import detente.conflict.kernels.compiled as compiled_module
from detente.conflict.kernels import fast, floors, grid, simultaneous
from detente.conflict.kernels.fast import solve_fast
from detente.conflict.kernels.general import solve_general
from detente.conflict.kernels.grid import make_grid
from detente.conflict.kernels.lowering import lower_by_improvements, lower_by_moves
from detente.conflict.kernels.simultaneous import simultaneous_bits
from detente.conflict.kernels.sorting import rising, sort_blocks
from detente.conflict.kernels.values import (
    EMPTY,
    best_of_block,
    cap_floor,
    floor_of_settings,
    judge,
    open_floor,
)
from detente.conflict.kernels.walks import ripple, walk
from detente.conflict.model import DROPPED, FREE, TAKEN, ConflictModel
from detente.errors import CallError
from tests.conflict.games import build, models, random_model
from tests.conflict.test_explain import star

Ints = NDArray[np.int32]
interpreted = pytest.mark.interpreted


# The layout


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


# The parts of the kernel, each on random small grids


@dataclass
class Board:
    """A grid with ranks, and what its blocks allow."""

    lay: NDArray[np.int64]
    spent: NDArray[np.int64]
    rank: Ints

    @property
    def size(self) -> int:
        return int(self.rank.shape[1])

    def block(self, party: int, cell: int) -> Iterator[int]:
        """Yield the cells that are states and differ from `cell` only in the party's setting."""
        shift, width, _ = self.lay[party].tolist()
        rest = cell & ~(((1 << width) - 1) << shift)
        for setting in range(1 << width):
            if self.rank[party, rest | setting << shift] >= 0:
                yield rest | setting << shift

    def used(self, party: int, cell: int) -> int:
        shift, width, _ = self.lay[party].tolist()
        return int(self.spent[party, cell >> shift & ((1 << width) - 1)])

    def follows(self, party: int, cell: int, *, improving: bool = False) -> list[int]:
        """Return the states that the party can move to, or stay at."""
        return [
            other
            for other in self.block(party, cell)
            if other == cell
            or (
                self.used(party, cell) & ~self.used(party, other) == 0
                and (not improving or self.rank[party, other] > self.rank[party, cell])
            )
        ]

    def states(self) -> list[int]:
        return np.flatnonzero(self.rank[0] >= 0).tolist()

    def values(self, seed: int) -> Ints:
        """Return two random values for each cell, `EMPTY` where there is no state."""
        numbers = np.random.default_rng(seed).integers(0, 9, (self.size, 2)).astype(np.int32)
        numbers[self.rank[0] < 0] = EMPTY
        return numbers

    def sorted_blocks(self, kind: type) -> tuple[NDArray[Any], int, int]:
        """Return every party's sorted blocks with their marks."""
        end = (1 << 8 * kind().itemsize) - 1
        order = np.empty(self.rank.shape, kind)
        for party in range(len(self.lay)):
            shift, width, _ = self.lay[party].tolist()
            sort_blocks(self.rank[party], shift, width, (end + 1) // 2, end, order[party])
        return order, (end + 1) // 2, end

    def closure(self, parties: list[int], values: Ints, *, improving: bool) -> Ints:
        """Return the least value of each state and of all it leads to by the parties' moves."""
        lowest = values.copy()
        changed = True
        while changed:
            changed = False
            for cell in self.states():
                for party in parties:
                    for other in self.follows(party, cell, improving=improving):
                        less = np.minimum(lowest[cell], lowest[other])
                        if (less < lowest[cell]).any():
                            lowest[cell], changed = less, True
        return lowest


@st.composite
def boards(draw: st.DrawFn) -> Board:
    """Draw a grid of at most 256 cells, with holes, ties and one-way options."""
    widths = draw(
        st.sampled_from([[1, 1], [2, 1], [1, 2, 1], [2, 2, 2], [3, 0, 2], [4, 3], [1, 7]])
    )
    bits = [draw(st.integers(0, min(width, 3))) for width in widths]
    seed = draw(st.integers(0, 1 << 30))
    return board(widths, bits, seed)


def board(widths: list[int], one_way: list[int], seed: int) -> Board:
    rng = np.random.default_rng(seed)
    n, size = len(widths), 1 << sum(widths)
    lay = np.array(
        [[sum(widths[:k]), width, 1 << one_way[k]] for k, width in enumerate(widths)], np.int64
    )
    spent = np.zeros((n, 1 << max(widths)), np.int64)
    for party, width in enumerate(widths):
        spent[party, : 1 << width] = rng.integers(0, 1 << one_way[party], 1 << width)
    rank = rng.integers(0, rng.choice([3, 4 * size]), (n, size)).astype(np.int32)
    rank[:, rng.random(size) < rng.choice([0.0, 0.3, 0.7])] = -1
    return Board(lay, spent, rank)


KINDS = [np.uint8, np.uint32]
SOME = settings(max_examples=25)


@interpreted
@pytest.mark.parametrize("kind", KINDS)
@given(drawn=boards())
@SOME
def test_blocks_are_sorted_best_first_with_ties_marked(kind: type, drawn: Board) -> None:
    if kind is np.uint8 and drawn.lay[:, 1].max() > floors.NARROW:
        return
    order, tied, end = drawn.sorted_blocks(kind)
    for party in range(len(drawn.lay)):
        shift, width, _ = drawn.lay[party].tolist()
        rank = drawn.rank[party]
        for number in range(drawn.size >> width):
            base = (number >> shift) << (shift + width) | number & ((1 << shift) - 1)
            row = order[party, number << width : (number + 1) << width].tolist()
            codes = row[: row.index(end)] if end in row else row
            assert set(row[len(codes) :]) <= {end}
            cells = [base | (code & tied - 1) << shift for code in codes]
            assert sorted(cells) == list(drawn.block(party, base))
            heights = [int(rank[cell]) for cell in cells]
            assert heights == sorted(heights, reverse=True)
            marks = [bool(code & tied) for code in codes]
            assert marks == [k > 0 and heights[k] == heights[k - 1] for k in range(len(codes))]


@interpreted
@given(st.lists(st.integers(-1, 9), min_size=1, max_size=30))
@SOME
def test_cells_rise_by_rank_and_empty_ones_are_left_out(ranks: list[int]) -> None:
    found = rising(np.array(ranks, np.int32)).tolist()
    assert found == sorted((c for c, r in enumerate(ranks) if r >= 0), key=lambda c: ranks[c])


@interpreted
@given(drawn=boards(), seed=st.integers(0, 1000))
@SOME
def test_floors_fall_to_the_lowest_that_a_move_leads_to(drawn: Board, seed: int) -> None:
    for party in range(len(drawn.lay)):
        shift, width, groups = drawn.lay[party].tolist()
        before = drawn.values(seed)
        floor = before.copy()
        changed = lower_by_moves(shift, width, groups, drawn.spent[party], floor)
        expected = drawn.closure([party], before, improving=False)
        assert np.array_equal(floor, expected)
        assert bool(changed) is bool((expected != before).any())


@interpreted
@pytest.mark.parametrize("kind", KINDS)
@given(drawn=boards(), seed=st.integers(0, 1000), room=st.integers(0, 300))
@SOME
def test_floors_fall_to_the_lowest_that_an_improvement_leads_to(
    kind: type, drawn: Board, seed: int, room: int
) -> None:
    if kind is np.uint8 and drawn.lay[:, 1].max() > floors.NARROW:
        return
    order, tied, end = drawn.sorted_blocks(kind)
    for party in range(len(drawn.lay)):
        shift, width, groups = drawn.lay[party].tolist()
        before = drawn.values(seed)
        floor, touched = before.copy(), np.full((1, room + 1), -1, np.int32)
        count = lower_by_improvements(
            order[party], shift, width, tied, end, groups, drawn.spent[party], floor, touched[0]
        )
        expected = drawn.closure([party], before, improving=True)
        assert np.array_equal(floor, expected)
        changed = np.flatnonzero((expected != before).any(axis=1)).tolist()
        assert count == len(changed)
        if count <= room:
            assert sorted(touched[0, :count].tolist()) == changed


@interpreted
@given(drawn=boards(), seed=st.integers(0, 1000))
@SOME
def test_the_best_is_the_highest_that_a_party_can_have(drawn: Board, seed: int) -> None:
    for party in range(len(drawn.lay)):
        shift, width, groups = drawn.lay[party].tolist()
        value = drawn.values(seed)
        value[value == EMPTY] = -1
        best = np.zeros_like(value)
        best_of_block(shift, width, groups, drawn.spent[party], value, best)
        for cell in drawn.states():
            reached = drawn.follows(party, cell)
            assert best[cell].tolist() == value[reached].max(axis=0).tolist()


@interpreted
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("improving", [False, True])
@given(drawn=boards(), seed=st.integers(0, 1000))
@SOME
def test_walks_and_ripples_finish_a_floor(
    kind: type, improving: bool, drawn: Board, seed: int
) -> None:
    if kind is np.uint8 and drawn.lay[:, 1].max() > floors.NARROW:
        return
    order, tied, end = drawn.sorted_blocks(kind)
    for party in range(len(drawn.lay)):
        others = [other for other in range(len(drawn.lay)) if other != party]
        before = drawn.values(seed)
        expected = drawn.closure(others, before, improving=improving)
        floor = before.copy()
        for column in range(2):
            walk(
                party, improving, drawn.rank, order, drawn.lay, drawn.spent, tied, end,
                floor[:, column],
            )  # fmt: skip
        assert np.array_equal(floor, expected)
        if not improving:
            continue
        floor = before.copy()
        states = np.array(drawn.states(), np.int32)
        settled = ripple(
            party, drawn.rank, order, drawn.lay, drawn.spent, tied, end, floor,
            np.concatenate([states, states]),
        )  # fmt: skip
        assert (floor >= expected).all()
        if settled:
            assert np.array_equal(floor, expected)


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


@interpreted
def test_a_ripple_that_takes_too_long_is_given_up() -> None:
    drawn = board([1, 7], [0, 0], 5)
    drawn.rank = np.arange(512, dtype=np.int32).reshape(2, 256)
    order, tied, end = drawn.sorted_blocks(np.uint32)
    parts = (0, drawn.rank, order, drawn.lay, drawn.spent, tied, end)
    before = drawn.values(1)
    expected = drawn.closure([1], before, improving=True)
    floor = before.copy()
    assert not ripple(*parts, floor, np.arange(256, dtype=np.int32))
    assert (floor >= expected).all()
    assert ripple(*parts, expected.copy(), np.array([3], np.int32))


@interpreted
def test_a_floor_begins_with_what_there_is() -> None:
    own = np.array([3, -1, 0, -1], np.int32)
    best = np.array([4, -1, 0, 7], np.int32)
    floor = np.zeros((4, 2), np.int32)
    open_floor(own, best, floor)
    assert floor.tolist() == [[3, 4], [EMPTY, EMPTY], [0, 0], [EMPTY, EMPTY]]
    floor[0] = (5, 2)
    cap_floor(own, floor)
    assert floor.tolist() == [[3, 2], [-1, -1], [0, 0], [-1, -1]]


@interpreted
def test_the_floor_of_a_setting_is_its_lowest_state() -> None:
    own = np.array([5, 1, 4, 2, 6, 0, 7, 3], np.int32)
    best = own[::-1].copy()
    floor = np.zeros((8, 2), np.int32)
    floor_of_settings(1, 1, own, best, floor)
    for cell in range(8):
        same = [other for other in range(8) if other >> 1 & 1 == cell >> 1 & 1]
        assert floor[cell].tolist() == [min(own[same]), min(best[same])]


@interpreted
def test_verdicts_are_set_bit_by_bit() -> None:
    own = np.array([2, 2, 2, 2], np.int32)
    best = np.array([[2, 3], [3, 2], [3, 3], [1, 2]], np.int32)
    verdicts = np.array([1, 0, 0, 1], np.uint8)
    judge(own, best, 3, verdicts)
    assert verdicts.tolist() == [1 | 8, 16, 0, 1 | 8 | 16]


# The whole kernel at its edges


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


# Simultaneous stability where there is much of it


def test_simultaneous_stability_is_the_same_in_batches_and_by_states(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drawn = [random_model(random.Random(seed)) for seed in range(60)]
    drawn += [large(seed, [2, 3, 2], missing=0.7) for seed in range(6)]
    whole = [simultaneous_bits(model) for model in drawn]
    monkeypatch.setattr(simultaneous, "BATCH", 3)
    monkeypatch.setattr(simultaneous, "TABLE_OPTIONS", 0)
    for model, expected in zip(drawn, whole, strict=True):
        assert expected is not None
        found = simultaneous_bits(model)
        assert found is not None
        assert np.array_equal(found, expected)
        stable = np.zeros(expected.shape, np.bool_)
        choices = simultaneous._improvements(model)
        for state in range(model.size):
            simultaneous._solve_wide(model, choices, state, stable)
        assert np.array_equal(stable, expected == 32)


def test_a_state_with_more_joint_improvements_than_states_needs_no_room_for_them() -> None:
    model = star(parties=5, settings=32)
    found = simultaneous_bits(model)
    assert found is not None
    assert not found[:, 0].any()
    assert (found[:, 1:] == 32).sum() > model.size


@pytest.mark.parametrize(("limit", "value"), [("MAX_COMBINATIONS", 40), ("MAX_LISTED", 20)])
def test_simultaneous_stability_is_left_out_where_it_is_too_much(
    monkeypatch: pytest.MonkeyPatch, limit: str, value: int
) -> None:
    model = large(1, [2, 2])
    assert simultaneous_bits(model) is not None
    monkeypatch.setattr(simultaneous, limit, value)
    assert simultaneous_bits(model) is None


# Where compiled kernels are kept


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that takes the place of the package's, with one kernel source."""
    folder = tmp_path / "package"
    folder.mkdir()
    (folder / "kernels.py").write_text("@compiled\ndef one(): ...\n")
    (folder / "other.py").write_text("two = 2\n")
    monkeypatch.setattr(compiled_module, "__file__", str(folder / "compiled.py"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return folder


def kernels() -> str | None:
    return compiled_module._folder.__wrapped__()


def test_kernels_are_kept_beside_the_package(package: Path) -> None:
    found = kernels()
    assert found is not None
    assert Path(found).parent == package / "__pycache__"
    assert Path(found).is_dir()
    assert kernels() == found
    (package / "other.py").write_text("three = 3\n")
    assert kernels() == found
    (package / "kernels.py").write_text("@compiled\ndef two(): ...\n")
    assert kernels() not in (None, found)


def test_kernels_are_kept_in_the_users_cache_where_the_package_cannot_be_written(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (package / "__pycache__").write_text("a file, no folder")
    found = kernels()
    assert found is not None
    assert Path(found).parent == tmp_path / "cache" / "detente"
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    found = kernels()
    assert found is not None
    assert Path(found).parent == tmp_path / "home" / ".cache" / "detente"


def test_kernels_are_kept_nowhere_where_nothing_can_be_written(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (package / "__pycache__").write_text("a file, no folder")
    (tmp_path / "cache").write_text("a file, no folder")
    assert kernels() is None
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    assert kernels() is None
    monkeypatch.setattr(compiled_module, "_folder", lambda: None)

    def double(x: int) -> int:
        return 2 * x

    assert compiled_module.compiled(double)(21) == 42


def test_a_folder_that_cannot_be_written_is_passed_over(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: str, mode: int) -> bool:
        return "cache" in Path(path).parts

    monkeypatch.setattr(compiled_module.os, "access", refuse)
    found = kernels()
    assert found is not None
    assert Path(found).is_relative_to(tmp_path / "cache")


def test_the_compiler_is_told_of_the_folder_for_a_moment_only() -> None:
    numba: ModuleType = sys.modules["numba"]
    before = numba.config.CACHE_DIR

    def triple(x: int) -> int:
        return 3 * x

    assert compiled_module.compiled(triple)(2) == 6
    assert before == numba.config.CACHE_DIR
