"""The work of reading as chunks for :class:`detente.runs.Run`, each some dozen reports.

A chunk is made from the file of the readings, so that no text waits in a queue; what was found
travels as bytes in a column of numbers, since tables of runs are arrays.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from detente.dossier.model import Party
from detente.dossier.record import Person
from detente.reading.report import Report
from detente.reading.store import Store
from detente.runs import Tables

if TYPE_CHECKING:
    from detente.reading.read import Reader, Reading

CHUNK = 24
"""Reports a chunk."""

_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")


@dataclass(frozen=True)
class CastParts:
    """What the cast is built from, since whoever reads builds it anew."""

    parties: Mapping[str, Party] = field(default_factory=dict)
    people: tuple[Person, ...] = ()
    extra: Path | None = None

    def reader(self, model: str | None) -> Reader:
        """Return a reader with this cast and the parser `model`."""
        from detente.reading.cast import build_cast
        from detente.reading.pipeline import load_parser
        from detente.reading.read import Reader

        return Reader(build_cast(self.parties, self.extra, self.people), load_parser(model))


@dataclass(frozen=True)
class Outcome:
    """What became of a report: its reading, or the name of the error that the rules ended with."""

    number: int
    reading: Reading | None
    error: str = ""


class ReadTask:
    """Reads the reports `numbers` of the store in `folder`.

    Parameters
    ----------
    folder : Path
        The dossier's folder.
    numbers : sequence of int
        The reports, by their numbers in the store.
    cast : CastParts
        Who can be meant.
    model : str
        The parser.
    """

    def __init__(self, folder: Path, numbers: list[int], cast: CastParts, model: str) -> None:
        self.folder, self.cast, self.model = folder, cast, model
        self._numbers = np.asarray(numbers, np.int64)
        self._reader: Reader | None = None

    def __getstate__(self) -> dict[str, Any]:
        return self.__dict__ | {"_reader": None}

    @property
    def chunks(self) -> int:
        """How many chunks there are."""
        return -(-len(self._numbers) // CHUNK)

    def identity(self) -> dict[str, Any]:
        """Return what makes the run this one."""
        return {"method": "read", "model": self.model, "numbers": self._numbers.tolist()}

    def chunk(self, number: int) -> Tables:
        """Return what was found in the reports of a chunk, pickled, as a column of bytes."""
        if self._reader is None:
            self._reader = self.cast.reader(self.model)
        numbers = self._numbers[number * CHUNK : (number + 1) * CHUNK].tolist()
        with Store(self.folder, create=False) as store:
            reports = [store.kept(one) for one in numbers]
        done = list(_outcomes(self._reader, numbers, reports))
        return {"readings": {"bytes": np.frombuffer(pickle.dumps(done), np.uint8)}}


def unpacked(tables: Tables) -> list[Outcome]:
    """Return the outcomes of a chunk that was made by one of our own processes."""
    found: list[Outcome] = pickle.loads(tables["readings"]["bytes"].tobytes())  # noqa: S301 - ours
    return found


@contextmanager
def one_thread_each() -> Iterator[None]:
    """Let processes that are started meanwhile calculate with one thread each."""
    before = {name: os.environ.get(name) for name in _THREADS}
    os.environ.update(dict.fromkeys(_THREADS, "1"))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def _outcomes(reader: Reader, numbers: list[int], reports: list[Report]) -> Iterator[Outcome]:
    """Yield what became of each report; one on which a rule fails does not harm the others.

    This is the outermost edge of the rules, so whatever they raise is caught and told by its name.
    """
    try:
        readings = list(reader.read(reports))
    except Exception:
        for number, report in zip(numbers, reports, strict=True):
            try:
                (reading,) = reader.read([report])
            except Exception as error:
                yield Outcome(number, None, type(error).__name__)
            else:
                yield Outcome(number, reading)
        return
    for number, reading in zip(numbers, readings, strict=True):
        yield Outcome(number, reading)
