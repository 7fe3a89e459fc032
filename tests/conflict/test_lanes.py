"""Sixteen sets of ranks solved side by side, against the definitions and the other kernels."""

from __future__ import annotations

import random
from dataclasses import replace

import numba
import numpy as np
import pytest
from numpy.typing import NDArray

from detente.conflict.kernels import rows
from detente.conflict.kernels.blocks import find_blocks
from detente.conflict.kernels.following import follow_improvements, judge_together
from detente.conflict.kernels.general import solve_general
from detente.conflict.kernels.islands import find_islands
from detente.conflict.kernels.lanes import solve_lanes
from detente.conflict.kernels.rows import LANES
from detente.conflict.kernels.simultaneous import simultaneous_bits
from detente.conflict.model import ConflictModel
from detente.conflict.reach import reachable
from detente.conflict.verify import CONCEPTS, literal_from_model, stable
from tests.conflict.games import random_model, wide_model

INTERPRETED = pytest.mark.interpreted
CHUNKS, CHUNK = 6, 13
EVERY = range(6)


def others(model: ConflictModel, seed: int) -> list[ConflictModel]:
    """Return `model` and fifteen more that differ from it in their ranks, many of them tied."""
    rng = np.random.default_rng(seed)

    def ranks() -> NDArray[np.int32]:
        levels = rng.integers(1, model.size + 3)
        scores = rng.integers(0, levels, (len(model.parties), model.size))
        return np.array([np.unique(row, return_inverse=True)[1] for row in scores], np.int32)

    return [model, *(replace(model, ranks=ranks()) for _ in range(LANES - 1))]


def side_by_side(models: list[ConflictModel], all_moves: bool = True) -> NDArray[np.uint8]:
    """Return the verdicts of sixteen models that share states and moves, a lane each."""
    blocks = find_blocks(models[0])
    rank = np.stack([model.ranks for model in models], axis=2).astype(np.int16)
    verdicts = np.empty(rank.shape, np.uint8)
    islands = find_islands(blocks).arrays()
    solve_lanes(
        rank, blocks.member, blocks.first, blocks.range_, blocks.used, *islands, all_moves, verdicts
    )
    return verdicts


@pytest.mark.parametrize("chunk", [pytest.param(0, marks=INTERPRETED), *range(1, CHUNKS)])
def test_lanes_agree_with_the_definitions(chunk: int) -> None:
    size = 2 if chunk == 0 else CHUNK
    for seed in range(chunk * CHUNK, chunk * CHUNK + size):
        models = others(random_model(random.Random(seed)), seed)
        verdicts = side_by_side(models)
        for lane, model in enumerate(models):
            game = literal_from_model(model)
            for i, party in enumerate(game.parties):
                for s, label in enumerate(model.labels()):
                    for k, concept in enumerate(CONCEPTS[:5]):
                        said = bool(verdicts[i, s, lane] >> k & 1)
                        assert said == stable(game, party, label, concept), (seed, lane, concept)


@pytest.mark.parametrize("seed", range(12))
def test_lanes_agree_with_the_general_kernel_on_wider_conflicts(seed: int) -> None:
    models = others(wide_model(seed, options=7 + seed % 4, parties=2 + seed % 4), seed)
    verdicts = side_by_side(models)
    for lane, model in enumerate(models):
        assert np.array_equal(verdicts[:, :, lane], solve_general(model))


def test_without_moves_the_other_bits_are_the_same() -> None:
    models = others(wide_model(3, options=8, parties=3), 3)
    assert np.array_equal(side_by_side(models, False), side_by_side(models) & 0b11001)


@INTERPRETED
def test_improvements_and_simultaneous_moves_agree_with_the_other_kernels() -> None:
    for seed in range(40):
        model = random_model(random.Random(seed))
        blocks = find_blocks(model)
        reached = np.zeros(model.size, np.bool_)
        shared = (model.ranks, blocks.member, blocks.block, blocks.first, blocks.used)
        for start in range(model.size):
            follow_improvements(start, *shared, reached)
            assert np.array_equal(reached, reachable(model, start, "improvements"))
        state_at = np.full(1 << len(model.options), -1, np.int32)
        state_at[model.states] = np.arange(model.size)
        verdicts = np.zeros(model.ranks.shape, np.uint8)
        judge_together(*shared, model.states, state_at, verdicts)
        assert np.array_equal(verdicts, simultaneous_bits(model))


@pytest.mark.parametrize("kind", [np.int16, np.int32])
def test_rows_do_compiled_what_they_say_in_python(kind: type) -> None:
    rng = np.random.default_rng(4)
    raise_row, sink_row, hand_on = rows.raise_row, rows.sink_row, rows.hand_on

    @numba.njit
    def raised(best: object, value: object) -> None:
        raise_row(best, value, 1, 2)

    @numba.njit
    def sunk(low: object, value: object) -> None:
        sink_row(low, value, 0, 2)

    @numba.njit
    def handed(rank: object, one: object, two: object) -> bool:
        return hand_on(rank, one, two, 2, 0)

    def numbers(most: int) -> NDArray[np.signedinteger]:
        return rng.integers(0, most, (3, LANES)).astype(kind)

    changes = set()
    for most in (1, 2, 2, 2, 2, 5, 1000):
        rank, one, two = numbers(most), numbers(most), numbers(most)
        for step, plain, given in (
            (raised, lambda a, b: rows.raise_row(a, b, 1, 2), (one, two)),
            (sunk, lambda a, b: rows.sink_row(a, b, 0, 2), (one, two)),
            (handed, lambda a, b, c: rows.hand_on(a, b, c, 2, 0), (rank, one, two)),
        ):
            fast, slow = [a.copy() for a in given], [a.copy() for a in given]
            answers = step(*fast), plain(*slow)
            assert answers[0] == answers[1]
            changes.add(answers[0])
            for a, b in zip(fast, slow, strict=True):
                assert np.array_equal(a, b)
    assert changes == {None, False, True}
