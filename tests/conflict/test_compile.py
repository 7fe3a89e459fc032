"""Which states are feasible, and what else compiling makes of the section ``conflict``."""

from __future__ import annotations

from itertools import pairwise, product
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.conflict import compile_model, states
from detente.conflict.model import DROPPED, FREE, TAKEN
from detente.conflict.states import certainly, evaluate, feasible_patterns, options_in
from detente.dossier import loads
from detente.dossier.expressions import (
    And,
    Count,
    Expression,
    If,
    Iff,
    Not,
    Or,
    Pattern,
    Taken,
)
from detente.dossier.reasons import Place
from detente.dossier.standoff import Clause
from detente.errors import DossierError, SizeError
from tests.conflict.written import CARELESS, HEAD, TWO, codes, dossier, faults, model

OPTIONS = tuple(f"{party}.x{k}" for k, party in enumerate("aabbcc"))


def true(expression: Expression, taken: dict[str, bool]) -> bool:
    """Tell whether an expression is true where exactly these options are taken."""
    match expression:
        case Taken(option):
            return taken[option]
        case Pattern(letters):
            return all(
                letter == "-" or (letter == "Y") is here
                for letter, here in zip(letters, taken.values(), strict=True)
            )
        case Not(part):
            return not true(part, taken)
        case And(parts):
            return all(true(part, taken) for part in parts)
        case Or(parts):
            return any(true(part, taken) for part in parts)
        case If(then, condition):
            return true(then, taken) if true(condition, taken) else True
        case Iff(left, right):
            return true(left, taken) is true(right, taken)
        case Count(low, high, parts):
            number = len([part for part in parts if true(part, taken)])
            return low <= number and (high is None or number <= high)
    raise AssertionError(expression)


def expressions(options: tuple[str, ...]) -> st.SearchStrategy[Expression]:
    """Draw expressions of every kind over `options`."""
    letters = st.text("YN-", min_size=len(options), max_size=len(options))

    def grow(part: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
        several = st.lists(part, min_size=2, max_size=4).map(tuple)
        return st.one_of(
            st.builds(Not, part),
            st.builds(And, several),
            st.builds(Or, several),
            st.builds(If, part, part),
            st.builds(Iff, part, part),
            st.builds(Count, st.integers(0, 3), st.none() | st.integers(0, 4), several),
        )

    leaf: st.SearchStrategy[Expression] = st.sampled_from(options).map(Taken) | letters.map(Pattern)
    return st.recursive(leaf, grow, max_leaves=8)


def everything(options: tuple[str, ...]) -> list[dict[str, bool]]:
    """Return all choices over `options`, in the order of their numbers."""
    return [
        dict(zip(options, reversed(choice), strict=True))
        for choice in product([False, True], repeat=len(options))
    ]


def clause(expression: Expression) -> Clause:
    return Clause("", expression, Place(1, 1))


def place_of(options: tuple[str, ...]) -> dict[str, int]:
    return {option: k for k, option in enumerate(options)}


@given(expressions(OPTIONS))
@settings(max_examples=150)
def test_an_expression_is_true_where_its_parts_make_it_so(expression: Expression) -> None:
    patterns = np.arange(1 << len(OPTIONS))
    found = evaluate(expression, patterns, place_of(OPTIONS))
    assert found.dtype == np.bool_
    assert found.tolist() == [true(expression, taken) for taken in everything(OPTIONS)]


@given(st.lists(expressions(OPTIONS), max_size=4), st.integers(1, len(OPTIONS)))
@settings(max_examples=150)
def test_feasible_are_the_patterns_that_meet_nothing_ruled_out(
    ruled_out: list[Expression], number: int
) -> None:
    found = feasible_patterns(OPTIONS, [clause(expression) for expression in ruled_out])
    assert found.tolist() == [
        pattern
        for pattern, taken in enumerate(everything(OPTIONS))
        if not any(true(expression, taken) for expression in ruled_out)
    ]


@given(expressions(OPTIONS), st.integers(0, len(OPTIONS)))
@settings(max_examples=150)
def test_what_is_certain_early_stays_so_whatever_follows(
    expression: Expression, known: int
) -> None:
    begun = np.arange(1 << known)
    surely, never = certainly(expression, begun, place_of(OPTIONS), known)
    later = evaluate(expression, np.arange(1 << len(OPTIONS)), place_of(OPTIONS))
    for pattern in begun.tolist():
        follow = later[pattern :: 1 << known]
        assert follow.all() or not surely[pattern]
        assert not follow.any() or not never[pattern]
    if known == len(OPTIONS):
        assert np.array_equal(surely, later)
        assert np.array_equal(never, ~later)


@given(expressions(OPTIONS))
@settings(max_examples=60)
def test_options_that_an_expression_does_not_name_do_not_matter_to_it(
    expression: Expression,
) -> None:
    for option in set(OPTIONS) - options_in(expression, OPTIONS):
        for taken in everything(OPTIONS):
            other = {**taken, option: not taken[option]}
            assert true(expression, taken) is true(expression, other)


def test_too_many_states_are_refused_with_the_limit_and_the_reason(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert states.MAX_STATES == 16_777_216
    monkeypatch.setattr(states, "MAX_STATES", 1 << 10)
    options = ", ".join(f"x{k}: Do {k}" for k in range(11))
    (fault,) = faults(f"options: {{a: {{{options}}}}}\npreferences: {{a: {{indifferent: true}}}}\n")
    assert fault.code == "too-many-states"
    assert "11 options" in fault.message
    assert "more than 1,024 feasible states" in fault.message
    assert "memory" in fault.message
    assert "infeasible" in fault.remedy


def test_the_limit_counts_states_and_not_options(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(states, "MAX_STATES", 16)
    five = tuple(f"a.x{k}" for k in range(5))
    assert len(feasible_patterns(five[:4], [])) == 16
    with pytest.raises(SizeError):
        feasible_patterns(five, [])
    assert len(feasible_patterns(five, [clause(Taken("a.x4"))])) == 16
    six = (*five, "a.x5")
    with pytest.raises(SizeError):
        feasible_patterns(six, [clause(Taken("a.x5"))])


def number_of(parts: tuple[str, ...], low: int, high: int | None) -> Clause:
    return clause(Not(Count(low, high, tuple(map(Taken, parts)))))


MANY = tuple(f"a.x{k}" for k in range(62))


@pytest.mark.parametrize(
    ("ruled_out", "left"),
    [
        ([number_of(MANY, 1, 1)], 62),
        ([number_of(MANY[:31], 0, 1), number_of(MANY[31:], 0, 1)], 32 * 32),
        ([number_of(MANY, 61, None)], 63),
        ([clause(If(Taken(a), Not(Taken(b)))) for a, b in pairwise(MANY)], 1),
        (
            [
                clause(Iff(Taken(MANY[k]), Not(Pattern("-" * (k - 1) + "Y" + "-" * (62 - k)))))
                for k in range(1, 62)
            ],
            2,
        ),
    ],
    ids=["one of all", "two camps", "all but one", "rising", "alike"],
)
def test_many_options_with_strong_constraints_stay_small(
    monkeypatch: pytest.MonkeyPatch, ruled_out: list[Clause], left: int
) -> None:
    monkeypatch.setattr(states, "MAX_STATES", 1 << 12)
    found = feasible_patterns(MANY, ruled_out)
    assert len(found) == left
    assert (np.diff(found) > 0).all()


RICH = """\
options: {b: {z: Bark, w: Wait}, a: {x: Do x, y: Do y}}
status_quo: [w, a.y]
one_way: {x: taken, b.w: dropped}
infeasible: [z and x, "YY--"]
names: {x: Alpha acts, "-Y-Y": Both linger, "YYYY": Never}
preferences:
  a: {statements: [x]}
  b: {weights: {z: 1}}
"""


def test_a_compiled_conflict_says_what_was_written() -> None:
    found = model(RICH)
    assert found.parties == ("b", "a")
    assert found.party_names == ("Beta", "Alpha")
    assert found.options == ("b.z", "b.w", "a.x", "a.y")
    assert found.option_texts == ("Bark", "Wait", "Do x", "Do y")
    assert found.owner.tolist() == [0, 0, 1, 1]
    assert found.one_way.tolist() == [FREE, DROPPED, TAKEN, FREE]
    assert found.states.tolist() == [0, 1, 2, 4, 6, 8, 9, 10, 12, 14]
    assert found.labels()[:4] == ["NNNN", "YNNN", "NYNN", "NNYN"]
    assert found.labels([9]) == ["NYYY"]
    assert (found.size, found.merged) == (10, None)
    assert found.status_quo is not None
    assert found.label(found.status_quo) == "NYNY"
    assert [(found.labels(covered), name) for covered, name in found.names] == [
        (["NNYN", "NYYN", "NNYY", "NYYY"], "Alpha acts"),
        (["NYNY", "NYYY"], "Both linger"),
        ([], "Never"),
    ]
    assert found.ranks.tolist() == [[0, 1, 0, 0, 0, 0, 1, 0, 0, 0], [0, 0, 0, 1, 1, 0, 0, 0, 1, 1]]
    assert (found.own_bits(0), found.own_bits(1)) == (0b0011, 0b1100)


def test_ranks_are_dense_and_of_one_kind() -> None:
    found = model(RICH)
    assert found.ranks.dtype == np.int32
    assert found.states.dtype == np.int64
    for row in found.ranks:
        assert sorted(set(row.tolist())) == list(range(row.max() + 1))


def test_parties_without_options_are_no_players() -> None:
    found = model("options: {b: {y: Do y}}\npreferences: {b: {statements: [y]}}")
    assert found.parties == ("b",)
    assert found.ranks.shape == (1, 2)


@pytest.mark.parametrize(
    ("line", "label"),
    [("", None), ("status_quo: []\n", "NN"), ("status_quo: [y, a.x]\n", "YY")],
)
def test_today_is_unknown_or_what_is_taken(line: str, label: str | None) -> None:
    found = model(TWO + line + CARELESS)
    assert (None if found.status_quo is None else found.label(found.status_quo)) == label


def test_an_infeasible_today_names_the_entry_that_rules_it_out() -> None:
    text = TWO + "infeasible:\n  - x and not y\n  - YY\nstatus_quo: [x, y]\n" + CARELESS
    (fault,) = faults(text)
    assert fault.code == "infeasible-status-quo"
    assert "`YY` under `infeasible`" in fault.message
    assert fault.line == HEAD.count("\n") + 5


def test_where_nothing_can_happen_that_is_said() -> None:
    assert codes(TWO + "infeasible:\n  - x\n  - not x\n" + CARELESS) == [("no-feasible-state", 3)]


def test_a_dossier_without_a_conflict_is_told_so() -> None:
    without = loads("detente: 1\ntitle: T\nparties: {a: {name: A}}\n")
    with pytest.raises(DossierError) as error:
        compile_model(without)
    (fault,) = error.value.faults
    assert fault.code == "missing-section"
    assert "conflict" in fault.message
    assert fault.file == "dossier.yaml"


def test_all_faults_of_a_conflict_come_at_once_in_the_order_of_the_file() -> None:
    text = """\
options: {a: {x: Do x, w: Do w}, b: {y: Do y}}
status_quo: [x, w]
infeasible: [x and w]
same:
  - x and w and y
  - "--Y"
preferences:
  a: {ranking: [NNN, YNN, YYN]}
  b: {ranking: [NNN, YNN, NYN, "--Y", NNY]}
"""
    assert codes(text) == [
        ("infeasible-status-quo", 2),
        ("empty-merge", 5),
        ("ranking-misses-states", 8),
        ("ranking-unknown-state", 8),
        ("ranking-unknown-state", 9),
    ]


def test_what_compiles_once_compiles_again_to_the_same() -> None:
    read = dossier(RICH)
    one, two = compile_model(read), compile_model(read)
    for name in ("states", "ranks", "owner", "one_way"):
        assert np.array_equal(getattr(one, name), getattr(two, name))


def test_a_model_cannot_be_changed_by_name() -> None:
    found: Any = model(RICH)
    with pytest.raises(AttributeError):
        found.status_quo = 3
