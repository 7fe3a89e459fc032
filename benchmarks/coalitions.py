"""How long all coalitions take, on a generated conflict and on the example."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from benchmarks import models
from benchmarks.figures import Figure, timed

EXAMPLE = Path(__file__).parents[1] / "examples" / "syria-2016"


def figures(quick: bool) -> list[Figure]:
    """Measure all coalitions: 31 of 5 parties, and the 63 of the example.

    Without `quick`, also the largest conflict of 5 parties without constraints that is not refused.
    """
    import detente
    from detente.conflict import coalitions

    coalitions(models.plain(5))
    found = []
    for options, bound in ((12, 60), (14, None), *(() if quick else ((16, None),))):
        model = models.plain(options)
        name = f"2^{options} states, all 31 coalitions, four concepts"
        found.append(Figure(name, timed(partial(coalitions, model)), bound, "s"))
    example = detente.open(EXAMPLE).model
    name = f"the example, {example.size:,} states, all 63 coalitions"
    return [*found, Figure(name, timed(lambda: coalitions(example)), 10, "s")]
