"""A cover stands for exactly the states it was asked for, and is honest where it is cut short."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.conflict.cover import cover
from detente.conflict.model import ConflictModel, Merged


def conflict(options: int, feasible: list[int], merged: Merged | None = None) -> ConflictModel:
    states = np.asarray(feasible, dtype=np.int64)
    return ConflictModel(
        parties=("a",),
        options=tuple(f"a.o{k}" for k in range(options)),
        option_texts=tuple(f"Do {k}" for k in range(options)),
        party_names=("A",),
        owner=np.zeros(options, dtype=np.int8),
        one_way=np.zeros(options, dtype=np.int8),
        states=states,
        ranks=np.zeros((1, states.size), dtype=np.int32),
        merged=merged,
    )


def fits(pattern: str, bits: int) -> bool:
    return all(
        letter == "-" or (letter == "Y") == bool(bits >> k & 1) for k, letter in enumerate(pattern)
    )


@st.composite
def problems(draw: st.DrawFn) -> tuple[int, list[int], list[int]]:
    options = draw(st.integers(1, 6))
    feasible = sorted(draw(st.sets(st.integers(0, 2**options - 1), min_size=1)))
    wanted = sorted(draw(st.sets(st.integers(0, len(feasible) - 1))))
    return options, feasible, wanted


@given(problems(), st.data())
@settings(max_examples=300, deadline=None)
def test_exactly_the_states_asked_for(
    problem: tuple[int, list[int], list[int]], data: st.DataObject
) -> None:
    options, feasible, wanted = problem
    first = data.draw(st.sets(st.sampled_from(wanted))) if wanted else set()
    found = cover(wanted, conflict(options, feasible), first=sorted(first))
    assert found.complete
    under = {
        s for s, bits in enumerate(feasible) if any(fits(g.pattern, bits) for g in found.groups)
    }
    assert under == set(wanted)
    for group in found.groups:
        assert group.states.tolist() == [
            s for s, bits in enumerate(feasible) if fits(group.pattern, bits)
        ]
        others = [g for g in found.groups if g is not group]
        assert set(group.states.tolist()) - {s for g in others for s in g.states.tolist()}
        for k, letter in enumerate(group.pattern):
            seen = {feasible[state] >> k & 1 for state in group.states.tolist()}
            assert (letter == "-") == (len(seen) == 2)
    urgent = [bool(set(g.states.tolist()) & first) for g in found.groups]
    assert urgent == sorted(urgent, reverse=True)


@given(problems(), st.integers(0, 3))
@settings(max_examples=100, deadline=None)
def test_a_limit_leaves_the_rest_named(
    problem: tuple[int, list[int], list[int]], limit: int
) -> None:
    options, feasible, wanted = problem
    found = cover(wanted, conflict(options, feasible), limit=limit)
    told = {s for g in found.groups for s in g.states.tolist()}
    assert len(found.groups) <= limit
    assert told <= set(wanted)
    assert set(found.left.tolist()) == set(wanted) - told


def test_infeasible_patterns_do_not_split_a_group() -> None:
    # NY and YY hold; YN is infeasible: one pattern says it
    found = cover([1, 2], conflict(2, [0b00, 0b10, 0b11]))
    assert [g.pattern for g in found.groups] == ["-Y"]


def test_every_state_is_one_empty_pattern_and_no_state_is_none() -> None:
    model = conflict(3, [0, 3, 5])
    assert [g.pattern for g in cover([0, 1, 2], model).groups] == ["---"]
    assert cover([], model).groups == ()
    assert cover([], model).complete


def test_a_mask_says_the_same_as_a_list() -> None:
    model = conflict(3, list(range(8)))
    mask = np.zeros(8, dtype=bool)
    mask[[1, 3, 6]] = True
    assert [g.pattern for g in cover(mask, model).groups] == [
        g.pattern for g in cover([1, 3, 6], model).groups
    ]


def test_a_merged_state_is_never_torn_apart() -> None:
    # patterns 1 and 3 are one state, written Y-; 0 and 2 stand alone
    merged = Merged(
        patterns=np.array([0, 1, 2, 3]),
        state_of=np.array([0, 1, 2, 1], dtype=np.int32),
        varying=np.array([0, 2, 0]),
    )
    model = conflict(2, [0, 1, 2], merged)
    assert [g.pattern for g in cover([1], model).groups] == ["Y-"]
    both = cover([1, 2], model)
    assert {s for g in both.groups for s in g.states.tolist()} == {1, 2}
    assert not any(fits(g.pattern, 0) for g in both.groups)


@pytest.mark.parametrize("options", [12, 16])
def test_a_rule_in_thousands_of_states_is_found_again(options: int) -> None:
    bits = np.arange(2**options)
    holds = ((bits & 0b11) == 0b01) | ((bits & 0b11100) == 0b10100)
    found = cover(holds, conflict(options, bits.tolist()))
    rest = "-" * (options - 5)
    assert [g.pattern for g in found.groups] == [f"YN---{rest}", f"--YNY{rest}"]
