"""Merged states whose members a statement or a weight tells apart."""

from __future__ import annotations

import numpy as np

from detente.conflict.model import ConflictModel
from detente.conflict.preferences import central_statements
from detente.conflict.states import evaluate
from detente.dossier import Dossier, Remark
from detente.dossier.standoff import ByStatements, ByWeights, Clause, Preference
from detente.words import say


def differing_members(dossier: Dossier, model: ConflictModel) -> list[Remark]:
    """Return a remark for each statement or weight that differs between members of a state.

    The lowest member decides there, which the analyst may not have meant.
    """
    standoff = dossier.require_standoff()
    merged = model.merged
    if merged is None:
        return []
    place = {option: k for k, option in enumerate(model.options)}
    found = []
    for party, preference in standoff.preferences.items():
        for clause in _clauses(preference):
            truth = evaluate(clause.expression, merged.patterns, place)
            lowest = evaluate(clause.expression, model.states, place)
            apart = np.unique(merged.state_of[truth != lowest[merged.state_of]])
            if not len(apart):
                continue
            state = int(apart[0])
            bits = int(model.states[state])
            letters = "".join("Y" if bits >> k & 1 else "N" for k in range(len(place)))
            message = say(
                "check.members",
                who=dossier.party_name(party),
                label=model.label(state),
                text=clause.text,
                lowest=letters,
            )
            found.append(
                Remark(clause.place.line, clause.place.column, "differing-members", message)
            )
    return found


def _clauses(preference: Preference) -> list[Clause]:
    match preference:
        case ByStatements():
            return central_statements(preference)
        case ByWeights(terms):
            return [term.clause for term in terms]
        case _:
            return []
