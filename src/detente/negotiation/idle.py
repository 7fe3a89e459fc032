"""Red lines that rule nothing out, for a second reader to look at."""

from __future__ import annotations

from detente.dossier import Dossier, Remark
from detente.dossier.expressions import Not
from detente.dossier.remarks import remark
from detente.dossier.wording import shown
from detente.negotiation.existence import some_package
from detente.negotiation.model import TableModel


def idle_red_lines(dossier: Dossier, model: TableModel) -> list[Remark]:
    """Return a remark for every red line that no package that can be crosses.

    Parameters
    ----------
    dossier : Dossier
        With a section ``negotiation``, as `model` was compiled from it.
    """
    return [
        remark(
            clause.place,
            "red-line-uncrossed",
            text=shown(clause.text),
            party=dossier.party_name(side.party),
        )
        for side in dossier.require_table().sides.values()
        for clause in side.red_lines
        if not some_package(model, (*model.infeasible, Not(clause.expression)))
    ]
