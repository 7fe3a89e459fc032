"""The draws of a dossier as a task that any runner can make, chunk by chunk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.dossier import Dossier, Record
from detente.dossier.reasons import Reason
from detente.ensemble.drawing import draw
from detente.ensemble.guesses import Guess
from detente.ensemble.questions import Questions
from detente.ensemble.readings import Readings
from detente.runs import Tables
from detente.version import VERSION


@dataclass(eq=False)
class RobustTask:
    """Draws in chunks; a chunk depends on its number, the dossier, the seed and what is asked.

    Parameters
    ----------
    dossier : Dossier
        Only what draws need of it is sent to workers (:func:`lean`).
    asked : Questions
        What is noted draw by draw, and counted.
    seed : int
        Not negative.
    draws : int
        How many there are in all; the last chunk has what is left.
    size : int
        Draws of every other chunk.
    """

    dossier: Dossier
    asked: Questions
    seed: int
    draws: int
    size: int
    _readings: Readings | None = field(default=None, repr=False)

    @property
    def readings(self) -> Readings:
        """What solves draws, made where and when it is needed."""
        if self._readings is None:
            self._readings = Readings(self.dossier)
        return self._readings

    @property
    def chunks(self) -> int:
        """How many chunks there are."""
        return -(-self.draws // self.size)

    def identity(self) -> dict[str, Any]:
        """Return what makes this run the same as another."""
        parameters: dict[str, Any] = {
            "draws": self.draws,
            "concepts": self.asked.concepts,
            "headlines": [headline.id for headline in self.asked.headlines],
        }
        if self.asked.tracked:
            parameters["tracked"] = list(self.asked.tracked)
        return {
            "method": "robust",
            "input": self.dossier.digest,
            "parameters": parameters,
            "seed": self.seed,
            "version": VERSION,
        }

    def chunk(self, number: int) -> Tables:
        """Return the draws of a chunk one by one, and what became of states and packages."""
        size = min(self.size, self.draws - number * self.size)
        guesses = self.readings.guesses
        values = draw(guesses, self.seed, number, size)
        found, counted = self.readings.chunk(values, self.asked)
        columns: dict[str, NDArray[Any]] = {
            "draw": np.arange(number * self.size, number * self.size + size, dtype=np.int64)
        }
        for k, guess in enumerate(guesses):
            columns[guess.id] = values[:, k].astype(column_type(guess))
        for h, headline in enumerate(self.asked.headlines):
            columns[headline.id] = found[:, h].copy()
        return {"draws": columns, **counted}

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "_readings": None}


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
        table=_without_words(dossier.table),
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
