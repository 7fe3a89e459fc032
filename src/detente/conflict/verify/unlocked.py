"""What an inverse analysis says, derived again: conditions, changes, measures, counts.

Each change of mind is written into the standoff, which is then read again; each measure is
applied to the written-out game. In a conflict of few states all smaller changes are tried too.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import permutations
from typing import Any

from detente.conflict.verify.check import BUDGET, CAP, labels_of, within
from detente.conflict.verify.definitions import deterred, equilibrium, stable
from detente.conflict.verify.game import LiteralGame, merged_label
from detente.conflict.verify.minds import game_after, game_with
from detente.conflict.verify.reading import Reading
from detente.conflict.verify.report import Tally, Verification
from detente.conflict.verify.smallest import smallest, truths_of
from detente.dossier.standoff import ByRanking

TRIED_STATES = 8
"""In conflicts of so many states it is tried whether fewer changes would do."""

TRIED_RANKED = 5
"""The same, where a party ranks its states directly: there are very many orders."""


def check_unlock(
    result: Any, dossier: Any, budget: int | None = BUDGET, cap: int = CAP
) -> Verification:
    """Derive an inverse analysis again, as far as the budget goes.

    Parameters
    ----------
    result : UnlockResult
        Anything with its fields.
    dossier : Dossier
        What the model was compiled from.
    budget : int or None
        Steps in all; `None` for no limit.
    cap : int
        Steps for any one claim.
    """
    return _Check(result, dossier, budget, cap).run()


class _Check:
    def __init__(self, result: Any, dossier: Any, budget: int | None, cap: int) -> None:
        self.result, self.standoff = result, dossier.standoff
        self.budget, self.cap = budget, cap
        self.label: Callable[[int], str] = labels_of(result.model)
        self.reading = Reading(self.standoff)
        merged = bool(self.standoff.same) or result.model.size <= TRIED_STATES
        self.game = self.reading.game_over() if merged else self.reading.game_asked()
        self.tally = Tally()
        self.claims = 0
        self.target = self.label(result.target)
        self.unstable = [self.label(state) for state in result.also_unstable]

    def run(self) -> Verification:
        result = self.result
        for concept, said in result.holds.items():
            self._claim(concept, said, self.game, partial(self._held, concept))
        for need in result.conditions:
            self._condition(need)
        labels = [self.label(state) for state in range(result.model.size)]
        for change in result.changes:
            game = game_after(self.standoff, self.game, change.edits, self.label, labels)
            question = partial(self._does, change.concept, self.unstable)
            self._claim(f"{change.concept} after a change", True, game, question)
        for measure in result.measures:
            self._measure(measure)
        ranked = any(isinstance(p, ByRanking) for p in self.standoff.preferences.values())
        if result.model.size <= (TRIED_RANKED if ranked else TRIED_STATES):
            for proof in result.proofs:
                self._smallest(proof, labels)
        self.tally.states_checked = int(self.tally.checked == self.claims)
        patterns = 1 << len(result.model.options)
        return self.tally.result("unlock", self.claims, 1, patterns)

    def _held(self, concept: str, game: LiteralGame) -> bool:
        return equilibrium(game, self.target, concept)

    def _does(self, concept: str, unstable: Sequence[str], game: LiteralGame) -> bool:
        if not all(pattern in game.feasible for pattern in game.members(self.target)):
            return False
        return equilibrium(game, self.target, concept) and not any(
            equilibrium(game, state, concept) for state in unstable
        )

    def _claim(
        self,
        what: str,
        said: bool,
        game: LiteralGame,
        question: Callable[[LiteralGame], bool],
        party: str = "",
    ) -> None:
        """Ask the definitions one question, within the steps that are left."""
        self.claims += 1
        literal = within(game, partial(question, game), self.budget, self.cap)
        if literal is None:
            self.tally.unfinished += 1
            return
        self.tally.checked += 1
        self.tally.expect(self.target, party, what, said, literal)

    def _condition(self, need: Any) -> None:
        party, move = self.game.parties[need.party], self.label(need.move)

        def met(game: LiteralGame) -> bool:
            if move not in game.moves(party, self.target):
                return not need.met
            if not game.better(party, move, self.target):
                return True
            return need.concept != "nash" and deterred(game, party, self.target, move, need.concept)

        self._claim(f"{need.concept} condition on {move}", need.met, self.game, met, party)

    def _measure(self, measure: Any) -> None:
        game = game_with(self.game, measure.kind, measure.option, self.target)
        unstable = self.unstable
        if measure.kind == "ban":
            left = [
                tuple(p for p in self.game.members(state) if p[measure.option] == "N")
                for state in unstable
            ]
            unstable = [merged_label(patterns) for patterns in left if patterns]
        name = f"{measure.concept} with {measure.kind} on {self.game.options[measure.option][0]}"
        self._claim(name, True, game, partial(self._does, measure.concept, unstable))

    def _smallest(self, proof: Any, labels: Sequence[str]) -> None:
        most = min(proof.proved, 1) - 1 if proof.cost is None else min(proof.cost, 2) - 1
        if most < 0:
            return

        def fewer(game: LiteralGame) -> bool:
            truths = truths_of(self.standoff, game, labels, self.reading.holds)
            cost, _ = smallest(
                self.standoff,
                game,
                labels,
                truths,
                self.target,
                proof.concept,
                self.unstable,
                min(most, proof.proved - 1),
            )
            return cost is not None

        self._claim(f"{proof.concept}: fewer changes do", False, self.game, fewer)


def count_rankings(game: LiteralGame, labels: Sequence[str], party: str, state: str) -> Any:
    """Return, by concept, in how many strict rankings of a party a state is stable for it.

    Every ranking is tried.
    """
    found = dict.fromkeys(("nash", "gmr", "smr", "seq", "sseq"), 0)
    for order in permutations(labels):
        worth = {label: -place for place, label in enumerate(order)}
        changed = game.altered(preference={**game.preference, party: worth})
        for concept in found:
            found[concept] += stable(changed, party, state, concept)
    return found
