"""The smallest sets of guesses that, if wrong, turn an answer of the central reading.

A guess is wrong if it is other than in the central reading: a present entry absent, statements in
another order, another reading, a number at an end of its range, the inner tiers of an order of
outcomes all nearly as good as the best or all nearly as bad as the worst. Sets of one guess are
all tried, then sets of two, then of three, as far as a budget of solved readings goes; a size is
begun only if all of it fits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from math import factorial

import numpy as np
from numpy.typing import NDArray

from detente.ensemble.drawing import Values, central_values
from detente.ensemble.engine import Engine
from detente.ensemble.guesses import GRID, Guess

LARGEST = 3
"""Guesses in a set."""

LISTED = 20
"""Sets that are listed for a headline."""

WORK = 1 << 25
"""States, over all readings that are solved, that the budget comes to if none is given."""

TABLE_WORK, TABLE_START = 1 << 22, 400
"""The same for packages, and the packages that a reading of a table costs beside its own."""

BATCH = 512
"""Readings solved at a time."""

ALL_ORDERS = 4
"""Up to so many statements every order is tried; of more, those that put another one first."""


@dataclass(frozen=True, slots=True)
class Change:
    """A guess and what it is instead.

    Parameters
    ----------
    guess : int
        By number.
    value : int
        Its value, as draws have it.
    """

    guess: int
    value: int


@dataclass(frozen=True, slots=True)
class Turning:
    """The smallest sets of guesses that turn one headline.

    Parameters
    ----------
    headline : int
        By number.
    central : bool
        The answer in the central reading.
    sets : tuple of tuple of Change
        Sets of one size, in the order of the guesses: all of them, or the first `LISTED`.
    count : int
        How many there are.
    proved : int
        No set of so many guesses or fewer turns the answer, but for the `sets` themselves where
        they have just that size.
    """

    headline: int
    central: bool
    sets: tuple[tuple[Change, ...], ...]
    count: int
    proved: int


@dataclass(frozen=True, slots=True)
class Search:
    """What was found for all headlines.

    Parameters
    ----------
    turnings : tuple of Turning
        One a headline.
    evaluations, budget : int
        Readings that were solved, and that might have been.
    """

    turnings: tuple[Turning, ...]
    evaluations: int
    budget: int


@dataclass(frozen=True, eq=False, slots=True)
class Asked:
    """Headlines to turn, and the guesses that they can hang on.

    Parameters
    ----------
    headlines : tuple of int
        By number.
    guesses : tuple of int
        By number; others cannot turn any of these headlines, and are left as they are.
    answers : callable
        Returns the answers to these headlines in draws of all guesses.
    budget : int
        How many readings may be solved beside the central one.
    """

    headlines: tuple[int, ...]
    guesses: tuple[int, ...]
    answers: Callable[[Values], NDArray[np.bool_]]
    budget: int


def budget_for(engine: Engine) -> int:
    """Return how many readings of a conflict may be solved, if the caller does not say."""
    return max(256, min(40_000, WORK // engine.model.size))


def table_budget(packages: int) -> int:
    """Return how many readings of a table may be solved, if the caller does not say."""
    return max(256, TABLE_WORK // (packages + TABLE_START))


def find_turnings(every: Sequence[Guess], asked: Sequence[Asked], possible: bool = True) -> Search:
    """Return the smallest sets of guesses that turn each headline.

    Parameters
    ----------
    every : sequence of Guess
        All guesses of the dossier.
    asked : sequence of Asked
        Each headline in one of them.
    possible : bool
        Whether readings other than the central one may be solved at all.
    """
    centre = central_values(tuple(every))
    turnings: dict[int, Turning] = {}
    spent = 0
    for one in asked:
        found, more = _turn(every, centre, one, one.budget if possible else 0)
        turnings |= {turning.headline: turning for turning in found}
        spent += more
    budget = sum(one.budget for one in asked) if possible else 0
    return Search(tuple(turnings[h] for h in sorted(turnings)), spent, budget)


def _turn(
    every: Sequence[Guess], centre: NDArray[np.int64], asked: Asked, budget: int
) -> tuple[list[Turning], int]:
    usual = asked.answers(centre[None])[0]
    changes = [[Change(k, v) for v in alternatives(every[k])] for k in asked.guesses]
    number = len(asked.headlines)
    sets: list[list[tuple[Change, ...]]] = [[] for _ in range(number)]
    counts, proved = [0] * number, [0] * number
    spent = 0
    for size in range(1, min(LARGEST, len(changes)) + 1):
        open_ = [h for h in range(number) if not counts[h]]
        amount = _count(changes, size)
        if not open_ or spent + amount > budget:
            break
        for batch in _batches(changes, size):
            values = np.tile(centre, (len(batch), 1))
            for row, chosen in zip(values, batch, strict=True):
                for change in chosen:
                    row[change.guess] = change.value
            found = asked.answers(values)
            for h in open_:
                for d in np.flatnonzero(found[:, h] != usual[h]).tolist():
                    counts[h] += 1
                    if len(sets[h]) < LISTED:
                        sets[h].append(batch[d])
        spent += amount
        for h in open_:
            proved[h] = size
    turnings = [
        Turning(headline, bool(usual[h]), tuple(sets[h]), counts[h], proved[h])
        for h, headline in enumerate(asked.headlines)
    ]
    return turnings, spent


def alternatives(guess: Guess) -> list[int]:
    """Return the values of `guess` that are tried in place of the central one."""
    match guess.kind:
        case "presence":
            return [0]
        case "reading":
            return list(range(1, len(guess.parts)))
        case "range":
            return [0, GRID]
        case "tiers":
            return [0, guess.values - 1]
    size = len(guess.parts)
    if size <= ALL_ORDERS:
        return list(range(1, factorial(size)))
    return [place * factorial(size - 1) for place in range(1, size)]


def _count(changes: list[list[Change]], size: int) -> int:
    """Return how many sets of `size` guesses, each with an alternative, there are."""
    ways = [1] + [0] * size
    for alternatives_ in changes:
        for k in range(size, 0, -1):
            ways[k] += ways[k - 1] * len(alternatives_)
    return ways[size]


def _batches(changes: list[list[Change]], size: int) -> Iterator[list[tuple[Change, ...]]]:
    batch: list[tuple[Change, ...]] = []
    for chosen in combinations(changes, size):
        for one in product(*chosen):
            batch.append(one)
            if len(batch) == BATCH:
                yield batch
                batch = []
    if batch:
        yield batch
