"""Every path search against the literal one, on thousands of random conflicts."""

from __future__ import annotations

import random
from importlib import import_module

import numpy as np
import pytest

from detente.conflict.concepts import CONCEPTS
from detente.conflict.kernels.general import solve_general
from detente.conflict.kernels.grid import make_grid
from detente.conflict.model import DROPPED, FREE, TAKEN, ConflictModel
from detente.conflict.paths.on_grid import GridPaths
from detente.conflict.paths.on_nodes import NodePaths
from detente.conflict.paths.routes import RELATIONS, Path, Routes
from detente.conflict.verify import LiteralGame, literal_from_model
from detente.conflict.verify.paths import LiteralPath, LiteralPaths
from tests.conflict.games import build, random_model, wide_model

ROUTES = import_module("detente.conflict.paths.routes")
CHUNKS, CHUNK = 6, 170
INTERPRETED = pytest.mark.interpreted

Paths = GridPaths | NodePaths


@pytest.fixture
def every_path(monkeypatch: pytest.MonkeyPatch) -> None:
    """List all shortest paths, however many."""
    monkeypatch.setattr(ROUTES, "LISTED_PATHS", 1 << 40)


def told(model: ConflictModel, names: list[str], path: Path) -> LiteralPath:
    """Return a path as the literal definitions tell it."""
    return tuple((model.parties[step.party], names[step.to]) for step in path)


def compare(
    searches: list[Paths], model: ConflictModel, game: LiteralGame, start: int, bit: int
) -> list[int]:
    """Compare all distances, and the sets of all shortest paths to some states.

    Returns how many steps the farthest state is away by each relation.
    """
    names, farthest = model.labels(), []
    targets = np.arange(start % 4, model.size, max(1, model.size // 8), dtype=np.int32)
    for relation in RELATIONS:
        literal = LiteralPaths(game, names[start], relation, CONCEPTS[bit])
        lengths = [literal.length(name) for name in names]
        sets = [literal.paths(names[state]) for state in targets.tolist()]
        for search in searches:
            distance = search.distances(relation)
            assert [None if away < 0 else away for away in distance.tolist()] == lengths
            routes = search.routes(relation, targets)
            assert routes.length.tolist() == distance[targets].tolist()
            assert routes.count.tolist() == [len(paths) for paths in sets]
            for k, expected in enumerate(sets):
                found = routes.paths(k)
                assert len(found) == len(expected)
                assert {told(model, names, path) for path in found} == expected
                for path in found:
                    assert [s.from_ for s in path] == [start, *(s.to for s in path)][: len(path)]
        farthest.append(int(distance.max()))
    stuck = [
        s for s, name in enumerate(names) if not any(game.moves(p, name) for p in game.parties)
    ]
    for search in searches:
        assert search.without_moves().tolist() == stuck
    return farthest


def drawn(seed: int, merged: bool = False) -> tuple[ConflictModel, LiteralGame, int, int]:
    """Return a conflict, written out too, a state of it and the number of a concept."""
    rng = random.Random(seed)
    model = random_model(rng, merged)
    return model, literal_from_model(model), rng.randrange(model.size), rng.randrange(5)


def on_grid(model: ConflictModel, start: int, bit: int) -> GridPaths:
    grid = make_grid(model)
    assert grid is not None
    return GridPaths(model, grid, start, solve_general(model), 1 << bit)


def on_nodes(model: ConflictModel, start: int, bit: int) -> NodePaths:
    return NodePaths(model, start, solve_general(model), 1 << bit)


def both(model: ConflictModel, start: int, bit: int) -> list[Paths]:
    grid, verdicts = make_grid(model), solve_general(model)
    assert grid is not None
    return [
        GridPaths(model, grid, start, verdicts, 1 << bit),
        NodePaths(model, start, verdicts, 1 << bit),
    ]


@pytest.mark.usefixtures("every_path")
@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_paths_are_those_of_a_search_by_last_movers(chunk: int) -> None:
    found = []
    for seed in range(chunk * CHUNK, (chunk + 1) * CHUNK):
        model, game, start, bit = drawn(seed)
        searches = both(model, start, bit)
        found.append(compare(searches, model, game, start, bit))
    moves, improvements, unstable = zip(*found, strict=True)
    assert max(moves) > 3
    assert max(improvements) > 4
    assert max(unstable) > 4
    assert sum(map(int.__ne__, improvements, unstable)) > 20


@pytest.mark.usefixtures("every_path")
@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_paths_of_merged_states_are_those_of_a_search_by_last_movers(chunk: int) -> None:
    found = []
    for seed in range(chunk * CHUNK, (chunk + 1) * CHUNK):
        model, game, start, bit = drawn(seed, merged=True)
        found.append(compare([on_nodes(model, start, bit)], model, game, start, bit))
    assert max(max(row) for row in found) > 4


@INTERPRETED
@pytest.mark.usefixtures("every_path")
def test_a_few_paths_on_a_grid_with_the_kernels_switched_off() -> None:
    for seed in range(12):
        model, game, start, bit = drawn(seed)
        compare([on_grid(model, start, bit)], model, game, start, bit)


def alike(model: ConflictModel, start: int, bit: int = 3) -> list[Routes]:
    """Check that both searches find the same distances and counts; return the paths of one."""
    targets = np.arange(model.size, dtype=np.int32)
    grid, nodes = both(model, start, bit)
    assert grid.without_moves().tolist() == nodes.without_moves().tolist()
    found = []
    for relation in RELATIONS:
        assert np.array_equal(grid.distances(relation), nodes.distances(relation))
        one, two = grid.routes(relation, targets), nodes.routes(relation, targets)
        assert np.array_equal(one.length, two.length)
        assert np.array_equal(one.count, two.count)
        assert np.array_equal(one.listed, two.listed)
        found.append(one)
    return found


@pytest.mark.parametrize("seed", range(6))
def test_both_searches_agree_on_wide_conflicts(seed: int) -> None:
    model = wide_model(seed, options=10, parties=2 + seed % 4)
    for start in (0, model.size // 2):
        alike(model, start, seed % 5)


def stair(steps: int, both_ways: int = FREE) -> ConflictModel:
    """Return a conflict in which two parties in turn climb a stair, each liking every step up.

    A third party has an option of its own that changes nothing for the others.
    """
    bits = (steps - 1).bit_length()
    climb = [(row, column) for row in range(steps) for column in (row, row + 1) if column < steps]
    patterns = [
        row | column << bits | side << 2 * bits for side in range(2) for row, column in climb
    ]
    height = {pattern: k % len(climb) for k, pattern in enumerate(patterns)}
    up = [height[pattern] for pattern in patterns]
    owner = [0] * bits + [1] * bits + [2]
    rules = [FREE] * (2 * bits) + [both_ways]
    return build(owner, rules, [[p] for p in patterns], [up, up, [0] * len(patterns)])


@INTERPRETED
@pytest.mark.parametrize("rule", [FREE, TAKEN, DROPPED])
def test_a_long_stair_is_climbed_step_by_step(rule: int) -> None:
    model = stair(16, rule)
    moves, improvements, _ = alike(model, 0)
    assert moves.length.max() == 30 + (rule != DROPPED)
    assert improvements.length.max() == 30
    top = int(np.flatnonzero(model.ranks[0] == 30)[0])
    (path,) = improvements.paths(top)
    assert [step.party for step in path] == [1, 0] * 15
    assert moves.count[-1] == (0 if rule == DROPPED else 31)


@INTERPRETED
def test_a_party_with_many_one_way_options() -> None:
    rng = np.random.default_rng(5)
    owner, rules = [0] * 3 + [1] * 2, [TAKEN, DROPPED, TAKEN, FREE, TAKEN]
    values = rng.integers(0, 9, (2, 32)).tolist()
    model = build(owner, rules, [[p] for p in range(32)], values)
    found = alike(model, 2)
    assert len(found[0].paths(5 | 16)) == found[0].count[5 | 16] == 2


@INTERPRETED
def test_paths_are_counted_up_to_many_and_the_first_listed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    model = build([0, 1, 2, 3], [FREE] * 4, [[p] for p in range(16)], [[0] * 16] * 4)
    for name in ("on_grid", "on_nodes"):
        monkeypatch.setattr(import_module(f"detente.conflict.paths.{name}"), "MANY", 20)
    all_, *_ = alike(model, 0)
    assert all_.count[15] == 20
    assert len(set(all_.paths(15))) == 10
    assert all_.count[[0, 1, 3, 7]].tolist() == [1, 1, 2, 6]
    assert all_.paths(0) == ((),)
    monkeypatch.setattr(ROUTES, "LISTED_PATHS", 3)
    assert [len(alike(model, 0)[0].paths(s)) for s in (0, 3, 7, 15)] == [1, 2, 3, 3]
    monkeypatch.setattr(ROUTES, "LISTED_STEPS", 8)
    assert alike(model, 0)[0].listed.tolist() == [1, 1, 1, 2, 1, 0, 0, 0, 1] + [0] * 7
