"""What is nearest to a package that cannot be carried out, and whether its wants clash."""

from __future__ import annotations

from itertools import product

from detente.compliance.verify.standing import Standing
from detente.conflict.verify.game import pattern_to_number
from detente.dossier.standoff import Clause


def nearest(standing: Standing, wants: list[Clause]) -> tuple[str, list[tuple[str, bool]]] | None:
    """Return the pattern that meets the wants with fewest further changes, and these."""
    free = standing.free(wants)
    names = [name for name, _ in standing.game.options]
    every = ("".join(one) for one in product("NY", repeat=len(names)))
    best: tuple[tuple[int, int, int], str] | None = None
    for pattern in every:
        if pattern not in standing.game.feasible or not standing.met(wants, pattern):
            continue
        apart = [n for n, a, b in zip(names, pattern, standing.today, strict=True) if a != b]
        further = sum(name not in free for name in apart)
        key = (further, len(apart), pattern_to_number(pattern))
        if best is None or key < best[0]:
            best = key, pattern
    if best is None:
        return None
    changed = zip(names, best[1], standing.today, strict=True)
    also = [(n, a == "Y") for n, a, b in changed if a != b and n not in free]
    return best[1], also


def clashes(standing: Standing, wants: list[Clause], rules: list[Clause], free: set[str]) -> bool:
    """Tell whether no pattern meets the wants and none of the rules, all else as today."""
    letters = [
        "NY" if name in free else letter
        for (name, _), letter in zip(standing.reading.options, standing.today, strict=True)
    ]
    return not any(
        standing.met(wants, p) and not any(standing.reading.holds(r.expression, p) for r in rules)
        for p in ("".join(one) for one in product(*letters))
    )
