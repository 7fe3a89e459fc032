"""Détente: from the reports about a conflict to a brief that says why the talks are stuck.

``detente.open(folder)`` gives an opened dossier with a method for every command.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from detente import version

if TYPE_CHECKING:
    from detente.desk import Desk

__version__ = version.VERSION

__all__ = ["__version__", "open"]


def open(path: str | os.PathLike[str]) -> Desk:
    """Open the dossier at `path`, its folder or its ``dossier.yaml``.

    Raises
    ------
    detente.errors.DossierError
        With every fault of the dossier at once.
    """
    from detente.desk import Desk

    return Desk(path)
