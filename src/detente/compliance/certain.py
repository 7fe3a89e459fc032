"""Whether a package is worth more, or less, than no deal whatever is read into ranges.

A weighted mean is above a number exactly where the weighted sum of the distances to that number
is above 0. That sum is least where each value is lowest and each weight is at one end of its
range: the heavy one for a distance below 0, the light one for any other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

import numpy as np

from detente.dossier.table import Amount, ByNumbers, Side, Table, Values
from detente.negotiation.compile import exact
from detente.negotiation.model import TableModel
from detente.negotiation.packages import holds

Span = tuple[Fraction, Fraction]
"""The lowest and the highest that something can be."""


def against_no_deal(table: Table, model: TableModel, party: str, row: Sequence[int]) -> int:
    """Return how a package stands to no deal in every reading of a party's ranges and orders.

    Parameters
    ----------
    table : Table
        As written.
    model : TableModel
        Its compiled form.
    row : sequence of int
        The outcome of each issue.

    Returns
    -------
    int
        1 if it is worth more throughout, -1 if less, 0 if that depends on the reading.
    """
    side, choices = table.sides[party], np.array([row], np.int16)
    true = [one for one in side.linked if holds(model, one.clause.expression, choices)[0]]
    least, most = _sum(_span(one.amount) for one in true)
    low, high = (Fraction(0), Fraction(0)) if side.no_deal is None else _span(side.no_deal)
    outcomes = [model.outcomes[issue][outcome] for issue, outcome in enumerate(row)]
    parts = [
        (_span(side.weights[issue.id]), _value(side.values[issue.id], outcome))
        for issue, outcome in zip(table.issues, outcomes, strict=True)
        if _counts(side, issue.id)
    ]
    if _above([(weight, value[0] - (high - least)) for weight, value in parts]):
        return 1
    return -int(_above([(weight, (low - most) - value[1]) for weight, value in parts]))


def _above(parts: Sequence[tuple[Span, Fraction]]) -> bool:
    """Return whether the mean of numbers is above 0 for all weights in their spans."""
    if all(light == 0 for (light, _), _ in parts):
        return all(number > 0 for _, number in parts)
    least = sum(number * (light if number > 0 else heavy) for (light, heavy), number in parts)
    return least > 0


def _counts(side: Side, issue: str) -> bool:
    return issue in side.weights and side.weights[issue].high > 0


def _value(values: Values, outcome: str) -> Span:
    """Return what an outcome can be worth; between the ends of an order that is anything."""
    if isinstance(values, ByNumbers):
        return _span(values.amounts[outcome])
    if outcome in values.tiers[0]:
        return Fraction(1), Fraction(1)
    return Fraction(0), Fraction(outcome not in values.tiers[-1])


def _span(amount: Amount) -> Span:
    return exact(amount.low), exact(amount.high)


def _sum(spans: Iterable[Span]) -> Span:
    low, high = Fraction(0), Fraction(0)
    for span in spans:
        low, high = low + span[0], high + span[1]
    return low, high
