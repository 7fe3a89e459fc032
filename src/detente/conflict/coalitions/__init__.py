"""Coalitions: what parties can do together, what holds against it, and who must trust whom."""

from detente.conflict.coalitions.answer import (
    CoalitionsResult,
    Together,
    coalitions,
    gains_together,
)
from detente.conflict.coalitions.jumps import Jump
from detente.conflict.coalitions.solving import COALITION_CONCEPTS
from detente.conflict.coalitions.trust import Turn, Way

__all__ = [
    "COALITION_CONCEPTS",
    "CoalitionsResult",
    "Jump",
    "Together",
    "Turn",
    "Way",
    "coalitions",
    "gains_together",
]
