"""Inverse analysis: what would have to change for a state to hold."""

from detente.conflict.unlock.conditions import Answer, Comparison, Requirement
from detente.conflict.unlock.counting import counts
from detente.conflict.unlock.counts_result import CountsResult
from detente.conflict.unlock.edits import Edit
from detente.conflict.unlock.measures import Measure
from detente.conflict.unlock.order import Change, Unlock
from detente.conflict.unlock.question import UNLOCKING
from detente.conflict.unlock.result import Proof, UnlockResult
from detente.conflict.unlock.solve import unlock

__all__ = [
    "UNLOCKING",
    "Answer",
    "Change",
    "Comparison",
    "CountsResult",
    "Edit",
    "Measure",
    "Proof",
    "Requirement",
    "Unlock",
    "UnlockResult",
    "counts",
    "unlock",
]
