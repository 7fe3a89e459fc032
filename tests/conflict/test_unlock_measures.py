"""Measures from outside against the written-out game and a changed dossier."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from detente.conflict import ConflictModel
from detente.conflict.unlock import UNLOCKING
from detente.conflict.unlock.measures import Outside, measures
from detente.conflict.unlock.question import Board
from detente.conflict.verify import LiteralGame, equilibrium, literal_from_model, literal_game
from detente.conflict.verify.minds import game_with
from detente.dossier import Dossier
from detente.dossier.expressions import Taken
from detente.dossier.reasons import Place
from detente.dossier.standoff import Clause, OneWay
from tests.conflict.games import random_model
from tests.conflict.small_dossiers import small_model

Told = set[tuple[str, str, int, bool | None]]


def brute_force(model: ConflictModel, target: int, concept: str) -> Told:
    """Return the measures that do, every single one tried on the written-out game."""
    game, label = literal_from_model(model), model.label(target)
    today = None if model.status_quo is None else model.label(model.status_quo)
    found: Told = set()
    if equilibrium(game, label, concept):
        return found
    for option, (name, _) in enumerate(game.options):
        letters = {pattern[option] for pattern in game.members(label)}
        kinds = [] if name in game.one_way else ["taken", "dropped"]
        kinds += ["ban"] if letters == {"N"} else []
        kinds += ["penalty"] if letters != {"Y"} else []
        for kind in kinds:
            changed = game_with(game, kind, option, label)
            if equilibrium(changed, label, concept):
                found.add((concept, kind, option, _today(game, changed, today, concept)))
    return found


def _today(game: LiteralGame, changed: LiteralGame, today: str | None, concept: str) -> bool | None:
    if today is None:
        return None
    left = [pattern for pattern in game.members(today) if pattern in changed.feasible]
    return equilibrium(changed, changed.state_of(left[0]), concept) if left else None


@pytest.mark.parametrize(
    "merged",
    [pytest.param(False, marks=pytest.mark.untraced), True],
    ids=["plain", "merged"],
)
def test_measures_are_those_of_brute_force(merged: bool) -> None:
    number = 0
    for seed in range(500):
        rng = random.Random(seed)
        model = random_model(rng, merged)
        target = rng.randrange(model.size)
        found = measures(Outside(Board(model)), target, UNLOCKING)
        told = {(one.concept, one.kind, one.option, one.today) for one in found}
        assert len(told) == len(found)
        wanted = set().union(*(brute_force(model, target, concept) for concept in UNLOCKING))
        assert told == wanted, seed
        assert all(one.party == model.owner[one.option] for one in found)
        number += len(found)
    assert number > 500


def written(dossier: Dossier, kind: str, option: str) -> Dossier:
    """Return the dossier with a measure written into it."""
    assert dossier.standoff is not None
    standoff, nowhere = dossier.standoff, Place(0, 0)
    if kind == "ban":
        clause = Clause(option, Taken(option), nowhere)
        changed = replace(standoff, infeasible=(*standoff.infeasible, clause))
    else:
        rule = OneWay("taken" if kind == "taken" else "dropped", nowhere)
        changed = replace(standoff, one_way={**standoff.one_way, option: rule})
    return replace(dossier, standoff=changed)


@pytest.mark.untraced
def test_measures_written_into_the_dossier() -> None:
    number = 0
    for seed in range(300):
        rng = random.Random(seed)
        dossier, model = small_model(rng, "sswi")
        assert dossier.standoff is not None
        if dossier.standoff.same:
            continue
        target = rng.randrange(model.size)
        for one in measures(Outside(Board(model)), target, UNLOCKING):
            if one.kind != "penalty":
                game = literal_game(written(dossier, one.kind, model.options[one.option]))
                assert equilibrium(game, model.label(target), one.concept), seed
                number += 1
    assert number > 100


def test_states_that_are_not_to_hold_stay_so() -> None:
    needed = 0
    for seed in range(300):
        rng = random.Random(seed)
        model = random_model(rng)
        if model.size < 2:
            continue
        target, other = rng.sample(range(model.size), 2)
        game, labels = literal_from_model(model), model.labels()
        for one in measures(Outside(Board(model)), target, ["seq"], [other]):
            changed = game_with(game, one.kind, one.option, labels[target])
            assert equilibrium(changed, labels[target], "seq")
            if labels[other] in changed.feasible:
                assert not equilibrium(changed, labels[other], "seq")
            needed += equilibrium(game, labels[other], "seq")
    assert needed > 20
