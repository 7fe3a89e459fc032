"""The structure of a draw: which states it has, who can move where, and which state is today's.

Draws that leave out the same rules and options share a structure, which is compiled once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from detente.conflict.compile import compile_model
from detente.conflict.kernels.drawing_board import Board, Wishes
from detente.conflict.model import ConflictModel
from detente.conflict.moves import MoveList, list_moves
from detente.conflict.reach import reachable
from detente.conflict.states import evaluate, feasible_patterns
from detente.dossier import Dossier
from detente.dossier.expressions import Taken
from detente.dossier.standoff import (
    ByRanking,
    Clause,
    Indifferent,
    OneWay,
    Preference,
    Standoff,
)
from detente.ensemble.drawing import Values
from detente.ensemble.plan import Guards, Plan
from detente.ensemble.saying import Sayings, present
from detente.errors import DossierError, Fault
from detente.words import say

KEPT, KEPT_STATES = 256, 1 << 22
"""Structures that are kept compiled, and their states together."""

Key = tuple[int, int]
"""A state whatever the structure: its lowest pattern, and the options in which members differ."""


@dataclass(eq=False, slots=True)
class Variant:
    """One structure, compiled.

    Parameters
    ----------
    model : ConflictModel
        Its states and rules, with ranks for parties that have a ranking only.
    wishes : Wishes
        What ranks are made of.
    board : Board or None
        `None` for merged states, which need the general kernel.
    """

    model: ConflictModel
    wishes: Wishes
    board: Board | None
    _lists: tuple[MoveList, ...] | None = None
    _by_moves: dict[int, NDArray[np.bool_]] = field(default_factory=dict)
    _at: dict[Key, int] | None = None

    @property
    def lists(self) -> tuple[MoveList, ...]:
        """All moves, as the general kernel reads them."""
        if self._lists is None:
            self._lists = list_moves(self.model)
        return self._lists

    @property
    def varying(self) -> NDArray[np.int64]:
        """The options in which members of each state differ, as bits."""
        merged = self.model.merged
        return np.zeros(self.model.size, np.int64) if merged is None else merged.varying

    def find(self, key: Key) -> int:
        """Return the state that `key` names, or -1."""
        if self._at is None:
            pairs = zip(self.model.states.tolist(), self.varying.tolist(), strict=True)
            self._at = {pair: state for state, pair in enumerate(pairs)}
        return self._at.get(key, -1)

    def of_pattern(self, pattern: int) -> int:
        """Return the state that a `pattern` belongs to, or -1 if it is not feasible."""
        merged = self.model.merged
        patterns = self.model.states if merged is None else merged.patterns
        at = int(np.searchsorted(patterns, pattern))
        if at == len(patterns) or patterns[at] != pattern:
            return -1
        return at if merged is None else int(merged.state_of[at])

    def by_moves(self, today: int) -> NDArray[np.bool_]:
        """Return which states moves lead to from the state `today`."""
        if today not in self._by_moves:
            self._by_moves[today] = reachable(self.model, today, "moves")
        return self._by_moves[today]


class Variants:
    """The structures of a standoff, compiled when a draw needs them.

    Parameters
    ----------
    dossier : Dossier
        What the standoff was read from.
    plan : Plan
        The standoff taken apart.
    sayings : Sayings
        What draws say about preferences.
    size : int
        About how many states a structure has.
    """

    def __init__(self, dossier: Dossier, plan: Plan, sayings: Sayings, size: int) -> None:
        self._dossier = dossier
        self._standoff = dossier.require_standoff()
        self._plan = plan
        self._sayings = sayings
        self._options = tuple(option.id for option in self._standoff.options)
        self._place = {option: k for k, option in enumerate(self._options)}
        kept = max(2, min(KEPT, KEPT_STATES // size))
        self._compiled = lru_cache(maxsize=kept)(self._compile)

    def groups(self, values: Values) -> Iterator[tuple[Variant, NDArray[np.intp]]]:
        """Yield each structure among the draws with the draws that have it."""
        structural = list(self._plan.structural)
        kinds, kind = np.unique(values[:, structural], axis=0, return_inverse=True)
        for number, row in enumerate(kinds.tolist()):
            yield self._compiled(tuple(row)), np.flatnonzero(kind.reshape(-1) == number)

    def todays(self, variant: Variant, values: Values) -> NDArray[np.int32]:
        """Return today's state in each draw, -1 where it is not known or not feasible.

        An option that is absent is not taken today either.
        """
        bits, known = self.today_patterns(values)
        patterns, which = np.unique(bits, return_inverse=True)
        states = np.array([variant.of_pattern(p) for p in patterns.tolist()], np.int32)
        return np.where(known, states[which.reshape(-1)], -1).astype(np.int32)

    def today_patterns(self, values: Values) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
        """Return today's pattern in each draw, feasible or not, and in which draws it is known."""
        bits = np.zeros(len(values), np.int64)
        if self._standoff.status_quo is None:
            return bits, np.zeros(len(values), np.bool_)
        guards = dict(self._plan.options)
        for option, taken in self._plan.taken:
            there = present(values, (*taken, *guards[option]))
            bits |= there.astype(np.int64) << self._place[option]
        return bits, present(values, self._plan.status_quo)

    def check(self) -> None:
        """Compile the structure with the most states, so that a ranking that misses one is told.

        Raises
        ------
        DossierError
            If a ranking misses a state that some draw has.
        """
        rules = {number for guards in self._plan.infeasible for number in guards}
        rules |= {number for guards in self._plan.same for number in guards}
        if rules and any(isinstance(p.preference, ByRanking) for p in self._plan.parties):
            row = [int(number not in rules) for number in self._plan.structural]
            self._compiled(tuple(row))

    def _compile(self, row: tuple[int, ...]) -> Variant:
        values = dict(zip(self._plan.structural, row, strict=True))

        def there(guards: Guards) -> bool:
            return all(values.get(number, 1) for number in guards)

        standoff = self._reduced(there)
        try:
            model = compile_model(replace(self._dossier, standoff=standoff, table=None))
        except DossierError as error:
            raise DossierError(self._told(fault, row) for fault in error.faults) from error
        if model.merged is not None and not model.merged.varying.any():
            model = replace(model, merged=None)
        board = None if model.merged is not None else Board.of(model)
        return Variant(model, self._sayings.wishes(model), board)

    def _reduced(self, there: Callable[[Guards], bool]) -> Standoff:
        """Return the standoff with the rules and options that are present."""
        standoff, plan = self._standoff, self._plan
        infeasible = [
            clause
            for clause, guards in zip(standoff.infeasible, plan.infeasible, strict=True)
            if there(guards)
        ]
        absent = {option for option, guards in plan.options if not there(guards)}
        for option in standoff.options:
            if option.id in absent:
                infeasible.append(Clause(option.id, Taken(option.id), option.place))
        one_way: dict[str, OneWay] = {
            option: standoff.one_way[option] for option, guards in plan.one_way if there(guards)
        }
        kept = [c for c, guards in zip(standoff.same, plan.same, strict=True) if there(guards)]
        patterns = feasible_patterns(self._options, infeasible)
        same = [c for c in kept if evaluate(c.expression, patterns, self._place).any()]
        return replace(
            standoff,
            infeasible=tuple(infeasible),
            one_way=one_way,
            same=tuple(same),
            status_quo=None,
            names=(),
            perceptions={},
            preferences={
                party: self._ranking(preference, absent)
                for party, preference in standoff.preferences.items()
            },
        )

    def _ranking(self, preference: Preference, absent: set[str]) -> Preference:
        """Return a ranking without the states that take an absent option; others do not matter."""
        if not isinstance(preference, ByRanking):
            return Indifferent(preference.place)
        gone = [self._place[option] for option in absent]
        tiers, places = [], []
        for labels, where in zip(preference.tiers, preference.places, strict=True):
            kept = [
                (label, place)
                for label, place in zip(labels, where, strict=True)
                if all(label[k] != "Y" for k in gone)
            ]
            if kept:
                tiers.append(tuple(label for label, _ in kept))
                places.append(tuple(place for _, place in kept))
        return replace(preference, tiers=tuple(tiers), places=tuple(places))

    def _told(self, fault: Fault, row: tuple[int, ...]) -> Fault:
        """Return `fault` with the guesses that bring it about."""
        missing = [
            self._plan.guesses[number].id
            for number, there in zip(self._plan.structural, row, strict=True)
            if not there
        ]
        if not missing:
            return fault
        message = say("ensemble.fault.without", missing=missing, message=fault.message)
        return replace(fault, message=message)
