"""The standoff: states, moves, preferences, stability, and why a state holds or not."""

from detente.conflict.coalitions import CoalitionsResult, coalitions
from detente.conflict.compile import compile_model
from detente.conflict.concepts import CONCEPTS
from detente.conflict.explain import Explanation, explain
from detente.conflict.model import ConflictModel
from detente.conflict.moves import improvements, moves
from detente.conflict.paths import PathsResult, paths
from detente.conflict.reach import Step, reachable
from detente.conflict.stability import StabilityResult, stability

__all__ = [
    "CONCEPTS",
    "CoalitionsResult",
    "ConflictModel",
    "Explanation",
    "PathsResult",
    "StabilityResult",
    "Step",
    "coalitions",
    "compile_model",
    "explain",
    "improvements",
    "moves",
    "paths",
    "reachable",
    "stability",
]
