"""Simultaneous stability where there is much of it."""

from __future__ import annotations

import random

import numpy as np
import pytest

from detente.conflict.kernels import simultaneous
from detente.conflict.kernels.simultaneous import simultaneous_bits
from tests.conflict.games import random_model
from tests.conflict.test_explain import star
from tests.conflict.test_grid_and_kernels import large


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
