"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from detente.errors import Fault, FileError

BESIDE = ".detente-"
"""How the name of a file begins that is still being written."""


def write_text(file: Path, text: str) -> Path:
    """Write `text` to `file` as UTF-8 in one step: the old file or the new, never a part.

    Raises
    ------
    FileError
        If the file cannot be written; nothing is left behind then.
    """
    data = text.encode(errors="replace")
    with _beside(file) as (handle, _), os.fdopen(handle, "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    return file


@contextmanager
def written_beside(file: Path) -> Iterator[Path]:
    """Give an empty file, for its owner alone, that takes the place of `file` in the end.

    For what only writes to a path. When the block ends well, what was written is flushed to the
    disk and renamed; otherwise nothing is left behind.

    Raises
    ------
    FileError
        If the file cannot be written.
    """
    with _beside(file) as (handle, temporary):
        os.close(handle)
        yield temporary
        with temporary.open("rb+") as stream:
            os.fsync(stream.fileno())


@contextmanager
def _beside(file: Path) -> Iterator[tuple[int, Path]]:
    """Give a new file beside `file`, open for writing; the block closes it and makes it last."""
    try:
        target = file.resolve()
        if target.is_dir():
            raise unwritable(file, "it is a folder")
        if target.exists() and not target.is_file():
            raise unwritable(file, "it is no regular file")
        handle, name = tempfile.mkstemp(prefix=BESIDE, dir=target.parent)
    except (OSError, RuntimeError, ValueError) as error:
        raise unwritable(file, reason(error)) from error
    temporary = Path(name)
    try:
        yield handle, temporary
        if target.exists():
            temporary.chmod(target.stat().st_mode & 0o777)
        temporary.replace(target)
    except BaseException as error:
        temporary.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise unwritable(file, reason(error)) from error
        raise
    _settle(target.parent)


def _settle(folder: Path) -> None:
    """Make the renaming in `folder` last, where the system can do that for folders."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def reason(error: Exception) -> str:
    """Return in a few words why the system refused."""
    if isinstance(error, OSError):
        return error.strerror or "unknown reason"
    return "its name cannot be used"


def unwritable(file: Path, why: str) -> FileError:
    """Return the error for a file that cannot be written."""
    message = f"the file cannot be written ({why})"
    remedy = "Name a file in a folder that exists and that you may write in"
    return FileError([Fault(str(file), 0, 0, "unwritable", message, remedy)])
