"""One table of a chunk as a Parquet file, written and read by DuckDB locked into the folder.

DuckDB works in memory, on one thread, so that the same table makes the same file. It may touch
the results folder and nothing else: no other file, no network, no place for temporary copies.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from detente.errors import call_error
from detente.files import unwritable, written_beside
from detente.runs.interrupts import interrupted_after
from detente.runs.task import Table

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


class UnreadableError(Exception):
    """A file is not what this module writes, or was damaged."""


class ParquetFiles:
    """Reads and writes the Parquet files of one folder.

    Parameters
    ----------
    folder : Path
        An existing folder.

    Raises
    ------
    CallError
        If DuckDB is not installed.
    """

    def __init__(self, folder: Path) -> None:
        try:
            import duckdb
        except ImportError as error:
            raise call_error(
                "missing-extra",
                "a results folder needs the package duckdb, which is not installed",
                "Install it: pip install 'detente[parquet]'",
            ) from error
        self._error = duckdb.Error
        self._folder = folder.resolve()
        config: dict[str, str | bool | int | float | list[str]] = {
            "threads": 1,
            "temp_directory": "",
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
        }
        self._database: DuckDBPyConnection = duckdb.connect(":memory:", config=config)
        self._database.execute(f"SET allowed_directories = [{_quoted(str(self._folder))}]")
        self._database.execute("SET enable_external_access = false")
        self._database.execute("SET lock_configuration = true")

    @interrupted_after()
    def write(self, name: str, table: Table, notes: Mapping[str, str]) -> None:
        """Write `table` to the file `name`, whole or not at all, with `notes` about it.

        Raises
        ------
        FileError
            If it cannot be written; a file of that name is then as it was.
        """
        target = self._folder / name
        said = ", ".join(f"{key}: {_quoted(value)}" for key, value in notes.items())
        with written_beside(target) as beside:
            self._database.register("chunk", dict(table))
            try:
                self._database.execute(
                    f"COPY chunk TO {_quoted(str(beside))} (FORMAT parquet, COMPRESSION zstd, "
                    f"USE_TMP_FILE false, KV_METADATA {{{said}}})"
                )
            except self._error as error:
                raise unwritable(target, _reason(error)) from error
            finally:
                self._database.unregister("chunk")

    @interrupted_after()
    def notes(self, name: str) -> dict[str, str]:
        """Return the notes in the file `name`.

        Raises
        ------
        UnreadableError
            If it is not a sound Parquet file.
        """
        path = _quoted(str(self._folder / name))
        try:
            found = self._database.execute(
                f"SELECT decode(key), decode(value) FROM parquet_kv_metadata({path})"  # noqa: S608
            ).fetchall()
        except self._error as error:
            raise UnreadableError(name) from error
        return dict(found)

    @interrupted_after()
    def read(self, name: str) -> Table:
        """Return the table in the file `name`.

        Raises
        ------
        UnreadableError
            If it is not a sound Parquet file of numbers.
        """
        path = _quoted(str(self._folder / name))
        try:
            found = self._database.execute(f"FROM read_parquet({path})").fetchnumpy()
            return {
                column: np.ma.filled(values, np.nan) if np.ma.isMaskedArray(values) else values
                for column, values in found.items()
            }
        except (self._error, TypeError, ValueError) as error:
            raise UnreadableError(name) from error

    def close(self) -> None:
        """Let DuckDB go."""
        self._database.close()


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _reason(error: Exception) -> str:
    """Return why the system refused, where DuckDB says so."""
    number = re.search(r'"errno":"(\d+)"', str(error))
    return os.strerror(int(number[1])) if number else str(error).partition("\n")[0]
