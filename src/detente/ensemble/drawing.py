"""Draws as numbers: a row a draw, a column a guess.

Each chunk of draws has a random stream of its own, so that it is the same whoever makes it. Only
raw 64-bit numbers are taken from the generator, and what is made of them is written here: a seed
gives the same draws whatever version of numpy is installed. Taking the rest of a division makes
some values likelier than others by one part in 2**59 at most.
"""

from __future__ import annotations

from fractions import Fraction
from math import factorial

import numpy as np
from numpy.typing import NDArray

from detente.ensemble.guesses import GRID, Guess

Values = NDArray[np.int64]
"""Shape (draws, guesses): 1 or 0 for an entry that is present or absent; the number of an order
(0 as written); of a reading; of a step of a range; the steps of inner tiers, packed."""

PRECISION = 53
"""Bits of a random number that are compared with a chance."""


def draw(guesses: tuple[Guess, ...], seed: int, chunk: int, draws: int) -> Values:
    """Return the values of all guesses in the draws of one chunk, all independent.

    Parameters
    ----------
    guesses : tuple of Guess
        What is drawn.
    seed : int
        Not negative.
    chunk : int
        The number of the chunk; each has a stream of its own.
    draws : int
        How many.
    """
    needed = [_needed(guess) for guess in guesses]
    stream = np.random.PCG64(np.random.SeedSequence(seed, spawn_key=(chunk,)))
    raw = np.asarray(stream.random_raw(draws * sum(needed)), np.uint64)
    raw = raw.reshape(draws, sum(needed))
    values = np.zeros((draws, len(guesses)), np.int64)
    first = 0
    for k, guess in enumerate(guesses):
        mine = raw[:, first : first + needed[k]]
        first += needed[k]
        match guess.kind:
            case "presence":
                chance = Fraction(1 if guess.sure is None else guess.sure)
                limit = np.uint64(int(chance * (1 << PRECISION)))
                values[:, k] = (mine[:, 0] >> np.uint64(64 - PRECISION)) < limit
            case "order":
                size = len(guess.parts)
                for place in range(size - 1):
                    digit = (mine[:, place] % np.uint64(size - place)).astype(np.int64)
                    values[:, k] += digit * factorial(size - 1 - place)
            case "reading":
                values[:, k] = (mine[:, 0] % np.uint64(len(guess.parts))).astype(np.int64)
            case "range":
                values[:, k] = (mine[:, 0] % np.uint64(GRID + 1)).astype(np.int64)
            case "tiers":
                steps = (mine >> np.uint64(64 - guess.bits)).astype(np.int64)
                values[:, k] = packed(np.sort(steps, axis=1)[:, ::-1], guess.bits)
    return values


def _needed(guess: Guess) -> int:
    """Return how many random numbers a draw of `guess` takes."""
    match guess.kind:
        case "order":
            return max(len(guess.parts) - 1, 1)
        case "tiers":
            return guess.inner
    return 1


def central_values(guesses: tuple[Guess, ...]) -> NDArray[np.int64]:
    """Return the values of all guesses in the central reading, shape (guesses,)."""
    return np.array([guess.central for guess in guesses], np.int64)


def orders(numbers: NDArray[np.int64], size: int) -> NDArray[np.int64]:
    """Return for each number of an order which entry stands where, shape (draws, size).

    Numbers count the orders as a dictionary would: 0 is the order as written, and the last has
    everything turned round.

    >>> orders(np.array([0, 1, 5]), 3).tolist()
    [[0, 1, 2], [0, 2, 1], [2, 1, 0]]
    """
    found = np.empty((len(numbers), size), np.int64)
    left = np.tile(np.arange(size), (len(numbers), 1))
    rest = numbers
    rows = np.arange(len(numbers))
    for place in range(size):
        digit, rest = np.divmod(rest, factorial(size - 1 - place))
        found[:, place] = left[rows, digit]
        keep = np.arange(size - place) != digit[:, None]
        left = left[keep].reshape(len(numbers), size - place - 1)
    return found


def packed(steps: NDArray[np.int64], bits: int) -> NDArray[np.int64]:
    """Return the steps of inner tiers, shape (draws, tiers), as one number a draw."""
    numbers = np.zeros(len(steps), np.int64)
    for column in steps.T:
        numbers = (numbers << bits) | column
    return numbers


def tier_steps(guess: Guess, values: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the step of each inner tier of an order of outcomes, shape (draws, inner).

    Steps fall from the better tiers to the worse. A step s of b bits stands for the value
    (2 s + 1) / 2**(b + 1), which is above 0, the worst tier, and below 1, the best.
    """
    shifts = guess.bits * np.arange(guess.inner - 1, -1, -1)
    steps: NDArray[np.int64] = values[:, None] >> shifts & ((1 << guess.bits) - 1)
    return steps


def levels(guess: Guess, values: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return which level each value is at.

    Absent 0, present 1; the entry that comes first; the reading; the lower half of a range, or of
    what inner tiers are worth on average, 0, the upper 1.
    """
    match guess.kind:
        case "order":
            return np.asarray(values // factorial(len(guess.parts) - 1), np.int64)
        case "range":
            return (values >= GRID // 2).astype(np.int64)
        case "tiers":
            twice = 2 * tier_steps(guess, values).sum(axis=1)
            most = guess.inner * ((1 << guess.bits) - 1)
            return np.asarray(twice >= most, np.int64)
    return values
