"""Coalitions in the published cases: improvements, jumps and what holds, by method and judge."""

from __future__ import annotations

import pytest

from detente.conflict import CONCEPTS, coalitions
from detente.conflict.coalitions import COALITION_CONCEPTS, CoalitionsResult
from detente.conflict.coalitions.masks import coalition_key
from detente.conflict.verify import coalition_stable, coalitions_of
from tests.conflict.test_cases import NAMES, case, compiled, literal

HELD = [name for name in NAMES if "coalition_stable" in case(name)[1]]
JUMPS = [name for name in NAMES if "equilibrium_jump" in case(name)[1]]


def every(name: str) -> CoalitionsResult:
    model = compiled(name)[0]
    return coalitions(model, states=range(model.size))


def test_the_cases_say_what_they_say_of_coalitions() -> None:
    assert HELD == ["chicken", "elmira", "elmira_gmcrplus", "prisoners_dilemma"]
    assert JUMPS == ["elmira", "prisoners_dilemma"]


@pytest.mark.parametrize("name", HELD)
def test_states_that_hold_against_every_coalition(name: str) -> None:
    game, expected = literal(name)
    told = every(name).content()
    for concept in COALITION_CONCEPTS:
        wanted = expected["coalition_stable"][concept]
        assert told["stable"][concept] == wanted
        assert told["counts"][concept] == len(wanted)
        assert wanted == [
            state
            for state in expected["states"]
            if all(
                coalition_stable(game, coalition, state, concept)
                for coalition in coalitions_of(game.parties)
            )
        ]


@pytest.mark.parametrize("name", JUMPS)
def test_equilibrium_jumps(name: str) -> None:
    expected = case(name)[1]["equilibrium_jump"]
    both = [
        concept
        for concept in CONCEPTS
        if {expected["from"], expected["to"]} <= set(case(name)[1]["equilibria"][concept] or ())
    ]
    found = [
        jump
        for jump in every(name).content()["jumps"]
        if jump["from"] == expected["from"] and jump["to"] == expected["to"]
    ]
    assert [jump["coalition"] for jump in found if jump["minimal"]] == [expected["coalition"]]
    assert all(jump["concepts"] == both for jump in found)


def test_the_jump_of_elmira_is_the_only_one_between_nash_equilibria() -> None:
    jumps = every("elmira").content()["jumps"]
    (jump,) = (jump for jump in jumps if "nash" in jump["concepts"])
    assert jump["coalition"] == ["moe", "uniroyal"]
    # The ministry modifies first and must count on Uniroyal, which gains by going on.
    assert jump["way"]["compared"] == 2
    assert [step["by"] for step in jump["way"]["steps"]] == ["moe", "uniroyal"]
    assert jump["way"]["trust"] == [{"who": "moe", "whom": "uniroyal", "tempted": False}]


def test_the_improvements_of_elmira() -> None:
    expected = case("elmira_gmcrplus")[1]["coalition"]["improvements"]
    found = every("elmira_gmcrplus").content()["improvements"]
    larger = {key: table for key, table in found.items() if "+" in key}
    assert larger == expected


def test_a_coalition_by_itself() -> None:
    model, expected = compiled("elmira")
    jump = expected["equilibrium_jump"]
    pair = [model.parties.index(party) for party in jump["coalition"]]
    result = coalitions(model, [pair], [model.labels().index(jump["from"])])
    key = coalition_key(model, result.masks[0])
    assert result.content()["improvements"] == {key: {jump["from"]: [jump["to"]]}}
