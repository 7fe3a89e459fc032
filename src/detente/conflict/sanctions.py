"""What deters an improvement: the answers that would follow it, found move by move."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from detente.conflict.model import ConflictModel
from detente.conflict.moves import move_index
from detente.conflict.reach import Search, Step


@dataclass(frozen=True, slots=True)
class Sanction:
    """What would follow an improvement and deter it.

    Parameters
    ----------
    steps : tuple of Step
        The opponents' moves from the improvement on, in order; under SIM their changes at the
        same moment, each counted from the state that the party would leave.
    end : int
        The state this leads to, no better for the party than the one it would leave.
    best_reply : int or None
        Under SMR and symmetric SEQ, the best state the party could still get from `end`
        (`end` itself if it could do nothing better): it is no better either.
    """

    steps: tuple[Step, ...]
    end: int
    best_reply: int | None = None


@dataclass(frozen=True, slots=True)
class ImprovementTold:
    """An improvement and, for each concept but Nash, the sanction or `None` if there is none."""

    to: int
    deterred_by: Mapping[str, Sanction | None]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What holds or frees one party at the state."""

    party: int
    state: int
    stable: Mapping[str, bool]
    improvements: tuple[ImprovementTold, ...]


def hopeless_states(
    model: ConflictModel, party: int, no_better: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """Return the states of `no_better` that the party cannot leave for one outside them."""
    states = np.flatnonzero(no_better).astype(np.int32)
    position, to = move_index(model).from_many(states, party)
    hopeless = no_better.copy()
    hopeless[states[position[~no_better[to]]]] = False
    return hopeless


def judge_party(
    model: ConflictModel, state: int, party: int, stable: Mapping[str, bool]
) -> Verdict:
    """Return what holds or frees `party` at `state`, under the concepts that `stable` names."""
    no_better = model.ranks[party] <= model.ranks[party][state]
    hopeless = (
        hopeless_states(model, party, no_better) if {"smr", "sseq"} & set(stable) else no_better
    )
    told = tuple(
        ImprovementTold(
            to,
            {
                concept: find_sanction(model, state, party, to, concept, no_better, hopeless)
                for concept in stable
                if concept != "nash"
            },
        )
        for to in move_index(model).improvements(state, party).tolist()
    )
    return Verdict(party, state, stable, told)


def find_sanction(
    model: ConflictModel,
    state: int,
    party: int,
    improvement: int,
    concept: str,
    no_better: NDArray[np.bool_],
    hopeless: NDArray[np.bool_],
) -> Sanction | None:
    """Return a shortest sanction of `improvement` under `concept`, or `None` if there is none.

    `no_better` marks the states no better for the party than `state`, `hopeless` those of them
    from which it could not get back to anything better.
    """
    if concept == "sim":
        return _simultaneous(model, state, party, improvement, no_better)
    opponents = [other for other in range(len(model.parties)) if other != party]
    symmetric = concept in ("smr", "sseq")
    search = Search(model, improvement, opponents, improvements=concept in ("seq", "sseq"))
    steps = search.path_to(hopeless if symmetric else no_better)
    if steps is None:
        return None
    end = steps[-1].to
    if not symmetric:
        return Sanction(steps, end)
    options = np.append(move_index(model).moves(end, party), end)
    return Sanction(steps, end, int(options[np.argmax(model.ranks[party][options])]))


def _simultaneous(
    model: ConflictModel, state: int, party: int, improvement: int, no_better: NDArray[np.bool_]
) -> Sanction | None:
    """Return the fewest improvements of others that, at the same moment, deter.

    Not combinations are looked through but the states that would deter: one is brought about if
    each other party's part of it is as now or as after one of that party's improvements.
    """
    here, own = model.states[state], model.own_bits(party)
    ends = np.flatnonzero(no_better & ((model.states ^ model.states[improvement]) & own == 0))
    movers = np.zeros(len(ends), np.int64)
    choices: dict[int, NDArray[np.int32]] = {}
    for other in range(len(model.parties)):
        if other == party:
            continue
        bits = model.own_bits(other)
        choices[other] = move_index(model).improvements(state, other)
        part = model.states[ends] & bits
        moved = part != here & bits
        possible = ~moved | np.isin(part, model.states[choices[other]] & bits)
        ends, movers = ends[possible], (movers + moved)[possible]
    if not len(ends):
        return None
    end = int(ends[np.argmin(movers)])
    steps = (
        Step(other, state, to)
        for other, targets in choices.items()
        for to in targets.tolist()
        if (model.states[to] ^ model.states[end]) & model.own_bits(other) == 0
    )
    return Sanction(tuple(steps), end)
