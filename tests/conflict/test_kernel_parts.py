"""The compiled parts of the fast kernel, each against brute force on random small grids."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from detente.conflict.kernels import floors
from detente.conflict.kernels.lowering import lower_by_improvements, lower_by_moves
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

Ints = NDArray[np.int32]
interpreted = pytest.mark.interpreted


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
