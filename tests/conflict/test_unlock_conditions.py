"""Conditions of an inverse analysis against the literal definitions."""

from __future__ import annotations

import random

import pytest

from detente.conflict.unlock import UNLOCKING, Requirement
from detente.conflict.unlock.conditions import conditions
from detente.conflict.unlock.question import Board
from detente.conflict.verify import literal_from_model, stable
from detente.conflict.verify.definitions import deterred
from detente.conflict.verify.game import LiteralGame
from tests.conflict.games import random_model


@pytest.mark.parametrize(
    "merged",
    [pytest.param(False, marks=pytest.mark.untraced), True],
    ids=["plain", "merged"],
)
def test_conditions_are_the_verdicts(merged: bool) -> None:
    unmet = 0
    for seed in range(500):
        rng = random.Random(seed)
        model = random_model(rng, merged)
        board, game, labels = Board(model), literal_from_model(model), model.labels()
        target = rng.randrange(model.size)
        for concept in UNLOCKING:
            found = conditions(board, target, concept)
            assert [one.met for one in found] == sorted(one.met for one in found)
            for party, name in enumerate(game.parties):
                mine = [one for one in found if one.party == party]
                moves = {labels[one.move] for one in mine}
                assert moves == set(game.moves(name, labels[target])), seed
                verdict = all(one.met for one in mine)
                assert verdict == stable(game, name, labels[target], concept), seed
            for one in found:
                _check(one, target, game, labels)
                unmet += not one.met
    assert unmet > 1_000


def _check(one: Requirement, target: int, game: LiteralGame, labels: list[str]) -> None:
    party, here, move = game.parties[one.party], labels[target], labels[one.move]
    likes = game.better(party, move, here)
    assert one.stays.met is not likes
    if one.concept == "nash":
        assert one.met is not likes
        assert not one.answers
        return
    others = tuple(other for other in game.parties if other != party)
    assert one.ends == len(set(game.joint(others, move, improving=False)) - {move})
    assert one.met == (not likes or deterred(game, party, here, move, one.concept))
    if not likes:
        return
    assert one.met == (one.deterring > 0)
    assert len(one.answers) == min(3, one.ends)
    assert sorted(answer.missing for answer in one.answers) == [a.missing for a in one.answers]
    assert not one.answers or one.met == (one.answers[0].missing == 0)
    for answer in one.answers:
        at = move
        for step in answer.steps:
            assert labels[step.from_] == at
            at = labels[step.to]
            assert at in game.moves(game.parties[step.party], labels[step.from_])
        for need in answer.needs:
            who, state, other = game.parties[need.party], labels[need.state], labels[need.other]
            strict = game.better(who, state, other)
            assert need.met == (strict if need.strict else not game.better(who, other, state))
    if one.where is not None:
        assert not one.met
        assert sum(len(g.states) for g in one.where.groups) + len(one.where.left) >= one.ends
