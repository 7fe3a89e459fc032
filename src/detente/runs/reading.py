"""Reading a results folder, of a run that ended or was interrupted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from pathlib import Path
from typing import Any

from detente.runs.folder import RUN, Chunks, file_name, read_label, told
from detente.runs.parquet import UnreadableError
from detente.runs.task import Chunk


@dataclass(frozen=True)
class Results:
    """What a results folder holds; iterating gives its chunks in their order.

    Parameters
    ----------
    folder : Path
        Where it is.
    identity : dict
        What makes the run what it is: method, input, parameters, seed, version.
    run : str
        The digest of the identity.
    """

    folder: Path
    identity: Mapping[str, Any]
    run: str

    @cached_property
    def tables(self) -> tuple[str, ...]:
        """The names of the tables; empty where no chunk is whole."""
        return tuple(next((sorted(chunk.tables) for chunk in self), ()))

    def files(self, table: str) -> list[Path]:
        """Return the Parquet files of a table, one for each whole chunk, in their order."""
        return [
            self.folder / file_name(table, chunk.number) for chunk in self if table in chunk.tables
        ]

    def __iter__(self) -> Iterator[Chunk]:
        chunks = Chunks(self.folder, self.run)
        try:
            for number in count():
                if number not in chunks:
                    return
                try:
                    chunk = chunks.read(number)
                except UnreadableError as error:
                    message = f"chunk {number} is damaged or belongs to another run"
                    remedy = "Call what made the folder again; it makes the chunk anew"
                    raise told(self.folder, "damaged-results", message, remedy) from error
                if chunk is None:
                    return
                yield chunk
        finally:
            chunks.close()


def read_results(folder: Path) -> Results:
    """Open a results folder for reading; a run may be at work in it.

    Raises
    ------
    FileError
        If it is none, or is damaged.
    CallError
        If DuckDB is not installed, once chunks are read.
    """
    label = read_label(folder)
    if label is None:
        message = f"there is no {RUN} here, so these are no results of a run"
        raise told(folder, "no-results", message, "Name the folder that a run was given")
    return Results(folder, label.identity, label.run)
