"""What a run of draws is asked."""

from __future__ import annotations

from dataclasses import dataclass

from detente.ensemble.headlines import Headline
from detente.ensemble.table.headlines import DealHeadline

Question = Headline | DealHeadline


@dataclass(frozen=True, eq=False)
class Questions:
    """What a run of draws is asked.

    Parameters
    ----------
    headlines : tuple of Headline or DealHeadline
        What is noted draw by draw: those of the conflict, then those of the table.
    concepts : int
        The concepts that are computed, as bits.
    tracked : tuple of int
        Packages, by number, whose self-enforcement is counted.
    """

    headlines: tuple[Question, ...]
    concepts: int
    tracked: tuple[int, ...] = ()

    @property
    def conflict(self) -> tuple[Headline, ...]:
        """The headlines about states, which come first."""
        return tuple(one for one in self.headlines if isinstance(one, Headline))

    @property
    def deals(self) -> tuple[DealHeadline, ...]:
        """The headlines about packages, which come last."""
        return tuple(one for one in self.headlines if isinstance(one, DealHeadline))
