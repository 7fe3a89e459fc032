"""Deals: which packages could be signed, which solve the bargaining, what each gives whom."""

from detente.negotiation.deals.deal import Deal
from detente.negotiation.deals.deals import deals
from detente.negotiation.deals.dividing import Divide, dividing
from detente.negotiation.deals.improvements import Improvements, improvements
from detente.negotiation.deals.result import DealsResult

__all__ = [
    "Deal",
    "DealsResult",
    "Divide",
    "Improvements",
    "deals",
    "dividing",
    "improvements",
]
