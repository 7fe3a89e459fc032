"""What no draw of a table can leave out or order, refused in one clear line each."""

from __future__ import annotations

from detente.dossier import Dossier
from detente.dossier.reasons import Path
from detente.dossier.table import ByOrder, Side
from detente.ensemble.guesses import MOST_TIERS
from detente.ensemble.table.noting import TOP
from detente.errors import DossierError, Fault

_LISTS = ("infeasible", "must_sign", "must_comply", "needs")
_OF_A_PARTY = ("red_lines", "linked")


def refuse(dossier: Dossier) -> None:
    """Refuse `sure` where an entry cannot be left out, and orders with too many tiers.

    Raises
    ------
    DossierError
        With every such place.
    """
    faults = [
        dossier.fault(
            dossier.places.get(path),
            "sure-misplaced",
            f"`sure` stands on {_what(path)}, which no draw can leave out",
            "Write a range for what is not known well, or put it on an outcome, a weight, a"
            " reservation value, or an entry of red_lines, linked, infeasible, needs, must_sign or"
            " must_comply",
        )
        for path, reason in dossier.reasons.items()
        if path[:1] == TOP and reason.sure < 1 and not _can_be_absent(path[1:])
    ]
    for side in dossier.require_table().sides.values():
        faults += _long_orders(dossier, side)
    if faults:
        raise DossierError(faults)


def _can_be_absent(path: Path) -> bool:
    match path:
        case (key, *rest) if key in _LISTS:
            return len(rest) <= 2
        case ("issues", _, "outcomes", _):
            return True
        case ("parties", _, key, *rest) if key in _OF_A_PARTY:
            return len(rest) <= 1
        case ("parties", _, "weights", _) | ("parties", _, "no_deal"):
            return True
    return False


def _what(path: Path) -> str:
    match path[1:]:
        case ():
            return "the whole negotiation"
        case ("issues", *_):
            return "issues, an issue or all its outcomes"
        case ("parties", _, "groups", *_):
            return "groups or what stands in one"
        case ("parties", _, "values", *_):
            return "values"
        case ("parties", _, "weights"):
            return "all weights of a party"
    return "a party or what it is measured by"


def _long_orders(dossier: Dossier, side: Side) -> list[Fault]:
    every = [*side.values.values(), *(v for g in side.groups for v in g.values.values())]
    return [
        dossier.fault(
            values.place,
            "order-too-long",
            f"{len(values.tiers)} tiers stand in one order of {side.party}; the values of at most "
            f"{MOST_TIERS} can be drawn",
            "Write outcomes that are about as good as each other as one tier, [a, b]",
        )
        for values in every
        if isinstance(values, ByOrder) and len(values.tiers) > MOST_TIERS
    ]
