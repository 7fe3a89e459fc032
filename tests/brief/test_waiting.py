"""Who waits for whom: found as the definition says, on random conflicts and on plain ones."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.brief.waiting import Choice, Deadlock, find_deadlock
from detente.conflict import compile_model
from detente.conflict.model import DROPPED, FREE, TAKEN, ConflictModel
from detente.dossier import loads

CIRCLE = """
detente: 1
title: Circle
parties: {a: {name: Alpha}, b: {name: Beta}, c: {name: Gamma}}
conflict:
  options: {a: {x: Do x}, b: {y: Do y}, c: {z: Do z, w: Do w}}
  status_quo: []
  preferences:
    a: {statements: [a.x iff b.y, c.z]}
    b: {statements: [b.y iff c.z, a.x]}
    c: {statements: [not c.w, c.z iff (a.x and b.y)]}
"""


def test_a_circle_is_told_whole_with_where_it_leads() -> None:
    model = compile_model(loads(CIRCLE))
    found = find_deadlock(model)
    assert [(one.step, one.needs) for one in found.circle] == [
        ((0, True), ((1, True),)),
        ((1, True), ((2, True),)),
        ((2, True), ((0, True), (1, True))),
    ]
    assert all(one.only for one in found.circle)
    assert [one.step for one in found.refusals] == [(3, True)]
    assert found.together is not None
    assert model.label(found.together) == "YYYN"


def test_what_waits_for_a_refusal_is_blocked() -> None:
    text = CIRCLE.replace("c.z iff (a.x and b.y)", "not c.z")
    found = find_deadlock(compile_model(loads(text)))
    assert found.circle == ()
    assert [one.step for one in found.blocked] == [(1, True)]
    assert [one.step for one in found.single] == [(0, True)]
    assert {one.step for one in found.refusals} == {(2, True), (3, True)}


def test_the_form_of_preferences_makes_no_difference() -> None:
    by_statements = find_deadlock(compile_model(loads(CIRCLE)))
    weights = CIRCLE.replace(
        "{statements: [a.x iff b.y, c.z]}", '{weights: {"a.x iff b.y": 2, c.z: 1}}'
    )
    assert find_deadlock(compile_model(loads(weights))) == by_statements


@pytest.mark.parametrize("change", ["  status_quo: []\n", "  same: [a.x]\n"])
def test_nothing_is_found_where_today_is_unknown_or_states_are_merged(change: str) -> None:
    text = CIRCLE.replace("  status_quo: []\n", "")
    if "same" in change:
        text = CIRCLE.replace("  status_quo: []\n", "  status_quo: []\n" + change)
    assert find_deadlock(compile_model(loads(text))) == Deadlock()


@st.composite
def models(draw: st.DrawFn) -> ConflictModel:
    parties = draw(st.integers(2, 3))
    owner = sorted([*range(parties), *draw(st.lists(st.integers(0, parties - 1), max_size=2))])
    count = len(owner)
    states = draw(
        st.lists(st.integers(0, 2**count - 1), min_size=2, max_size=2**count, unique=True)
    )
    ranks = [
        draw(st.lists(st.integers(0, 5), min_size=len(states), max_size=len(states)))
        for _ in range(parties)
    ]
    return ConflictModel(
        tuple(f"p{k}" for k in range(parties)),
        tuple(f"p{owner[k]}.o{k}" for k in range(count)),
        ("Do it",) * count,
        tuple(f"Party {k}" for k in range(parties)),
        np.array(owner, np.int8),
        np.array(
            draw(
                st.lists(
                    st.sampled_from([FREE, FREE, TAKEN, DROPPED]), min_size=count, max_size=count
                )
            ),
            np.int8,
        ),
        np.array(sorted(states), np.int64),
        np.array(ranks, np.int32),
        status_quo=draw(st.integers(0, len(states) - 1)),
    )


def best(model: ConflictModel, party: int, option: int) -> dict[frozenset[Choice], tuple[int, int]]:
    """Return, for each set of changes by others, the best ranks without and with `option`."""
    today = int(model.states[model.status_quo or 0])
    found: dict[frozenset[Choice], list[int]] = {}
    for state, bits in enumerate(model.states.tolist()):
        changed = [k for k in range(len(model.options)) if (bits ^ today) >> k & 1]
        locked = {True: TAKEN, False: DROPPED}
        if any(model.one_way[k] == locked[bool(today >> k & 1)] for k in changed):
            continue
        others = frozenset(
            (k, bool(bits >> k & 1)) for k in changed if int(model.owner[k]) != party
        )
        pair = found.setdefault(others, [-1, -1])
        pair[option in changed] = max(pair[option in changed], int(model.ranks[party, state]))
    return {others: (pair[0], pair[1]) for others, pair in found.items()}


@given(models())
def test_what_is_told_is_what_the_definition_says(model: ConflictModel) -> None:
    found = find_deadlock(model)
    refused = {one.step for one in found.refusals}
    for refusal in found.refusals:
        replies = best(model, refusal.party, refusal.step[0])
        offered = [pair for pair in replies.values() if pair[1] >= 0]
        assert offered
        assert all(taking < without for without, taking in offered)
    for one in (*found.circle, *found.blocked, *found.single):
        replies = best(model, one.party, one.step[0])
        open_ = {o: p for o, p in replies.items() if not o & refused}
        looked_at = replies if refused & set(one.needs) else open_
        assert replies[frozenset()][1] <= replies[frozenset()][0]
        assert serves(looked_at, one.needs)
        choices = {choice for others in looked_at for choice in others}
        for fewer in range(len(one.needs)):
            for needs in combinations(sorted(choices), fewer):
                assert not serves(looked_at, needs)
        paying = [o for o, (without, taking) in looked_at.items() if taking > without]
        assert one.only == all(set(one.needs) <= o for o in paying)
    steps = {one.step for one in found.circle}
    needs = {need for one in found.circle for need in one.needs}
    assert needs == steps


def serves(replies: dict[frozenset[Choice], tuple[int, int]], needs: tuple[Choice, ...]) -> bool:
    meeting = [pair for others, pair in replies.items() if set(needs) <= others]
    return bool(meeting) and all(taking > without for without, taking in meeting)
