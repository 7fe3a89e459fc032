"""Stability where orders are known in part, and the games that parties see."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from benchmarks import models
from benchmarks.figures import Figure, timed

SEEN = """\
  perceptions:
    p0: {not_seen: [p1.o%(first)s], preferences: {p2: {statements: [p0.o0]}}}
    p1: {preferences: {p0: {indifferent: true}}}
"""


def figures(quick: bool) -> list[Figure]:
    """Return the figures; with `quick` those of smaller conflicts."""
    return [_pairs(10 if quick else 12), _perceptions(14 if quick else 18)]


def _pairs(options: int) -> Figure:
    """Measure all four extensions with two of five orders known in part."""
    from detente.conflict.unknown import solve_unknown

    model = models.plain(options)
    rng = np.random.default_rng(0)
    partial = {}
    for party in (1, 3):
        better = model.ranks[party][:, None] > model.ranks[party] + model.size // 3
        partial[party] = better & (rng.random(model.size) < 0.9)[:, None]
    seconds = timed(lambda: solve_unknown(replace(model, partial=partial)))
    return Figure(f"four extensions, 2^{options} states, 5 parties", seconds, None, "s")


def _perceptions(options: int) -> Figure:
    """Measure two parties' own games against one pass of stability."""
    from detente.conflict import compile_model, stability
    from detente.conflict.perceptions import perceptions
    from detente.dossier import loads

    text = models.dossier_text(options, 5) + SEEN % {"first": -(-options // 5)}
    dossier = loads(text)
    model = compile_model(dossier)
    stability(model)
    once = timed(lambda: stability(model))
    result = stability(model)
    seconds = timed(lambda: perceptions(dossier, model, result=result))
    name = f"two own games, 2^{options} states, against one stability pass"
    return Figure(name, seconds / once, None, "times", f"{seconds:.1f} s")
