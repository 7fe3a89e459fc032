"""From the numbers of draws to what outcomes are worth in each, exactly.

A number of a draw is a whole number over a scale that all draws share; Python's whole numbers know
no largest one, so that weights, values and their products are exact fractions, rounded once to a
unit of the model as in the central reading.
"""

from __future__ import annotations

from fractions import Fraction
from math import lcm
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.ensemble.drawing import Values, tier_steps
from detente.ensemble.guesses import EQUAL_STEPS, GRID, Guess
from detente.ensemble.saying import present
from detente.ensemble.table.plan import Ladder, Mind, Quantity
from detente.negotiation.model import UNIT

Whole = NDArray[Any]
"""Shape (draws,): Python's whole numbers."""


def rounded(above: Whole, below: Whole | int) -> NDArray[np.int64]:
    """Return `above` divided by `below`, which is positive; a half goes to the even number.

    >>> rounded(np.array([5, 7, -5, 4], object), 2).tolist()
    [2, 4, -2, 2]
    """
    twice = 2 * above + below
    whole = twice // (2 * below)
    tied = (twice % (2 * below) == 0) & (whole % 2 == 1)
    return np.asarray(whole - tied.astype(np.int64), np.int64)


def amounts(quantity: Quantity, values: Values) -> NDArray[np.int64]:
    """Return a quantity in units in each draw, shape (draws,)."""
    scale = _scale([quantity])
    return rounded(_numbers(quantity, values, scale) * UNIT, scale * GRID)


def contributions(mind: Mind, guesses: tuple[Guess, ...], values: Values) -> list[NDArray[Any]]:
    """Return what each outcome adds to the worth of a package, in units.

    Parameters
    ----------
    mind : Mind
        A party, or a group inside it.
    guesses : tuple of Guess
        Those that the plan names by number.
    values : Values
        Shape (draws, guesses).

    Returns
    -------
    list of NDArray[np.int64]
        One an issue, shape (draws, outcomes): all 0 in draws in which no issue counts.
    """
    if not _drawn(mind):
        values = values[:1]
    weighing = _scale(mind.weights)
    weights = [_numbers(weight, values, weighing) for weight in mind.weights]
    total = sum(weights[1:], weights[0])
    total = np.where(total == 0, 1, total)
    found = []
    for weight, column in zip(weights, mind.values, strict=True):
        scale, worth = _values(column, guesses, values)
        below = total * scale
        found.append(np.stack([rounded(weight * one * UNIT, below) for one in worth], axis=1))
    return found


def _drawn(mind: Mind) -> bool:
    """Tell whether what packages are worth to `mind` differs between draws."""
    for column in mind.values:
        if isinstance(column, Ladder):
            if column.guess is not None:
                return True
        elif not all(one.certain for one in column):
            return True
    return not all(weight.certain for weight in mind.weights)


def _values(
    column: tuple[Quantity, ...] | Ladder, guesses: tuple[Guess, ...], values: Values
) -> tuple[int, list[Whole]]:
    """Return a scale, and the value of each outcome as whole numbers over it."""
    if isinstance(column, Ladder):
        if column.guess is None:
            scale, rungs = 1, [np.ones(len(values), object), np.zeros(len(values), object)]
        else:
            scale, rungs = _rungs(guesses[column.guess], values[:, column.guess])
        return scale, [rungs[tier] for tier in column.tier]
    scale = _scale(column)
    return scale * GRID, [_numbers(one, values, scale) for one in column]


def _rungs(guess: Guess, numbers: NDArray[np.int64]) -> tuple[int, list[Whole]]:
    """Return a scale, and the value of each tier as whole numbers over it."""
    gaps, fine = guess.inner + 1, 1 << guess.bits + 1
    scale = lcm(fine, gaps)
    steps = 2 * tier_steps(guess, numbers).astype(object) + 1
    rungs: list[Whole] = [np.full(len(numbers), scale, object)]
    for k in range(guess.inner):
        even = (guess.inner - k) * (scale // gaps)
        rungs.append(np.where(numbers == EQUAL_STEPS, even, steps[:, k] * (scale // fine)))
    return scale, [*rungs, np.zeros(len(numbers), object)]


def _numbers(quantity: Quantity, values: Values, scale: int) -> Whole:
    """Return a quantity in each draw as whole numbers over ``scale * GRID``."""
    low = int(quantity.low * scale) * GRID
    found = np.full(len(values), low, object)
    if quantity.guess is not None:
        step = int((quantity.high - quantity.low) * scale)
        found = found + step * values[:, quantity.guess].astype(object)
    if quantity.guards:
        found = found * present(values, quantity.guards).astype(object)
    return found


def _scale(quantities: tuple[Quantity, ...] | list[Quantity]) -> int:
    """Return what makes the ends of all `quantities` whole numbers."""
    ends: list[Fraction] = [end for one in quantities for end in (one.low, one.high)]
    return lcm(*(end.denominator for end in ends))
