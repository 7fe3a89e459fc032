"""Which guess moves an answer most, alone and in pairs, from the draws that were made.

Guesses are drawn independently, so the share of yes among the draws that have a guess one way is
an unbiased estimate of the share given that guess. The first-order index of a guess is the
variance of these shares over the variance of the answer: how much of the doubt would go, on
average, if the guess were known [1]_. The index of a pair is what the two explain together beyond
what each explains alone. Both are corrected for what chance explains with as many values.

References
----------
.. [1] Saltelli, Annoni, Azzini, Campolongo, Ratto & Tarantola (2010), "Variance based sensitivity
   analysis of model output", Computer Physics Communications 181.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from detente.ensemble.guesses import Guess
from detente.ensemble.intervals import (
    CERTAINTY,
    Share,
    difference,
    most_by_chance,
    quantile,
    wilson,
)
from detente.ensemble.tally import Tally

SCREENED = 24
"""Pairs looked at closely for each headline: those that explain most at first sight."""

KEPT_PAIRS = 6
"""Pairs that are kept for each headline."""


@dataclass(frozen=True, slots=True)
class Driver:
    """How one guess moves one headline.

    Parameters
    ----------
    headline, guess : int
        By number.
    index : float
        Share of the answer's variance that goes with the guess, 0 to 1.
    levels : tuple of Share
        The share of yes among the draws at each level of the guess, with its interval.
    strongest : int
        The level whose share stands out most; of a presence, 1.
    effect, low, high : float
        By how much the share there is above that of all other draws; the interval is wide enough
        to hold for all guesses and headlines at once.
    clear : bool
        Whether the interval leaves out no effect.
    """

    headline: int
    guess: int
    index: float
    levels: tuple[Share, ...]
    strongest: int
    effect: float
    low: float
    high: float
    clear: bool


@dataclass(frozen=True, slots=True)
class PairDriver:
    """How two guesses move one headline beyond what each does alone.

    Parameters
    ----------
    headline : int
        By number.
    guesses : (int, int)
        By number, rising.
    index : float
        Share of the answer's variance that goes with the pair and with neither alone.
    levels : tuple of tuple of Share
        The share of yes for each level of the first guess (rows) and of the second.
    clear : bool
        Whether it is more than chance would bring about in any pair, for any headline.
    """

    headline: int
    guesses: tuple[int, int]
    index: float
    levels: tuple[tuple[Share, ...], ...]
    clear: bool


def drivers_of(tally: Tally, guesses: Sequence[Guess], headline: int) -> tuple[Driver, ...]:
    """Return how each guess moves a headline, the strongest first.

    There is none if the answer never varies.
    """
    yes, total = int(tally.answers[headline]), tally.draws
    if not 0 < yes < total:
        return ()
    compared = sum(1 if guess.levels == 2 else guess.levels for guess in guesses)
    z = quantile(1 - (1 - CERTAINTY) / max(compared * len(tally.answers), 1))
    found = []
    for k, guess in enumerate(guesses):
        at = slice(int(tally.start[k]), int(tally.start[k + 1]))
        draws = np.diag(tally.together)[at]
        counts = np.diag(tally.yes[headline])[at]
        found.append(_driver(headline, k, draws, counts, yes, total, z, guess.levels))
    return tuple(sorted(found, key=lambda d: (not d.clear, -d.index, -abs(d.effect), d.guess)))


def _driver(
    headline: int,
    guess: int,
    draws: NDArray[np.int64],
    counts: NDArray[np.int64],
    yes: int,
    total: int,
    z: float,
    levels: int,
) -> Driver:
    effects = []
    for level in [1] if levels == 2 else range(levels):
        n, y = int(draws[level]), int(counts[level])
        apart = difference(wilson(y, n, z), wilson(yes - y, total - n, z))
        effects.append((abs(apart[0]), level, apart))
    _, strongest, (effect, low, high) = max(effects, key=lambda e: (e[0], -e[1]))
    share = yes / total
    filled = draws > 0
    size, hits = draws[filled], counts[filled]
    between = float((size * (hits / size - share) ** 2).sum())
    index = _corrected(between, len(size) - 1, total, yes)
    shares = tuple(wilson(int(y), int(n)) for n, y in zip(draws, counts, strict=True))
    both = bool(filled.sum() > 1)
    return Driver(
        headline, guess, index, shares, strongest, effect, low, high, both and (low > 0 or high < 0)
    )  # fmt: skip


def _corrected(explained: float, freedom: int, total: int, yes: int) -> float:
    """Return a sum of squares as a share of the variance, less what chance explains."""
    variance = yes / total * (1 - yes / total)
    left = (total * variance - explained) / max(total - freedom - 1, 1)
    return min(1.0, max(0.0, (explained - freedom * left) / (total * variance)))


def pairs_of(tally: Tally, guesses: Sequence[Guess], headline: int) -> tuple[PairDriver, ...]:
    """Return the pairs of guesses that move a headline together, the strongest first."""
    yes, total = int(tally.answers[headline]), tally.draws
    if not 0 < yes < total or len(guesses) < 2:
        return ()
    first = tally.start[:-1]
    n, y = tally.together.astype(np.float64), tally.yes[headline].astype(np.float64)
    squares = np.divide(y * y, n, out=np.zeros_like(n), where=n > 0)
    joint = np.add.reduceat(np.add.reduceat(squares, first, axis=0), first, axis=1)
    alone = np.diag(joint) - yes * yes / total
    beyond = joint - yes * yes / total - alone[:, None] - alone[None, :]
    rows, columns = np.triu_indices(len(guesses), 1)
    likely = np.argsort(-beyond[rows, columns], kind="stable")[:SCREENED]
    compared = len(rows) * len(tally.answers)
    found = [
        pair
        for k in likely.tolist()
        if (pair := _pair(tally, headline, int(rows[k]), int(columns[k]), compared)) is not None
    ]
    found.sort(key=lambda pair: (not pair.clear, -pair.index, pair.guesses))
    return tuple(found[:KEPT_PAIRS])


def _pair(tally: Tally, headline: int, one: int, two: int, compared: int) -> PairDriver | None:
    """Return what two guesses do beyond the best sum of an effect of each; `None` if nothing."""
    rows = slice(int(tally.start[one]), int(tally.start[one + 1]))
    columns = slice(int(tally.start[two]), int(tally.start[two + 1]))
    n, y = tally.together[rows, columns], tally.yes[headline][rows, columns]
    yes, total = int(tally.answers[headline]), tally.draws
    a, b = np.nonzero(n)
    weight, share = np.sqrt(n[a, b]), y[a, b] / n[a, b]
    design = np.zeros((len(a), sum(n.shape)))
    design[np.arange(len(a)), a] = 1
    design[np.arange(len(a)), n.shape[0] + b] = 1
    fitted, _, rank, _ = np.linalg.lstsq(design * weight[:, None], share * weight, rcond=None)
    freedom = len(a) - int(rank)
    if freedom < 1:
        return None
    beyond = float(((share - design @ fitted) ** 2 * n[a, b]).sum())
    index = _corrected(beyond, freedom, total, yes)
    if index <= 0:
        return None
    within = float((n[a, b] * share * (1 - share)).sum()) / max(total - len(a), 1)
    clear = beyond > within * most_by_chance(freedom, (1 - CERTAINTY) / compared)
    shares = tuple(
        tuple(wilson(int(y[i, j]), int(n[i, j])) for j in range(n.shape[1]))
        for i in range(n.shape[0])
    )
    return PairDriver(headline, (one, two), index, shares, clear)
