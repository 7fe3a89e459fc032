"""The least guarantee with which a package would hold for those who sign or comply.

Measures are those of :mod:`detente.conflict.unlock.measures`, each by itself; here the package's
state is to be stable for the parties bound by it alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from detente.conflict.model import ConflictModel
from detente.conflict.unlock.measures import Measure, Outside, measures
from detente.conflict.unlock.order import EASE
from detente.conflict.unlock.question import MOST_STATES, Board
from detente.errors import SizeError

CONCEPT = "seq"
"""The concept under which the package is to hold with a guarantee: credible answers deter."""

MOST_KEPT = 1 << 24
"""Moves in all that may be kept of the conflicts that measures leave, about 64 MB."""


def board_of(model: ConflictModel) -> Board | None:
    """Return the moves of a conflict as lists; `None` where they or the states are too many."""
    if model.size > MOST_STATES:
        return None
    try:
        return Board(model)
    except SizeError:
        return None


@dataclass(eq=False)
class Guarantees:
    """Looks for single measures with which states of one conflict would hold.

    Parameters
    ----------
    board : Board or None
        The conflict; `None` where it is too large to look for any.
    parties : sequence of int
        Those who sign or comply.
    """

    board: Board | None
    parties: Sequence[int]
    _outside: Outside | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        if self.board is not None:
            often = 3 * len(self.board.model.options) * len(self.board.to)
            self._outside = Outside(self.board, kept=often <= MOST_KEPT)

    def find(self, state: int) -> tuple[Measure, ...] | None:
        """Return the measures with which `state` holds under SEQ, those that ask least first.

        `None` if the conflict is too large to look for any; none if it holds without.
        """
        if self._outside is None:
            return None
        found = measures(self._outside, state, (CONCEPT,), parties=self.parties)
        return tuple(sorted(found, key=lambda one: (EASE.index(one.kind), one.option)))
