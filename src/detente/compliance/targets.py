"""From a package to the states of the conflict in which it is carried out.

A package's *wants* are what its outcomes need. It is carried out in every feasible state in which
all of them are true and in which every option that none of them mentions stands as today. This
looks at patterns alone, at nobody's preferences, so that it is the same in every reading of these.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from detente.conflict.model import ConflictModel, Patterns
from detente.conflict.states import evaluate, options_in
from detente.dossier import Dossier
from detente.dossier.standoff import Clause
from detente.dossier.table import Table
from detente.errors import DossierError


@dataclass(frozen=True, slots=True)
class Target:
    """A state in which a package is carried out.

    Parameters
    ----------
    state : int
        The state.
    pattern : int
        Its lowest pattern in which the package is carried out; of a merged state there may be
        patterns in which it is not.
    """

    state: int
    pattern: int


@dataclass(frozen=True, eq=False, slots=True)
class Carrying:
    """What carrying out each outcome takes, over the patterns of one conflict.

    Parameters
    ----------
    model : ConflictModel
        The conflict; only its options and patterns are looked at.
    today : int
        Today's pattern, as bits.
    needs : mapping of str to tuple of Clause
        The wants of each outcome, by the outcome's full id.
    """

    model: ConflictModel
    today: int
    needs: Mapping[str, tuple[Clause, ...]]

    @property
    def patterns(self) -> Patterns:
        """Every feasible pattern, rising."""
        merged = self.model.merged
        return self.model.states if merged is None else merged.patterns

    def wants(self, outcomes: Iterable[str]) -> tuple[Clause, ...]:
        """Return the wants of these outcomes, each once, in the order of the file."""
        chosen = set(outcomes)
        found: dict[str, Clause] = {}
        for outcome, clauses in self.needs.items():
            if outcome in chosen:
                for clause in clauses:
                    found.setdefault(clause.text, clause)
        return tuple(found.values())

    def mentioned(self, wants: Iterable[Clause]) -> int:
        """Return the options that the wants mention, as bits."""
        bits = 0
        for clause in wants:
            for option in options_in(clause.expression, self.model.options):
                bits |= 1 << self.model.options.index(option)
        return bits

    def met(self, wants: Iterable[Clause], patterns: Patterns) -> NDArray[np.bool_]:
        """Return where all wants are true; shape (p,), as `patterns`."""
        place = {option: k for k, option in enumerate(self.model.options)}
        true = np.ones(patterns.shape, np.bool_)
        for clause in wants:
            true &= evaluate(clause.expression, patterns, place)
        return true

    def targets(self, wants: Sequence[Clause]) -> tuple[Target, ...]:
        """Return the states in which all wants are true and all else is as today, rising."""
        patterns, mentioned = self.patterns, self.mentioned(wants)
        as_today = (patterns ^ self.today) & ~mentioned == 0
        found = np.flatnonzero(as_today & self.met(wants, patterns))
        merged = self.model.merged
        states: dict[int, int] = {}
        for at in found.tolist():
            state = at if merged is None else int(merged.state_of[at])
            states.setdefault(state, int(patterns[at]))
        return tuple(Target(state, pattern) for state, pattern in sorted(states.items()))

    def targets_of(self, outcomes: Iterable[str]) -> tuple[Target, ...]:
        """Return the states in which a package of these outcomes is carried out, rising."""
        return self.targets(self.wants(outcomes))

    def state_of(self, pattern: int) -> int | None:
        """Return the state of a pattern, or `None` where it cannot be."""
        patterns = self.patterns
        at = int(np.searchsorted(patterns, pattern))
        if at == len(patterns) or int(patterns[at]) != pattern:
            return None
        merged = self.model.merged
        return at if merged is None else int(merged.state_of[at])


def carrying(dossier: Dossier, model: ConflictModel) -> Carrying:
    """Return what carrying out each outcome of the table takes in the conflict.

    Raises
    ------
    DossierError
        If the dossier has no section ``negotiation`` or ``conflict``, nothing under ``needs``,
        or does not say which state is today's.
    """
    table = dossier.require_table()
    standoff = dossier.require_standoff()
    if not any(need.wants for need in table.needs):
        raise DossierError(
            [
                dossier.fault(
                    table.place,
                    "no-needs",
                    "no outcome says under `needs` what carrying it out takes in the conflict, so "
                    "no package can be asked whether it would hold",
                    "Add needs to negotiation, such as {truce.full: [not army.bomb]}",
                )
            ]
        )
    if standoff.status_quo is None:
        raise DossierError(
            [
                dossier.fault(
                    standoff.place,
                    "no-status-quo",
                    "the dossier does not say which state is today's, and an option that no need "
                    "mentions stands as today",
                    "Add status_quo to conflict",
                )
            ]
        )
    today = sum(1 << model.options.index(option) for option in standoff.status_quo.taken)
    return Carrying(model, today, {need.outcome: need.wants for need in table.needs})


def bound_parties(table: Table, model: ConflictModel) -> tuple[int, ...]:
    """Return the players that must sign or comply, rising."""
    members = {member.party for member in (*table.must_sign, *table.must_comply)}
    return tuple(k for k, party in enumerate(model.parties) if party in members)
