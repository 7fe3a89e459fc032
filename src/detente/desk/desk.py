"""An opened dossier: everything that can be asked of it, each answer a frozen result."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from detente.desk.checked import CheckResult, remarks_of
from detente.desk.doubting import Doubting
from detente.desk.drafting import Drafting
from detente.desk.levers import Levers
from detente.desk.opened import verified
from detente.desk.reports import Reports
from detente.desk.reviewing import Reviewing
from detente.desk.table import AtTheTable
from detente.errors import DossierError, Fault

if TYPE_CHECKING:
    from detente.brief import Brief
    from detente.conflict import Explanation, StabilityResult

Kernel = Literal["fast", "general"]


class Desk(Levers, AtTheTable, Doubting, Reports, Reviewing, Drafting):
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

    def check(self, review: bool = False) -> CheckResult:
        """Return what the dossier holds; with `review` also what a second reader should look at.

        Raises
        ------
        DossierError
            If the conflict or the table cannot be compiled, with every fault.
        """
        faults: list[Fault] = []
        for section, compiled in (("standoff", "model"), ("table", "table_model")):
            try:
                if getattr(self.dossier, section) is not None:
                    getattr(self, compiled)
            except DossierError as error:
                faults.extend(error.faults)
        if faults:
            raise DossierError(faults)
        return self._checked(review)

    def _checked(self, review: bool) -> CheckResult:
        """Return what the dossier holds, its sections having compiled."""
        model = None if self.dossier.standoff is None else self.model
        table = None if self.dossier.table is None else self.table_model
        packages = None
        if table is not None:
            from detente.negotiation.counting import count_packages

            packages = count_packages(table)
        states = None if model is None else model.size
        remarks = remarks_of(self.dossier, model, review, table)
        return CheckResult(self.dossier, states, remarks, review, packages)

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
        from detente.conflict.verify import BUDGET, check, check_unknown

        budget = None if verify == "all" else BUDGET
        derive = check if result.extensions is None else check_unknown
        checked = derive(result, self.dossier, budget)
        return verified(result, checked)

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

        asked = (
            None if parties is None else [find_party(self.complete_model, name) for name in parties]
        )
        told = explain(
            self.complete_model,
            find_state(self.complete_model, state),
            asked,
            concepts,
            self.stability(),
            self.dossier.digest,
        )
        if not verify:
            return told
        from detente.conflict.verify import check_explanation

        checked = check_explanation(told, self.dossier)
        return verified(told, checked)

    def brief(self, verify: bool = False) -> Brief:
        """Return the brief: findings, questions, and everything they rest on."""
        from detente.brief import compose
        from detente.brief.gathering import own_views, table_answers, tested_readings

        model, result = self.complete_model, self.stability(verify=verify)
        return compose(
            self.dossier,
            model,
            result,
            tested=tested_readings(self.dossier, model),
            views=own_views(self.dossier, model, result),
            table=table_answers(self.dossier, model, result),
        )

    def _repr_html_(self) -> str:
        return self.check()._repr_html_()
