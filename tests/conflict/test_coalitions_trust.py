"""Ways of coalitions, and who must trust whom, against every shortest way there is."""

from __future__ import annotations

import random

import numpy as np
import pytest

from detente.conflict.coalitions.jumps import find_improvements
from detente.conflict.coalitions.masks import every_coalition
from detente.conflict.coalitions.reaching import find_reaches
from detente.conflict.coalitions.trust import Way, find_way
from detente.conflict.model import ConflictModel
from detente.conflict.reach import Step
from detente.conflict.verify import LiteralGame, literal_from_model
from tests.conflict.games import build, random_model

Moves = list[tuple[str, str, str]]


def shortest_ways(
    game: LiteralGame, coalition: tuple[str, ...], start: str, end: str
) -> list[Moves]:
    """Return every shortest sequence of moves, nobody twice running."""
    ways: list[tuple[str, str, Moves]] = [(start, "", [])]
    seen: set[tuple[str, str]] = set()
    while True:
        fresh = [
            (target, party, [*moves, (party, state, target)])
            for state, last, moves in ways
            for party in coalition
            if party != last
            for target in game.moves(party, state)
            if (target, party) not in seen
        ]
        done = [moves for state, _, moves in fresh if state == end]
        if done:
            return done
        seen |= {(state, last) for state, last, _ in fresh}
        ways = fresh


def asked(game: LiteralGame, coalition: tuple[str, ...], moves: Moves) -> tuple[int, ...]:
    """Return how much trust a way asks for, as the definitions of the words say."""
    start, end = moves[0][1], moves[-1][2]
    pairs, tempted, exposed, sacrifices = set(), 0, 0, 0
    for party, here, there in moves[1:]:
        stops = game.better(party, here, end)
        worse = [q for q in coalition if q != party and game.better(q, start, here)]
        tempted += stops
        exposed += len(worse)
        sacrifices += game.better(party, here, there)
        pairs |= {(q, party) for q in worse if stops}
    return len(pairs), tempted, exposed, sacrifices


def told(model: ConflictModel, way: Way) -> tuple[int, ...]:
    return (
        len(way.trust(tempted=True)),
        sum(turn.tempted for turn in way.turns),
        sum(len(turn.exposed) for turn in way.turns),
        sum(turn.sacrifice for turn in way.turns),
    )


@pytest.mark.parametrize("merged", [False, True])
def test_ways_are_shortest_and_ask_for_the_least_trust(merged: bool) -> None:
    compared = detours = tempted = 0
    for seed in range(160):
        rng = random.Random(seed)
        model = random_model(rng, merged)
        game, labels = literal_from_model(model), model.labels()
        masks = [mask for mask in every_coalition(len(model.parties)) if mask.bit_count() > 1]
        every = np.ones(model.size, np.bool_)
        found = find_improvements(model, masks, find_reaches(model, masks), every)
        gains = [(begin, end, mask) for mask in masks for begin, end in found[mask].tolist()]
        for begin, end, mask in rng.sample(gains, min(3, len(gains))):
            way = find_way(model, begin, end, mask)
            coalition = tuple(p for i, p in enumerate(model.parties) if mask >> i & 1)
            ways = shortest_ways(game, coalition, labels[begin], labels[end])
            mine = [(model.parties[s.party], labels[s.from_], labels[s.to]) for s in way.steps]
            assert mine in ways, seed
            assert [turn.at for turn in way.turns] == [s.from_ for s in way.steps[1:]]
            assert [turn.party for turn in way.turns] == [s.party for s in way.steps[1:]]
            asks = told(model, way)
            assert asks == asked(game, coalition, mine), seed
            movers = {
                model.parties[owner]
                for k, owner in enumerate(model.owner.tolist())
                if labels[begin][k] != labels[end][k]
            }
            if not merged and len(mine) == len(movers):
                assert way.compared == len(ways), seed
                assert asks == min(asked(game, coalition, other) for other in ways), seed
                compared += len(ways) > 1
            detours += len(mine) > len(movers)
            tempted += asks[1] > 0
    assert tempted > 10
    if not merged:
        assert compared > 30
        assert detours > 3


def dilemma() -> ConflictModel:
    """Return the prisoner's dilemma, today being that both defect (N)."""
    # patterns NN, YN, NY, YY; Y is to cooperate
    return build([0, 1], [0, 0], [[0], [1], [2], [3]], [[1, 0, 3, 2], [1, 3, 0, 2]], 0)


def test_in_the_dilemma_whoever_moves_first_must_trust_the_other() -> None:
    model = dilemma()
    way = find_way(model, 0, 3, 0b11)
    assert way.steps == (Step(0, 0, 1), Step(1, 1, 3))
    assert way.compared == 2
    (turn,) = way.turns
    assert (turn.party, turn.at, turn.tempted, turn.sacrifice) == (1, 1, True, True)
    assert turn.exposed == (0,)
    assert way.trust(tempted=True) == ((0, 1),)
    assert way.trust(tempted=False) == ()


def test_with_many_members_some_shortest_way_is_told() -> None:
    n = 8
    values = [[bits.bit_count() for bits in range(1 << n)] for _ in range(n)]
    model = build(list(range(n)), [0] * n, [[p] for p in range(1 << n)], values, 0)
    way = find_way(model, 0, 255, 255)
    assert way.compared == 1
    assert sorted(step.party for step in way.steps) == list(range(n))
