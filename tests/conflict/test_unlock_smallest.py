"""The smallest changes of mind against brute force over all of them."""

from __future__ import annotations

import random

import pytest

from detente.conflict.unlock import UNLOCKING, unlock
from tests.conflict.small_dossiers import small_model
from tests.conflict.unlock_judge import UnlockJudge

EVERY = 10**6


def held_against_all(seed: int, most: int, kinds: str = "ssswri", most_states: int = 6) -> int:
    """Compare one random conflict under every concept; return how many needed a change."""
    rng = random.Random(seed)
    dossier, model = small_model(rng, kinds, most_states)
    judge = UnlockJudge(dossier, model)
    target = rng.randrange(model.size)
    unstable = [rng.randrange(model.size)] if rng.random() < 0.3 else []
    unstable = [state for state in unstable if state != target]
    result = unlock(dossier, model, target, UNLOCKING, unstable, EVERY)
    needed = 0
    for proof in result.proofs:
        at = (seed, proof.concept)
        cost, families = judge.smallest(target, proof.concept, unstable, most)
        if cost is None:
            assert proof.proved > most, at
            assert proof.cost is None or proof.cost > most, at
            continue
        needed += cost > 0
        assert (proof.cost, proof.minimal, proof.complete) == (cost, True, True), at
        assert judge.families(result, proof.concept) == families, at
        assert proof.total == proof.listed == len(families), at
        assert result.holds[proof.concept] or cost > 0, at
    return needed


@pytest.mark.parametrize("part", range(5))
def test_smallest_changes_are_those_of_brute_force(part: int) -> None:
    assert sum(held_against_all(200 * part + seed, 1) for seed in range(200)) > 200


def test_two_changes_are_those_of_brute_force() -> None:
    assert sum(held_against_all(5_000 + seed, 2) for seed in range(20)) > 20


def test_two_changes_of_rankings_and_weights() -> None:
    assert sum(held_against_all(6_000 + seed, 2, "rrw") for seed in range(30)) > 20


@pytest.mark.interpreted
def test_smallest_changes_without_compilation() -> None:
    assert sum(held_against_all(9_000 + seed, 1) for seed in range(40)) > 20
