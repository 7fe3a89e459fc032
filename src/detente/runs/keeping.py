"""Keeping a run in its results folder: taking the folder, filling it, reading it back."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from detente.errors import FileError
from detente.files import BESIDE, reason, write_text
from detente.runs import lock
from detente.runs.folder import RUN, Chunks, Label, read_label, told
from detente.runs.parquet import UnreadableError
from detente.runs.task import Chunk
from detente.words import say


class Keeper:
    """Keeps the chunks of one run in a folder that no other run can take meanwhile.

    Parameters
    ----------
    folder : Path
        The results folder; made if it is not there.
    identity : dict
        The run's identity.

    Raises
    ------
    FileError
        If the folder belongs to another run, holds other files, is in use, or cannot be written.
        Nothing is touched then.
    """

    def __init__(self, folder: Path, identity: Mapping[str, Any]) -> None:
        label = Label.of(identity)
        self.remarks: list[str] = []
        _check(folder, label)
        try:
            folder.mkdir(mode=0o700, exist_ok=True)
        except (OSError, ValueError) as error:
            raise _unwritable(folder, error) from error
        with ExitStack() as stack:
            stack.callback(lock.Lock(folder).close)
            if _check(folder, label) is None:
                write_text(folder / RUN, label.text())
            for path in folder.glob(f"{BESIDE}*"):
                path.unlink(missing_ok=True)
            self._chunks = Chunks(folder, label.run)
            stack.callback(self._chunks.close)
            self._stack = stack.pop_all()

    def __contains__(self, number: object) -> bool:
        return number in self._chunks

    def read(self, number: int) -> Chunk | None:
        """Return chunk `number` if it is here whole; a remark is made where it is damaged."""
        try:
            return self._chunks.read(number)
        except UnreadableError:
            self.remarks.append(say("runs.damaged", number=number))
            return None

    def keep(self, chunk: Chunk) -> None:
        """Write `chunk`.

        Raises
        ------
        FileError
            If it cannot be written; what was kept before stays.
        """
        self._chunks.write(chunk)

    def close(self) -> None:
        """Give the folder free."""
        self._stack.close()


def _check(folder: Path, label: Label) -> Label | None:
    """Return the folder's label if it is this run's, `None` if it has none and is free.

    Raises
    ------
    FileError
        If it is neither.
    """
    found = read_label(folder)
    if found is None:
        _check_empty(folder)
    elif found.run != label.run:
        keys = sorted(
            key
            for key in {*found.identity, *label.identity}
            if found.identity.get(key) != label.identity.get(key)
        )
        message = say("runs.foreign", theirs=found.run, ours=label.run, keys=keys)
        remedy = "Name another folder, or call what made this one"
        raise told(folder, "foreign-results", message, remedy)
    return found


def _check_empty(folder: Path) -> None:
    """Refuse a folder that holds anything but what a run leaves that was killed at its start."""
    if not folder.exists():
        return
    try:
        others = sorted(
            path.name
            for path in folder.iterdir()
            if path.name != lock.NAME and not path.name.startswith(BESIDE)
        )
    except OSError as error:
        raise _unwritable(folder, error) from error
    if others:
        shown = ", ".join(others[:3]) + (" ..." if others[3:] else "")
        message = f"the folder holds other files ({shown}) and no {RUN}"
        raise told(folder, "not-results", message, "Name an empty folder or a new one")


def _unwritable(folder: Path, error: Exception) -> FileError:
    message = f"the folder cannot be made or read ({reason(error)})"
    return told(folder, "unwritable", message, "Name a folder in one that exists")
