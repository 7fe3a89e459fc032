"""Which outcomes a brief looks at more closely: one to reach, and those that would have to hold."""

from __future__ import annotations

import numpy as np

from detente.brief.situation import Situation

MOST_GOALS = 2
"""Outcomes whose unlocking is told."""


def goal_in_reach(it: Situation) -> int | None:
    """Return the outcome that would hold and to which the brief tells a way, if there is one.

    The one that the steps waiting for one another reach together, else the goal of the nearest way.
    """
    together = it.deadlock.together
    if together is not None and it.holds(together):
        return together
    return it.ways[0].goal if it.ways else None


def goals_to_unlock(it: Situation) -> tuple[int, ...]:
    """Return the outcomes that do not hold and that most parties would prefer to today.

    Those that the analyst gave a name of their own, those that more parties prefer first; without
    any, what the steps that wait for one another would reach together.
    """
    if it.today is None:
        return ()
    ranks = it.model.ranks
    named = dict.fromkeys(int(states[0]) for states, _ in it.model.names if len(states) == 1)
    together = it.deadlock.together
    found: list[tuple[int, int]] = []
    for state in (*named, *(() if together is None else (together,))):
        count = int(np.count_nonzero(ranks[:, state] > ranks[:, it.today]))
        if not it.holds(state) and 2 * count > len(it.parties) and state not in dict(found):
            found.append((state, count))
    found.sort(key=lambda one: -one[1])
    chosen = [one for one in found if one[0] in named] or found
    return tuple(state for state, _ in chosen[:MOST_GOALS])
