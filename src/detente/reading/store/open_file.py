"""The open file of the readings: transactions, and errors told as a user's."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from detente.dossier.sources import Source
from detente.reading.store.naming import Names
from detente.reading.store.opening import connect, told
from detente.reading.store.schema import NAME

PAGE = 500
"""Rows that are fetched at a time, so that no reader keeps a writer waiting."""


class OpenFile:
    """The file of the readings, opened; a context manager.

    Parameters
    ----------
    folder : Path
        The dossier's folder.
    sources : mapping, optional
        The dossier's sources by id: a report with the words of one is that source.
    create : bool
        Whether to make the file where there is none.

    Raises
    ------
    FileError
        If there is no file, or it cannot be used. Every method may raise it.
    """

    def __init__(
        self,
        folder: Path,
        sources: Mapping[str, Source] | None = None,
        create: bool = True,
    ) -> None:
        self.file = folder / NAME
        self.connection = connect(folder, create)
        self.connection.row_factory = sqlite3.Row
        self._names = Names(self.connection, sources or {})
        if sources:
            try:
                with self.transaction():
                    self._names.settle()
            except BaseException:
                self.close()
                raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let the file go."""
        self.connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Make everything within one step: all of it is kept, or nothing."""
        with told(self.file):
            if self.connection.in_transaction:
                yield
                return
            self.connection.execute("BEGIN IMMEDIATE")
            with self.connection:
                yield

    def rows(self, query: str, *values: object) -> list[sqlite3.Row]:
        """Return the rows that `query` finds, all at once."""
        with told(self.file):
            return self.connection.execute(query, values).fetchall()
