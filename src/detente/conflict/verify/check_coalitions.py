"""An answer about coalitions derived again from the literal definitions.

First come the improvements from each state told and some of the jumps told, then the verdicts,
state by state, then the other jumps, as far as the budget goes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from detente.conflict.verify.check import BUDGET, CAP, game_for, labels_of, within
from detente.conflict.verify.coalitions import (
    COALITION_CONCEPTS,
    Coalition,
    coalition_improvements,
    coalition_stable,
    is_jump,
)
from detente.conflict.verify.definitions import CONCEPTS
from detente.conflict.verify.game import LiteralGame
from detente.conflict.verify.report import Tally, Verification
from detente.conflict.verify.setting import stride

FIRST_JUMPS = 100
"""Jumps that are derived again before the verdicts."""


def check_coalitions(
    result: Any, dossier: Any = None, budget: int | None = BUDGET, cap: int = CAP
) -> Verification:
    """Derive an answer about coalitions again, as far as the budget goes.

    Parameters
    ----------
    result : CoalitionsResult
        Anything with `model`, `masks`, `verdicts`, `stable`, `starts`, `improvements` and `jumps`.
    dossier : Dossier, optional
        What the model was compiled from; without it the model itself is believed.
    budget : int or None
        Steps in all; `None` for no limit.
    cap : int
        Steps for any one verdict or claim.
    """
    model, label, tally = result.model, labels_of(result.model), Tally()
    game = game_for(model, dossier, label, tally)
    size = int(model.states.shape[0])
    if game is not None:
        checking = _Checking(result, game, label, budget, cap, tally)
        checking.improvements()
        jumps = list(stride(len(result.jumps)))
        checking.jumps(jumps[:FIRST_JUMPS])
        checking.verdicts()
        checking.jumps(jumps[FIRST_JUMPS:])
    claims = len(result.masks) * len(result.starts) + len(result.jumps)
    verdicts = claims + size * len(result.masks) * len(COALITION_CONCEPTS)
    return tally.result("coalitions", verdicts, size, 1 << len(model.options))


class _Checking:
    """One check: what is compared, by which game, and how far it may go."""

    def __init__(
        self,
        result: Any,
        game: LiteralGame,
        label: Callable[[int], str],
        budget: int | None,
        cap: int,
        tally: Tally,
    ) -> None:
        self.result, self.game, self.label = result, game, label
        self.budget, self.cap, self.tally = budget, cap, tally
        self.members: dict[int, Coalition] = {
            mask: tuple(p for i, p in enumerate(game.parties) if mask >> i & 1)
            for mask in result.masks
        }

    def improvements(self) -> None:
        """Hold the improvements told against R_H++ of each state told."""
        for mask in self.result.masks:
            members = self.members[mask]
            told: dict[int, set[str]] = {}
            for begin, end in self.result.improvements[mask].tolist():
                told.setdefault(begin, set()).add(self.label(end))
            for start in self.result.starts.tolist():
                state, said = self.label(start), told.get(start, set())
                found: set[str] = set()

                def agrees(
                    members: Coalition = members, state: str = state, found: set[str] = found
                ) -> bool:
                    found.update(coalition_improvements(self.game, members, state))
                    return True

                if self._asked(agrees) is None:
                    continue
                for end in sorted(found ^ said):
                    name = f"improvement from {state}"
                    self.tally.expect(end, "+".join(members), name, end in said, end in found)

    def jumps(self, places: Sequence[int]) -> None:
        """Derive the jumps told at `places` again, under each concept that is told."""
        for place in places:
            jump = self.result.jumps[place]
            members, end = self.members[jump.mask], self.label(jump.to)
            begin = self.label(jump.from_)
            told = [name for k, name in enumerate(CONCEPTS) if jump.concepts >> k & 1]

            def holds(
                members: Coalition = members,
                begin: str = begin,
                end: str = end,
                told: list[str] = told,
            ) -> bool:
                return bool(told) and all(
                    is_jump(self.game, members, begin, end, concept) for concept in told
                )

            literal = self._asked(holds)
            if literal is not None:
                self.tally.expect(end, "+".join(members), f"jump from {begin}", True, literal)

    def verdicts(self) -> None:
        """Derive the verdicts again, today's first, then others evenly spread."""
        size, today = int(self.result.model.states.shape[0]), self.result.model.status_quo
        first = [] if today is None else [int(today)]
        for state in [*first, *(other for other in stride(size) if other not in first)]:
            if self.budget is not None and self.game.meter.spent >= self.budget:
                return
            self._verdicts_of(state)

    def _verdicts_of(self, state: int) -> None:
        bits = (1 << len(COALITION_CONCEPTS)) - 1
        for k in range(len(self.result.masks)):
            bits &= int(self.result.verdicts[k, state])
        label, finished = self.label(state), 0
        for c, concept in enumerate(COALITION_CONCEPTS):
            said = bool(int(self.result.stable[state]) >> c & 1)
            self.tally.expect(label, "", f"coalition stable {concept}", said, bool(bits >> c & 1))
            for k, mask in enumerate(self.result.masks):
                members = self.members[mask]
                literal = self._asked(partial(coalition_stable, self.game, members, label, concept))
                if literal is not None:
                    finished += 1
                    bit = bool(int(self.result.verdicts[k, state]) >> c & 1)
                    self.tally.expect(label, "+".join(members), concept, bit, literal)
        self.tally.states_checked += finished == len(self.members) * len(COALITION_CONCEPTS)

    def _asked(self, question: Callable[[], bool]) -> bool | None:
        """Return the literal answer and count it, or `None` if it takes too many steps."""
        if self.budget is not None and self.game.meter.spent >= self.budget:
            return None
        literal = within(self.game, question, self.budget, self.cap)
        if literal is None:
            self.tally.unfinished += 1
        else:
            self.tally.checked += 1
        return literal
