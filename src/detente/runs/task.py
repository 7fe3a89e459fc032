"""What is run: a task that makes chunks of tables, each of them told apart by a digest.

A task is a pure function of the number of a chunk. Its tables, and therefore their digests, are
the same byte for byte wherever and in whatever order the chunks are made.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

Table: TypeAlias = Mapping[str, NDArray[Any]]
Tables: TypeAlias = Mapping[str, Table]

NAME = re.compile(r"[a-z][a-z0-9_]*")
"""The names that tables can have."""


class Task(Protocol):
    """Work that falls into numbered chunks; it can be pickled and sent to another process."""

    def identity(self) -> dict[str, Any]:
        """Return what makes the run this one, as JSON values.

        The method, the digest of the input, the parameters, the seed and the version: whatever a
        chunk depends on. Two runs with the same identity are the same run.
        """
        ...

    def chunk(self, number: int) -> Tables:
        """Return the tables of chunk `number`, counted from 0.

        Columns are one-dimensional arrays of truth values, integers or floating-point numbers of
        32 or 64 bits, of equal length within a table. Names of tables are small letters, digits
        and ``_``. Every chunk has the same tables, columns and types.
        """
        ...


@dataclass(frozen=True, eq=False)
class Chunk:
    """A chunk that was made or read back.

    Parameters
    ----------
    number : int
        Counted from 0.
    tables : Tables
        Its columns by table.
    digest : str
        SHA-256 of names, types and values, 64 hexadecimal digits.
    """

    number: int
    tables: Tables
    digest: str


def tables_digest(tables: Tables) -> str:
    """Return the SHA-256 of `tables`: names, types and values, not the form they are kept in.

    Raises
    ------
    ValueError
        If the tables are not as :meth:`Task.chunk` says.

    Examples
    --------
    >>> tables_digest({"t": {"a": np.arange(3)}}) == tables_digest({"t": {"a": np.arange(3)}})
    True
    >>> tables_digest({"t": {"a": np.arange(3)}}) == tables_digest({"t": {"b": np.arange(3)}})
    False
    """
    digest = hashlib.sha256()
    for name in sorted(tables):
        columns = {column: _plain(values) for column, values in tables[name].items()}
        if not NAME.fullmatch(name):
            raise ValueError(f"{name!r} cannot name a table: small letters, digits and _ can")
        if len({column.lower() for column in columns}) < len(columns):
            raise ValueError(f"columns of table {name} differ only in small and large letters")
        if len({len(values) for values in columns.values()}) != 1:
            raise ValueError(f"table {name} has no columns, or columns of different lengths")
        kinds = [[column, values.dtype.str, len(values)] for column, values in columns.items()]
        head = json.dumps([name, kinds]).encode()
        digest.update(len(head).to_bytes(8, "little") + head)
        for values in columns.values():
            digest.update(values.data)
    return digest.hexdigest()


def identity_digest(identity: Mapping[str, Any]) -> str:
    """Return the SHA-256 of a run's identity, whatever the order of its keys."""
    text = json.dumps(identity, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(values: NDArray[Any]) -> NDArray[Any]:
    """Return a column in one piece, its bytes in the order that is the same everywhere."""
    if values.ndim != 1 or values.dtype.kind not in "biuf" or values.dtype.itemsize > 8:
        raise ValueError(f"a column cannot hold {values.ndim}-dimensional {values.dtype}")
    if values.dtype.kind == "f" and values.dtype.itemsize < 4:
        raise ValueError("a column of floating-point numbers has 32 or 64 bits")
    if values.dtype.kind == "f":  # there are many forms of what is no number: one of them will do
        values = np.where(np.isnan(values), values.dtype.type(np.nan), values)
    return np.ascontiguousarray(values, dtype=values.dtype.newbyteorder("<"))
