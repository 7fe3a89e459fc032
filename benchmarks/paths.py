"""How long paths take on a large conflict, in passes of the stability kernel over the same."""

from __future__ import annotations

import statistics

from benchmarks import models
from benchmarks.figures import Figure, timed


def measure(options: int, parties: int, runs: int) -> tuple[float, float]:
    """Return the seconds of a whole answer, and how many stability passes that is.

    A whole answer is the stability of every state, the search by all three relations from a
    state that somebody leaves, and the shortest paths to the nearest equilibria.
    """
    import numpy as np

    from detente.conflict.kernels.fast import solve_fast
    from detente.conflict.paths import paths
    from detente.conflict.stability import stability

    small = models.plain(6, 2)
    paths(small, 0, result=stability(small, "fast"))
    model = models.plain(options, parties)
    verdicts = solve_fast(model)
    start = int(np.flatnonzero((verdicts & 8 == 0).any(axis=0))[0])
    passes, answers = [], []
    for _ in range(runs):
        passes.append(timed(lambda: solve_fast(model)))
        answers.append(timed(lambda: paths(model, start)))
    ratios = [answer / once for answer, once in zip(answers, passes, strict=True)]
    return statistics.median(answers), statistics.median(ratios)


def figures(quick: bool) -> list[Figure]:
    """Measure paths on 2^20 states."""
    found = []
    for parties in (5,) if quick else (5, 2):
        seconds, ratio = measure(20, parties, 3 if quick else 5)
        name = f"2^20 states, {parties} parties: paths, times one stability pass"
        bound = 5 if parties == 5 else None
        found.append(Figure(name, ratio, bound, "x", f" {seconds:.2f} s"))
    return found
