"""Why a state is stable for a party or not: its improvements, and what deters each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.conflict.model import ConflictModel
from detente.conflict.moves import move_index
from detente.conflict.reach import Search, Step
from detente.conflict.stability import StabilityResult, concept_number, stability
from detente.errors import call_error
from detente.results import Manifest, Result
from detente.results.tables import Row, to_csv


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


@dataclass(frozen=True, eq=False)
class Explanation(Result):
    """Why a state is stable for each party or not.

    Parameters
    ----------
    model : ConflictModel
        The conflict.
    state : int
        The state asked about.
    concepts : tuple of str
        The concepts asked about.
    entries : tuple of Verdict
        One for each party asked about.
    """

    model: ConflictModel
    state: int
    concepts: tuple[str, ...]
    entries: tuple[Verdict, ...]
    source: Manifest

    @property
    def manifest(self) -> Manifest:
        """What the answer was made from."""
        return self.source

    def title(self) -> str:
        """Return one line that names the state."""
        from detente.conflict.report import explanation_title

        return explanation_title(self)

    def content(self) -> dict[str, Any]:
        """Return the explanation as a JSON object, states as patterns."""
        from detente.conflict.report import explanation_content

        return explanation_content(self)

    def rows(self) -> Iterator[Row]:
        """Yield a row for each party, improvement and concept."""
        from detente.conflict.report import explanation_rows

        yield from explanation_rows(self)

    def to_csv(self) -> str:
        """Return the rows as CSV text, with a header even where there are none."""
        from detente.conflict.report import EXPLANATION_COLUMNS

        return to_csv(self.rows(), EXPLANATION_COLUMNS)

    def to_text(self) -> str:
        """Return the explanation in words."""
        from detente.conflict.report import explanation_text

        return explanation_text(self)


def explain(
    model: ConflictModel,
    state: int,
    parties: Sequence[int] | None = None,
    concepts: Sequence[str] | None = None,
    result: StabilityResult | None = None,
    source: str = "",
) -> Explanation:
    """Return, party by party, the improvements from `state` and the sanctions that deter them.

    Parameters
    ----------
    model : ConflictModel
        The conflict.
    state : int
        The state to explain.
    parties : sequence of int, optional
        The parties to look at; all, if not given.
    concepts : sequence of str, optional
        The concepts to look at; all that can be computed, if not given.
    result : StabilityResult, optional
        The stability of the model, if it is already known.
    source : str
        The hash of the dossier, for the manifest.

    Raises
    ------
    CallError
        If there is no such concept, or none of those asked about can be computed.
    """
    result = result or stability(model)
    asked = tuple(concepts or result.concepts)
    for concept in asked:
        concept_number(concept)
    known = tuple(concept for concept in asked if concept in result.concepts)
    if not known:
        raise call_error(
            "concept-not-computed",
            "simultaneous stability (sim) cannot be computed for this conflict, because states are "
            "merged or the combinations of moves are too many",
            f"Ask about {', '.join(result.concepts)}",
        )
    entries = tuple(
        _verdict(model, state, party, known, result)
        for party in (range(len(model.parties)) if parties is None else parties)
    )
    parameters = {"state": model.label(state), "concepts": list(known), "kernel": result.kernel}
    return Explanation(model, state, known, entries, Manifest("explain", source, parameters))


def _verdict(
    model: ConflictModel,
    state: int,
    party: int,
    concepts: tuple[str, ...],
    result: StabilityResult,
) -> Verdict:
    no_better = model.ranks[party] <= model.ranks[party][state]
    hopeless = _hopeless(model, party, no_better) if {"smr", "sseq"} & set(concepts) else no_better
    told = tuple(
        ImprovementTold(
            to,
            {
                concept: _sanction(model, state, party, to, concept, no_better, hopeless)
                for concept in concepts
                if concept != "nash"
            },
        )
        for to in move_index(model).improvements(state, party).tolist()
    )
    return Verdict(
        party,
        state,
        {concept: result.stable_for(state, party, concept) for concept in concepts},
        told,
    )


def _hopeless(model: ConflictModel, party: int, no_better: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return the states of `no_better` that the party cannot leave for one outside them."""
    states = np.flatnonzero(no_better).astype(np.int32)
    position, to = move_index(model).from_many(states, party)
    hopeless = no_better.copy()
    hopeless[states[position[~no_better[to]]]] = False
    return hopeless


def _sanction(
    model: ConflictModel,
    state: int,
    party: int,
    improvement: int,
    concept: str,
    no_better: NDArray[np.bool_],
    hopeless: NDArray[np.bool_],
) -> Sanction | None:
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
