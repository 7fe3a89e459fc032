"""From the answer of ``deals`` to that of ``deals --self-enforcing``."""

from __future__ import annotations

from detente.compliance.result import EnforcedDeals
from detente.compliance.solve import LIMIT, self_enforcing
from detente.conflict.model import ConflictModel
from detente.dossier import Dossier
from detente.negotiation.deals import DealsResult
from detente.negotiation.model import Choices
from detente.results import Manifest


def enforced_deals(
    dossier: Dossier,
    deals: DealsResult,
    model: ConflictModel,
    rows: Choices | None = None,
    limit: int = LIMIT,
) -> EnforcedDeals:
    """Return the answer of ``deals`` with what the conflict says of its packages.

    Parameters
    ----------
    dossier : Dossier
        With the sections ``negotiation`` and ``conflict``.
    deals : DealsResult
        The deal space.
    model : ConflictModel
        The conflict in its central reading, every party's order complete.
    rows : Choices, optional
        The packages to ask about, shape (p, i); those of interest, if not given.
    limit : int
        How many packages of interest to ask about.

    Raises
    ------
    CallError, DossierError
        As :func:`detente.compliance.solve.self_enforcing`.
    """
    found = self_enforcing(dossier, deals.model, model, deals.solved, rows, limit)
    parameters = {**deals.source.parameters, "self_enforcing": True, "judged": len(found.packages)}
    return EnforcedDeals(deals, found, Manifest("deals", dossier.digest, parameters))
