"""The judge: literal definitions, and answers about stability derived again from them.

Slow, plain Python that shares no code with the model's compiler or the methods.
"""

from detente.conflict.verify.check import BUDGET, check
from detente.conflict.verify.check_coalitions import check_coalitions
from detente.conflict.verify.claims import check_explanation
from detente.conflict.verify.coalitions import (
    COALITION_CONCEPTS,
    chain_of_coalitions,
    coalition_improvements,
    coalition_stable,
    coalitions_of,
    is_jump,
)
from detente.conflict.verify.definitions import CONCEPTS, equilibrium, stable
from detente.conflict.verify.game import LiteralGame, Meter, OutOfSteps
from detente.conflict.verify.paths import check_paths
from detente.conflict.verify.perceptions import check_perceptions, seen_game, stable_as_seen
from detente.conflict.verify.reading import literal_game
from detente.conflict.verify.report import Disagreement, Verification
from detente.conflict.verify.unknown import check_unknown, stable_in, tempted
from detente.conflict.verify.unlocked import check_unlock
from detente.conflict.verify.unpack import literal_from_model

__all__ = [
    "BUDGET",
    "COALITION_CONCEPTS",
    "CONCEPTS",
    "Disagreement",
    "LiteralGame",
    "Meter",
    "OutOfSteps",
    "Verification",
    "chain_of_coalitions",
    "check",
    "check_coalitions",
    "check_explanation",
    "check_paths",
    "check_perceptions",
    "check_unknown",
    "check_unlock",
    "coalition_improvements",
    "coalition_stable",
    "coalitions_of",
    "equilibrium",
    "is_jump",
    "literal_from_model",
    "literal_game",
    "seen_game",
    "stable",
    "stable_as_seen",
    "stable_in",
    "tempted",
]
