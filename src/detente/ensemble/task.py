"""The draws of a dossier as a task that any runner can make, chunk by chunk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.conflict.moves import count_moves
from detente.dossier import Dossier, Record
from detente.dossier.reasons import Reason
from detente.ensemble.drawing import draw
from detente.ensemble.engine import Engine
from detente.ensemble.guesses import Guess
from detente.ensemble.headlines import Headline, answers, watched
from detente.runs import Tables
from detente.version import VERSION

LEAST, MOST = 16, 1024
"""Draws of a chunk."""

WORK = 1 << 21
"""States, over all draws of a chunk, that a chunk is cut to."""

SLOW = 16
"""How many times longer a state takes on lists than in compiled code."""


@dataclass(eq=False)
class RobustTask:
    """Draws in chunks; a chunk depends on its number, the dossier, the seed and the headlines.

    Parameters
    ----------
    dossier : Dossier
        Only what draws need of it is sent to workers (:func:`lean`).
    headlines : tuple of Headline
        What is noted draw by draw.
    concepts : int
        The concepts that are computed, as bits.
    seed : int
        Not negative.
    draws : int
        How many there are in all; the last chunk has what is left.
    size : int
        Draws of every other chunk.
    """

    dossier: Dossier
    headlines: tuple[Headline, ...]
    concepts: int
    seed: int
    draws: int
    size: int
    _engine: Engine | None = field(default=None, repr=False)

    @property
    def engine(self) -> Engine:
        """What solves draws, made where and when it is needed."""
        if self._engine is None:
            self._engine = Engine(self.dossier)
        return self._engine

    @property
    def chunks(self) -> int:
        """How many chunks there are."""
        return -(-self.draws // self.size)

    def identity(self) -> dict[str, Any]:
        """Return what makes this run the same as another."""
        return {
            "method": "robust",
            "input": self.dossier.digest,
            "parameters": {
                "draws": self.draws,
                "concepts": self.concepts,
                "headlines": [headline.id for headline in self.headlines],
            },
            "seed": self.seed,
            "version": VERSION,
        }

    def chunk(self, number: int) -> Tables:
        """Return the draws of a chunk one by one, and what became of each state in them."""
        size = min(self.size, self.draws - number * self.size)
        guesses = self.engine.plan.guesses
        values = draw(guesses, self.seed, number, size)
        outcome, counts = self.engine.count(values, watched(self.headlines), self.concepts)
        columns: dict[str, NDArray[Any]] = {
            "draw": np.arange(number * self.size, number * self.size + size, dtype=np.int64)
        }
        for k, guess in enumerate(guesses):
            columns[guess.id] = values[:, k].astype(column_type(guess))
        found = answers(self.headlines, outcome)
        for h, headline in enumerate(self.headlines):
            columns[headline.id] = found[:, h].copy()
        return {"draws": columns, "states": counts.table(self.engine.model.parties)}

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "_engine": None}


def column_type(guess: Guess) -> Any:
    """Return the narrowest type of number that holds every value of `guess`."""
    for kind in (np.uint8, np.uint16, np.int32):
        if guess.values - 1 <= np.iinfo(kind).max:
            return kind
    return np.int64


def lean(dossier: Dossier) -> Dossier:
    """Return `dossier` without what no draw needs and no worker has to see.

    That is its text, title, sources and record, the words and quotes of its reasons, and how
    parties see the conflict.
    """
    standoff = dossier.standoff and replace(dossier.standoff, perceptions={})
    return replace(
        dossier,
        text="",
        title="",
        sources={},
        record=Record(),
        reasons=_without_words(dossier.reasons),
        standoff=_without_words(standoff),
    )


def _without_words(value: Any) -> Any:
    """Return `value` with every reason in it cut down to how sure it is."""
    if isinstance(value, Reason):
        return replace(value, because=None, evidence=())
    if isinstance(value, tuple):
        return tuple(map(_without_words, value))
    if isinstance(value, Mapping):
        return {key: _without_words(one) for key, one in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        parts = {part.name: getattr(value, part.name) for part in fields(value)}
        return replace(value, **{name: _without_words(one) for name, one in parts.items()})
    return value


def chunk_size(engine: Engine) -> int:
    """Return how many draws a chunk has: the same on every machine, and a second's work or less."""
    model = engine.model
    work = model.size if model.merged is None else SLOW * (model.size + count_moves(model))
    size = LEAST
    while size < MOST and 2 * size * work <= WORK:
        size *= 2
    return size
