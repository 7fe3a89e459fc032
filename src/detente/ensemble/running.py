"""Draws of a dossier, made until its headlines are known well enough, and what drives them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from detente.conflict.concepts import CONCEPTS, concept_number
from detente.conflict.model import ConflictModel, Merged
from detente.conflict.states import evaluate
from detente.dossier import Dossier
from detente.ensemble.drivers import drivers_of, pairs_of
from detente.ensemble.engine import Engine
from detente.ensemble.headlines import CONCEPT, find_headlines, state_key
from detente.ensemble.intervals import exact, wilson
from detente.ensemble.result import EnsembleResult, Stopped
from detente.ensemble.states import StateCounts
from detente.ensemble.tally import Tally
from detente.ensemble.task import RobustTask, chunk_size, lean
from detente.ensemble.turning import budget_for, find_turnings
from detente.errors import call_error
from detente.results import Manifest
from detente.runs import Run

if TYPE_CHECKING:
    from detente.runs.run import Watcher

DRAWS = 20_000
"""Draws at most, if the caller does not say."""

WITHIN = 0.02
"""How narrow the intervals of headlines become, if the caller does not say."""

SIM_STATES = 256
"""Up to this many states SIM is computed unasked; it takes longest of all concepts."""

SIM_OPTIONS = 16
"""Up to this many options SIM can be asked for."""


def robust(
    dossier: Dossier,
    *,
    draws: int = DRAWS,
    within: float = WITHIN,
    seed: int = 0,
    concepts: Sequence[str] | None = None,
    states: Sequence[str] | None = None,
    on: str = "here",
    workers: int | None = None,
    results: Path | None = None,
    progress: Watcher | None = None,
    evaluations: int | None = None,
) -> EnsembleResult:
    """Return how often each answer survives what `dossier` is not sure of, and what drives it.

    Parameters
    ----------
    dossier : Dossier
        With a section ``conflict``.
    draws : int
        Draws at most.
    within : float
        Stop when the widest interval of a headline is narrower than this, 0 to 1.
    seed : int
        Not negative. The same seed gives the same draws wherever they are made.
    concepts : sequence of str, optional
        The concepts of headlines; SEQ, if not given.
    states : sequence of str, optional
        The states of headlines; today's, the named ones and the one that holds most often, if not
        given.
    on : str
        Where draws are made (:class:`detente.runs.Run`).
    workers : int, optional
        How many processes make them.
    results : Path, optional
        A folder that keeps every draw, and from which a stopped run goes on.
    progress : Watcher, optional
        Is told how far the run is.
    evaluations : int, optional
        Readings that the search for turning sets may solve.

    Raises
    ------
    CallError
        If `draws`, `within` or `seed` is out of range, or there is no such state or concept.
    DossierError
        If the conflict cannot be compiled, or not every draw of it can.
    """
    _check(draws, within, seed, evaluations)
    asked = tuple(dict.fromkeys(concepts)) if concepts else (CONCEPT,)
    numbers = [concept_number(concept) for concept in asked]
    engine = Engine(dossier)
    computed = _computed(engine.model, asked)
    headlines = find_headlines(engine, states, asked, seed)
    guesses = engine.plan.guesses
    task = RobustTask(
        lean(dossier), headlines, sum(1 << concept_number(c) for c in computed), seed,
        draws if guesses else 1, chunk_size(engine), engine,
    )  # fmt: skip
    tally = Tally(guesses, headlines, engine.model.parties)
    stopped: Stopped = "draws" if guesses else "certain"
    run = Run(
        task, on=on, workers=workers, folder=results, most=task.chunks, progress=progress,
        units=task.size,
    )  # fmt: skip
    try:
        with run:
            for chunk in run:
                tally.add(chunk.tables)
                if guesses and headlines and _widest(tally) < within:
                    stopped = "within"
                    break
    except KeyboardInterrupt:
        if not tally.draws:
            raise
        stopped = "interrupted"
    budget = budget_for(engine) if evaluations is None else evaluations
    needed = sum(1 << k for k in numbers)
    try:
        search = find_turnings(engine, headlines, needed, 0 if stopped == "interrupted" else budget)
    except KeyboardInterrupt:
        stopped = "interrupted"
        search = find_turnings(engine, headlines, needed, 0)
    return EnsembleResult(
        model=engine.model,
        union=_union(dossier, engine.model, tally.found),
        guesses=guesses,
        headlines=headlines,
        draws=tally.draws,
        stopped=stopped,
        within=within,
        concepts=computed,
        asked=asked,
        states=tally.found,
        answers=tuple(
            wilson(int(yes), tally.draws) if guesses else exact(int(yes), tally.draws)
            for yes in tally.answers
        ),
        central=tuple(turning.central for turning in search.turnings),
        drivers=tuple(drivers_of(tally, guesses, h) for h in range(len(headlines))),
        pairs=tuple(pairs_of(tally, guesses, h) for h in range(len(headlines))),
        search=search,
        digest=run.digest,
        resumed=run.resumed,
        remarks=run.remarks,
        source=Manifest(
            "robust",
            dossier.digest,
            {
                "draws": draws, "within": within, "concepts": list(asked),
                "states": None if states is None else list(states), "evaluations": budget,
            },
            seed,
        ),
    )  # fmt: skip


def _check(draws: int, within: float, seed: int, evaluations: int | None) -> None:
    if draws < 1:
        raise call_error("bad-draws", f"{draws} draws cannot be made", "Ask for 1 or more")
    if not 0 < within <= 1:
        raise call_error(
            "bad-within",
            f"an interval cannot be narrower than {within:g}",
            "Give a width above 0 and at most 1, such as 0.02 for two points",
        )
    if seed < 0:
        raise call_error("bad-seed", f"{seed} cannot be a seed", "Give a whole number from 0 on")
    if evaluations is not None and evaluations < 0:
        raise call_error(
            "bad-evaluations", f"{evaluations} readings cannot be solved", "Give 0 or more"
        )


def _computed(model: ConflictModel, asked: tuple[str, ...]) -> tuple[str, ...]:
    """Return the concepts that are computed: SIM where it is quick, or asked for."""
    able = model.merged is None and len(model.options) <= SIM_OPTIONS
    if "sim" in asked and not able:
        raise call_error(
            "sim-not-computed",
            "SIM cannot be computed draw by draw for merged states or more than "
            f"{SIM_OPTIONS} options",
            "Choose another concept",
        )
    return CONCEPTS if able and (model.size <= SIM_STATES or "sim" in asked) else CONCEPTS[:-1]


def _widest(tally: Tally) -> float:
    return max(wilson(int(yes), tally.draws).width for yes in tally.answers)


def _union(dossier: Dossier, model: ConflictModel, states: StateCounts) -> ConflictModel:
    """Return a model of all states of `states`, to name and tell them by; it has no order."""
    place = {option: k for k, option in enumerate(model.options)}
    keys = list(zip(states.pattern.tolist(), states.varying.tolist(), strict=True))
    today = None
    if model.status_quo is not None and state_key(model, model.status_quo) in keys:
        today = keys.index(state_key(model, model.status_quo))
    merged = None
    if states.varying.any():
        merged = Merged(states.pattern, np.arange(states.size, dtype=np.int32), states.varying)
    names = tuple(
        (
            np.flatnonzero(evaluate(name.clause.expression, states.pattern, place)).astype(
                np.int32
            ),
            name.name,
        )
        for name in dossier.require_standoff().names
    )
    return ConflictModel(
        parties=model.parties, options=model.options, option_texts=model.option_texts,
        party_names=model.party_names, owner=model.owner, one_way=model.one_way,
        states=states.pattern, ranks=np.zeros((len(model.parties), states.size), np.int32),
        status_quo=today, merged=merged, names=names,
    )  # fmt: skip
