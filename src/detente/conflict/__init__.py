"""The standoff: states, moves, preferences, stability, and why a state holds or not."""

from detente.conflict.compile import compile_model
from detente.conflict.concepts import CONCEPTS
from detente.conflict.explain import Explanation, explain
from detente.conflict.model import ConflictModel
from detente.conflict.moves import improvements, moves
from detente.conflict.reach import Step, reachable
from detente.conflict.stability import StabilityResult, stability

__all__ = [
    "CONCEPTS",
    "ConflictModel",
    "Explanation",
    "StabilityResult",
    "Step",
    "compile_model",
    "explain",
    "improvements",
    "moves",
    "reachable",
    "stability",
]
