"""Compiled: how often levels of guesses occur together, and together with an answer."""

from __future__ import annotations

from typing import Any

from detente.conflict.kernels.compiled import compiled

Array = Any


@compiled
def count_together(level: Array, answers: Array, together: Array, yes: Array) -> None:
    """Count pairs of levels over draws.

    Parameters
    ----------
    level : int32, shape (draws, guesses)
        The level of each guess, counted through the levels of all guesses.
    answers : bool, shape (draws, headlines)
        The answers.
    together : int64, shape (levels, levels)
        Added to: draws with both levels; on its diagonal, draws with the level.
    yes : int64, shape (headlines, levels, levels)
        Added to: those of them with the answer yes.
    """
    draws, guesses = level.shape
    for d in range(draws):
        for a in range(guesses):
            for b in range(guesses):
                together[level[d, a], level[d, b]] += 1
        for h in range(answers.shape[1]):
            if answers[d, h]:
                for a in range(guesses):
                    for b in range(guesses):
                        yes[h, level[d, a], level[d, b]] += 1
