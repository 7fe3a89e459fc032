"""From statements, weights and rankings to ranks: exact, of any length, in the central reading."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.conflict.preferences import (
    central_statements,
    dense,
    rank_by_statements,
    rank_by_weights,
)
from detente.conflict.ranking import rank_by_ranking
from detente.dossier.expressions import And, Expression, Iff, Not, Or, Pattern, Taken
from detente.dossier.reasons import Place
from detente.dossier.standoff import AnyOrder, ByRanking, ByStatements, ByWeights, OneOf, Weight
from tests.conflict.test_compile import clause, everything, place_of, true
from tests.conflict.written import HEAD, codes, dossier, faults, order, party_ranks

OPTIONS = tuple(f"a.x{k}" for k in range(6))
PLACE = Place(1, 1)
ALL = np.arange(1 << len(OPTIONS))


def simple() -> st.SearchStrategy[Expression]:
    options = st.sampled_from(OPTIONS).map(Taken)
    pair = st.tuples(options, options)
    return st.one_of(
        options, options.map(Not), pair.map(And), pair.map(Or), pair.map(lambda p: Iff(*p))
    )


def dense_of(values: list[Any]) -> list[int]:
    """Return for each value how many different ones are lower."""
    places = sorted(set(values))
    return [places.index(value) for value in values]


@given(st.data(), st.sampled_from([1, 2, 19, 20, 21, 41, 64, 65, 130, 260]))
@settings(max_examples=60)
def test_statements_are_compared_one_after_the_other_however_many(data: Any, number: int) -> None:
    pool = data.draw(st.lists(simple(), min_size=1, max_size=8))
    seed = data.draw(st.randoms(use_true_random=False))
    wanted = [seed.choice(pool) for _ in range(number)]
    ranks = rank_by_statements([clause(e) for e in wanted], ALL, place_of(OPTIONS))
    told = [tuple(true(e, taken) for e in wanted) for taken in everything(OPTIONS)]
    assert ranks.dtype == np.int32
    assert ranks.tolist() == dense_of(told)


@pytest.mark.parametrize("filler", [0, 19, 62, 63, 64, 230])
def test_a_statement_far_down_still_decides_and_never_outweighs_one_above(filler: int) -> None:
    always = Or((Taken("a.x0"), Not(Taken("a.x0"))))
    wanted = [Taken("a.x0"), *[always] * filler, *map(Taken, OPTIONS[1:])]
    ranks = rank_by_statements([clause(e) for e in wanted], ALL, place_of(OPTIONS))
    assert len(set(ranks.tolist())) == len(ALL)
    assert ranks[0b000001] > ranks[0b111110]
    assert ranks[0b010000] > ranks[0b100000] > ranks[0]


NUMBERS = st.floats(-1e6, 1e6, allow_nan=False) | st.sampled_from(
    [0.1, 0.2, 0.3, -0.3, 1e300, -1e300, 5e-324, 1e-300, 1.7976931348623157e308, 1e16, 1.0]
)


@given(st.lists(st.tuples(simple(), NUMBERS, NUMBERS), min_size=1, max_size=8))
@settings(max_examples=150)
def test_weights_are_summed_exactly_with_ranges_at_their_middle(
    terms: list[tuple[Expression, float, float]],
) -> None:
    written = ByWeights(tuple(Weight(clause(e), *sorted(ends)) for e, *ends in terms), PLACE)
    sums = [
        sum(
            (Fraction(repr(one)) + Fraction(repr(two))) / 2
            for expression, one, two in terms
            if true(expression, taken)
        )
        for taken in everything(OPTIONS)
    ]
    assert rank_by_weights(written, ALL, place_of(OPTIONS)).tolist() == dense_of(sums)


def weighed(*weights: str) -> list[set[str]]:
    """Return the tiers of a party that weighs its options x, y, z ... like this."""
    names = "xyz"[: len(weights)]
    options = ", ".join(f"{name}: Do {name}" for name in names)
    terms = ", ".join(f"{name}: {weight}" for name, weight in zip(names, weights, strict=True))
    return order(f"options: {{a: {{{options}}}}}\npreferences: {{a: {{weights: {{{terms}}}}}}}\n")


def test_a_tenth_and_two_tenths_are_three_tenths() -> None:
    assert weighed("0.1", "0.2", "0.3") == [
        {"YYY"}, {"NYY"}, {"YNY"}, {"YYN", "NNY"}, {"NYN"}, {"YNN"}, {"NNN"},
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("weights", "tiers"),
    [
        (("1e300", "1e-300"), [{"YY"}, {"YN"}, {"NY"}, {"NN"}]),
        (
            ("1e308", "1e308", "-1e308"),
            [{"YYN"}, {"YNN", "NYN", "YYY"}, {"NNN", "NYY", "YNY"}, {"NNY"}],
        ),
        (("1e16", "1"), [{"YY"}, {"YN"}, {"NY"}, {"NN"}]),
        (("-1", "-2"), [{"NN"}, {"YN"}, {"NY"}, {"YY"}]),
        (("0", "0.0"), [{"NN", "YN", "NY", "YY"}]),
        (("[0, 1]", "0.5"), [{"YY"}, {"YN", "NY"}, {"NN"}]),
        (("[-1, 1]", "1e-9"), [{"YY", "NY"}, {"YN", "NN"}]),
        (("[0.1, 0.2]", "0.15"), [{"YY"}, {"YN", "NY"}, {"NN"}]),
        (("[-3, -1]", "1"), [{"NY"}, {"NN"}, {"YY"}, {"YN"}]),
    ],
)  # fmt: skip
def test_weights_of_all_sizes(weights: tuple[str, ...], tiers: list[set[str]]) -> None:
    assert weighed(*weights) == tiers


def stated(entries: str) -> list[set[str]]:
    return order(
        "options: {a: {x: Do x, y: Do y}}\npreferences:\n  a:\n    statements:\n" + entries
    )


SOME = ["x if y", "y", "not x"]


@pytest.mark.parametrize(
    ("entries", "same_as"),
    [
        ("      - any_order: [y, x]\n", ["y", "x"]),
        ("      - one_of: [not x, x]\n      - y\n", ["not x", "y"]),
        ("      - {want: x, because: Heard, sure: 0.01, judgement: true}\n      - y\n", ["x", "y"]),
        ("      - x if y\n      - {any_order: [y, not y]}\n      - not x\n", SOME),
        ("      - {want: {any_order: [y, x]}, because: Heard, sure: 0.5}\n", ["y", "x"]),
    ],
)  # fmt: skip
def test_the_central_reading_takes_what_is_written(entries: str, same_as: list[str]) -> None:
    plain = stated("".join(f"      - {text}\n" for text in same_as))
    assert len(plain) > 1
    assert stated(entries) == plain


def test_central_statements_keep_their_order() -> None:
    one, two, three, four = (clause(Taken(f"a.x{k}")) for k in range(4))
    entries = (one, AnyOrder((two, three), PLACE), OneOf((four, one), PLACE))
    assert central_statements(ByStatements(entries, PLACE)) == [one, two, three, four]


RANKED = """\
options: {{a: {{x: Do x}}, b: {{y: Do y}}}}
infeasible: ["YY"]
preferences:
  a:
    ranking: {}
  b: {{indifferent: true}}
"""


def test_a_ranking_is_best_first_and_a_list_is_a_tie() -> None:
    assert order(RANKED.format("[NY, NN, YN]")) == [{"NY"}, {"NN"}, {"YN"}]
    assert order(RANKED.format("[[NY, YN], NN]")) == [{"NY", "YN"}, {"NN"}]
    assert order(RANKED.format("[[NY, YN, NN]]")) == [{"NY", "YN", "NN"}]


def test_indifference_is_one_tier() -> None:
    assert set(party_ranks(RANKED.format("[NY, NN, YN]"), "b").values()) == {0}


@pytest.mark.parametrize(
    ("ranking", "expected"),
    [
        ("[NY, YN]", [("ranking-misses-states", "NN")]),
        ("[YY, NY, NN, YN]", [("ranking-unknown-state", "YY is not a feasible state")]),
        ("[[NY, NN], YN, NY]", [("repeated-state", "NY stands in the ranking twice")]),
        (
            "[NY, [YY], '--']",
            [
                ("ranking-misses-states", "misses NN, YN"),
                ("ranking-unknown-state", "YY is not"),
                ("ranking-unknown-state", "-- is not"),
            ],
        ),
    ],
)
def test_what_is_wrong_with_a_ranking(ranking: str, expected: list[tuple[str, str]]) -> None:
    found = faults(RANKED.format(ranking))
    assert [fault.code for fault in found] == [code for code, _ in expected]
    for fault, (_, said) in zip(found, expected, strict=True):
        assert said in fault.message
        assert fault.line == HEAD.count("\n") + 5
        assert fault.remedy


def test_each_wrong_state_of_a_ranking_has_its_own_place() -> None:
    text = RANKED.format("\n      - NN\n      - [YY, NY]\n      - YN\n      - '-Y'")
    assert codes(text) == [("ranking-unknown-state", 7), ("ranking-unknown-state", 9)]
    assert [fault.column for fault in faults(text)] == [12, 11]


def test_many_missing_states_are_named_in_part_and_counted() -> None:
    names = ", ".join(f"x{k}: Do {k}" for k in range(4))
    (fault,) = faults(f"options: {{a: {{{names}}}}}\npreferences: {{a: {{ranking: [YYYY]}}}}")
    assert "misses NNNN, YNNN, NYNN, YYNN, NNYN and 10 more" in fault.message


def test_a_state_that_stands_twice_is_found_where_the_loader_did_not_look() -> None:
    read = dossier(RANKED.format("[NY, NN, YN]"))
    twice = ByRanking((("NY",), ("NN", "NY")), ((PLACE,), (PLACE, Place(7, 3))), PLACE)
    ranks, found = rank_by_ranking(read, twice, np.array([0, 1, 2]), None, 2)
    assert [(fault.code, fault.line) for fault in found] == [
        ("ranking-repeats-state", 1),
        ("ranking-misses-states", 1),
    ]
    assert ranks.tolist() == [0, -1, 0]


@given(
    st.lists(st.integers(-5, 5), min_size=1, max_size=40)
    | st.lists(st.integers(-(2**61), 2**61), min_size=1, max_size=40)
)
def test_dense_ranks_count_the_different_lower_values(values: list[int]) -> None:
    for kind in (np.int64, np.object_):
        assert dense(np.array(values, dtype=kind)).tolist() == dense_of(values)


@pytest.mark.parametrize("filler", [0, 40, 250])
def test_hundreds_of_statements_can_be_written(filler: int) -> None:
    entries = "".join("      - x or not x\n" for _ in range(filler))
    assert stated(f"      - y\n{entries}      - x\n") == [{"YY"}, {"NY"}, {"YN"}, {"NN"}]


def test_patterns_are_statements_too() -> None:
    assert stated('      - "YN"\n      - "-Y"\n') == [{"YN"}, {"YY", "NY"}, {"NN"}]
    assert rank_by_statements([clause(Pattern("Y-----"))], ALL, {}).tolist() == [0, 1] * 32
