"""Which of a party's statements decides between two states.

Under option prioritisation the first statement that is true in one state and false in the
other settles which is preferred. So a verdict about today can be traced to the very
statements it rests on, and doubt about one of them is doubt about that verdict.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from detente.conflict.model import ConflictModel
from detente.conflict.preferences import central_statements
from detente.conflict.states import evaluate
from detente.dossier.standoff import ByStatements, Clause, Standoff


def statements(standoff: Standoff, party: str) -> tuple[Clause, ...]:
    """Return the statements of `party` in the central reading; none unless it has any."""
    preference = standoff.preferences.get(party)
    return tuple(central_statements(preference)) if isinstance(preference, ByStatements) else ()


def deciding(
    clauses: Sequence[Clause], model: ConflictModel, state: int, others: Sequence[int]
) -> tuple[int, ...]:
    """Return which of `clauses` settle the preference between `state` and each of `others`.

    Rising, each once; nothing for a state between which and `state` the clauses are indifferent.
    """
    place = {option: k for k, option in enumerate(model.options)}
    here = np.array([state])
    open_ = np.asarray(others, dtype=np.int64)
    found = []
    for k, clause in enumerate(clauses):
        if not open_.size:
            break
        told = evaluate(clause.expression, model.states[np.concatenate([here, open_])], place)
        differs = told[1:] != told[0]
        if differs.any():
            found.append(k)
        open_ = open_[~differs]
    return tuple(found)


def holds_in(clause: Clause, model: ConflictModel, state: int) -> bool:
    """Return whether `clause` is true in `state`."""
    place = {option: k for k, option in enumerate(model.options)}
    return bool(evaluate(clause.expression, model.states[[state]], place)[0])
