"""An opened dossier: everything that can be asked of it, each answer a frozen result."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from detente.desk.checked import CheckResult, remarks_of
from detente.dossier import Dossier, load
from detente.errors import VerificationError

if TYPE_CHECKING:
    from detente.brief import Brief
    from detente.conflict import ConflictModel, Explanation, StabilityResult

Kernel = Literal["fast", "general"]


class Desk:
    """A dossier, opened and checked.

    Parameters
    ----------
    path : str or path-like
        The dossier's folder or its ``dossier.yaml``.

    Raises
    ------
    DossierError
        With every fault at once.
    FileError
        If it cannot be read.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.dossier: Dossier = load(path)

    @cached_property
    def model(self) -> ConflictModel:
        """The compiled standoff in its central reading."""
        from detente.conflict import compile_model

        return compile_model(self.dossier)

    def check(self, review: bool = False) -> CheckResult:
        """Return what the dossier holds; with `review` also what a second reader should look at.

        Raises
        ------
        DossierError
            If the conflict cannot be compiled, with every fault.
        """
        states = None if self.dossier.standoff is None else self.model.size
        remarks = remarks_of(self.dossier, self.model if states else None, review)
        return CheckResult(self.dossier, states, remarks, review)

    def stability(
        self, kernel: Kernel | None = None, verify: bool | Literal["all"] = False
    ) -> StabilityResult:
        """Return which states are stable for whom, and which hold.

        Parameters
        ----------
        kernel : {"fast", "general"}, optional
            The kernel to use instead of the quicker one that applies.
        verify : bool or "all"
            Derive the answer again from the literal definitions, for about half a minute; of a
            large conflict this is a sample, unless ``"all"`` is asked for. What was checked
            stands in the manifest.

        Raises
        ------
        VerificationError
            If the literal definitions disagree.
        """
        from detente.conflict import stability

        result = stability(self.model, kernel, self.dossier.digest)
        if not verify:
            return result
        from detente.conflict.verify import BUDGET, check

        checked = check(result, self.dossier, None if verify == "all" else BUDGET)
        if not checked.agrees:
            raise VerificationError.of(checked.to_text())
        manifest = replace(result.manifest, verification=checked.to_dict())
        return replace(result, source=manifest)

    def explain(
        self,
        state: str,
        parties: Sequence[str] | None = None,
        concepts: Sequence[str] | None = None,
        verify: bool = False,
    ) -> Explanation:
        """Return why a state is stable for each party or not, sanction by sanction.

        Parameters
        ----------
        state : str
            A pattern, ``today``, or a name the dossier gives.
        parties : sequence of str, optional
            Ids or names of the parties to look at; all, if not given.
        concepts : sequence of str, optional
            The concepts to look at; all, if not given.
        verify : bool
            Derive every verdict, improvement and sanction again from the literal definitions.

        Raises
        ------
        CallError
            If there is no such state, party or concept.
        VerificationError
            If the literal definitions disagree.
        """
        from detente.conflict import explain
        from detente.conflict.lookup import find_party, find_state

        asked = None if parties is None else [find_party(self.model, name) for name in parties]
        told = explain(
            self.model,
            find_state(self.model, state),
            asked,
            concepts,
            self.stability(),
            self.dossier.digest,
        )
        if not verify:
            return told
        from detente.conflict.verify import check_explanation

        checked = check_explanation(told, self.dossier)
        if not checked.agrees:
            raise VerificationError.of(checked.to_text())
        return replace(told, source=replace(told.source, verification=checked.to_dict()))

    def brief(self, verify: bool = False) -> Brief:
        """Return the brief: findings, questions, and everything they rest on."""
        from detente.brief import compose

        return compose(self.dossier, self.model, self.stability(verify=verify))

    @property
    def folder(self) -> Path:
        """The dossier's folder."""
        return self.dossier.file.parent

    def _repr_html_(self) -> str:
        return self.check()._repr_html_()
