"""The literal definitions: against tables that can be checked by hand, and against themselves."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.conflict.model import ConflictModel
from detente.conflict.verify import (
    CONCEPTS,
    LiteralGame,
    Meter,
    OutOfSteps,
    equilibrium,
    literal_from_model,
    stable,
)
from tests.conflict.games import models, random_model

AB = (("a", "A"), ("b", "B"))
ABC = (("a", "A"), ("b", "B"), ("c", "C"))
SQUARE = ("NN", "YN", "NY", "YY")
CUBE = ("NNN", "YNN", "NYN", "YYN", "NNY", "YNY", "NYY", "YYY")


def orders(**best_first: str) -> dict[str, dict[str, int]]:
    """Return preferences from rankings written as ``NY YY NN=YN``, best first."""
    return {
        party: {
            label: -place for place, tier in enumerate(text.split()) for label in tier.split("=")
        }
        for party, text in best_first.items()
    }


def numbered(**best_first: str) -> dict[str, dict[str, int]]:
    """Return preferences over `CUBE` from rankings written with the numbers 1 to 8."""
    return orders(**{p: " ".join(CUBE[int(c) - 1] for c in text) for p, text in best_first.items()})


PRISONERS = LiteralGame(("A", "B"), AB, SQUARE, orders(A="NY YY NN YN", B="YN YY NN NY"))
CHICKEN = LiteralGame(("A", "B"), AB, SQUARE, orders(A="NY YY YN NN", B="YN YY NY NN"))
REPEAT_MOVER = LiteralGame(
    ("A", "B", "C"), ABC, CUBE, numbered(A="51472638", B="63851274", C="37128564")
)
SIMULTANEOUS = LiteralGame(
    ("A", "B"),
    (("a1", "A"), ("a2", "A"), ("b", "B")),
    CUBE,
    numbered(A="58326174", B="47286153"),
)
# A would rather have its option back, but cannot: YN is as good as it gets for A alone.
ONE_WAY = LiteralGame(
    ("A", "B"), AB, SQUARE, orders(A="NN YY YN NY", B="YY=YN NN NY"), one_way={"a": "taken"}
)
# A's exit makes B's option meaningless; from there B cannot move and A cannot come back.
MERGED = LiteralGame(
    ("A", "B"),
    AB,
    SQUARE,
    orders(A="NN Y- NY", B="NY NN Y-"),
    one_way={"a": "taken"},
    groups=(("YN", "YY"),),
)


@pytest.mark.parametrize(
    ("game", "expected"),
    [
        (
            PRISONERS,
            {"nash": "NN", "gmr": "NN YY", "smr": "NN YY", "seq": "NN YY", "sseq": "NN YY",
             "sim": "NN YY"},
        ),
        (
            CHICKEN,
            {"nash": "YN NY", "gmr": "YN NY YY", "smr": "YN NY YY", "seq": "YN NY",
             "sseq": "YN NY", "sim": "YN NY YY"},
        ),
        (
            REPEAT_MOVER,
            {"nash": "", "gmr": "NNN YNN NYN NNY YNY", "smr": "NNN",
             "seq": "NNN YNN NYN NNY YNY", "sseq": "NNN", "sim": ""},
        ),
        (
            SIMULTANEOUS,
            {"nash": "", "gmr": "YNN NNY YNY YYY", "smr": "YYY", "seq": "YNN NNY YNY YYY",
             "sseq": "YYY", "sim": "YNY YYY"},
        ),
        (
            ONE_WAY,
            {"nash": "NN YN YY", "gmr": "NN YN YY", "smr": "NN YN YY", "seq": "NN YN YY",
             "sseq": "NN YN YY", "sim": "NN YN YY"},
        ),
        (
            MERGED,
            {"nash": "Y-", "gmr": "NN Y-", "smr": "NN Y-", "seq": "NN Y-", "sseq": "NN Y-"},
        ),
    ],
    ids=["prisoners", "chicken", "repeat mover", "simultaneous", "one way", "merged"],
)  # fmt: skip
def test_tables_that_can_be_checked_by_hand(game: LiteralGame, expected: dict[str, str]) -> None:
    states = dict.fromkeys(game.state_of(pattern) for pattern in game.feasible)
    for concept, equilibria in expected.items():
        found = [state for state in states if equilibrium(game, state, concept)]
        assert found == equilibria.split(), concept


def test_moves_and_improvements_of_one_way_and_merged_options() -> None:
    assert ONE_WAY.moves("A", "NN") == ("YN",)
    assert ONE_WAY.moves("A", "YN") == ()
    assert ONE_WAY.improvements("A", "YN") == ()
    assert set(MERGED.moves("A", "NN")) == {"Y-"}
    assert MERGED.moves("B", "Y-") == ()
    assert MERGED.improvements("A", "NY") == ("Y-",)


def test_a_dropped_option_never_comes_back_and_a_change_of_two_is_one_move() -> None:
    options = (("a", "A"), ("b", "A"), ("c", "B"))
    game = LiteralGame(
        ("A", "B"), options, ("YYN", "NNN", "NNY"), orders(A="NNN YYN NNY"), {"a": "dropped"}
    )
    assert game.moves("A", "YYN") == ("NNN",)
    assert game.moves("A", "NNN") == ()
    assert game.moves("B", "NNN") == ("NNY",)


def test_a_sanction_may_need_one_opponent_twice() -> None:
    reached = list(REPEAT_MOVER.joint(("A", "B"), "YNN", improving=True))
    assert "YYN" in reached
    assert stable(REPEAT_MOVER, "C", "YNY", "seq")


def test_simultaneous_stability_is_not_defined_for_merged_states() -> None:
    with pytest.raises(ValueError, match="merged"):
        stable(MERGED, "A", "NN", "sim")


def joint_by_fixed_point(
    game: LiteralGame, movers: tuple[str, ...], start: str, improving: bool
) -> set[str]:
    """Return the joint list as the least sets R and last movers that meet the two rules."""
    step = game.improvements if improving else game.moves
    last: dict[str, set[str]] = {}
    for j in movers:
        for q in step(j, start):
            last.setdefault(q, set()).add(j)
    while True:
        new = [
            (t, j)
            for q, ended in last.items()
            for j in movers
            if ended != {j}
            for t in step(j, q)
            if j not in last.get(t, ())
        ]
        if not new:
            return set(last)
        for t, j in new:
            last.setdefault(t, set()).add(j)


@pytest.mark.parametrize("merged", [False, True])
def test_joint_lists_are_the_least_that_meet_their_rules(merged: bool) -> None:
    rng = random.Random(7)
    sizes = set()
    for _ in range(60):
        game = literal_from_model(random_model(rng, merged))
        states = list(game.preference[game.parties[0]])
        for start in rng.sample(states, min(4, len(states))):
            movers = tuple(rng.sample(game.parties, rng.randint(1, len(game.parties))))
            for improving in (False, True):
                found = list(game.joint(movers, start, improving))
                assert set(found) == joint_by_fixed_point(game, movers, start, improving)
                assert len(found) == len(set(found))
                sizes.add(len(found))
    assert max(sizes) > 10


@given(st.booleans().flatmap(models))
@settings(max_examples=60)
def test_each_concept_lies_within_those_that_it_implies(model: ConflictModel) -> None:
    game = literal_from_model(model)
    for party in game.parties:
        for state in game.preference[party]:
            holds = {c: stable(game, party, state, c) for c in CONCEPTS[:5]}
            assert holds["sseq"] or not holds["nash"]
            assert (holds["smr"] and holds["seq"]) or not holds["sseq"]
            assert holds["gmr"] or not (holds["smr"] or holds["seq"])


@given(models())
@settings(max_examples=60)
def test_nash_lies_within_simultaneous_stability(model: ConflictModel) -> None:
    game = literal_from_model(model)
    for party in game.parties:
        for state in game.preference[party]:
            assert stable(game, party, state, "sim") or not stable(game, party, state, "nash")


def test_a_search_that_ran_out_of_steps_can_be_taken_up_again() -> None:
    game = literal_from_model(random_model(random.Random(3)))
    expected = {
        (party, state, concept): stable(game, party, state, concept)
        for party in game.parties
        for state in game.preference[party]
        for concept in CONCEPTS
    }
    again = LiteralGame(
        game.parties, game.options, game.feasible, game.preference, game.one_way, meter=Meter(0)
    )
    given_up = 0
    for (party, state, concept), verdict in expected.items():
        allowed = 1
        while True:
            again.meter.limit = again.meter.spent + allowed
            try:
                assert stable(again, party, state, concept) == verdict
                break
            except OutOfSteps:
                given_up += 1
                allowed *= 2
    assert given_up > len(expected)


def test_remembered_lists_may_be_forgotten_at_any_time(monkeypatch: pytest.MonkeyPatch) -> None:
    model = random_model(random.Random(11))
    game, forgetful = literal_from_model(model), literal_from_model(model)
    for party in game.parties:
        for state in game.preference[party]:
            for concept in CONCEPTS:
                expected = stable(game, party, state, concept)
                with monkeypatch.context() as patch:
                    patch.setattr("detente.conflict.verify.game.KEPT", 5)
                    assert stable(forgetful, party, state, concept) == expected
