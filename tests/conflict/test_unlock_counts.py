"""Rankings counted without listing them, against trying each of them."""

from __future__ import annotations

import random
from fractions import Fraction
from math import factorial

import numpy as np
import pytest

from detente.conflict import ConflictModel, compile_model
from detente.conflict.lookup import find_state
from detente.conflict.model import FREE
from detente.conflict.unlock import UNLOCKING, counts
from detente.conflict.verify import literal_from_model
from detente.conflict.verify.unlocked import count_rankings
from detente.errors import DetenteError
from tests.conflict.games import build, random_model
from tests.conflict.test_cases import case


def small(rng: random.Random, merged: bool, most: int) -> ConflictModel:
    """Return a random conflict of at most so many states."""
    while (model := random_model(rng, merged)).size > most:
        pass
    return model


@pytest.mark.parametrize(
    "merged",
    [pytest.param(False, marks=pytest.mark.untraced), True],
    ids=["plain", "merged"],
)
def test_counts_are_those_of_all_rankings(merged: bool) -> None:
    between = 0
    for seed in range(550):
        rng = random.Random(seed)
        model = small(rng, merged, 6 if seed % 50 == 0 else 4)
        target, party = rng.randrange(model.size), rng.randrange(len(model.parties))
        found = counts(model, target)
        assert found.rankings == factorial(model.size)
        told = {concept: found.number(party, concept) for concept in UNLOCKING}
        game, labels = literal_from_model(model), model.labels()
        assert told == count_rankings(game, labels, game.parties[party], labels[target]), seed
        between += sum(0 < n < found.rankings for n in told.values())
    assert between > 500


def test_published_counts() -> None:
    # Hipel, Kilgour & Kinsara (2014): 720 rankings of Syria with its water released
    dossier, expected = case("syria_iraq_1975")
    model, wanted = compile_model(dossier), expected["inverse"]
    found = counts(model, find_state(model, wanted["state"]))
    content = found.content()[wanted["party"]]
    assert content["rankings"] == wanted["rankings"]
    assert {c: content[c] for c in wanted["by_definition"]} == wanted["by_definition"]
    assert "Nash: 240 (33.3 %)" in found.to_text()
    assert [row["stable"] for row in found.rows()][:4] == [240, 384, 300, 384]


def test_many_moves_that_do_not_hang_together() -> None:
    # the first party has 31 moves and no opponent's answer of one touches another's
    owner = [0] * 5 + [1] * 2
    values = [list(range(128)), list(range(128))]
    model = build(owner, [FREE] * 7, [[p] for p in range(128)], values)
    found = counts(model, 0, ["nash", "gmr"])
    assert found.shares[0, "nash"] == Fraction(1, 32)
    # each of the 31 moves q holds unless it and the three states the opponent answers with are
    # all preferred: integral of (1 - p^4)^31
    wanted = Fraction(1)
    for k in range(1, 32):
        wanted *= Fraction(4 * k, 4 * k + 1)
    assert found.shares[0, "gmr"] == wanted


def test_large_conflicts_tell_shares() -> None:
    numbers = np.random.default_rng(1)
    values = numbers.integers(0, 1 << 20, (4, 1 << 10)).tolist()
    owner = [0, 0, 1, 1, 2, 2, 2, 3, 3, 3]
    model = build(owner, [FREE] * 10, [[p] for p in range(1 << 10)], values)
    found = counts(model, 3)
    content = found.content()["p0"]
    assert content["rankings"] is None
    assert content["nash"] is None
    assert 0 < content["share"]["nash"] < 1
    assert " digits" in found.to_text()
    assert all(row["stable"] == "" for row in found.rows())


@pytest.mark.parametrize(("options", "parties"), [(13, 2), (6, 2)])
def test_too_many_rankings_to_count(options: int, parties: int) -> None:
    patterns = range(1 << options)
    owner = [0] * (options - 1) + [1]
    values = [[0] * len(patterns)] * parties
    model = build(owner, [FREE] * options, [[p] for p in patterns], values)
    with pytest.raises(DetenteError) as caught:
        counts(model, 0, ["smr"])
    assert caught.value.faults[0].code == "too-many-rankings"
