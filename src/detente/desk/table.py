"""What is asked of the table: which deals are there, and which would enforce themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from detente.desk.opened import Opened, verified

if TYPE_CHECKING:
    from detente.compliance import EnforcedDeals
    from detente.negotiation import DealsResult


class AtTheTable(Opened):
    """The part of a desk that answers about the packages of a negotiation."""

    def deals(
        self,
        package: str | Mapping[str, str] | None = None,
        weights: Mapping[str, float] | None = None,
        limit: int = 20,
        verify: bool = False,
    ) -> DealsResult:
        """Return which packages could be signed, which solve the bargaining, what each gives whom.

        Parameters
        ----------
        package : str or mapping of str to str, optional
            A package to look at closely, as ``"assad=interim,truce=local"`` or as the name of an
            outcome by issue.
        weights : mapping of str to float, optional
            How much the gain of each party counts for the Nash deal, above 0; 1 where not given.
        limit : int
            How many packages to tell: first one of each solution, then those of the frontier.
        verify : bool
            Derive the zone, the frontier and the solutions again from the literal definitions.

        Raises
        ------
        CallError
            If the limit is below 1, a weight is not above 0 or that of no party that must sign, the
            package names an unknown issue or outcome or leaves one out, or there are too many
            packages.
        DossierError
            If the dossier has no section ``negotiation``, or no package can be.
        VerificationError
            If the literal definitions disagree.
        """
        from detente.negotiation import deals

        found = deals(self.dossier, self.table_model, weights, limit, package)
        if not verify:
            return found
        from detente.negotiation.verify import check_deals

        checked = check_deals(found, self.dossier)
        return verified(found, checked)

    def self_enforcing(
        self,
        package: str | Mapping[str, str] | None = None,
        weights: Mapping[str, float] | None = None,
        limit: int = 20,
        verify: bool = False,
    ) -> EnforcedDeals:
        """Return which packages would enforce themselves in the conflict, ranked by it.

        Parameters
        ----------
        package, weights, limit
            As for :meth:`deals`; with a package, that one alone is judged.
        verify : bool
            Derive the answer again from the literal definitions, at the table and in the conflict.

        Raises
        ------
        CallError
            As for :meth:`deals`.
        DossierError
            If a section is absent, no outcome has needs, or some party's order is open in part.
        VerificationError
            If the literal definitions disagree.
        """
        import numpy as np

        from detente.compliance import enforced_deals

        table = self.deals(package, weights, limit, verify)
        rows = None if table.asked is None else np.array([table.asked.row], np.int16)
        found = enforced_deals(self.dossier, table, self.complete_model, rows)
        if not verify:
            return found
        from detente.compliance.verify import check_enforcement

        checked = check_enforcement(found, self.dossier)
        return verified(found, checked)
