"""Draws of a dossier, made until its headlines are known well enough, and what drives them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from detente.conflict.concepts import CONCEPTS, concept_number
from detente.conflict.model import ConflictModel, Merged
from detente.conflict.states import evaluate
from detente.dossier import Dossier
from detente.ensemble.drivers import drivers_of, pairs_of
from detente.ensemble.headlines import CONCEPT, Headline, state_key
from detente.ensemble.intervals import exact, wilson
from detente.ensemble.questions import Questions
from detente.ensemble.readings import Readings, empty_conflict
from detente.ensemble.result import EnsembleResult, Stopped
from detente.ensemble.states import StateCounts
from detente.ensemble.table.shares import DealShares
from detente.ensemble.tally import Tally
from detente.ensemble.task import RobustTask, lean
from detente.ensemble.turning import Asked, budget_for, find_turnings, table_budget
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
    table_evaluations: int | None = None,
) -> EnsembleResult:
    """Return how often each answer survives what `dossier` is not sure of, and what drives it.

    Parameters
    ----------
    dossier : Dossier
        With a section ``conflict``, ``negotiation``, or both, which are then drawn together.
    draws : int
        Draws at most.
    within : float
        Stop when the widest interval of a headline is narrower than this, 0 to 1.
    seed : int
        Not negative. The same seed gives the same draws wherever they are made.
    concepts : sequence of str, optional
        The concepts of headlines, and those under which packages are asked to enforce themselves;
        SEQ, if not given.
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
        Readings that the search for turning sets may solve: in the conflict, at the table, and
        in both for packages that enforce themselves, each.
    table_evaluations : int, optional
        The same for headlines about packages alone; as `evaluations`, if not given.

    Raises
    ------
    CallError
        If `draws`, `within` or `seed` is out of range, or there is no such state or concept.
    DossierError
        If a section cannot be compiled, or not every draw of it can.
    SizeError
        If there is only a table, with too many packages to write out draw by draw.
    """
    _check(draws, within, seed, evaluations)
    asked = tuple(dict.fromkeys(concepts)) if concepts else (CONCEPT,)
    for concept in asked:
        concept_number(concept)
    readings = Readings(dossier)
    computed = _computed(readings.model, asked)
    questions = readings.questions(states, asked, computed, seed)
    headlines, guesses = questions.headlines, readings.guesses
    task = RobustTask(
        lean(dossier), questions, seed, draws if guesses else 1, readings.chunk_size(), readings
    )
    packages = 0 if readings.table is None else readings.table.size
    tally = Tally(guesses, headlines, readings.parties, packages, len(questions.tracked))
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
    allowed = evaluations, evaluations if table_evaluations is None else table_evaluations
    searches = _searches(readings, questions, asked, allowed)
    try:
        search = find_turnings(guesses, searches, stopped != "interrupted")
    except KeyboardInterrupt:
        stopped = "interrupted"
        search = find_turnings(guesses, searches, False)
    # what an answer cannot hang on would now and then seem to move it by chance
    able = {h: frozenset(one.guesses) for one in searches for h in one.headlines}
    return EnsembleResult(
        model=readings.model,
        union=_union(dossier, readings.model, tally.found),
        guesses=guesses,
        headlines=headlines,
        draws=tally.draws,
        stopped=stopped,
        within=within,
        concepts=computed,
        asked=asked,
        states=tally.found,
        deals=_deals(readings, questions, tally, computed),
        answers=tuple(
            wilson(int(yes), tally.draws) if guesses else exact(int(yes), tally.draws)
            for yes in tally.answers
        ),
        central=tuple(turning.central for turning in search.turnings),
        drivers=tuple(
            tuple(one for one in drivers_of(tally, guesses, h) if one.guess in able[h])
            for h in range(len(headlines))
        ),
        pairs=tuple(
            tuple(one for one in pairs_of(tally, guesses, h) if able[h].issuperset(one.guesses))
            for h in range(len(headlines))
        ),
        search=search,
        digest=run.digest,
        resumed=run.resumed,
        remarks=readings.remarks + run.remarks,
        source=Manifest(
            "robust",
            dossier.digest,
            {
                "draws": draws, "within": within, "concepts": list(asked),
                "states": None if states is None else list(states),
                "evaluations": sum(one.budget for one in searches),
            },
            seed,
        ),
    )  # fmt: skip


def _searches(
    readings: Readings,
    questions: Questions,
    asked: tuple[str, ...],
    allowed: tuple[int | None, int | None],
) -> tuple[Asked, ...]:
    """Return what is to be turned: by guesses of the conflict, of the table, and of both."""
    needed = sum(1 << concept_number(concept) for concept in asked)
    ofconflict = tuple(range(readings.cut))
    oftable = tuple(range(readings.cut, len(readings.guesses)))
    budgets = [0, 0, 0]
    if readings.conflict is not None:
        budgets[0] = budgets[2] = budget_for(readings.conflict)
    if readings.table is not None:
        budgets[1] = table_budget(readings.table.size)
    both = ofconflict
    if readings.enforcing is not None:
        both += tuple(readings.cut + number for number in readings.enforcing.relevant)
    parts: list[list[int]] = [[], [], []]
    for h, headline in enumerate(questions.headlines):
        about = 0 if isinstance(headline, Headline) else 2 if headline.kind == "enforces" else 1
        parts[about].append(h)
    found = []
    for k, guesses in enumerate((ofconflict, oftable, both)):
        if parts[k] or (k == 0 and readings.conflict is not None):
            given = allowed[k > 0]
            some = Questions(tuple(questions.headlines[h] for h in parts[k]), needed)
            found.append(
                Asked(
                    tuple(parts[k]), guesses, partial(readings.answers, asked=some),
                    budgets[k] if given is None else given,
                )
            )  # fmt: skip
    return tuple(found)


def _deals(
    readings: Readings, questions: Questions, tally: Tally, computed: tuple[str, ...]
) -> DealShares | None:
    """Return how often each package is what; `None` without a table."""
    if readings.table is None or tally.deals is None:
        return None
    return DealShares(
        readings.table.model, tally.deals, tally.draws, not readings.guesses, questions.tracked,
        computed, bool(readings.table.plan.groups),
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
    if dossier.standoff is None:
        return replace(empty_conflict(), states=states.pattern, ranks=np.zeros((0, 0), np.int32))
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
