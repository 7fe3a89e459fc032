"""The smallest sets of guesses that, if wrong, turn an answer of the central reading.

A guess is wrong if it is other than in the central reading: a present entry absent, statements in
another order, another reading, a weight at an end of its range. Sets of one guess are all tried,
then sets of two, then of three, as far as a budget of solved readings goes; a size is begun only
if all of it fits.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from math import factorial

import numpy as np

from detente.ensemble.drawing import central_values
from detente.ensemble.engine import Engine
from detente.ensemble.guesses import GRID, Guess
from detente.ensemble.headlines import Headline, answers, watched

LARGEST = 3
"""Guesses in a set."""

LISTED = 20
"""Sets that are listed for a headline."""

WORK = 1 << 25
"""States, over all readings that are solved, that the budget comes to if none is given."""

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


def budget_for(engine: Engine) -> int:
    """Return how many readings may be solved, if the caller does not say."""
    return max(256, min(40_000, WORK // engine.model.size))


def find_turnings(
    engine: Engine, headlines: Sequence[Headline], concepts: int, budget: int
) -> Search:
    """Return the smallest sets of guesses that turn each headline.

    Parameters
    ----------
    engine : Engine
        Solves the readings.
    headlines : sequence of Headline
        The answers to turn.
    concepts : int
        The concepts that they need, as bits.
    budget : int
        How many readings may be solved beside the central one.
    """
    guesses = engine.plan.guesses
    centre = central_values(guesses)
    keys = watched(headlines)
    usual = answers(headlines, engine.watch(centre[None], keys, concepts))[0]
    changes = [[Change(k, v) for v in alternatives(guess)] for k, guess in enumerate(guesses)]
    sets: list[list[tuple[Change, ...]]] = [[] for _ in headlines]
    counts, proved = [0] * len(headlines), [0] * len(headlines)
    spent = 0
    for size in range(1, min(LARGEST, len(guesses)) + 1):
        open_ = [h for h in range(len(headlines)) if not counts[h]]
        amount = _count(changes, size)
        if not open_ or spent + amount > budget:
            break
        for batch in _batches(changes, size):
            values = np.tile(centre, (len(batch), 1))
            for row, chosen in zip(values, batch, strict=True):
                for change in chosen:
                    row[change.guess] = change.value
            found = answers(headlines, engine.watch(values, keys, concepts))
            for h in open_:
                for d in np.flatnonzero(found[:, h] != usual[h]).tolist():
                    counts[h] += 1
                    if len(sets[h]) < LISTED:
                        sets[h].append(batch[d])
        spent += amount
        for h in open_:
            proved[h] = size
    turnings = tuple(
        Turning(h, bool(usual[h]), tuple(sets[h]), counts[h], proved[h])
        for h in range(len(headlines))
    )
    return Search(turnings, spent, budget)


def alternatives(guess: Guess) -> list[int]:
    """Return the values of `guess` that are tried in place of the central one."""
    match guess.kind:
        case "presence":
            return [0]
        case "reading":
            return list(range(1, len(guess.parts)))
        case "range":
            return [0, GRID]
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
