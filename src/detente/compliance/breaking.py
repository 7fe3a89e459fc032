"""Who would break a package first, by which move, and what deters it.

The stability concepts of the graph model differ in the sanctions that they let deter [1]_. From
them this project reads how well a party is held; that the party held worst is the one to break
*first* is a reading of its own, since the graph model knows no clock. A party is held

0. not at all, if some improvement meets no answer of the others, whatever they did;
1. by threats alone (GMR), which the others would hurt themselves by or which it could escape;
2. by threats that it could not escape (SMR);
3. by answers that the others would gladly give (SEQ);
4. by both, though not by one answer at once;
5. by answers that they would gladly give and that it could not escape (symmetric SEQ);
6. without any of these, if it has no improvement (Nash).

References
----------
.. [1] Fang, Hipel & Kilgour (1993), *Interactive Decision Making*; Rêgo & Vieira (2017), Group
   Decision and Negotiation 26.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from detente.compliance.enforcement import Breach
from detente.conflict.model import ConflictModel
from detente.conflict.moves import move_index
from detente.conflict.reach import Search
from detente.conflict.sanctions import find_sanction, hopeless_states
from detente.conflict.unlock.question import Board

ANSWERED = ("gmr", "smr", "seq", "sseq")
"""The concepts under which answers of the others deter, the least demanding first."""

AT_EASE = 6
"""The level of a party that has nothing to gain by leaving."""


def deterrence(concepts: Collection[str]) -> int:
    """Return how well is held who is held under these `concepts`, 0 not at all, 6 by itself.

    >>> deterrence(["gmr"]), deterrence(["gmr", "seq"]), deterrence(["gmr", "smr", "seq", "sseq"])
    (1, 3, 5)
    """
    if "nash" in concepts:
        return AT_EASE
    if "sseq" in concepts:
        return 5
    if "seq" in concepts:
        return 4 if "smr" in concepts else 3
    return 2 if "smr" in concepts else int("gmr" in concepts)


def first_breaches(
    model: ConflictModel,
    board: Board | None,
    state: int,
    stable: Mapping[int, Sequence[str]],
    parties: Sequence[int],
) -> tuple[Breach, ...]:
    """Return those of `parties` that would break `state` first, all that are held alike.

    Of each the move is told that is deterred worst, of several the one it likes best.

    Parameters
    ----------
    model : ConflictModel
        The conflict.
    board : Board or None
        Its moves as lists, for speed; `None` where they are too many.
    stable : mapping of int to sequence of str
        For each party the concepts under which the state is stable for it.
    """
    levels = {party: deterrence(stable[party]) for party in parties}
    worst = min(levels.values())
    if worst == AT_EASE:
        return ()
    return tuple(
        _breach(model, board, state, party, worst) for party in parties if levels[party] == worst
    )


def _breach(
    model: ConflictModel, board: Board | None, state: int, party: int, level: int
) -> Breach:
    no_better = model.ranks[party] <= model.ranks[party][state]
    hopeless = hopeless_states(model, party, no_better)
    ways = []
    for to in move_index(model).improvements(state, party).tolist():
        under = _deterred_under(model, board, party, to, no_better, hopeless)
        ways.append((deterrence(under), -int(model.ranks[party][to]), to, under))
    _, _, to, under = min(ways)
    sanction = None
    if under:
        concept = max(under, key=ANSWERED.index)
        sanction = find_sanction(model, state, party, to, concept, no_better, hopeless)
    return Breach(party, level, to, under, sanction)


def _deterred_under(
    model: ConflictModel,
    board: Board | None,
    party: int,
    to: int,
    no_better: NDArray[np.bool_],
    hopeless: NDArray[np.bool_],
) -> tuple[str, ...]:
    """Return under which of `ANSWERED` the improvement to `to` is deterred."""
    reached = {}
    for concept, improving in (("gmr", False), ("seq", True)):
        if board is not None:
            reached[improving] = board.reached(to, board.modes(party, concept))
        else:
            others = [other for other in range(len(model.parties)) if other != party]
            reached[improving] = Search(model, to, others, improvements=improving).to_end()
    deters = {
        "gmr": reached[False] & no_better,
        "smr": reached[False] & hopeless,
        "seq": reached[True] & no_better,
        "sseq": reached[True] & hopeless,
    }
    return tuple(concept for concept in ANSWERED if deters[concept].any())
