"""The questions whose answers a run of draws is followed for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from detente.conflict.concepts import concept_number
from detente.conflict.lookup import find_state
from detente.conflict.model import ConflictModel
from detente.ensemble.drawing import draw
from detente.ensemble.engine import Engine, Outcome
from detente.ensemble.variants import Key

CONCEPT = "seq"
"""The concept of headlines, if none is asked for."""

PILOT, PILOT_CHUNK = 64, 2**32 - 1
"""Draws made ahead to find the state that holds most often, and their stream."""

MOST_NAMED = 24
"""Named states that become headlines by themselves."""


@dataclass(frozen=True, slots=True)
class Headline:
    """A question with yes or no for an answer in every draw.

    Parameters
    ----------
    id : str
        ``seq:NNYN`` for *does this state hold under SEQ*, ``reached:NNYN`` for *do improvements
        lead to it from today*.
    kind : {"holds", "reached"}
        Which of the two.
    state : str
        The label of the state.
    concept : str or None
        The concept of *holds*.
    key : Key
        The state, whatever the structure of a draw.
    """

    id: str
    kind: Literal["holds", "reached"]
    state: str
    concept: str | None
    key: Key


def state_key(model: ConflictModel, state: int) -> Key:
    """Return what names a `state` of `model` whatever the structure of a draw."""
    varying = 0 if model.merged is None else int(model.merged.varying[state])
    return int(model.states[state]), varying


def find_headlines(
    engine: Engine, states: Sequence[str] | None, concepts: Sequence[str], seed: int
) -> tuple[Headline, ...]:
    """Return the headlines: `states`, or today's, the named ones and the one that holds most often.

    Raises
    ------
    CallError
        If there is no such state or concept.
    """
    model = engine.model
    if states is not None:
        chosen = [find_state(model, text) for text in states]
    else:
        chosen = [] if model.status_quo is None else [model.status_quo]
        single = [int(named[0]) for named, _ in model.names if len(named) == 1]
        chosen += single[:MOST_NAMED]
        commonest = _commonest(engine, concepts[0], seed)
        chosen += [] if commonest is None else [commonest]
    found = []
    for state in dict.fromkeys(chosen):
        label, key = model.label(state), state_key(model, state)
        for concept in concepts:
            found.append(Headline(f"{concept}:{label}", "holds", label, concept, key))
        if model.status_quo is not None and state != model.status_quo:
            found.append(Headline(f"reached:{label}", "reached", label, None, key))
    return tuple(found)


def watched(headlines: Sequence[Headline]) -> tuple[Key, ...]:
    """Return the states of the `headlines`, each once."""
    return tuple(dict.fromkeys(headline.key for headline in headlines))


def answers(headlines: Sequence[Headline], outcome: Outcome) -> NDArray[np.bool_]:
    """Return the answer to each headline in each draw, shape (draws, headlines)."""
    place = {key: x for x, key in enumerate(watched(headlines))}
    found = np.zeros((len(outcome.held), len(headlines)), np.bool_)
    for h, headline in enumerate(headlines):
        x = place[headline.key]
        if headline.concept is None:
            found[:, h] = outcome.came[:, x]
        else:
            found[:, h] = outcome.held[:, x] >> concept_number(headline.concept) & 1
    return found


def _commonest(engine: Engine, concept: str, seed: int) -> int | None:
    """Return the state of the central reading that holds most often in a few draws."""
    number = concept_number(concept)
    values = draw(engine.plan.guesses, seed, PILOT_CHUNK, PILOT)
    _, counts = engine.count(values, (), 1 << number)
    often = {
        (int(low), int(varying)): int(times)
        for low, varying, times in zip(
            counts.pattern, counts.varying, counts.equilibrium[number], strict=True
        )
    }
    model = engine.model
    times = np.array([often.get(state_key(model, s), 0) for s in range(model.size)])
    return int(times.argmax()) if times.any() else None
