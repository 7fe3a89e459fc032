"""Intervals, draws and guesses, each by itself."""

from __future__ import annotations

from itertools import permutations
from math import sqrt

import numpy as np
import pytest

from detente.conflict import compile_model
from detente.dossier import loads
from detente.ensemble.drawing import draw, levels, orders
from detente.ensemble.engine import Engine
from detente.ensemble.guesses import GRID
from detente.ensemble.intervals import difference, exact, most_by_chance, wilson
from detente.ensemble.plan import Plan
from detente.ensemble.planner import make_plan
from detente.errors import DossierError, SizeError
from tests.ensemble.small import SURE, VALLEY, valley


def test_wilson_s_interval_is_the_published_one() -> None:
    # Newcombe (1998), table I, method 3: 81 of 263, 15 of 148, 0 of 20, 1 of 29
    for count, draws, low, high in (
        (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ):  # fmt: skip
        share = wilson(count, draws)
        assert (round(share.low, 4), round(share.high, 4)) == (low, high)
    assert wilson(20, 20).high == 1.0
    assert (wilson(0, 0).low, wilson(0, 0).high, wilson(0, 0).share) == (0.0, 1.0, 0.0)
    assert exact(1, 1).width == 0


def test_newcombe_s_difference_is_the_published_one() -> None:
    # Newcombe (1998, difference), table II, method 10: 56/70 - 48/80 and 9/10 - 3/10
    apart, low, high = difference(wilson(56, 70), wilson(48, 80))
    assert (round(apart, 4), round(low, 4), round(high, 4)) == (0.2, 0.0524, 0.3339)
    apart, low, high = difference(wilson(9, 10), wilson(3, 10))
    assert (round(apart, 4), round(low, 4), round(high, 4)) == (0.6, 0.1705, 0.8090)


@pytest.mark.parametrize(("freedom", "value"), [(1, 3.841), (2, 5.991), (10, 18.307)])
def test_chi_square_is_close_to_its_table(freedom: int, value: float) -> None:
    assert abs(most_by_chance(freedom, 0.05) - value) < 0.12


def test_the_numbers_of_orders_are_those_of_a_dictionary() -> None:
    for size in (1, 2, 3, 4, 5):
        every = list(permutations(range(size)))
        found = orders(np.arange(len(every)), size)
        assert [tuple(row) for row in found.tolist()] == every


def plan(text: str) -> Plan:
    dossier = loads(text)
    return make_plan(dossier, compile_model(dossier))


RANGED = VALLEY.replace(
    """      statements:
        - one_of: [south.road if north.dam, not south.road]
        - any_order: [not north.dam, south.road]
""",
    "      weights: {south.road: [0.1, 0.3], not north.dam: 1}\n",
)


def test_draws_are_as_likely_as_written() -> None:
    number = 40_000
    for text in (VALLEY, RANGED):
        guesses = plan(text).guesses
        values = draw(guesses, 5, 0, number)
        for k, guess in enumerate(guesses):
            column = values[:, k]
            if guess.kind == "presence":
                chances = {1: guess.sure or 0.0, 0: 1 - (guess.sure or 0.0)}
            elif guess.kind == "range":
                assert 0 <= column.min() < 20
                assert GRID - 20 < column.max() <= GRID
                column, chances = levels(guess, column), {0: 0.5, 1: 0.5}
            else:
                chances = dict.fromkeys(range(guess.values), 1 / guess.values)
            for value, chance in chances.items():
                share = (column == value).mean()
                assert abs(share - chance) < 5 * sqrt(chance * (1 - chance) / number)
        together = np.corrcoef(values.T)
        assert np.abs(together[np.triu_indices(len(guesses), 1)]).max() < 5 / sqrt(number)


def test_each_chunk_and_seed_has_draws_of_its_own() -> None:
    guesses = plan(VALLEY).guesses
    first = draw(guesses, 0, 0, 200)
    assert np.array_equal(first, draw(guesses, 0, 0, 200))
    assert np.array_equal(first[:50], draw(guesses, 0, 0, 50))
    assert not np.array_equal(first, draw(guesses, 0, 1, 200))
    assert not np.array_equal(first, draw(guesses, 1, 0, 200))
    # a stream that must never change, whatever version of numpy is installed
    assert first[:6].tolist() == FIRST


FIRST = [[0, 0, 1], [1, 1, 1], [1, 1, 0], [1, 0, 0], [0, 1, 1], [1, 1, 0]]


def test_guesses_say_where_they_stand_and_how_they_are_drawn() -> None:
    found = plan(VALLEY).guesses
    assert [(g.id, g.kind, g.about, g.line, g.party) for g in found] == [
        ("north.statements.1", "presence", "statement", 15, "north"),
        ("south.statements.1.reading", "reading", "group", 19, "south"),
        ("south.statements.2.order", "order", "group", 20, "south"),
    ]
    assert found[0].words == "North would like to build the dam"
    assert found[0].sure == 0.7
    assert found[0].judgement
    assert found[1].parts == ("south.road if north.dam", "not south.road")
    ranged = plan(RANGED).guesses[-1]
    assert (ranged.id, ranged.kind) == ("south.weights.south.road.range", "range")
    assert ranged.amount(0) == ranged.low
    assert ranged.amount(GRID) == ranged.high
    assert plan("".join(_sure())).guesses == ()


def _sure() -> str:
    text = VALLEY
    for old, new in SURE:
        text = text.replace(old, new)
    return text


def test_a_list_that_is_less_than_sure_is_one_guess() -> None:
    text = VALLEY.replace(
        "  names:", '  infeasible: {is: ["YY", "NN"], sure: 0.5}\n  names:'
    ).replace("status_quo: []", "status_quo: [north.dam]")
    found = plan(text)
    assert found.guesses[0].about == "list"
    assert found.infeasible == ((0,), (0,))
    assert found.structural == (0,)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (("conflict:\n", "conflict:\n  sure: 0.5\n  is:\n"), "sure-misplaced"),
        (("any_order: [not north.dam, south.road]",
          f"any_order: [{', '.join(['south.road'] * 21)}]"), "any-order-too-long"),
        (("      statements:\n        - one_of",
          "      ranking: [NN, {is: NY, sure: 0.5}, YN, YY]\n      #\n        - one_of"),
         "sure-misplaced"),
    ],
)  # fmt: skip
def test_what_cannot_be_drawn_is_refused(change: tuple[str, str], code: str) -> None:
    text = VALLEY.replace(*change)
    if change[0].startswith("conflict"):
        head, body = text.split("  is:\n")
        text = head + "  is:\n" + "".join(f"  {line}\n" for line in body.splitlines())
    if "ranking" in change[1]:
        text = text.split("      #")[0]
    with pytest.raises(DossierError) as caught:
        plan(text)
    assert [fault.code for fault in caught.value.faults] == [code]
    assert caught.value.faults[0].line


def test_a_ranking_that_misses_a_state_of_some_draw_is_named() -> None:
    text = VALLEY.replace('  names: {"YY": The quarrel}', '  infeasible: [{is: "YY", sure: 0.9}]')
    text = text.split("    south:\n      statements")[0] + "    south: {ranking: [NY, NN, YN]}\n"
    with pytest.raises(DossierError) as caught:
        Engine(loads(text))
    (fault,) = caught.value.faults
    assert fault.code == "ranking-misses-states"
    assert "infeasible.1" in fault.message
    assert "YY" in fault.message


def test_weights_that_cannot_be_added_exactly_are_refused() -> None:
    text = RANGED.replace("not north.dam: 1", "not north.dam: 100000000000000000")
    with pytest.raises(SizeError) as caught:
        Engine(loads(text))
    assert caught.value.faults[0].code == "weights-too-fine"


def test_pairs_are_refused() -> None:
    statements = VALLEY[VALLEY.index("        - one_of") :]
    dossier = valley((f"      statements:\n{statements}", "      pairs: [[NN, NY]]\n"))
    with pytest.raises(DossierError):
        Engine(dossier)
