"""How long it takes to find the frontier and all solutions of large tables."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.figures import Figure, timed

if TYPE_CHECKING:
    from detente.negotiation.model import TableModel

ROOT = Path(__file__).parents[1]
TIMES = 7

TABLES: dict[str, tuple[Sequence[int], int, float, float]] = {
    "million": ([10] * 6, 4, 0.45, 0.1),
    "two": ([6, 6, 5, 5, 4, 4, 3, 5, 3, 3], 2, 0.5, 0.1),
    "endless": ([10] * 30, 2, 0.5, 0.2),
}
"""Issues, parties, reservation value and bound in seconds of the additive tables, by name."""


def table(name: str, rules: bool = False) -> TableModel:
    """Return a random table from a fixed seed, its values in hundredths.

    What is best for one party is as a rule bad for another. With `rules` there are red lines,
    linked amounts and packages that cannot be, which tie all issues together.
    """
    import numpy as np

    from detente.dossier.expressions import And, Not, Taken
    from detente.negotiation.compile import units, worth_of
    from detente.negotiation.model import LinkedWorth, RedLine, TableModel

    shape, parties, no_deal, _ = TABLES[name]
    random = np.random.default_rng(20161031)
    by_party = []
    for _ in range(parties):
        weights = [Fraction(int(random.integers(5, 40)), 100) for _ in shape]
        values = [
            [Fraction(int(value), 100) for value in (0, *random.integers(0, 101, size - 2), 100)]
            for size in shape
        ]
        for column in values:
            random.shuffle(column)
        by_party.append(worth_of(weights, values))
    outcomes = tuple(tuple(f"i{k}.o{n}" for n in range(size)) for k, size in enumerate(shape))
    names = tuple(f"p{n}" for n in range(parties))
    model = TableModel(
        issues=tuple(f"i{k}" for k in range(len(shape))),
        questions=tuple(f"i{k}" for k in range(len(shape))),
        outcomes=outcomes,
        outcome_texts=outcomes,
        parties=names,
        party_names=names,
        worth=tuple(np.stack([added[k] for added in by_party], axis=1) for k in range(len(shape))),
        linked=(),
        no_deal=np.full(parties, units(Fraction(str(no_deal)))),
        infeasible=(),
        red_lines=(),
        signers=tuple(range(parties)),
    )
    if not rules:
        return model

    def both(issue: int, one: int, two: int) -> And:
        after = (issue + 1) % len(shape)
        return And((Taken(outcomes[issue][one]), Taken(outcomes[after][two])))

    return replace(
        model,
        infeasible=tuple(both(k, k, 2) for k in range(len(shape) - 1)),
        red_lines=tuple(
            RedLine(n, And((Taken(outcomes[n][3]), Not(Taken(outcomes[-1][n])))), "")
            for n in range(parties)
        ),
        linked=tuple(
            LinkedWorth(k % parties, both(k, 4, 5), units(Fraction(1, 10)))
            for k in range(len(shape))
        ),
    )


def measure(name: str, rules: int) -> dict[str, Any]:
    """Solve a table a few times in this process and return the best time and the memory."""
    from detente.negotiation.solve import solve

    model = table(name, bool(rules))
    solve(model)
    seconds = min(timed(lambda: solve(model)) for _ in range(TIMES))
    solved = solve(model)
    return {
        "seconds": seconds,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "packages": str(solved.packages),
        "zone": solved.zone,
        "points": len(solved.frontier_all.vectors),
        "inside": len(solved.frontier.vectors),
        "route": solved.route,
    }


def apart(name: str, rules: bool = False) -> dict[str, Any]:
    """Measure in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.negotiation", name, str(int(rules))]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def figures(quick: bool) -> list[Figure]:
    """Measure the zone, the frontier and all solutions of additive tables and one with rules."""
    titles = {
        "million": "10^6 packages, 4 parties, additive: deals",
        "two": "1,944,000 packages, 2 parties, additive: deals",
        "endless": "10^30 packages, 2 parties, additive: deals",
    }
    found = []
    for name, title in titles.items():
        measured = apart(name)
        note = f"{measured['points']:,} points, {measured['inside']:,} in the zone"
        found.append(Figure(title, measured["seconds"], TABLES[name][-1], "s", note))
    measured = apart("million", rules=True)
    note = f"{measured['points']:,} points, by {measured['route']}"
    title = "10^6 packages, 4 parties, rules and linked: "
    found.append(Figure(f"{title}deals", measured["seconds"], 2, "s", note))
    found.append(Figure(f"{title}memory", measured["megabytes"], 1000, "MB"))
    return found


if __name__ == "__main__":
    print(json.dumps(measure(sys.argv[1], int(sys.argv[2]))))
