"""One run at a time in a results folder: a lock that the system gives up when its holder dies."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from detente.errors import Fault, FileError
from detente.files import reason

NAME = ".lock"


class Lock:
    """Holds a folder for this run; the file of the lock names the process that holds it.

    Raises
    ------
    FileError
        If another run works in the folder, or nothing can be written there.
    """

    def __init__(self, folder: Path) -> None:
        self._file = folder / NAME
        while True:
            try:
                handle = os.open(self._file, os.O_RDWR | os.O_CREAT, 0o600)
            except OSError as error:
                raise _unwritable(folder, error) from error
            try:
                _hold(handle)
            except OSError as error:
                holder = os.read(handle, 20).decode("ascii", "replace").strip()
                os.close(handle)
                if not isinstance(error, BlockingIOError | PermissionError):
                    raise _unwritable(folder, error) from error
                raise _in_use(folder, holder) from error
            if self._is_there(handle):
                break
            os.close(handle)  # its last holder took the file away in the meantime
        self._handle = handle
        with suppress(OSError):  # on a full disk it stays unnamed
            os.ftruncate(handle, 0)
            os.write(handle, f"{os.getpid()}\n".encode())

    def _is_there(self, handle: int) -> bool:
        try:
            return os.path.samestat(os.fstat(handle), os.stat(self._file))
        except FileNotFoundError:
            return False

    def close(self) -> None:
        """Give the folder free."""
        if sys.platform == "win32":
            os.close(self._handle)
            self._file.unlink(missing_ok=True)
        else:
            self._file.unlink(missing_ok=True)
            os.close(self._handle)


if sys.platform == "win32":
    import msvcrt

    def _hold(handle: int) -> None:
        os.lseek(handle, 1 << 20, os.SEEK_SET)  # a place behind the text, which can then be read
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        os.lseek(handle, 0, os.SEEK_SET)

else:
    import fcntl

    def _hold(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _in_use(folder: Path, holder: str) -> FileError:
    who = f"process {holder}" if holder else "another process"
    message = f"another run is at work in this folder ({who})"
    remedy = "Wait until it ends, or name another folder"
    return FileError([Fault(str(folder), 0, 0, "results-in-use", message, remedy)])


def _unwritable(folder: Path, error: OSError) -> FileError:
    message = f"the folder cannot be written ({reason(error)})"
    remedy = "Name a folder that you may write in"
    return FileError([Fault(str(folder), 0, 0, "unwritable", message, remedy)])
