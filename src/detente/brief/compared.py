"""Outcomes measured against today: how they are reached, and for whom they are better."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.brief.listing import Entry
from detente.brief.situation import Situation
from detente.words import say


def reach_word(it: Situation, entry: Entry) -> str:
    """Return how one gets from today to the outcomes of `entry`, in a few words."""
    others = entry.states[entry.states != it.today]
    near = int(np.count_nonzero(it.by_improvements[others]))
    if others.size < entry.states.size:
        return say("brief.reach.with_today", n=f"{near:,}") if near else say("brief.reach.today")
    if entry.single is None and near:
        return say("brief.reach.some", n=f"{near:,}")
    if near:
        return say("brief.reach.improvements")
    return say("brief.reach.moves" if it.by_moves[entry.states].any() else "brief.reach.no")


def against(it: Situation, entry: Entry) -> str:
    """Return for whom all outcomes of `entry` are better than today, and for whom worse."""
    ranks = it.model.ranks
    here = ranks[:, [it.today or 0]]
    better: NDArray[Any] = np.all(ranks[:, entry.states] > here, axis=1)
    worse: NDArray[Any] = np.all(ranks[:, entry.states] < here, axis=1)
    told = []
    if better.any() and worse.any() and (better | worse).all():
        return say("brief.against.split", who=[it.who(p) for p in it.parties if worse[p]])
    for code, mask in (("better", better), ("worse", worse)):
        names = [it.who(p) for p in it.parties if mask[p]]
        if len(names) == len(it.parties) > 1:
            told.append(say(f"brief.against.{code}_all"))
        elif names:
            told.append(say(f"brief.against.{code}", who=names))
    if not told:
        told.append(
            say("brief.against.same" if entry.single is not None else "brief.against.mixed")
        )
    return ", ".join(told)
