"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from detente.errors import Fault, FileError


def write_text(file: Path, text: str) -> Path:
    """Write `text` to `file` as UTF-8 in one step: the old file or the new, never a part.

    Raises
    ------
    FileError
        If the file cannot be written; nothing is left behind then.
    """
    target = file.resolve()
    try:
        handle, name = tempfile.mkstemp(prefix=".detente-", dir=target.parent)
    except OSError as error:
        raise _unwritable(file, error) from error
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(text.encode())
            stream.flush()
            os.fsync(stream.fileno())
        if target.exists():
            temporary.chmod(target.stat().st_mode & 0o777)
        temporary.replace(target)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise _unwritable(file, error) from error
    _settle(target.parent)
    return file


def _settle(folder: Path) -> None:
    """Make the renaming in `folder` last, where the system lets folders be opened."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _unwritable(file: Path, error: OSError) -> FileError:
    message = f"the file cannot be written ({error.strerror or 'unknown reason'})"
    remedy = "Choose a folder that exists and that you may write in"
    return FileError([Fault(str(file), 0, 0, "unwritable", message, remedy)])
