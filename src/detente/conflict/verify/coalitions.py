"""Coalitions by their literal definitions: improvements, stability and equilibrium jumps.

References
----------
Kilgour, Hipel, Fang and Peng, *Group Decision and Negotiation* 10 (2001): coalition
improvements and equilibrium jumps. Inohara and Hipel, *Systems Engineering* 11 (2008): coalition
Nash, general and symmetric metarational and sequential stability.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from itertools import combinations

from detente.conflict.verify.definitions import equilibrium
from detente.conflict.verify.game import LiteralGame

COALITION_CONCEPTS = ("cnash", "cgmr", "csmr", "cseq")

Coalition = tuple[str, ...]


def coalitions_of(parties: Coalition) -> Iterator[Coalition]:
    """Yield every non-empty set of `parties`, each in their order."""
    for size in range(1, len(parties) + 1):
        yield from combinations(parties, size)


def all_prefer(game: LiteralGame, coalition: Coalition, state: str, than: str) -> bool:
    """Tell whether every member prefers `state` to `than`."""
    return all(game.better(party, state, than) for party in coalition)


def coalition_improvements(game: LiteralGame, coalition: Coalition, state: str) -> list[str]:
    """Return R_H++(s): what the members can reach together and each prefers.

    The steps on the way need not be improvements for anybody.
    """
    reached = game.joint(coalition, state, improving=False)
    return [q for q in reached if all_prefer(game, coalition, q, state)]


def coalition_stable(game: LiteralGame, coalition: Coalition, state: str, concept: str) -> bool:
    """Tell whether `state` is stable for `coalition` under one of `COALITION_CONCEPTS`.

    Raises
    ------
    OutOfSteps
        If the meter of the game ran out first.
    """
    found = coalition_improvements(game, coalition, state)
    if concept == "cnash":
        return not found
    return all(coalition_deterred(game, coalition, state, q, concept) for q in found)


def coalition_deterred(
    game: LiteralGame, coalition: Coalition, state: str, improvement: str, concept: str
) -> bool:
    """Tell whether the parties outside have a sanction of the coalition's `improvement`.

    Under ``cgmr`` and ``csmr`` they answer by any moves, under ``cseq`` by improvements of any
    coalitions among them; under ``csmr`` the coalition must not get out of the sanction.
    """
    others = tuple(party for party in game.parties if party not in coalition)
    if concept == "cseq":
        answers = iter(chain_of_coalitions(game, others, improvement))
    else:
        answers = iter(game.joint(others, improvement, improving=False))
    for t in answers:
        if all_prefer(game, coalition, t, state):
            continue
        if concept != "csmr":
            return True
        escapes = game.joint(coalition, t, improving=False)
        if not any(all_prefer(game, coalition, u, state) for u in escapes):
            return True
    return False


def chain_of_coalitions(game: LiteralGame, parties: Coalition, start: str) -> Iterator[str]:
    """Yield what coalitions among `parties` reach by improving in turn, none twice running.

    The search runs over nodes (state, last coalition).
    """
    waiting: deque[tuple[str, Coalition]] = deque([(start, ())])
    nodes: set[tuple[str, Coalition]] = set()
    told: set[str] = set()
    while waiting:
        state, last = waiting.popleft()
        for coalition in coalitions_of(parties):
            if coalition == last:
                continue
            for t in coalition_improvements(game, coalition, state):
                game.meter.charge(1)
                if (t, coalition) in nodes:
                    continue
                nodes.add((t, coalition))
                waiting.append((t, coalition))
                if t not in told:
                    told.add(t)
                    yield t


def is_jump(game: LiteralGame, coalition: Coalition, state: str, target: str, concept: str) -> bool:
    """Tell whether two or more parties can jump from an equilibrium to another, each gaining.

    `concept` is one of :data:`detente.conflict.verify.definitions.CONCEPTS`.
    """
    return (
        len(coalition) > 1
        and target in coalition_improvements(game, coalition, state)
        and equilibrium(game, state, concept)
        and equilibrium(game, target, concept)
    )
