"""Every kernel against the literal definitions, on thousands of random conflicts."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from detente.conflict.kernels.fast import solve_fast
from detente.conflict.kernels.general import solve_general
from detente.conflict.kernels.simultaneous import simultaneous_bits
from detente.conflict.model import FREE, ConflictModel
from detente.conflict.verify import CONCEPTS, check, literal_from_model, stable
from tests.conflict.games import build, models, random_model, wide_model

CHUNKS, CHUNK = 10, 240
MERGED_CHUNKS, MERGED_CHUNK = 3, 150
FIVE = CONCEPTS[:5]
INTERPRETED = pytest.mark.interpreted

Solve = Callable[[ConflictModel], NDArray[np.uint8]]


def sim_bits(model: ConflictModel) -> NDArray[np.uint8]:
    found = simultaneous_bits(model)
    assert found is not None
    return found


def literal_bits(model: ConflictModel, concepts: tuple[str, ...] = FIVE) -> NDArray[np.uint8]:
    """Return the verdicts of the definitions, bit k for `CONCEPTS[k]`."""
    game = literal_from_model(model)
    bits = np.zeros(model.ranks.shape, dtype=np.uint8)
    for i, party in enumerate(game.parties):
        for s, label in enumerate(model.labels()):
            for concept in concepts:
                bits[i, s] |= stable(game, party, label, concept) << CONCEPTS.index(concept)
    return bits


def differences(
    model: ConflictModel, found: NDArray[np.uint8], expected: NDArray[np.uint8]
) -> list[tuple[str, str, str]]:
    """Return (party, state, concepts) wherever two sets of verdicts differ."""
    return [
        (
            model.parties[i],
            model.label(s),
            " ".join(c for k, c in enumerate(CONCEPTS) if (found ^ expected)[i, s] >> k & 1),
        )
        for i, s in np.argwhere(found != expected).tolist()
    ]


@pytest.mark.parametrize("chunk", [pytest.param(0, marks=INTERPRETED), *range(1, CHUNKS)])
def test_kernels_agree_with_the_definitions(chunk: int) -> None:
    for seed in range(chunk * CHUNK, (chunk + 1) * CHUNK):
        model = random_model(random.Random(seed))
        expected = literal_bits(model)
        for solve in (solve_fast, solve_general):
            wrong = differences(model, solve(model), expected)
            assert not wrong, (seed, solve.__name__, wrong)
        sim = literal_bits(model, ("sim",))
        wrong = differences(model, sim_bits(model), sim)
        assert not wrong, (seed, wrong)


@pytest.mark.parametrize("chunk", [pytest.param(0, marks=INTERPRETED), *range(1, MERGED_CHUNKS)])
def test_the_general_kernel_agrees_with_the_definitions_on_merged_states(chunk: int) -> None:
    for seed in range(chunk * MERGED_CHUNK, (chunk + 1) * MERGED_CHUNK):
        model = random_model(random.Random(seed), merged=True)
        wrong = differences(model, solve_general(model), literal_bits(model))
        assert not wrong, (seed, wrong)


@dataclass(frozen=True)
class Answer:
    """What a check needs to know of a stability result."""

    model: ConflictModel
    verdicts: NDArray[np.uint8]
    has_sim: bool


@pytest.mark.parametrize("seed", range(12))
def test_kernels_agree_on_wider_conflicts(seed: int) -> None:
    model = wide_model(seed, options=7 + seed % 5, parties=2 + seed % 4)
    verdicts = solve_fast(model)
    assert differences(model, solve_general(model), verdicts) == []
    sim = simultaneous_bits(model)
    if sim is not None:
        verdicts = verdicts | sim
    found = check(Answer(model, verdicts, sim is not None), budget=500_000)
    assert found.agrees, found.disagreements
    assert found.checked > 200


def test_the_random_conflicts_have_all_that_makes_them_hard() -> None:
    drawn = [random_model(random.Random(seed)) for seed in range(CHUNKS * CHUNK)]
    assert {len(model.parties) for model in drawn} == {2, 3, 4}
    assert max(model.size for model in drawn) == 40
    one_way = sum(bool((model.one_way != FREE).any()) for model in drawn)
    infeasible = sum(model.size < 1 << len(model.options) for model in drawn)
    tied = sum(len(set(row)) < model.size for model in drawn for row in model.ranks.tolist())
    assert min(one_way, infeasible, tied) > len(drawn) // 3
    merged = [
        random_model(random.Random(seed), merged=True)
        for seed in range(MERGED_CHUNKS * MERGED_CHUNK)
    ]
    assert sum(model.merged is not None for model in merged) > len(merged) // 2


@given(models())
@settings(max_examples=40)
def test_kernels_agree_on_drawn_conflicts(model: ConflictModel) -> None:
    expected = literal_bits(model)
    assert differences(model, solve_fast(model), expected) == []
    assert differences(model, solve_general(model), expected) == []


@given(models(merged=True))
@settings(max_examples=40)
def test_the_general_kernel_agrees_on_drawn_merged_conflicts(model: ConflictModel) -> None:
    assert differences(model, solve_general(model), literal_bits(model)) == []


def relabelled(
    model: ConflictModel, rng: random.Random
) -> tuple[ConflictModel, list[int], list[int]]:
    """Return `model` with parties and options in another order.

    Also, for each party and state of `model`, its index in the new one.
    """
    parties = rng.sample(range(len(model.parties)), len(model.parties))
    own = [[o for o in range(len(model.options)) if model.owner[o] == p] for p in parties]
    options = [o for mine in own for o in rng.sample(mine, len(mine))]
    patterns = [
        sum((bits >> o & 1) << new for new, o in enumerate(options))
        for bits in model.states.tolist()
    ]
    fresh = build(
        [parties.index(int(model.owner[o])) for o in options],
        [int(model.one_way[o]) for o in options],
        [[p] for p in patterns],
        [model.ranks[p].tolist() for p in parties],
    )
    state_at = {p: s for s, p in enumerate(fresh.states.tolist())}
    party_at = [parties.index(p) for p in range(len(parties))]
    return fresh, party_at, [state_at[p] for p in patterns]


@pytest.mark.parametrize("solve", [solve_fast, solve_general, sim_bits])
def test_names_and_order_of_parties_and_options_change_nothing(solve: Solve) -> None:
    rng = random.Random(5)
    for _ in range(60):
        model = random_model(rng)
        fresh, party_at, state_at = relabelled(model, rng)
        assert np.array_equal(solve(fresh)[np.ix_(party_at, state_at)], solve(model))


@pytest.mark.parametrize("solve", [solve_fast, solve_general])
@given(model=models(), data=st.data())
@settings(max_examples=40)
def test_a_state_that_a_party_comes_to_like_more_stays_nash_for_it(
    solve: Solve, model: ConflictModel, data: Any
) -> None:
    party = data.draw(st.integers(0, len(model.parties) - 1))
    state = data.draw(st.integers(0, model.size - 1))
    ranks = model.ranks * 2
    ranks[party, state] += data.draw(st.integers(1, 2 * model.size))
    for i, row in enumerate(ranks):
        ranks[i] = np.unique(row, return_inverse=True)[1]
    raised = solve(replace(model, ranks=ranks))
    before = solve(model)
    assert raised[party, state] & 1 >= before[party, state] & 1
    others = np.arange(len(model.parties)) != party
    assert np.array_equal(raised[others] & 1, before[others] & 1)


@pytest.mark.parametrize("solve", [solve_fast, solve_general, sim_bits])
def test_an_indifferent_party_is_content_everywhere(solve: Solve) -> None:
    rng = random.Random(9)
    bits = 32 if solve is sim_bits else 31
    for _ in range(20):
        model = random_model(rng)
        ranks = model.ranks.copy()
        ranks[0] = 0
        assert (solve(replace(model, ranks=ranks))[0] & bits == bits).all()
