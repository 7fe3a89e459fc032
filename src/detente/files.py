"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from detente.errors import Fault, FileError


def write_text(file: Path, text: str) -> Path:
    """Write `text` to `file` as UTF-8 in one step: the old file or the new, never a part.

    Raises
    ------
    FileError
        If the file cannot be written; nothing is left behind then.
    """
    data = text.encode(errors="replace")
    try:
        target = file.resolve()
        if target.is_dir():
            raise _unwritable(file, "it is a folder")
        if target.exists() and not target.is_file():
            raise _unwritable(file, "it is no regular file")
        handle, name = tempfile.mkstemp(prefix=".detente-", dir=target.parent)
    except (OSError, RuntimeError, ValueError) as error:
        raise _unwritable(file, _reason(error)) from error
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if target.exists():
            temporary.chmod(target.stat().st_mode & 0o777)
        temporary.replace(target)
    except BaseException as error:
        temporary.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise _unwritable(file, _reason(error)) from error
        raise
    _settle(target.parent)
    return file


def _settle(folder: Path) -> None:
    """Make the renaming in `folder` last, where the system can do that for folders."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _reason(error: Exception) -> str:
    if isinstance(error, OSError):
        return error.strerror or "unknown reason"
    return "its name cannot be used"


def _unwritable(file: Path, reason: str) -> FileError:
    message = f"the file cannot be written ({reason})"
    remedy = "Name a file in a folder that exists and that you may write in"
    return FileError([Fault(str(file), 0, 0, "unwritable", message, remedy)])
