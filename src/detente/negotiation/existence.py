"""Whether rules leave any package, looked for among the issues that they speak of."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from detente.dossier.expressions import Expression
from detente.negotiation.model import TableModel
from detente.negotiation.packages import grid
from detente.negotiation.rules import any_true, issues_in, where_outcomes

LOOKED = 1 << 24
"""Combinations looked at before rules are taken to leave a package."""

BLOCK = 1 << 12


def some_package(model: TableModel, rules: Sequence[Expression]) -> bool:
    """Return whether some package is one of which none of `rules` is true.

    Only the issues that the rules speak of are gone through. Rules over so many of them that
    `LOOKED` combinations do not settle it are taken to leave a package.
    """
    where = where_outcomes(model)
    spoken = issues_in(rules, where)
    seen = 0
    for part in grid([model.shape[k] for k in spoken], BLOCK):
        choices = np.zeros((len(part), len(model.issues)), np.int16)
        choices[:, spoken] = part
        if not any_true(rules, where, choices).all():
            return True
        seen += len(part)
        if seen >= LOOKED:
            return True
    return False
