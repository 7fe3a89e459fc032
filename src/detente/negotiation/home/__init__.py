"""Win-sets: what each party would accept at the table and at home, and what passes at both."""

from detente.negotiation.home.ratification import (
    Ratification,
    Refusal,
    ratification,
    ratification_chance,
)
from detente.negotiation.home.winsets import WinSet, WinSets, win_sets

__all__ = [
    "Ratification",
    "Refusal",
    "WinSet",
    "WinSets",
    "ratification",
    "ratification_chance",
    "win_sets",
]
