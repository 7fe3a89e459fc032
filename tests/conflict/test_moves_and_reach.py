"""Moves, improvements, what can be reached and the shortest ways, against literal searches."""

from __future__ import annotations

import random
from collections.abc import Sequence
from importlib import import_module

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.conflict import improvements, moves, reachable
from detente.conflict.model import DROPPED, FREE, TAKEN, ConflictModel
from detente.conflict.moves import (
    count_moves,
    list_moves,
    move_index,
    spent_options,
    undone,
)
from detente.conflict.reach import Search, Step
from detente.conflict.verify import LiteralGame, literal_from_model
from detente.errors import SizeError
from tests.conflict.games import build, models, random_model, wide_model

Node = tuple[str, str]
MOVES = import_module("detente.conflict.moves")


def to(model: ConflictModel, state: int, party: int) -> list[str]:
    return model.labels(moves(model, state, party))


@pytest.mark.parametrize("merged", [False, True])
def test_moves_and_improvements_are_those_of_the_definitions(merged: bool) -> None:
    seen = 0
    for seed in range(80):
        model = random_model(random.Random(seed), merged)
        game = literal_from_model(model)
        for i, party in enumerate(model.parties):
            for state, label in enumerate(model.labels()):
                found = moves(model, state, i)
                assert found.tolist() == sorted(set(found.tolist()))
                assert set(model.labels(found)) == set(game.moves(party, label))
                better = improvements(model, state, i)
                assert set(model.labels(better)) == set(game.improvements(party, label))
                seen += len(found)
    assert seen > 3000


@pytest.mark.parametrize("merged", [False, True])
def test_lists_hold_every_move_once_and_no_more_than_were_counted(merged: bool) -> None:
    for seed in range(60):
        model = random_model(random.Random(seed), merged)
        lists = list_moves(model)
        total = 0
        for party, listed in enumerate(lists):
            assert len(listed.start) == model.size + 1
            for state in range(model.size):
                part = listed.to[listed.start[state] : listed.start[state + 1]]
                assert part.tolist() == moves(model, state, party).tolist()
            total += len(listed.to)
        bound = count_moves(model)
        assert total <= bound
        if not merged and not (model.one_way != FREE).any():
            assert total == bound


def test_many_states_at_once_are_the_same_as_one_by_one() -> None:
    for seed in range(30):
        rng = random.Random(seed)
        model = random_model(rng, merged=seed % 2 == 0)
        some = np.array([rng.randrange(model.size) for _ in range(7)], np.int32)
        for party in range(len(model.parties)):
            position, reached = move_index(model).from_many(some, party)
            for place, state in enumerate(some.tolist()):
                assert reached[position == place].tolist() == moves(model, state, party).tolist()
    empty = move_index(model).from_many(np.array([], np.int32), 0)
    assert [len(part) for part in empty] == [0, 0]


CORNERS = [[0b00], [0b01], [0b10], [0b11]]


@pytest.mark.parametrize(
    ("rule", "from_n", "from_y"),
    [(FREE, ["YN"], ["NN"]), (TAKEN, ["YN"], []), (DROPPED, [], ["NN"])],
)
def test_one_way_options_go_one_way(rule: int, from_n: list[str], from_y: list[str]) -> None:
    model = build([0, 1], [rule, FREE], CORNERS, [[0, 1, 2, 3]] * 2)
    assert to(model, 0, 0) == from_n
    assert to(model, 1, 0) == from_y
    assert to(model, 0, 1) == ["NY"]


def test_a_change_of_several_options_is_one_move_over_an_infeasible_one_between() -> None:
    model = build([0, 0], [FREE, FREE], [[0b00], [0b11]], [[0, 1]])
    assert to(model, 0, 0) == ["YY"]
    assert improvements(model, 1, 0).tolist() == []


def test_what_is_undone_and_what_is_spent() -> None:
    model = build([0, 0, 1], [TAKEN, DROPPED, FREE], [[p] for p in range(8)], [[0] * 8] * 2)
    assert undone(model, 0b001, np.array([0b000, 0b001, 0b011])).tolist() == [True, False, True]
    assert undone(model, 0b010, np.array([0b000, 0b011, 0b110])).tolist() == [False, False, False]
    assert spent_options(model, 0).tolist() == [0b10, 0b11, 0b00, 0b01] * 2
    assert spent_options(model, 1).tolist() == [0] * 8
    for one in range(8):
        for two in range(8):
            spent = spent_options(model, 0)
            allowed = int(spent[one]) & ~int(spent[two]) == 0
            assert allowed == (not undone(model, one, np.array([two]))[0])


def test_more_moves_than_can_be_listed_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    model = build([0, 1], [FREE, FREE], CORNERS, [[0, 1, 2, 3]] * 2)
    monkeypatch.setattr(MOVES, "MAX_MOVES", 8)
    assert len(list_moves(model)) == 2
    monkeypatch.setattr(MOVES, "MAX_MOVES", 7)
    with pytest.raises(
        SizeError, match="too-many-moves: the parties have 8 moves, more than the 7"
    ):
        list_moves(model)


def literal_depths(
    game: LiteralGame, movers: Sequence[str], start: str, improving: bool
) -> dict[str, int]:
    """Return how many steps each state is away, nobody moving twice running."""
    step = game.improvements if improving else game.moves
    depth: dict[Node, int] = {}
    level: list[tuple[str, str | None]] = [(start, None)]
    away = 0
    while level:
        away += 1
        reached = {
            (target, mover)
            for state, last in level
            for mover in movers
            if mover != last
            for target in step(mover, state)
        }
        level = [node for node in sorted(reached) if node not in depth]
        depth.update((node, away) for node in level)
    return {state: min(d for (s, _), d in depth.items() if s == state) for state, _ in depth}


def check_path(
    game: LiteralGame, names: list[str], start: str, path: Sequence[Step], improving: bool
) -> None:
    """Check that a path can be walked, nobody moving twice running."""
    step = game.improvements if improving else game.moves
    here, last = start, -1
    for made in path:
        assert made.party != last
        assert names[made.from_] == here
        assert names[made.to] in step(game.parties[made.party], here)
        here, last = names[made.to], made.party


@pytest.mark.parametrize("improving", [False, True])
@pytest.mark.parametrize("merged", [False, True])
def test_searches_reach_what_can_be_reached_by_shortest_ways(merged: bool, improving: bool) -> None:
    longest = 0
    for seed in range(70):
        rng = random.Random(seed)
        model = random_model(rng, merged)
        game, names = literal_from_model(model), model.labels()
        movers = sorted(rng.sample(range(len(model.parties)), rng.randint(1, len(model.parties))))
        start = rng.randrange(model.size)
        depths = literal_depths(
            game, [game.parties[party] for party in movers], names[start], improving
        )
        search = Search(model, start, movers, improvements=improving)
        assert set(model.labels(np.flatnonzero(search.to_end()))) == set(depths)
        for _ in range(6):
            targets = np.array([rng.random() < 0.15 for _ in range(model.size)])
            wanted = [depths[name] for s, name in enumerate(names) if targets[s] and name in depths]
            for asked in (search, Search(model, start, movers, improvements=improving)):
                path = asked.path_to(targets)
                if not wanted:
                    assert path is None
                    continue
                assert path is not None
                assert len(path) == min(wanted)
                assert targets[path[-1].to]
                check_path(game, names, names[start], path, improving)
                longest = max(longest, len(path))
    assert longest > (3 if improving else 2)


def test_the_start_is_reached_only_by_coming_back() -> None:
    model = build([0, 1], [FREE, FREE], CORNERS, [[0, 1, 2, 3]] * 2)
    here = np.array([True, False, False, False])
    path = Search(model, 0, [0, 1], improvements=False).path_to(here)
    assert path is not None
    assert [step.to for step in path] in ([1, 3, 2, 0], [2, 3, 1, 0])
    assert [step.party for step in path] in ([0, 1, 0, 1], [1, 0, 1, 0])
    assert Search(model, 0, [0], improvements=False).path_to(here) is None
    assert Search(model, 0, [0, 1], improvements=True).path_to(here) is None


@pytest.mark.parametrize(("rule", "reached"), [(DROPPED, [0, 1]), (FREE, [0, 1, 2])])
def test_nobody_moves_twice_running_even_where_that_is_the_only_way(
    rule: int, reached: list[int]
) -> None:
    # From NN the first party can get into the merged state, and from there to YY; but the second
    # has to move between, which it cannot where its option never comes back.
    model = build([0, 1], [FREE, rule], [[0b00], [0b01, 0b10], [0b11]], [[0, 1, 2]] * 2)
    assert moves(model, 0, 0).tolist() == [1]
    assert moves(model, 1, 0).tolist() == [0, 2]
    alone = Search(model, 0, [0], improvements=False)
    assert np.flatnonzero(alone.to_end()).tolist() == [1]
    both = Search(model, 0, [0, 1], improvements=False)
    assert np.flatnonzero(both.to_end()).tolist() == reached


def literally_reachable(game: LiteralGame, start: str, improving: bool) -> set[str]:
    return {start, *game.joint(game.parties, start, improving)}


@pytest.mark.parametrize("merged", [False, True])
def test_what_all_together_can_bring_about(merged: bool) -> None:
    sizes = set()
    for seed in range(100):
        model = random_model(random.Random(seed), merged)
        game, names = literal_from_model(model), model.labels()
        for start in range(0, model.size, 5):
            expected = literally_reachable(game, names[start], improving=False)
            assert set(model.labels(np.flatnonzero(reachable(model, start)))) == expected
            expected = literally_reachable(game, names[start], improving=True)
            found = reachable(model, start, by="improvements")
            assert set(model.labels(np.flatnonzero(found))) == expected
            sizes.add(len(expected))
    assert max(sizes) > 8


@given(models(), st.booleans(), st.data())
@settings(max_examples=50)
def test_reachable_agrees_with_the_search(
    model: ConflictModel, improving: bool, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, model.size - 1))
    everyone = range(len(model.parties))
    found = Search(model, start, everyone, improvements=improving).to_end().copy()
    found[start] = True
    by = "improvements" if improving else "moves"
    assert np.array_equal(reachable(model, start, by=by), found)


@pytest.mark.parametrize("seed", range(4))
def test_reachable_agrees_with_the_search_on_wide_conflicts(seed: int) -> None:
    model = wide_model(seed, options=10, parties=2 + seed)
    for by in ("moves", "improvements"):
        search = Search(model, 3, range(len(model.parties)), improvements=by == "improvements")
        found = search.to_end().copy()
        found[3] = True
        assert np.array_equal(reachable(model, 3, by=by), found)
