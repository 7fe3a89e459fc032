"""How far answers hang on guesses: draws of a dossier, shares of them, and what drives them."""

from detente.ensemble.guesses import Guess
from detente.ensemble.intervals import Share
from detente.ensemble.result import EnsembleResult
from detente.ensemble.running import DRAWS, WITHIN, robust
from detente.ensemble.table.shares import DealShares

__all__ = ["DRAWS", "WITHIN", "DealShares", "EnsembleResult", "Guess", "Share", "robust"]
