"""What could change the situation, and how sure we are of it: worked out once for all parts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from detente.brief.goals import goals_to_unlock
from detente.brief.offers import TableAnswers
from detente.brief.pillars import Pillar, find_pillars
from detente.brief.situation import HOLDS, Situation
from detente.conflict.coalitions import Together, gains_together
from detente.conflict.perceptions import PerceptionsResult
from detente.conflict.unlock import UnlockResult, unlock
from detente.ensemble import DealShares, EnsembleResult

_MOST_STATES, _MOST_PARTIES = 1 << 14, 8
"""Above these, coalitions and unlocks are left to their own commands, which take longer."""

_UNLOCK_BUDGET, _UNLOCKS_LISTED = 40_000, 6


@dataclass(frozen=True, eq=False)
class Outlook(Situation):
    """A situation, how its answers fare in other readings, and who sees it otherwise.

    Parameters
    ----------
    tested : EnsembleResult, optional
        How the answers fare in other readings of the dossier.
    views : PerceptionsResult, optional
        Who sees another conflict.
    table : TableAnswers, optional
        What can be signed, and whether it would hold.
    """

    tested: EnsembleResult | None = None
    views: PerceptionsResult | None = None
    table: TableAnswers | None = None

    @property
    def _modest(self) -> bool:
        """Whether coalitions and unlocks are worked out for the brief."""
        return self.model.size <= _MOST_STATES and len(self.parties) <= _MOST_PARTIES

    @cached_property
    def together(self) -> tuple[Together, ...] | None:
        """What parties could bring about together, each gaining; `None` if not worked out."""
        if self.today is None or not self._modest:
            return None
        return gains_together(self.model, self.today)

    @cached_property
    def unlocks(self) -> tuple[UnlockResult, ...]:
        """What would make those outcomes hold that most parties would prefer to today.

        Outcomes that a package on the table comes to are told with the package.
        """
        if not self._modest:
            return ()
        carried = self.table.carried if self.table is not None else frozenset()
        return tuple(
            unlock(
                self.dossier,
                self.model,
                goal,
                (HOLDS,),
                limit=_UNLOCKS_LISTED,
                budget=_UNLOCK_BUDGET,
            )
            for goal in goals_to_unlock(self)
            if goal not in carried
        )

    @property
    def deal_shares(self) -> DealShares | None:
        """How packages fare in the tested readings; `None` where nothing was drawn."""
        if self.tested is None or self.tested.stopped == "certain":
            return None
        return self.tested.deals

    @cached_property
    def pillars(self) -> tuple[Pillar, ...]:
        """The guesses that the conclusions stand on, the weightiest first."""
        return find_pillars(self, self.tested)
