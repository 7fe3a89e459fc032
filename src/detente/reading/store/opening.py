"""Opening the file of the readings: made for its owner alone, and refused if it is not ours."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from detente.errors import Fault, FileError
from detente.files import reason
from detente.reading.store.schema import APPLICATION, NAME, TABLES, VERSION

PATIENCE = 10.0
"""Seconds to wait for another process that writes to the file."""

LONGEST = 64_000_000
"""The longest value, in bytes, that SQLite may build while it reads a file."""


def connect(folder: Path, create: bool = True) -> sqlite3.Connection:
    """Return a connection to the file of the readings in `folder`.

    Parameters
    ----------
    create : bool
        Whether to make the file where there is none.

    Raises
    ------
    FileError
        If there is none, it cannot be read or written, is damaged, holds something else, or was
        written by a later version.
    """
    file = folder / NAME
    _see_file(file, create)
    with told(file):
        connection = sqlite3.connect(
            file, timeout=PATIENCE, isolation_level=None, cached_statements=256
        )
        try:
            _prepare(connection)
            if _is_new(connection):
                if not create:
                    raise no_store(file)
                _make(connection)
            _check(connection, file)
        except BaseException:
            connection.close()
            raise
    return connection


@contextmanager
def told(file: Path) -> Iterator[None]:
    """Turn what SQLite says into an error that names the file and what to do."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise _meant(file, error) from error


def no_store(file: Path) -> FileError:
    """Return the error for a dossier whose reports nobody has read yet."""
    message = "no report of this dossier has been read yet"
    return _fault(file, "no-readings", message, "Read some first: detente read DOSSIER REPORTS")


def _see_file(file: Path, create: bool) -> None:
    """Make the file for its owner alone, and refuse what is no regular file."""
    try:
        if file.is_symlink() or (file.exists() and not file.is_file()):
            message = f"{NAME} is no regular file"
            raise _fault(file, "foreign-readings", message, "Move it away")
        if not file.exists():
            if not create:
                raise no_store(file)
            os.close(os.open(file, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError:  # another process was quicker
        return
    except OSError as error:
        message = f"the file cannot be made ({reason(error)})"
        remedy = "Copy the dossier to a folder that you may write in"
        raise _fault(file, "unwritable", message, remedy) from error


def _prepare(connection: sqlite3.Connection) -> None:
    """Trust nothing that a file brings along, and write so that a power cut loses nothing."""
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST)
    for setting in (
        "trusted_schema = OFF",
        "cell_size_check = ON",
        "mmap_size = 0",
        "temp_store = MEMORY",
        "synchronous = FULL",
        "secure_delete = ON",
    ):
        connection.execute(f"PRAGMA {setting}")


def _is_new(connection: sqlite3.Connection) -> bool:
    marks = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in _MARKS]
    return marks == [0, 0] and not connection.execute("SELECT 1 FROM sqlite_master").fetchone()


_MARKS = ("application_id", "user_version")


def _make(connection: sqlite3.Connection) -> None:
    """Make the tables in one transaction, unless another process has just done so."""
    connection.execute("BEGIN IMMEDIATE")
    with connection:
        if _is_new(connection):
            for table in TABLES:
                connection.execute(table)
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
            connection.execute(f"PRAGMA user_version = {VERSION}")


def _check(connection: sqlite3.Connection, file: Path) -> None:
    """Refuse a file of another program, of a later version, or with tables that are not ours."""
    application, version = (connection.execute(f"PRAGMA {one}").fetchone()[0] for one in _MARKS)
    if application != APPLICATION:
        message = "this is a file of another program"
        raise _fault(file, "foreign-readings", message, "Move it away, then read the reports again")
    if version > VERSION:
        message = f"the file has the format {version}, which this version does not read"
        raise _fault(file, "readings-format", message, "Use the version that wrote the file")
    found = connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    inner = ("CREATE TABLE 'texts_found_", "CREATE TABLE 'items_found_")
    theirs = {sql for (sql,) in found if not sql.startswith(inner)}
    if theirs != set(TABLES):
        message = "the file does not have the tables that this version writes"
        raise _fault(file, "foreign-readings", message, "Move it away, then read the reports again")


def _meant(file: Path, error: sqlite3.DatabaseError) -> FileError:
    """Return what an error of SQLite means to the person whose file it is."""
    name = getattr(error, "sqlite_errorname", None) or ""
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return _fault(
            file, "readings-in-use", "another process is writing to the file",
            "Wait until it ends, then call again",
        )  # fmt: skip
    if "no such module" in str(error):
        return _fault(
            file, "no-full-text", "the SQLite of this Python has no full-text search",
            "Use a Python whose SQLite has FTS5, as those from python.org have",
        )  # fmt: skip
    if name.startswith(("SQLITE_FULL", "SQLITE_IOERR", "SQLITE_READONLY", "SQLITE_CANTOPEN")):
        why = {"SQLITE_FULL": "the disk is full", "SQLITE_READONLY": "it may only be read"}
        told_why = next((text for start, text in why.items() if name.startswith(start)), str(error))
        return _fault(
            file, "unwritable", f"the file cannot be written or read ({told_why})",
            "Make room or mend the permissions; what was kept before stays",
        )  # fmt: skip
    return _fault(
        file, "damaged-readings", "the file is damaged or not what it should be",
        "Put back a copy of it, or move it away and read the reports again",
    )  # fmt: skip


def _fault(file: Path, code: str, message: str, remedy: str) -> FileError:
    return FileError([Fault(str(file), 0, 0, code, message, remedy)])
