"""Published cases: every kernel that applies must give the sets that the case expects."""

from __future__ import annotations

from functools import cache
from itertools import permutations
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from ruamel.yaml import YAML

from detente.conflict import compile_model
from detente.conflict.kernels.fast import solve_fast
from detente.conflict.kernels.general import solve_general
from detente.conflict.kernels.simultaneous import simultaneous_bits
from detente.conflict.model import ConflictModel
from detente.conflict.verify import CONCEPTS, LiteralGame, equilibrium, literal_game, stable
from detente.dossier import Dossier, load
from detente.dossier.standoff import ByStatements

CASES = Path(__file__).parents[2] / "cases"
NAMES = sorted(
    file.parent.name
    for file in CASES.glob("*/dossier.yaml")
    if "\nconflict:" in file.read_text("utf-8")
)
PUBLISHED = {
    "chicken", "cuban_missile_1962", "cuban_missile_1962_reversible", "elmira", "elmira_gmcrplus",
    "prisoners_dilemma", "synthetic_repeat_mover", "synthetic_simultaneous", "syria_iraq_1975",
}  # fmt: skip


@cache
def case(name: str) -> tuple[Dossier, dict[str, Any]]:
    """Return the dossier of a case and what it expects."""
    text = (CASES / name / "expected.yaml").read_text(encoding="utf-8")
    return load(CASES / name), YAML(typ="safe").load(text)


def compiled(name: str) -> tuple[ConflictModel, dict[str, Any]]:
    dossier, expected = case(name)
    return compile_model(dossier), expected


def literal(name: str) -> tuple[LiteralGame, dict[str, Any]]:
    dossier, expected = case(name)
    return literal_game(dossier), expected


def equilibria(model: ConflictModel, verdicts: NDArray[np.uint8], concept: str) -> list[str]:
    """Return the states that are stable for every party, in the order of states."""
    bits = np.bitwise_and.reduce(verdicts, axis=0)
    return model.labels(np.flatnonzero(bits >> CONCEPTS.index(concept) & 1))


def tiers(game: LiteralGame, party: str) -> list[Any]:
    """Return a party's ranking, best first, as `expected.yaml` writes it."""
    values = game.preference[party]
    found: list[Any] = []
    for value in sorted(set(values.values()), reverse=True):
        tier = [label for label in values if values[label] == value]
        found.append(tier[0] if len(tier) == 1 else sorted(tier))
    return found


def as_sets(ranking: list[Any]) -> list[Any]:
    return [sorted(tier) if isinstance(tier, list) else tier for tier in ranking]


def test_no_case_is_missing_and_each_says_where_it_comes_from() -> None:
    assert set(NAMES) >= PUBLISHED
    for name in NAMES:
        expected = case(name)[1]
        assert set(expected) >= {
            "citation", "trust", "origin", "status_quo", "states", "equilibria", "rankings",
        }  # fmt: skip
        assert set(expected["equilibria"]) == set(CONCEPTS)
        assert f"`{name}`" in (CASES / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_states_today_and_rankings_are_as_published(name: str) -> None:
    model, expected = compiled(name)
    game = literal_game(case(name)[0])
    assert model.labels() == expected["states"]
    assert list(game.preference[game.parties[0]]) == expected["states"]
    today = None if model.status_quo is None else model.label(model.status_quo)
    assert today == expected["status_quo"]
    for i, party in enumerate(game.parties):
        assert tiers(game, party) == as_sets(expected["rankings"][party])
        ranks = dict(zip(model.labels(), model.ranks[i].tolist(), strict=True))
        places = [[tier] if isinstance(tier, str) else tier for tier in expected["rankings"][party]]
        for place, tier in enumerate(reversed(places)):
            assert {ranks[label] for label in tier} == {place}


def test_statements_are_used_where_a_source_gives_them() -> None:
    for name in ("cuban_missile_1962", "prisoners_dilemma", "syria_iraq_1975"):
        standoff = case(name)[0].require_standoff()
        assert all(isinstance(p, ByStatements) for p in standoff.preferences.values())


@pytest.mark.parametrize("name", NAMES)
def test_literal_definitions(name: str) -> None:
    game, expected = literal(name)
    for concept, states in expected["equilibria"].items():
        if states is None:
            assert game.groups
            continue
        found = [state for state in expected["states"] if equilibrium(game, state, concept)]
        assert found == states, concept


@pytest.mark.parametrize("name", NAMES)
def test_fast_kernel(name: str) -> None:
    model, expected = compiled(name)
    if model.merged is not None:
        assert expected["equilibria"]["sim"] is None
        return
    verdicts = solve_fast(model)
    for concept in CONCEPTS[:5]:
        assert equilibria(model, verdicts, concept) == expected["equilibria"][concept], concept


@pytest.mark.parametrize("name", NAMES)
def test_general_kernel(name: str) -> None:
    model, expected = compiled(name)
    verdicts = solve_general(model)
    for concept in CONCEPTS[:5]:
        assert equilibria(model, verdicts, concept) == expected["equilibria"][concept], concept


@pytest.mark.parametrize("name", NAMES)
def test_simultaneous_stability(name: str) -> None:
    model, expected = compiled(name)
    bits = simultaneous_bits(model)
    if model.merged is not None:
        assert bits is None
    else:
        assert bits is not None
        assert equilibria(model, bits, "sim") == expected["equilibria"]["sim"]


def test_what_was_printed_is_what_is_expected() -> None:
    printed = {
        (name, concept)
        for name in NAMES
        for concept, states in case(name)[1].get("published", {}).items()
        if concept in CONCEPTS and states == case(name)[1]["equilibria"][concept]
    }
    assert printed == {
        ("cuban_missile_1962", "seq"),
        ("elmira", "nash"),
        *(("syria_iraq_1975", concept) for concept in ("nash", "gmr", "smr", "seq", "sim")),
    }


def test_elmira_has_exactly_the_published_moves() -> None:
    game, expected = literal("elmira")
    for party, arcs in expected["moves"].items():
        found = {f"{s} {q}" for s in expected["states"] for q in game.moves(party, s)}
        assert found == set(arcs)


def improvements_together(game: LiteralGame, members: tuple[str, ...], state: str) -> list[str]:
    return [
        q
        for q in game.preference[members[0]]
        if q in list(game.joint(members, state, improving=False))
        and all(game.better(party, q, state) for party in members)
    ]


def test_elmira_jumps_from_one_equilibrium_to_another() -> None:
    game, expected = literal("elmira")
    jump = expected["equilibrium_jump"]
    assert {jump["from"], jump["to"]} <= set(expected["equilibria"]["nash"])
    assert improvements_together(game, tuple(jump["coalition"]), jump["from"]) == [jump["to"]]


def test_elmira_coalitions_improve_where_the_guide_says() -> None:
    game, expected = literal("elmira_gmcrplus")
    for coalition, table in expected["coalition"]["improvements"].items():
        for state in expected["states"]:
            found = improvements_together(game, tuple(coalition.split("+")), state)
            assert found == table.get(state, []), (coalition, state)


class Both:
    """What two parties think of a state; better only where it is better for both."""

    def __init__(self, *values: int) -> None:
        self.values = values

    def __gt__(self, other: Both) -> bool:
        return all(mine > yours for mine, yours in zip(self.values, other.values, strict=True))


def test_elmira_with_a_coalition_as_one_decision_maker() -> None:
    game, expected = literal("elmira_gmcrplus")
    coalition = expected["coalition"]
    one, two = (game.preference[party] for party in coalition["members"])
    together = LiteralGame(
        ("coalition", "local_government"),
        tuple(
            (option, "coalition" if owner in coalition["members"] else owner)
            for option, owner in game.options
        ),
        game.feasible,
        {
            "coalition": {state: Both(one[state], two[state]) for state in one},
            "local_government": game.preference["local_government"],
        },
        game.one_way,
    )
    found = [state for state in expected["states"] if equilibrium(together, state, "nash")]
    assert found == coalition["nash"]
    assert not any(stable(together, "coalition", "NYNNY", concept) for concept in CONCEPTS[:5])


def test_the_guide_shows_the_last_six_states_of_elmira() -> None:
    expected = case("elmira_gmcrplus")[1]
    for concept, states in expected["published"]["last_six_states"].items():
        assert [s for s in expected["equilibria"][concept] if s[4] == "Y"] == states


def test_what_can_be_reached_from_the_syrian_status_quo() -> None:
    game, expected = literal("syria_iraq_1975")
    paths = expected["paths"]
    for state in paths["reachable_by_moves"]:
        assert state in list(game.joint(game.parties, paths["from"], improving=False))
        wanted = state in paths["reachable_by_improvements"]
        assert (state in list(game.joint(game.parties, paths["from"], improving=True))) == wanted


def test_how_many_syrian_rankings_make_the_wanted_state_stable() -> None:
    game, expected = literal("syria_iraq_1975")
    inverse = expected["inverse"]
    counts = dict.fromkeys(inverse["by_definition"], 0)
    iraq = game.preference["iraq"]
    for ranking in permutations(expected["states"]):
        syria = {label: -place for place, label in enumerate(ranking)}
        held = LiteralGame(
            game.parties, game.options, game.feasible, {"syria": syria, "iraq": iraq}, game.one_way
        )
        for concept in counts:
            counts[concept] += all(
                stable(held, party, inverse["state"], concept) for party in game.parties
            )
    assert counts == inverse["by_definition"]
    assert counts["seq"] != inverse["printed"]["seq"]


def test_the_synthetic_sanction_needs_one_opponent_twice() -> None:
    game, _ = literal("synthetic_repeat_mover")
    assert stable(game, "c", "YNY", "seq")
    others = list(game.joint(("a", "b"), "YNN", improving=True))
    assert [t for t in others if not game.better("c", t, "YNY")] == ["YYN"]
