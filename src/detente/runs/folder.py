"""The results folder of a run: what it holds, whose it is, and which chunks of it are sound.

``run.json`` says which run the folder belongs to. Each table of each chunk is a Parquet file, such
as ``draws-000000.parquet``, that carries the digest of its chunk, the run that it belongs to and
the names of the chunk's tables. Whatever was cut off or damaged is thus noticed when it is read.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from detente.errors import Fault, FileError
from detente.files import reason
from detente.runs.parquet import ParquetFiles, UnreadableError
from detente.runs.task import Chunk, identity_digest, tables_digest

RUN = "run.json"
FORMAT = 1
_FILE = re.compile(r"(?P<table>[a-z][a-z0-9_]*)-(?P<number>\d{6,})\.parquet")


@dataclass(frozen=True)
class Label:
    """What ``run.json`` says: the run's identity and the digest of it."""

    identity: Mapping[str, Any]
    run: str

    @classmethod
    def of(cls, identity: Mapping[str, Any]) -> Label:
        """Return the label of the run with this identity."""
        return cls(identity, identity_digest(identity))

    def text(self) -> str:
        """Return the text of ``run.json``."""
        content = {"format": FORMAT, "run": self.run, "identity": self.identity}
        return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def read_label(folder: Path) -> Label | None:
    """Return what ``run.json`` in `folder` says; `None` where there is none.

    Raises
    ------
    FileError
        If `folder` is no folder, or the file is damaged, unreadable or of a later format.
    """
    file = folder / RUN
    try:
        if folder.exists() and not folder.is_dir():
            raise told(folder, "not-a-folder", "this is a file, not a folder", "Name a folder")
        if not file.exists():
            return None
        content = json.loads(file.read_text("utf-8"))
        label = Label(content["identity"], content["run"])
        form, sound = content["format"], label.run == identity_digest(label.identity)
    except (OSError, RuntimeError) as error:
        message = f"the folder cannot be read ({reason(error)})"
        remedy = "Name a folder that you may read and write in"
        raise told(folder, "unreadable", message, remedy) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise _damaged(folder) from error
    if form != FORMAT:
        message = f"{RUN} has the format {form}, which this version does not read"
        raise told(folder, "results-format", message, "Use the version that wrote the folder")
    if not sound:
        raise _damaged(folder)
    return label


class Chunks:
    """The chunks in a folder that belongs to a run.

    Parameters
    ----------
    folder : Path
        An existing folder.
    run : str
        The digest of the run's identity.
    """

    def __init__(self, folder: Path, run: str) -> None:
        self._folder = folder
        self._run = run
        self._files = ParquetFiles(folder)
        self._tables: defaultdict[int, set[str]] = defaultdict(set)
        for path in folder.iterdir():
            if found := _FILE.fullmatch(path.name):
                self._tables[int(found["number"])].add(found["table"])

    def __contains__(self, number: object) -> bool:
        return number in self._tables

    def read(self, number: int) -> Chunk | None:
        """Return chunk `number`, or `None` where a table of it was never written.

        Raises
        ------
        UnreadableError
            If a file of the chunk is damaged or belongs to another run.
        """
        names = self._tables[number]
        notes = {name: self._files.notes(file_name(name, number)) for name in names}
        digests = {note.get("digest", "") for note in notes.values()}
        if any(note.get("run") != self._run for note in notes.values()) or len(digests) != 1:
            raise UnreadableError(number)
        if any(set(note.get("tables", "").split()) > names for note in notes.values()):
            return None
        tables = {name: self._files.read(file_name(name, number)) for name in sorted(names)}
        (digest,) = digests
        try:
            sound = digest == tables_digest(tables)
        except ValueError:
            sound = False
        if not sound:
            raise UnreadableError(number)
        return Chunk(number, tables, digest)

    def write(self, chunk: Chunk) -> None:
        """Write `chunk`, each of its files whole or not at all.

        Raises
        ------
        FileError
            If a file cannot be written.
        """
        notes = {
            "run": self._run,
            "digest": chunk.digest,
            "tables": " ".join(sorted(chunk.tables)),
        }
        for name, table in chunk.tables.items():
            self._files.write(file_name(name, chunk.number), table, notes)

    def close(self) -> None:
        """Let the files go."""
        self._files.close()


def file_name(table: str, number: int) -> str:
    """Return the name of the file of a table of a chunk."""
    return f"{table}-{number:06d}.parquet"


def told(folder: Path, code: str, message: str, remedy: str = "") -> FileError:
    """Return an error about a results folder."""
    return FileError([Fault(str(folder), 0, 0, code, message, remedy)])


def _damaged(folder: Path) -> FileError:
    message = f"{RUN} is damaged, so that nobody can tell whose results these are"
    return told(folder, "damaged-results", message, "Name another folder")
