"""What becomes of each package of some list: each set of states is looked at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from detente.compliance.breaking import first_breaches
from detente.compliance.clients import desertions, sponsors_of
from detente.compliance.enforcement import Breach, Carried
from detente.compliance.guarantees import CONCEPT, Guarantees, board_of
from detente.compliance.holding import best_target, held_bits, named
from detente.compliance.targets import Carrying, Target
from detente.conflict.concepts import CONCEPTS
from detente.conflict.model import ConflictModel
from detente.conflict.reach import reachable
from detente.conflict.stability import StabilityResult
from detente.conflict.unlock.measures import Measure
from detente.dossier import Dossier


@dataclass(eq=False)
class Judge:
    """Judges sets of states by the conflict in its central reading.

    Parameters
    ----------
    dossier : Dossier
        With both sections.
    carrying : Carrying
        What packages take, over the conflict's model.
    result : StabilityResult
        The stability of the model.
    bound : tuple of int
        The players that sign or comply; at least one.
    """

    dossier: Dossier
    carrying: Carrying
    result: StabilityResult
    bound: tuple[int, ...]
    by_moves: NDArray[np.bool_] = field(init=False)
    by_improvements: NDArray[np.bool_] = field(init=False)
    _known: dict[tuple[Target, ...], Carried] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        model, today = self.model, self.carrying.state_of(self.carrying.today)
        start = 0 if today is None else today
        self.by_moves = reachable(model, start, "moves")
        self.by_improvements = reachable(model, start, "improvements")
        self._board = board_of(model)
        self._guarantees = Guarantees(self._board, self.bound)
        self._measures: dict[int, tuple[Measure, ...] | None] = {}
        self._breaches: dict[int, tuple[Breach, ...]] = {}
        self._sponsors = sponsors_of(self.dossier, model)
        signing = {member.party for member in self.dossier.require_table().must_sign}
        self._signers = tuple(k for k, party in enumerate(model.parties) if party in signing)

    @property
    def model(self) -> ConflictModel:
        """The conflict."""
        return self.carrying.model

    def judge(self, targets: tuple[Target, ...]) -> Carried:
        """Return what becomes of a package that is carried out in one of `targets`."""
        if targets not in self._known:
            self._known[targets] = self._judge(targets)
        return self._known[targets]

    def _judge(self, targets: tuple[Target, ...]) -> Carried:
        model, verdicts = self.model, self.result.verdicts
        everyone = range(len(model.parties))
        states = [target.state for target in targets]
        chosen = best_target(
            targets, verdicts, self.bound, self.by_moves, self.by_improvements, self.carrying.today
        )
        stable = {party: named(int(verdicts[party, chosen.state])) for party in everyone}
        holds = named(held_bits(verdicts, states, self.bound))
        outside = [party for party in everyone if party not in self.bound]
        return Carried(
            targets=targets,
            chosen=chosen,
            by_moves=bool(self.by_moves[states].any()),
            by_improvements=bool(self.by_improvements[states].any()),
            stable=stable,
            holds=holds,
            holds_for_all=named(held_bits(verdicts, states, everyone)),
            spoilers={
                concept: tuple(party for party in outside if concept not in stable[party])
                for concept in CONCEPTS
                if concept in self.result.concepts
            },
            breaches=self._first(chosen.state, stable),
            guarantees=None if CONCEPT in holds else self._least(chosen.state),
            desertions=desertions(self.carrying, chosen, self._sponsors, self._signers, verdicts),
        )

    def _first(self, state: int, stable: Mapping[int, tuple[str, ...]]) -> tuple[Breach, ...]:
        if state not in self._breaches:
            self._breaches[state] = first_breaches(
                self.model, self._board, state, stable, self.bound
            )
        return self._breaches[state]

    def _least(self, state: int) -> tuple[Measure, ...] | None:
        if state not in self._measures:
            self._measures[state] = self._guarantees.find(state)
        return self._measures[state]
