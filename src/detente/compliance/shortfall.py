"""Why a package cannot be carried out, and the nearest state in which its wants are met.

The wants that clash are irreducible: a want or a rule is left out where the others clash without
it, one after the other from the last to the first. Options that no want of the package mentions
stand as today throughout.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from detente.compliance.enforcement import Shortfall
from detente.compliance.targets import Carrying, Target
from detente.conflict.model import Patterns
from detente.conflict.states import evaluate
from detente.dossier.standoff import Clause

MOST_MENTIONED = 16
"""Up to so many mentioned options every combination is tried in the search for a clash."""


def shortfall(carrying: Carrying, wants: Sequence[Clause], rules: Sequence[Clause]) -> Shortfall:
    """Return why no state carries out `wants`, and what would come closest.

    Parameters
    ----------
    carrying : Carrying
        The conflict and today's pattern.
    wants : sequence of Clause
        Wants that no feasible pattern meets with all else as today.
    rules : sequence of Clause
        The entries of ``infeasible``.
    """
    nearest, further = _nearest(carrying, wants)
    clash, blocking = _clash(carrying, wants, rules)
    return Shortfall(clash, blocking, nearest, further)


def _nearest(carrying: Carrying, wants: Sequence[Clause]) -> tuple[Target | None, tuple[int, ...]]:
    """Return the state with fewest further options changed, then fewest changed at all."""
    patterns = carrying.patterns
    met = patterns[carrying.met(wants, patterns)]
    if not len(met):
        return None, ()
    changed = met ^ carrying.today
    further = changed & ~carrying.mentioned(wants)
    options = range(len(carrying.model.options))
    more, all_ = (np.sum([bits >> k & 1 for k in options], axis=0) for bits in (further, changed))
    best = int(np.lexsort((met, all_, more))[0])
    pattern = int(met[best])
    state = carrying.state_of(pattern)
    if state is None:
        return None, ()
    return Target(state, pattern), tuple(k for k in options if int(further[best]) >> k & 1)


def _clash(
    carrying: Carrying, wants: Sequence[Clause], rules: Sequence[Clause]
) -> tuple[tuple[Clause, ...], tuple[Clause, ...]]:
    mentioned = carrying.mentioned(wants)
    bits = [k for k in range(len(carrying.model.options)) if mentioned >> k & 1]
    if len(bits) > MOST_MENTIONED:
        return (), ()
    patterns: Patterns = np.full(1 << len(bits), carrying.today & ~mentioned, np.int64)
    for place, bit in enumerate(bits):
        patterns |= (np.arange(1 << len(bits)) >> place & 1) << bit
    place_of = {option: k for k, option in enumerate(carrying.model.options)}
    kept_wants = {n: carrying.met([want], patterns) for n, want in enumerate(wants)}
    kept_rules = {n: ~evaluate(rule.expression, patterns, place_of) for n, rule in enumerate(rules)}
    for kept in (kept_rules, kept_wants):
        for n in sorted(kept, reverse=True):
            left_out = kept.pop(n)
            if np.logical_and.reduce([*kept_wants.values(), *kept_rules.values()]).any():
                kept[n] = left_out
    return (
        tuple(want for n, want in enumerate(wants) if n in kept_wants),
        tuple(rule for n, rule in enumerate(rules) if n in kept_rules),
    )
