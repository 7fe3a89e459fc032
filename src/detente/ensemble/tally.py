"""What is kept of all draws: counts, and how answers and guesses go together."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from detente.conflict.kernels.tallying import count_together
from detente.ensemble.drawing import levels
from detente.ensemble.guesses import Guess
from detente.ensemble.headlines import Headline
from detente.ensemble.states import StateCounts, joined
from detente.runs import Tables


class Tally:
    """Sums over chunks; their size does not depend on how many draws there are.

    Attributes
    ----------
    draws : int
        Draws so far.
    start : NDArray[np.int64]
        Shape (guesses + 1,): the first level of each guess among all levels.
    together : NDArray[np.int64]
        Shape (levels, levels): draws in which two levels occur together; of a level with itself,
        draws in which it occurs.
    yes : NDArray[np.int64]
        Shape (headlines, levels, levels): those of them in which the answer is yes.
    answers : NDArray[np.int64]
        Shape (headlines,): draws in which the answer is yes.
    """

    def __init__(
        self, guesses: Sequence[Guess], headlines: Sequence[Headline], parties: Sequence[str]
    ) -> None:
        self._guesses, self._headlines, self._parties = guesses, headlines, parties
        self.draws = 0
        self._states: StateCounts | None = None
        self.start = np.cumsum([0, *(guess.levels for guess in guesses)]).astype(np.int64)
        size = int(self.start[-1])
        self.together = np.zeros((size, size), np.int64)
        self.yes = np.zeros((len(headlines), size, size), np.int64)
        self.answers = np.zeros(len(headlines), np.int64)

    @property
    def found(self) -> StateCounts:
        """What each state does in the draws so far, of which there has to be one."""
        if self._states is None:
            raise ValueError("no draw was added")
        return self._states

    def add(self, tables: Tables) -> None:
        """Add the tables of a chunk."""
        table = tables["draws"]
        count = len(table["draw"])
        level = np.zeros((count, len(self._guesses)), np.int32)
        for k, guess in enumerate(self._guesses):
            mine = levels(guess, table[guess.id].astype(np.int64))
            level[:, k] = self.start[k] + mine
        answers = np.zeros((count, len(self._headlines)), np.bool_)
        for h, headline in enumerate(self._headlines):
            answers[:, h] = table[headline.id]
        count_together(level, answers, self.together, self.yes)
        self.answers += answers.sum(axis=0)
        self.draws += count
        found = StateCounts.of_table(tables["states"], self._parties)
        wide = StateCounts(
            found.pattern,
            found.varying,
            *(
                getattr(found, name).astype(np.int64)
                for name in ("possible", "by_moves", "by_improvements", "equilibrium", "stable")
            ),
        )
        self._states = wide if self._states is None else joined([self._states, wide])
