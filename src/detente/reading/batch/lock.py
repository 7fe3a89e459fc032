"""One reading of a dossier at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from detente.errors import Fault, FileError
from detente.runs.lock import Lock


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold a dossier's folder, so that no other reading works there.

    Raises
    ------
    FileError
        If another does, or nothing can be written there.
    """
    try:
        lock = Lock(folder)
    except FileError as error:
        (fault,) = error.faults
        if fault.code != "results-in-use":
            raise
        message = fault.message.replace("another run is at work in this folder", _BUSY)
        remedy = "Wait until it ends"
        raise FileError([Fault(fault.file, 0, 0, "readings-in-use", message, remedy)]) from error
    try:
        yield
    finally:
        lock.close()


_BUSY = "reports of this dossier are being read already"
