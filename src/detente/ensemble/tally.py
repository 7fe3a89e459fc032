"""What is kept of all draws: counts, and how answers and guesses go together."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from detente.conflict.kernels.tallying import count_together
from detente.ensemble.drawing import levels
from detente.ensemble.guesses import Guess
from detente.ensemble.questions import Question
from detente.ensemble.states import StateCounts, joined
from detente.ensemble.table.shares import DealCounts
from detente.runs import Tables


class Tally:
    """Sums over chunks; their size does not depend on how many draws there are.

    Parameters
    ----------
    guesses, headlines, parties : sequence
        What was drawn, what was asked, and the players of the conflict.
    packages, tracked : int
        How many packages the table has, and how many of them are tracked; 0 without a table.

    Attributes
    ----------
    deals : DealCounts or None
        How often each package was what; `None` without a table.
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
        self,
        guesses: Sequence[Guess],
        headlines: Sequence[Question],
        parties: Sequence[str],
        packages: int = 0,
        tracked: int = 0,
    ) -> None:
        self._guesses, self._headlines, self._parties = guesses, headlines, parties
        self._packages, self._tracked = packages, tracked
        self.deals: DealCounts | None = None
        self.draws = 0
        self._states: StateCounts | None = None
        self.start = np.cumsum([0, *(guess.levels for guess in guesses)]).astype(np.int64)
        size = int(self.start[-1])
        self.together = np.zeros((size, size), np.int64)
        self.yes = np.zeros((len(headlines), size, size), np.int64)
        self.answers = np.zeros(len(headlines), np.int64)

    @property
    def found(self) -> StateCounts:
        """What each state does in the draws so far."""
        if self._states is None:
            return StateCounts.nothing(len(self._parties))
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
        if "deals" in tables:
            deals = DealCounts.of_tables(tables, self._packages, self._tracked)
            self.deals = deals if self.deals is None else self.deals.plus(deals)
        if "states" in tables:
            self._add_states(StateCounts.of_table(tables["states"], self._parties))

    def _add_states(self, found: StateCounts) -> None:
        wide = StateCounts(
            found.pattern,
            found.varying,
            *(
                getattr(found, name).astype(np.int64)
                for name in ("possible", "by_moves", "by_improvements", "equilibrium", "stable")
            ),
        )
        self._states = wide if self._states is None else joined([self._states, wide])
