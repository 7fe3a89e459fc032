"""Paths told as rows and JSON, states as patterns and in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from detente.conflict.model import ConflictModel
from detente.conflict.paths.routes import LISTED_PATHS, MANY, RELATIONS, Path, Routes
from detente.conflict.reach import Step
from detente.conflict.stability import StabilityResult
from detente.conflict.telling import Teller
from detente.results.tables import Row
from detente.words import say

LISTED_STUCK = 1_000
"""States that nobody can leave which the JSON lists; all are counted."""

COLUMNS = (
    "target", "relation", "length", "paths", "path", "step", "party", "from", "to", "gain",
    "meaning",
)  # fmt: skip


class Reached(Protocol):
    """What telling needs to know of paths."""

    @property
    def model(self) -> ConflictModel:
        """The conflict."""

    @property
    def start(self) -> int:
        """The state that paths start from."""

    @property
    def concept(self) -> str:
        """The concept of the relation ``unstable``."""

    @property
    def stability(self) -> StabilityResult:
        """The stability of every state."""

    @property
    def asked(self) -> bool:
        """Whether the targets were asked about."""

    @property
    def targets(self) -> NDArray[np.int32]:
        """The targets, rising."""

    @property
    def nearest(self) -> NDArray[np.int32]:
        """The targets that paths are listed to, in the order in which they are told."""

    @property
    def distance(self) -> NDArray[np.int32]:
        """How far each state is by each relation."""

    @property
    def routes(self) -> Mapping[str, Routes]:
        """The shortest paths by each relation to the listed targets, rising."""

    @property
    def without_moves(self) -> NDArray[np.int32]:
        """The states that no party has a move from."""

    @property
    def without_improvements(self) -> NDArray[np.int32]:
        """The states that no party has an improvement from."""

    def steps_to(self, state: int, relation: str = "moves") -> int | None:
        """Return how many steps a state is away."""

    def count(self, state: int, relation: str = "moves") -> int:
        """Return how many shortest paths lead to a listed target."""

    def paths(self, state: int, relation: str = "moves") -> tuple[Path, ...]:
        """Return the listed shortest paths to a listed target."""


def gain(model: ConflictModel, step: Step) -> str:
    """Return what a step brings its mover: ``better``, ``same`` or ``worse``."""
    before, after = model.ranks[step.party][[step.from_, step.to]].tolist()
    return "better" if after > before else "same" if after == before else "worse"


def paths_title(told: Reached) -> str:
    """Return the state that paths start from, as its pattern and in words."""
    words = Teller(told.model).state(told.start)
    return say("paths.title", label=told.model.label(told.start), words=words)


def paths_content(told: Reached) -> dict[str, Any]:
    """Return the answer as a JSON object."""
    model, teller = told.model, Teller(told.model)
    listed = told.routes["moves"].targets
    stuck = {"no_move": told.without_moves, "no_improvement": told.without_improvements}
    seen = {told.start, *listed.tolist()}
    for routes in told.routes.values():
        seen |= set(routes.to.tolist())
    return {
        "from": model.label(told.start),
        "concept": told.concept,
        "counts": {
            "targets": len(told.targets),
            "reached": {
                relation: int((away[told.targets] >= 0).sum())
                for relation, away in zip(RELATIONS, told.distance, strict=True)
            },
            "states": {
                relation: int((away >= 0).sum())
                for relation, away in zip(RELATIONS, told.distance, strict=True)
            },
            **{name: len(states) for name, states in stuck.items()},
        },
        "limits": {"paths": LISTED_PATHS, "count": MANY},
        "targets": [_target(told, state) for state in listed.tolist()],
        "stuck": {name: model.labels(states[:LISTED_STUCK]) for name, states in stuck.items()},
        "meanings": {model.label(state): teller.state(state) for state in sorted(seen)},
    }


def _target(told: Reached, state: int) -> dict[str, Any]:
    model = told.model
    steps = {relation: told.steps_to(state, relation) for relation in RELATIONS}
    paths = {
        relation: [[_step(model, step) for step in path] for path in told.paths(state, relation)]
        for relation in RELATIONS
    }
    return {
        "state": model.label(state),
        "by": {relation: steps[relation] is not None for relation in RELATIONS},
        "length": steps,
        "count": {relation: told.count(state, relation) for relation in RELATIONS},
        "shortest": paths["moves"],
        "paths": paths,
    }


def _step(model: ConflictModel, step: Step) -> dict[str, Any]:
    before, after = model.label(step.from_), model.label(step.to)
    changed = (
        (option, new)
        for option, owner, old, new in zip(
            model.options, model.owner.tolist(), before, after, strict=True
        )
        if old != new and owner == step.party
    )
    return {
        "by": model.parties[step.party],
        "from": before,
        "to": after,
        "changes": dict(changed),
        "gain": gain(model, step),
    }


def paths_rows(told: Reached) -> Iterator[Row]:
    """Yield a row for each step of each listed path; one where a path has none or there is none."""
    model, teller = told.model, Teller(told.model)
    for state in told.routes["moves"].targets.tolist():
        for relation in RELATIONS:
            away = told.steps_to(state, relation)
            head = {
                "target": model.label(state),
                "relation": relation,
                "length": "" if away is None else away,
                "paths": told.count(state, relation),
            }
            empty = dict.fromkeys(COLUMNS[4:], "")
            if not away:
                yield {**head, **empty, "meaning": teller.state(state)}
            for number, path in enumerate(told.paths(state, relation), start=1):
                for place, step in enumerate(path, start=1):
                    yield {
                        **head,
                        "path": number,
                        "step": place,
                        "party": model.parties[step.party],
                        "from": model.label(step.from_),
                        "to": model.label(step.to),
                        "gain": gain(model, step),
                        "meaning": teller.state(step.to),
                    }
