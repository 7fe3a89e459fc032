"""The bargaining range of war, offers without knowledge, and attacks on rising powers."""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import CallError
from detente.negotiation import (
    bargaining_range,
    best_offer,
    peaceful_divisions,
    preventive_war,
)

CHANCE = st.fractions(0, 1, max_denominator=20)
COST = st.fractions(0, 2, max_denominator=20)
GRID = [Fraction(n, 120) for n in range(121)]
"""Shares of A; every number that the tests draw and sum lies on it or between two of it."""


@given(p=CHANCE, cost_a=COST, cost_b=COST)
def test_range_is_never_empty_where_both_believe_the_same(
    p: Fraction, cost_a: Fraction, cost_b: Fraction
) -> None:
    found = bargaining_range(p, cost_a, cost_b)
    assert found.exists
    assert found.accepts(p)
    assert 0 <= found.least_for_a <= found.most_for_a <= 1


@given(p=CHANCE, cost_a=COST, cost_b=COST, belief_a=CHANCE, belief_b=CHANCE)
def test_range_is_what_both_prefer_to_war(
    p: Fraction, cost_a: Fraction, cost_b: Fraction, belief_a: Fraction, belief_b: Fraction
) -> None:
    found = bargaining_range(p, cost_a, cost_b, belief_a, belief_b)
    for share in GRID:
        a_prefers = share >= belief_a - cost_a
        b_prefers = 1 - share >= (1 - belief_b) - cost_b
        assert found.accepts(share) == (a_prefers and b_prefers)
    assert found.exists == (belief_a - cost_a <= belief_b + cost_b)
    assert found.exists == (found.width >= 0) == (found.interval is not None)


@given(p=CHANCE, cost_a=COST, cost_b=COST, risk=st.fractions(Fraction(1, 4), 1, max_denominator=4))
def test_aversion_to_risk_widens_the_range(
    p: Fraction, cost_a: Fraction, cost_b: Fraction, risk: Fraction
) -> None:
    neutral = bargaining_range(p, cost_a, cost_b)
    averse = bargaining_range(p, cost_a, cost_b, risk_a=risk, risk_b=risk)
    assert averse.least_for_a <= neutral.least_for_a
    assert averse.most_for_a >= neutral.most_for_a
    for share in GRID[::6]:
        gap_a = float(share) ** float(risk) - float(p - cost_a)
        gap_b = float(1 - share) ** float(risk) - float(1 - p - cost_b)
        if min(abs(gap_a), abs(gap_b)) > 1e-9:
            assert averse.accepts(share) == (gap_a > 0 and gap_b > 0)


def test_lovers_of_risk_may_have_nothing_to_agree_on() -> None:
    assert not bargaining_range(0.5, 0.05, 0.05, risk_a=2, risk_b=2).exists


def test_decimals_are_taken_as_written() -> None:
    found = bargaining_range(0.3, 0.1, 0.4)
    assert (found.least_for_a, found.most_for_a) == (Fraction(1, 5), Fraction(7, 10))
    assert found.accepts(0.2)
    assert found.accepts(Decimal("0.7"))
    # In floating-point numbers 0.7 - 0.2 is below 0.4 + 0.1.
    level = bargaining_range(0.5, 0.2, 0.1, belief_a=0.7, belief_b=0.4)
    assert level.interval == (0.5, 0.5)
    assert bargaining_range(np.float64(0.3), np.int64(0), 0).interval == (0.3, 0.3)


def test_each_sure_of_victory_leaves_nothing_to_agree_on() -> None:
    found = bargaining_range(0.5, 0.1, 0.1, belief_a=0.8, belief_b=0.3)
    assert found.interval is None
    assert float(found.width) == -0.3
    assert peaceful_divisions(found, GRID) == ()


def test_a_prize_that_cannot_be_cut_is_told() -> None:
    found = bargaining_range(0.5, 0.1, 0.2)
    assert peaceful_divisions(found, [0, 1]) == ()
    assert peaceful_divisions(found, [1, 0.7, 0.5, 0]) == (0.7, 0.5)


@given(p=CHANCE, cost_a=COST, bounds=st.tuples(COST, COST))
def test_best_offer_is_the_best_of_all(
    p: Fraction, cost_a: Fraction, bounds: tuple[Fraction, Fraction]
) -> None:
    low, high = sorted(bounds)
    found = best_offer(p, cost_a, low, high)
    own = expectation(found.share, p, cost_a, low, high)
    assert own == found.worth
    assert all(expectation(share, p, cost_a, low, high) <= own for share in GRID)
    assert found.risk_of_war == refusal(found.share - p, low, high)
    assert refusal(found.safest - p, low, high) == 0
    assert found.safest == 1 or refusal(found.safest + Fraction(1, 10**6) - p, low, high) > 0
    runs_risk = high - cost_a > 2 * low and p + low < 1 and high > low
    assert (found.risk_of_war > 0) == runs_risk


def refusal(beyond: Fraction, low: Fraction, high: Fraction) -> Fraction:
    """Return the chance that B's cost lies below `beyond`."""
    if beyond <= low:
        return Fraction(0)
    return Fraction(1) if beyond >= high else (beyond - low) / (high - low)


def expectation(
    share: Fraction, p: Fraction, cost_a: Fraction, low: Fraction, high: Fraction
) -> Fraction:
    war = refusal(share - p, low, high)
    return share * (1 - war) + (p - cost_a) * war


@given(
    p1=CHANCE,
    p2=CHANCE,
    delta=st.fractions(0, Fraction(9, 10), max_denominator=10),
    cost_b=st.fractions(0, 5, max_denominator=10),
)
def test_the_published_inequality_holds_where_war_is_worth_something_later(
    p1: Fraction, p2: Fraction, delta: Fraction, cost_b: Fraction
) -> None:
    attacks = preventive_war(p1, p2, delta, cost_b).attacks
    if cost_b * (1 - delta) <= 1 - p2:
        assert attacks == (delta * p2 - p1 > cost_b * (1 - delta) ** 2)
    else:
        assert attacks == (delta - p1 > cost_b * (1 - delta))


@given(
    p1=CHANCE,
    p2=CHANCE,
    delta=st.fractions(0, Fraction(9, 10), max_denominator=10),
    cost_b=st.fractions(0, 5, max_denominator=10),
)
def test_attack_is_what_playing_the_periods_backwards_gives(
    p1: Fraction, p2: Fraction, delta: Fraction, cost_b: Fraction
) -> None:
    """The model of the docstring with a last period far away, offer by offer."""
    left, attacked = 0.0, False
    for period in range(400, 0, -1):
        chance = float(p1 if period == 1 else p2)
        war = (1 - chance) / (1 - float(delta)) - float(cost_b)
        later = float(delta) * left
        attacked = war > 1 + later + 1e-9
        # A offers as little as B accepts, and has no more than the whole prize to offer.
        offer = min(1.0, max(0.0, war - later))
        left = max(war, offer + later)
    found = preventive_war(p1, p2, delta, cost_b)
    if abs(found.share_needed - 1) > Fraction(1, 10**6):
        assert found.attacks == attacked
    assert found.missing == max(0, found.share_needed - 1)


def test_the_published_inequality_sees_war_where_there_is_none() -> None:
    p1, p2, delta, cost = 0.05, 1, 0.5, 1
    assert delta * p2 - p1 > cost * (1 - delta) ** 2
    found = preventive_war(p1, p2, delta, cost)
    assert not found.attacks
    assert (found.war_now, found.peace_later) == (Fraction(9, 10), 0)


def test_cost_in_units_of_the_whole_prize() -> None:
    """The same war told in the unit of the bargaining range."""
    delta, share = Fraction(9, 10), Fraction(1, 20)
    cost = share / (1 - delta)
    for p1, p2 in ((0.3, 0.8), (0.3, 0.34), (0.3, 0.339)):
        expected = delta * Fraction(str(p2)) - Fraction(str(p1)) > share * (1 - delta)
        assert preventive_war(p1, p2, delta, cost).attacks == expected


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ({"p": 1.2}, "p is 1.2. Give a number from 0 to 1."),
        ({"p": math.nan}, "p is nan. Give a number that is finite."),
        ({"p": "half"}, "p is half. Give a number that can be counted with."),
        ({"p": True}, "p is True. Give a number that can be counted with."),
        ({"cost_a": -0.1}, "cost_a is -0.1. Give a number that is 0 or more."),
        ({"cost_b": math.inf}, "cost_b is inf. Give a number that is finite."),
        ({"belief_a": 2}, "belief_a is 2. Give a number from 0 to 1."),
        ({"belief_b": -1}, "belief_b is -1. Give a number from 0 to 1."),
        ({"risk_a": 0}, "risk_a is 0. Give a number that is above 0."),
    ],
)
def test_wrong_numbers_are_told(arguments: dict[str, float], told: str) -> None:
    with pytest.raises(CallError) as caught:
        bargaining_range(**({"p": 0.5, "cost_a": 0.1, "cost_b": 0.1} | arguments))
    assert str(caught.value) == f"bad-number: {told}"


def test_wrong_bounds_and_discounts_are_told() -> None:
    with pytest.raises(CallError, match="highest_b is 0"):
        best_offer(0.5, 0.1, 0.2, 0.1)
    with pytest.raises(CallError, match="delta is 1"):
        preventive_war(0.5, 0.6, 1, 0.1)
    with pytest.raises(CallError, match="share is 3"):
        bargaining_range(0.5, 0.1, 0.2).accepts(3)
