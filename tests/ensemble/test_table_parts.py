"""The guesses of a table, how they are drawn, and what cannot be."""

from __future__ import annotations

from fractions import Fraction
from math import sqrt

import numpy as np
import pytest

from detente.dossier import loads
from detente.ensemble.drawing import central_values, draw, levels, packed, tier_steps
from detente.ensemble.guesses import GRID, MOST_TIERS, Guess
from detente.ensemble.phrases import become, drawn, level
from detente.ensemble.readings import Readings
from detente.ensemble.table.amounts import amounts, contributions, rounded
from detente.ensemble.table.engine import TableEngine
from detente.ensemble.turning import alternatives
from detente.errors import DossierError
from detente.negotiation.model import UNIT
from tests.ensemble.small import TABLE, TALKS


def engine(*changes: tuple[str, str]) -> TableEngine:
    """Return the table of the valley, each first text of `changes` replaced by its second."""
    text = TABLE
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return TableEngine(loads(text), None)


def test_guesses_say_where_they_stand_and_how_they_are_drawn() -> None:
    found = [guess for guess in Readings(loads(TALKS)).guesses if guess.path[0] == "negotiation"]
    assert [(g.id.removeprefix("negotiation."), g.kind, g.about) for g in found] == [
        ("issues.road.outcomes.open", "presence", "outcome"),
        ("infeasible.1", "presence", "infeasible"),
        ("north.weights.dam.range", "range", "weight"),
        ("north.values.dam.order", "tiers", "value"),
        ("north.no_deal", "presence", "no_deal"),
        ("north.linked.dam.low and road.open", "presence", "linked"),
        ("north.linked.dam.low and road.open.range", "range", "linked"),
        ("south.weights.dam", "presence", "weight"),
        ("south.values.dam.low.range", "range", "value"),
        ("south.no_deal.range", "range", "no_deal"),
        ("south.red_lines.1", "presence", "red_line"),
        ("south.groups.farmers.no_deal.range", "range", "no_deal"),
        ("must_sign.2", "presence", "must_sign"),
        ("must_comply.1", "presence", "must_comply"),
        ("needs.road.open", "presence", "needs"),
        ("needs.road.open.1", "presence", "needs"),
    ]
    told = {guess.id: guess for guess in found}
    assert told["negotiation.north.no_deal"].sure == 0.8
    assert told["negotiation.south.red_lines.1"].party == "south"
    assert "South would never accept this: which dam: A high dam" in [g.words for g in found]
    order = told["negotiation.north.values.dam.order"]
    assert order.parts == ("dam.high", "dam.low", "dam.none")
    assert order.line == TALKS[: TALKS.index("order: [high")].count("\n") + 1
    assert "keeps the order" in drawn(order)
    assert [level(order, k) for k in (0, 1)] == [
        "Those between nearer the worst", "Those between nearer the best",
    ]  # fmt: skip
    assert become(order, 0) == "those between are nearly as bad as the worst"
    assert become(order, order.values - 1) == "those between are nearly as good as the best"
    assert become(order, order.central) == "they stand at equal steps"
    assert become(told["negotiation.south.no_deal.range"], GRID) == "it is 0.3"
    assert become(told["negotiation.north.weights.dam.range"], 0) == "it counts 1"


def test_draws_are_as_likely_as_written_and_independent() -> None:
    guesses, number = engine().plan.guesses, 40_000
    values = draw(guesses, 3, 0, number)
    columns = []
    for k, guess in enumerate(guesses):
        column = values[:, k]
        chance = 0.5
        if guess.kind == "presence":
            chance = guess.sure or 0.0
        elif guess.kind == "range":
            assert 0 <= column.min() < 20
            assert GRID - 20 < column.max() <= GRID
        columns.append(levels(guess, column))
        assert abs(columns[-1].mean() - chance) < 5 * sqrt(chance * (1 - chance) / number)
    together = np.corrcoef(np.array(columns))
    assert np.abs(together[np.triu_indices(len(guesses), 1)]).max() < 5 / sqrt(number)


def tiers(number: int) -> Guess:
    """Return the guess about an order with so many tiers."""
    names = tuple(f"i.a{k}" for k in range(number))
    return Guess("i", "tiers", "value", ("negotiation",), 1, "p", "", "", parts=names, told=names)


@pytest.mark.parametrize("number", [3, 4, 5, 7, MOST_TIERS])
def test_inner_tiers_are_uniform_and_sorted(number: int) -> None:
    guess, draws = tiers(number), 20_000
    values = draw((guess,), 1, 0, draws)[:, 0]
    assert values.min() >= 0
    assert values.max() < guess.values
    steps = tier_steps(guess, values)
    assert np.array_equal(packed(steps, guess.bits), values)
    assert (np.diff(steps, axis=1) <= 0).all()
    worth = (2 * steps + 1) / 2 ** (guess.bits + 1)
    assert worth.min() > 0
    assert worth.max() < 1
    inner = number - 2
    for k in range(inner):
        # the k-th largest of several uniform numbers: a beta distribution
        mean = (inner - k) / (inner + 1)
        spread = sqrt(mean * (1 - mean) / (inner + 2) / draws)
        assert abs(worth[:, k].mean() - mean) < 6 * spread + 0.6 / (1 << guess.bits)
    assert abs(levels(guess, values).mean() - 0.5) < 0.05
    assert alternatives(guess) == [0, guess.values - 1]
    assert (tier_steps(guess, np.array(alternatives(guess))) % ((1 << guess.bits) - 1) == 0).all()


def test_an_order_of_two_tiers_leaves_nothing_to_draw() -> None:
    found = engine(("order: [high, low, none]", "order: [high, [low, none]]"))
    assert not [guess for guess in found.plan.guesses if guess.kind == "tiers"]


def test_worths_are_exact_fractions_rounded_once() -> None:
    table = engine()
    guesses = table.plan.guesses
    values = draw(guesses, 9, 0, 40)
    values = np.concatenate([central_values(guesses)[None], values])
    place = {guess.id.removeprefix("negotiation."): k for k, guess in enumerate(guesses)}
    north = table.plan.parties[0]
    found = contributions(north, guesses, values)
    for d, row in enumerate(values.tolist()):
        ranged = guesses[place["north.weights.dam.range"]]
        weight = ranged.amount(row[place["north.weights.dam.range"]])
        order = place["north.values.dam.order"]
        step = tier_steps(guesses[order], values[d : d + 1, order])[0, 0]
        low = Fraction(1, 2) if row[order] < 0 else Fraction(2 * int(step) + 1, 1 << 17)
        expected = [Fraction(0), low, Fraction(1)]
        assert found[0][d].tolist() == [round(weight * v / (weight + 2) * UNIT) for v in expected]
        assert found[1][d].tolist() == [0, round(2 / (weight + 2) * UNIT)]
        there = row[place["north.no_deal"]]
        assert amounts(north.no_deal, values)[d] == there * UNIT // 2
    assert rounded(np.array([-3, -1, 1, 3], object), 2).tolist() == [-2, 0, 0, 2]


def test_a_party_to_which_nothing_counts_values_every_package_0() -> None:
    table = engine(("road: 1}", "road: {is: 1, sure: 0.5}}"))
    guesses = table.plan.guesses
    values = central_values(guesses)[None].copy()
    for k, guess in enumerate(guesses):
        if guess.id.startswith("negotiation.south.weights"):
            values[0, k] = 0
    assert not table.worths(values).worth[0, 1].any()
    assert not table.solve(values).zone.any()


def test_all_sign_where_no_signer_is_left() -> None:
    table = engine(("[north, {is: south, sure: 0.9}]", "[{is: south, sure: 0.9}]"))
    values = np.tile(central_values(table.plan.guesses), (2, 1))
    place = [guess.about for guess in table.plan.guesses].index("must_sign")
    values[1, place] = 0
    assert table.worths(values).signs.tolist() == [[False, True], [True, True]]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("order: [high, low, none]}", "is: {order: [high, low, none]}, sure: 0.5}"),
        ("none: 1, low", "none: {is: 1, sure: 0.5}, low"),
        ("shut: 1, open: 0}}", "is: {shut: 1, open: 0}, sure: 0.5}}"),
        ("weights: {dam: [1, 3], road: 2}", "weights: {is: {dam: [1, 3], road: 2}, sure: 0.5}"),
        ("{share: 0.5}", "{is: {share: 0.5}, sure: 0.5}"),
        ("no_deal: [0, 0.6]", "no_deal: {is: [0, 0.6], sure: 0.5}"),
        ("outcomes: {none: No dam, low: A low dam, high: A high dam}",
         "outcomes: {is: {none: No dam, low: A low dam, high: A high dam}, sure: 0.5}"),
    ],
)  # fmt: skip
def test_what_cannot_be_left_out_is_refused(old: str, new: str) -> None:
    with pytest.raises(DossierError) as caught:
        engine((old, new))
    assert [fault.code for fault in caught.value.faults] == ["sure-misplaced"]
    assert caught.value.faults[0].line
    assert "range" in caught.value.faults[0].remedy


def test_a_whole_side_or_table_cannot_be_left_out() -> None:
    head, body = TABLE.split("negotiation:\n")
    lines = "".join(f"  {line}\n" for line in body.splitlines())
    for text in (
        f"{head}negotiation:\n  sure: 0.5\n  is:\n{lines}",
        TABLE.replace("    north:\n      weights", "    north:\n      sure: 0.5\n      is:\n"
                      "       weights").replace("\n      values: {dam: {order",
                      "\n       values: {dam: {order").replace("\n      no_deal: {is",
                      "\n       no_deal: {is").replace("\n      linked", "\n       linked"),
    ):  # fmt: skip
        with pytest.raises(DossierError) as caught:
            TableEngine(loads(text), None)
        assert [fault.code for fault in caught.value.faults] == ["sure-misplaced"]


def test_an_order_of_too_many_tiers_is_refused() -> None:
    names = [f"o{k}" for k in range(MOST_TIERS + 1)]
    text = f"""\
detente: 1
title: Long
parties: {{a: {{name: A}}}}
negotiation:
  issues: {{i: {{outcomes: {{{", ".join(f"{name}: Do it" for name in names)}}}}}}}
  parties: {{a: {{weights: {{i: 1}}, values: {{i: {{order: [{", ".join(names)}]}}}}}}}}
"""
    with pytest.raises(DossierError) as caught:
        TableEngine(loads(text), None)
    assert caught.value.faults[0].code == "order-too-long"
    shorter = text.replace("[o0, o1,", "[[o0, o1],")
    assert TableEngine(loads(shorter), None).plan.guesses[0].inner == MOST_TIERS - 2
