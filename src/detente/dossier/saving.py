"""Writing a dossier, whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path as FilePath

from detente.dossier.loading import FILE_NAME, reread
from detente.dossier.model import Dossier
from detente.errors import call_error
from detente.files import write_text


def save(dossier: Dossier, path: str | os.PathLike[str]) -> FilePath:
    """Write the text of `dossier`, with every comment, and return the file.

    Sources are not copied: a dossier saved in another folder needs its ``sources/`` there.

    Parameters
    ----------
    path : str or path-like
        A folder that exists, or the file to write.

    Raises
    ------
    CallError
        If the dossier was changed otherwise than by :mod:`detente.dossier.editing`, so that
        its text does not say what it holds.
    FileError
        If the file cannot be written; nothing is left behind then.
    """
    if reread(dossier) != dossier:
        raise call_error(
            "text-behind", "the dossier holds something that its text does not say",
            "Change a dossier with with_value, with_record_item or with_party",
        )  # fmt: skip
    file = FilePath(path)
    return write_text(file / FILE_NAME if file.is_dir() else file, dossier.text)
