"""The judge: literal definitions, and answers about stability derived again from them.

Slow, plain Python that shares no code with the model's compiler or the methods.
"""

from detente.conflict.verify.check import BUDGET, check
from detente.conflict.verify.claims import check_explanation
from detente.conflict.verify.definitions import CONCEPTS, equilibrium, stable
from detente.conflict.verify.game import LiteralGame, Meter, OutOfSteps
from detente.conflict.verify.reading import literal_game
from detente.conflict.verify.report import Disagreement, Verification
from detente.conflict.verify.unpack import literal_from_model

__all__ = [
    "BUDGET",
    "CONCEPTS",
    "Disagreement",
    "LiteralGame",
    "Meter",
    "OutOfSteps",
    "Verification",
    "check",
    "check_explanation",
    "equilibrium",
    "literal_from_model",
    "literal_game",
    "stable",
]
