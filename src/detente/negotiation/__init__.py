"""The table: packages, what they are worth to whom, the frontier, solutions, win-sets."""

from detente.negotiation.bargaining import (
    BargainingRange,
    Offer,
    bargaining_range,
    best_offer,
    peaceful_divisions,
)
from detente.negotiation.commitment import Shift, preventive_war
from detente.negotiation.compile import compile_table
from detente.negotiation.deals import DealsResult, deals
from detente.negotiation.home import (
    Ratification,
    Refusal,
    WinSet,
    WinSets,
    ratification,
    ratification_chance,
    win_sets,
)
from detente.negotiation.model import TableModel
from detente.negotiation.packages import find_package
from detente.negotiation.solve import Solved, solve

__all__ = [
    "BargainingRange",
    "DealsResult",
    "Offer",
    "Ratification",
    "Refusal",
    "Shift",
    "Solved",
    "TableModel",
    "WinSet",
    "WinSets",
    "bargaining_range",
    "best_offer",
    "compile_table",
    "deals",
    "find_package",
    "peaceful_divisions",
    "preventive_war",
    "ratification",
    "ratification_chance",
    "solve",
    "win_sets",
]
