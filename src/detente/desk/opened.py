"""A dossier, opened: what is asked of it, and how an answer that was derived again is marked."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from detente.dossier import Dossier, load
from detente.errors import VerificationError

if TYPE_CHECKING:
    from detente.conflict import ConflictModel
    from detente.negotiation.model import TableModel

Answer = TypeVar("Answer", bound=Any)


class Opened:
    """A dossier, read and checked, and its sections compiled when first asked for.

    Parameters
    ----------
    path : str or path-like
        The dossier's folder or its ``dossier.yaml``.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.dossier: Dossier = load(path)

    @cached_property
    def model(self) -> ConflictModel:
        """The compiled standoff in its central reading."""
        from detente.conflict import compile_model

        return compile_model(self.dossier)

    @cached_property
    def complete_model(self) -> ConflictModel:
        """The compiled standoff, every party's order of the states being complete.

        Raises
        ------
        DossierError
            If some party's preferences are by pairs, which leave part of its order open.
        """
        self.dossier.require_complete()
        return self.model

    @cached_property
    def table_model(self) -> TableModel:
        """The compiled table of negotiation in its central reading.

        Raises
        ------
        DossierError
            If the dossier has no section ``negotiation``, or no package can be.
        """
        from detente.negotiation.compile import compile_table

        return compile_table(self.dossier)

    @property
    def folder(self) -> Path:
        """The dossier's folder."""
        return self.dossier.file.parent


def verified(answer: Answer, checked: Any) -> Answer:
    """Return `answer` with what was derived again in its manifest.

    Parameters
    ----------
    answer : Result
        A frozen result with its manifest in `source`.
    checked : Verification
        What was derived again.

    Raises
    ------
    VerificationError
        If the literal definitions disagree.
    """
    if not checked.agrees:
        raise VerificationError.of(checked.to_text())
    return replace(answer, source=replace(answer.source, verification=checked.to_dict()))
