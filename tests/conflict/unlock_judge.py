"""An inverse analysis held against the literal judge: the least cost, and every change of it."""

from __future__ import annotations

from typing import Any

from detente.conflict import ConflictModel
from detente.conflict.unlock import Edit, UnlockResult
from detente.conflict.verify import literal_game
from detente.conflict.verify.game import pattern_to_number
from detente.conflict.verify.reading import Reading
from detente.conflict.verify.smallest import Family, smallest, truths_of
from detente.dossier import Dossier

SIGNS = {"above": 1, "level": 0, "below": -1}


class UnlockJudge:
    """What brute force finds for one conflict, and what an answer says in the same words."""

    def __init__(self, dossier: Dossier, model: ConflictModel) -> None:
        assert dossier.standoff is not None
        self.standoff = dossier.standoff
        self.labels = model.labels()
        self.game = literal_game(dossier)
        self.reading = Reading(self.standoff)
        self.truths = truths_of(self.standoff, self.game, self.labels, self.reading.holds)

    def smallest(
        self, target: int, concept: str, unstable: list[int], most: int
    ) -> tuple[int | None, set[Family]]:
        """Return the least cost up to `most`, and the changes of that cost."""
        return smallest(
            self.standoff,
            self.game,
            self.labels,
            self.truths,
            self.labels[target],
            concept,
            [self.labels[state] for state in unstable],
            most,
        )

    def families(self, result: UnlockResult, concept: str) -> set[Family]:
        """Return the changes that the answer lists under `concept`."""
        return {
            frozenset(self._told(edit) for edit in change.edits)
            for change in result.changes
            if change.concept == concept
        }

    def _told(self, edit: Edit) -> tuple[int, str, Any]:
        if edit.pair is not None:
            (one, other), sign = edit.pair, SIGNS[edit.side]
            if one > other:
                one, other, sign = other, one, -sign
            return edit.party, "reorder", (self.labels[one], self.labels[other], sign)
        if edit.kind != "add":
            return edit.party, edit.kind, edit.statement
        assert edit.expression is not None
        true = frozenset(
            label
            for label in self.labels
            if self.reading.holds(
                edit.expression, min(self.game.members(label), key=pattern_to_number)
            )
        )
        return edit.party, "add", true
